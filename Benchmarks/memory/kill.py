#!/usr/bin/env python3
"""Kills corridor while it imports, exports and prepares its index, at random moments, and looks at what is left.

usage: kill.py CORRIDOR [COUNT=200] [SEED=1]

After every kill: the memory has all units of each import that ended and none of one that did not (an import that was killed
may have been committed just before: then all of it), `history` and `stats` read it, what was exported is there whole or not
at all, the index finds what the memory has and nothing else, and the next command may write. Ends with 1 at the first fault.
"""
import json, random, signal, subprocess, sys, tempfile, time
from pathlib import Path

corridor = sys.argv[1]
count = int(sys.argv[2]) if len(sys.argv) > 2 else 200
chance = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
UNITS = 2_000


def run(*arguments):
    done = subprocess.run([corridor, *map(str, arguments)], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"corridor {' '.join(map(str, arguments))}: status {done.returncode}\n{done.stderr}")
    return done.stdout


def text(lot, number):
    return f"Le lot {lot} contient la phrase numéro {number} que voici."


def write_tmx(path, lot):
    rows = [f'<tu><tuv xml:lang="fr"><seg>{text(lot, n)}</seg></tuv><tuv xml:lang="en"><seg>Sentence {n} of {lot}.</seg>'
            "</tuv></tu>" for n in range(UNITS)]
    path.write_text('<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4"><header creationtool="kill" '
                    'creationtoolversion="1" segtype="sentence" o-tmf="tmx" adminlang="en" srclang="fr" '
                    'datatype="plaintext"/><body>\n' + "\n".join(rows) + "\n</body></tmx>\n", encoding="utf-8")


def best(memory, wanted):
    """The score of the best match of each text."""
    asked = memory.parent / "asked.txt"
    asked.write_text("\n".join(wanted) + "\n", encoding="utf-8")
    scores = {}
    for row in run("match", "--batch", asked, "--min", 100, "--top", 1, "--format", "tsv", "--memory", memory).splitlines():
        cells = row.split("\t")
        scores[int(cells[0])] = float(cells[1])
    return [scores.get(i + 1, 0) for i in range(len(wanted))]


def main():
    folder = Path(tempfile.mkdtemp(prefix="corridor-kill-"))
    memory = folder / "memory.db"
    committed, missing, tmx, lot = [], [], folder / "lot.tmx", 0
    longest = {"import": 1.0, "export": 1.0, "match": 1.0}
    killed = dict.fromkeys(longest, 0)
    ended = dict.fromkeys(longest, 0)
    while sum(killed.values()) < count:
        what = chance.choice(["import", "import", "export", "match"]) if committed else "import"
        output = folder / "out.tmx"
        output.unlink(missing_ok=True)
        command = {"import": ["import", tmx], "export": ["export", "-o", output],
                   "match": ["match", text(lot, 1)]}[what]
        if what == "import":
            lot += 1
            write_tmx(tmx, lot)
        process = subprocess.Popen([corridor, *map(str, command), "--memory", str(memory), "--quiet"],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        start = time.monotonic()
        try:
            process.wait(chance.uniform(0, longest[what]))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
        said = process.stderr.read().decode()
        if process.returncode == 0:
            ended[what] += 1
            longest[what] = 1.1 * (time.monotonic() - start)
        elif process.returncode == -signal.SIGKILL:
            killed[what] += 1
        else:
            sys.exit(f"corridor {what}: status {process.returncode}\n{said}")
        if not memory.exists():
            continue
        units = json.loads(run("stats", "--format", "json", "--memory", memory))["memory"]["units"]
        if what == "import":
            known = UNITS * len(committed)
            if process.returncode and units not in (known, known + UNITS) or not process.returncode and units != known + UNITS:
                sys.exit(f"an import of {UNITS} units into {known} left {units}")
            (committed if units > known else missing).append(lot)
        elif units != UNITS * len(committed):
            sys.exit(f"{what} changed the memory to {units} units")
        if output.exists() and output.read_text(encoding="utf-8").count("</tu>") != units:
            sys.exit("an export is there that is not whole")
        some = [text(chance.choice(committed), chance.randrange(UNITS)) for _ in range(5)] if committed else []
        none = [text(lot, chance.randrange(UNITS)) for lot in missing[-3:]]
        scores = best(memory, some + none) if some else []
        if scores[:len(some)] != [100] * len(some):
            sys.exit("the index lacks what the memory has")
        if any(scores[len(some):]):
            sys.exit("the index has what the memory lacks")
        if len(committed) > 15:
            for path in folder.iterdir():
                subprocess.run(["rm", "-rf", str(path)])
            committed, missing = [], []
    write_tmx(tmx, lot + 1)
    run("import", tmx, "--memory", memory)
    run("export", "-o", output, "--memory", memory)
    best(memory, [text(lot + 1, 0)])
    left = [path.name for path in folder.rglob("*part")]
    print(f"killed {sum(killed.values())} times ({', '.join(f'{n} in {what}' for what, n in killed.items())}; "
          f"{sum(ended.values())} ended first): every committed unit is there and no other, the index agrees")
    if left:
        sys.exit("left behind: " + ", ".join(left))
    subprocess.run(["rm", "-rf", str(folder)])


main()
