"""The same days of the year before last: whether last year itself was like its neighbours."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dashboard.domain.metrics import Measures
from dashboard.domain.period import Period, year_before

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse


@dataclass(frozen=True)
class YearBefore:
    """What was sold on the days one more year back; `sums` is None where sales are not known of all of them.

    `known_from` is the first day that any source of sales tells of.
    """

    period: Period
    sums: Measures | None
    known_from: date | None


def one_more_year_back(warehouse: Warehouse, then: Period, first_days: Iterable[date]) -> YearBefore:
    """The days a year before `then`; `first_days` are those of the sources of sales."""
    period, first = year_before(then), min(first_days, default=None)
    if first is None or first > period.first:
        return YearBefore(period, None, first)
    sums = warehouse.fetch_one("reports/sales_sums", date_from=period.first, date_to=period.last)
    return YearBefore(period, sums, first)
