"""How far the cells of a workbook reach. A reader holds the whole rectangle between them, also what is empty of it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from functools import reduce

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_CELL = re.compile(rb'<(?:\w+:)?c [^<>]*?r="([A-Z]{1,3})(\d{1,7})"[^<>/]*>')  # one with something in it
_PIECE = 1 << 20
_LONGEST_TAG = 512
_ALWAYS_HELD = 20_000_000  # cells: some hundred megabytes
_EMPTY_FOR_EACH = 20


def is_scattered(packed: zipfile.ZipFile) -> bool:
    """Whether the cells of a sheet stand so far apart that the empty ones between them could not be held.

    Cells that only have a format count as nothing: whole rows and columns of them are common. Raises what reading a
    damaged archive does.
    """
    return any(_is_scattered(packed, name) for name in packed.namelist() if _SHEET.fullmatch(name))


def _is_scattered(packed: zipfile.ZipFile, name: str) -> bool:
    columns: set[bytes] = set()
    last = count = 0
    for cells in _cells(packed, name):
        columns.update(column for column, _ in cells)
        last = max(last, max(int(row) for _, row in cells))
        count += len(cells)
    rectangle = last * max(map(_place, columns), default=0)
    return rectangle > max(_ALWAYS_HELD, count * _EMPTY_FOR_EACH)


def _cells(packed: zipfile.ZipFile, name: str) -> Iterator[list[tuple[bytes, bytes]]]:
    """Column and row of each cell with something in it, some at a time."""
    kept = b""
    with packed.open(name) as source:
        while piece := source.read(_PIECE):
            text = kept + piece
            end = text.rfind(b">") + 1
            if found := _CELL.findall(text, 0, end):
                yield found
            kept = text[end:][-_LONGEST_TAG:]


def _place(column: bytes) -> int:
    """The number of a column by its letters, from 1."""
    return reduce(lambda number, letter: number * 26 + letter - 64, column, 0)
