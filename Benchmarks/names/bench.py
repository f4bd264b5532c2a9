#!/usr/bin/env python3
"""Speed of names: matching, prediction, clusters; the commands, start-up included; a run of a thousand documents.

  bench.py CORRIDOR

All figures are processor seconds of one process, so that a busy machine changes them little.
"""
import resource, subprocess, sys, tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE))
from accuracy import build


def seconds(command, **more):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **more)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode > 1:
        sys.exit(f"{command}: status {done.returncode}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    corridor = sys.argv[1]
    program = build()
    subprocess.run([program, "speed"], check=True)
    rows = [line.split("\t")[:2] for line in (HERE.parent.parent / "Tests/NamesTests/Data/press-names.tsv").read_text().splitlines()[1:]]
    pairs = [f"{fr}\t{en.split(';')[0]}\n" for fr, en in rows]
    with tempfile.TemporaryDirectory() as folder:
        for name, lines in (("one", 1), ("many", 100_000)):
            Path(folder, name).write_text("".join((pairs * (lines // len(pairs) + 1))[:lines]))
        # Opened anew every time: a second run would find the first one's file read to its end.
        start = min(seconds([corridor, "names", "match"], stdin=open(Path(folder, "one"))) for _ in range(3))
        many = min(seconds([corridor, "names", "match"], stdin=open(Path(folder, "many"))) for _ in range(3))
        print(f"corridor names match: start-up {1000 * start:.0f} ms; {100_000 / many:.0f} pairs a second, start-up included")
        texts = [path.read_text() for path in sorted((ROOT / "seeds").glob("*.en.txt"))]
        for count in (250, 500, 1000):
            run = Path(folder, f"run{count}")
            run.mkdir()
            for i in range(count):
                # Every document has names of its own beside the shared ones.
                own = f"\n\nArmen B{'aeiou'[i % 5]}r{'aeiou'[i // 5 % 5]}k{'aeiou'[i // 25 % 5]}l{i // 125}yan spoke in Yerevan.\n"
                (run / f"{i:04}.en.txt").write_text(texts[i % len(texts)] + own)
            time = seconds([corridor, "check", str(run), "--only", "name-variant,name-misspelt,name-untransliterated"])
            print(f"corridor check, names, {count} documents: {time:.2f} s, {1000 * time / count:.2f} ms a document")


if __name__ == "__main__":
    main()
