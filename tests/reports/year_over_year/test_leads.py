"""Reasons of the leads: of another worth, and with fewer sales than they let expect."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reports.marts import Marts
from tests.reports.year_over_year.years import NOW, THEN, Said, two_decembers

FIFTH = {year: date(year, 12, 5) for year in (THEN, NOW)}


def clinic(now: dict[str, tuple[int, int]], then: dict[str, tuple[int, int]], spent: tuple[int, int]) -> Marts:
    """Leads of ads and their sales by product: liposuction for 150,000, rhinoplasty for 200,000, at 35 % margin."""
    marts = two_decembers()
    for year, leads, spend in ((NOW, now, spent[0]), (THEN, then, spent[1])):
        marts.spend(FIFTH[year], "yandex_direct", "Search", spend)
        for product, (count, sales) in leads.items():
            price = {"Liposuction": 150_000, "Rhinoplasty": 200_000}[product]
            marts.leads(FIFTH[year], "yandex_direct", "Search", count, product=product, target=count)
            for _ in range(sales):
                marts.sale(
                    FIFTH[year], "yandex_direct", "Search", revenue=price, cogs=price * 65 // 100, product=product
                )
    return marts


def test_cheaper_leads_of_a_cheaper_kind_are_no_better_leads() -> None:
    # The clinic of the method: 300 and 40 leads at 794 each, then 700 and 30 at 603.
    then, now = {"Liposuction": (300, 9), "Rhinoplasty": (40, 20)}, {"Liposuction": (700, 24), "Rhinoplasty": (30, 16)}
    said = Said(clinic(now, then, (440_000, 270_000)))
    assert said.text("Y29") == (
        "A lead of ads costs ₽603 against ₽794, −24%, since other leads come. Liposuction: 96% of leads (88% then), "
        "₽1,732 of gross profit each. Rhinoplasty: 4.1% of leads (12% then), ₽36k of gross profit each."
    )
    # The share of liposuction rose by 96/100 − 88/100 = 7.65 points: 0.0765 × (1,732.50 − 36,000) × 730 leads.
    assert said.figure("Y29") == pytest.approx(-1_915_000, rel=0.01)


def test_cheaper_leads_of_the_same_kinds_are_no_reason() -> None:
    kinds = {"Liposuction": (300, 9), "Rhinoplasty": (40, 20)}
    assert Said(clinic(kinds, kinds, (200_000, 270_000))).is_silent("Y29")


def test_leads_without_a_product_cannot_be_told_apart() -> None:
    marts = two_decembers()
    for year, spend in ((NOW, 100), (THEN, 1000)):
        marts.spend(FIFTH[year], "yandex_direct", "Search", spend)
        marts.leads(FIFTH[year], "yandex_direct", "Search", 40)
    assert Said(marts).is_unknown("Y29")


def channel(leads: tuple[int, int], sales: tuple[int, int], campaigns: tuple[str, str] = ("Search", "Search")) -> Marts:
    """Target leads and sales of one channel, now and then."""
    marts = two_decembers()
    for year, count, sold, campaign in zip((NOW, THEN), leads, sales, campaigns, strict=True):
        marts.leads(FIFTH[year], "yandex_direct", campaign, count, target=count)
        if sold:
            marts.sale(FIFTH[year], "yandex_direct", campaign, count=sold)
    return marts


def test_sixty_target_leads_without_a_sale_are_a_reason_to_match_phones() -> None:
    said = Said(channel((60, 100), (0, 10)))
    # At a tenth, known by a hundred leads, none of sixty: Beta(10, 90).
    assert said.text("Y30").startswith(
        "Yandex Direct: 60 leads and 0 sales. At the rates of the same campaigns in the earlier period about 6 were "
        "to be expected; so few have a probability of 0.73%."
    )
    assert "match the calls with the sales by phone numbers" in said.text("Y30")


def test_as_many_sales_as_usual_are_no_reason() -> None:
    assert Said(channel((60, 100), (5, 10))).is_silent("Y30")


def test_another_campaign_of_the_channel_is_not_held_to_the_rates_of_the_first() -> None:
    assert Said(channel((60, 100), (0, 30), ("Network", "Brand"))).is_silent("Y30")
