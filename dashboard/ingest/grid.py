"""A file as a table of text, whatever it was: its first records, and all of them when they are wanted."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from dashboard.domain.reading import Assumption
from dashboard.ingest.records import Record, records
from dashboard.ingest.sheets import Sheet

DELIMITERS = (",", ";", "\t", "|")
_HEAD_CHARACTERS = 1 << 18
_HEAD_RECORDS = 120


@dataclass(frozen=True)
class Grid:
    """A table of text. `text` is its UTF-8 file, where the table is delimited text that DuckDB may read in place.

    `decimal_mark` is set where the cells were numbers before they were text, so that nothing is open about them.
    """

    head: tuple[Record, ...]
    all_records: Callable[[], Iterator[Record]]
    delimiter: str = ""
    sheet: str = ""
    text: Path | None = None
    decimal_mark: str = ""
    told: tuple[Assumption, ...] = ()  # what was done to the table before it was looked at

    def line_of(self, place: int) -> int:
        """The line of the header at that place of the head; 0 where there is none (a place below 0)."""
        return self.head[place][0] if place >= 0 else 0

    def after(self, place: int) -> Iterator[Record]:
        """The records below the one at that place of the head."""
        line = self.line_of(place)
        return (record for record in self.all_records() if record[0] > line)

    def sample(self, place: int, count: int) -> list[Record]:
        """The first records below that place."""
        return list(islice(self.after(place), count))


def of_text(path: Path, codec: str = "utf-8-sig") -> list[Grid]:
    """A UTF-8 file read with each delimiter that it has."""
    with path.open("r", encoding=codec, errors="replace", newline="") as file:
        head = file.read(_HEAD_CHARACTERS)
    whole = len(head) < _HEAD_CHARACTERS
    grids = []
    for delimiter in DELIMITERS:
        if delimiter not in head and delimiter != ",":
            continue
        found = []
        for record in records(io.StringIO(head, newline=""), delimiter):
            found.append(record)
            if len(found) > _HEAD_RECORDS:
                break
        if not whole and len(found) <= _HEAD_RECORDS:
            found = found[:-1] or found
        grids.append(Grid(tuple(found[:_HEAD_RECORDS]), _reading(path, codec, delimiter), delimiter, text=path))
    return grids


def _reading(path: Path, codec: str, delimiter: str) -> Callable[[], Iterator[Record]]:
    def read() -> Iterator[Record]:
        with path.open("r", encoding=codec, errors="replace", newline="") as file:
            yield from records(file, delimiter)

    return read


def of_sheet(sheet: Sheet) -> Grid:
    """A sheet of a workbook, or a table of a page; lines are its rows, from 1. Empty rows are left out."""

    def read() -> Iterator[Record]:
        for number, row in enumerate(sheet.rows, 1):
            if any(row):
                yield number, row

    return Grid(
        tuple(record for record, _ in zip(read(), range(_HEAD_RECORDS), strict=False)),
        read,
        sheet=sheet.name,
        decimal_mark=sheet.decimal_mark,
    )
