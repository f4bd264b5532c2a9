#!/usr/bin/env python3
"""Terms on the news texts of the gold folder, with that folder's glossary: errors by language, inflected forms apart.

usage: accuracy.py CORRIDOR. A gold term is inflected where its words are none of the concept's terms letter for letter,
case and apostrophes aside.

Then term extraction on 5,000 units of documentation and of law: how many of the first 100 candidates are terms, and how many
of their proposed translations are right first, by `judged.tsv`, which was made by reading. A candidate that nobody has judged
counts as wrong and is listed: judge it and add it.
"""
import csv, json, lzma, os, random, subprocess, sys, tempfile
tool = sys.argv[1]
here = os.path.dirname(os.path.abspath(__file__))
gold_folder = os.environ.get("CORRIDOR_GOLD", os.path.join(here, "../../../shared/gold"))
folder = os.path.join(gold_folder, "news")
if not os.path.isdir(folder):
    print("terminology: no news in", folder)
    sys.exit(0)
table = os.path.join(folder, "glossary.csv")


def plain(text):
    return " ".join(text.lower().replace("’", "'").replace("\u00a0", " ").split())


forms = {}
with open(table, encoding="utf-8") as file:
    for row in csv.DictReader(file):
        forms.setdefault((row["concept"], row["lang"]), set()).add(plain(row["term"]))
articles = sorted(name[:2] for name in os.listdir(folder) if name.endswith(".terms.tsv"))
for language in ("fr", "en"):
    counts = {"as written": [0, 0], "inflected": [0, 0]}
    extra, lines = 0, []
    for article in articles:
        gold = {}
        with open(os.path.join(folder, f"{article}.terms.tsv"), encoding="utf-8") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                if row["lang"] == language:
                    gold[(int(row["sent"]), int(row["offset"]), int(row["length"]))] = row
        run = subprocess.run(
            [tool, "annotate", os.path.join(folder, f"{article}.{language}.txt"), "--lang", language, "--glossary", table,
             "--quiet"], capture_output=True, text=True, check=True)
        found = {}
        for line in run.stdout.splitlines():
            sentence = json.loads(line)
            for item in sentence["terms"]:
                found[(sentence["sentence"], item["offset"], item["length"])] = item
        for place, row in gold.items():
            kind = "as written" if plain(row["surface"]) in forms.get((row["concept"], language), ()) else "inflected"
            hit = place in found and found[place]["concept"] == row["concept"]
            counts[kind][0 if hit else 1] += 1
            if not hit:
                lines.append(f"    missed ({kind}) {article} {place} {row['surface']} [{row['concept']}]")
        for place in set(found) - set(gold):
            extra += 1
            lines.append(f"    extra {article} {place} {found[place]['surface']} [{found[place]['concept']}]")
    missed = sum(pair[1] for pair in counts.values())
    print(f"  {language}: {missed + extra} errors: {missed} missed, {extra} extra; "
          + "; ".join(f"{kind} {pair[0]}/{sum(pair)}" for kind, pair in counts.items()))
    print("\n".join(sorted(lines)))


def documentation():
    """One-to-one beads of the documentation texts."""
    texts = os.path.join(gold_folder, "alignment/noise-fr-en/docs-5000-0.1")
    sides = [open(os.path.join(texts, name), encoding="utf-8").read().split("\n") for name in ("src.txt", "tgt.txt")]
    for line in open(os.path.join(texts, "gold.txt"), encoding="utf-8"):
        places = line.strip().split(":")[:2]
        if len(places) == 2 and all(place.isdigit() for place in places):
            yield sides[0][int(places[0])], sides[1][int(places[1])]


def law():
    """Units of the memory that are long enough to be no phrase of everyday language."""
    units = [line.rstrip("\n").split("\t")
             for line in lzma.open(os.path.join(gold_folder, "memory/units-fr-en-250k.tsv.xz"), "rt", encoding="utf-8")]
    return random.Random(5).sample([unit for unit in units if len(unit[0]) > 80 and len(unit[1]) > 50], 5000)


def number_aside(phrase):
    return [word.rstrip("sx") for word in phrase.split()]


judged = {}
with open(os.path.join(here, "judged.tsv"), encoding="utf-8") as file:
    for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
        judged[(row["corpus"], row["lang"], row["term"].lower())] = (row["is-term"] == "yes", row["translations"].lower().split("|"))
for corpus, read in (("docs", documentation), ("law", law)):
    pairs = [pair for pair in read() if not any(mark in "".join(pair) for mark in '\t"')]
    for language, order in (("fr", (0, 1)), ("en", (1, 0))):
        with tempfile.NamedTemporaryFile("w", suffix=".tsv", encoding="utf-8") as file:
            other = "en" if language == "fr" else "fr"
            file.write(f"{language}\t{other}\n")
            file.writelines(f"{pair[order[0]]}\t{pair[order[1]]}\n" for pair in pairs)
            file.flush()
            run = subprocess.run([tool, "terms", "extract", "--units", file.name, "--from", language, "--to", other, "--top",
                                  "100", "--quiet"], capture_output=True, text=True, check=True)
        terms = proposed = right = 0
        unknown, wrong = [], []
        for line in run.stdout.splitlines():
            term, _, _, translation = line.split("\t")[:4]
            is_term, translations = judged.get((corpus, language, term.lower()), (None, []))
            if is_term is None:
                unknown.append(term)
            if is_term:
                terms += 1
                if translation:
                    proposed += 1
                    if number_aside(translation.lower()) in map(number_aside, translations):
                        right += 1
                    else:
                        wrong.append(f"{term} > {translation}")
        print(f"  extraction, {corpus} {language}: {terms} of {len(run.stdout.splitlines())} are terms; of their {proposed} "
              f"translations {right} are right first" + (f" ({100 * right / proposed:.0f} %)" if proposed else ""))
        if wrong:
            print("    wrong: " + "; ".join(wrong))
        if unknown:
            print("    not judged: " + "; ".join(unknown))
