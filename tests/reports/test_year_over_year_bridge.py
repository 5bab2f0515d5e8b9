"""The bridge between two years from the client's own sums: exact, by the books at both ends, in one view between."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from math import exp

import pytest

from dashboard.domain.comparison import Alignment, Pair
from dashboard.domain.period import Period
from dashboard.domain.year_over_year.bridge import Bridge
from dashboard.reports.selection import Selection
from dashboard.reports.year_over_year import bridging
from dashboard.reports.year_over_year import report as year_over_year
from dashboard.reports.year_over_year.days import fetch_days
from dashboard.reports.year_over_year.segments import fetch_segments
from tests.reports.marts import Marts

MARCH = Selection(Period(date(2026, 3, 1), date(2026, 3, 31)))
NOW, THEN = date(2026, 3, 10), date(2025, 3, 10)
LATER = date(2026, 6, 1)


def bridge(marts: Marts) -> Bridge:
    """Of the two Marches, all days of both known."""
    for year in (2025, 2026):
        marts.covered(date(year, 3, 31), "deals", "bitrix24")
    made = year_over_year.build(marts, MARCH, LATER).bridge
    assert made is not None
    assert sum((line.amount for line in made.lines), Decimal(0)) == made.difference
    return made


def lines(made: Bridge) -> dict[str, Decimal]:
    return {line.key: line.amount for line in made.lines if line.amount}


def test_twice_the_leads_at_the_same_rate_are_twice_the_sales() -> None:
    marts = Marts()
    for day, leads, orders in ((THEN, 10, 2), (NOW, 20, 4)):
        marts.leads(day, "google_ads", count=leads, target=leads)
        marts.sale(day, "google_ads", revenue=100, count=orders)
    assert lines(bridge(marts)) == {"leads": 200}


def test_fewer_closed_of_as_many_leads_is_the_clients_line() -> None:
    marts = Marts()
    for day, orders in ((THEN, 4), (NOW, 2)):
        marts.leads(day, "google_ads", count=10, target=10)
        marts.sale(day, "google_ads", revenue=100, count=orders)
    made = bridge(marts)
    assert lines(made) == {"close": -200}
    close = made.line("close")
    assert close is not None
    assert (str(close.owner), close.proven) == ("client", False)


def test_a_channel_of_one_year_is_no_part_of_like_for_like() -> None:
    marts = Marts()
    for day in (THEN, NOW):
        marts.leads(day, "organic_search", count=10, target=10)
        marts.sale(day, "organic_search", revenue=100, count=2)
    marts.leads(NOW, "google_ads", count=10, target=10)
    marts.sale(NOW, "google_ads", revenue=100, count=3)
    made = bridge(marts)
    assert lines(made) == {"new_channels": 300}
    assert made.like_for_like.growth == 0


def test_a_shop_without_leads_has_orders_their_value_and_what_was_kept() -> None:
    marts = Marts()
    marts.sale(THEN, "organic_search", revenue=100, count=4)
    marts.sale(NOW, "organic_search", revenue=100, count=8, refunds=50)
    found = lines(bridge(marts))
    assert set(found) == {"orders", "kept"}
    assert found["orders"] == -found["kept"]


def test_sales_of_earlier_leads_stand_apart() -> None:
    marts = Marts()
    for day in (THEN, NOW):
        marts.leads(day, "organic_search", count=10, target=10)
        marts.sale(day, "organic_search", revenue=100, count=2)
    marts.sale(date(2026, 2, 20), "organic_search", sold=NOW, revenue=100, count=1)
    made = bridge(marts)
    assert (made.reported.then, made.reported.now) == (200, 300)
    assert lines(made) == {"cohort": 100}


def test_the_answer_is_judged_by_the_orders_of_the_leads_of_these_days_and_the_books_by_their_own() -> None:
    marts = Marts()
    for day in [date(year, 3, number) for year in (2025, 2026) for number in (3, 10, 17, 24)]:
        marts.leads(day, "organic_search", count=10, target=10)
        marts.sale(day, "organic_search", revenue=100, count=4)
    marts.sale(date(2026, 2, 20), "organic_search", sold=NOW, revenue=1000, count=1)
    bridge(marts)
    report = year_over_year.build(marts, MARCH, LATER)
    assert report.chance is not None
    assert report.chance.sd == pytest.approx((1 / 16 + 1 / 16) ** 0.5)
    assert report.interval is not None
    in_books = 1 / 16 + (16 * 100**2 + 1000**2) / 2600**2  # one giant, to a lead of another month
    assert report.interval.high == pytest.approx(2600 / 1600 * exp(1.96 * in_books**0.5) - 1, rel=1e-3)


def test_of_what_leads_still_owe_as_much_is_kept_as_of_what_they_brought() -> None:
    marts = Marts()
    for day in (THEN, NOW):
        marts.leads(day, "google_ads", count=10, target=10)
        marts.sale(day, "google_ads", revenue=100, count=2, refunds=25)
    then, now = (Period(day, day) for day in (THEN, NOW))
    pair = Pair(Alignment.SAME_ELAPSED, now, then)
    by_sale = fetch_segments(marts, pair).channels
    ends = bridging.sides(marts, pair, by_sale, fetch_days(marts, [pair]), bridging.Known(immature=Decimal(80)))
    assert ends is not None
    assert lines(bridging.revenue(ends).bridge) == {"immature": -60, "close": 60}


def test_what_a_closed_place_sold_is_no_part_of_like_for_like_nor_are_those_who_asked_there() -> None:
    marts = Marts()
    for day, closing in ((THEN, 2), (NOW, 0)):
        marts.leads(day, "google_ads", count=10 + 5 * closing, target=10 + 5 * closing)
        for place, orders in [("North", 2), ("South", closing)][: 2 if closing else 1]:
            marts.sale(day, "google_ads", revenue=100, count=orders, location=place, product="Tea")
            marts.insert("goods_day", day=day, location=place, product="Tea", orders=orders, revenue=orders * 100)
    made = bridge(marts)
    assert lines(made) == {"closed": -200}
    assert made.like_for_like.growth == 0


def test_a_channel_that_began_amid_the_earlier_period_is_no_part_of_like_for_like() -> None:
    marts = Marts()
    for year in (2025, 2026):
        for day in Period(date(year, 1, 1), date(year, 3, 31)):
            marts.sale(day, "organic_search", revenue=100)
            if day >= date(2025, 3, 20):
                marts.sale(day, "google_ads", revenue=50)
    made = bridge(marts)
    assert lines(made) == {"new_channels": 31 * 50 - 12 * 50}
    assert made.like_for_like.growth == 0


def test_new_goods_in_a_place_that_opened_are_counted_once() -> None:
    marts = Marts()
    for day, place, product, orders in (
        (THEN, "North", "Tea", 4), (NOW, "North", "Tea", 4), (NOW, "North", "Cups", 1), (NOW, "South", "Cups", 3),
    ):  # fmt: skip
        marts.sale(day, "organic_search", revenue=100, count=orders, location=place, product=product)
        marts.insert("goods_day", day=day, location=place, product=product, orders=orders, revenue=orders * 100)
    for day in (date(2025, 1, 10), date(2026, 5, 1)):  # the places are older than both Marches, but for South
        marts.insert("goods_day", day=day, location="North", product="Tea", orders=1, revenue=100)
    marts.insert("goods_day", day=date(2026, 5, 1), location="South", product="Cups", orders=1, revenue=100)
    assert lines(bridge(marts)) == {"opened": 300, "new_goods": 100}


@pytest.mark.parametrize("empty", [NOW, THEN])
def test_no_bridge_leads_from_nothing_or_to_nothing(empty: date) -> None:
    marts = Marts()
    marts.sale(NOW if empty is THEN else THEN, "organic_search")
    assert year_over_year.build(marts, MARCH, LATER).bridge is None
