"""Days that were not tracked and sales of unknown source (golden 14)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from dashboard.domain.caveats import Severity
from dashboard.domain.year_over_year.verdict import VerdictKind
from tests.reports.marts import Marts
from tests.reports.year_over_year.telling import NOW, THEN, both, days, found, report, said


@pytest.fixture
def marts() -> Marts:
    """One order of 100 a day then, of 200 now, all credited to the internet."""
    marts = Marts()
    for day, is_now in both(marts):
        marts.sale(day, "google_ads", revenue=200 if is_now else 100)
    return marts


def test_missing_days_of_calls_are_counted_by_the_covered_day(marts: Marts) -> None:
    for day in days(THEN.first, 30):
        marts.covered(day, "calls", "calltouch", 10)
    for day in days(NOW.first, 24):
        marts.covered(day, "calls", "calltouch", 252 // 24 if day.day > 12 else 11)
    (reason,) = found(report(marts), "Y09")
    # 300 calls on 30 days then; 12 × 11 + 12 × 10 = 252 on 24 days now: 10.5 a day against 10.
    assert said(reason) == (
        "Calltouch tells of calls on 24 of 31 days now, on 30 of 31 then. Calls changed by −16% as counted, by +5% for "
        "a day that was covered."
    )


def test_a_source_that_begins_within_the_earlier_period_says_when(marts: Marts) -> None:
    for day in (*days(date(2024, 12, 11), 21), *NOW):
        marts.covered(day, "calls", "calltouch", 10)
    (reason,) = found(report(marts), "Y09")
    assert said(reason).endswith("The source begins on 11 December 2024.")


def test_a_source_of_calls_that_replaced_another_weighs_less(marts: Marts) -> None:
    for day in THEN:
        marts.covered(day, "calls", "calltouch", 10)
    for day in NOW:
        marts.covered(day, "calls", "callrail", 10)
    reasons = found(report(marts), "Y09")
    assert {reason.severity for reason in reasons} == {Severity.MEDIUM}
    assert len(reasons) == 2


def test_ads_that_nobody_uploaded_before_are_not_called_none(marts: Marts) -> None:
    for day in NOW:
        marts.spend(day, "vk_ads", "Brand", 10)
    (reason,) = found(report(marts), "Y09")
    assert said(reason) == (
        "VK Ads tells of spend from 1 December 2025 on: whether nothing was spent there before, or nobody uploaded it, "
        "the data do not say."
    )
    marts.spend(THEN.first - timedelta(days=60), "vk_ads", "Brand", 10)  # it told before, so its silence means none
    assert not found(report(marts), "Y09")


def of_unknown_source(now: int, then: int) -> Marts:
    """Golden 14 in hundreds: internet 6,000 then and 9,000 now, elsewhere half of that, and so much of no source."""
    marts = Marts()
    for _ in both(marts):
        pass
    for year, internet, unknown in ((2024, 60, then), (2025, 90, now)):
        marts.sale(date(year, 12, 5), "google_ads", count=internet)
        marts.sale(date(year, 12, 5), "offline", count=internet // 2)
        if unknown:
            marts.sale(date(year, 12, 5), "no_source", count=unknown)
    return marts


def test_growth_has_bounds_where_the_share_of_unknown_source_moved() -> None:
    told = report(of_unknown_source(now=10, then=40))
    (reason,) = found(told, "Y09")
    assert said(reason) == (
        "6.9% of revenue has no source now, 31% had none then. Revenue from the internet changed by +50% as credited; "
        "whichever way the rest came, by −10% to +67%, and by +12% if it came like the known."
    )
    assert reason.severity is Severity.BLOCKER
    assert not reason.blocks  # of channels alone: all revenue stays comparable
    assert told.answer.kind is not VerdictKind.NOT_COMPARABLE


def test_bounds_of_one_sign_forbid_nothing() -> None:
    (reason,) = found(report(of_unknown_source(now=5, then=25)), "Y09")
    assert reason.severity is Severity.HIGH  # 90 against at most 85 then: it grew in any case


def test_a_like_share_of_unknown_source_is_no_reason() -> None:
    assert not found(report(of_unknown_source(now=12, then=8)), "Y09")


def test_a_change_of_tracking_in_the_log_is_said(marts: Marts) -> None:
    marts.happened(date(2025, 6, 1), "tracking", "Numbers on every page")
    assert said(found(report(marts), "Y09")[0]) == "From 1 June 2025 on tracking is another: “Numbers on every page”."
    marts.happened(date(2024, 11, 1), "tracking", "Before both")
    assert len(found(report(marts), "Y09")) == 1
