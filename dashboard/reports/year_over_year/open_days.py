"""The days of a period on which anything is ever sold: a source that is silent on others misses nothing."""

from __future__ import annotations

from datetime import date

from dashboard.domain.calendar import days as calendar_days
from dashboard.domain.period import Period
from dashboard.domain.year_over_year.calendar_factor import CalendarFactor
from dashboard.domain.year_over_year.day_kinds import kind_of


def open_days(calendar: CalendarFactor, country: str, period: Period) -> frozenset[date]:
    """Every day whose kind the client's own days do not show to be closed; all of them where nothing is learnt."""
    closed = calendar.weights.closed if calendar.weights else frozenset()
    return frozenset(
        day.day
        for day in calendar_days(country, period.first, period.last)
        if closed.isdisjoint(kind_of(day, country).names)
    )
