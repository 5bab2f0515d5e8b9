"""Goods that were not there, and days that could take no more."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from dashboard.reports.year_over_year.stock import Shelf, Stock
from tests.domain.year_over_year.golden import golden
from tests.reports.marts import Marts
from tests.reports.year_over_year.years import NOW, THEN, Said, december, two_decembers


def stocked(out: range, spent: int = 0) -> Marts:
    """One product, ten pieces a day at 100 (cost 60) while it is there; so much spent a day on ads in its absence."""
    marts = two_decembers()
    for year in (THEN, NOW):
        for day in december(year):
            is_out = year == NOW and day.day in out
            marts.series("stock", day, 0 if is_out else 5, name="Boots")
            if not is_out:
                marts.goods(day, "Boots", 10, 100, cogs=60)
            elif spent:
                marts.spend(day, "google_ads", "Boots", spent, product="Boots")
    return marts


def test_a_missing_product_is_counted_with_the_ads_that_went_on() -> None:
    said = Said(stocked(range(1, 11), spent=50))
    # Ten days of ten pieces, of which 70 % are lost: 70 × 40 of gross profit, and 10 × 50 of ads.
    assert said.text("Y19") == (
        "67.7% of what sells was in stock, 100.0% then. Boots was not there on 10 days: about ₽2,800 of gross profit, "
        "and ₽500 into its ads on them."
    )
    # In money of the whole: 31 000 × ln(21 of 31 days).
    assert (said.one("Y19").line, said.figure("Y19")) == ("availability", Decimal("-12073.41"))


def test_goods_of_which_nobody_uploaded_the_stock_are_taken_to_have_been_there() -> None:
    marts = stocked(range(1, 11))
    for year in (THEN, NOW):
        for day in december(year):
            marts.goods(day, "Laces", 30, 100)
    # Boots bring 1,000 of 4,000 a day, so a third of the days without them is a twelfth of all that sells.
    assert Said(marts).figure("Y19") == Decimal("-2606.58")


def test_ads_for_what_is_not_there_are_lost_also_where_as_much_was_there_as_then() -> None:
    marts = two_decembers()
    for year in (THEN, NOW):
        for day in december(year):
            marts.series("stock", day, 5 if day.day > 5 else 0, name="Boots")
            marts.goods(day, "Boots", 10 if day.day > 5 else 0, 100, cogs=60)
            if day.day <= 5 and year == NOW:
                marts.spend(day, "google_ads", "Boots", 200, product="Boots")
    said = Said(marts)
    assert (said.one("Y19").line, said.figure("Y19")) == ("", -1000)


def test_a_product_that_was_always_there_is_no_reason() -> None:
    assert Said(stocked(range(0))).is_silent("Y19")


def test_a_shop_that_uploaded_no_stock_is_told_to() -> None:
    assert Said(two_decembers()).upload("Y19") == "stock"


def served(now: int, then: int) -> Marts:
    """One order a day; so many places a day in each December."""
    marts = Marts()
    for year, places in ((NOW, now), (THEN, then)):
        for day in december(year):
            marts.sale(day, "organic_search", revenue=1000)
            marts.series("capacity", day, places)
    return marts


def test_days_that_could_take_no_more_are_counted() -> None:
    assert Said(served(1, 2)).text("Y31") == (
        "On 31 of 31 days orders came to 95% or more of what a day can take, on 0 of 31 then: on such days more leads "
        "cannot become more sales."
    )


def test_days_with_places_left_are_no_reason() -> None:
    assert Said(served(2, 2)).is_silent("Y31")


def test_more_leads_without_more_sales_ask_for_the_places_of_a_day() -> None:
    marts = two_decembers()
    for year, leads in ((NOW, 60), (THEN, 40)):
        marts.leads(date(year, 12, 5), "google_ads", count=leads, target=leads)
    assert Said(marts).upload("Y31") == "capacity"


def test_the_goods_that_were_there_are_weighed_by_what_they_bring_as_in_case_17(
    shared: Callable[[str], Path],
) -> None:
    case = golden(shared, "17_oos")
    known, days = case["availability_factor_revenue_weighted"], case["period_days"]

    def shelf(name: str, share: float) -> Shelf:
        there = round(days * share)
        brought = Decimal(str(known["weights"][name])) * there  # so much on each day on which it is there
        return Shelf(there, days - there, Decimal(there), brought, None, Decimal(0))

    goods = {name: (shelf(name, share), shelf(name, 1.0)) for name, share in known["instock"].items()}
    assert goods["C"][0].days_out == case["oos_days"]
    assert Stock(goods).shares == (pytest.approx(Decimal(str(known["value"]))), 1)
