"""Both periods cut into months, weeks, channels and products: what each brought then and now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse

MONTHS_SHOWN = 12
_KEYS = ("net_revenue", "spend", "orders")

Sums = dict[Any, Measures]
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


def by_channel(warehouse: Warehouse, period: Period) -> Sums:
    """The sums of each channel."""
    return dict(metrics.total(_of(warehouse, period), by="channel"))


def channels(now: Sums, then: Sums, has_then: bool) -> tuple[ChannelChange, ...]:
    """Every channel of either year, the largest change of revenue first."""
    return _heaviest_first(ChannelChange(key, *changes) for key, changes in _both(now, then, has_then))


def products(warehouse: Warehouse, pair: Pair, has_then: bool) -> tuple[ProductChange, ...]:
    """Every product of either year, the largest change of revenue first."""
    now, then = (
        dict(metrics.total(warehouse.fetch("reports/product_sums_by_sale", date_from=of.first, date_to=of.last),
                           by="product"))
        for of in (pair.now, pair.then)
    )  # fmt: skip
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
    sums: dict[date, list[Mapping[str, Any]]] = {}
    for run in (
        Period(given[0][0].first, given[-1][0].last),
        Period(given[0][1].first, given[-1][1].last),
    ):
        for row in _of(warehouse, run):
            sums.setdefault(row["month"], []).append(row)
    found = []
    for now, then in given:
        whole = now == full_month(now.first) and then == full_month(then.first)
        here, there = (metrics.total(sums.get(of.first, ()) if whole else _of(warehouse, of)) for of in (now, then))
        found.append(_slice(now, then, here, there, known_from))
    return tuple(found)


def _last_months(last: date) -> list[date]:
    return [months_later(last.replace(day=1), -back) for back in range(MONTHS_SHOWN - 1, -1, -1)]


def _month(pair: Pair, first: date, apart: int) -> tuple[Period, Period]:
    """A month and the one against it: whole ones, but for the running month, which both have as many days of."""
    now, then = full_month(first), full_month(months_later(first, -apart))
    if now.last <= pair.now.last:
        return now, then
    return Period(now.first, pair.now.last), Period(then.first, months_later(pair.now.last, -apart))


def _of(warehouse: Warehouse, period: Period) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = warehouse.fetch(
        "reports/month_channel_sums", date_from=period.first, date_to=period.last
    )
    return found


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
