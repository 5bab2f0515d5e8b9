"""Clients to whom nothing happens: the same weekdays, holidays and season every year, and chance.

What differs between two months of theirs is the calendar and chance alone, so whatever the product calls a change is a
false alarm. They answer the named queries from their daily sums, so that the product's own code makes their bridge.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from math import cos, pi
from typing import Any, TypeVar

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from dashboard.domain import metrics
from dashboard.domain.calendar import days as calendar_days
from dashboard.domain.period import Period
from dashboard.domain.year_over_year.day_kinds import kinds_of
from tests.reports.marts import CLINIC

T = TypeVar("T")

HISTORY = Period(date(2023, 1, 1), date(2026, 6, 30))
CHANNELS = {"google_ads": 0.4, "organic_search": 0.35, "email": 0.25}
WINDOWS = {"new_year": 0.4, "easter": 0.7, "black_friday": 2.0}
ORDER_SPREAD = 0.7  # of the logarithm of an order: a coefficient of variation of 0.8


@dataclass(frozen=True)
class Kind:
    """Leads in a mean month, what a day off brings beside a working day, by how much counts of a month scatter more
    than chance makes them, whether sales come from leads, and how strong the year's season is."""

    leads: int
    rest: float
    dispersion: float
    by_leads: bool
    season: float = 0.0
    close: float = 0.25


KINDS = tuple(
    Kind(leads, rest, dispersion, by_leads, season)
    for leads, rest, dispersion, by_leads, season in (
        (60, 0.4, 1.0, True, 0.0),
        (60, 1.0, 2.0, False, 0.2),
        (200, 0.0, 1.5, True, 0.3),
        (200, 0.6, 3.0, False, 0.0),
        (800, 0.3, 1.0, False, 0.2),
        (800, 0.4, 2.0, True, 0.0),
        (3000, 0.0, 4.0, True, 0.2),
        (3000, 0.5, 1.0, False, 0.0),
    )
)
_DAYS = list(HISTORY)
_PLACES = {day: place for place, day in enumerate(_DAYS)}


def _expected(kind: Kind) -> NDArray[np.float64]:
    """Of each day of the history, up to a level; nothing in it differs between the years but the calendar."""
    kinds = kinds_of(HISTORY, "RU")
    working = {day.day: day.is_working for day in calendar_days("RU", HISTORY.first, HISTORY.last)}
    found = []
    for day in _DAYS:
        brings = 1.0 if working[day] else kind.rest
        for extra in kinds[day].extras:
            brings *= WINDOWS.get(extra, 1.0)
        found.append(brings * (1 + kind.season * cos(2 * pi * (day.timetuple().tm_yday - 60) / 365.25)))
    rates = np.array(found)
    return rates * kind.leads * 12 / 365.25 / rates.mean()


class Client:
    """One made-up client, as much of a warehouse as the comparison of years reads."""

    profile = CLINIC

    def __init__(self, kind: Kind, chance: Generator) -> None:
        self.kind = kind
        rates = _expected(kind)
        weeks = np.array([day.toordinal() // 7 for day in _DAYS])
        weekly = np.bincount(weeks - weeks[0], rates)
        extra = (kind.dispersion - 1) / np.maximum(weekly, 1e-9)
        factors = chance.gamma(1 / extra, extra) if kind.dispersion > 1 else np.ones_like(weekly)
        moving = rates * factors[weeks - weeks[0]]
        self.sums: dict[str, NDArray[np.float64]] = {}  # channel → day × (leads, orders, revenue, squares)
        for channel, share in CHANNELS.items():
            leads = chance.poisson(moving * share)
            orders = chance.binomial(leads, kind.close)
            owner = np.repeat(np.arange(len(_DAYS)), orders)
            amounts = np.round(chance.lognormal(np.log(5000), ORDER_SPREAD, len(owner)), 2)
            count = len(_DAYS)
            revenue, squares = (np.bincount(owner, of, count) for of in (amounts, amounts**2))
            self.sums[channel] = np.stack([leads * kind.by_leads, orders, revenue, squares], axis=1)

    def fetch(self, name: str, **params: Any) -> list[dict[str, Any]]:
        """The rows of a query that the comparison asks."""
        if name == "reports/events":
            return []
        period = Period(params["date_from"], params["date_to"]).overlap(HISTORY)
        assert period is not None
        span = slice(_PLACES[period.first], _PLACES[period.last] + 1)
        if name in ("reports/channel_sums_by_lead", "reports/channel_sums_by_sale"):
            return [{"channel": channel, **row(sums[span].sum(axis=0))} for channel, sums in self.sums.items()]
        days = zip(_DAYS[span], self.total[span], strict=True)
        return [{"day": day, **row(sums)} for day, sums in days if sums[1] or sums[0]]

    @cached_property
    def total(self) -> NDArray[np.float64]:
        """All channels together."""
        return np.asarray(sum(self.sums.values()))

    def kept(self, name: str, make: Callable[[], T]) -> T:
        """Made anew for whoever asks."""
        return make()

    def gives(self, first: date, last: date) -> bool:
        """Every day may be told of."""
        return True


def row(sums: NDArray[np.float64]) -> dict[str, Any]:
    """Sums as a query gives them; sales stand on the day of their lead."""
    leads, orders, revenue, squares = sums
    known: Mapping[str, Any] = {
        "leads": int(leads),
        "orders": int(orders),
        "revenue": Decimal(repr(round(float(revenue), 2))),
        "order_squares": Decimal(repr(round(float(squares), 4))),
    }
    return {**metrics.total([]), **known}
