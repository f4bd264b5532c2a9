#!/usr/bin/env python3
"""Speed and memory of sentence alignment, and how both grow.

  bench.py CORRIDOR [SENTENCES ...]

The texts are units of the gold folder's memory (law, documentation, everyday sentences; CORRIDOR_GOLD, by default
../shared/gold) in random order with one bead in ten damaged: merged, or a sentence or a run of them left out. Order tells
nothing there, so that only words, lengths and numbers do. Measured is one run of `corridor align --segmented`, start-up,
glossary, names and printing included: processor time, peak of memory, and the beads that are right, so that speed is not
bought with them. Every growth is against the size before it.
"""
import argparse, sys, tempfile
from pathlib import Path

from accuracy import GOLD, measure
from noise import damaged, memory_units, write


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("corridor")
    parser.add_argument("sentences", nargs="*", type=int, default=[5_000, 20_000, 50_000])
    options = parser.parse_args()
    path = GOLD / "memory" / "units-fr-en-250k.tsv.xz"
    if not path.exists():
        print(f"no sentence pairs in {path}; set CORRIDOR_GOLD. Nothing was measured.")
        return
    units = memory_units(path, max(options.sentences))
    print(f"{'sentences a side':>17} {'words':>8} {'strict':>7} {'lax':>7} {'CPU s':>7} {'MB':>5} {'time':>7} {'memory':>7}")
    before = None
    with tempfile.TemporaryDirectory() as folder:
        for count in sorted(options.sentences):
            place = Path(folder) / str(count)
            beads = damaged(units[:count], .1, seed=count)
            lines = write(beads, place)
            words = sum(len(text.split()) for side, _ in beads for text in side)
            score, time, peak = measure(
                options.corridor, [(place / "src.txt", place / "tgt.txt", place / "gold.txt")], ("fr", "en"))
            growth = f"{time / before[0]:6.1f}x {peak / before[1]:6.1f}x" if before else ""
            print(f"{lines[0]:>8}/{lines[1]:<8} {words:8} {score.f1(score.right, score.found):7.3f} "
                  f"{score.f1(score.lax, score.lax_found):7.3f} {time:7.2f} {peak:5.0f} {growth}", flush=True)
            before = (time, peak)


if __name__ == "__main__":
    sys.exit(main())
