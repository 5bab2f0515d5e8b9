"""The cells of a Google sheet → text that reads one way only.

A sheet shows «12» where it holds 12.49, and 03/04 where only its locale knows the month. So numbers are taken as they
are held, and days by their serial number; what a person typed as text stays that text.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

Cell = str | int | float | bool | date | datetime | None

_FIRST_DAY = datetime(1899, 12, 30)  # noqa: DTZ001  # of the sheet's own time, whichever it is
_CLOCK = re.compile(r"-?\d+:\d{2}(:\d{2}([.,]\d+)?)?")
_COMMA_DECIMAL = re.compile(r"\s*-?\d{1,3}([ .\u00a0\u202f]?\d{3})*,\d{1,2}\s*")


class Edited(Exception):
    """The two answers are not about the same cells."""


def together(held: Sequence[Sequence[object]], shown: Sequence[Sequence[object]]) -> list[list[Cell]]:
    """One table of two answers: `held` with dates as serial numbers, `shown` with dates as the sheet writes them.

    A cell that is a number in the one and a text in the other is a date, a time or a length of time.
    Raises Edited where they differ otherwise.
    """
    if len(held) != len(shown):
        raise Edited
    return [_row(ours, theirs) for ours, theirs in zip(held, shown, strict=True)]


def _row(held: Sequence[object], shown: Sequence[object]) -> list[Cell]:
    if len(held) != len(shown):
        raise Edited
    return [_cell(ours, theirs) for ours, theirs in zip(held, shown, strict=True)]


def _cell(held: object, shown: object) -> Cell:
    if isinstance(held, int | float) and not isinstance(held, bool) and isinstance(shown, str):
        return _moment(held, shown)
    if held != shown or not isinstance(held, str | int | float | bool | None):
        raise Edited
    return held


def _moment(serial: int | float, shown: str) -> Cell:
    """A day, a moment, or (a time of day, a length of time) the text that the sheet shows."""
    if serial < 1 or _CLOCK.fullmatch(shown):
        return shown
    try:
        moment = _FIRST_DAY + timedelta(seconds=round(serial * 86_400))
    except OverflowError:
        return shown
    return moment.date() if serial == int(serial) else moment


def write(table: Iterable[Sequence[Cell]], path: Path) -> None:
    """The table as CSV: days as ISO 8601, numbers with the decimal mark that its text cells use."""
    rows = [list(row) for row in table]
    comma = any(isinstance(cell, str) and _COMMA_DECIMAL.fullmatch(cell) for row in rows for cell in row)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([_text(cell, "," if comma else ".") for cell in row] for row in rows)


def _text(cell: Cell, mark: str) -> str:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return _number(cell, mark)
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ", timespec="seconds")
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else str(cell).replace("\0", "")


def _number(cell: float, mark: str) -> str:
    if cell.is_integer() and abs(cell) < 1e17:
        return f"{cell:.0f}"
    whole, _, fraction = f"{cell:.10f}".rstrip("0").partition(".")
    # Three digits after a mark might be thousands; four are not.
    return f"{whole}{mark}{fraction or '0'}{'0' if len(fraction) == 3 else ''}"
