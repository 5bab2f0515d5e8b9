"""What each product of each campaign cost and brought in both periods: one query, from which all coarser sums come."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from dashboard.domain import metrics
from dashboard.domain.comparison import Pair
from dashboard.domain.metrics import Measures, Row
from dashboard.reports.year_over_year.two_periods import days_of, parted

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse

Sums = dict[Any, Measures]


@dataclass(frozen=True)
class Segments:
    """Rows of `segment_sums` now and then, each thing on the day it happened. Sums are by name, now and then."""

    now: tuple[Row, ...]
    then: tuple[Row, ...]

    @cached_property
    def channels(self) -> tuple[Sums, Sums]:
        """The sums of each channel."""
        return self._both("channel")

    @cached_property
    def products(self) -> tuple[Sums, Sums]:
        """The sums of each product; '' is what no product is known of."""
        return self._both("product")

    @cached_property
    def campaigns(self) -> tuple[Sums, Sums]:
        """The sums of each campaign of a channel, with both names in them."""
        found = self._both(_campaign)
        for year in found:
            year.update({(channel, name): {**sums, "channel": channel, "campaign": name}
                         for (channel, name), sums in year.items()})  # fmt: skip
        return found

    def _both(self, by: str | Callable[[Row], Any]) -> tuple[Sums, Sums]:
        return dict(metrics.total(self.now, by=by)), dict(metrics.total(self.then, by=by))


def fetch_segments(warehouse: Warehouse, pair: Pair) -> Segments:
    """The sums of the pair's days."""
    rows = warehouse.fetch("reports/segment_sums", **days_of(pair))
    now, then = parted(rows)
    return Segments(tuple(now), tuple(then))


def _campaign(row: Row) -> tuple[str, str]:
    return row["channel"], row["campaign"]
