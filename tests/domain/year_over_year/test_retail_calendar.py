"""Years of whole weeks: where they begin, and which have 53."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as some

from dashboard.domain.period import Period
from dashboard.domain.year_over_year.retail_calendar import months, retail_month, weeks, year_start


def test_years_begin_after_the_saturday_nearest_to_the_end_of_january() -> None:
    assert [year_start(year).isoformat() for year in (2023, 2024, 2025, 2026)] == [
        "2023-01-29",
        "2024-02-04",
        "2025-02-02",
        "2026-02-01",
    ]
    assert [weeks(year) for year in (2012, 2017, 2022, 2023, 2024, 2025)] == [53, 53, 52, 53, 52, 52]


def test_a_month_of_shops_is_told_from_one_of_the_calendar() -> None:
    november = retail_month(Period(date(2025, 11, 2), date(2025, 11, 29)))
    assert november is not None
    assert (november.year, november.number) == (2025, 10)
    assert retail_month(Period(date(2025, 11, 1), date(2025, 11, 30))) is None


@given(some.integers(2000, 2100))
def test_the_months_of_a_year_follow_each_other(year: int) -> None:
    found = [month.period for month in months(year)]
    assert found[0].first == year_start(year)
    assert sum(month.days for month in found) == 7 * weeks(year)
    assert all((later.first - earlier.last).days == 1 for earlier, later in pairwise(found))
