"""`python -m benchmarks [PART]`: measures all parts or one, and writes docs/performance.md."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks import imports, large, page, reports, screens, start, without_ads, year_over_year

PARTS = ("import", "large", "reports", "screens", "start", "without-ads", "year-over-year")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures the parts asked for, all of them by default."""
    options = parser().parse_args(arguments)
    parts = PARTS if options.part is None else (options.part,)
    with tempfile.TemporaryDirectory(prefix="sverka-benchmarks-") as folder:
        for part in parts:
            page.write(_measured(part, options, Path(folder)))
    print(f"Written: {page.PAGE}")
    return 0


def parser() -> argparse.ArgumentParser:
    """The parts and their options."""
    root = argparse.ArgumentParser(prog="python -m benchmarks", description="What Sverka costs, measured.")
    root.add_argument("part", nargs="?", choices=PARTS, help="one part alone (default: all)")
    root.add_argument(
        "--rows",
        type=int,
        help="rows of the files to import (default: 1000000; large: 20000000), or behind the reports",
    )
    root.add_argument("--client", default="harbor", help="whose screens of the demo to open")
    return root


def _measured(part: str, options: argparse.Namespace, folder: Path) -> dict[str, str]:
    command = f"python -m benchmarks {part}" + (f" --rows {options.rows}" if options.rows else "")
    if part == "import":
        rows = options.rows or 1_000_000
        rates = [imports.ads(folder, rows, _tell), imports.orders(folder, rows // 2, _tell)]
        return {"imports": page.imports(rates, command)}
    if part == "large":
        return {"large": page.large(large.measured(folder, options.rows or large.ROWS, _tell), command)}
    if part == "reports":
        sizes = (options.rows,) if options.rows else reports.SIZES
        return {"reports": page.reports(reports.measured(folder, sizes, _tell), command)}
    home = folder / "demo"
    made = None if home.exists() else start.demo(home, _tell)
    if part == "screens":
        return {"screens": page.screens(screens.measured(home, options.client, _tell), command)}
    if part == "without-ads":
        return {"without_ads": page.without_ads(*without_ads.measured(home, _tell), command)}
    if part == "year-over-year":
        return {"year_over_year": page.year_over_year(year_over_year.measured(home, folder, _tell), command)}
    return {"start": page.start(made or start.demo(folder / "again", _tell), command)}


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
