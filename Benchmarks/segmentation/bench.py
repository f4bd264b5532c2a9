#!/usr/bin/env python3
"""Speed of sentence segmentation beside ICU's plain loop in C, in one run.

  bench.py CORRIDOR [MEGABYTES] [--stream GIGABYTES]

The text is seeds/*.fr.txt over and over. Measured is the processor time of `corridor segment --format lines`, start-up, reading
and printing included, against icu_sentences.c over the same text in memory, which prints nothing; both are the best of five,
taken in turn. The loop converts each line to UTF-16, as ubrk needs it, which is part of its time; it is in C, with -O2.

Then come texts that are none: a line of 50 MB, and 10 MB of one sign. Each is run at a quarter of its length too, for time must
be linear: four times the text, about four times the time. `--stream` pipes a longer text through, and reports the peak of memory.
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


def peak_and_time(command):
    """Peak of memory in MB and processor time in seconds of one run."""
    run = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(run.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        raise RuntimeError(f"{command} failed")
    return usage.ru_maxrss / 1e3, usage.ru_utime + usage.ru_stime


def endless(corridor, folder, seeds):
    line = b" ".join(seeds.split())
    kinds = [("one line", 50, line)] + [(f"'{sign}'", 10, sign.encode()) for sign in ["(", ".", "«", "?!", "a"]]
    print("without line breaks        MB   seconds     at a quarter    MB of memory")
    for name, megabytes, unit in kinds:
        found = []
        for size in (megabytes, megabytes / 4):
            path = os.path.join(folder, "endless.fr.txt")
            Path(path).write_bytes(unit * (int(size * 1e6) // len(unit)))
            found.append(peak_and_time([corridor, "segment", path, "--lang", "fr", "--quiet"]))
        print(f"  {name:22} {megabytes:4} {found[0][1]:9.2f} {found[1][1]:16.2f} {found[0][0]:15.0f}")


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
                    run = subprocess.run(
                        [binary, "fr", "--bench", "1"], stdin=text, capture_output=True, text=True, check=True)
                icu.append(float(run.stdout))
        print(f"segmentation, {size:.0f} MB of French dispatches, one core, best of 5")
        print(f"  corridor segment      {max(ours):7.1f} MB/s")
        if icu:
            print(f"  ICU's plain loop in C {max(icu):7.1f} MB/s")
            print(f"  ratio                 {max(ours) / max(icu):7.2f}")
        else:
            print("  ICU's plain loop: no C compiler or no libicu-dev")
        endless(options.corridor, folder, seeds)
        if options.stream:
            repeats = int(options.stream * 1e9 / len(seeds)) + 1
            run = subprocess.Popen([options.corridor, "segment", "-", "--lang", "fr", "--quiet"],
                                   stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
            block = seeds * 100
            for _ in range(repeats // 100 + 1):
                run.stdin.write(block)
            run.stdin.close()
            peak = os.wait4(run.pid, 0)[2].ru_maxrss / 1e3
            print(f"  {options.stream:g} GB as a stream: peak of memory {peak:.0f} MB")


if __name__ == "__main__":
    main()
