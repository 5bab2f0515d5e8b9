"""Weeks begin on Monday, and count where all their days are known."""

from __future__ import annotations

from datetime import date, timedelta

from dashboard.domain.weeks import by_week, monday


def test_a_week_is_known_by_its_monday() -> None:
    assert monday(date(2026, 3, 1)) == date(2026, 2, 23)
    assert monday(date(2026, 3, 2)) == date(2026, 3, 2)


def test_a_week_counts_where_all_its_days_have_a_value() -> None:
    days = {date(2026, 3, 1) + timedelta(days=ahead): 2.0 for ahead in range(9)}
    assert by_week(days, added_up=True) == {date(2026, 3, 2): 14.0}
    assert by_week(days, added_up=False) == {date(2026, 3, 2): 2.0}
