"""Year over year: the naive difference never alone, and in words what makes the two years unlike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from dashboard.domain import metrics
from dashboard.domain.calendar import working_days
from dashboard.domain.comparison import (
    Alignment,
    Change,
    Coverage,
    Pair,
    coverage,
    pairs,
)
from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.period import Period, year_before
from dashboard.domain.phrase import say
from dashboard.domain.statistics.interval import Interval
from dashboard.domain.year_over_year.bridge import Bridge
from dashboard.domain.year_over_year.calendar_factor import CalendarFactor
from dashboard.domain.year_over_year.coverage_bounds import sources_are_alike
from dashboard.domain.year_over_year.noise import Noise
from dashboard.domain.year_over_year.second_period import require_like
from dashboard.domain.year_over_year.verdict import Verdict
from dashboard.reports import caveats, freshness
from dashboard.reports.freshness import SourceAge
from dashboard.reports.report import Caveat, Measures, Report, plain
from dashboard.reports.selection import Selection
from dashboard.reports.year_over_year import answering, as_json, bridging, slices
from dashboard.reports.year_over_year.answers import fetch_answers
from dashboard.reports.year_over_year.bridges import bridges, range_of
from dashboard.reports.year_over_year.buyers import fetch_buyers
from dashboard.reports.year_over_year.campaigns import fetch_campaigns
from dashboard.reports.year_over_year.currencies import ADS, SALES, at_earlier_rates
from dashboard.reports.year_over_year.dates import fetch_dates, whole_days
from dashboard.reports.year_over_year.day_pattern import fetch_calendar
from dashboard.reports.year_over_year.days import Day, Days, Happening, fetch_days
from dashboard.reports.year_over_year.evidence import gather
from dashboard.reports.year_over_year.facts import Compared, Facts, Reason
from dashboard.reports.year_over_year.gaps import gaps
from dashboard.reports.year_over_year.goods import fetch_goods
from dashboard.reports.year_over_year.immature import Immature, immature_share
from dashboard.reports.year_over_year.locations import fetch_locations
from dashboard.reports.year_over_year.notes import NoteOf, notes
from dashboard.reports.year_over_year.reasons.found import Found, reasons
from dashboard.reports.year_over_year.refunds import fetch_refunds
from dashboard.reports.year_over_year.scope import Scope, fetch_channels
from dashboard.reports.year_over_year.segments import fetch_segments
from dashboard.reports.year_over_year.series import fetch_series
from dashboard.reports.year_over_year.shared_factors import shared_factors
from dashboard.reports.year_over_year.slices import ChannelChange, ProductChange, Slice
from dashboard.reports.year_over_year.stock import fetch_stock
from dashboard.reports.year_over_year.strata import fetch_strata
from dashboard.reports.year_over_year.strips import Strip, strips
from dashboard.reports.year_over_year.vat import Vat, vat
from dashboard.reports.year_over_year.without_ads.outcome import WithoutAds
from dashboard.reports.year_over_year.without_ads.report import without_ads

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse

SALES_KINDS = frozenset({"deals", "orders", "orders_period", "sales", "leads"})
_LEAD_KINDS = frozenset({"calls", "deals", "leads"})
_ACTIVE_DAYS = 31  # a sales source that has been silent for longer was given up, and holds no comparison back


@dataclass(frozen=True, kw_only=True)
class YearOverYear(Report):
    """`measures` and `metrics` are of this year's elapsed days, `measures_then` of the same days a year before.

    Revenue counts on the day of the sale, so that both years are what the books say.
    """

    key: ClassVar[str] = "year-over-year"

    answer: Verdict
    compared: tuple[Compared, ...]
    alike: Compared | None
    interval: Interval | None
    chance: Noise | None
    measures_then: Measures
    changes: dict[str, Change]
    coverage: tuple[Coverage, ...]
    immature: Immature | None
    reasons: tuple[Reason, ...]
    unknown: tuple[Reason, ...]  # of which the data do not tell, with what would
    strips: tuple[Strip, ...]
    channels: tuple[ChannelChange, ...]
    products: tuple[ProductChange, ...]
    months: tuple[Slice, ...]
    weeks: tuple[Slice, ...]
    days_now: tuple[Day, ...]
    days_then: tuple[Day, ...]
    happenings: tuple[Happening, ...]
    notes: tuple[NoteOf, ...]
    without_ads: WithoutAds
    calendar: CalendarFactor
    bridge: Bridge | None = None
    profit_bridge: Bridge | None = None
    like_for_like: Interval | None = None  # of the growth of what is alike, as shares

    @property
    def basis(self) -> Compared:
        """The way that the figures, the bridge and the tables compare by: like days, where there are any."""
        return self.alike or self.compared[0]

    def rows(self) -> list[dict[str, Any]]:
        """Each way to compare: its days, the revenue of both, the change as a share (null without a base)."""
        return as_json.ways(self)

    def as_json(self) -> dict[str, Any]:
        """Everything that the screen shows: besides what all reports have, all that is of two periods."""
        return {**super().as_json(), **plain(as_json.both_periods(self))}


def build(warehouse: Warehouse, selection: Selection, today: date) -> YearOverYear:
    """The selection's period against `against` (None: the year before), on like days as far as the data reach.

    Raises SettingsInvalid where the two have nothing alike, or the earlier one may not be looked at.
    """
    profile, period = warehouse.profile, selection.period
    then_period = compared_with(warehouse, selection)
    ages = freshness.sources(warehouse, today)
    known_to = reached(ages, period, today)
    has_now = period.first < today  # days to come are unlike nothing yet
    ways = tuple(way for way in pairs(period, known_to, then_period) if warehouse.gives(way.then.first, way.then.last))
    days = fetch_days(warehouse, ways)
    known_from = min((age.first_day for age in ages if age.kind in SALES_KINDS), default=None)
    has_then = known_from is not None and known_from <= ways[-1].then.last
    tax = vat(days, next((way for way in ways if way.alignment is Alignment.SAME_ELAPSED), ways[0]))
    compared = tuple(_compared(way, days, profile.country, known_to is not None, has_then, tax) for way in ways)
    alike = next((way for way in compared if way.pair.alignment is Alignment.SAME_ELAPSED), None)
    basis = alike or compared[0]
    now, then = days.total(basis.pair.now), days.total(basis.pair.then)
    covered = coverage(days.coverage, basis.pair.now, basis.pair.then)
    segments = fetch_segments(warehouse, basis.pair)
    sales_until = _sales_until(ages, today)
    as_of = max(sales_until or basis.pair.now.last, basis.pair.now.last)
    by_leads = bool(now["leads"] and then["leads"])
    immature = immature_share(warehouse, basis.pair.now, basis.pair.then, as_of)
    refunds = fetch_refunds(warehouse, basis.pair, days, as_of)
    calendar = fetch_calendar(warehouse, basis.pair, by_leads=by_leads)
    series = fetch_series(warehouse, ways)
    stock, goods = fetch_stock(warehouse, basis.pair), fetch_goods(warehouse, basis.pair)
    evidence = gather(warehouse, basis.pair, ages, today, segments.channels)
    locations = fetch_locations(warehouse, basis.pair, evidence.named("opened"), evidence.named("closed"))
    missing = gaps(days, basis.pair, calendar, series, profile)
    bridged = bridges(
        warehouse,
        basis.pair,
        segments.channels,
        days,
        bridging.Known(
            immature=(immature.revenue if immature else None) or Decimal(0),
            returns=refunds.to_come,
            currency=at_earlier_rates(evidence.currencies.foreign, SALES),
            ads_currency=at_earlier_rates(evidence.currencies.foreign, ADS),
            common=shared_factors(basis.pair, series, calendar.as_factor, stock, goods),
            gaps=missing,
            vat=tax.unlike,
            channels_compare=sources_are_alike(evidence.sourced_then, evidence.sourced_now),
            scope=Scope.of(locations, goods, fetch_channels(warehouse, basis.pair)),
            immature_se=immature.se if immature else 0.0,
            returns_se=refunds.se,
        ),
    )
    years = (evidence.sizes_then, then), (evidence.sizes_now, now)
    chance = answering.chance(warehouse, basis.pair.now, years, bridged, known_from)
    facts = Facts(
        profile=profile,
        period=period,
        compared={way.pair.alignment: way for way in compared},
        basis=basis,
        now=now,
        then=then,
        days=days,
        gaps=missing,
        vat=tax,
        series=series,
        bridge=bridged.revenue,
        coverage=covered,
        immature=immature,
        refunds=refunds,
        evidence=evidence,
        has_then=has_then,
        campaigns=fetch_campaigns(warehouse, basis.pair, segments),
        calendar=calendar,
        answers=fetch_answers(warehouse, basis.pair),
        buyers=fetch_buyers(warehouse, basis.pair),
        stock=stock,
        goods=goods,
        locations=locations,
        dates=fetch_dates(warehouse, basis.pair, series, calendar, whole_days(known_from, sales_until, today)),
        strata=fetch_strata(warehouse, basis.pair, sales_until or as_of),
    )
    told = reasons(facts) if has_now else Found((), ())
    found = told.known
    changes = _changes(now, then, covered, has_then, has_now)
    answer = answering.answer(
        compared[0],
        basis,
        chance.alike,
        bridged.revenue,
        found,
        changes["spend"],
        profile.currency,
        today,
        has_data=bool(ages),
    )
    share = basis.revenue.share
    return YearOverYear(
        profile=profile,
        selection=selection,
        today=today,
        verdict=answer.text,
        answer=answer,
        measures=now,
        measures_then=then,
        metrics=_metrics(now, then, compared, immature),
        caveats=(
            *(Caveat(reason.id, reason.text, reason.blocks) for reason in found),
            *caveats.stale(ages),
            *caveats.sums_of_periods(warehouse, selection, ages),
            *caveats.unconverted(warehouse, selection),
            *caveats.booked_refunds(warehouse, selection),
        ),
        sources=ages,
        compared=compared,
        alike=alike,
        interval=chance.books.interval(float(share)) if chance.books and share is not None else None,
        chance=chance.alike,
        changes=changes,
        coverage=tuple(covered),
        immature=immature,
        reasons=found,
        unknown=told.unknown,
        strips=strips(warehouse, period, then_period, ages, today, missing),
        channels=slices.channels(*segments.channels, has_then) if has_now else (),
        products=slices.products(*segments.products, has_then) if has_now else (),
        months=slices.months(warehouse, basis.pair, known_from) if has_now else (),
        weeks=slices.weeks(days, _by_weekday(ways), known_from) if has_now else (),
        days_now=days.run(basis.pair.now) if has_now else (),
        days_then=days.run(basis.pair.then),
        happenings=days.happenings,
        notes=notes(warehouse, ways[0]),
        calendar=calendar,
        bridge=bridged.revenue,
        profit_bridge=bridged.profit,
        like_for_like=range_of(bridged, chance.alike),
        without_ads=without_ads(warehouse, ages, today),
    )


def compared_with(warehouse: Warehouse, selection: Selection) -> Period:
    """The earlier period. Raises SettingsInvalid where it cannot stand against this one, or was not given."""
    then = selection.against or year_before(selection.period)
    if selection.against is not None:
        require_like(selection.period, then)
    if not warehouse.gives(then.first, then.last):
        raise SettingsInvalid(
            say("{then} is not among the days that may be shown here. Nothing was compared.", then=then.span)
        )
    return then


def _by_weekday(ways: Sequence[Pair]) -> Pair:
    return next((way for way in reversed(ways) if way.alignment is Alignment.WEEKDAY_ALIGNED), ways[-1])


def reached(ages: Iterable[SourceAge], period: Period, today: date) -> date | None:
    """The last day of the period that every living source of sales can have; None without one.

    Today is not over, so it is never a whole day.
    """
    sales = [age.last_day for age in ages if age.kind in SALES_KINDS]
    if not sales:
        return None
    living = [day for day in sales if (max(sales) - day).days <= _ACTIVE_DAYS]
    last = min(living)
    if today in period and last >= today:
        last = date.fromordinal(today.toordinal() - 1)
    return last if last >= period.first else None


def _sales_until(ages: Iterable[SourceAge], today: date) -> date | None:
    """The last day whose sales every living source has told of, whatever the period."""
    sales = [age.last_day for age in ages if age.kind in SALES_KINDS]
    living = [day for day in sales if (max(sales) - day).days <= _ACTIVE_DAYS]
    return min([*living, today]) if living else None


def _compared(pair: Pair, days: Days, country: str, has_now: bool, has_then: bool, tax: Vat) -> Compared:
    """Days that no sales can be known of, such as those to come, have no revenue yet, which is not none. Where the tax
    of both years is unlike, their revenue is what the exports tell, as it is at both ends of the bridge."""
    then, now = (
        (metrics.value_of("net_revenue", days.total(of)) or Decimal(0)) + (days.vat(of) if tax.differs else Decimal(0))
        for of in (pair.then, pair.now)
    )
    change = Change(now if has_now else None, then, is_base_known=has_then)
    return Compared(pair, change, working_days(country, pair.now), working_days(country, pair.then))


def _changes(
    now: Measures, then: Measures, covered: Iterable[Coverage], has_then: bool, has_now: bool
) -> dict[str, Change]:
    """Every line of both years. What no source could have told of then, and days to come, are unknown, not none."""
    keys = ("spend", "leads", "target_leads", "orders", "net_revenue", "margin", "contribution")
    has_leads = any(source.days_then for source in covered if source.kind in _LEAD_KINDS)
    return {
        key: Change(
            metrics.value_of(key, now) if has_now else None,
            metrics.value_of(key, then),
            has_then and (has_leads or key not in ("leads", "target_leads")),
        )
        for key in keys
    }


def _metrics(
    now: Measures, then: Measures, compared: Iterable[Compared], immature: Immature | None
) -> dict[str, Decimal | None]:
    keys = ("cpl", "cpo", "aov", "roas", "romi", "margin_rate", "refund_rate")
    found = metrics.compute(now, *keys)
    found |= {f"{key}_then": value for key, value in metrics.compute(then, *keys).items()}
    found |= {f"change_{way.pair.alignment}": way.revenue.share for way in compared}
    found["immature_share"] = immature.share if immature else None
    return found
