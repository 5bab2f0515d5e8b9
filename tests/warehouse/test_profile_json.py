"""A client's settings, kept and read, and changed by a file."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from dashboard.domain.client import ChannelRule, ClientProfile, Fee, ProductRule, VatRate
from dashboard.domain.errors import SettingsInvalid, WorkspaceNewer
from dashboard.warehouse.profile_json import differing, from_json, load_settings, to_json

PLAIN = ClientProfile(slug="clinic", name="Клиника", currency="RUB", country="RU", timezone="Europe/Moscow")
FULL = replace(
    PLAIN,
    language="ru",
    accent="#aa3355",
    attribution_window_days=30,
    vat_deductible=False,
    vat=(VatRate(date(2025, 1, 1), Decimal("0.20")), VatRate(date(2026, 1, 1), Decimal("0.22"))),
    margin=Decimal("0.4"),
    margin_by_product=(("Nose", Decimal("0.35")),),
    fees=(Fee(date(2026, 1, 1), Decimal("90000")),),
    channel_rules=(ChannelRule("email", source="sendsay"),),
    product_rules=(ProductRule("Nose", "rhino|нос"),),
    value_names={"нос": "Nose"},
    sales_books=("amocrm", "shopify"),
)


@pytest.mark.parametrize("profile", [PLAIN, FULL])
def test_a_profile_comes_back_as_it_was(profile: ClientProfile) -> None:
    assert from_json(to_json(profile)) == profile


def test_settings_of_an_older_program_take_the_defaults_for_what_they_lack() -> None:
    written = {"slug": "clinic", "name": "Клиника", "currency": "RUB", "country": "RU", "timezone": "Europe/Moscow"}
    assert from_json(json.dumps(written)) == PLAIN


def test_settings_of_a_newer_program_are_refused_by_name() -> None:
    written = json.loads(to_json(PLAIN)) | {"horoscope": "Leo"}
    with pytest.raises(WorkspaceNewer, match="horoscope"):
        from_json(json.dumps(written))


def test_a_settings_file_gives_the_settings_that_it_names(tmp_path: Path) -> None:
    path = tmp_path / "clinic.toml"
    path.write_text(
        """
        attribution_window_days = 30
        margin = 0.4
        vat_deductible = false
        [margin_by_product]
        Nose = "0.35"
        [value_names]
        "нос" = "Nose"
        [[vat]]
        since = 2026-01-01
        rate = 0.22
        [[fees]]
        since = "2026-01-01"
        per_month = 90000
        [[channel_rules]]
        channel = "email"
        source = "sendsay"
        [[product_rules]]
        product = "Nose"
        pattern = "rhino|нос"
        """,
        encoding="utf-8",
    )
    changed = replace(PLAIN, **load_settings(path))
    assert changed == replace(FULL, language="en", accent="", vat=FULL.vat[1:], sales_books=())
    assert differing(PLAIN, changed) >= {"margin", "vat", "fees"}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("horoscope = 1", "horoscope"),
        ('slug = "other"', "slug"),
        ("margin = 40", "margin"),
        ("margin = -0.1", "margin"),
        ('margin = "a lot"', "margin"),
        ("attribution_window_days = 1.5", "attribution_window_days"),
        ('vat_deductible = "yes"', "vat_deductible"),
        ("name = 5", "name"),
        ("[[vat]]\nsince = 2026-01-01", "vat"),
        ("[[fees]]\nsince = 2026-13-01\nper_month = 5", "read"),
        ('[[product_rules]]\nproduct = "x"\npattern = "("', "product_rules"),
        ('[[channel_rules]]\nchannel = "x"\nfrom = "y"', "channel_rules"),
        ("= broken", "read"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(tmp_path: Path, text: str, named: str) -> None:
    path = tmp_path / "clinic.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsInvalid) as refused:
        load_settings(path)
    assert named in str(refused.value)


def test_a_settings_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(SettingsInvalid, match=r"none\.toml"):
        load_settings(tmp_path / "none.toml")


def test_the_books_that_count_are_a_list(tmp_path: Path) -> None:
    path = tmp_path / "clinic.toml"
    path.write_text('sales_books = ["shopify"]', encoding="utf-8")
    assert load_settings(path) == {"sales_books": ("shopify",)}
    path.write_text('sales_books = "shopify"', encoding="utf-8")
    with pytest.raises(SettingsInvalid, match="not a list"):
        load_settings(path)
