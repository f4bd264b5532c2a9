#!/usr/bin/env python3
"""Scores names: prediction, matching, clusters' keys, names in dispatches; then the peers on the same pairs.

  accuracy.py CORRIDOR

Builds and runs the nested package `measure`. The gold folder is CORRIDOR_GOLD. Peers are optional (`peers` says which).
"""
import subprocess, sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
PACKAGE = HERE / "measure"


def build():
    """The path of the measuring program, built."""
    command = ["swift", "build", "-c", "release", "--package-path", str(PACKAGE)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit("names: the measuring package does not build\n" + done.stdout[-2000:] + done.stderr[-2000:])
    place = subprocess.run(command + ["--show-bin-path"], capture_output=True, text=True, check=True).stdout.strip()
    return Path(place) / "names-accuracy"


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
