"""From the sums of both years to the bridges between them: of revenue, and of what is left of it.

Both begin and end in the books: revenue on the day of its sale, net of refunds. Where leads bring the sales, what is
alike is taken by the day of the lead, so that no ratio mixes leads of one time with sales to those of another; the line
`cohort` holds the difference between the two.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from math import sqrt
from typing import TYPE_CHECKING, Any

from dashboard.domain import metrics
from dashboard.domain.comparison import Pair
from dashboard.domain.metrics import Measures
from dashboard.domain.period import Period
from dashboard.domain.statistics import growth_interval
from dashboard.domain.statistics.interval import Interval
from dashboard.domain.year_over_year.bridge import Bridge, OneYearOnly, Part, Restated
from dashboard.domain.year_over_year.dispersion import dispersion
from dashboard.domain.year_over_year.funnel import Restating, Sums, Year, segments
from dashboard.domain.year_over_year.lmdi import Factor, Segment, parts
from dashboard.reports.year_over_year.currencies import at_rates
from dashboard.reports.year_over_year.days import Days

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse

BY_CHANNEL = "reports/channel_sums_by_lead"
NO_SOURCE_MOVED = Decimal("0.05")
_SALES_OF_LEADS = Decimal("0.2")  # of the leads' year's revenue: below it the leads explain too little
_UNNOTICED = 1e-6  # as a share of the change: what floating point leaves over
_ALL = "all"
Channels = Mapping[str, Measures]


@dataclass(frozen=True)
class Known:
    """What is known beside the channels' sums.

    `immature` is revenue before refunds that the leads of this year still owe, of which as much will be kept as of what
    they brought so far (in Sides it is net of that); `returns` is what of this year's is still to come back. At last
    year's rates of exchange each channel's net revenue would be larger by `currency`, and its spend by `ads_currency`.
    `common` are the factors that all channels share. Without `channels_compare` no channel is set against itself,
    because the source of too many sales is known in one year only.
    """

    immature: Decimal = Decimal(0)
    returns: Decimal = Decimal(0)
    currency: Mapping[str, Decimal] = field(default_factory=dict)
    ads_currency: Mapping[str, Decimal] = field(default_factory=dict)
    common: tuple[Factor, ...] = ()
    channels_compare: bool = True


@dataclass(frozen=True)
class Sides:
    """What the bridges are built from, then and now: the books, and the channels as what is alike is taken.

    `alike` are the channels of both years; `dispersion` is how much wider than chance the counts scatter. This year's
    channels are at last year's rates of exchange; `at_own_rates` are its channels as booked, where those differ.
    """

    books: tuple[Measures, Measures]
    channels: tuple[Channels, Channels]
    alike: tuple[str, ...]
    known: Known
    dispersion: float
    by_lead: bool
    at_own_rates: Channels | None = None

    @property
    def nets(self) -> tuple[Decimal, Decimal]:
        """The net revenue of both years' channels."""
        then, now = (_net(metrics.total(rows.values())) for rows in self.channels)
        return then, now

    @property
    def raised(self) -> Decimal:
        """By how much this year's revenue grows with what is still to come, and still to go."""
        net = self.nets[1]
        return (net + self.known.immature - self.known.returns) / net if net else Decimal(1)

    def exchanged(self, measure: str) -> Decimal:
        """What last year's rates of exchange add to a measure of this year."""
        if self.at_own_rates is None:
            return Decimal(0)
        now, booked = (metrics.total(rows.values()) for rows in (self.channels[1], self.at_own_rates))
        return (metrics.value_of(measure, now) or Decimal(0)) - (metrics.value_of(measure, booked) or Decimal(0))


@dataclass(frozen=True)
class Made:
    """The bridge of revenue, and the growth of what is alike with its range (as shares)."""

    bridge: Bridge
    interval: Interval | None


def sides(
    warehouse: Warehouse, pair: Pair, by_sale: tuple[Channels, Channels], days: Days, known: Known
) -> Sides | None:
    """Both ends of the bridges over a pair of periods; `by_sale` are the channels' sums now and then. None without
    revenue in either."""
    books = metrics.total(by_sale[1].values()), metrics.total(by_sale[0].values())
    if any(_net(year) <= 0 for year in books):
        return None
    by_lead = _by_lead(warehouse, pair.then), _by_lead(warehouse, pair.now)
    uses_leads = all(map(_follow_leads, by_lead))
    then, booked = by_lead if uses_leads else (by_sale[1], by_sale[0])
    now = at_rates(booked, by_sale[0], known.currency)
    if not known.channels_compare:
        then, now = ({_ALL: metrics.total(rows.values())} for rows in (then, now))
    return Sides(
        books=books,
        channels=(then, now),
        alike=tuple(name for name in then if name in now and is_there(then[name]) and is_there(now[name])),
        known=_of_leads(known, metrics.total(now.values())) if uses_leads else _of_books(known),
        dispersion=dispersion(_weeks(days, pair.then, uses_leads), _weeks(days, pair.now, uses_leads)),
        by_lead=uses_leads,
        at_own_rates=booked if any(known.currency.values()) else None,
    )


