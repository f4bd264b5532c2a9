#!/usr/bin/env python3
"""Scores sentence segmentation beside its peers: one table, sets as rows.

  accuracy.py CORRIDOR [--sets REGEX] [--no-peers] [--failures]

CORRIDOR is the built command. The gold folder is CORRIDOR_GOLD, by default ../shared/gold beside the checkout; where it is
missing the script says so and ends with status 0. Peers are used where they import: pysbd, syntok, blingfire and
sentence_splitter from PyPI (CORRIDOR_PEERS may name a folder for PYTHONPATH); ICU alone is icu_sentences.c, compiled where
a C compiler and ICU's headers are found.

Texts: F1 of the inner sentence boundaries, in percent (paragraph ends are given to every system), with the number of wrong
boundaries. Cases: passed of total; those whose gold crosses a line break run with --wrapped.
"""
import argparse, difflib, json, os, re, shutil, subprocess, sys, tempfile, time
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path[:0] = [p for p in os.environ.get("CORRIDOR_PEERS", "").split(":") if p]


def squeeze(text):
    return "".join(text.split())


def ends(sentences):
    """Boundaries as offsets in the text without white space."""
    total, found = 0, []
    for sentence in sentences:
        size = len(squeeze(sentence))
        if size:
            total += size
            found.append(total)
    return set(found)


# --- Systems: a function from language and paragraphs to sentences ---------------------------------------------------

class Corridor:
    name = "corridor"

    def __init__(self, command):
        self.command = command

    def texts(self, jobs):
        """jobs: key -> (language, wrapped, text). One process for each language and layout."""
        groups = defaultdict(dict)
        for key, (language, wrapped, text) in jobs.items():
            groups[language, wrapped][key] = text
        result = {}
        for (language, wrapped), texts in groups.items():
            with tempfile.TemporaryDirectory() as folder:
                names = {}
                for number, (key, text) in enumerate(texts.items()):
                    path = os.path.join(folder, f"{number:05}.txt")
                    with open(path, "w", encoding="utf-8", newline="") as file:
                        file.write(text)
                    names[path], result[key] = key, []
                options = ["--wrapped"] if wrapped else []
                run = subprocess.run(
                    [*self.command, "segment", *names, "--lang", language, "--format", "jsonl", "--quiet", *options],
                    capture_output=True, text=True, check=True)
                for line in run.stdout.splitlines():
                    row = json.loads(line)
                    result[names[row["file"]]].append(row["text"])
        return result


class Peer:
    """A system that is given paragraphs: lines, or with `wrapped` whole blocks with their line breaks as spaces."""

    def __init__(self, name, split, languages=None):
        self.name, self.split, self.languages = name, split, languages

    def texts(self, jobs):
        result = {}
        for key, (language, wrapped, text) in jobs.items():
            if self.languages and language not in self.languages:
                continue
            blocks = re.split(r"\n\s*\n", text) if wrapped else re.split(r"[\n\r]", text)
            blocks = [" ".join(b.split("\n")) for b in blocks if b.strip()]
            result[key] = [s for block in blocks for s in self.sentences(language, block)]
        return result


    def sentences(self, language, block):
        found = [s for s in self.split(language, block) if s.strip()]
        if squeeze("".join(found)) == squeeze(block):
            return found
        # It changed characters: its boundaries are found again by what is left of the text.
        text, start, kept = squeeze(block), 0, []
        for end in sorted(realigned(found, text) | {len(text)}):
            if end > start:
                kept.append(text[start:end])
                start = end
        return kept


def icu(variant, binary):
    class ICU(Peer):
        def texts(self, jobs):
            # ICU's program reads lines; a case is one call, a text is one call.
            result = {}
            for key, (language, wrapped, text) in jobs.items():
                if wrapped:
                    text = re.sub(r"(?<!\n)[\n\r](?![\n\r])", " ", text)
                run = subprocess.run([binary, language + variant], input=text, capture_output=True, text=True, check=True)
                result[key] = [s for s in run.stdout.split("\n") if s.strip()]
            return result
    return ICU("icu" + ("+ss" if variant else ""), None)


def compile_icu(folder):
    compiler = shutil.which("cc") or shutil.which("clang")
    if not compiler:
        return None
    binary = os.path.join(folder, "icu_sentences")
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "icu-uc", "icu-i18n"], capture_output=True, text=True)
    flags = flags.stdout.split() or ["-licuuc", "-licui18n"]
    made = subprocess.run([compiler, "-O2", "-o", binary, str(HERE / "icu_sentences.c"), *flags], capture_output=True)
    return binary if made.returncode == 0 else None


def peers(folder):
    found, missing = [], []
    binary = compile_icu(folder)
    if binary:
        found += [icu("", binary), icu("@ss=standard", binary)]
    else:
        missing.append("icu (no C compiler or no libicu-dev)")
    try:
        import pysbd
        made = {}
        def with_pysbd(language, text):
            if language not in made:
                made[language] = pysbd.Segmenter(
                    language=language if language in ("en", "fr", "ru", "hy") else "en", clean=False)
            return made[language].segment(text)
        found.append(Peer("pysbd", with_pysbd))
    except ImportError:
        missing.append("pysbd")
    try:
        import syntok.segmenter as syntok
        found.append(Peer("syntok", lambda language, text: [
            "".join(t.spacing + t.value for t in sentence)
            for paragraph in syntok.process(text) for sentence in paragraph]))
    except ImportError:
        missing.append("syntok")
    try:
        import blingfire
        found.append(Peer("blingfire", lambda language, text: blingfire.text_to_sentences(text).split("\n")))
    except ImportError:
        missing.append("blingfire")
    try:
        import sentence_splitter
        splitters = {}
        def with_moses(language, text):
            if language not in splitters:
                try:
                    splitters[language] = sentence_splitter.SentenceSplitter(language=language)
                except sentence_splitter.SentenceSplitterException:
                    splitters[language] = sentence_splitter.SentenceSplitter(language="en")
            return splitters[language].split(text)
        found.append(Peer("moses", with_moses))
    except ImportError:
        missing.append("sentence_splitter")
    return found, missing


