#!/usr/bin/env python3
"""Look-ups in a glossary of a million concepts, process start included.

usage: lookup.py [CORRIDOR]; makes a table of CORRIDOR_BENCH_CONCEPTS (1,000,000) concepts with a French and an English
term each, out of made-up words with the endings of the language, and keeps it in a folder for temporary files. The first
call compiles it; the rest answer from the cache. Printed: the median of 20 calls' wall and CPU milliseconds for each kind
of question, the cache's size and the time to make it.
"""
import os, random, resource, statistics, subprocess, sys, tempfile, time
here = os.path.dirname(os.path.abspath(__file__))
corridor = sys.argv[1] if len(sys.argv) > 1 else os.path.join(here, "../../.build/release/corridor")
count = int(os.environ.get("CORRIDOR_BENCH_CONCEPTS", "1000000"))
runs = 20
folder = os.environ.get("CORRIDOR_BENCH_FOLDER", os.path.join(tempfile.gettempdir(), f"corridor-lookup-{count}"))
os.makedirs(folder, exist_ok=True)
table = os.path.join(folder, "million.csv")
random.seed(3)
heads = [a + b for a in ("b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "v", "tr", "pr", "cr", "gl", "ch")
         for b in ("a", "e", "i", "o", "u", "é", "ou", "an", "on", "ar", "er", "or", "in")]


def words(endings, size):
    made = set()
    while len(made) < size:
        made.add("".join(random.choice(heads) for _ in range(random.choice((1, 2, 2, 3)))) + random.choice(endings))
    return sorted(made)


nouns = words(("tion", "ment", "eur", "age", "isme", "ité", "ure", "al", "on", "ier"), 15_000)
qualities = words(("al", "ique", "if", "eux", "é", "ien", "ant", "aire", "el", "ois"), 8_000)
english = words(("tion", "ment", "er", "age", "ism", "ity", "ure", "ing", "ship", "al"), 15_000)


def french():
    form = random.random()
    noun = random.choice(nouns)
    if form < 0.5:
        return f"{noun} {random.choice(qualities)}"
    if form < 0.8:
        return f"{noun} de {random.choice(nouns)}"
    return f"{noun} de {random.choice(nouns)} {random.choice(qualities)}"


asked = []
if not os.path.exists(table):
    with open(table + ".part", "w", encoding="utf-8") as file:
        file.write("concept,lang,term,status,kind,note,pos,number,source,from,until,relations\n")
        for number in range(count):
            file.write(f"c{number},fr,{french()},preferred,term,,noun,singular,made up,,,\n"
                       f"c{number},en,{random.choice(english)} {random.choice(english)},preferred,term,,noun,singular,made up,,,\n")
    os.rename(table + ".part", table)
with open(table, encoding="utf-8") as file:
    for number, line in enumerate(file):
        if number % 25_000 == 1:
            asked.append(line.split(",")[2])
asked = [term for term in asked if " de " not in term and term[-1] not in "xls"][:runs] or asked[:runs]


def misspelt(term):
    """One letter inside the first word is left out."""
    place = max(2, len(term.split()[0]) // 2)
    return term[:place] + term[place + 1:]


kinds = {
    "exact": lambda term: term,
    "capitals": lambda term: term.upper(),
    "inflected": lambda term: " ".join(word + "s" for word in term.split()),
    "misspelt": misspelt,
    "two letters away": lambda term: misspelt(term)[:-2] + "zz" if len(term) > 12 else misspelt(term),
    "unknown": lambda term: "qwx " + term[::-1],
}
environment = dict(os.environ, CORRIDOR_CACHE=os.path.join(folder, "cache"))


def call(query):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    done = subprocess.run([corridor, "lookup", query, "--from", "fr", "--glossary", table], env=environment,
                          capture_output=True, text=True)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        sys.exit(f"lookup: {done.stderr}")
    return wall * 1000, (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000, done.stdout


wall, cpu, _ = call(asked[0])
cache = sum(os.path.getsize(os.path.join(folder, "cache", name)) for name in os.listdir(os.path.join(folder, "cache")))
print(f"{count} concepts, table {os.path.getsize(table) / 1e6:.0f} MB; first call {wall / 1000:.1f} s "
      f"({cpu / 1000:.1f} s CPU); cache {cache / 1e6:.0f} MB")
print("question, milliseconds wall, CPU (medians of 20 calls), first answer of the last")
for kind, change in kinds.items():
    times = [call(change(asked[i % len(asked)])) for i in range(runs)]
    print(f"{kind}\t{statistics.median(t[0] for t in times):.1f}\t{statistics.median(t[1] for t in times):.1f}"
          f"\t{times[-1][2].splitlines()[0][:80]}")
