#!/usr/bin/env python3
"""Sentence alignment against gold beads, with processor time, memory and a calibration table.

  accuracy.py CORRIDOR [--large] [--only NAME]

Sets: alignment/ and news/ of the gold folder (CORRIDOR_GOLD, by default ../shared/gold), and the clean documentation with one
bead in ten merged at random, three times. strict: a bead counts when the same bead is in the gold (precision over all beads,
recall over the two-sided ones of the gold); lax: when it shares a sentence of each side with gold beads. `sure`: the share of
beads with a confidence of 0.9 or more, and how many of those are right. Definitions: Sennrich and Volk 2010; Thompson and
Koehn 2019.

Then refusal: each French dispatch with each English one, whole and with a random quarter of the sentences missing from either
side or both. The six that are translations should be accepted, the 30 crossed ones refused, and so each pair the wrong way round.
"""
import argparse, os, random, subprocess, sys, tempfile
from pathlib import Path

from noise import clean_pairs, merged, write

HERE = Path(__file__).resolve().parent
GOLD = Path(os.environ.get("CORRIDOR_GOLD") or HERE.parent.parent.parent / "shared" / "gold")
BINS = [0, .5, .6, .7, .8, .9, .95, .99, 1.01]
DISPATCHES = range(1, 7)


def ladder(text):
    beads = []
    for line in text.splitlines():
        fields = line.replace("[", "").replace("]", "").replace(" ", "").split(":")
        if len(fields) >= 2:
            sides = [tuple(int(x) for x in field.split(",") if x) for field in fields[:2]]
            beads.append((*sides, float(fields[2]) if len(fields) > 2 and fields[2] else 1.0))
    return beads


