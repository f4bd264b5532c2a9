// swift-tools-version: 6.2
import PackageDescription

// Every target is compiled as Swift 6 and without a warning.
let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
]

/// All that lies below each room so far. A room depends on the whole of it: a change of a type that reaches a room only through
/// another would not build it anew, and it would read the type in its old shape.
var below: [String: Set<String>] = [:]

func names(of imports: [Target.Dependency]) -> Set<String> {
  Set(imports.compactMap { if case .byNameItem(let name, _) = $0 { name } else { nil } })
}

@MainActor
func all(_ imports: [Target.Dependency]) -> [Target.Dependency] {
  let named = names(of: imports)
  let further = named.reduce(into: Set<String>()) { $0.formUnion(below[$1] ?? []) }.subtracting(named)
  return imports + further.sorted().map { .init(stringLiteral: $0) }
}

// One line a room and what it imports; ARCHITECTURE.md has the map.
@MainActor
func room(_ name: String, _ imports: [Target.Dependency]) -> Target {
  let imports = all(imports)
  below[name] = names(of: imports)
  return .target(name: name, dependencies: imports, swiftSettings: house)
}

@MainActor
func tests(_ room: String, also imports: [Target.Dependency] = [], data: [String] = []) -> Target {
  .testTarget(
    name: "\(room)Tests", dependencies: all([.init(stringLiteral: room)]) + ["TestSupport"] + imports, exclude: data,
    swiftSettings: house)
}

/// A program under Benchmarks: it speaks to the rooms, and nobody else is to see it.
func program(_ name: String, _ path: String, _ imports: [Target.Dependency], _ flags: [SwiftSetting] = []) -> Target {
  .executableTarget(name: name, dependencies: imports, path: "Benchmarks/\(path)", swiftSettings: house + flags)
}

// Programs that measure, built by `Benchmarks/measure`.
let measuring: [Target] =
  Context.environment["CORRIDOR_MEASURE"] == nil
  ? []
  : [
    program("exchange-bench", "exchange/reading", ["Exchange"]),
    program("memory-bench", "memory/measure", ["TranslationMemory"]),
    program("names-accuracy", "names/measure", ["Names"]),
    program("terminology-bench", "terminology/recognition", ["Terminology"]),
  ]

// Throws damaged input at the readers, built by `Benchmarks/fuzz/run` with the fuzzer's instrumentation.
let fuzzing: [Target] =
  Context.environment["CORRIDOR_FUZZ"] == nil
  ? [] : [program("exchange-fuzz", "fuzz/target", ["Exchange"], [.unsafeFlags(["-parse-as-library"])])]

let package = Package(
  name: "Corridor",
  products: [
    .library(name: "Corridor", targets: ["Corridor"]),
    .executable(name: "corridor", targets: ["CorridorCLI"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // C libraries, each behind an opaque header of ours.
    .target(name: "CICU", linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]),
    .target(name: "CStemmer", linkerSettings: [.linkedLibrary("stemmer")]),
    .target(name: "CZlib", linkerSettings: [.linkedLibrary("z")]),

    // The nouns, then language, then the crafts, then the face, then the command.
    room("Bitext", []),
    room("Files", ["Bitext", "CICU", "CZlib"]),
    room("Markup", ["Files"]),
    room("Rules", ["Files", .product(name: "Yams", package: "Yams")]),
    room("Linguistics", ["Rules", "CICU", "CStemmer"]),
    room("Romanization", ["Linguistics"]),
    room("Segmentation", ["Linguistics"]),
    room("Exchange", ["Markup", "Rules"]),
    room("Terminology", ["Romanization"]),
    room("Names", ["Romanization"]),
    room("Alignment", ["Linguistics"]),
    room("TranslationMemory", ["Linguistics", .product(name: "GRDB", package: "GRDB.swift")]),
    room("Quality", ["Terminology", "Names"]),
    room("Corridor", ["Segmentation", "Exchange", "Alignment", "TranslationMemory", "Quality"]),
    .executableTarget(
      name: "CorridorCLI",
      dependencies: [
        "Corridor", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      // The command sees what every user of the library sees.
      packageAccess: false, swiftSettings: house),

    // Where the checkout is, and repeatable random numbers.
    .target(name: "TestSupport", path: "Tests/Support", swiftSettings: house),
    tests("Bitext"), tests("Files"), tests("Markup"), tests("Rules"), tests("Linguistics"), tests("Romanization"),
    tests("Segmentation"), tests("Exchange"), tests("Terminology"), tests("Names", data: ["Data"]),
    tests("Alignment"),
    // A process for tests of the memory to kill.
    .executableTarget(
      name: "memory-victim", dependencies: ["TranslationMemory"], path: "Tests/memory-victim", swiftSettings: house),
    tests(
      "TranslationMemory", also: ["memory-victim", .product(name: "GRDB", package: "GRDB.swift")], data: ["Stores"]),
    tests("Quality"), tests("Corridor"), tests("CorridorCLI"),
    // The map of the house against its code.
    .testTarget(name: "HouseTests", dependencies: ["TestSupport"], swiftSettings: house),
  ] + measuring + fuzzing
)
