#!/usr/bin/env python3
"""The translation memory beside rapidfuzz and tantivy (PyPI, optional), on a million units, in one run.

usage: bench.py [CORRIDOR]; needs the gold folder (CORRIDOR_GOLD). CORRIDOR_BENCH_UNITS (1000000) says how many units,
CORRIDOR_BENCH_QUERIES (60) how many of the 1,200 queries the peers are asked, CORRIDOR_PEERS which python has them.

Ours goes from text to text: a query as it stands comes in, units of the store with penalties come out. The peers get words
that are cut and folded already, and answer with scores alone. Seconds are CPU of one process, system included.
"""
import json, os, re, resource, subprocess, sys, tempfile, time
from pathlib import Path

HERE = Path(__file__).resolve().parent
GOLD = Path(os.environ.get("CORRIDOR_GOLD", HERE / "../../../shared/gold")) / "memory"
UNITS = int(os.environ.get("CORRIDOR_BENCH_UNITS", "1000000"))
ASKED = int(os.environ.get("CORRIDOR_BENCH_QUERIES", "60"))
PYTHON = os.environ.get("CORRIDOR_PEERS", sys.executable)
if not (GOLD / "scale.py").exists():
    print("memory: no units in", GOLD, "- set CORRIDOR_GOLD")
    sys.exit(0)


def build():
    done = subprocess.run([HERE.parent / "measure", "memory-bench"], stdout=subprocess.PIPE, text=True)
    return done.stdout.strip() if done.returncode == 0 else sys.exit("memory: nothing was measured")