class Score:
    """Counts of one set, or of several together."""

    def __init__(self, gold=(), test=()):
        exact = {bead[:2] for bead in gold}
        links = {(s, t) for source, target, _ in gold for s in source for t in target}
        two = [bead for bead in gold if bead[0] and bead[1]]
        right = [bead[:2] in exact for bead in test]
        lax = [any((s, t) in links for s in b[0] for t in b[1]) if b[0] and b[1] else ok for b, ok in zip(test, right)]
        covered = {(s, t) for b, ok in zip(test, lax) if ok for s in b[0] for t in b[1]}
        self.beads, self.two = len(test), len(two)
        self.right, self.lax = sum(right), sum(lax)
        self.found = sum(ok for bead, ok in zip(test, right) if bead[0] and bead[1])
        self.lax_found = sum(any((s, t) in covered for s in b[0] for t in b[1]) for b in two)
        self.bins = [[0, 0] for _ in BINS]
        for bead, ok in zip(test, right):
            place = max(i for i, low in enumerate(BINS) if bead[2] >= low)
            self.bins[place][0] += 1
            self.bins[place][1] += ok

    def add(self, other):
        for name in ("beads", "two", "right", "lax", "found", "lax_found"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.bins = [[a + c, b + d] for (a, b), (c, d) in zip(self.bins, other.bins)]

    def f1(self, precise, recalled):
        p, r = precise / max(1, self.beads), recalled / max(1, self.two)
        return 2 * p * r / (p + r) if p + r else 0.0

    def line(self):
        sure = [sum(column) for column in zip(*(pair for pair, low in zip(self.bins, BINS) if low >= .9))]
        return (f"{self.beads:6} {self.f1(self.right, self.found):7.3f} {self.f1(self.lax, self.lax_found):7.3f} "
                f"{sure[0] / max(1, self.beads):6.2f} {sure[1] / max(1, sure[0]):6.3f}")


def run(corridor, source, target, languages, *arguments):
    """What `align` prints, whether it refused, its processor time in seconds and its peak of memory in MB."""
    command = [corridor, "align", str(source), str(target), "--from", languages[0], "--to", languages[1],
               "--segmented", "--format", "ladder", "--quiet", *arguments]
    with tempfile.TemporaryFile("w+") as out:
        child = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        return out.read(), child.returncode != 0, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1e3


def measure(corridor, files, languages):
    """Score, time and peak of (source, target, gold) files aligned one by one."""
    gold, test, time, peak = [], [], 0.0, 0
    for offset, (source, target, answer) in enumerate(files):
        said, _, seconds, megabytes = run(corridor, source, target, languages, "--force")
        time, peak = time + seconds, max(peak, megabytes)
        move = offset * 10_000_000
        for beads, text in ((gold, answer.read_text()), (test, said)):
            beads += [(tuple(s + move for s in a), tuple(t + move for t in b), c) for a, b, c in ladder(text)]
    return Score(gold, test), time, peak


def sets(folder, large):
    """(name, files, languages) of each set; what is made goes into `folder`."""
    def of(place):
        return [(place / "src.txt", place / "tgt.txt", place / "gold.txt")]
    for place in sorted(p.parent for p in (GOLD / "alignment").rglob("gold.txt")):
        if "5000" not in place.name or large:
            yield str(place.relative_to(GOLD / "alignment")), of(place), ("de", "fr") if "de-fr" in place.name else ("fr", "en")
    clean = GOLD / "alignment" / "noise-fr-en" / "docs-500-0"
    if clean.is_dir():
        for seed in (1, 2, 3):
            write(merged(clean_pairs(clean), .1, seed), folder / f"merged-{seed}")
            yield f"docs-500-0, one in ten merged, seed {seed}", of(folder / f"merged-{seed}"), ("fr", "en")
    news = [tuple(GOLD / "news" / f"{n:02}.{end}" for end in ("fr.sents", "en.sents", "align")) for n in DISPATCHES]
    yield "news", news, ("fr", "en")


def refusals(corridor, folder, seeds=(1, 2, 3)):
    texts = {(n, side): (GOLD / "news" / f"{n:02}.{side}.sents").read_text().splitlines()
             for n in DISPATCHES for side in ("fr", "en")}

    def path(n, side, seed):
        """The text; with a seed, three quarters of its sentences."""
        lines = texts[n, side]
        if seed:
            chance = random.Random(f"{seed} {n} {side}")
            kept = sorted(chance.sample(range(len(lines)), len(lines) - round(len(lines) / 4)))
            lines = [lines[k] for k in kept]
        place = folder / f"{n:02}.{seed}.{side}.txt"
        place.write_text("".join(line + "\n" for line in lines))
        return place

    print(f"{'refusal':44} {'accepted of 6':>14} {'refused of 30':>14}")
    kinds = [("whole", [(0, 0)]), ("a quarter of the source missing", [(s, 0) for s in seeds]),
             ("a quarter of the target missing", [(0, s) for s in seeds]), ("of both", [(s, s) for s in seeds])]
    for name, cuts in kinds:
        for cut in cuts:
            accepted, refused, wrong = 0, 0, []
            for a in DISPATCHES:
                for b in DISPATCHES:
                    no = run(corridor, path(a, "fr", cut[0]), path(b, "en", cut[1]), ("fr", "en"))[1]
                    accepted, refused = accepted + (a == b and not no), refused + (a != b and no)
                    if no == (a == b):
                        wrong.append(f"{a}-{b}")
            label = name if cut == (0, 0) else f"{name}, seed {max(cut)}"
            print(f"{label:44} {accepted:14} {refused:14}  {' '.join(wrong)}", flush=True)
    swapped = sum(run(corridor, path(n, "en", 0), path(n, "fr", 0), ("fr", "en"))[1] for n in DISPATCHES)
    print(f"{'languages swapped':44} {6 - swapped:14} {swapped:14} of 6")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("corridor")
    parser.add_argument("--large", action="store_true", help="with the sets of 5,000 sentences and more")
    parser.add_argument("--only", default="", help="sets whose name holds this; 'refusal' for the refusals alone")
    options = parser.parse_args()
    everything, novels = Score(), Score()
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        print(f"{'set':44} {'beads':>6} {'strict':>7} {'lax':>7} {'sure':>6} {'right':>6} {'CPU s':>7} {'MB':>5}")
        for name, files, languages in sets(folder, options.large):
            if options.only not in name:
                continue
            score, time, peak = measure(options.corridor, files, languages)
            print(f"{name:44} {score.line()} {time:7.2f} {peak:5.0f}", flush=True)
            everything.add(score)
            if name.startswith("novels"):
                novels.add(score)
        if novels.beads:
            print(f"{'novels together':44} {novels.line()}")
        if everything.beads:
            print("calibration: confidence, beads, strictly right")
            for low, high, (count, right) in zip(BINS, BINS[1:], everything.bins):
                if count:
                    print(f"  {low:4.2f} to {min(high, 1):4.2f}  {count:6}  {right / count:.3f}")
        if options.only in "refusal" and (GOLD / "news").is_dir():
            refusals(options.corridor, folder)


if __name__ == "__main__":
    main()
