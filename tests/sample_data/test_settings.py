"""The clients' settings name fields that a client has, and products that its files have."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields
from typing import Any

import pytest

from dashboard.domain.channels import CHANNELS
from dashboard.domain.client import ClientProfile
from sample_data import CLIENTS, settings_of
from sample_data.harbor.offer import GOODS, SOURCES
from sample_data.nord.offer import DIRECT, PROCEDURES


def settings(client: str) -> dict[str, Any]:
    return tomllib.loads(settings_of(client).read_text(encoding="utf-8"))


@pytest.mark.parametrize("client", CLIENTS)
def test_every_key_is_a_field_of_a_client(client: str) -> None:
    assert settings(client).keys() <= {field.name for field in fields(ClientProfile)}


@pytest.mark.parametrize("client", CLIENTS)
def test_rules_lead_to_channels_that_exist(client: str) -> None:
    assert {rule["channel"] for rule in settings(client).get("channel_rules", [])} <= CHANNELS.keys()


def test_every_good_has_a_margin() -> None:
    assert dict(settings("harbor")["margin_by_product"]).keys() == GOODS.keys()
    assert dict(settings("nord")["margin_by_product"]).keys() == PROCEDURES.keys()


def product_of(client: str, text: str) -> str:
    rules = settings(client)["product_rules"]
    return next((rule["product"] for rule in rules if re.search(rule["pattern"], text, re.IGNORECASE)), "")


def test_a_deals_title_and_a_campaigns_name_say_the_procedure() -> None:
    for procedure in PROCEDURES.values():
        assert {product_of("nord", title) for title in procedure.titles} == {procedure.product}
    assert {campaign.name: product_of("nord", campaign.name) for campaign in DIRECT} == {
        campaign.name: campaign.product for campaign in DIRECT
    }


def test_the_shops_campaigns_say_their_goods() -> None:
    names = [source.name for source in SOURCES if source.name]
    assert {name: product_of("harbor", name) for name in names if "Espresso" in name or "Heaters" in name} == {
        "Search | Water Heaters": "Tankless Water Heater",
        "Search | Espresso": "Espresso Machine",
        "Prospecting | Espresso": "Espresso Machine",
    }
