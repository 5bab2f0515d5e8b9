"""One giant order decides a comparison (golden 16), and one that was cancelled is named."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reports.marts import Marts
from tests.reports.year_over_year.telling import both, found, report, said


@pytest.fixture
def giant() -> Marts:
    """Last year 19 orders of 50 and one of 1050; this year 20 of 55."""
    marts = Marts()
    for _ in both(marts):
        pass
    marts.sale(date(2024, 12, 3), "google_ads", revenue=50, count=19)
    marts.sale(date(2024, 12, 4), "google_ads", revenue=1050)
    marts.sale(date(2025, 12, 3), "google_ads", revenue=55, count=20)
    return marts


def test_one_order_that_decides_is_named_with_the_growth_without_it(giant: Marts) -> None:
    (reason,) = found(report(giant), "Y23")
    assert said(reason) == (
        "One order of ₽1,050, number 20 of 4 December 2024, decides the comparison: with it revenue changed by −45%, "
        "without the largest order of each period by +10%. The number of orders changed by 0%, "
        "the median order by +10%."
    )
    assert reason.caveat.figure == 55 - 1050


def test_many_even_orders_are_no_reason() -> None:
    marts = Marts()
    for day, is_now in both(marts):
        marts.sale(day, "google_ads", revenue=110 if is_now else 100)
    assert not found(report(marts), "Y23")


def test_a_few_even_orders_are_said_to_be_few() -> None:
    marts = Marts()
    for _ in both(marts):
        pass
    marts.sale(date(2024, 12, 3), "google_ads", revenue=100, count=9)
    marts.sale(date(2025, 12, 3), "google_ads", revenue=100, count=20)
    (reason,) = found(report(marts), "Y23")
    assert said(reason).startswith("The revenue rests on the weight of 20 orders now and 9 then")


def test_a_giant_that_was_taken_back_whole_is_named() -> None:
    marts = Marts()
    for day, is_now in both(marts):
        marts.sale(day, "google_ads", revenue=110 if is_now else 100)
    marts.sale(date(2025, 12, 9), "google_ads", revenue=1590, refunds=1590)
    (reason,) = found(report(marts), "Y23")
    # 3,410 + 1,590 of 5,000 before refunds, against 3,100: +61 %; net of refunds 3,410 against 3,100.
    assert said(reason) == (
        "An order of ₽1,590, number 63 of 9 December 2025, was taken back whole. It is 32% of that period's revenue "
        "before refunds, which changed by +61%; net of refunds revenue changed by +10%."
    )


def test_a_cancellation_with_a_number_of_its_own_undoes_the_order_of_its_amount() -> None:
    marts = Marts()
    for day, is_now in both(marts):
        marts.sale(day, "google_ads", revenue=110 if is_now else 100)
    marts.sale(date(2025, 12, 9), "google_ads", revenue=1590)
    day = date(2025, 12, 11)
    marts.insert("funnel_day", day=day, channel="google_ads", refunds=1590, order_squares=1590**2)
    marts.insert("attribution", platform="till", order_id="C1", sold=day, lead_day=day, refunds=1590)
    (reason,) = found(report(marts), "Y23")
    assert said(reason).startswith("An order of ₽1,590, number 63 of 9 December 2025, was taken back whole.")
