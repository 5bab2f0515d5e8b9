"""Rows of groups amid rows of detail: they say again what the rows below them say, and must not be counted with them.

A row of a group has no product where rows of detail have one; or, where a report keeps groups and details in one
column, its figures are the sum of the rows below it. The latter is believed only if what is left adds up to the
report's own total, or if every row belongs to a group and there are more details than groups.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from functools import cache

from dashboard.domain.phrase import Phrase, say_n
from dashboard.ingest.declaration import TOTAL_MARKS
from dashboard.ingest.grid import Grid
from dashboard.ingest.recognition import Recognised
from dashboard.ingest.records import Record

_MOST = 100_000  # records: a report for people is never as long
_MOST_IN_ONE_COLUMN = 1_500
_LEEWAY = Decimal("0.01")
_BLANKS = re.compile(r"[\s\u00a0\u202f'’]")
_DOCUMENT_OF = re.compile(r"\sот\s+\d{1,2}\.\d{1,2}\.\d{4}")
_SUMMED = ("revenue", "quantity", "gross_profit", "cost")
_FILLED_DOWN = ("order_id", "sold", "month", "customer", "phone", "email", "location")


@dataclass(frozen=True)
class Detail:
    """The table without its rows of groups, and what is to be said of them."""

    grid: Grid
    messages: tuple[Phrase, ...] = ()


def detail(grid: Grid, found: Recognised) -> Detail:
    """The rows of detail of a report, each with the date, number and customer that only its group names."""
    records = list(_few(grid.after(found.record)))
    if len(records) >= _MOST:
        return Detail(grid)
    rows = [_Row(line, list(cells), found) for line, cells in records]
    for row in rows:
        row.mark_total()
    body = [row for row in rows if not row.is_total]
    groups = _without_product(body) if any(not row.product for row in body) else _sums_of_others(rows, body)
    kept: list[Record] = []
    for row in rows:
        if id(row) not in groups:
            kept.append((row.line, row.cells))
    count = len({row.line for row in body if id(row) in groups and row.value("revenue") is not None})
    messages = (
        say_n(
            "{count} row is the sum of rows below it: it was left out, so that nothing counts twice.",
            "{count} rows are sums of rows below them: they were left out, so that nothing counts twice.",
            count=count,
        ),
    )
    head = grid.head[: found.record + 1]
    left = replace(grid, text=None, all_records=lambda: iter([*head, *kept]))
    return Detail(left, messages if count else ())


def _few(records: Iterator[Record]) -> Iterator[Record]:
    for number, record in enumerate(records):
        if number >= _MOST:
            return
        yield record


class _Row:
    """One record, with what its format's columns say."""

    def __init__(self, line: int, cells: list[str], found: Recognised) -> None:
        self.line = line
        self.cells = cells
        self._places = found.columns
        self.is_total = False

    def text(self, column: str) -> str:
        return next((self.cells[at].strip() for at in self._places.get(column, ()) if at < len(self.cells)), "")

    @property
    def product(self) -> str:
        return self.text("product")

    def value(self, column: str) -> Decimal | None:
        return _number(self.text(column))

    def values(self) -> tuple[Decimal, ...]:
        return tuple(self.value(column) or Decimal(0) for column in _SUMMED)

    def mark_total(self) -> None:
        """Brings the word of a totals row to the front, wherever blank columns have put it."""
        said = next((cell.strip() for cell in self.cells if cell.strip()), "")
        if said.casefold().startswith(TOTAL_MARKS):
            self.is_total = True
            self.cells[0] = said

    def take(self, column: str, text: str) -> None:
        for at in self._places.get(column, ())[:1]:
            if at < len(self.cells) and not self.cells[at].strip():
                self.cells[at] = text


@cache
def _number(cell: str) -> Decimal | None:
    plain = _BLANKS.sub("", cell).replace("−", "-")
    if "," in plain and "." in plain:
        plain = plain.replace("." if plain.rfind(",") > plain.rfind(".") else ",", "")
    try:
        return Decimal(plain.replace(",", ".")) if plain else None
    except InvalidOperation:
        return None


