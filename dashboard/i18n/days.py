"""Days, spans and months as a locale writes them: 1–18 November 2026, «ноябрь 2026»."""

from __future__ import annotations

from datetime import date
from functools import cache, lru_cache

from babel import Locale

GAP = "\u00a0"


@cache
def _months(code: str, context: str, width: str) -> dict[int, str]:
    names = Locale.parse(code).months[context][width]
    return {number: str(name) for number, name in names.items()}


@lru_cache(maxsize=4096)
def day(code: str, when: date, year: bool = True, short: bool = False) -> str:
    """18 November 2026; `short` 18 Nov 2026."""
    name = _months(code, "format", "abbreviated" if short else "wide")[when.month]
    text = f"{when.day}{GAP}{name.rstrip('.') if short else name}"
    return f"{text}{GAP}{when.year}" if year else text


@lru_cache(maxsize=1024)
def span(code: str, first: date, last: date, year: bool = True, short: bool = False) -> str:
    """A run of days without repeating what both ends share."""
    if first == last:
        return day(code, last, year, short)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(code, last, year, short)}"
    return f"{day(code, first, year and first.year != last.year, short)} – {day(code, last, year, short)}"


@lru_cache(maxsize=1024)
def month(code: str, when: date, year: bool = True, short: bool = False) -> str:
    """A month on its own, as it stands inside a sentence."""
    name = _months(code, "stand-alone", "abbreviated" if short else "wide")[when.month]
    name = name.rstrip(".") if short else name
    return f"{name}{GAP}{when.year}" if year else name
