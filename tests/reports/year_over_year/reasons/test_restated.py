"""Spend that the platforms may still recount, and spend that they have recounted."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.reports.marts import CLINIC, Marts
from tests.reports.year_over_year.telling import both, found, report, said


@pytest.fixture
def marts() -> Marts:
    """Ads of 100 a day in both Decembers."""
    marts = Marts(profile=replace(CLINIC, provisional_days=3))
    for day, _ in both(marts):
        marts.sale(day, "google_ads")
        marts.spend(day, "google_ads", "Brand", 100)
    return marts


def test_the_spend_of_the_last_days_may_still_change(marts: Marts) -> None:
    for day in range(13, 32):
        marts.connection.execute("delete from funnel_day where day = ?", [date(2025, 12, day)])
        marts.connection.execute("delete from coverage_day where day = ?", [date(2025, 12, day)])
    (reason,) = found(report(marts, today=date(2025, 12, 13)), "Y08")
    assert (
        said(reason)
        == "₽300 of spend, 25% of this period's, is of the last 3 days, which the platforms may still recount."
    )


def test_settled_days_are_silent(marts: Marts) -> None:
    assert not found(report(marts), "Y08")


def test_a_later_file_that_changed_a_settled_day_is_said(marts: Marts) -> None:
    marts.reloaded(date(2024, 12, 5), before=100, after=80, at=datetime(2025, 1, 20, tzinfo=UTC))
    (reason,) = found(report(marts), "Y08")
    assert said(reason) == (
        "On 1 settled day of the earlier period a later file changed spend by −₽20, 20% of it; the last such file "
        "came on 20 January 2025."
    )


def test_a_file_of_the_days_after_and_a_trifle_are_no_news(marts: Marts) -> None:
    marts.reloaded(
        date(2024, 12, 5), before=100, after=80, at=datetime(2024, 12, 7, tzinfo=UTC)
    )  # the usual correction
    marts.reloaded(date(2025, 12, 5), before=100, after=99, at=datetime(2026, 1, 10, tzinfo=UTC), number=3)
    assert not found(report(marts), "Y08")
