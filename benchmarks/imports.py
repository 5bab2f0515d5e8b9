"""How long the whole way of a file takes, beside DuckDB's own `read_csv` of the same file into a table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import duckdb

from benchmarks import clients, exports
from benchmarks.timing import Gathered, Times
from dashboard import intake
from dashboard.ingest import Mapping, load_mapping
from dashboard.workspace import Workspace

RUNS = 3


@dataclass(frozen=True)
class ImportRate:
    """One file: what it is, how it went in, and how long DuckDB alone takes to read it into a file of its own."""

    what: str
    rows: int
    size: int
    raw: Times
    offered: Times  # read and compared with the store: what a person sees before agreeing
    accepted: Times  # taken in, marts built, snapshot published
    whole: Times


def ads(folder: Path, rows: int, tell: Callable[[str], None]) -> ImportRate:
    """The rate for ad rows."""
    path = exports.ad_rows(folder, rows)
    return _rate("ad rows", rows, path, None, folder, tell)


def orders(folder: Path, rows: int, tell: Callable[[str], None]) -> ImportRate:
    """The rate for order lines, by a mapping."""
    path, mapping = exports.order_lines(folder, rows)
    return _rate("order lines", rows, path, load_mapping(mapping), folder, tell)


def _rate(
    what: str, rows: int, path: Path, mapping: Mapping | None, folder: Path, tell: Callable[[str], None]
) -> ImportRate:
    workspace = Workspace(folder / "imports")
    raw, offered, accepted = Gathered(), Gathered(), Gathered()
    for number in range(RUNS):  # turn by turn, so that whatever else the machine does falls on both
        with raw:
            _raw(path, folder / "raw.duckdb")
        slug = clients.empty(workspace, f"{path.stem}-{number}")
        with offered:
            offer = intake.offer(workspace, slug, path, mapping=mapping)
        with accepted:
            intake.accept(workspace, slug, offer, by="benchmark")
        assert offer.reading.rows_kept == rows
        offer.discard()
    whole = offered.times + accepted.times
    rate = ImportRate(what, rows, path.stat().st_size, raw.times, offered.times, accepted.times, whole)
    tell(f"{rows:,} {what}: {whole.over(rate.raw)} × read_csv on the clock, {whole.work_over(rate.raw)} × of work")
    path.unlink()
    return rate


def _raw(path: Path, database: Path) -> None:
    database.unlink(missing_ok=True)
    with duckdb.connect(str(database)) as connection:
        connection.execute("set enable_progress_bar = false")
        connection.read_csv(str(path)).create("read")
    database.unlink()
