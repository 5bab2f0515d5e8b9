"""Reasons of advertising: another amount of it, other prices of clicks, and ads before the year without ads."""

from __future__ import annotations

from datetime import date

from tests.reports.year_over_year.years import NOW, THEN, Said, december, two_decembers


def test_more_ads_are_said_with_what_the_books_show_beside_them() -> None:
    marts = two_decembers(now=110)  # 34,100 against 31,000
    marts.spend(date(THEN, 12, 3), "google_ads", "Shoes", 1000)
    marts.spend(date(NOW, 12, 3), "google_ads", "Shoes", 2000)
    said = Said(marts)
    text = said.text("Y18")
    assert text.startswith("₽2,000 went into ads now, ₽1,000 then, +100%. For each ₽1 more of ads the books show ₽3.10")
    assert "Ads pay from ₽2.50 on." in text  # a margin of 40 %
    assert "+8.7% of all sales at first and +18% in the long run" in text


def test_fewer_ads_and_less_revenue_are_set_against_each_other_alike() -> None:
    marts = two_decembers(now=90)
    marts.spend(date(THEN, 12, 3), "google_ads", "Shoes", 3100)
    marts.spend(date(NOW, 12, 3), "google_ads", "Shoes", 1550)
    assert "For each ₽1 more of ads the books show ₽2 more of revenue" in Said(marts).text("Y18")


def test_about_as_many_ads_are_no_reason() -> None:
    marts = two_decembers()
    marts.spend(date(THEN, 12, 3), "google_ads", "Shoes", 1000)
    marts.spend(date(NOW, 12, 3), "google_ads", "Shoes", 1200)
    assert Said(marts).is_silent("Y18")


def test_sales_of_ads_without_their_costs_cannot_be_judged() -> None:
    marts = two_decembers()
    marts.sale(date(NOW, 12, 5), "google_ads", "Shoes")
    said = Said(marts)
    assert said.is_unknown("Y18")
    assert said.upload("Y18") == "ads"


def test_dearer_clicks_of_the_same_campaign_are_told_from_more_clicks() -> None:
    marts = two_decembers()
    marts.spend(date(THEN, 12, 3), "google_ads", "Shoes", 1000, clicks=100)
    marts.spend(date(NOW, 12, 3), "google_ads", "Shoes", 3000, clicks=200)  # at 15 instead of 10
    said = Said(marts)
    # The logarithmic mean of 3,000 and 1,000 is 2000 / ln 3 = 1,820; times ln 2 and ln 1.5.
    assert said.text("Y34") == (
        "The same clicks cost 50% more. Of +₽2,000 that these campaigns cost, +₽1,262 is the number of clicks, ₽0 "
        "their kind, +₽738 their price."
    )
    assert said.figure("Y34") is not None
    assert round(said.figure("Y34") or 0) == -738


def test_clicks_at_last_years_price_are_no_reason() -> None:
    marts = two_decembers()
    for year, clicks in ((THEN, 100), (NOW, 300)):
        marts.spend(date(year, 12, 3), "google_ads", "Shoes", 10 * clicks, clicks=clicks)
    assert Said(marts).is_silent("Y34")


def test_campaigns_of_one_year_only_have_no_price_to_compare_with() -> None:
    marts = two_decembers()
    marts.spend(date(THEN, 12, 3), "google_ads", "Shoes", 1000, clicks=100)
    marts.spend(date(NOW, 12, 3), "google_ads", "Boots", 1000, clicks=100)
    assert Said(marts).is_unknown("Y34")


def test_a_year_without_ads_after_half_a_year_of_them_is_named() -> None:
    marts = two_decembers()
    marts.spend(date(THEN, 9, 3), "google_ads", "Shoes", 5000)
    marts.spend(date(NOW, 12, 3), "google_ads", "Shoes", 2000)
    assert Said(marts).text("Y28") == (
        "The earlier period is hardly one without ads: ₽5,000 went into them in the half year up to it, and may have "
        "worked on. In the half year up to this period it was ₽0."
    )


def test_what_was_advertised_before_the_first_file_is_not_known() -> None:
    marts = two_decembers()
    marts.spend(date(NOW, 12, 3), "google_ads", "Shoes", 2000)
    said = Said(marts)
    assert said.is_unknown("Y28")
    assert said.upload("Y28") == "ads"


def test_a_year_with_ads_has_nothing_to_be_told_of_the_months_before() -> None:
    marts = two_decembers()
    for day in (*december(THEN), *december(NOW)):
        marts.spend(day, "google_ads", "Shoes", 100)
    assert Said(marts).is_silent("Y28")
