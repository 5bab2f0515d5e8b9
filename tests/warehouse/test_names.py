"""Decisions about names in the store: on the record for good, in the next snapshot, and of one client alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.domain.client import ClientProfile
from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.naming import Name, NameKind
from dashboard.warehouse.namespace import Namespace

POISK = Name(NameKind.CAMPAIGN, "google_ads", "poisk")


def test_a_decision_is_in_the_next_snapshot_with_who_and_when(namespace: Namespace) -> None:
    with namespace.store() as store:
        decided = store.names.decide(POISK, "Search", by="anna")
    assert namespace.reader().name_decisions() == (decided,)
    assert (decided.number, decided.meaning, decided.decided_by, decided.in_force) == (1, "Search", "anna", True)


def test_another_decision_of_a_name_takes_the_earlier_one_back_and_both_stay(namespace: Namespace) -> None:
    with namespace.store() as store:
        store.names.decide(POISK, "Search", by="anna")
        store.names.decide(replace(POISK, text="POISK"), "", by="boris")
        assert [(one.number, one.meaning, one.in_force, one.withdrawn_by) for one in store.names.every()] == [
            (2, "", True, ""),
            (1, "Search", False, "boris"),
        ]


def test_a_decision_is_taken_back_once_and_stays_on_the_record(namespace: Namespace) -> None:
    with namespace.store() as store:
        store.names.decide(POISK, "Search", by="anna")
        store.names.withdraw(1, by="boris")
        with pytest.raises(SettingsInvalid):
            store.names.withdraw(1, by="boris")
    (one,) = namespace.reader().name_decisions()
    assert (one.in_force, one.withdrawn_by) == (False, "boris")


def test_what_is_decided_as_it_stands_is_not_decided_again(namespace: Namespace) -> None:
    with namespace.store() as store:
        store.names.decide(POISK, "Search", by="anna")
        before = namespace.version()
        assert store.names.decide(POISK, "Search", by="boris").decided_by == "anna"
    assert namespace.version() == before


@pytest.mark.parametrize(
    ("name", "meaning"),
    [
        (replace(POISK, text=" "), "Search"),
        (replace(POISK, channel=""), "Search"),
        (Name(NameKind.PRODUCT, "google_ads", "nose"), "Nose"),
        (POISK, "Poisk"),
    ],
)
def test_what_is_no_name_or_means_itself_changes_nothing(namespace: Namespace, name: Name, meaning: str) -> None:
    with namespace.store() as store:
        with pytest.raises(SettingsInvalid):
            store.names.decide(name, meaning, by="anna")
        assert store.names.every() == ()


def test_two_clients_decide_apart(namespace: Namespace, tmp_path: Path, profile: ClientProfile) -> None:
    other = Namespace.create(tmp_path / "shop", replace(profile, slug="shop", name="Shop"))
    with namespace.store() as store:
        store.names.decide(POISK, "Search", by="anna")
    assert other.reader().name_decisions() == ()
