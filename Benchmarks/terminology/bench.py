#!/usr/bin/env python3
"""Term recognition beside flashtext and pyahocorasick (PyPI, optional): 100,000 terms over 100 MB of French, one run.

usage: bench.py [CORRIDOR]; needs the gold folder (CORRIDOR_GOLD) for the text. Terms are phrases of 1 to 4 words that the
text holds at least twice, which is the densest a glossary can be. Seconds are CPU of one process; the peers read a tenth
of the text (flashtext) or all of it. pyahocorasick's hits are checked for word boundaries, as ours are; neither peer knows
inflection.
"""
import collections, itertools, lzma, os, random, re, subprocess, sys, tempfile, time
here = os.path.dirname(os.path.abspath(__file__))
gold = os.environ.get("CORRIDOR_GOLD", os.path.join(here, "../../../shared/gold"))
units_file = os.path.join(gold, "memory/units-fr-en-250k.tsv.xz")
if not os.path.exists(units_file):
    print("terminology: no text in", gold, "- set CORRIDOR_GOLD")
    sys.exit(0)
size = int(os.environ.get("CORRIDOR_BENCH_MB", "100")) * 1_000_000
random.seed(1)
units = [line.split("\t")[0] for line in lzma.open(units_file, "rt", encoding="utf-8")]
stop = set("de d du des la le les l à a au aux en et ou par pour sur sous sans dans un une qui que qu ne pas est ce cette "
           "ces son sa ses il elle se s n y".split())
word = re.compile(r"[^\W_]+")
counts = collections.Counter()
for unit in units:
    spans = [m.span() for m in word.finditer(unit)]
    for i, (start, end) in enumerate(spans):
        first = unit[start:end].lower()
        if first in stop or len(first) < 3 or first.isdigit():
            continue
        for n in range(1, 5):
            if i + n > len(spans):
                break
            phrase = unit[start:spans[i + n - 1][1]]
            if re.search(r"[^\w'’ -]", phrase):
                break
            last = unit[slice(*spans[i + n - 1])].lower()
            if last not in stop and len(last) > 2 and not last.isdigit():
                counts[phrase.lower()] += 1
by_length = collections.defaultdict(list)
for phrase, count in counts.items():
    if count > 1:
        by_length[len(word.findall(phrase))].append(phrase)
terms = []
for n, most in ((1, 15_000), (2, 45_000), (3, 25_000), (4, 15_000)):
    terms += random.sample(by_length[n], min(most, len(by_length[n])))
pieces, held = [], 0
while held < size:
    random.shuffle(units)
    for unit in units:
        pieces.append(unit)
        held += len(unit.encode()) + 1
        if held >= size:
            break
text = "\n".join(pieces)
folder = tempfile.mkdtemp()
for name, content in (("terms.txt", "\n".join(terms)), ("text.txt", text)):
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        file.write(content)
del units, pieces, counts, by_length
megabytes = len(text.encode()) / 1e6
print(f"{len(terms)} terms, {megabytes:.0f} MB of French; name, CPU seconds, MB a second, hits")


def clocked(body):
    start = time.process_time()
    result = body()
    return time.process_time() - start, result


speeds = {}
program = subprocess.run([os.path.join(here, "..", "measure"), "terminology-bench"], stdout=subprocess.PIPE, text=True, check=True)
done = subprocess.run([program.stdout.strip(),os.path.join(folder, "terms.txt"), os.path.join(folder, "text.txt")],
                      capture_output=True, text=True)
print(done.stdout, end="")
if done.returncode:
    sys.exit(f"terminology: the measuring program ended with {done.returncode}\n{done.stderr[-2000:]}")
for row in done.stdout.splitlines():
    cells = row.split("\t")
    if cells[0] in ("places", "occurrences"):
        speeds[cells[0]] = float(cells[2])

try:
    from flashtext import KeywordProcessor
    processor = KeywordProcessor()
    built, _ = clocked(lambda: [processor.add_keyword(term) for term in terms])
    tenth = text[:len(text) // 10]
    used, found = clocked(lambda: processor.extract_keywords(tenth, span_info=True))
    speeds["flashtext"] = len(tenth.encode()) / 1e6 / used
    print(f"flashtext\t{used:.2f} (a tenth)\t{speeds['flashtext']:.2f}\t{len(found)}\tbuild {built:.2f}")
except ImportError:
    print("flashtext: not installed")
try:
    import ahocorasick
    automaton = ahocorasick.Automaton()

    def build():
        for number, term in enumerate(terms):
            automaton.add_word(term, (number, len(term)))
        automaton.make_automaton()

    def search():
        low, hits = text.lower(), []
        for end, (number, length) in automaton.iter(low):
            start = end - length + 1
            if (start == 0 or not low[start - 1].isalnum()) and (end + 1 == len(low) or not low[end + 1].isalnum()):
                hits.append((start, end, number))
        return hits

    built, _ = clocked(build)
    used, found = clocked(search)
    speeds["pyahocorasick"] = megabytes / used
    print(f"pyahocorasick\t{used:.2f}\t{speeds['pyahocorasick']:.2f}\t{len(found)}\tbuild {built:.2f}")
    del found
    used, count = clocked(lambda: sum(1 for _ in automaton.iter(text)))
    speeds["pyahocorasick, bare"] = megabytes / used
    print(f"pyahocorasick, bare\t{used:.2f}\t{speeds['pyahocorasick, bare']:.2f}\t{count}\tany place, no boundaries, case counts")
except ImportError:
    print("pyahocorasick: not installed")
for peer in ("flashtext", "pyahocorasick", "pyahocorasick, bare"):
    if peer in speeds:
        print(f"places against {peer}: {speeds['places'] / speeds[peer]:.1f} times; "
              f"occurrences: {speeds['occurrences'] / speeds[peer]:.1f} times")