def run(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{command[0]} {command[1]}: {done.stderr[-2000:]}")
    return json.loads(done.stdout)


def size(path):
    return sum(p.stat().st_size for p in Path(path).iterdir()) / 1e6 if path.is_dir() else path.stat().st_size / 1e6


def close(a, b):
    return len(a) == len(b) and all(abs(x - y) < 1e-3 for x, y in zip(a, b))


def recall(found, truth):
    """Queries whose best score is the best there is, and hits of the best five, out of all."""
    first = [(f[:1], t[:1]) for f, t in zip(found, truth) if t]
    hits = sum(sum(1 for x, y in zip(f, t) if abs(x - y) < 1e-3) for f, t in zip(found, truth))
    return f"{sum(close(f, t) for f, t in first)} of {len(first)} best, {hits} of {sum(len(t) for t in truth)} hits"


def import_tmx(corridor, folder):
    """The command itself, over a TMX of all units, twice."""
    if subprocess.run([corridor, "import", "--help"], capture_output=True).returncode:
        print("corridor import: this build has none")
        return
    tmx = folder / "units.tmx"
    with open(tmx, "w") as out:
        subprocess.run([sys.executable, GOLD / "scale.py", str(UNITS), "--tmx"], stdout=out, check=True)
    space = folder / "space"
    subprocess.run([corridor, "init", str(space)], capture_output=True, check=True)
    for turn in ("first", "again"):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        process = subprocess.Popen([corridor, "import", str(tmx), "--workspace", str(space), "--quiet"],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        # The figure of the children's usage begins with what this process has, so the child's own is looked at.
        most = 0
        while process.poll() is None:
            status = Path(f"/proc/{process.pid}/status")
            found = re.search(r"VmHWM:\s*(\d+)", status.read_text() if status.exists() else "")
            most = max(most, int(found[1]) // 1024 if found else 0)
            time.sleep(0.1)
        if process.returncode:
            print("corridor import failed:", process.stderr.read()[-500:])
            return
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        print(f"corridor import, TMX of {tmx.stat().st_size / 1e6:.0f} MB, {turn}: {used:.1f} CPU s, {most} MB at most")
    tmx.unlink()


def main():
    bench = build()
    folder = Path(tempfile.mkdtemp(prefix="corridor-memory-"))
    units, store = folder / "units.tsv", folder / "memory.db"
    with open(units, "w") as out:
        subprocess.run([sys.executable, GOLD / "scale.py", str(UNITS)], stdout=out, check=True)
    unique = folder / "unique.tsv"
    with open(units, encoding="utf-8") as lines, open(unique, "w", encoding="utf-8") as out:
        out.writelines(dict.fromkeys(lines))
    texts = size(unique)
    filled = run(bench, "fill", store, unique)
    indexed = run(bench, "index", store)
    again = run(bench, "fill", store, unique)
    opened = min((run(bench, "open", store) for _ in range(3)), key=lambda figures: figures["cpu"])
    million = indexed["texts"] / 1e6
    print(f"{UNITS} lines, {indexed['texts']} different units, {texts:.0f} MB of text")
    print(f"store: {filled['cpu']:.1f} CPU s, {filled['peak_mb']} MB at most, {size(store):.0f} MB on disk; "
          f"the same again: {again['cpu']:.1f} CPU s, {again['added']} added")
    print(f"index (fr) from the store: {indexed['cpu']:.1f} CPU s, {indexed['peak_mb']} MB at most, "
          f"{indexed['bytes'] / 1e6:.0f} MB on disk ({indexed['bytes'] / 1e6 / million:.0f} MB a million units); "
          f"opening {1e3 * opened['cpu']:.0f} ms")
    ours = {}
    for label, minimum, top in (("70 1", 70, 1), ("70 5", 70, 5), ("50 1", 50, 1), ("50 5", 50, 5)):
        scores = folder / "scores"
        # Twice: the first run has the pages of the store read from the disk.
        for _ in range(2):
            ours[label] = run(bench, "match", store, GOLD / "queries.tsv", minimum, top, scores)
        ours[label]["scores"] = [[float(s) for s in line.split()] for line in scores.read_text().split("\n")[:-1]]
    for words in ("texts", "queries"):
        source, target = (unique, "units") if words == "texts" else (GOLD / "queries.tsv", "queries")
        with open(folder / f"{target}.words", "w") as out:
            subprocess.run([bench, "words", str(source), "first" if words == "texts" else "last"], stdout=out, check=True)
    peers = {}
    for name in ("rapidfuzz", "tantivy"):
        done = subprocess.run([PYTHON, HERE / "peers.py", name, folder, str(ASKED)], capture_output=True, text=True)
        if done.returncode:
            print(f"{name}: not run ({done.stderr.strip().splitlines()[-1] if done.stderr else 'no word why'})")
        else:
            peers[name] = json.loads(done.stdout)
    print(f"\n{'':22}{'q/s':>9}{'p50 ms':>9}{'p99 ms':>9}{'max ms':>9}")
    for label, figures in ours.items():
        minimum, top = label.split()
        print(f"corridor {minimum} top-{top:8}{figures['per_second']:9.0f}{figures['p50_ms']:9.2f}"
              f"{figures['p99_ms']:9.2f}{figures['max_ms']:9.1f}")
    truth = peers.get("rapidfuzz")
    for name, figures in peers.items():
        print(f"\n{name}: build {figures['build']:.1f} CPU s, {figures['peak_mb']} MB at most, {figures['queries']} queries"
              + (f", {figures['megabytes']:.0f} MB on disk" if "megabytes" in figures else ""))
        for label in ("70 1", "70 5"):
            rate = figures[label]["per_second"]
            found = f"; recall {recall(figures[label]['scores'], truth[label]['scores'])}" if truth else ""
            print(f"  {label.replace(' ', ' top-')}: {rate:.1f} q/s; corridor is {ours[label]['per_second'] / rate:.0f} "
                  f"times as fast{found}")
    if truth:
        for label in ("70 1", "70 5", "50 5"):
            found = ours[label]["scores"][:ASKED]
            print(f"corridor's recall at {label.replace(' ', ' top-')}: {recall(found, truth[label]['scores'])}")
    print()
    for text, language, kind in (("règlement", "fr", "phrase"), ("en vertu de l’article", "fr", "phrase"),
                                 ("règlements", "fr", "inflected"), ("zirconium", "-", "phrase"), ("de", "fr", "phrase"),
                                 ("règlements? \\(\\w+\\)", "fr", "pattern")):
        found = run(bench, "concordance", store, text, language, kind)
        print(f"concordance '{text}' ({kind}, {language}): {found['ms']:.1f} ms, {found['total']} units")
    if len(sys.argv) > 1:
        import_tmx(sys.argv[1], folder)
    subprocess.run(["rm", "-rf", str(folder)])


main()
