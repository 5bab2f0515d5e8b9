"""The period that a file states above its header or in its name."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise

from babel.dates import get_month_names

ORDERS = ("dmy", "mdy")
LANGUAGES = ("en", "ru", "nl", "uk", "de", "fr", "es", "pl")
_START = re.compile(r"\b(start|begin|from|начало)\w*\b.*:", re.IGNORECASE)
_END = re.compile(r"\b(end|to|конец|окончание)\b.*:", re.IGNORECASE)
_LONGEST_DAY = 24  # a line with nothing but a day; a longer one says when the file was made
_NUMERIC = re.compile(r"(?<!\d)(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})\s+([^\W\d_]{3,12})\.?\s+(\d{4})")
_MONTH = re.compile(r"([^\W\d_]{3,12})[\s_.-]+(20\d\d)(?!\d)")
_MONTH_FIRST = re.compile(r"([^\W\d_]{3,12})\.?\s+(\d{1,2}),?\s+(\d{4})")


@cache
def _months() -> dict[str, int]:
    found: dict[str, int] = {}
    for language in LANGUAGES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context=context, locale=language).items():
                    found.setdefault(name.casefold().rstrip("."), number)
    return found


_MONTH_IN_WORDS = re.compile(r"([^\W\d_]{3,12})\.?,?\s+(\d{4})(?:\s*г\.?)?", re.IGNORECASE)
_MONTH_IN_FIGURES = re.compile(r"(\d{1,2})[./](\d{4})|(\d{4})-(\d{1,2})(?:-01)?(?:[ T]00:00(?::00)?)?")


def month_named(text: str) -> date | None:
    """The first day of the month that a text names and nothing else; None where it does not.

    >>> month_named("сент. 2026"), month_named("09.2026"), month_named("Sales of 2026")
    (datetime.date(2026, 9, 1), datetime.date(2026, 9, 1), None)
    """
    if words := _MONTH_IN_WORDS.fullmatch(text.strip()):
        month = _months().get(words[1].casefold())
        return _day(int(words[2]), month, 1) if month else None
    if figures := _MONTH_IN_FIGURES.fullmatch(text.strip()):
        return _day(int(figures[2] or figures[3]), int(figures[1] or figures[4]), 1)
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


def _numeric(text: str, order: str) -> list[date]:
    days = []
    for first, _, second, third in _NUMERIC.findall(text):
        if len(first) == 4:
            day = _day(int(first), int(second), int(third))
        elif order == "mdy":
            day = _day(int(third), int(first), int(second))
        else:
            day = _day(int(third), int(second), int(first))
        if day is None:
            return []
        days.append(day)
    return days


def _worded(text: str) -> list[date]:
    months = _months()
    days = [
        _day(int(year), months[name.casefold()], int(number))
        for number, name, year in _DAY_FIRST.findall(text)
        if name.casefold() in months
    ] or [
        _day(int(year), months[name.casefold()], int(number))
        for name, number, year in _MONTH_FIRST.findall(text)
        if name.casefold() in months
    ]
    return [day for day in days if day]


@dataclass(frozen=True)
class Stated:
    """The period of one line. `readings` has one per order of day and month that gives days; `line` is the text."""

    line: str
    readings: dict[str, tuple[date, date]]

    @property
    def is_open(self) -> bool:
        """Whether the line itself leaves two periods."""
        return len(set(self.readings.values())) > 1

    def by(self, order: str | None) -> tuple[date, date] | None:
        """The period by an order of day and month; without one, the only period there is."""
        if order in self.readings:
            return self.readings[order]
        return None if self.is_open or not self.readings else next(iter(self.readings.values()))


def stated(lines: Sequence[str], *, days_alone: bool = True) -> Stated | None:
    """The first line that names two days; else two lines that name the start and the end; else one that is nothing but
    a day; else one that names a month.

    `days_alone` False passes by a line with one day: in a file's name it mostly says when the file was made.

    >>> stated(["Campaign report", "March 1, 2026 - March 14, 2026"]).by(None)
    (datetime.date(2026, 3, 1), datetime.date(2026, 3, 14))
    """
    single: Stated | None = None
    month: Stated | None = None
    for line in lines:
        worded = _worded(line)
        pairs: dict[str, tuple[date, date]] = {}
        for order in ORDERS:
            days = worded or _numeric(line, order)
            if len(days) == 2 and days[0] <= days[1]:
                pairs[order] = days[0], days[1]
        if pairs:
            return Stated(line, pairs)
        if days_alone and single is None and len(line.strip()) <= _LONGEST_DAY:
            alone = {order: worded or _numeric(line, order) for order in ORDERS}
            found = {order: (days[0], days[0]) for order, days in alone.items() if len(days) == 1}
            single = Stated(line, found) if found else None
        if month is None and not worded and not _NUMERIC.search(line):
            whole = _month(line)
            month = Stated(line, dict.fromkeys(ORDERS, whole)) if whole else None
    return _start_and_end(lines) or single or month


def _start_and_end(lines: Sequence[str]) -> Stated | None:
    """A period whose first and last day stand on lines of their own: «Report Start: …», «Report End: …»."""
    for first, last in pairwise(lines):
        if not (_START.search(first) and _END.search(last)):
            continue
        found = {}
        for order in ORDERS:
            days = [*(_worded(first) or _numeric(first, order)), *(_worded(last) or _numeric(last, order))]
            if len(days) == 2 and days[0] <= days[1]:
                found[order] = days[0], days[1]
        if found:
            return Stated(first, found)
    return None


def month_alone(cell: str) -> tuple[int | None, int] | None:
    """Year (None where it is left out) and month of a cell that is nothing but a month: «март 2026», March."""
    words = cell.casefold().replace(",", " ").split()
    number = _months().get(words[0].rstrip(".")) if words else None
    if number is None or len(words) > 2:
        return None
    if len(words) == 1:
        return None, number
    return (int(words[1]), number) if words[1].isdigit() and len(words[1]) == 4 else None


def _month(text: str) -> tuple[date, date] | None:
    """The whole month that a text names once, with its year: «март 2026», March 2026."""
    months = _months()
    found = {(int(year), months[name.casefold()]) for name, year in _MONTH.findall(text) if name.casefold() in months}
    if len(found) != 1:
        return None
    ((year, number),) = found
    return date(year, number, 1), date(year, number, monthrange(year, number)[1])
