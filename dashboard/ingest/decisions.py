"""What is decided once for a whole file: which mark is the decimal one, and which part of a date comes first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Mapping as Named
from datetime import date

from dashboard.ingest.periods import ORDERS

_DATE = re.compile(r"^\s*(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})")
# What is no number: anything else than digits and marks, and the full stop of an abbreviation («12,50 руб.»).
_DIGITS = re.compile(r"[^\W\d_]+\.?|[^\d.,]")
_ONE_MARK = re.compile(r"\d{1,3}[.,]\d{3}")
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


def date_order(cells: Iterable[str]) -> tuple[str | None, bool, int]:
    """What the dates prove (ymd, dmy, mdy; None: nothing), whether any leaves its day and month open, and how many
    prove the other order of the two."""
    dmy = mdy = ymd = 0
    any_open = False
    for cell in cells:
        found = _DATE.match(cell)
        if not found:
            continue
        first, _, second, _ = found.groups()
        if len(first) == 4:
            ymd += 1
        elif int(first) > 12 >= int(second):
            dmy += 1
        elif int(second) > 12 >= int(first):
            mdy += 1
        else:
            any_open = True
    if dmy or mdy:
        return ("dmy" if dmy >= mdy else "mdy"), any_open, min(dmy, mdy)
    return ("ymd" if ymd and not any_open else None), any_open, 0


def day_by(cell: str, order: str) -> date | None:
    """The day that a cell means by one order of day and month; None where it is none."""
    found = _DATE.match(cell)
    if not found:
        return None
    parts = [int(found[1]), int(found[3]), int(found[4])]
    if len(found[1]) == 4:
        year, month, day = parts
    else:
        day, month, year = parts if order == "dmy" else [parts[1], parts[0], parts[2]]
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


def differs(cell: str) -> bool:
    """Whether a cell is one day with its day first and another with its month first."""
    dmy, mdy = day_by(cell, "dmy"), day_by(cell, "mdy")
    return dmy is not None and mdy is not None and dmy != mdy


def is_open(cell: str, is_count: bool = False) -> bool:
    """Whether a number is one thing with a decimal point and another with a decimal comma: `1.234`."""
    return mark_evidence(cell, is_count) is None and _ONE_MARK.fullmatch(_DIGITS.sub("", cell)) is not None


def with_full_stops(cells: Iterable[str]) -> bool:
    """Whether every open date is written with full stops, which nobody does with the month first."""
    return all(found[2] == "." for cell in cells if (found := _DATE.match(cell)))


def order_within(cells: Iterable[str], readings: Named[str, tuple[date, date]]) -> str | None:
    """The order of day and month in which the dates lie within a stated period, where only one of the two does.

    `readings` has the period by each order, since it may be written as the dates are.
    """
    fits = {order: order in readings for order in ORDERS}
    for cell in cells:
        for order, period in readings.items():
            day = day_by(cell, order)
            if _DATE.match(cell) and (day is None or not period[0] <= day <= period[1]):
                fits[order] = False
    kept = [order for order in ORDERS if fits[order]]
    return kept[0] if len(kept) == 1 else None


def month_comes_first(country: str) -> bool:
    """Whether people of a country write the month first. It orders the choices, and decides nothing."""
    return country.upper() in _MONTH_FIRST_COUNTRIES
