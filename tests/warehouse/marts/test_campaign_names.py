"""One campaign under one name, whatever its files and links call it."""

from __future__ import annotations

from typing import Any

import pytest


def test_a_renamed_campaign_has_its_newest_name_on_all_its_days(store: Any) -> None:
    store.add("ad_day", campaign_key="71", campaign="Old name", day="2025-03-01", clicks=1, import_id=1)
    store.add("calls", call_id="1", started="2025-03-01 10:00", source="google", medium="cpc", campaign="Old name")
    store.rebuild()
    store.add("ad_day", campaign_key="71", campaign="New name", day="2025-03-09", clicks=2, import_id=2)
    store.rebuild_import(2)
    assert store.mart("funnel_day", "day", "campaign", "clicks", "calls") == [
        ("2025-03-01", "New name", 1, 1),
        ("2025-03-09", "New name", 2, 0),
    ]
    store.kill("ad_day", "import_id = 2")
    store.rebuild_import(2)
    assert store.mart("funnel_day", "day", "campaign", "clicks", "calls") == [("2025-03-01", "Old name", 1, 1)]


@pytest.mark.parametrize("said", ["71", "IMPLANTS", "Implants"])
def test_a_link_may_carry_the_campaigns_number_or_other_capitals(store: Any, said: str) -> None:
    store.add("ad_day", campaign_key="71", campaign="Implants", day="2025-03-01", clicks=1)
    store.add("calls", call_id="1", started="2025-03-01 10:00", source="google", medium="cpc", campaign=said)
    store.rebuild()
    assert store.mart("funnel_day", "campaign", "clicks", "calls") == [("Implants", 1, 1)]


def test_a_name_that_fits_two_campaigns_is_left_as_it_is(store: Any) -> None:
    store.add("ad_day", campaign_key="71", campaign="Brand", day="2025-03-01")
    store.add("ad_day", platform="vk_ads", source="vk", campaign_key="72", campaign="BRAND", day="2025-03-01")
    store.add("calls", call_id="1", started="2025-03-01 10:00", source="google", medium="cpc", campaign="brand")
    store.rebuild()
    assert store.mart("funnel_day", "campaign", "calls") == [("BRAND", 0), ("Brand", 0), ("brand", 1)]


def test_a_name_in_use_is_not_taken_for_another_campaigns_older_one(store: Any) -> None:
    store.add("ad_day", campaign_key="71", campaign="Spring", day="2025-03-01")
    store.add("ad_day", campaign_key="71", campaign="Summer", day="2025-06-01")
    store.add("ad_day", campaign_key="72", campaign="Spring", day="2025-06-01")
    store.add("calls", call_id="1", started="2025-06-01 10:00", source="google", medium="cpc", campaign="spring")
    store.rebuild()
    assert store.total("funnel_day", "calls", campaign="Spring") == 1
    assert store.mart("funnel_day", "campaign", "day")[0] == ("Spring", "2025-06-01")
