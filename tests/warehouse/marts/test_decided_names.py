"""A decided name brings leads and sales onto the campaign that cost the money; taking it back restores all."""

from __future__ import annotations

import random
from typing import Any

import duckdb
import pytest

from tests.warehouse.marts.conftest import CLINIC

DIRECT = {"source": "yandex", "medium": "cpc"}
NAME, MEANING = "poisk_rinoplastika_msk", "Поиск | Ринопластика | МСК"
NOW = "2025-04-01"


def decide(store: Any, name: str, meaning: str, channel: str = "yandex_direct", kind: str = "campaign") -> None:
    number = len(store.connection.table("name_decisions")) + 1
    store.connection.table("name_decisions").insert([number, kind, channel, name, meaning, NOW, "anna", None, None])


def withdraw(store: Any, number: int = 1) -> None:
    store.connection.table("name_decisions").update(
        {"withdrawn_at": duckdb.ConstantExpression(NOW), "withdrawn_by": duckdb.ConstantExpression("anna")},
        condition=duckdb.SQLExpression(f"number = {number}"),
    )


@pytest.fixture
def apart(store: Any) -> Any:
    """10 spent on one name; three leads and an order of 500 on another."""
    ads = {"platform": "yandex_direct", "source": "yandex", "medium": "cpc"}
    store.add("ad_day", day="2025-03-01", campaign_key="71", campaign=MEANING, clicks=5, spend=10, **ads)
    store.add("ad_day", day="2025-03-02", campaign_key="72", campaign="Бренд", clicks=1, spend=2, **ads)
    for number in (1, 2, 3):
        call = {"call_id": str(number), "phone_hash": f"p{number}", "started": f"2025-03-0{number} 10:00"}
        store.add("calls", **call, campaign=NAME, **DIRECT)
    store.add(
        "calls", call_id="9", phone_hash="p9", started="2025-03-01 10:00", campaign=NAME, source="vk", medium="cpc"
    )
    store.add("sales", order_id="1", sold="2025-03-05", phone_hash="p1", revenue=500)
    store.rebuild()
    return store


def of(store: Any, campaign: str) -> tuple[Any, ...]:
    where = {"channel": "yandex_direct", "campaign": campaign}
    return tuple(
        int(store.total("funnel_day", measure, **where)) for measure in ("spend", "leads", "orders", "revenue")
    )


def test_a_decided_name_brings_three_leads_and_an_order_onto_the_campaign_that_cost(apart: Any) -> None:
    assert (of(apart, MEANING), of(apart, NAME)) == ((10, 0, 0, 0), (0, 3, 1, 500))
    before = apart.marts()
    decide(apart, NAME.upper(), MEANING)
    apart.rebuild_import(0)
    assert (of(apart, MEANING), of(apart, NAME)) == ((10, 3, 1, 500), (0, 0, 0, 0))
    assert apart.total("cohort_day", "orders", campaign=MEANING) == 1
    assert apart.mart("attribution", "campaign") == [(MEANING,)]
    withdraw(apart)
    apart.rebuild_import(0)
    assert apart.marts() == before


def test_a_campaign_of_another_channel_keeps_the_same_name(apart: Any) -> None:
    decide(apart, NAME, MEANING)
    apart.rebuild_import(0)
    assert apart.total("funnel_day", "leads", channel="vk_ads", campaign=NAME) == 1


def test_what_is_rebuilt_is_what_the_name_touched_and_equals_rebuilding_everything(apart: Any) -> None:
    decide(apart, NAME, MEANING)
    assert apart.touched(0) == ["2025-03-01", "2025-03-02", "2025-03-03", "2025-03-05"]
    apart.rebuild_import(0)
    assert apart.touched(0) == []
    by_days = apart.marts()
    apart.rebuild()
    assert apart.marts() == by_days


def test_a_name_that_is_one_of_its_own_moves_nothing(apart: Any) -> None:
    before = apart.marts()
    decide(apart, NAME, "")
    assert apart.touched(0) == []
    apart.rebuild()
    assert apart.marts() == before


