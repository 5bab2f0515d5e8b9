"""What other columns of the same rows say of a date or a number that has two readings.

A reading counts as settled only where every row agrees with it, and some row contradicts the other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from functools import cache

from babel.dates import get_day_names

from dashboard.domain.phrase import Phrase, say
from dashboard.ingest.decisions import day_by, differs, mark_evidence
from dashboard.ingest.headers import folded
from dashboard.ingest.periods import LANGUAGES, ORDERS, month_alone
from dashboard.ingest.records import Record

MARKS = (".", ",")
_ENOUGH_IN_ORDER = 6  # distinct days: by chance they would stand in order once in 360 files
_PAIRS = (("day", "day_to"), ("created", "closed"), ("lead_created", "sold"), ("sold", "refunded_at"))
_IDS = ("lead_id", "order_id", "call_id")
_WEEK = ("week", "неделя", "неделя с", "week starting", "semaine", "woche", "тиждень")
_YEAR_MONTH = re.compile(r"(20\d\d)[-./](\d{1,2})")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_NUMBER = re.compile(r"[-+]?[\d\s\u00a0\u202f.,'’]*\d\s*(%|[^\W\d_]{1,3}\.?|[$€£₽₸₴¥])?")
_PRICES_OF_CLICKS = frozenset(
    map(folded, (
        "Avg. CPC", "CPC", "Average CPC", "Ср. цена за клик", "Сред. цена за клик", "Ср. цена клика", "Gem. CPC",
        "CPC (cost per link click)", "CPC (цена за клик по ссылке)", "CPC (destination)", "Цена клика",
    ))
)  # fmt: skip
_CLICKS_OF_SHOWN = frozenset(map(folded, ("CTR", "CTR (%)", "CTR, %", "Кликабельность")))
_IN_BRACKETS = re.compile(r"\s*(\([^()]{1,8}\)|,\s*[^\s,()]{1,5})$")


@dataclass(frozen=True)
class Rows:
    """The first rows of a table as they stand, with the places of the columns that are known."""

    header: tuple[str, ...]
    columns: dict[str, tuple[int, ...]]
    records: Sequence[Record]
    totals: re.Pattern[str]
    whole: bool  # whether these are all rows of the table

    def cell(self, cells: Sequence[str], column: str) -> str:
        """What a known column says in one row; '' where it says nothing."""
        for place in self.columns.get(column, ()):
            if place < len(cells) and cells[place].strip():
                return cells[place].strip()
        return ""

    def others(self) -> Iterator[tuple[str, int]]:
        """Header and place of each column that is not a known one."""
        known = {place for places in self.columns.values() for place in places}
        return ((header, place) for place, header in enumerate(self.header) if place not in known)

    def at(self, place: int) -> list[str]:
        """All cells of one column that say something."""
        found = [cells[place].strip() for _, cells in self.records if place < len(cells)]
        return [cell for cell in found if cell.strip("-—– ")]

    def is_total(self, cells: Sequence[str]) -> bool:
        """Whether a row is one that adds up others."""
        return any(self.totals.match(cell.strip().lower()) for cell in (cells[0], self.cell(cells, "campaign")) if cell)


Settling = tuple[str, Phrase]
_Told = Callable[[date], bool]


def order_by_neighbours(rows: Rows, dated: Sequence[str]) -> Settling | None:
    """The order of day and month that other columns leave, and why; None where they leave both or neither.

    `dated` are the known columns with dates, the row's own day first.
    """
    found: dict[str, Phrase] = {}
    for order, because in _orders(rows, dated):
        found.setdefault(order, because)
    return next(iter(found.items())) if len(found) == 1 else None


def _orders(rows: Rows, dated: Sequence[str]) -> Iterator[Settling]:
    for first, second in _PAIRS:
        if {first, second} <= rows.columns.keys():
            pairs = [(rows.cell(cells, first), rows.cell(cells, second)) for _, cells in rows.records]
            right = {order: _one_after_other(pairs, order) for order in ORDERS}
            because = say("In the other order “{second}” would come before “{first}” in a row.",
                          first=_header(rows, first), second=_header(rows, second))  # fmt: skip
            yield from _alone(right, because)
    for header, place in rows.others():
        for told in _tellers(header, rows.at(place)):
            right = {order: _agrees(rows, place, dated[:1], told, order) for order in ORDERS}
            yield from _alone(right, say("The column “{column}” agrees with this order alone.", column=header))
    for column in dated[:1]:
        days = [rows.cell(cells, column) for _, cells in rows.records]
        right = {order: _in_order(days, order) for order in ORDERS}
        yield from _alone(right, say("The rows follow one another by date in this order alone."))
        for numbered in _IDS:
            every = [(rows.cell(cells, numbered), rows.cell(cells, column)) for _, cells in rows.records]
            numbers = [(told, cell) for told, cell in every if day_by(cell, "dmy") or day_by(cell, "mdy")]
            if numbers and all(number.isdigit() and len(number) < 19 for number, _ in numbers):
                by_number = [cell for _, cell in sorted(numbers, key=lambda pair: int(pair[0]))]
                right = {order: _in_order(by_number, order) for order in ORDERS}
                yield from _alone(right, say("The numbers of the rows follow their dates in this order alone."))


def _alone(right: dict[str, bool], because: Phrase) -> Iterator[Settling]:
    kept = [order for order, agrees in right.items() if agrees]
    if len(kept) == 1:
        yield kept[0], because


def _header(rows: Rows, column: str) -> str:
    return rows.header[rows.columns[column][0]]


def _one_after_other(pairs: Sequence[tuple[str, str]], order: str) -> bool:
    days = [(day_by(first, order), day_by(second, order)) for first, second in pairs]
    return all(first <= second for first, second in days if first and second)


def _in_order(cells: Sequence[str], order: str) -> bool:
    days = [day for cell in cells if (day := day_by(cell, order))]
    if len({*days}) < _ENOUGH_IN_ORDER:
        return False
    return days == sorted(days) or days == sorted(days, reverse=True)


@cache
def _weekdays() -> dict[str, int]:
    found: dict[str, int] = {}
    for language in LANGUAGES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_day_names(width, context=context, locale=language).items():
                    found.setdefault(name.casefold().rstrip("."), number)
    return found


def _tellers(header: str, cells: Sequence[str]) -> Iterator[Callable[[str], _Told | None]]:
    """How the cells of a column tell a day: by its weekday, its month, or the week or day that they name."""
    if not cells:
        return
    words = [cell.casefold().rstrip(".") for cell in cells]
    if all(word in _weekdays() for word in words):
        yield lambda cell: lambda day: day.weekday() == _weekdays().get(cell.casefold().rstrip("."))
    elif all(_month_of(cell) for cell in cells):
        yield _in_month
    elif all(_ISO.match(cell) for cell in cells):
        yield _in_week if folded(header) in map(folded, _WEEK) else _on_day


def _month_of(cell: str) -> tuple[int | None, int] | None:
    numeric = _YEAR_MONTH.fullmatch(cell)
    if numeric and 1 <= int(numeric[2]) <= 12:
        return int(numeric[1]), int(numeric[2])
    return month_alone(cell)


def _in_month(cell: str) -> _Told | None:
    told = _month_of(cell)
    return (lambda day: day.month == told[1] and told[0] in (None, day.year)) if told else None


def _iso(cell: str) -> date | None:
    try:
        return date.fromisoformat(cell[:10])
    except ValueError:
        return None


def _on_day(cell: str) -> _Told | None:
    told = _iso(cell)
    return (lambda day: day == told) if told else None


def _in_week(cell: str) -> _Told | None:
    told = _iso(cell)
    return (lambda day: told <= day < told + timedelta(7)) if told else None


def _agrees(
    rows: Rows, place: int, dated: Sequence[str], told: Callable[[str], _Told | None], order: str
) -> bool:  # fmt: skip
    seen = False
    for _, cells in rows.records:
        if place >= len(cells) or not cells[place].strip():
            continue
        for column in dated:
            cell = rows.cell(cells, column)
            day, tells = day_by(cell, order), told(cells[place].strip())
            if day is None or tells is None:
                continue
            if not tells(day):
                return False
            seen = seen or differs(cell)
    return seen


def mark_by_neighbours(rows: Rows) -> Settling | None:
    """The decimal mark that other columns leave, and why; None where they leave both or neither."""
    found: dict[str, Phrase] = {}
    for mark, because in _marks(rows):
        found.setdefault(mark, because)
    return next(iter(found.items())) if len(found) == 1 else None


def _marks(rows: Rows) -> Iterator[Settling]:
    for header, place in rows.others():
        cells = rows.at(place)
        if cells and all(_NUMBER.fullmatch(cell) or not any(map(str.isdigit, cell)) for cell in cells):
            for mark in {mark for cell in cells if (mark := mark_evidence(cell, False))}:
                yield mark, say("The column “{column}” is written so.", column=header)
    for column in ("spend", "impressions", "clicks"):
        stated = [rows.cell(cells, column) for _, cells in rows.records if rows.is_total(cells)][:1]
        if rows.whole and stated and column in rows.columns:
            added = [rows.cell(cells, column) for _, cells in rows.records if not rows.is_total(cells)]
            right = {mark: _adds_up(added, stated[0], mark) for mark in MARKS}
            yield from _alone(right, say("The file's own total is the sum of its rows in this reading alone."))
    for column, product in _products(rows):
        right = {mark: _holds(product, mark) for mark in MARKS}
        yield from _alone(right, say("{column} agrees with the other columns in this reading alone.", column=column))


def _adds_up(cells: Sequence[str], stated: str, mark: str) -> bool:
    whole = number(stated, mark)
    summed = sum((number(cell, mark) or Decimal(0) for cell in cells), Decimal(0))
    return whole is not None and abs(summed - whole) <= Decimal("0.01") + len(cells) * Decimal("0.005")


_Product = list[tuple[str, str, str, Decimal]]


def _products(rows: Rows) -> Iterator[tuple[str, _Product]]:
    """Columns that must be the product of two others, row by row: whole, one factor, the other, and a divisor."""

    def triples(whole: str, one: str, place: int | None, other: str = "", divisor: int = 1) -> _Product:
        found = []
        for _, cells in rows.records:
            second = rows.cell(cells, other) if place is None else cells[place] if place < len(cells) else ""
            found.append((rows.cell(cells, whole), rows.cell(cells, one), second, Decimal(divisor)))
        return found

    for header, place in rows.others():
        named = {folded(header), folded(_IN_BRACKETS.sub("", header))}
        if named & _PRICES_OF_CLICKS and {"spend", "clicks"} <= rows.columns.keys():
            yield header, triples("spend", "clicks", place)
        if named & _CLICKS_OF_SHOWN and {"clicks", "impressions"} <= rows.columns.keys():
            yield header, triples("clicks", "impressions", place, divisor=100)
    for whole in ("revenue", "order_total", "amount"):
        if {whole, "quantity", "unit_price"} <= rows.columns.keys():
            yield _header(rows, whole), triples(whole, "quantity", None, "unit_price")


def _holds(product: _Product, mark: str) -> bool:
    """Whether each product is right as far as its factors are rounded; some row must have all three."""
    seen = False
    for cells in product:
        whole, one, other = (number(cell, mark) for cell in cells[:3])
        if whole is None or one is None or other is None or not whole:
            continue
        digits = -int(other.as_tuple().exponent)
        leeway = abs(one) * Decimal(10) ** -max(digits, 0) / cells[3] + Decimal("0.01") + abs(whole) / 200
        if abs(one * other / cells[3] - whole) > leeway:
            return False
        seen = True
    return seen


def number(cell: str, mark: str) -> Decimal | None:
    """A number by a decimal mark, roughly as the file's reading takes it; None where the cell is none."""
    plain = re.sub(r"[^\d.,\-]", "", cell.replace("−", "-")).rstrip(".,")
    plain = plain.replace("," if mark == "." else ".", "").replace(mark, ".")
    try:
        return Decimal(plain)
    except InvalidOperation:
        return None
