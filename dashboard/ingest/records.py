"""Lines of delimited text → records, each with the true line it began on, however the quotes stand."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import TextIO

_LONGEST_RECORD = 200  # lines: a quote left open longer than this is a broken quote, not a long note
_LARGEST_CELL = 1 << 24

csv.field_size_limit(_LARGEST_CELL)

Record = tuple[int, list[str]]


def records(text: TextIO, delimiter: str, first_line: int = 1) -> Iterator[Record]:
    """Records of a text opened with newline="", from where it stands; `first_line` is that line's number.

    A quote that is never closed costs its own line only: the line is taken as it stands, and reading goes on below it.
    """
    waiting: list[tuple[int, str]] = []
    lines = enumerate(text, first_line)
    while True:
        if waiting:
            number, line = waiting.pop(0)
        else:
            try:
                number, line = next(lines)
            except StopIteration:
                return
        if '"' not in line:
            if line.strip("\r\n"):
                yield number, line.rstrip("\r\n").split(delimiter)
            continue
        joined = [line]
        taken: list[tuple[int, str]] = []
        cells = _closed(joined, delimiter)
        while cells is None:
            following = waiting.pop(0) if waiting else next(lines, None)
            if following is not None:
                taken.append(following)
                joined.append(following[1])
            if following is None or len(taken) > _LONGEST_RECORD or _broken(joined, delimiter):
                waiting = taken + waiting
                cells = _unquoted(line, delimiter)
            else:
                cells = _closed(joined, delimiter)
        yield number, cells


def _unquoted(line: str, delimiter: str) -> list[str]:
    return [cell.strip().strip('"') for cell in line.rstrip("\r\n").split(delimiter)]


def _parsed(lines: list[str], delimiter: str, strict: bool) -> list[str]:
    return next(csv.reader(["".join(lines).rstrip("\r\n")], delimiter=delimiter, strict=strict), [])


def _still_open(error: csv.Error) -> bool:
    return "unexpected end" in str(error)


def _closed(lines: list[str], delimiter: str) -> list[str] | None:
    """The cells of one record; None while a quote is still open."""
    if len(lines) > 1 and '"' not in lines[-1]:
        return None
    try:
        return _parsed(lines, delimiter, strict=True)
    except csv.Error as error:
        if _still_open(error):
            return None
    try:
        return _parsed(lines, delimiter, strict=False)
    except csv.Error:
        return _unquoted("".join(lines), delimiter)


def _broken(lines: list[str], delimiter: str) -> bool:
    """Whether the lines, taken together, cannot be one record: a quote was opened that nothing closes."""
    if '"' not in lines[-1]:
        return False
    try:
        _parsed(lines, delimiter, strict=True)
    except csv.Error as error:
        return not _still_open(error)
    return False
