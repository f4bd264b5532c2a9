#!/usr/bin/env python3
"""How Corridor reads the conformance tests of W3C (XML 1.0) and OASIS (XLIFF 2.1 and 2.2).

  conformance.py CORRIDOR [--show]

From the gold folder (CORRIDOR_GOLD, by default ../shared/gold): xmlconf/wrapped.tar.gz with expected.tsv, and xliff-suite.
Printed: malformed files that libxml2 refuses and Corridor does, with the line; well-formed ones that it refuses although they
refer to no entity of their own; invalid XLIFF files with a finding, valid ones with one. --show lists each that falls short.
"""
import csv, os, re, subprocess, sys, tarfile, tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
GOLD = Path(os.environ.get("CORRIDOR_GOLD") or HERE.parent.parent.parent / "shared" / "gold")
CORRIDOR, SHOW = sys.argv[1], "--show" in sys.argv


def said(*arguments):
    run = subprocess.run([CORRIDOR, *map(str, arguments)], capture_output=True, text=True, errors="replace", timeout=120)
    if run.returncode not in (0, 1, 2, 3):
        print(f"status {run.returncode}: {' '.join(map(str, arguments))}")
    return run.stdout + run.stderr


def xmlconf():
    with open(GOLD / "xmlconf" / "expected.tsv", encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(GOLD / "xmlconf" / "wrapped.tar.gz") as archive:
            archive.extractall(folder, filter="data")
        with ThreadPoolExecutor(2) as pool:
            texts = list(pool.map(lambda row: said("convert", Path(folder) / row["file"], "/dev/null", "--to", "tmx"), rows))
    refused = lined = wrong = 0
    alarms, missed = [], []
    for row, text in zip(rows, texts):
        error = re.search(r"\.tmx:(\d+):\d+: error: (.*)", text)
        if row["type"] == "not-wf" and row["libxml2"] == "refused":
            wrong += 1
            refused += error is not None
            line = re.search(r"line (\d+)", row["libxml2_says"])
            lined += bool(error and line and error[1] == line[1])
            if not error:
                missed.append(f"{row['file']}: {row['libxml2_says']}")
        elif row["type"] in ("valid", "invalid") and row["libxml2"] == "ok" and error and "entity &" not in error[2]:
            alarms.append(f"{row['file']}: {error[2]}")
    print(f"xmlconf: {refused} of {wrong} malformed files refused, {lined} at libxml2's line; {len(alarms)} false alarms")
    show(missed + alarms)


def xliff():
    files = sorted(path for path in (GOLD / "xliff-suite").rglob("*.xlf") if path.parent.name in ("valid", "invalid"))
    with ThreadPoolExecutor(2) as pool:
        texts = list(pool.map(lambda path: said("validate", path), files))
    for kind in ("invalid", "valid"):
        found = [(path, re.search(r": (schema|meaning): .*", text)) for path, text in zip(files, texts) if path.parent.name == kind]
        print(f"xliff: {sum(hit is not None for _, hit in found)} of {len(found)} {kind} files with a finding")
        show(f"{path.parent.parent.name}/{path.name}" + (hit[0] if hit else "") for path, hit in found if (hit is None) == (kind == "invalid"))


def show(lines):
    if SHOW:
        for line in lines:
            print("  " + line[:240])


xmlconf()
xliff()
