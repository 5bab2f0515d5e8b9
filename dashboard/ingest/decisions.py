"""What is decided once for a whole file: which mark is the decimal one, and which part of a date comes first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

_DATE = re.compile(r"^\s*(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})")
# What is no number: anything else than digits and marks, and the full stop of an abbreviation («12,50 руб.»).
_DIGITS = re.compile(r"[^\W\d_]+\.?|[^\d.,]")
_MONTH_FIRST_COUNTRIES = frozenset({"US", "PH", "PW", "FM", "MH"})


def mark_evidence(cell: str, is_count: bool) -> str | None:
    """The decimal mark that one number proves, or None.

    >>> mark_evidence("7.278,15", False), mark_evidence("1.696", False), mark_evidence("1.696", True)
    (',', None, ',')
    """
    number = _DIGITS.sub("", cell)
    points, commas = number.count("."), number.count(",")
    if points and commas:
        last = "." if number.rfind(".") > number.rfind(",") else ","
        return last if number.count(last) == 1 else None
    mark = "." if points else "," if commas else ""
    if not mark:
        return None
    other = "," if mark == "." else "."
    if number.count(mark) > 1:
        return other
    before, after = number.split(mark)
    if len(after) != 3 or not before or before.startswith("0") or len(before) > 3:
        return mark
    return other if is_count else None


def decimal_mark(counts: Iterable[str], others: Iterable[str]) -> tuple[str | None, int]:
    """The decimal mark that the numbers prove together, and how many of them speak against it.

    `counts` are cells of whole things (clicks): three digits after a mark are thousands there.
    """
    proved = {".": 0, ",": 0}
    for cells, is_count in ((counts, True), (others, False)):
        for cell in cells:
            mark = mark_evidence(cell, is_count)
            if mark:
                proved[mark] += 1
    if not any(proved.values()):
        return None, 0
    mark = max(proved, key=lambda key: proved[key])
    return mark, min(proved.values())


def date_order(cells: Iterable[str]) -> tuple[str | None, bool]:
    """What the dates prove (ymd, dmy, mdy; None: nothing), and whether any date has its day and month open."""
    dmy = mdy = ymd = 0
    is_open = False
    for cell in cells:
        found = _DATE.match(cell)
        if not found:
            continue
        first, mark, second, _ = found.groups()
        if len(first) == 4:
            ymd += 1
        elif int(first) > 12 >= int(second):
            dmy += 1
        elif int(second) > 12 >= int(first):
            mdy += 1
        elif mark == ".":
            dmy += 1  # nobody writes the month first with full stops
        else:
            is_open = True
    if dmy or mdy:
        return ("dmy" if dmy >= mdy else "mdy"), is_open
    return ("ymd" if ymd and not is_open else None), is_open


def order_within(cells: Iterable[str], period: tuple[date, date]) -> str | None:
    """The order of day and month in which the dates lie within a stated period, where only one of the two does."""
    fits = {"dmy": True, "mdy": True}
    for cell in cells:
        found = _DATE.match(cell)
        if not found or len(found[1]) == 4:
            continue
        year = int(found[4]) + (2000 if len(found[4]) <= 2 else 0)
        for order, day, month in (("dmy", found[1], found[3]), ("mdy", found[3], found[1])):
            try:
                if not period[0] <= date(year, int(month), int(day)) <= period[1]:
                    fits[order] = False
            except ValueError:
                fits[order] = False
    if fits["dmy"] == fits["mdy"]:
        return None
    return "dmy" if fits["dmy"] else "mdy"


def usual_order(country: str) -> str:
    """What people of a country write."""
    return "mdy" if country.upper() in _MONTH_FIRST_COUNTRIES else "dmy"
