#!/usr/bin/env python3
"""Sentence alignment against gold beads, with processor time, memory and a calibration table.

  accuracy.py CORRIDOR [--large]

Sets: alignment/ and news/ of the gold folder (CORRIDOR_GOLD, by default ../shared/gold). strict: a bead counts when the same
bead is in the gold (precision over all beads, recall over the two-sided ones of the gold); lax: when it shares a sentence of
each side with gold beads. `sure`: the share of beads with a confidence of 0.9 or more, and how many of those are right.
Definitions: Sennrich and Volk 2010; Thompson and Koehn 2019.
"""
import argparse, os, resource, subprocess, sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
GOLD = Path(os.environ.get("CORRIDOR_GOLD") or HERE.parent.parent.parent / "shared" / "gold")
BINS = [0, .5, .6, .7, .8, .9, .95, .99, 1.01]


def ladder(text):
    beads = []
    for line in text.splitlines():
        fields = line.replace("[", "").replace("]", "").replace(" ", "").split(":")
        if len(fields) >= 2:
            sides = [tuple(int(x) for x in field.split(",") if x) for field in fields[:2]]
            beads.append((*sides, float(fields[2]) if len(fields) > 2 and fields[2] else 1.0))
    return beads


def scores(gold, test):
    exact = {bead[:2] for bead in gold}
    links = {(s, t) for source, target, _ in gold for s in source for t in target}
    two = [bead for bead in gold if bead[0] and bead[1]]
    right = sum(bead[:2] in exact for bead in test)
    found = sum(bead[:2] in exact for bead in test if bead[0] and bead[1])
    lax = [any((s, t) in links for s in b[0] for t in b[1]) if b[0] and b[1] else b[:2] in exact for b in test]
    laxly = {bead[:2] for bead, is_right in zip(test, lax) if is_right and bead[0] and bead[1]}
    covered = {(s, t) for source, target in laxly for s in source for t in target}
    recalled = sum(any((s, t) in covered for s in b[0] for t in b[1]) for b in two)

    def f1(precise, recalled):
        p, r = precise / max(1, len(test)), recalled / max(1, len(two))
        return 2 * p * r / (p + r) if p + r else 0.0
    return f1(right, found), f1(sum(lax), recalled)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("corridor")
    parser.add_argument("--large", action="store_true", help="with the sets of 5,000 sentences and more")
    options = parser.parse_args()
    sets = []
    for folder in sorted(p.parent for p in (GOLD / "alignment").rglob("gold.txt")):
        if "5000" in folder.name and not options.large:
            continue
        source, target = ("de", "fr") if "de-fr" in folder.name else ("fr", "en")
        sets.append((folder.relative_to(GOLD / "alignment"), [(folder, "src.txt", "tgt.txt", "gold.txt")], source, target))
    news = [(GOLD / "news", f"{n:02}.fr.sents", f"{n:02}.en.sents", f"{n:02}.align") for n in range(1, 7)]
    sets.append(("news", news, "fr", "en"))
    bins = [[0, 0] for _ in BINS]
    print(f"{'set':44} {'beads':>6} {'strict':>7} {'lax':>7} {'sure':>6} {'right':>6} {'CPU s':>7} {'MB':>5}")
    for name, files, source, target in sets:
        gold, test, time, peak = [], [], 0.0, 0
        for offset, (folder, src, tgt, answer) in enumerate(files):
            reader, writer = os.pipe()
            command = [options.corridor, "align", str(folder / src), str(folder / tgt), "--from", source, "--to", target,
                       "--segmented", "--format", "ladder", "--quiet", "--force"]
            child = os.fork()
            if child == 0:
                os.dup2(writer, 1)
                os.execvp(command[0], command)
            os.close(writer)
            with os.fdopen(reader) as pipe:
                said = pipe.read()
            _, status, usage = os.wait4(child, 0)
            time += usage.ru_utime + usage.ru_stime
            peak = max(peak, usage.ru_maxrss / 1e3)
            move = offset * 10_000_000
            for beads, text in ((gold, (folder / answer).read_text()), (test, said)):
                beads += [(tuple(s + move for s in a), tuple(t + move for t in b), c) for a, b, c in ladder(text)]
        strict, lax = scores(gold, test)
        exact = {bead[:2] for bead in gold}
        for bead in test:
            place = max(i for i, low in enumerate(BINS) if bead[2] >= low)
            bins[place][0] += 1
            bins[place][1] += bead[:2] in exact
        sure = [bead for bead in test if bead[2] >= .9]
        right = sum(bead[:2] in exact for bead in sure) / max(1, len(sure))
        print(f"{str(name):44} {len(test):6} {strict:7.3f} {lax:7.3f} {len(sure) / max(1, len(test)):6.2f} {right:6.3f} "
              f"{time:7.2f} {peak:5.0f}", flush=True)
    print("calibration: confidence, beads, strictly right")
    for low, high, (count, right) in zip(BINS, BINS[1:], bins):
        if count:
            print(f"  {low:4.2f} to {min(high, 1):4.2f}  {count:6}  {right / count:.3f}")


if __name__ == "__main__":
    main()
