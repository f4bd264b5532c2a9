#!/usr/bin/env python3
"""Scores names: prediction, matching, clusters' keys, names in dispatches; then the peers on the same pairs.

  accuracy.py CORRIDOR

Builds and runs the program in `measure`. The gold folder is CORRIDOR_GOLD. Peers are optional (`peers` says which).
"""
import subprocess, sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def build():
    """The path of the measuring program, built."""
    done = subprocess.run([HERE.parent / "measure", "names-accuracy"], stdout=subprocess.PIPE, text=True)
    return done.stdout.strip() if done.returncode == 0 else sys.exit("names: nothing was measured")


def main():
    program = build()
    subprocess.run([program], check=True)
    print("\nNames written apart from what was learned from (press-names.tsv), by the weights of the checkout")
    for part, note in (
        ("a", "looked at while rules were mended"), ("b", "never looked at"), ("c", "looked at while rules were mended"),
        ("d", "figures alone were looked at"),
    ):
        print(f"-- {part}: {note}", flush=True)
        subprocess.run([program, "fresh", part], check=True)
    print("\nBeside other methods", flush=True)
    scores = subprocess.run([program, "scores"], capture_output=True, text=True, check=True).stdout
    if scores.count("\t") > 2:
        subprocess.run([sys.executable, HERE / "peers"], input=scores, text=True, check=True)


if __name__ == "__main__":
    main()
