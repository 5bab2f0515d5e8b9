"""Sales credited to ads that may have come without them: brand searches and retargeting."""

from __future__ import annotations

from datetime import date

from tests.reports.marts import Marts
from tests.reports.year_over_year.years import NOW, THEN, Said, two_decembers

FIFTH = {year: date(year, 12, 5) for year in (THEN, NOW)}


def ads(brand: int, other: int, marts: Marts | None = None, year: int = NOW) -> Marts:
    """So many orders of 100 (cost 60) by a brand campaign that cost 100 in both years, and by another of 1,000."""
    marts = marts or two_decembers()
    for campaign, orders, spend in (("Search | Brand", brand, 100), ("Search | Shoes", other, 1000)):
        for of_year in (THEN, NOW):
            marts.spend(FIFTH[of_year], "google_ads", campaign, spend)
        if orders:
            marts.sale(FIFTH[year], "google_ads", campaign, count=orders, revenue=100, cogs=60)
    return marts


def test_roas_stands_with_and_without_those_who_knew_the_client() -> None:
    # 40 of 100 orders: 10,000 / 1,100 with the brand, 6,000 / 1,000 without; 1,100 of 4,000 of margin is 27.5 %.
    assert Said(ads(40, 60)).text("Y27") == (
        "40% of the revenue credited to ads came by brand searches and retargeting, from people who knew the client "
        "already. ROAS is 9.1 with them and 6.0 without. Ads pay if at least 28% of the sales credited to them are "
        "further ones."
    )


def test_a_fifth_by_the_brand_is_no_reason() -> None:
    assert Said(ads(20, 80)).is_silent("Y27")


def test_brand_ads_that_took_over_what_came_free_are_named() -> None:
    marts = ads(20, 200, ads(120, 200), THEN)
    marts.sale(FIFTH[THEN], "direct", count=150, revenue=100, cogs=60)
    marts.sale(FIFTH[NOW], "direct", count=40, revenue=100, cogs=60)
    assert (
        Said(marts)
        .text("Y27")
        .endswith(
            "Brand campaigns brought 100 orders more, free search and direct visits 110 fewer: these may be the same "
            "buyers."
        )
    )


def test_sales_of_ads_without_a_campaign_cannot_be_told_apart() -> None:
    marts = ads(0, 10)
    marts.sale(FIFTH[NOW], "google_ads", count=90, revenue=100, cogs=60)
    assert Said(marts).is_unknown("Y27")


def test_ads_after_a_year_without_any_have_a_share_to_pay_from() -> None:
    """20 orders of 100 in ads of 500: 800 of margin, 62.5 % of which pays; without them 31,000 to 31,600 of 33,000."""
    marts = two_decembers()
    marts.spend(FIFTH[NOW], "google_ads", "Search | Shoes", 500)
    marts.sale(FIFTH[NOW], "google_ads", "Search | Shoes", count=20, revenue=100, cogs=60)
    assert Said(marts).text("Y27") == (
        "Ads cost ₽500 and are credited with ₽2,000, which is ₽800 of gross profit: ROMI +60%. They pay if at least "
        "62.5% of it would not have come without them. Without them revenue would have been ₽31k if all of it came by "
        "them, and ₽31.6k if 30% of it would have come anyway, which is an assumption."
    )


def test_ads_that_cost_more_than_all_their_margin_do_not_pay() -> None:
    marts = two_decembers()
    marts.spend(FIFTH[NOW], "google_ads", "Search | Shoes", 900)
    marts.sale(FIFTH[NOW], "google_ads", "Search | Shoes", count=20, revenue=100, cogs=60)
    assert "They do not pay even if all of it came by them." in Said(marts).text("Y27")
