"""What the settings make of single values."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from dashboard.domain.client import ChannelRule, ClientProfile, ProductRule, VatRate
from dashboard.warehouse.marts import side_tables

PROFILE = ClientProfile(
    slug="shop",
    name="Shop",
    currency="USD",
    country="US",
    timezone="America/New_York",
    vat=(VatRate(date(2025, 1, 1), Decimal("0.20")), VatRate(date(2026, 1, 1), Decimal("0.22"))),
    margin=Decimal("0.25"),
    margin_by_product=(("Lamp", Decimal("0.4")),),
    channel_rules=(ChannelRule("offline", source="^radio$"),),
    product_rules=(ProductRule("Lamp", "lamp|light"), ProductRule("Sofa", "sofa")),
    value_names={"LMP-7": "Lamp", "light sofa": "Sofa"},
)


def test_a_touch_is_a_source_of_its_own_or_direct_or_none() -> None:
    traffic = [("google", "cpc", "lamp"), ("(direct)", "", ""), ("", "", ""), ("radio", "", "")]
    assert [row[3:] for row in side_tables.traffic_channels(traffic, PROFILE)] == [
        ("google_ads", 2),
        ("direct", 1),
        ("no_source", 0),
        ("offline", 2),
    ]


def test_a_campaign_has_a_product_only_where_a_rule_finds_one() -> None:
    assert side_tables.campaign_products(["Night LIGHTS", "brand"], PROFILE) == [("Night LIGHTS", "Lamp")]


def test_a_products_agreed_name_comes_before_the_rules_and_the_rules_before_its_own() -> None:
    names = dict(side_tables.product_names(dict.fromkeys(["LMP-7", "light sofa", "Sofa bed", "Chair"]), PROFILE))
    assert names == {"LMP-7": "Lamp", "light sofa": "Sofa", "Sofa bed": "Sofa", "Chair": "Chair"}


def test_what_a_person_decided_of_a_product_comes_before_all() -> None:
    assert side_tables.product_names({"LMP-7": "Chair"}, PROFILE) == [("LMP-7", "Chair")]


def test_a_products_own_margin_comes_before_the_clients() -> None:
    shares = {product: share for _, product, share in side_tables.cost_shares(["Lamp", "Chair"], PROFILE)}
    assert shares == {"Lamp": Decimal("0.6"), "Chair": Decimal("0.75")}


def test_vat_is_that_of_the_day_and_nothing_before_the_first_rate() -> None:
    rates = [side_tables.vat_rate(PROFILE.vat, date(year, 1, 1)) for year in (2024, 2025, 2026)]
    assert rates == [Decimal(0), Decimal("0.20"), Decimal("0.22")]


def test_only_the_clients_own_currency_needs_no_rate() -> None:
    day = date(2025, 1, 1)
    amounts = [(day, "", False, None), (day, "USD", True, Decimal(9)), (day, "EUR", False, Decimal(2)),
               (day, "GBP", False, None)]  # fmt: skip
    assert [(row[1], row[3]) for row in side_tables.money_factors(amounts, PROFILE)] == [
        ("", Decimal(1)),
        ("USD", Decimal("0.833333333333")),
        ("EUR", Decimal(2)),
    ]


def test_other_currencies_have_one_rate_a_day_whatever_holds_vat() -> None:
    day = date(2025, 1, 1)
    amounts = [(day, "", False, None), (day, "CHF", True, Decimal(8)), (day, "CHF", False, Decimal(8)),
               (day, "GBP", False, None), (day, PROFILE.currency, False, None)]  # fmt: skip
    assert side_tables.foreign_units(amounts, PROFILE) == [(day, "CHF", Decimal("0.125"))]
