"""What the reasons of data, money and chance are found from, fetched once for both years."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dashboard.domain.comparison import Pair
from dashboard.domain.period import Period
from dashboard.reports.freshness import SourceAge
from dashboard.reports.year_over_year.days import Happening
from dashboard.reports.year_over_year.earlier import YearBefore, one_more_year_back
from dashboard.reports.year_over_year.marks import WINDOW_DAYS, Jump, jump_of
from dashboard.reports.year_over_year.reloads import Reload, reloads
from dashboard.reports.year_over_year.sizes import OrderSizes, order_sizes

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse

_OF_SALES = frozenset({"deals", "orders", "orders_period", "sales", "leads"})


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

    def logged(self, what: str) -> tuple[Happening, ...]:
        """What the log says of this kind, in the order of its days."""
        return tuple(event for event in self.between if event.what.strip().casefold() == what)


def gather(warehouse: Warehouse, pair: Pair, ages: Iterable[SourceAge], today: date) -> Evidence:
    """Everything of the pair's days."""
    sources, now, then = tuple(ages), pair.now, pair.then
    span = Period(min(now.first, then.first), max(now.last, then.last))
    settled_days = warehouse.profile.provisional_days
    logged = warehouse.fetch("reports/events", date_from=span.first, date_to=span.last)
    return Evidence(
        today=today,
        sources=sources,
        between=tuple(Happening(**row, is_now=row["day_to"] >= now.first) for row in logged),
        sizes_now=order_sizes(warehouse, now),
        sizes_then=order_sizes(warehouse, then),
        year_before_last=one_more_year_back(
            warehouse, then, (source.first_day for source in sources if source.kind in _OF_SALES)
        ),
        jump=jump_of(warehouse, span.first - timedelta(days=WINDOW_DAYS), span.last),
        reloads_now=reloads(warehouse, now, settled_days),
        reloads_then=reloads(warehouse, then, settled_days),
    )
