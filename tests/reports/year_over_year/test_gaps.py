"""Days that no file of sales, or of leads, tells of: filled in the bridge, and said in words."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from decimal import Decimal

import pytest

from dashboard.domain.year_over_year.bridge import Bridge
from dashboard.reports.year_over_year.facts import Reason
from tests.reports.marts import Marts
from tests.reports.year_over_year.telling import NOW, THEN, found, report, said


def days(gone: Collection[int]) -> Iterator[tuple[date, bool]]:
    for period, is_now in ((THEN, False), (NOW, True)):
        for day in period:
            if not (is_now and day.day in gone):
                yield day, is_now


def shop_without(*gone: int) -> Marts:
    """Ten orders of 100 a day in both years, of which the books lack these days of this year's."""
    marts = Marts()
    for day, _ in days(gone):
        marts.sale(day, "organic_search", revenue=100, count=10)
        marts.covered(day, "orders", "shopify")
    return marts


def bridge(marts: Marts) -> Bridge:
    made = report(marts).bridge
    assert made is not None
    assert sum((line.amount for line in made.lines), Decimal(0)) == made.difference
    return made


def lines(made: Bridge) -> dict[str, Decimal]:
    return {line.key: line.amount for line in made.lines if line.amount}


def test_days_without_a_file_are_filled_by_the_others() -> None:
    made = bridge(shop_without(10, 11, 12, 15, 16))
    # 26 of 31 days are known; their weekdays sold alike.
    assert made.reported.difference == -5000
    assert lines(made) == {"tracking_gap": -5000}
    line = made.line("tracking_gap")
    assert line is not None
    assert line.se == pytest.approx((260 * 100**2 * (5 / 26) * (31 / 26)) ** 0.5)
    assert (made.comparable.growth, made.like_for_like.growth) == (0, 0)


def test_the_gap_of_the_earlier_year_makes_its_base_larger() -> None:
    marts = shop_without()
    marts.connection.execute(
        "delete from coverage_day where kind <> 'ads' and day between '2024-12-10' and '2024-12-14'"
    )
    for table in ("funnel_day", "cohort_day"):
        marts.connection.execute(f"delete from {table} where day between '2024-12-10' and '2024-12-14'")
    assert lines(bridge(marts)) == {"tracking_gap": 5000}


def reasons(marts: Marts) -> list[Reason]:
    return found(report(marts), "Y09")


def test_the_gap_is_said_with_what_the_line_is_worth() -> None:
    (reason,) = reasons(shop_without(10, 11, 12, 15, 16))
    assert said(reason) == (
        "This period: no source tells of sales on 5 days (10–16 December 2025), on which about 50 "
        "orders usually come. Days without a file were taken to be like the others."
    )
    assert (reason.caveat.figure, reason.line) == (-5000, "tracking_gap")


def test_an_outage_in_the_log_is_no_gap() -> None:
    marts = shop_without(10, 11, 12, 15, 16)
    marts.happened(date(2025, 12, 10), "outage", "Moved the shop", to=date(2025, 12, 16))
    assert "tracking_gap" not in lines(bridge(marts))
    assert not reasons(marts)


def test_a_day_on_which_the_site_was_visited_is_no_gap() -> None:
    marts = shop_without(10, 11, 12, 15, 16)
    for day in NOW:
        marts.series("visits", day, 500)
    assert "tracking_gap" not in lines(bridge(marts))


def test_one_day_that_may_be_chance_is_one_where_the_log_says_that_data_are_missing() -> None:
    def few(told: bool) -> Marts:
        marts = Marts()
        for day, _ in days([10]):
            marts.sale(day, "organic_search", revenue=100, count=3)
            marts.covered(day, "orders", "shopify")
        if told:
            marts.happened(date(2025, 12, 10), "data_missing", "The shop's server")
        return marts

    assert lines(bridge(few(told=False))) == {"orders": -300}
    assert lines(bridge(few(told=True))) == {"tracking_gap": -300}


def followed(gone: Collection[int], sold_by: str) -> Marts:
    """Ten leads and two sales to them a day; the file of leads lacks these days of this year's."""
    marts = Marts()
    for day in (*THEN, *NOW):
        is_gone = day in NOW and day.day in gone
        if not is_gone:
            marts.leads(day, "google_ads", count=10, target=10)
        if not is_gone or sold_by == "orders":
            marts.sale(day, "google_ads", revenue=500, count=2)
            marts.covered(day, sold_by, "shopify")
    if sold_by == "orders":
        marts.connection.execute("delete from coverage_day where kind = 'deals'")
    return marts


def test_leads_that_no_file_tells_of_are_no_fewer_leads_nor_a_better_close() -> None:
    marts = followed((10, 11, 12), "orders")
    assert lines(bridge(marts)) == {}
    told = [said(reason) for reason in reasons(marts)]
    assert told[-1].startswith("This period: no source tells of leads on 3 days (10–12 December 2025)")


def test_a_crm_that_lacks_days_lacks_their_leads_and_their_sales() -> None:
    made = bridge(followed((10, 11, 12, 15, 16), "deals"))
    assert lines(made) == {"tracking_gap": -5000}


def test_profit_is_filled_by_what_the_covered_days_left() -> None:
    told = report(shop_without(10, 11, 12, 15, 16))
    assert told.profit_bridge is not None
    assert lines(told.profit_bridge) == {"tracking_gap": -2000}  # 40 of each order's 100
    revenue, profit = (of.line("tracking_gap") for of in (told.bridge, told.profit_bridge) if of)
    assert revenue is not None
    assert profit is not None
    assert profit.se == pytest.approx(0.4 * (revenue.se or 0))


def test_the_answer_is_of_what_is_filled() -> None:
    told = report(shop_without(10, 11, 12, 15, 16))
    assert told.basis.revenue.share is not None
    assert round(told.basis.revenue.share, 3) == Decimal("-0.161")
    assert told.answer.kind == "not_distinguishable"
