"""`python -m tests.reliability --runs 20000 --seed 1`: spoils files as often as asked, and prints counts and findings.

Exit code 1 where something was found; each file behind a finding is kept in the folder that `--keep` names. It says how
far it is as it goes, and what it has counted by then where it is told to stop (Ctrl-C, or SIGTERM).
"""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from types import FrameType

from tests.reliability.fuzzing import Tally, run
from tests.reliability.mutations import ALL
from tests.reliability.seeds import seeds

TOLD_EVERY = 250


def main() -> int:
    """Runs, prints, and gives the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.reliability")
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=float("inf"), help="stop after that time")
    parser.add_argument("--keep", type=Path, help="a folder for the files that were dealt with wrongly")
    options = parser.parse_args()
    tally, until = Tally(), time.monotonic() + options.seconds
    with tempfile.TemporaryDirectory() as made:
        untouched = seeds(Path(made))
    print(f"{len(untouched)} files to spoil", flush=True)
    told, stopped = 0, False

    def stop(_signal: int, _frame: FrameType | None) -> None:
        nonlocal stopped
        stopped = True

    for sign in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sign, stop)
    for _ in run(untouched, range(options.runs), options.seed, tally):
        for finding in tally.findings[told:]:
            print(f"{finding.turn} {finding.mutation} {finding.seed}: {finding.sentence}", flush=True)
            if options.keep:
                options.keep.mkdir(parents=True, exist_ok=True)
                (options.keep / f"{finding.turn}-{finding.mutation}-{finding.seed}").write_bytes(finding.content)
        told = len(tally.findings)
        if tally.count % TOLD_EVERY == 0:
            print(_count(tally), flush=True)
        if stopped or time.monotonic() > until:
            break
    for name in ALL:
        fared = Counter({how: count for (mutation, how), count in tally.outcomes.items() if mutation == name})
        print(f"{name:18} {fared.total():6}  " + ", ".join(f"{how} {count}" for how, count in fared.most_common()))
    print(_count(tally))
    return 1 if tally.findings else 0


def _count(tally: Tally) -> str:
    return f"{tally.count} spoilt files, {len(tally.findings)} findings"


if __name__ == "__main__":
    sys.exit(main())
