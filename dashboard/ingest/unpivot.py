"""A report with months as columns → a row for each month, as other exports have them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from dashboard.domain.phrase import say
from dashboard.domain.reading import Assumption
from dashboard.ingest.declaration import TOTAL_MARKS
from dashboard.ingest.grid import Grid
from dashboard.ingest.periods import month_named
from dashboard.ingest.records import Record

MONTH = "Месяц"  # the header of the column that the months go to
_ONE_MEASURE = "Выручка"  # where only months stand above the figures
_HEAD = 120
_FIGURE = re.compile(r"\d")


@dataclass(frozen=True)
class _Layout:
    """Where what stands: labels by place, and for each month (None: the totals' columns) the places of its measures."""

    header: int  # the last record of the header among those of the head
    labels: dict[int, str]
    months: tuple[tuple[date | None, dict[str, int]], ...]
    measures: tuple[str, ...]


def by_month(grid: Grid) -> Grid | None:
    """The table with its months as rows; None where no row of its head has months for headers."""
    layout = next((found for place in range(len(grid.head)) if (found := _layout(grid.head, place))), None)
    if layout is None:
        return None
    shown = tuple(islice(_records(grid, layout), _HEAD))
    months = sum(1 for month, _ in layout.months if month)
    because = say("Months stand as columns; each became a row of its own.")
    return Grid(
        shown, lambda: _records(grid, layout), grid.delimiter, grid.sheet, decimal_mark=grid.decimal_mark,
        told=(*grid.told, Assumption("months", str(months), because)),
    )  # fmt: skip


def _layout(head: Sequence[Record], place: int) -> _Layout | None:
    cells = [cell.strip() for cell in head[place][1]]
    months = {at: month for at, cell in enumerate(cells) if (month := month_named(cell))}
    named = {at for at, cell in enumerate(cells) if cell}
    if not months or len(set(months.values())) < len(months) or not named - set(months) or min(months) == min(named):
        return None
    first = min(months)
    below = [cell.strip() for cell in head[place + 1][1]] if place + 1 < len(head) else []
    two_rows = any(below[first:]) and not any(_FIGURE.search(cell) for cell in below)
    second = below if two_rows else []
    spans: list[tuple[date | None, dict[str, int]]] = []
    for at in range(first, max(len(cells), len(second))):
        cell = cells[at] if at < len(cells) else ""
        if cell:
            if at not in months and not cell.casefold().startswith(TOTAL_MARKS):
                return None  # something else than a month amid them
            spans.append((months.get(at), {}))
        measure = second[at] if at < len(second) else _ONE_MEASURE if cell and not two_rows else ""
        if measure:
            spans[-1][1].setdefault(measure, at)
    labels = {
        at: cells[at] or (second[at] if at < len(second) else "")
        for at in range(first)
        if cells[at] or (at < len(second) and second[at])
    }
    measures = tuple(dict.fromkeys(measure for _, places in spans for measure in places))
    return _Layout(place + two_rows, labels, tuple(spans), measures)


def _records(grid: Grid, layout: _Layout) -> Iterator[Record]:
    line = grid.head[layout.header][0]
    yield from ((number, cells) for number, cells in grid.head[: layout.header])
    yield line, [*layout.labels.values(), MONTH, *layout.measures]
    for number, cells in grid.after(layout.header):
        labels = [_at(cells, place) for place in layout.labels]
        is_total = any(label.casefold().startswith(TOTAL_MARKS) for label in labels)
        for month, places in layout.months:
            values = [_at(cells, places.get(measure, -1)) for measure in layout.measures]
            if any(values) and is_total is (month is None):
                yield number, [*labels, month.isoformat()[:7] if month else "", *values]


def _at(cells: Sequence[str], place: int) -> str:
    return cells[place].strip() if 0 <= place < len(cells) else ""
