"""Mappings in the store: every version stays, and readers see what is in force without waiting for a writer."""

from __future__ import annotations

import pytest

from dashboard.domain.errors import SettingsInvalid
from dashboard.warehouse.namespace import Namespace

FIRST, SECOND = 'kind = "orders"\n', 'kind = "ads"\n'


def test_a_saved_mapping_is_in_the_next_snapshot(namespace: Namespace) -> None:
    with namespace.store() as store:
        saved = store.mappings.save(" The  till ", FIRST, by="anna")
        assert namespace.reader().mappings() == (saved,)
    assert (saved.number, saved.version, saved.name, saved.contents) == (1, 1, "The till", FIRST)


def test_every_version_stays_on_record_and_the_newest_counts(namespace: Namespace) -> None:
    with namespace.store() as store:
        store.mappings.save("Till", FIRST, by="anna")
        store.mappings.save("Front till", SECOND, by="boris", number=1)
    (standing,) = namespace.reader().mappings()
    assert (standing.name, standing.contents, standing.version) == ("Front till", SECOND, 2)
    assert [(one.version, one.name, one.saved_by) for one in namespace.reader().mapping_versions()] == [
        (2, "Front till", "boris"),
        (1, "Till", "anna"),
    ]


def test_a_removed_mapping_is_out_of_use_on_record_and_can_be_put_back(namespace: Namespace) -> None:
    with namespace.store() as store:
        store.mappings.save("Till", FIRST, by="anna")
        store.mappings.remove(1, by="boris")
        assert store.mappings.in_force() == ()
        with pytest.raises(SettingsInvalid):
            store.mappings.remove(1, by="boris")
        store.mappings.save("Till", FIRST, by="anna", number=1)
    assert [(one.version, one.removed) for one in namespace.reader().mapping_versions()] == [
        (3, False), (2, True), (1, False),
    ]  # fmt: skip


def test_what_is_saved_as_it_stands_makes_no_version(namespace: Namespace) -> None:
    with namespace.store() as store:
        store.mappings.save("Till", FIRST, by="anna")
        before = namespace.version()
        assert store.mappings.save("Till", FIRST, by="boris", number=1).saved_by == "anna"
    assert namespace.version() == before


@pytest.mark.parametrize("name", ["", "  ", "TILL", "x" * 81])
def test_a_name_that_cannot_be_used_changes_nothing(namespace: Namespace, name: str) -> None:
    with namespace.store() as store:
        store.mappings.save("Till", FIRST, by="anna")
        with pytest.raises(SettingsInvalid):
            store.mappings.save(name, SECOND, by="anna")
        assert len(store.mappings.in_force()) == 1
