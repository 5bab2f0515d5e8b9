"""Both periods cut into months, weeks, channels and products: what each brought then and now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar

from dashboard.domain import metrics
from dashboard.domain.comparison import Change, Pair
from dashboard.domain.metrics import Measures
from dashboard.domain.period import Period, full_month, months_later
from dashboard.domain.year_over_year.second_period import WEEK, months_between
from dashboard.reports.year_over_year.days import Days
from dashboard.reports.year_over_year.segments import Sums

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse

MONTHS_SHOWN = 12
_KEYS = ("net_revenue", "spend", "orders")

L = TypeVar("L", "ChannelChange", "ProductChange")


@dataclass(frozen=True)
class ChannelChange:
    """One channel over the same elapsed days of both years."""

    channel: str
    revenue: Change
    spend: Change
    orders: Change


@dataclass(frozen=True)
class ProductChange:
    """One product over the same elapsed days of both years; '' is what no product is known of."""

    product: str
    revenue: Change
    spend: Change
    orders: Change


@dataclass(frozen=True)
class Slice:
    """A run of days, and the earlier one that stands against it."""

    now: Period
    then: Period
    revenue: Change
    spend: Change
    orders: Change


def channels(now: Sums, then: Sums, has_then: bool) -> tuple[ChannelChange, ...]:
    """Every channel of either year, the largest change of revenue first."""
    return _heaviest_first(ChannelChange(key, *changes) for key, changes in _both(now, then, has_then))


def products(now: Sums, then: Sums, has_then: bool) -> tuple[ProductChange, ...]:
    """Every product of either year, the largest change of revenue first."""
    return _heaviest_first(ProductChange(key, *changes) for key, changes in _both(now, then, has_then))


def weeks(days: Days, pair: Pair, known_from: date | None) -> tuple[Slice, ...]:
    """Monday to Sunday, each against the same weekdays of the earlier period; the first and last may be shorter."""
    found, first = [], pair.now.first
    back = pair.now.first - pair.then.first
    while first <= pair.now.last:
        last = min(first + timedelta(days=WEEK - 1 - first.weekday()), pair.now.last)
        now, then = Period(first, last), Period(first - back, last - back)
        found.append(_slice(now, then, days.total(now), days.total(then), known_from))
        first = last + timedelta(days=1)
    return tuple(found) if len(found) > 1 else ()


def months(warehouse: Warehouse, pair: Pair, known_from: date | None) -> tuple[Slice, ...]:
    """The last twelve months to the end of the period, each against the month as much earlier.

    The last one as far as it is over. Nothing where the two periods are not whole months apart; no month that the
    reader was not given.
    """
    apart = months_between(pair.now, pair.then)
    if apart is None:
        return ()
    spans = [_month(pair, first, apart) for first in _last_months(pair.now.last)]
    given = [(now, then) for now, then in spans if _gives(warehouse, now) and _gives(warehouse, then)]
    if len(given) < 2:
        return ()
    sums = _by_month(warehouse, *(Period(of[0].first, of[-1].last) for of in zip(*given, strict=True)))
    nothing = metrics.total([])
    return tuple(
        _slice(now, then, sums.get((now.first, True), nothing), sums.get((then.first, False), nothing), known_from)
        for now, then in given
    )


def _by_month(warehouse: Warehouse, now: Period, then: Period) -> dict[tuple[date, bool], Measures]:
    """The sums of each month of both runs, as far as the run has it."""
    rows = warehouse.fetch(
        "reports/month_sums", now_from=now.first, now_to=now.last, then_from=then.first, then_to=then.last
    )
    return {(row["month"], row["is_now"]): row for row in rows}


def _last_months(last: date) -> list[date]:
    return [months_later(last.replace(day=1), -back) for back in range(MONTHS_SHOWN - 1, -1, -1)]


def _month(pair: Pair, first: date, apart: int) -> tuple[Period, Period]:
    """A month and the one against it: whole ones, but for the running month, which both have as many days of."""
    now, then = full_month(first), full_month(months_later(first, -apart))
    if now.last <= pair.now.last:
        return now, then
    return Period(now.first, pair.now.last), Period(then.first, months_later(pair.now.last, -apart))


def _gives(warehouse: Warehouse, period: Period) -> bool:
    return warehouse.gives(period.first, period.last)


def _slice(now: Period, then: Period, here: Measures, there: Measures, known_from: date | None) -> Slice:
    """Days before the first of the books are unknown, not nought."""
    known_now, known_then = (known_from is not None and known_from <= of.last for of in (now, then))
    changes = [
        Change(metrics.value_of(key, here) if known_now else None, metrics.value_of(key, there), known_then)
        for key in _KEYS
    ]
    return Slice(now, then, *changes)


def _both(now: Sums, then: Sums, has_then: bool) -> Iterable[tuple[Any, list[Change]]]:
    nothing = metrics.total([])
    for key in {**now, **then}:
        here, there = now.get(key, nothing), then.get(key, nothing)
        yield key, [Change(metrics.value_of(of, here), metrics.value_of(of, there), has_then) for of in _KEYS]


def _heaviest_first(lines: Iterable[L]) -> tuple[L, ...]:
    return tuple(sorted(lines, key=lambda line: _weight(line.revenue), reverse=True))


def _weight(change: Change) -> Decimal:
    return abs(change.difference or change.now or Decimal(0))
