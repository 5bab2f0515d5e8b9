"""From the sums of both years to the bridges between them: of revenue, and of what is left of it.

Both begin and end in the books: revenue on the day of its sale, net of refunds. Where leads bring the sales, what is
alike is taken by the day of the lead, so that no ratio mixes leads of one time with sales to those of another; the line
`cohort` holds the difference between the two.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property
from math import hypot, sqrt
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
from dashboard.domain.year_over_year.scope import Channels, Cut, cut, is_there, part
from dashboard.reports.year_over_year.currencies import at_rates
from dashboard.reports.year_over_year.days import Days
from dashboard.reports.year_over_year.gaps import Gaps, covered_weeks
from dashboard.reports.year_over_year.scope import Scope, fetch_outside

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse

BY_CHANNEL = "reports/channel_sums_by_lead"
_SALES_OF_LEADS = Decimal("0.2")  # of the leads' year's revenue: below it the leads explain too little
_UNNOTICED = 1e-6  # as a share of the change: what floating point leaves over
_ALL = "all"


@dataclass(frozen=True)
class Known:
    """What is known beside the channels' sums.

    `immature` is revenue before refunds that the leads of this year still owe, of which as much will be kept as of what
    they brought so far (in Sides it is net of that); `returns` is what of this year's is still to come back; each has
    its standard error. At last year's rates of exchange each channel's net revenue would be larger by `currency`, and
    its spend by `ads_currency`. `common` are the factors that all channels share, `scope` what exists in one year only,
    `gaps` what no source covers and `vat` the tax in what the books tell, then and now. Without `channels_compare` no
    channel is set against itself, because the source of too many sales is known in one year only.
    """

    immature: Decimal = Decimal(0)
    returns: Decimal = Decimal(0)
    currency: Mapping[str, Decimal] = field(default_factory=dict)
    ads_currency: Mapping[str, Decimal] = field(default_factory=dict)
    common: tuple[Factor, ...] = ()
    gaps: tuple[Gaps, Gaps] = (Gaps(), Gaps())
    vat: tuple[Decimal, Decimal] = (Decimal(0), Decimal(0))
    channels_compare: bool = True
    scope: Scope = field(default_factory=Scope)
    immature_se: float = 0.0
    returns_se: float = 0.0


@dataclass(frozen=True)
class Sides:
    """What the bridges are built from, then and now: the books, and the channels as what is alike is taken.

    `channels` are those of both years without what lies outside, which `outside` holds by line of the bridge;
    `one_year` are the names of the channels behind its lines of channels, in each year that they brought something.
    `dispersion` is how much wider than chance the counts scatter. This year's money is at last year's rates of
    exchange; `at_own_rates` are its channels as booked, where those differ.
    """

    books: tuple[Measures, Measures]
    channels: tuple[Channels, Channels]
    outside: tuple[Channels, Channels]
    one_year: tuple[Mapping[str, tuple[str, ...]], Mapping[str, tuple[str, ...]]]
    known: Known
    dispersion: float
    by_lead: bool
    at_own_rates: Channels | None = None

    @classmethod
    def of(
        cls,
        books: tuple[Measures, Measures],
        channels: tuple[Channels, Channels],
        outside: tuple[Mapping[str, Channels], Mapping[str, Channels]],
        known: Known,
        dispersion: float,
        *,
        by_lead: bool,
        at_own_rates: Channels | None = None,
    ) -> Sides:
        """From whole channels: cuts off what lies outside, then the channels that one year alone has."""
        cuts = [cut(rows, of) for rows, of in zip(channels, outside, strict=True)]
        if not known.channels_compare:
            cuts = [Cut({_ALL: metrics.total(one.inside.values())}, one.outside) for one in cuts]
        lines = _lines_of_channels(cuts[0].inside, cuts[1].inside, known.scope)
        then, now = (part(one, lines) for one in cuts)
        return cls(
            books,
            (then.alike, now.alike),
            (then.outside, now.outside),
            (then.one_year, now.one_year),
            known,
            dispersion,
            by_lead,
            at_own_rates,
        )

    @cached_property
    def whole(self) -> tuple[Measures, Measures]:
        """Both years' sums of all that was sold, alike or not, in the view of the channels."""
        then, now = (
            metrics.total([*rows.values(), *outside.values()])
            for rows, outside in zip(self.channels, self.outside, strict=True)
        )
        return then, now

    @property
    def nets(self) -> tuple[Decimal, Decimal]:
        """Their net revenue."""
        then, now = map(net, self.whole)
        return then, now

    @property
    def filled(self) -> tuple[Decimal, Decimal]:
        """What the days without a source of sales add to each year's revenue, as shares of it."""
        then, now = (Decimal(gap.sales.share) if gap.sales else Decimal(0) for gap in self.known.gaps)
        return then, now

    @property
    def raised(self) -> tuple[Decimal, Decimal]:
        """By how much each year's revenue grows with the days of a gap, and with what is to come and to go."""
        now, (gap_then, gap_now) = self.nets[1], self.filled
        later = (self.known.immature - self.known.returns) / now if now else Decimal(0)
        return 1 + gap_then, 1 + gap_now + later

    def exchanged(self, measure: str) -> Decimal:
        """What last year's rates of exchange add to a measure of this year."""
        if self.at_own_rates is None:
            return Decimal(0)
        now, booked = self.whole[1], metrics.total(self.at_own_rates.values())
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
    if any(net(year) <= 0 for year in books):
        return None
    by_lead = _by_lead(warehouse, pair.then), _by_lead(warehouse, pair.now)
    uses_leads = all(map(_follow_leads, by_lead))
    then, booked = by_lead if uses_leads else (by_sale[1], by_sale[0])
    now = at_rates(booked, by_sale[0], known.currency)
    weeks = [
        covered_weeks(days, of, gone, uses_leads) for of, gone in zip((pair.then, pair.now), known.gaps, strict=True)
    ]
    outside = [fetch_outside(warehouse, of, known.scope, by_lead=uses_leads) for of in (pair.then, pair.now)]
    return Sides.of(
        books,
        (then, now),
        (outside[0], {line: at_rates(sums, by_sale[0], known.currency) for line, sums in outside[1].items()}),
        _of_leads(known, metrics.total(now.values())) if uses_leads else _of_books(known),
        dispersion(*weeks),
        by_lead=uses_leads,
        at_own_rates=booked if any(known.currency.values()) else None,
    )


