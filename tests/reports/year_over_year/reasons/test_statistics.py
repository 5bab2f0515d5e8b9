"""Small numbers (golden 15) and an unusual year before (golden 16)."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.domain.period import Period
from tests.reports.marts import Marts
from tests.reports.year_over_year.telling import both, days, found, report, said, unknown


@pytest.mark.parametrize(
    ("now", "then", "sentence"),
    [
        (12, 8, "12 orders now and 8 then, +50%: by chance alone the true change may be anything from −44% to +323%."),
        (3, 8, "3 orders now and 8 then, −62%: by chance alone the true change may be anything from −94% to +56%."),
        (
            30,
            20,
            "30 orders now and 20 then, +50%: by chance alone the true change may be anything from −18% to +179%.",
        ),
        (
            5,
            0,
            "5 orders now and none then: by chance alone the true change may be anything from −8.4% to no upper end.",
        ),
        (120, 80, None),
    ],
)
def test_two_counts_are_told_apart_only_where_chance_is_excluded(now: int, then: int, sentence: str | None) -> None:
    marts = Marts()
    for _ in both(marts):
        pass
    marts.sale(date(2025, 12, 3), "google_ads", count=now)
    if then:
        marts.sale(date(2024, 12, 3), "google_ads", count=then)
    assert [said(reason) for reason in found(report(marts), "Y24")] == ([sentence] if sentence else [])


def three_years(before: int, then: int, now: int) -> Marts:
    """So many orders of 10 in each of three Decembers, each source telling of all their days."""
    marts = Marts()
    for year, count in ((2023, before), (2024, then), (2025, now)):
        for day in days(date(year, 12, 1), 31):
            marts.covered(day, "deals", "bitrix24")
        marts.sale(date(year, 12, 5), "google_ads", revenue=10, count=count, cogs=None)
    return marts


def test_growth_from_a_poor_year_stands_beside_that_of_two() -> None:
    (reason,) = found(report(three_years(1000, 700, 945)), "Y25")
    assert said(reason) == (
        "The earlier days were poor ones: −30% against the year before them, ₽10k. Against that year this one is "
        "−5.5%, or −2.8% a year: part of what looks like growth is that loss made good."
    )


def test_a_rich_year_is_a_high_mark() -> None:
    (reason,) = found(report(three_years(700, 1000, 800)), "Y25")
    assert said(reason).startswith("The earlier days were rich ones: +43%")


def test_even_growth_is_no_unusual_base() -> None:
    assert not found(report(three_years(1000, 1100, 1210)), "Y25")


def test_a_poor_year_of_few_orders_may_be_chance() -> None:
    assert not found(report(three_years(10, 7, 10)), "Y25")


def test_without_a_third_year_nobody_can_tell() -> None:
    marts = Marts()
    for day, _ in both(marts):
        marts.sale(day, "google_ads")
    (reason,) = unknown(report(marts), "Y25")
    assert said(reason) == (
        "Whether the earlier period was a usual one cannot be told, because sales are known from 1 December "
        "2024 on only."
    )


def test_the_third_year_has_the_same_days_as_the_others() -> None:
    marts = three_years(1000, 700, 945)
    marts.sale(date(2023, 12, 20), "google_ads", revenue=10, count=500)
    nine = Period(date(2025, 12, 1), date(2025, 12, 9))
    assert "−5.5%" in said(found(report(marts, period=nine), "Y25")[0])


def test_where_no_third_year_is_known_last_year_stands_beside_its_plan() -> None:
    marts = Marts()
    for day, is_now in both(marts):
        marts.sale(day, "google_ads", revenue=10, count=30 if is_now else 24)
    marts.plan(date(2024, 12, 1), "revenue", 9300)
    told = report(marts)
    (reason,) = found(told, "Y25")
    assert said(reason) == (
        "The earlier days were poor ones: −20% against their plan, ₽9,300. Against that plan these are 0.0%: part of "
        "what looks like growth is that loss made good."
    )
    assert not unknown(told, "Y25")
