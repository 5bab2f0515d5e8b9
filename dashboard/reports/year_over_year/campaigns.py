"""What each campaign cost and brought in both years, and what was spent in the months before them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from dashboard.domain import metrics
from dashboard.domain.channels import CHANNELS
from dashboard.domain.comparison import Pair
from dashboard.domain.metrics import Measures
from dashboard.domain.period import Period
from dashboard.reports.year_over_year.segments import Segments
from dashboard.reports.year_over_year.two_periods import days_of

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse

DAYS_BEFORE = 182  # half a year: longer ago than that nobody remembers an ad

Key = tuple[str, str]  # channel, campaign under its agreed name


@dataclass(frozen=True)
class Campaigns:
    """Sums by channel and campaign of both periods, each thing on the day it happened.

    `before_now` and `before_then` are the spend of the half year before each period; `known_from` is the first day of
    which any platform's file tells, None where none does.
    """

    now: dict[Key, Measures]
    then: dict[Key, Measures]
    before_now: Decimal
    before_then: Decimal
    known_from: date | None

    def both(self) -> Iterator[tuple[Key, Measures, Measures]]:
        """Every campaign of either year; the sums of a year without it are zeros."""
        nothing = metrics.total([])
        for key in {**self.now, **self.then}:
            yield key, self.now.get(key, nothing), self.then.get(key, nothing)

    def paid(self, is_now: bool) -> list[Measures]:
        """The sums of each campaign of one year in channels that cost something, or are known to; with its name."""
        costing = self.paid_channels()
        year = self.now if is_now else self.then
        return [sums for (channel, _), sums in year.items() if channel in costing or CHANNELS[channel].is_paid]

    def paid_channels(self) -> frozenset[str]:
        """The channels that cost something in either year."""
        return frozenset(
            channel for (channel, _), now, then in self.both() if (now["spend"] or 0) > 0 or (then["spend"] or 0) > 0
        )


def half_year_before(period: Period) -> Period:
    """The half year that ends the day before."""
    last = period.first - timedelta(days=1)
    return Period(last - timedelta(days=DAYS_BEFORE - 1), last)


def fetch_campaigns(warehouse: Warehouse, pair: Pair, segments: Segments) -> Campaigns:
    """The campaigns of both periods."""
    now, then = segments.campaigns
    run_up = replace(pair, now=half_year_before(pair.now), then=half_year_before(pair.then))
    spent = warehouse.fetch_one("reports/spend_between", **days_of(run_up))
    return Campaigns(
        now=now,
        then=then,
        before_now=Decimal(spent["spent_now"]),
        before_then=Decimal(spent["spent_then"]),
        known_from=spent["known_from"],
    )
