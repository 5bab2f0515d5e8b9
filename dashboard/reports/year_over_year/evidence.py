"""What the reasons of data, money and chance are found from, fetched once for both years."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from dashboard.domain import metrics
from dashboard.domain.channels import NO_SOURCE
from dashboard.domain.comparison import Pair
from dashboard.domain.metrics import Measures
from dashboard.domain.period import Period
from dashboard.domain.year_over_year.coverage_bounds import Sourced
from dashboard.reports import fees
from dashboard.reports.freshness import SourceAge
from dashboard.reports.year_over_year.currencies import Currencies, fetch_currencies
from dashboard.reports.year_over_year.days import Happening
from dashboard.reports.year_over_year.earlier import YearBefore, one_more_year_back
from dashboard.reports.year_over_year.log import logged
from dashboard.reports.year_over_year.marks import WINDOW_DAYS, Jump, jump_of
from dashboard.reports.year_over_year.reloads import Reload, reloads
from dashboard.reports.year_over_year.sizes import OrderSizes, order_sizes
from dashboard.reports.year_over_year.two_periods import days_of, parted

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse

Channels = Mapping[Any, Measures]

_OF_SALES = frozenset({"deals", "orders", "orders_period", "sales", "leads"})


@dataclass(frozen=True)
class Units:
    """What a source counted in both years: clicks, calls, deals, orders."""

    now: int
    then: int


@dataclass(frozen=True)
class Evidence:
    """Of both years; `between` is everything in the log from the first day of last year's to the last of this year's.

    `jump` is a lasting jump of the share of leads on target somewhere between them.
    """

    today: date
    sources: tuple[SourceAge, ...]
    between: tuple[Happening, ...]
    sizes_now: OrderSizes
    sizes_then: OrderSizes
    year_before_last: YearBefore
    jump: Jump | None
    reloads_now: tuple[Reload, ...]
    reloads_then: tuple[Reload, ...]
    sourced_now: Sourced
    sourced_then: Sourced
    counted: dict[tuple[str, str], Units]
    fee_now: Decimal | None
    fee_then: Decimal | None
    currencies: Currencies

    def named(self, what: str) -> list[tuple[str, date]]:
        """What the log names as this, such as a store that opened, with the day."""
        return [(event.text, event.day) for event in self.logged(what)]

    def units(self, kind: str, platform: str) -> Units:
        """What the source counted in both years."""
        return self.counted.get((kind, platform), Units(0, 0))

    def first_day(self, kind: str, platform: str) -> date | None:
        """The first day that the source tells of at all."""
        days = [one.first_day for one in self.sources if (one.kind, one.platform) == (kind, platform)]
        return min(days, default=None)

    def logged(self, what: str) -> tuple[Happening, ...]:
        """What the log says of this kind, in the order of its days."""
        return tuple(event for event in self.between if event.what.strip().casefold() == what)


def gather(
    warehouse: Warehouse, pair: Pair, ages: Iterable[SourceAge], today: date, channels: tuple[Channels, Channels]
) -> Evidence:
    """Everything of the pair's days; `channels` are the sums of each channel, now and then."""
    sources, now, then = tuple(ages), pair.now, pair.then
    span = Period(min(now.first, then.first), max(now.last, then.last))
    between = logged(warehouse, span.first, span.last)
    sizes = order_sizes(warehouse, pair)
    reloaded = reloads(warehouse, pair, warehouse.profile.provisional_days)
    return Evidence(
        today=today,
        sources=sources,
        between=tuple(Happening(**row, is_now=row["day_to"] >= now.first) for row in between),
        sizes_now=sizes[0],
        sizes_then=sizes[1],
        year_before_last=one_more_year_back(
            warehouse, then, (source.first_day for source in sources if source.kind in _OF_SALES)
        ),
        jump=jump_of(warehouse, span.first - timedelta(days=WINDOW_DAYS), span.last),
        reloads_now=reloaded[0],
        reloads_then=reloaded[1],
        sourced_now=_sourced(channels[0]),
        sourced_then=_sourced(channels[1]),
        counted=_counted(warehouse, pair),
        fee_now=fees.fee(warehouse, now),
        fee_then=fees.fee(warehouse, then),
        currencies=fetch_currencies(warehouse, pair),
    )


def _sourced(channels: Channels) -> Sourced:
    whole = metrics.across([{"channel": channel, **sums} for channel, sums in channels.items()])
    internet, without, everything = (
        metrics.value_of(key, whole) or Decimal(0)
        for key in ("internet_revenue", "no_source_revenue", "business_revenue")
    )
    unknown = float(channels[NO_SOURCE]["order_squares"] or 0) if NO_SOURCE in channels else 0.0
    known = float(whole["order_squares"] or 0) - unknown
    return Sourced(internet, everything - internet - without, without, known, unknown)


def _counted(warehouse: Warehouse, pair: Pair) -> dict[tuple[str, str], Units]:
    rows_now, rows_then = (
        {(row["kind"], row["platform"]): row["units"] for row in rows}
        for rows in parted(warehouse.fetch("reports/source_units", **days_of(pair)))
    )
    return {
        source: Units(int(rows_now.get(source, 0)), int(rows_then.get(source, 0)))
        for source in {**rows_now, **rows_then}
    }