def factors(ends: Sides) -> dict[str, Segment]:
    """The revenue of the channels of both years as products of factors, by channel."""
    then, now = ({name: _sums(row) for name, row in rows.items()} for rows in ends.channels)
    came = Year(then, _restating(ends, 0)), Year(now, _restating(ends, 1))
    return segments(*came, ends.channels[0], ends.known.common, ends.dispersion)


def revenue(ends: Sides) -> Made:
    """The bridge of revenue."""
    books = [net(year) + tax for year, tax in zip(ends.books, ends.known.vat, strict=True)]
    found = parts(factors(ends).values())
    then, now = (net(metrics.total(rows.values())) * by for rows, by in zip(ends.channels, ends.raised, strict=True))
    found = _whole(found, float(now - then))
    bridge = Bridge.of(books[0], books[1], _restated(ends), _one_year_only(ends), found)
    return Made(bridge, _range(bridge, ends))


def _lines_of_channels(then: Channels, now: Channels, scope: Scope) -> dict[str, str]:
    """The line of each channel that was not there in both years throughout."""
    there = [{name for name, row in rows.items() if is_there(row)} for rows in (then, now)]
    came = (there[1] - there[0]) | set(scope.new_channels)
    stay = (there[0] & there[1]) - set(scope.ended_channels) - came
    return {name: "new_channels" if name in came else "ended_channels" for name in {**then, **now} if name not in stay}


def _by_lead(warehouse: Warehouse, period: Period) -> Channels:
    rows = warehouse.fetch(BY_CHANNEL, date_from=period.first, date_to=period.last)
    return {row["channel"]: row for row in rows}


def _follow_leads(channels: Channels) -> bool:
    """Whether leads brought a share of the sales that is worth following."""
    whole = net(metrics.total(channels.values()))
    led = sum(
        (net(row) for row in channels.values() if 0 < _amount(row, "orders") <= _amount(row, "leads")), Decimal(0)
    )
    return whole > 0 and led >= _SALES_OF_LEADS * whole


def _of_leads(known: Known, now: Measures) -> Known:
    """Net of refunds, as all revenue of the bridge is."""
    kept = metrics.share(net(now), now["revenue"])
    kept = Decimal(1) if kept is None else kept
    return replace(known, immature=known.immature * kept, immature_se=known.immature_se * abs(float(kept)))


