"""What weighs how much."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from dashboard.domain.client import ClientProfile
from dashboard.domain.health import Finding, State, Weight, in_order, owner_of, state_of
from dashboard.domain.phrase import say


def finding(name: str, weight: Weight, worth: int | None = None, since: date | None = None) -> Finding:
    amount = None if worth is None else Decimal(worth)
    return Finding(name, weight, say("what"), say("do"), "Agency", "upload", since, amount)


def test_one_fault_makes_the_data_unhealthy_and_a_remark_does_not() -> None:
    assert state_of([]) is State.HEALTHY
    assert state_of([finding("a", Weight.LOOK)]) is State.REMARKS
    assert state_of([finding("a", Weight.LOOK), finding("b", Weight.FAULT)]) is State.UNHEALTHY


def test_faults_come_first_then_money_then_what_is_oldest() -> None:
    found = in_order(
        [
            finding("look", Weight.LOOK, 900),
            finding("new", Weight.FAULT, None, date(2026, 11, 5)),
            finding("old", Weight.FAULT, None, date(2026, 11, 1)),
            finding("dear", Weight.FAULT, 5),
        ]
    )
    assert [one.id for one in found] == ["dear", "old", "new", "look"]


@pytest.mark.parametrize(
    ("kind", "owner"), [("ads", "Agency"), ("calls", "Agency"), ("deals", "Client"), ("orders", "Client")]
)
def test_the_agency_exports_and_the_client_answers(kind: str, owner: str) -> None:
    assert owner_of(kind) == owner


def test_the_agreed_age_is_the_narrowest_that_was_agreed() -> None:
    profile = ClientProfile(
        slug="a", name="A", currency="USD", country="US", timezone="UTC", agreed_age_days=2,
        agreed_age_by_source={"ads/meta_ads": 4, "calls": 1, "amocrm": 7},
    )  # fmt: skip
    assert profile.agreed_age("ads", "meta_ads") == 4
    assert profile.agreed_age("ads", "google_ads") == 2
    assert profile.agreed_age("calls", "callrail") == 1
    assert profile.agreed_age("deals", "amocrm") == 7
