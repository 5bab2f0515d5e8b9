"""From the sums of both years to the bridges between them: of revenue, and of what is left of it.

Both begin and end in the books: revenue on the day of its sale, net of refunds. Where leads bring the sales, what is
alike is taken by the day of the lead, so that no ratio mixes leads of one time with sales to those of another; the line
`cohort` holds the difference between the two.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from dashboard.domain import metrics
from dashboard.domain.comparison import Pair
from dashboard.domain.metrics import Measures
from dashboard.domain.period import Period
from dashboard.domain.statistics import growth_interval
from dashboard.domain.statistics.interval import Interval
from dashboard.domain.year_over_year.bridge import Bridge, OneYearOnly, Restated
from dashboard.domain.year_over_year.dispersion import dispersion
from dashboard.domain.year_over_year.funnel import Restating, Sums, Year, segments
from dashboard.domain.year_over_year.lmdi import Factor, parts
from dashboard.reports.year_over_year.days import Days

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse

BY_CHANNEL = "reports/channel_sums_by_lead"
NO_SOURCE_MOVED = Decimal("0.05")
_SALES_OF_LEADS = Decimal("0.2")  # of the leads' year's revenue: below it the leads explain too little
_ALL = "all"
Channels = Mapping[str, Measures]


@dataclass(frozen=True)
class Known:
    """What is known beside the channels' sums.

    `immature` is revenue that the leads of this year still owe, `returns` what of this year's is still to come back,
    `common` the factors that all channels share. Without `channels_compare` no channel is set against itself, because
    the source of too many sales is known in one year only.
    """

    immature: Decimal = Decimal(0)
    returns: Decimal = Decimal(0)
    common: tuple[Factor, ...] = ()
    channels_compare: bool = True


@dataclass(frozen=True)
class Made:
    """The bridge of revenue, the growth of what is alike with its range (as shares), how much wider than chance counts
    scatter, and whether what is alike is taken by the day of the lead."""

    bridge: Bridge
    interval: Interval | None
    dispersion: float
    by_lead: bool


def made(warehouse: Warehouse, pair: Pair, by_sale: tuple[Channels, Channels], days: Days, known: Known) -> Made | None:
    """The bridge over a pair of periods; `by_sale` are the channels' sums now and then. None without both revenues."""
    books = tuple(_net(metrics.total(sums.values())) for sums in (by_sale[1], by_sale[0]))
    if books[0] <= 0 or books[1] <= 0:
        return None
    by_lead = _by_lead(warehouse, pair.then), _by_lead(warehouse, pair.now)
    uses_leads = all(map(_follow_leads, by_lead))
    years = list(by_lead if uses_leads else (by_sale[1], by_sale[0]))
    if not known.channels_compare:
        years = [{_ALL: metrics.total(sums.values())} for sums in years]
    held = [{name: _sums(row) for name, row in sums.items()} for sums in years]
    totals = [_net(metrics.total(sums.values())) for sums in years]
    restated = _restated(books, totals, known if uses_leads else _of_books(known))
    then = Year(held[0])
    now = Year(held[1], _restating(totals[1], held[1], known if uses_leads else _of_books(known)))
    alike = [name for name in held[0] if name in held[1] and _is_there(held[0][name]) and _is_there(held[1][name])]
    gone = OneYearOnly("ended_channels", then=_sum(held[0], alike, Decimal(1)))
    came = OneYearOnly("new_channels", now=_sum(held[1], alike, Decimal(now.restating.whole)))
    wide = dispersion(_weeks(days, pair.then, uses_leads), _weeks(days, pair.now, uses_leads))
    found = parts(segments(then, now, alike, known.common, wide))
    bridge = Bridge.of(books[0], books[1], restated, [gone, came], found)
    return Made(bridge, _range(bridge, held, alike, wide), wide, uses_leads)


