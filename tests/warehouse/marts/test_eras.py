"""Settings that hold from a day on: each day by those of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest

from dashboard.domain.client import OpenHours, VatRate

MARCH_10 = date(2025, 3, 10)
GOOGLE = {"source": "google", "medium": "cpc", "campaign": "implants msk"}
VK = {"source": "vk", "medium": "cpc", "campaign": "whitening"}


def test_a_margin_from_a_day_on_leaves_the_days_before_as_they_were(store: Any) -> None:
    store.profile = replace(store.profile, margin=Decimal("0.4")).with_dated(MARCH_10, margin=Decimal("0.3"))
    store.add("sales", order_id="1", sold="2025-03-09", revenue=100)
    store.add("sales", order_id="2", sold="2025-03-10", revenue=100)
    store.rebuild()
    assert store.mart("funnel_day", "day", "cogs") == [("2025-03-09", 60), ("2025-03-10", 70)]


def test_vat_that_is_no_longer_deducted_stays_in_spend_from_that_day(store: Any) -> None:
    store.profile = store.profile.with_dated(MARCH_10, vat_deductible=False)
    store.profile = replace(store.profile, vat=(VatRate(date(2020, 1, 1), Decimal("0.2")),))
    store.add("ad_day", day="2025-03-09", campaign="a", spend=120, includes_vat=True)
    store.add("ad_day", day="2025-03-10", campaign="a", spend=120, includes_vat=True)
    store.rebuild()
    assert store.mart("funnel_day", "day", "spend") == [("2025-03-09", 100), ("2025-03-10", 120)]


@pytest.mark.parametrize(
    ("rule", "credited"),
    [
        ("own_or_last_touch", ("vk_ads", "own")),
        ("own_only", ("vk_ads", "own")),
        ("last_touch", ("meta_ads", "last_touch")),
        ("first_touch", ("google_ads", "first_touch")),
    ],
)
def test_an_order_is_credited_as_the_rule_says(store: Any, rule: str, credited: tuple[str, str]) -> None:
    store.profile = replace(store.profile, attribution_rule=rule)
    store.add("calls", call_id="1", started="2025-03-01 10:00", phone_hash="p1", **GOOGLE)
    store.add("calls", call_id="2", started="2025-03-05 10:00", phone_hash="p1", source="facebook", medium="cpc")
    store.add("sales", order_id="1", sold="2025-03-10", phone_hash="p1", revenue=100, **VK)
    store.rebuild()
    assert store.mart("attribution", "channel", "rule") == [credited]


@pytest.mark.parametrize("rule", ["last_touch", "first_touch"])
def test_a_touch_before_the_window_counts_by_no_rule(store: Any, rule: str) -> None:
    store.profile = replace(store.profile, attribution_rule=rule, attribution_window_days=5)
    store.add("calls", call_id="1", started="2025-03-01 10:00", phone_hash="p1", **GOOGLE)
    store.add("sales", order_id="1", sold="2025-03-10", phone_hash="p1", revenue=100, **VK)
    store.rebuild()
    assert store.mart("attribution", "channel", "rule") == [("vk_ads", "own")]


def test_own_source_only_leaves_an_order_without_one_to_no_source(store: Any) -> None:
    store.profile = replace(store.profile, attribution_rule="own_only")
    store.add("calls", call_id="1", started="2025-03-01 10:00", phone_hash="p1", **GOOGLE)
    store.add("sales", order_id="1", sold="2025-03-10", phone_hash="p1", revenue=100)
    store.rebuild()
    assert store.mart("attribution", "channel", "rule") == [("no_source", "none")]


def test_an_attribution_window_from_a_day_on_holds_for_sales_from_that_day(store: Any) -> None:
    store.profile = store.profile.with_dated(MARCH_10, attribution_window_days=3)
    for order, person, sold in (("1", "p1", "2025-03-09"), ("2", "p2", "2025-03-11")):
        store.add("calls", call_id=order, started="2025-03-01 10:00", phone_hash=person, **GOOGLE)
        store.add("sales", order_id=order, sold=sold, phone_hash=person, revenue=100)
    store.rebuild()
    assert store.mart("attribution", "sold", "channel") == [("2025-03-09", "google_ads"), ("2025-03-11", "no_source")]


def test_the_rule_for_a_target_lead_is_that_of_the_leads_day(store: Any) -> None:
    store.profile = store.profile.with_dated(MARCH_10, target_talk_seconds=60, target_forms=True)
    for call, day in (("1", "09"), ("2", "10")):
        store.add("calls", call_id=call, started=f"2025-03-{day} 10:00", talk_seconds=40, **GOOGLE)
        store.add("leads", lead_id=call, way="form", created=f"2025-03-{day} 12:00", **GOOGLE)
    store.rebuild()
    assert store.mart("funnel_day", "day", "leads", "leads_marked", "target_leads") == [
        ("2025-03-09", 2, 1, 1),
        ("2025-03-10", 2, 2, 1),
    ]


def test_a_call_outside_the_working_hours_is_not_missed(store: Any) -> None:
    monday = OpenHours(1, time(9), time(18))
    store.profile = store.profile.with_dated(MARCH_10, working_hours=(monday,))  # 2025-03-10 is a Monday
    for call, moment in enumerate(("2025-03-09 20:00", "2025-03-10 08:59", "2025-03-10 17:59", "2025-03-10 18:00")):
        store.add("calls", call_id=str(call), started=moment, answered=False, **GOOGLE)
    store.rebuild()
    assert store.mart("funnel_day", "day", "calls", "calls_off_hours", "calls_missed") == [
        ("2025-03-09", 1, 0, 1),
        ("2025-03-10", 3, 2, 1),
    ]


def test_days_with_settings_of_their_own_come_out_alike_however_they_are_rebuilt(store: Any) -> None:
    store.profile = replace(store.profile, margin=Decimal("0.4")).with_dated(MARCH_10, margin=Decimal("0.3"))
    store.add("sales", order_id="1", sold="2025-03-09", revenue=100)
    store.rebuild()
    store.add("sales", order_id="2", sold="2025-03-10", revenue=100)
    store.rebuild("2025-03-10")
    by_day = store.marts()
    store.rebuild()
    assert store.marts() == by_day
