"""Who called and was never spoken to, and how soon forms were answered."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import Any

import pytest

from dashboard.domain.client import OpenHours

CLICK = {"source": "google", "medium": "cpc", "campaign": "implants msk"}


def lost(store: Any) -> list[tuple[Any, ...]]:
    return store.mart("answer_day", "day", "channel", "callers", "callers_lost")


@pytest.mark.parametrize(
    ("later", "is_lost"),
    [
        (None, 1),
        ({"started": "2025-03-02 09:59", "direction": "out"}, 0),  # called back within 24 hours
        ({"started": "2025-03-02 10:01", "direction": "out"}, 1),  # too late
        ({"started": "2025-03-01 15:00"}, 0),  # rang again and was answered
        ({"started": "2025-03-01 15:00", "direction": "out", "answered": False}, 1),
        ({"started": "2025-03-01 10:00", "answered": False, "callback": True}, 0),
    ],
)
def test_a_caller_is_lost_who_is_not_connected_within_a_day(
    store: Any, later: dict[str, Any] | None, is_lost: int
) -> None:
    store.add("calls", call_id="1", started="2025-03-01 10:00", phone_hash="p1", answered=False, **CLICK)
    if later:
        store.add("calls", call_id="2", phone_hash="p1", **{**CLICK, **later})
    store.rebuild()
    assert ("2025-03-01", "google_ads", 1, is_lost) in lost(store)


def test_one_who_rings_three_times_in_vain_is_one_lost_caller(store: Any) -> None:
    for call in ("1", "2", "3"):
        store.add("calls", call_id=call, started=f"2025-03-01 1{call}:00", phone_hash="p1", answered=False, **CLICK)
    store.add("calls", call_id="4", started="2025-03-01 12:00", answered=False, **CLICK)  # withheld: somebody else
    store.rebuild()
    assert lost(store) == [("2025-03-01", "google_ads", 2, 2)]


def test_who_calls_while_nobody_is_there_is_not_lost_by_those_who_answer(store: Any) -> None:
    store.profile = replace(store.profile, working_hours=(OpenHours(1, time(9), time(18)),))
    store.add("calls", call_id="1", started="2025-03-03 20:00", phone_hash="p1", answered=False, **CLICK)  # a Monday
    store.add("calls", call_id="2", started="2025-03-03 10:00", phone_hash="p2", answered=False, **CLICK)
    store.rebuild()
    assert lost(store) == [("2025-03-03", "google_ads", 1, 1)]


def test_a_call_back_that_arrives_later_finds_its_caller_again(store: Any) -> None:
    store.add("calls", call_id="1", started="2025-03-01 10:00", phone_hash="p1", answered=False, **CLICK)
    store.rebuild()
    store.add_import(2, "calls")
    store.add("calls", import_id=2, call_id="2", started="2025-03-02 09:00", phone_hash="p1", direction="out", **CLICK)
    store.rebuild_import(2)
    assert lost(store) == [("2025-03-01", "google_ads", 1, 0)]


def test_a_form_answered_within_the_hour_is_told_from_a_later_one(store: Any) -> None:
    for lead, answered in (("1", "2025-03-01 10:40"), ("2", "2025-03-02 10:00"), ("3", None)):
        store.add("leads", lead_id=lead, way="form", created="2025-03-01 10:00", first_answer=answered, **CLICK)
    store.rebuild()
    assert store.mart("answer_day", "day", "channel", "timed", "timed_within_hour") == [
        ("2025-03-01", "google_ads", 2, 1)
    ]
