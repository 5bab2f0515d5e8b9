"""A stranger's table as a person sees it before anything is said about it: its sheets, first lines and columns."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from dashboard.ingest.choosing import Refused
from dashboard.ingest.grid import Grid
from dashboard.ingest.guessing import Column
from dashboard.ingest.headers import distinct
from dashboard.ingest.looks import Look, hidden, look_of
from dashboard.ingest.reader import tables_in
from dashboard.ingest.recognition import likely_header
from dashboard.ingest.records import Record

ROWS_LOOKED_AT = 100_000
SAMPLES = 3
FEW_VALUES = 40
_LINES = 25


@dataclass(frozen=True)
class TableColumn:
    """One column. `samples` and `values` may be shown: contacts in them are hidden. `values` are in lower case, with
    how many rows have each, the most frequent first; none where there are more than a few."""

    name: str
    look: Look
    samples: tuple[str, ...] = ()
    values: tuple[tuple[str, int], ...] = ()

    @property
    def guessed_from(self) -> Column:
        """What a guess at its meaning rests on."""
        return Column(self.name, self.look)


@dataclass(frozen=True)
class Outline:
    """A table. `lines` are its first lines with their numbers, for a person to say which is the header; `rows` those
    that were looked at, and `whole` says whether these are all."""

    sheets: tuple[str, ...]
    sheet: str
    lines: tuple[tuple[int, tuple[str, ...]], ...]
    header_line: int
    columns: tuple[TableColumn, ...]
    rows: int
    whole: bool


def outline(
    path: Path, called: str, scratch: Path, country: str, *, sheet: str = "", header_line: int | None = None
) -> Outline | None:
    """The table of a file, or of one of its sheets, with the header in that line; None where it cannot be read."""
    scratch.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix="outline-", dir=scratch))
    try:
        grids = [one for one in tables_in(path, called, work) if one.head]
        if not grids:
            return None
        named = [one for one in grids if sheet and one.sheet == sheet]
        chosen = named[0] if named else max(grids, key=_width)
        return _outlined(chosen, tuple(one.sheet for one in grids if one.sheet), country, header_line)
    except (Refused, OSError):
        return None
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _width(grid: Grid) -> int:
    return len(grid.head[likely_header(grid.head)][1])


def _outlined(grid: Grid, sheets: tuple[str, ...], country: str, header_line: int | None) -> Outline:
    places = [place for place, (line, _) in enumerate(grid.head) if line == header_line]
    place = places[0] if places else likely_header(grid.head)
    names = distinct(grid.head[place][1])
    rows, whole, cells = _looked_at(grid.after(place), len(names))
    columns = tuple(_column(name, cells[number], country) for number, name in enumerate(names))
    lines = tuple((line, tuple(row)) for line, row in grid.head[:_LINES])
    shown = tuple((line, tuple(hidden(cell, Look.TEXT) for cell in row)) for line, row in lines)
    return Outline(sheets, grid.sheet, shown, grid.head[place][0], columns, rows, whole)


def _looked_at(records: Iterable[Record], width: int) -> tuple[int, bool, list[Counter[str]]]:
    """How many rows there are, up to a limit, and how often each cell stands in each column, in order of appearance."""
    counted: list[Counter[str]] = [Counter() for _ in range(width)]
    rows = 0
    for _, cells in records:
        if rows >= ROWS_LOOKED_AT:
            return rows, False, counted
        rows += 1
        for place, cell in enumerate(cells[:width]):
            if cell and (cell in counted[place] or len(counted[place]) < 2000):
                counted[place][cell] += 1
    return rows, True, counted


def _column(name: str, cells: Counter[str], country: str) -> TableColumn:
    filled = [cell for cell in cells if cell.strip()]
    look = look_of(filled, country)
    samples = tuple(dict.fromkeys(hidden(cell.strip()[:80], look) for cell in filled[: SAMPLES * 4]))[:SAMPLES]
    words: Counter[str] = Counter()
    for cell in filled:
        words[cell.strip("\u00a0\t ").lower()] += cells[cell]
    plain = [(word, count) for word, count in words.most_common() if hidden(word, Look.TEXT) == word]
    few = look not in (Look.PHONE, Look.EMAIL) and len(words) <= FEW_VALUES
    values = tuple(plain) if few else ()
    return TableColumn(name, look, samples, values)
