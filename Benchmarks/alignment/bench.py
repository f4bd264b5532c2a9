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
from multiprocessing import get_context
from pathlib import Path

from accuracy import GOLD, measure
from noise import damaged, memory_units, write


def make(path, sizes, folder):
    """Writes the texts of each size; returns (source lines, target lines, source words) of each."""
    units, made = memory_units(path, max(sizes)), []
    for count in sizes:
        beads = damaged(units[:count], .1, seed=count)
        lines = write(beads, Path(folder) / str(count))
        made.append((*lines, sum(len(text.split()) for side, _ in beads for text in side)))
    return made


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("corridor")
    parser.add_argument("sentences", nargs="*", type=int, default=[5_000, 20_000, 50_000])
    options = parser.parse_args()
    path = GOLD / "memory" / "units-fr-en-250k.tsv.xz"
    if not path.exists():
        print(f"no sentence pairs in {path}; set CORRIDOR_GOLD. Nothing was measured.")
        return
    print(f"{'sentences a side':>17} {'words':>8} {'strict':>7} {'lax':>7} {'CPU s':>7} {'MB':>5} {'time':>7} {'memory':>7}")
    before = None
    sizes = sorted(options.sentences)
    with tempfile.TemporaryDirectory() as folder:
        # By a process of its own: the peak of a child is never told below the size of the process that started it.
        with get_context("spawn").Pool(1) as pool:
            made = pool.apply(make, (path, sizes, folder))
        for count, (source, target, words) in zip(sizes, made):
            place = Path(folder) / str(count)
            score, time, peak = measure(
                options.corridor, [(place / "src.txt", place / "tgt.txt", place / "gold.txt")], ("fr", "en"))
            growth = f"{time / before[0]:6.1f}x {peak / before[1]:6.1f}x" if before else ""
            print(f"{source:>8}/{target:<8} {words:8} {score.f1(score.right, score.found):7.3f} "
                  f"{score.f1(score.lax, score.lax_found):7.3f} {time:7.2f} {peak:5.0f} {growth}", flush=True)
            before = (time, peak)


if __name__ == "__main__":
    sys.exit(main())
