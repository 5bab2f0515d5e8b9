"""What the calendar's reasons are found from beside the weights of days: holidays that moved, promotions, the season,
and the time zones that sources count their days in."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dashboard.domain import metrics
from dashboard.domain.comparison import Change, Pair
from dashboard.domain.happenings import Happening
from dashboard.domain.period import Period
from dashboard.domain.series import SeriesKind
from dashboard.domain.year_over_year.calendar_factor import CalendarFactor
from dashboard.domain.year_over_year.day_kinds import kinds_of
from dashboard.domain.year_over_year.moving_holidays import Moved, combined, moved
from dashboard.domain.year_over_year.promotions import AROUND, Uplift, uplift
from dashboard.domain.year_over_year.season import SeasonShift, season_shift
from dashboard.reports.year_over_year.log import logged
from dashboard.reports.year_over_year.series import Series

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse


@dataclass(frozen=True)
class MovedHoliday:
    """A holiday that fell on other days, the whole months that hold it in both years, and their revenue; None where
    these months are not over, or were not given."""

    moved: Moved
    window_now: Period
    window_then: Period
    revenue: Change | None


@dataclass(frozen=True)
class Season:
    """How far the season moved, and the revenue of the days of the year before that stand at the same point of it;
    None where they are not known."""

    shift: SeasonShift
    then: Period
    revenue: Change | None


@dataclass(frozen=True)
class Zone:
    """A platform that counts its days in another time zone than the client's."""

    platform: str
    zone: str


@dataclass(frozen=True)
class Dates:
    """Of both periods. `promotion_now` and `promotion_then` are in revenue; None without promotion days, or without
    ordinary days around them."""

    moved: tuple[MovedHoliday, ...]
    promotion_now: Uplift | None
    promotion_then: Uplift | None
    promoted_now: int
    promoted_then: int
    season: Season | None
    zones: tuple[Zone, ...]


def fetch_dates(
    warehouse: Warehouse, pair: Pair, series: Series, calendar: CalendarFactor, known: Period | None
) -> Dates:
    """Everything of the pair; `known` are the days that the books of sales have whole."""
    promoted = _promoted(warehouse, pair)
    return Dates(
        moved=tuple(_moved(warehouse, pair, found, known) for found in moved(warehouse.profile.country, *_both(pair))),
        promotion_now=_uplift(warehouse, pair.now, promoted, calendar, known),
        promotion_then=_uplift(warehouse, pair.then, promoted, calendar, known),
        promoted_now=sum(day in pair.now for day in promoted),
        promoted_then=sum(day in pair.then for day in promoted),
        season=_season(warehouse, pair, series, known),
        zones=warehouse.kept("time zones of files", lambda: _zones(warehouse)),
    )


def whole_days(first: date | None, last: date | None, today: date) -> Period | None:
    """The days from the first that sales are known of to the last that every source has told of, as far as they are
    over."""
    if first is None or last is None:
        return None
    last = min(last, date.fromordinal(today.toordinal() - 1))
    return Period(first, last) if first <= last else None


def _both(pair: Pair) -> tuple[Period, Period]:
    return pair.now, pair.then


def _moved(warehouse: Warehouse, pair: Pair, found: Moved, known: Period | None) -> MovedHoliday:
    now, then = combined(found)
    return MovedHoliday(found, now, then, _change(warehouse, now, then, known))


def _change(warehouse: Warehouse, now: Period, then: Period, known: Period | None) -> Change | None:
    """The revenue of both; None where a day of either is not known."""
    for period in (now, then):
        if known is None or known.overlap(period) != period or not warehouse.gives(period.first, period.last):
            return None
    sums = [metrics.total(warehouse.fetch("reports/day_sums_by_sale", **_days(period))) for period in (now, then)]
    return Change(metrics.value_of("net_revenue", sums[0]), metrics.value_of("net_revenue", sums[1]))


def _days(period: Period) -> dict[str, date]:
    return {"date_from": period.first, "date_to": period.last}


def _promoted(warehouse: Warehouse, pair: Pair) -> frozenset[date]:
    """The days of promotions in and around both periods."""
    found: set[date] = set()
    for period in _both(pair):
        wide = _wide(period)
        for event in logged(warehouse, wide.first, wide.last):
            if event["what"] == Happening.PROMOTION:
                found.update(Period(event["day"], max(event["day"], event["day_to"])).overlap(wide) or ())
    return frozenset(found)


def _wide(period: Period) -> Period:
    return Period(period.shifted(-AROUND).first, period.shifted(AROUND).last)


def _uplift(
    warehouse: Warehouse, period: Period, promoted: Collection[date], calendar: CalendarFactor, known: Period | None
) -> Uplift | None:
    wide = known.overlap(_wide(period)) if known is not None else None
    if wide is None or not any(day in period for day in promoted):
        return None
    if not warehouse.gives(wide.first, wide.last):
        wide = period
    rows = warehouse.fetch("reports/day_sums_by_sale", **_days(wide))
    brought = {row["day"]: float(metrics.value_of("net_revenue", row) or 0) for row in rows}
    weights = calendar.weights if calendar.accepted else None
    if weights is None:
        return uplift(brought, promoted, period, wide)
    kinds = kinds_of(wide, warehouse.profile.country)
    return uplift(brought, promoted, period, wide, lambda day: weights.weight(kinds[day]))


def _season(warehouse: Warehouse, pair: Pair, series: Series, known: Period | None) -> Season | None:
    """By demand, or else by temperature."""
    weekly = series.weekly_demand or series.weekly(SeriesKind.TEMPERATURE)
    weeks_between = round((pair.now.first - pair.then.first).days / 7)
    shift = season_shift(weekly, pair.now.last, weeks_between)
    if shift is None:
        return None
    then = pair.then.shifted(-7 * shift.weeks)
    return Season(shift, then, _change(warehouse, pair.now, then, known))


def _zones(warehouse: Warehouse) -> tuple[Zone, ...]:
    """The platforms of ads whose files name another zone than the client's."""
    found = set()
    for row in warehouse.fetch("reports/import_assumptions"):
        for told in json.loads(row["report"] or "{}").get("assumptions", ()):
            if told.get("about") == "time_zone" and told.get("decided") not in (warehouse.profile.timezone, "account"):
                found.add(Zone(row["format"], str(told["decided"])))
    return tuple(sorted(found, key=lambda zone: (zone.platform, zone.zone)))
