#!/usr/bin/env python3
"""Scores `corridor` on a folder of news dispatches with gold annotations.

usage: score.py CORRIDOR NEWS_FOLDER

Terms and names: span F1 by language against NN.terms.tsv and NN.names.tsv. Checks: recall by error type against NN.bad.tsv
(a finding of any check that overlaps the planted place counts; of the right check is told apart), and what is reported on
the clean versions. Sentences: exact lines against NN.*.sents.
"""
import collections, csv, json, os, subprocess, sys

tool, folder = sys.argv[1:3]
GLOSSARY = ["--glossary", os.path.join(folder, "glossary.csv"), "--quiet"]
RIGHT = {
    "NAME_VARIANT": "name-variant", "NAME_UNTRANSLITERATED": "name-untransliterated", "NAME_MISSPELT": "name-misspelt",
    "NAME_WRONG_PERSON": "name-mismatch", "TERM_MISSING": "term-missing", "TERM_FORBIDDEN": "term-forbidden",
    "NUMBER_MISMATCH": "number-mismatch", "DATE_MISMATCH": "date-mismatch", "MISSING_SENTENCE": "sentence-missing",
    "QUOTE_MISMATCH": "quote-unbalanced",
}


def run(*arguments):
    done = subprocess.run([tool, *arguments], capture_output=True, text=True)
    if done.returncode > 1:
        sys.exit(f"{' '.join(arguments)}: {done.stderr}")
    return done.stdout


def rows(name):
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def lines(name):
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        return file.read().splitlines()


articles = sorted(name[:2] for name in os.listdir(folder) if name.endswith(".terms.tsv"))
verbose = "-v" in sys.argv

print("sentences exact (right/gold)")
for language in ("fr", "en"):
    right = total = 0
    for article in articles:
        gold = lines(f"{article}.{language}.sents")
        ours = run("segment", os.path.join(folder, f"{article}.{language}.txt"), "--quiet").splitlines()
        total += len(gold)
        right += len(set(gold) & set(ours)) if len(ours) == len(gold) else len([s for s in ours if s in gold])
    print(f"  {language}: {right}/{total}")

for layer, key in (("terms", "concept"), ("names", "name")):
    for language in ("fr", "en"):
        hit = missed = extra = identified = kinds = 0
        for article in articles:
            gold = {}
            for row in rows(f"{article}.{layer}.tsv"):
                if row["lang"] == language:
                    gold[(int(row["sent"]), int(row["offset"]), int(row["length"]))] = row
            found = {}
            text = run("annotate", os.path.join(folder, f"{article}.{language}.txt"), "--lang", language, *GLOSSARY)
            for line in text.splitlines():
                sentence = json.loads(line)
                for item in sentence[layer]:
                    found[(sentence["sentence"], item["offset"], item["length"])] = item
            for place in sorted(set(gold) | set(found)):
                if place in gold and place in found:
                    hit += 1
                    if layer == "names":
                        kinds += gold[place]["kind"] == found[place]["kind"]
                    else:
                        identified += gold[place]["concept"] == found[place]["concept"]
                elif place in gold:
                    missed += 1
                    if verbose: print("   missed", article, language, layer, place, gold[place]["surface"], gold[place][key])
                else:
                    extra += 1
                    if verbose: print("   extra ", article, language, layer, place, found[place]["surface"], found[place].get(key))
        f1 = 2 * hit / max(1, 2 * hit + missed + extra)
        more = f", kind right {kinds}/{hit}" if layer == "names" else f", concept right {identified}/{hit}"
        print(f"{layer} {language}: span F1 {f1:.4f} ({hit} right, {missed} missed, {extra} extra{more})")

caught = collections.Counter()
exact = collections.Counter()
planted = collections.Counter()
false = []
for article in articles:
    french, english = (os.path.join(folder, f"{article}.{l}.txt") for l in ("fr", "en"))
    for finding in json.loads(run("check", "--source", french, "--target", english, "--format", "json", *GLOSSARY)):
        false.append((article, finding))
    for language in ("en", "fr"):
        bad = os.path.join(folder, f"{article}.bad.{language}.txt")
        if not os.path.exists(bad):
            continue
        pair = (french, bad) if language == "en" else (bad, english)
        findings = json.loads(run("check", "--source", pair[0], "--target", pair[1], "--format", "json", *GLOSSARY))
        findings = [f for f in findings if f["lang"] == language]
        used = set()
        for row in rows(f"{article}.bad.tsv"):
            if row["lang"] != language:
                continue
            planted[row["type"]] += 1
            start, length = int(row["raw_offset"]), max(1, int(row["length"]))
            there = [f for f in findings if f["offset"] < start + length and start < f["offset"] + max(1, f["length"])]
            used |= {id(f) for f in there}
            if there: caught[row["type"]] += 1
            if any(f["check"] == RIGHT[row["type"]] for f in there): exact[row["type"]] += 1
            elif verbose: print("   not by its check", article, row["type"], row["wrong"], "->", row["expected"], [f["check"] for f in there])
        for f in findings:
            if id(f) not in used and verbose: print("   beside the list", article, language, f["line"], f["message"], f["check"])
print("planted errors: type, by its own check / by any / planted")
for kind in sorted(planted):
    print(f"  {kind:22} {exact[kind]:3} /{caught[kind]:3} /{planted[kind]:3}")
print(f"false alarms on the clean versions: {len(false)}")
for article, finding in false:
    print(f"  {article} {finding['lang']} {finding['line']}:{finding['column']} {finding['message']} [{finding['check']}]")