def factors(ends: Sides) -> dict[str, Segment]:
    """The revenue of the channels of both years as products of factors, by channel."""
    then, now = ({name: _sums(row) for name, row in rows.items()} for rows in ends.channels)
    restating = _restating(ends.nets[1], ends.known)
    return segments(Year(then), Year(now, restating), ends.alike, ends.known.common, ends.dispersion)


def revenue(ends: Sides) -> Made:
    """The bridge of revenue."""
    books = tuple(_net(year) for year in ends.books)
    held = [{name: _sums(row) for name, row in rows.items()} for rows in ends.channels]
    found = parts(factors(ends).values())
    then, now = (sum((_net(rows[name]) for name in ends.alike), Decimal(0)) for rows in ends.channels)
    found = _whole(found, float(now * ends.raised - then))
    bridge = Bridge.of(books[0], books[1], _restated(ends), _one_year_only(ends, held), found)
    return Made(bridge, _range(bridge, ends, held))


def sources_are_alike(now: Decimal | None, then: Decimal | None) -> bool:
    """Whether about as much of both years' revenue has no source (as shares), so that channels can be compared."""
    return abs((now or Decimal(0)) - (then or Decimal(0))) <= NO_SOURCE_MOVED


def is_there(row: Measures) -> bool:
    """Whether anything came of the channel in that year: leads, orders or money."""
    return bool(row["leads"] or row["orders"] or _net(row))


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


def _of_leads(known: Known, now: Measures) -> Known:
    """Net of refunds, as all revenue of the bridge is."""
    kept = metrics.share(_net(now), now["revenue"])
    return replace(known, immature=known.immature * (Decimal(1) if kept is None else kept))


def _of_books(known: Known) -> Known:
    """By the day of the sale nothing is immature: what leads still owe will stand on later days."""
    return replace(known, immature=Decimal(0))


def _restated(ends: Sides) -> list[Restated]:
    """Where leads buy in a later period than they come, both are one step: sales go from the day on which they were
    made to that of their lead, and those to come are added. Apart they would be two large lines of opposite sign."""
    known = ends.known
    exchanged = ends.exchanged("net_revenue")
    own_rates = ends.nets[0], ends.nets[1] - exchanged
    moved = [total - _net(in_books) for total, in_books in zip(own_rates, ends.books, strict=True)]
    others = [Restated("returns_to_come", now=-known.returns), Restated("currency", now=exchanged)]
    if any(moved):
        return [Restated("cohort", then=moved[0], now=moved[1] + known.immature), *others]
    return [Restated("immature", now=known.immature), *others]


def _restating(net: Decimal, known: Known) -> Restating:
    """As factors of the year, in such a way that together they raise its net revenue by what was added to it."""
    if not net:
        return Restating()
    orders = 1 + float(known.immature / net)
    return Restating(orders=orders, kept=float((net + known.immature - known.returns) / net) / orders)


def _whole(found: list[Part], change: float) -> list[Part]:
    """Money that no order carries, as a book of sums without counts has it, is no factor's: it stands with the value of
    orders, so that the lines add up."""
    rest = change - sum(part.amount for part in found)
    if abs(rest) < _UNNOTICED * (1 + abs(change)):
        return found
    held = {part.key: part for part in found}
    value = held.get("order_value", Part("order_value", 0.0))
    held["order_value"] = Part("order_value", value.amount + rest)
    return list(held.values())


def _one_year_only(ends: Sides, held: list[dict[str, Sums]]) -> list[OneYearOnly]:
    """The channels of one year alone: chance in their orders is chance in their lines."""
    gone, came = ([sums for name, sums in year.items() if name not in ends.alike] for year in held)
    raised = float(ends.raised)
    return [
        OneYearOnly("ended_channels", then=_revenue(gone), se=_chance(gone, ends.dispersion)),
        OneYearOnly("new_channels", now=_revenue(came) * ends.raised, se=abs(raised) * _chance(came, ends.dispersion)),
    ]


def _revenue(found: list[Sums]) -> Decimal:
    return sum((Decimal(sums.net) for sums in found), Decimal(0))


def _chance(found: list[Sums], wide: float) -> float:
    return sqrt(wide * sum(sums.squares for sums in found))


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


def _range(bridge: Bridge, ends: Sides, held: list[dict[str, Sums]]) -> Interval | None:
    """How far the growth of what is alike may lie from what is shown, by its orders and their sizes."""
    years = bridge.like_for_like
    squares = [sum(sums[name].squares for name in ends.alike) * ends.dispersion for sums in held]
    if years.then <= 0 or years.now <= 0:
        return None
    then, now = (of / float(amount) ** 2 for of, amount in zip(squares, (years.then, years.now), strict=True))
    return growth_interval(float(years.now), float(years.then), now, then)