# --- Sets ---------------------------------------------------------------------------------------------------------------

def text_sets(gold):
    """name -> (language, text, gold sentences)"""
    sets = {}
    for path in sorted((gold / "segmentation").glob("*.gold")):
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        sets[path.stem] = (path.stem[:2], text, path.read_text(encoding="utf-8").split("\n"))
    for language in ("fr", "en"):
        for kind in ("", "bad."):
            for path in sorted((gold / "news").glob(f"[0-9][0-9].{kind}{language}.sents")):
                text = path.with_suffix(".txt").read_text(encoding="utf-8")
                sets[f"news {path.stem}"] = (language, text, path.read_text(encoding="utf-8").split("\n"))
    return sets


def cases(gold):
    path = gold / "segmentation" / "cases.json"
    found = {}
    for case in json.loads(path.read_text(encoding="utf-8")) if path.exists() else []:
        if not case.get("lossless", True):
            continue
        lines = [squeeze(line) for line in re.split(r"[\n\r]", case["text"]) if line.strip()]
        crosses = not ends(lines) <= ends(case["sentences"])
        found[case["id"]] = (f"cases {case['lang']} {case['set']}", case["lang"], crosses, case["text"], case["sentences"])
    return found


def score(text, gold, predicted):
    """Right, wrong and missed inner boundaries."""
    paragraphs = ends(text.split("\n"))
    wanted, found = ends(gold), ends(predicted) | paragraphs
    assert squeeze("".join(predicted)) == squeeze(text), "a system lost or changed text"
    wanted, found = wanted - paragraphs, found - paragraphs
    return len(wanted & found), len(found - wanted), len(wanted - found)


def realigned(predicted, text):
    """The boundaries in `text`, without white space, of sentences whose characters differ from it."""
    before, after = squeeze("".join(predicted)), text
    places = {}
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for start, other, size in matcher.get_matching_blocks():
        for offset in range(size + 1):
            places.setdefault(start + offset, other + offset)
    return {places.get(end, end) for end in ends(predicted)}


def f1(right, wrong, missed):
    return 100.0 if right + wrong + missed == 0 else 200 * right / (2 * right + wrong + missed)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("corridor", nargs="+")
    parser.add_argument("--sets", default="")
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("--failures", action="store_true", help="print the cases that fail")
    options = parser.parse_args()
    gold = Path(os.environ.get("CORRIDOR_GOLD", ROOT.parent / "shared" / "gold"))
    if not (gold / "segmentation").is_dir():
        print(f"segmentation: no gold data in {gold}; set CORRIDOR_GOLD. Nothing was scored.")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        others, missing = ([], []) if options.no_peers else peers(folder)
        systems = [Corridor(options.corridor)] + others
        sets = {k: v for k, v in text_sets(gold).items() if re.search(options.sets, k)}
        all_cases = {k: v for k, v in cases(gold).items() if re.search(options.sets, v[0])}
        jobs = {("set", k): (language, False, text) for k, (language, text, _) in sets.items()}
        jobs |= {("case", k): (v[1], v[2], v[3]) for k, v in all_cases.items()}
        rows, pooled = defaultdict(dict), defaultdict(lambda: defaultdict(lambda: [0, 0, 0]))
        passed = defaultdict(lambda: defaultdict(lambda: [0, 0]))
        for system in systems:
            start = time.time()
            answers = system.texts(jobs)
            for name, (language, text, sentences) in sets.items():
                if ("set", name) not in answers:
                    continue
                counts = score(text, sentences, answers["set", name])
                group = f"news {language}" if name.startswith("news") else f"all {language}"
                for index in range(3):
                    pooled[group][system.name][index] += counts[index]
                if not name.startswith("news"):
                    rows[name][system.name] = counts
            for key, (group, language, crosses, text, sentences) in all_cases.items():
                if ("case", key) not in answers:
                    continue
                tally = passed[group][system.name]
                tally[1] += 1
                answer = answers["case", key]
                if [squeeze(s) for s in sentences if squeeze(s)] == [squeeze(s) for s in answer if squeeze(s)]:
                    tally[0] += 1
                elif options.failures and system.name == "corridor":
                    print(group, json.dumps(sentences, ensure_ascii=False), "\n     got", json.dumps(answer, ensure_ascii=False))
            print(f"{system.name}: {time.time() - start:.1f} s", file=sys.stderr)
    names = [system.name for system in systems]
    print(f"{'sentence boundaries':26}" + "".join(f"{name:>15}" for name in names))
    for group in (rows, pooled):
        for name in sorted(group):
            cells = []
            for system in names:
                counts = group[name].get(system)
                cells.append(f"{f1(*counts):9.2f} {counts[1] + counts[2]:5}" if counts else "-")
            print(f"{name:26}" + "".join(f"{cell:>15}" for cell in cells))
    for group in sorted(passed):
        cells = ["/".join(map(str, passed[group][system])) if system in passed[group] else "-" for system in names]
        print(f"{group:26}" + "".join(f"{cell:>15}" for cell in cells))
    if missing:
        print("not installed: " + ", ".join(missing))
    return 0


if __name__ == "__main__":
    sys.exit(main())
