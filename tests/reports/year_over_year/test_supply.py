"""Goods that were not there, and days that could take no more."""

from __future__ import annotations

from datetime import date

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
    assert said.figure("Y19") == -3300


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
