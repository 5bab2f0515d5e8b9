"""ISO weeks: Monday to Sunday, each known by its Monday."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

DAYS = 7


def monday(day: date) -> date:
    """The Monday of the day's week."""
    return day - timedelta(days=day.weekday())


def by_week(values: Mapping[date, float], *, added_up: bool) -> dict[date, float]:
    """Monday → the sum of its days' values (`added_up`), else their mean; of weeks all of whose days have one."""
    weeks: dict[date, list[float]] = {}
    for day, value in values.items():
        weeks.setdefault(monday(day), []).append(value)
    return {
        week: sum(found) if added_up else sum(found) / DAYS
        for week, found in sorted(weeks.items())
        if len(found) == DAYS
    }
