# Corridor. `make demo` and `make test` set up what they need; everything else builds on them.
# Tests and demo share one configuration: release, with internals visible to the tests.
SHELL := /bin/bash
CONFIGURATION := -c release -Xswiftc -enable-testing
SWIFT := swift
PREFIX ?= /usr/local
BIN := .build/release/corridor
# What is installed is built apart: without the tests' view of internals, and with the Swift library inside, so that it
# runs where no Swift is and starts faster.
INSTALLED := .build-release
INSTALLED_BIN := $(INSTALLED)/corridor
PACKAGES := libicu-dev libsqlite3-dev libstemmer-dev zlib1g-dev libxml2-utils pkg-config

.PHONY: help setup build release demo test lint format install uninstall accuracy bench kill clients fuzz sanitize clean

help:
	@echo "make demo      set up, build, and run the main job on seeds/"
	@echo "make test      set up, build, and run the tests"
	@echo "make build     set up and build the release binary ($(BIN))"
	@echo "make release   build the binary that is installed ($(INSTALLED_BIN)): static Swift library, stripped"
	@echo "make lint      check the layout of the code (swift format)"
	@echo "make install   build the plain release binary, and copy it and its data to PREFIX=$(PREFIX)"
	@echo "make accuracy  score against gold data in CORRIDOR_GOLD (default ../shared/gold)"
	@echo "make bench     compare speed with peers"
	@echo "make kill      kill imports, exports and searches of the memory 200 times and look at what is left (KILLS=200)"
	@echo "make clients   have OmegaT and translate-toolkit read what Corridor writes, where they are installed"
	@echo "make sanitize  run the tests under the address and the thread sanitizer (an hour)"
	@echo "make fuzz      throw damaged input at every reader (XML_SECONDS=600 OTHER_SECONDS=180)"

# Installs the missing system libraries as root or with sudo; elsewhere says what to run.
setup:
	@.ci/setup $(PACKAGES)

build: setup
	@$(SWIFT) build $(CONFIGURATION) --product corridor

# Stripped beside its place, so that the next build finds its own file unchanged.
release: setup
	@$(SWIFT) build -c release --static-swift-stdlib --scratch-path $(INSTALLED) --product corridor
	@strip -o $(INSTALLED_BIN) $(INSTALLED)/release/corridor

demo: build
	@seeds/demo $(BIN)

test: setup
	@$(SWIFT) build $(CONFIGURATION) --build-tests
	@$(SWIFT) test $(CONFIGURATION) --skip-build
	@.ci/examples $(CONFIGURATION)

lint:
	@$(SWIFT) format lint --strict --parallel --recursive Package.swift Sources Tests Examples $(wildcard Benchmarks)

format:
	@$(SWIFT) format --in-place --parallel --recursive Package.swift Sources Tests Examples $(wildcard Benchmarks)

install: release
	install -D -m 755 $(INSTALLED_BIN) $(DESTDIR)$(PREFIX)/bin/corridor
	mkdir -p $(DESTDIR)$(PREFIX)/share/corridor
	cp -R glossary $(DESTDIR)$(PREFIX)/share/corridor/

uninstall:
	rm -rf $(DESTDIR)$(PREFIX)/bin/corridor $(DESTDIR)$(PREFIX)/share/corridor

accuracy: build
	@Benchmarks/accuracy $(BIN)

bench: build
	@Benchmarks/bench $(BIN)

kill: build
	@python3 Benchmarks/memory/kill.py $(BIN) $(or $(KILLS),200)

clients: build
	@Tests/clients $(BIN)

# Debug builds of their own, beside the usual one.
sanitize: setup
	@for kind in address thread; do \
	  $(SWIFT) build --sanitize=$$kind --scratch-path .build-$$kind --build-tests \
	    && $(SWIFT) test --sanitize=$$kind --scratch-path .build-$$kind --skip-build || exit 1; done

fuzz: setup
	@Benchmarks/fuzz/run $(or $(XML_SECONDS),600) $(or $(OTHER_SECONDS),180)

clean:
	rm -rf .build .build-measure $(INSTALLED) build
