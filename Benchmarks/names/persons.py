#!/usr/bin/env python3
"""Scores `names match` on persons under the names of lists and presses (persons.txt), by script pair.

  persons.py CORRIDOR [dev|held] [--errors]

Same person: two names of one line. Different: names of two lines that share a word or nearly do, hardest first, three times as
many as the same. F1 is at the best threshold; recall is at the threshold that lets 1 % of the different through.
Only `dev` is for mending rules.
"""
import itertools, subprocess, sys, unicodedata
from pathlib import Path

HERE = Path(__file__).resolve().parent


def script(name):
    for letter in name:
        if letter.isalpha():
            word = unicodedata.name(letter, "?").split()[0]
            return {"CYRILLIC": "Cyrl", "LATIN": "Latn", "ARABIC": "Arab"}.get(word, "other")
    return "other"


def persons(half):
    lines = [l for l in (HERE / "persons.txt").read_text("utf-8").splitlines() if l and l[0] != "#"]
    return [list(dict.fromkeys(l.split("|"))) for n, l in enumerate(lines) if half in (None, ("dev", "held")[n % 2])]


def folded(name):
    plain = "".join(c for c in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(c))
    return {w for w in "".join(c if c.isalpha() else " " for c in plain).split() if len(w) > 2}


def grams(name):
    word = " ".join(sorted(folded(name)))
    return {word[i:i + 2] for i in range(len(word) - 1)}


def pairs(half):
    """(name, name, whether one person)"""
    people = persons(half)
    same = [(a, b, True) for names in people for a, b in itertools.combinations(names, 2)]
    rivals = []
    for (n, one), (m, other) in itertools.combinations(enumerate(people), 2):
        found = []
        for a in one:
            for b in other:
                x, y = grams(a), grams(b)
                if x and y:
                    found.append((2 * len(x & y) / (len(x) + len(y)), a, b))
        # Pairs in scripts without a letter in common are taken with their persons.
        found.sort(reverse=True)
        if not found or found[0][0] < 0.35:
            continue
        cross = [(found[0][0] * 0.9, a, b) for a in one for b in other if script(a) != script(b)][:6]
        rivals += found[:6] + cross
    rivals = sorted(dict.fromkeys((a, b, s) for s, a, b in rivals), key=lambda r: (-r[2], r[0], r[1]))
    return same + [(a, b, False) for a, b, _ in rivals[:3 * len(same)]]


def figures(rows):
    """F1 at the best threshold and the threshold; recall at 1 % of the different."""
    rows = sorted(rows, key=lambda r: -r[0])
    positives = sum(r[1] for r in rows)
    negatives = len(rows) - positives
    best, recall, tp, fp = (0, 0), 0, 0, 0
    for score, group in itertools.groupby(rows, key=lambda r: r[0]):
        for row in group:
            tp, fp = tp + row[1], fp + (not row[1])
        best = max(best, (2 * tp / (tp + fp + positives), score))
        if fp <= 0.01 * negatives:
            recall = tp / max(positives, 1)
    return best, recall, positives, negatives


def main():
    half = next((a for a in sys.argv[2:] if a in ("dev", "held")), None)
    rows = pairs(half)
    text = "".join(f"{a}\t{b}\n" for a, b, _ in rows)
    out = subprocess.run([sys.argv[1], "names", "match"], input=text, capture_output=True, text=True, check=True).stdout
    answers = [line.split("\t") for line in out.splitlines()]
    if len(answers) != len(rows):
        sys.exit(f"persons: {len(answers)} answers to {len(rows)} pairs")
    scored = [(float(x[0]), same, a, b, x) for (a, b, same), x in zip(rows, answers)]
    groups = {"all": scored}
    for row in scored:
        groups.setdefault("–".join(sorted((script(row[2]), script(row[3])))), []).append(row)
    threshold = figures(scored)[0][1]
    print(f"{'persons, ' + (half or 'both halves'):24}   same   different     F1    at   R at 1 %   as told F1")
    for name, group in sorted(groups.items(), key=lambda g: -len(g[1])):
        (f1, at), recall, positives, negatives = figures(group)
        tp = sum(r[1] and r[4][1] != "different" for r in group)
        told = sum(r[4][1] != "different" for r in group)
        f1_told = 2 * tp / max(told + positives, 1)
        print(f"{name:24} {positives:6} {negatives:11} {f1:6.3f} {at:5.2f} {recall:10.3f} {f1_told:12.3f}")
    if "--errors" in sys.argv:
        for score, same, a, b, answer in sorted(scored, key=lambda r: -r[0]):
            if same != (score >= threshold):
                print(f"{'missed' if same else 'false '} {score:.3f} {a} | {b} | {answer[-1]}")


if __name__ == "__main__":
    main()
