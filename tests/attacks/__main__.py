"""Attacks a server that it starts, and prints how often was tried and what got through.

`python -m tests.attacks` tries what `make test` tries; `--times 20 --seed 3` tries twenty times as much of what is made
up by chance, from another start.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

import pytest

from tests.attacks import record


def main() -> int:
    """Runs the attacks and prints the table; 0 where nothing got through."""
    parser = argparse.ArgumentParser(prog="python -m tests.attacks", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--times", type=int, default=1, help="how much more of what is made up by chance")
    parser.add_argument("--seed", type=int, default=1, help="where chance starts")
    chosen, rest = parser.parse_known_args()
    with tempfile.TemporaryDirectory() as folder:
        counts = Path(folder) / "attempts.jsonl"
        counts.touch()
        os.environ |= {
            "SVERKA_ATTACKS": str(counts),
            "SVERKA_ATTACKS_TIMES": str(chosen.times),
            "SVERKA_ATTACKS_SEED": str(chosen.seed),
        }
        code = pytest.main([str(Path(__file__).parent), "-q", *rest])
        print("\n" + record.table(counts))
    return int(code)


if __name__ == "__main__":
    sys.exit(main())