def sources_are_alike(now: Decimal | None, then: Decimal | None) -> bool:
    """Whether about as much of both years' revenue has no source (as shares), so that channels can be compared."""
    return abs((now or Decimal(0)) - (then or Decimal(0))) <= NO_SOURCE_MOVED


def _by_lead(warehouse: Warehouse, period: Period) -> Channels:
    rows = warehouse.fetch(BY_CHANNEL, date_from=period.first, date_to=period.last)
    return {row["channel"]: row for row in rows}


def _follow_leads(channels: Channels) -> bool:
    """Whether leads brought a share of the sales that is worth following."""
    whole = _net(metrics.total(channels.values()))
    led = sum(
        (_net(row) for row in channels.values() if 0 < _amount(row, "orders") <= _amount(row, "leads")), Decimal(0)
    )
    return whole > 0 and led >= _SALES_OF_LEADS * whole


def _of_books(known: Known) -> Known:
    """By the day of the sale nothing is immature: what leads still owe will stand on later days."""
    return Known(Decimal(0), known.returns, known.common, known.channels_compare)


def _restated(books: tuple[Decimal, ...], totals: list[Decimal], known: Known) -> list[Restated]:
    """Where leads buy in a later period than they come, both are one step: sales go from the day on which they were
    made to that of their lead, and those to come are added. Apart they would be two large lines of opposite sign."""
    moved = [total - in_books for total, in_books in zip(totals, books, strict=True)]
    returns = Restated("returns_to_come", now=-known.returns)
    if any(moved):
        return [Restated("cohort", then=moved[0], now=moved[1] + known.immature), returns]
    return [Restated("immature", now=known.immature), returns]


def _restating(net: Decimal, channels: Mapping[str, Sums], known: Known) -> Restating:
    """As factors of the year, in such a way that together they raise its net revenue by what was added to it."""
    if not net:
        return Restating()
    orders = 1 + float(known.immature / net)
    return Restating(orders=orders, kept=float((net + known.immature - known.returns) / net) / orders)


def _sum(channels: Mapping[str, Sums], alike: list[str], raised: Decimal) -> Decimal:
    """The revenue of the channels that exist in this year only."""
    return sum((Decimal(sums.net) for name, sums in channels.items() if name not in alike), Decimal(0)) * raised


def _is_there(sums: Sums) -> bool:
    return bool(sums.leads or sums.orders or sums.net)


def _net(row: Mapping[str, Any]) -> Decimal:
    return metrics.value_of("net_revenue", row) or Decimal(0)


def _amount(row: Mapping[str, Any], key: str) -> float:
    return float(row.get(key) or 0)


def _sums(row: Mapping[str, Any]) -> Sums:
    return Sums(
        leads=_amount(row, "leads"),
        answered=_amount(row, "leads_answered"),
        marked=_amount(row, "leads_marked"),
        target=_amount(row, "target_leads"),
        orders=_amount(row, "orders"),
        revenue=_amount(row, "revenue"),
        refunds=_amount(row, "refunds"),
        squares=_amount(row, "order_squares"),
    )


def _weeks(days: Days, period: Period, uses_leads: bool) -> list[float]:
    """Leads, or orders, of each whole seven days of the period."""
    key = "leads" if uses_leads else "orders"
    daily = [float(days.sums[day][key]) if day in days.sums else 0.0 for day in period]
    return [sum(daily[start : start + 7]) for start in range(0, len(daily) - 6, 7)]


def _range(bridge: Bridge, held: list[dict[str, Sums]], alike: list[str], wide: float) -> Interval | None:
    """How far the growth of what is alike may lie from what is shown, by its orders and their sizes."""
    years = bridge.like_for_like
    squares = [sum(sums[name].squares for name in alike) * wide for sums in held]
    if years.then <= 0 or years.now <= 0:
        return None
    then, now = (of / float(amount) ** 2 for of, amount in zip(squares, (years.then, years.now), strict=True))
    return growth_interval(float(years.now), float(years.then), now, then)
