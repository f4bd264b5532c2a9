#!/usr/bin/env python3
"""What the format readers and writers make of files that other tools wrote, and of hostile ones.

  accuracy.py CORRIDOR [--show]

From the gold folder (CORRIDOR_GOLD, by default ../shared/gold) three tables:
  hostile    every file of formats/hostile against the outcome and the line that expected.tsv gives
  round trip every TMX: convert, compare (roundtrip_diff.py, needs lxml), convert again, same bytes
  schemas    every real file converted to TMX (--strict), TBX v3 and v2, XLIFF 1.2 and 2.0, and SRX, held against the DTD, RELAX NG and XSD of
             ../schemas beside the gold folder with xmllint
--show lists each file that falls short.
"""
import argparse, csv, os, re, shutil, subprocess, sys, tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
GOLD = Path(os.environ.get("CORRIDOR_GOLD") or HERE.parent.parent.parent / "shared" / "gold")
FORMATS = GOLD / "formats"
SCHEMAS = Path(os.environ.get("CORRIDOR_SCHEMAS") or GOLD.parent / "schemas")
PLACE = re.compile(r":(\d+):(\d+): (error|warning): (.*)")
XLIFF2 = {"2.0": "xliff21/xliff_core_2.0.xsd", "2.1": "xliff21/xliff_core_2.0.xsd", "2.2": "xliff22/xliff_core_2.2.xsd"}


def run(*command, **options):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, errors="replace",
                          timeout=120, **options)


def corridor(*arguments):
    return run(ARGS.corridor, *arguments)


def observed(path):
    """What reading a file for conversion says: outcome, [(line, column, message)], units written."""
    output = Path(TEMP) / (path.name + ".out")
    kind = "srx" if path.suffix == ".srx" else "tbx" if path.suffix in (".tbx", ".utx", ".tab", ".csv") else "tmx"
    result = corridor("convert", path, output, "--to", kind)
    places = [(int(m[1]), int(m[2]), m[4]) for m in map(PLACE.search, result.stderr.splitlines()) if m]
    if result.returncode == 3:
        outcome = "LIMIT" if "raise the limit" in result.stderr else "REJECT"
    elif result.returncode in (0, 1):
        outcome = "WARN" if ": warning: " in result.stderr else "ACCEPT"
    else:
        outcome = f"STATUS {result.returncode}"
    return outcome, places, result.stderr


def hostile():
    with open(FORMATS / "hostile" / "expected.tsv", encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(lambda row: observed(FORMATS / "hostile" / row["file"]), rows))
    right, lines, lined, counts, short = 0, 0, 0, Counter(), []
    for row, (outcome, places, said) in zip(rows, results):
        expected, text = row["outcome"], row["expected"]
        also = {"REJECT"} if "REJECT is also" in text or "or REJECT" in text or "rejected or" in text else set()
        also |= {"ACCEPT"} if "ACCEPT also" in text else set()
        also |= {"WARN"} if "warning allowed" in text else set()
        is_right = outcome == expected or outcome in also
        counts[expected, outcome if is_right else f"({outcome})"] += 1
        right += is_right
        line_right = True
        if is_right and row["line"] != "-" and outcome in ("REJECT", "WARN", "LIMIT"):
            lined += 1
            line_right = any(line == int(row["line"]) for line, _, _ in places)
            lines += line_right
        if not is_right or not line_right:
            short.append(f"  {row['file']}: {expected} {row['line']}:{row['col']} ({text[:90]}); got {outcome}: {said.strip()[:200]}")
    print(f"hostile: {right} of {len(rows)} outcomes as expected; line right in {lines} of {lined} that name one")
    for (expected, got), count in sorted(counts.items()):
        print(f"  {expected:7} -> {got:9} {count}")
    show(short)
    return [row["file"] for row, result in zip(rows, results) if result[0] in ("ACCEPT", "WARN")]


