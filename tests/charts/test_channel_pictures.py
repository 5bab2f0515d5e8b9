"""Channels and products as pictures: doubt as whiskers, tiers as headings, the unknown never as zero."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.charts import channel_contribution, product_leads
from dashboard.charts.look import look_of
from dashboard.domain.period import Period
from dashboard.i18n import Language
from dashboard.reports import channels
from dashboard.reports.selection import Selection
from tests.reports.marts import Marts

DAY = date(2025, 6, 3)
TODAY = date(2025, 7, 20)
JUNE = Selection(Period(date(2025, 6, 1), date(2025, 6, 30)))
LOOK = look_of("light")
ENGLISH = Language("en")


@pytest.fixture
def marts() -> Marts:
    """One channel that earns 1200, one that lost 1000."""
    found = Marts()
    found.spend(DAY, "google_ads", "Brand", 400)
    found.sale(DAY, "google_ads", "Brand", revenue=100, cogs=60, count=40)
    found.spend(DAY, "vk_ads", "Reach", 1000)
    return found


def test_bars_carry_whiskers_and_stand_under_the_names_of_their_tiers(marts: Marts) -> None:
    drawn = channel_contribution.figure(channels.build(marts, JUNE, TODAY), LOOK, ENGLISH)
    (bars,) = drawn["data"]
    assert (bars["y"], bars["x"]) == (["Google Ads", "VK Ads"], [1200, -1000])
    assert bars["marker"]["color"] == [LOOK.good, LOOK.bad]
    assert [round(length) for length in bars["error_x"]["array"]] == [581, 120]
    texts = [mark["text"] for mark in drawn["layout"]["annotations"]]
    assert texts[-2:] == ["earns", "loses"]


def test_without_a_ranking_there_are_no_verdicts_in_colour(marts: Marts) -> None:
    marts.sale(DAY, "no_source", revenue=5000)
    drawn = channel_contribution.figure(channels.build(marts, JUNE, TODAY), LOOK, ENGLISH)
    assert set(drawn["data"][0]["marker"]["color"]) == {LOOK.accent}
    assert "earns" not in [mark["text"] for mark in drawn["layout"]["annotations"]]


def test_an_unknown_contribution_is_a_dash_and_not_a_bar(marts: Marts) -> None:
    marts.sale(DAY, "google_ads", "Brand", cogs=None)
    drawn = channel_contribution.figure(channels.build(marts, JUNE, TODAY), LOOK, ENGLISH)
    place = drawn["data"][0]["y"].index("Google Ads")
    assert drawn["data"][0]["x"][place] is None
    assert drawn["layout"]["annotations"][place]["text"] == "—"


def test_what_a_lead_brings_stands_over_what_it_costs() -> None:
    clinic = Marts()
    clinic.spend(DAY, "yandex_direct", "A", 500, product="Cheap")
    clinic.leads(DAY, "yandex_direct", "A", 10, product="Cheap")
    clinic.spend(DAY, "yandex_direct", "B", 600, product="Dear")
    clinic.leads(DAY, "yandex_direct", "B", 2, product="Dear")
    clinic.sale(DAY, "yandex_direct", "B", revenue=5000, cogs=2000, product="Dear")
    drawn = product_leads.figure(channels.build(clinic, JUNE, TODAY), LOOK, ENGLISH)
    brings, costs = drawn["data"]
    assert brings["y"] == ["Dear", "Cheap"]
    assert brings["x"] == [1200, -50]
    assert costs["x"] == [300, 50]