def _without_product(body: Sequence[_Row]) -> set[int]:
    """Rows without a product that stand above rows with one; what only they say goes to the rows below."""
    groups: set[int] = set()
    said: dict[str, str] = {}
    for place, row in enumerate(body):
        if row.product:
            for column, text in said.items():
                row.take(column, text)
        elif _is_group(row, body, place):
            groups.add(id(row))
            said |= {column: text for column in _FILLED_DOWN if (text := row.text(column))}
            if not row.text("sold") and _DOCUMENT_OF.search(row.text("order_id")):
                said.pop("sold", None)  # the document says itself of which day it is
    return groups


def _is_group(row: _Row, body: Sequence[_Row], place: int) -> bool:
    """Whether a row without a product has no figures, or those of the rows of detail below it."""
    if not any(row.values()):
        return True
    below = Decimal(0)
    for following in body[place + 1 :]:
        if following.product:
            below += following.value("revenue") or Decimal(0)
            if abs(below - (row.value("revenue") or Decimal(0))) <= _LEEWAY:
                return True
    return False


def _sums_of_others(rows: Sequence[_Row], body: Sequence[_Row]) -> set[int]:
    """Rows whose figures are the sum of those below, where that explains the whole report."""
    lines = _by_line(body)
    if len(lines) > _MOST_IN_ONE_COLUMN or any(row.text("order_id") for row in body):
        return set()
    figures = [values for _, values in lines]
    stated = next((row.values() for row in rows if row.is_total and any(row.values())), None)
    if stated is not None and _same(_sum(figures, range(len(figures))), stated):
        return set()
    leaves, all_grouped = _leaves(figures)
    explained = stated is not None and _same(_sum(figures, leaves), stated)
    if not explained and not (all_grouped and len(leaves) > len(figures) - len(leaves)):
        return set()
    of_detail = {lines[place][0] for place in leaves}
    return {id(row) for row in body if row.line not in of_detail}


Figures = dict[tuple[str, int], Decimal]


def _by_line(body: Sequence[_Row]) -> list[tuple[int, Figures]]:
    """Each line's figures by month and measure: a report with months as columns has a row here for each."""
    found: dict[int, Figures] = {}
    for row in body:
        figures = found.setdefault(row.line, {})
        for at, value in enumerate(row.values()):
            key = (row.text("month"), at)
            figures[key] = figures.get(key, Decimal(0)) + value
    return list(found.items())


def _sum(figures: Sequence[Figures], places: Sequence[int] | range) -> tuple[Decimal, ...]:
    """By measure, over all months."""
    sums = [Decimal(0)] * len(_SUMMED)
    for place in places:
        for (_, at), value in figures[place].items():
            sums[at] += value
    return tuple(sums)


def _same(ours: Sequence[Decimal], stated: Sequence[Decimal]) -> bool:
    return all(abs(one - other) <= _LEEWAY for one, other in zip(ours, stated, strict=True) if other)


@dataclass(frozen=True)
class _Group:
    """Where the rows end that add up to one above them; `flat` where none of them is a group itself."""

    end: int
    flat: bool


def _leaves(figures: Sequence[Figures]) -> tuple[list[int], bool]:
    """The places of the rows that are no sum of those below, and whether every row stands within a group."""
    groups: list[_Group | None] = [None] * len(figures)
    for place in reversed(range(len(figures))):
        groups[place] = _group(figures, place, None) or _group(figures, place, groups)
    leaves: list[int] = []
    grouped = bool(figures)
    covered = place = 0
    while place < len(figures):
        group = groups[place]
        if group is None:
            leaves.append(place)
            grouped = grouped and place < covered
        elif group.flat:
            leaves += range(place + 1, group.end)
            covered, place = max(covered, group.end), group.end - 1
        else:
            covered = max(covered, group.end)
        place += 1
    return leaves, grouped


def _group(figures: Sequence[Figures], place: int, groups: Sequence[_Group | None] | None) -> _Group | None:
    """The rows below that add up to the one at `place`: all of them (`groups` None), or groups as wholes."""
    whole = figures[place]
    if not any(whole.values()):
        return None
    missing = dict(whole)
    at = place + 1
    while at < len(figures):
        for key, value in figures[at].items():
            missing[key] = missing.get(key, Decimal(0)) - value
        inner = groups[at] if groups else None
        at = inner.end if inner else at + 1
        if all(abs(value) <= _LEEWAY for value in missing.values()):
            return _Group(at, groups is None)
    return None