def _of_books(known: Known) -> Known:
    """By the day of the sale nothing is immature: what leads still owe will stand on later days."""
    return replace(known, immature=Decimal(0), immature_se=0.0)


def _restated(ends: Sides) -> list[Restated]:
    """Where leads buy in a later period than they come, both are one step: sales go from the day on which they were
    made to that of their lead, and those to come are added. Apart they would be two large lines of opposite sign."""
    known = ends.known
    exchanged = ends.exchanged("net_revenue")
    own_rates = ends.nets[0], ends.nets[1] - exchanged
    moved = [total - net(in_books) for total, in_books in zip(own_rates, ends.books, strict=True)]
    returns = Restated("returns_to_come", now=-known.returns, se=known.returns_se)
    tax = Restated("vat", -known.vat[0], -known.vat[1], 0.0)  # counted, by the rates of the settings
    others = (returns, tax, Restated("currency", now=exchanged, se=0.0), gap(ends, ends.nets))
    if any(moved):
        return [Restated("cohort", moved[0], moved[1] + known.immature, known.immature_se), *others]
    return [Restated("immature", now=known.immature, se=known.immature_se), *others]


def gap(ends: Sides, amounts: tuple[Decimal, Decimal]) -> Restated:
    """What the days without a source of sales add to both years' amounts, of which revenue is as sure as its orders."""
    then, now = (amount * share for amount, share in zip(amounts, ends.filled, strict=True))
    of_revenue = [
        found.sales.se(_amount(year, "order_squares"), ends.dispersion) * abs(float(amount / net(year)))
        for found, year, amount in zip(ends.known.gaps, ends.whole, amounts, strict=True)
        if found.sales and net(year)
    ]
    return Restated("tracking_gap", then, now, hypot(*of_revenue))


def _restating(ends: Sides, year: int) -> Restating:
    """As factors of the year, in such a way that together they raise its net revenue by what was added to it."""
    whole, leads = ends.nets[year], ends.known.gaps[year].leads
    later = float(ends.known.immature / whole) if year and whole else 0.0
    orders = 1 + float(ends.filled[year]) + later
    raised, came = float(ends.raised[year]), 1 + (leads.share if leads else 0.0)
    if not year or not whole or not raised:
        return Restating(orders, came, raised / orders)
    unsure = [se / float(whole) / by for se, by in ((ends.known.immature_se, orders), (ends.known.returns_se, raised))]
    return Restating(orders, came, raised / orders, unsure[0] ** 2, unsure[1] ** 2)


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


def _one_year_only(ends: Sides) -> list[OneYearOnly]:
    """What lies outside: chance in its orders is chance in its lines."""
    found = []
    for line in {**ends.outside[0], **ends.outside[1]}:
        years = [year.get(line, {}) for year in ends.outside]
        squares = [_amount(of, "order_squares") * float(by) ** 2 for of, by in zip(years, ends.raised, strict=True)]
        then, now = (net(of) * by for of, by in zip(years, ends.raised, strict=True))
        # Money without orders behind it, as sums of months are: nobody knows how sure it is.
        found.append(OneYearOnly(line, then, now, sqrt(ends.dispersion * sum(squares)) or None))
    return found


def net(row: Mapping[str, Any]) -> Decimal:
    """The net revenue of a row of sums; none is nought."""
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


def _range(bridge: Bridge, ends: Sides) -> Interval | None:
    """How far the growth of what is alike may lie from what is shown, by its orders and their sizes."""
    years = bridge.like_for_like
    squares = [
        sum(_amount(row, "order_squares") for row in rows.values()) * ends.dispersion * float(1 + filled) ** 2
        for rows, filled in zip(ends.channels, ends.filled, strict=True)
    ]
    if years.then <= 0 or years.now <= 0:
        return None
    alike = float(net(metrics.total(ends.channels[1].values())) / ends.nets[1]) if ends.nets[1] else 0.0
    squares[1] += alike**2 * (ends.known.immature_se**2 + ends.known.returns_se**2)
    then, now = (of / float(amount) ** 2 for of, amount in zip(squares, (years.then, years.now), strict=True))
    return growth_interval(float(years.now), float(years.then), now, then)
