"""`python -m sample_data --end 2026-11-21 --out DIR`: writes the exports of both clients and names them."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from sample_data.generation import generate


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m sample_data", description=__doc__)
    parser.add_argument("--end", type=date.fromisoformat, required=True, help="last day of the data, as 2026-11-21")
    parser.add_argument("--out", type=Path, required=True, help="folder to write into")
    parser.add_argument("--months", type=int, default=26, help="full months before the running one")
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args(arguments)
    try:
        files = generate(options.out, options.end, options.months, options.seed)
    except ValueError as refusal:
        print(refusal, file=sys.stderr)
        return 1
    for file in files:
        print(file.path)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
