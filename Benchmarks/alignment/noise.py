"""Texts with known beads, made from sentence pairs: clean, merged at random, with omissions; the same on every run."""
import lzma, random


def merged(pairs, share, seed):
    """Beads of `pairs`; `share` of them merge two neighbours that one side writes as one line."""
    return damaged(pairs, share, seed, kinds=("source", "target"))


def damaged(pairs, share, seed, kinds=("source", "target", "omission", "addition", "omission", "addition")):
    """Beads of which `share` are not one to one: a list of (source lines, target lines)."""
    chance, beads, i = random.Random(seed), [], 0
    while i < len(pairs):
        kind = chance.choice(kinds) if chance.random() < share else "plain"
        if kind in ("source", "target") and i + 1 < len(pairs):
            (a, b), (c, d) = pairs[i], pairs[i + 1]
            beads.append(([f"{a} {c}"], [b, d]) if kind == "source" else ([a, c], [f"{b} {d}"]))
            i += 2
            continue
        # One omission in eight is a run of sentences, as when a paragraph is dropped.
        run = chance.randint(2, 8) if kind in ("omission", "addition") and chance.random() < 0.12 else 1
        for a, b in pairs[i:i + run]:
            beads.append(([] if kind == "addition" else [a], [] if kind == "omission" else [b]))
        i += run
    return beads


def write(beads, folder):
    """Writes src.txt, tgt.txt and gold.txt."""
    source, target, gold = [], [], []
    for a, b in beads:
        sides = [",".join(str(len(text) + k) for k in range(len(side))) for text, side in ((source, a), (target, b))]
        gold.append(":".join(sides))
        source += a
        target += b
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in (("src.txt", source), ("tgt.txt", target), ("gold.txt", gold)):
        (folder / name).write_text("".join(line + "\n" for line in text))
    return len(source), len(target)


def clean_pairs(folder):
    """The sentence pairs of a set without noise."""
    return list(zip((folder / "src.txt").read_text().splitlines(), (folder / "tgt.txt").read_text().splitlines()))


def memory_units(path, count, seed=1):
    """`count` translation units of a memory, in random order, those of fewer than four words left out."""
    with lzma.open(path, "rt", encoding="utf-8") as file:
        units = [tuple(line.rstrip("\n").split("\t")) for line in file]
    units = [unit for unit in units if len(unit) == 2 and all(len(side.split()) >= 4 for side in unit)]
    random.Random(seed).shuffle(units)
    return units[:count]
