"""Two imports at once, many times over: `python -m tests.reliability.together FOLDER ROUNDS SEED different|same`.

A process that has loaded the program and opened nothing forks both, the command's own from its arguments to its exit
code, the second a random moment after the first. Prints how many rounds had both in and in how many one was told to
wait; exit code 1, and the sentence, at the first that ended otherwise.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random

from dashboard import cli
from tests.reliability.killing import USA, export, forked, looked_at, warm

_WAIT = "Wait for its end and try again"


def _importing(path: Path, told: Path) -> int:
    def work() -> int:
        os.dup2(os.open(told, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 2)
        sys.stderr = os.fdopen(2, "w", closefd=False)
        code = cli.main(["import", str(path), "--client", "shop"])
        sys.stderr.flush()
        return code

    return forked(work)


def main(folder: Path, rounds: int, seed: int, *, same: bool) -> Counter[str]:
    """Imports two files at once that many times, and counts how it went."""
    warm()
    home, chance = folder / "home", Random(seed)  # noqa: S311 - a fixed seed is the point
    root = home / "clients" / "shop"
    os.environ.update(SVERKA_HOME=str(home), SVERKA_TODAY="2026-03-20")
    added = forked(lambda: cli.main(["client", "add", "Shop", *USA]))
    assert os.waitstatus_to_exitcode(os.waitpid(added, 0)[1]) == 0
    fared: Counter[str] = Counter()
    imports = 0
    for turn in range(rounds):
        files = [folder / "one.csv", folder / ("one.csv" if same else "two.csv")]
        for number, path in enumerate(dict.fromkeys(files)):
            path.write_text(export(10 * turn + number + 1, campaigns=f"Of {number}"), encoding="utf-8")
        running = []
        for number, path in enumerate(files):
            running.append(_importing(path, folder / f"said-{number}"))
            time.sleep(chance.random() / 4)
        codes = [os.waitstatus_to_exitcode(os.waitpid(one, 0)[1]) for one in running]
        said = [(folder / f"said-{number}").read_text(encoding="utf-8") for number in range(2)]
        for code, words in zip(codes, said, strict=True):
            if "Traceback" in words or code not in (0, 1) or (code == 1 and _WAIT not in words):
                raise SystemExit(f"round {turn} ended with {code}: {words}")
        imports += min(codes.count(0), len(set(files)))
        after = looked_at(root, folder / "state.json")
        agree = len(set(after["spend"])) == 1 and after["imports"][0] == after["imports"][1]
        if not agree or len(after["imports"][0]) != imports or after["version"][0] != after["version"][1]:
            raise SystemExit(f"after round {turn} it left {after}, with {imports} imports")
        fared["both in" if codes == [0, 0] else "one told to wait"] += 1
    if list((root / "scratch").iterdir()):
        raise SystemExit("something is left in the scratch folder")
    return fared


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), same=sys.argv[4] == "same")))
