"""What is not in yet: sales still to come (golden 07), a source that ends early, the pace of the days so far."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from dashboard.domain.caveats import Severity
from dashboard.domain.maturity import LagCurve, pace_moved
from dashboard.domain.period import Period
from dashboard.i18n import Language
from tests.reports.marts import Marts
from tests.reports.year_over_year.telling import NOW, THEN, both, days, found, plain, report, said

MAY = Period(date(2025, 5, 1), date(2025, 5, 31))


@pytest.fixture
def golden() -> Marts:
    """Golden 07: leads of the last day of each month; orders of 100 at the ages of 0, 31, 62, 92 and 123 days."""
    marts = Marts()
    ages = (0, 31, 62, 92, 123)
    for lead_day, leads, orders in (
        (date(2024, 5, 31), 140, (12, 6, 6, 3, 3)),
        (date(2025, 1, 31), 100, (8, 4, 4, 2, 2)),
        (date(2024, 3, 31), 10, ()),  # so that a fifth of earlier leads bought
    ):
        marts.leads(lead_day, "google_ads", count=leads)
        for age, count in zip(ages, orders, strict=False):
            marts.sale(lead_day, "google_ads", sold=lead_day + timedelta(days=age), count=count)
    marts.leads(date(2025, 5, 31), "google_ads", count=150)
    marts.sale(date(2025, 5, 31), "google_ads", count=11)
    for day in MAY:
        marts.covered(day, "calls", "calltouch")
    marts.connection.execute("delete from coverage_day where day > date '2025-05-31'")
    return marts


def test_an_immature_month_stands_beside_last_years_at_the_same_age(golden: Marts) -> None:
    told = report(golden, date(2025, 6, 1), MAY)
    assert told.immature is not None
    assert told.immature.share == Decimal("0.6")
    assert told.immature.orders == 18  # 150 leads × a fifth × 0.6: in the end 29 (Bornhuetter and Ferguson)
    (reason,) = found(told, "Y06")
    assert said(reason) == (
        "60% of the orders of this period's leads are still to come, about 18. So far these leads have brought ₽1,100; "
        "those of the earlier period had brought ₽1,200 at the same age: −8.3%."
    )
    assert reason.settled_by is not None
    assert plain(Language("en").say(reason.settled_by)).startswith("The same comparison after 1 October 2025")


def test_a_month_long_past_is_as_old_as_its_sales_are_known(golden: Marts) -> None:
    golden.covered(date(2025, 11, 20), "deals", "bitrix24")  # half a year later: whatever was to come has come
    told = report(golden, date(2025, 11, 21), MAY)
    assert told.immature is not None
    assert told.immature.share == 0
    assert told.immature.seen_then == 3000  # all thirty orders of last year's leads, which are as old
    assert not found(told, "Y06")


def test_a_change_of_pace_is_the_largest_distance_of_two_curves() -> None:
    older, newer = LagCurve.of({0: 200, 10: 200}), LagCurve.of({0: 280, 10: 120})
    assert pace_moved(older, newer) == pytest.approx(0.2)
    assert pace_moved(newer, older) == pytest.approx(-0.2)
    assert pace_moved(older, LagCurve.of({0: 10})) is None


def test_ads_that_end_before_the_sales_are_named() -> None:
    marts = Marts()
    for day, is_now in both(marts):
        marts.sale(day, "google_ads", revenue=200 if is_now else 100)
        if day not in days(date(2025, 12, 21), 11):
            marts.spend(day, "google_ads", "Brand", 10)
    (reason,) = found(report(marts), "Y05")
    assert said(reason) == (
        "Google Ads (ads) ends on 20 December 2025, 11 days before the sales: what it tells of is of fewer days now "
        "than then."
    )
    assert not reason.blocks
    assert (reason.severity, reason.of_channels) == (Severity.BLOCKER, True)  # no channel stands beside its costs


def test_ads_that_lack_a_day_are_no_more_than_said() -> None:
    marts = Marts()
    for day, is_now in both(marts):
        marts.sale(day, "google_ads", revenue=200 if is_now else 100)
        if day != NOW.last:
            marts.spend(day, "google_ads", "Brand", 10)
    (reason,) = found(report(marts), "Y05")
    assert reason.severity is Severity.LOW


def test_an_unfinished_month_has_a_pace() -> None:
    marts = Marts()
    for day in THEN:
        marts.sale(day, "google_ads", revenue=100, count=10)
    for day in days(NOW.first, 9):
        marts.sale(day, "google_ads", revenue=100, count=11)
    (reason,) = found(report(marts), "Y05")
    assert reason.settled_by is not None
    assert plain(Language("en").say(reason.settled_by)) == (
        "The rest of the period. At the pace of the days so far it would bring about ₽34.1k in all."
    )