def test_a_meant_campaign_that_is_renamed_later_takes_its_leads_along(apart: Any) -> None:
    decide(apart, NAME, MEANING)
    apart.rebuild_import(0)
    ads = {"platform": "yandex_direct", "source": "yandex", "medium": "cpc", "import_id": 2}
    apart.add("ad_day", day="2025-03-09", campaign_key="71", campaign="Ринопластика", spend=1, **ads)
    apart.rebuild_import(2)
    assert of(apart, "Ринопластика") == (11, 3, 1, 500)
    assert of(apart, MEANING) == (0, 0, 0, 0)


def test_a_matched_lead_without_a_product_is_about_the_campaigns_product(store: Any) -> None:
    store.add("ad_day", day="2025-03-01", campaign_key="71", campaign="Implants", spend=10)
    store.add("calls", call_id="1", started="2025-03-09 10:00", source="google", medium="cpc", campaign="imp_msk")
    store.rebuild()
    decide(store, "imp_msk", "Implants", "google_ads")
    store.rebuild_import(0)
    assert store.mart("cohort_day", "campaign", "product", "leads") == [("Implants", "Implants", 1)]


def test_a_decided_product_comes_before_the_settings_and_goes_when_taken_back(store: Any) -> None:
    store.add("leads", lead_id="1", created="2025-03-01 10:00", phone_hash="p1", product="Ринопл. перв.")
    store.add("sales", order_id="1", sold="2025-03-02", phone_hash="p1", product="ринопл. перв.", revenue=9)
    store.add("sales", order_id="2", sold="2025-03-03", phone_hash="p2", product="Implant 3", revenue=9)
    store.rebuild()
    before = store.marts()
    decide(store, "Ринопл. перв.", "Ринопластика", "", "product")
    assert store.touched(0) == ["2025-03-01", "2025-03-02"]
    store.rebuild_import(0)
    assert store.total("funnel_day", "leads", product="Ринопластика") == 1
    assert store.total("funnel_day", "orders", product="Ринопластика") == 1
    assert store.total("funnel_day", "orders", product="Implants") == 1
    withdraw(store)
    store.rebuild_import(0)
    assert store.marts() == before


ADDED = ("impressions", "clicks", "spend", "calls", "forms", "leads", "target_leads", "orders", "revenue", "refunds")


def totals(store: Any) -> dict[tuple[str, str], list[Any]]:
    summed: dict[tuple[str, str], list[Any]] = {}
    for day, channel, *added in store.mart("funnel_day", "day", "channel", *ADDED):
        row = summed.setdefault((day, channel), [0] * len(ADDED))
        summed[day, channel] = [one + other for one, other in zip(row, added, strict=True)]
    return summed


@pytest.mark.parametrize("seed", range(3))
def test_no_match_of_campaigns_changes_a_total_of_a_channel_and_day(new_store: Any, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    store = new_store(CLINIC)
    names, sources = ["a", "B", "c", "7", ""], [("google", "cpc"), ("vk", "cpc"), ("(direct)", ""), ("", "")]
    for number in range(40):
        day, (source, medium) = f"2025-03-{chance.randint(1, 20):02}", chance.choice(sources)
        traffic = {"source": source, "medium": medium, "campaign": chance.choice(names)}
        person = {"phone_hash": f"p{chance.randint(1, 9)}"}
        store.add("ad_day", day=day, campaign_key=str(number % 8), campaign=chance.choice(names) or "x", spend=number)
        store.add("calls", call_id=str(number), started=f"{day} 10:00", **person, **traffic)
        store.add("leads", lead_id=str(number), created=f"{day} 11:00", **person, **traffic)
        store.add("sales", order_id=str(number), sold=day, revenue=number, **person, **traffic)
    store.rebuild()
    before, whole = totals(store), store.marts()
    decided = [(name, channel) for name in names if name for channel in ("google_ads", "vk_ads")]
    for name, channel in chance.sample(decided, 4):
        decide(store, name, chance.choice(["B", "c", "gone"]), channel)
        store.rebuild_import(0)
        assert totals(store) == before
    assert store.marts() != whole
    by_days = store.marts()
    store.rebuild()
    assert store.marts() == by_days
    for number in (1, 2, 3, 4):
        withdraw(store, number)
    store.rebuild_import(0)
    assert store.marts() == whole
