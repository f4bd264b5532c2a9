#!/usr/bin/env python3
"""Speed of sentence segmentation beside ICU's plain loop in C, in one run.

  bench.py CORRIDOR [MEGABYTES] [--stream GIGABYTES]

The text is seeds/*.fr.txt over and over. Measured is the processor time of `corridor segment --format lines`, start-up, reading
and printing included, against icu_sentences.c over the same text in memory, which prints nothing; both are the best of five,
taken in turn. `--stream` pipes a longer text through and reports the peak of memory.
"""
import argparse, os, resource, shutil, subprocess, sys, tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE))
from accuracy import compile_icu


def processor_time(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("corridor")
    parser.add_argument("megabytes", nargs="?", type=int, default=20)
    parser.add_argument("--stream", type=float, default=0)
    options = parser.parse_args()
    seeds = b"\n".join(path.read_bytes() for path in sorted((ROOT / "seeds").glob("*.fr.txt")))
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "text.fr.txt")
        Path(path).write_bytes(seeds * (options.megabytes * 1_000_000 // len(seeds) + 1))
        size = os.path.getsize(path) / 1e6
        binary = compile_icu(folder)
        command = [options.corridor, "segment", path, "--lang", "fr", "--quiet"]
        ours, icu = [], []
        for _ in range(5):
            ours.append(size / processor_time(command))
            if binary:
                with open(path, "rb") as text:
                    run = subprocess.run([binary, "fr", "--bench", "1"], stdin=text, capture_output=True, text=True, check=True)
                icu.append(float(run.stdout))
        print(f"segmentation, {size:.0f} MB of French dispatches, one core, best of 5")
        print(f"  corridor segment      {max(ours):7.1f} MB/s")
        if icu:
            print(f"  ICU's plain loop in C {max(icu):7.1f} MB/s")
            print(f"  ratio                 {max(ours) / max(icu):7.2f}")
        else:
            print("  ICU's plain loop: no C compiler or no libicu-dev")
        if options.stream:
            repeats = int(options.stream * 1e9 / len(seeds)) + 1
            run = subprocess.Popen([options.corridor, "segment", "-", "--lang", "fr", "--quiet"],
                                   stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
            block = seeds * 100
            for _ in range(repeats // 100 + 1):
                run.stdin.write(block)
            run.stdin.close()
            run.wait()
            peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1e3
            print(f"  {options.stream:g} GB as a stream: peak of memory {peak:.0f} MB")


if __name__ == "__main__":
    main()
