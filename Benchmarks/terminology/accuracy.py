#!/usr/bin/env python3
"""Terms on the news texts of the gold folder, with that folder's glossary: errors by language, inflected forms apart.

usage: accuracy.py CORRIDOR. A gold term is inflected where its words are none of the concept's terms letter for letter,
case and apostrophes aside.
"""
import csv, json, os, subprocess, sys
tool = sys.argv[1]
here = os.path.dirname(os.path.abspath(__file__))
folder = os.path.join(os.environ.get("CORRIDOR_GOLD", os.path.join(here, "../../../shared/gold")), "news")
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