def round_trips(accepted):
    try:
        import lxml  # noqa: F401
    except ImportError:
        print("round trip: lxml is not installed; pip install lxml")
        return
    files = sorted(p for p in (FORMATS / "real" / "tmx").iterdir())
    real = len(files)
    files += [FORMATS / "hostile" / name for name in accepted if ".tmx" in name]

    def trip(path):
        first, second = (Path(TEMP) / f"{path.name}.{n}.tmx" for n in (1, 2))
        made = corridor("convert", path, first)
        if not first.exists():
            return "not read", made.stderr
        corridor("convert", first, second)
        if not second.exists() or first.read_bytes() != second.read_bytes():
            return "second export differs", ""
        compared = path
        if path.suffix == ".zip":
            compared = Path(TEMP) / f"{path.name}.member.tmx"
            import zipfile
            with zipfile.ZipFile(path) as archive:
                compared.write_bytes(archive.read(next(n for n in archive.namelist() if n.lower().endswith(".tmx"))))
        verdict = run(sys.executable, FORMATS / "roundtrip_diff.py", compared, first, "--order")
        if verdict.returncode == 2:
            return "comparator cannot read it", verdict.stdout
        return ("SAME" if verdict.returncode == 0 else "DIFFERENT"), verdict.stdout + made.stderr

    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(trip, files))
    for title, part in (("real", slice(0, real)), ("hostile", slice(real, None))):
        print(f"round trip of TMX, {title}: " + ", ".join(f"{n} {w}" for w, n in Counter(r[0] for r in results[part]).items()))
    show([f"  {p.name}: {w}: {t.strip()[:300]}" for p, (w, t) in zip(files, results) if w != "SAME"])


def schema_command(kind, path):
    if kind == "tmx":
        return ["xmllint", "--nonet", "--noout", "--dtdvalid", SCHEMAS / "tmx14.dtd", path]
    if kind == "tbx":
        return ["xmllint", "--nonet", "--noout", "--relaxng", SCHEMAS / "TBXcoreStructV03_TBX-Basic_integrated.rng", path]
    if kind == "tbx2":
        return ["xmllint", "--nonet", "--noout", "--relaxng", SCHEMAS / "TBXBasicRNGV02.rng", path]
    if kind == "srx":
        return ["xmllint", "--nonet", "--noout", "--schema", SCHEMAS / "srx20.xsd", path]
    if kind == "xliff12":
        return ["xmllint", "--nonet", "--noout", "--schema", SCHEMAS / "xliff-core-1.2-transitional.xsd", path]
    version = re.search(r'<xliff[^>]*?version="([^"]*)"', path.read_text(encoding="utf-8", errors="replace")[:4000])
    return ["xmllint", "--nonet", "--noout", "--schema", SCHEMAS / XLIFF2.get(version[1] if version else "", XLIFF2["2.0"]), path]


def schemas():
    if not shutil.which("xmllint") or not SCHEMAS.is_dir():
        print("schemas: xmllint or the schemas are missing")
        return
    catalog = {**os.environ, "XML_CATALOG_FILES": str(SCHEMAS / "catalog.xml")}
    jobs = []
    for folder in ("tmx", "tbx", "xliff", "glossary", "srx"):
        for path in sorted((FORMATS / "real" / folder).iterdir()):
            for kind in (("srx",) if folder == "srx" else ("tmx", "tbx", "tbx2", "xliff12", "xliff20")):
                jobs.append((folder, path, kind))

    def held(job):
        folder, path, kind = job
        output = Path(TEMP) / f"{folder}-{path.name}.{kind}.xml"
        options = ["--to", kind[:5] if kind.startswith("xliff") else kind]
        if kind.startswith("xliff"):
            options += ["--xliff-version", f"{kind[5]}.{kind[6]}"]
        if kind == "tmx":
            options.append("--strict")
        if kind == "tbx2":
            options = ["--to", "tbx", "--tbx-version", "2"]
        made = corridor("convert", path, output, *options, "--source", "en", "--target", "fr", "--fix-controls")
        if not output.exists():
            return "not read", made.stderr
        verdict = run(*schema_command(kind, output), env=catalog)
        return ("valid" if verdict.returncode == 0 else "INVALID"), verdict.stderr

    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(held, jobs))
    table = Counter((folder, kind, what) for (folder, _, kind), (what, _) in zip(jobs, results))
    print("schemas: real files converted, then xmllint")
    for folder in ("tmx", "tbx", "xliff", "glossary", "srx"):
        for kind in ("tmx", "tbx", "tbx2", "xliff12", "xliff20", "srx"):
            cells = {w: n for (f, k, w), n in table.items() if f == folder and k == kind}
            if cells:
                print(f"  {folder:8} to {kind:7} " + ", ".join(f"{n} {w}" for w, n in sorted(cells.items(), reverse=True)))
    show([f"  {j[1].name} to {j[2]}: {w}: {t.strip()[:300]}" for j, (w, t) in zip(jobs, results) if w != "valid"])


def show(lines):
    if ARGS.show:
        print("\n".join(lines))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("corridor")
    parser.add_argument("--show", action="store_true")
    ARGS = parser.parse_args()
    with tempfile.TemporaryDirectory() as TEMP:
        accepted = hostile()
        round_trips(accepted)
        schemas()
