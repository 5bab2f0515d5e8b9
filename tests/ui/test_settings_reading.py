"""What is typed in the settings form, and what of it differs from the settings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest

from dashboard.domain.client import ClientProfile, Fee, OpenHours, VatRate
from dashboard.i18n import use
from dashboard.ui import settings_fields as fields
from dashboard.ui import settings_reading as reading

D = Decimal
NOVEMBER = date(2026, 11, 1)
SHOP = ClientProfile(
    "shop", "Shop", "USD", "US", "America/New_York",
    margin=D("0.375"),
    margin_by_product=(("Lamp", D("0.5")),),
    fees=(Fee(date(2026, 1, 1), D(300)),),
    vat=(VatRate(date(2025, 1, 1), D("0.2")),),
    working_hours=(OpenHours(1, time(9), time(13)), OpenHours(1, time(14), time(18))),
    agreed_age_by_source={"calls": 1},
)  # fmt: skip
SOURCES = ["ads/meta_ads", "calls/calltouch"]


@pytest.fixture(autouse=True, params=["en", "ru"])
def language(request: pytest.FixtureRequest) -> None:
    use(request.param)


def wanted(since: date | None = None, **typed: Any) -> reading.Wanted:
    return reading.wanted({**reading.filled(SHOP, SOURCES), **typed}, SHOP, since)


def test_what_nobody_touched_changes_nothing() -> None:
    found = wanted()
    assert (found.settings, found.problems) == ({}, {})


@pytest.mark.parametrize("typed", ["30", "30,0", " 30.00 % "])
def test_a_share_is_typed_with_a_point_or_a_comma(typed: str) -> None:
    assert wanted(margin=typed).settings == {"margin": D("0.3")}


def test_an_empty_margin_is_none_agreed() -> None:
    assert wanted(margin="").settings == {"margin": None}


def test_a_fee_from_a_day_on_holds_from_its_months_first_day() -> None:
    found = wanted(date(2026, 11, 12), fee_per_month="", fee_of_spend="10").settings
    assert found == {"fees": (SHOP.fees[0], Fee(NOVEMBER, of_spend=D("0.1")))}
    always = wanted(None, fee_per_month="400").settings
    assert always == {"fees": (Fee(date(2026, 1, 1), D(400)),)}


def test_hours_products_and_ages_are_read_line_by_line() -> None:
    found = wanted(
        **{"hours_1": "9-18", "hours_7": "", "margin_by_product": "Lamp = 50\nSofa = 62,5", "age:ads/meta_ads": "4"}
    ).settings
    assert found == {
        "working_hours": (OpenHours(1, time(9), time(18)),),
        "margin_by_product": (("Lamp", D("0.5")), ("Sofa", D("0.625"))),
        "agreed_age_by_source": {"calls": 1, "ads/meta_ads": 4},
    }


@pytest.mark.parametrize(
    ("field", "typed", "setting"),
    [
        ("margin", "much", "margin"),
        ("margin", "-5", "margin"),
        ("margin_by_product", "Lamp 50", "margin_by_product"),
        ("margin_by_product", "Lamp = 5\nLamp = 6", "margin_by_product"),
        ("hours_2", "all day", "working_hours"),
        ("hours_2", "9:00-25:00", "working_hours"),
        ("attribution_window_days", "1.5", "attribution_window_days"),
        ("fee_per_lead", "NaN", "fees"),
    ],
)
def test_what_cannot_be_read_is_said_and_not_guessed(field: str, typed: str, setting: str) -> None:
    found = wanted(**{field: typed})
    assert (set(found.settings), set(found.problems)) == (set(), {setting})


def test_a_field_says_what_the_settings_hold() -> None:
    filled = reading.filled(replace(SHOP, margin=None), SOURCES)
    assert (filled["margin"], filled["hours_1"]) == ("", "09:00–13:00, 14:00–18:00")
    assert (filled["age:ads/meta_ads"], filled["age:calls/calltouch"]) == ("", "1")
    assert fields.share(reading.filled(SHOP, SOURCES)["margin"]) == D("0.375")
