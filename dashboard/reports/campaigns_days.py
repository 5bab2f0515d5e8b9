"""The days of a period one by one, and what happened around the ads on them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from dashboard.domain import metrics
from dashboard.domain.period import Period
from dashboard.reports.report import Measures

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse


@dataclass(frozen=True)
class DaySums:
    """All measures of one day; a day on which nothing happened has no DaySums."""

    day: date
    measures: Measures


@dataclass(frozen=True)
class Event:
    """Something that happened from `day` to `day_to`: numbered, so that a flag on the chart finds its line below."""

    number: int
    day: date
    day_to: date
    what: str
    text: str


def day_sums(rows: Iterable[Mapping[str, Any]]) -> tuple[DaySums, ...]:
    """The rows of `day_sums`, in order of day, with net revenue."""
    return tuple(
        DaySums(row["day"], {**{key: value for key, value in row.items() if key != "day"},
                             "net_revenue": metrics.value_of("net_revenue", row)})
        for row in rows
    )  # fmt: skip


def events(warehouse: Warehouse, period: Period) -> tuple[Event, ...]:
    """The events that touch the period, in order of day."""
    found = warehouse.fetch("reports/events", date_from=period.first, date_to=period.last)
    return tuple(
        Event(number, row["day"], row["day_to"], row["what"], row["text"]) for number, row in enumerate(found, start=1)
    )
