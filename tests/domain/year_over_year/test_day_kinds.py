"""What each day is: moved working days, days off, and the seasons that move."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.domain.calendar import days
from dashboard.domain.period import Period
from dashboard.domain.year_over_year import day_kinds
from dashboard.domain.year_over_year.day_weights import KindOfDay


@pytest.mark.parametrize(
    ("country", "day", "kind"),
    [
        ("RU", date(2025, 11, 1), KindOfDay(4)),  # a Saturday that is worked
        ("RU", date(2025, 11, 3), KindOfDay(0, ("off",))),  # the Monday off in its stead
        ("RU", date(2025, 11, 8), KindOfDay(5)),
        ("RU", date(2026, 1, 1), KindOfDay(3, ("off", "new_year"))),
        ("US", date(2025, 11, 28), KindOfDay(4, ("black_friday",))),
        ("US", date(2025, 12, 25), KindOfDay(3, ("off", "christmas"))),
        ("RU", date(2025, 12, 25), KindOfDay(3)),
        ("DE", date(2024, 4, 1), KindOfDay(0, ("off", "easter"))),
        ("RU", date(2024, 5, 5), KindOfDay(6, ("easter",))),
        ("RU", date(2026, 2, 20), KindOfDay(4, ("maslenitsa",))),
        ("AE", date(2026, 2, 25), KindOfDay(2, ("ramadan",))),
        ("AE", date(2031, 1, 20), KindOfDay(0, ("ramadan",))),  # it began in the old year
    ],
)
def test_kind_of_a_day(country: str, day: date, kind: KindOfDay) -> None:
    (found,) = days(country, day, day)
    assert day_kinds.kind_of(found, country) == kind


def test_a_season_of_one_year_is_not_known() -> None:
    assert day_kinds.known_windows(Period(date(2025, 3, 1), date(2025, 5, 31)), "US") == frozenset()
    assert day_kinds.known_windows(Period(date(2024, 3, 1), date(2025, 5, 31)), "US") == {"easter"}
    # One turn of a year is one season, though it lies in two years.
    assert day_kinds.known_windows(Period(date(2024, 12, 1), date(2025, 1, 31)), "RU") == frozenset()
