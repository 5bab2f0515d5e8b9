"""The period that a file states above its header or in its name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from babel.dates import get_month_names

_LANGUAGES = ("en", "ru", "nl", "uk", "de", "fr", "es", "pl")
_LONGEST_DAY = 24  # a line with nothing but a day; a longer one says when the file was made
_NUMERIC = re.compile(r"(?<!\d)(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})\s+([^\W\d_]{3,12})\.?\s+(\d{4})")
_MONTH_FIRST = re.compile(r"([^\W\d_]{3,12})\.?\s+(\d{1,2}),?\s+(\d{4})")


@cache
def _months() -> dict[str, int]:
    found: dict[str, int] = {}
    for language in _LANGUAGES:
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


def stated(lines: Sequence[str], order: str | None = None) -> tuple[date, date] | None:
    """First and last day of the first line that names two days, or one. `order` is dmy or mdy where it is known.

    >>> stated(["Campaign report", "March 1, 2026 - March 14, 2026"])
    (datetime.date(2026, 3, 1), datetime.date(2026, 3, 14))
    """
    single: tuple[date, date] | None = None
    for line in lines:
        readings = [_worded(line)]
        readings += [_numeric(line, order)] if order else [_numeric(line, "dmy"), _numeric(line, "mdy")]
        for days in readings:
            if len(days) == 2 and days[0] <= days[1]:
                return days[0], days[1]
            if len(days) == 1 and single is None and len(line.strip()) <= _LONGEST_DAY:
                single = days[0], days[0]
    return single
