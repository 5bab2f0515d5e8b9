"""A person is forgotten in every row and byte, and no figure moves; nothing brings them back."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import time
from pathlib import Path
from random import Random
from typing import Any

import duckdb
import pytest

from dashboard.domain.canonical import Kind
from dashboard.domain.client import ClientProfile
from dashboard.warehouse.namespace import Namespace
from dashboard.warehouse.store import Store
from tests.warehouse.conftest import Write, day, row, write_reading

ANNA, HER_MAIL, BORIS, OFFICE = (hashlib.sha256(name.encode()).hexdigest()[:32] for name in ("a", "m", "b", "o"))
CALLS = {
    "calls": [
        row("calls", call_id="1", phone_hash=ANNA, phone_tail="67", recording="https://rec.example/1", talk_seconds=90),
        row("calls", call_id=f"20260302-{ANNA}-5", started=day(2), phone_hash=ANNA, talk_seconds=90),
        row("calls", call_id="3", phone_hash=BORIS, phone_tail="11", talk_seconds=90),
    ]
}
DEALS = {
    "leads": [
        row("leads", lead_id="7", phone_hash=ANNA, email_hash=HER_MAIL, lost_reason="Anna moved away", phone_tail="67"),
        row("leads", lead_id="8", email_hash=HER_MAIL),
        row("leads", lead_id="9", phone_hash=BORIS),
    ],
    "sales": [
        row("sales", platform="bitrix24", order_id="7", phone_hash=ANNA, email_hash=HER_MAIL, revenue=500),
        row("sales", platform="bitrix24", order_id="9", phone_hash=BORIS, revenue=70),
    ],
}
REJECTS = ((4, "no day", "Anna; •••; ; called twice"), (5, "no day", "total; 5"))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Calls and deals of two persons."""
    folder = tmp_path_factory.mktemp("forgetting")
    profile = ClientProfile(slug="clinic", name="Clinic", currency="RUB", country="RU", timezone="Europe/Moscow")
    namespace = Namespace.create(folder / "clinic", profile)
    with namespace.store() as store:
        store.commit(write_reading(folder / "calls.duckdb", Kind.CALLS, CALLS), by="test")
        store.commit(write_reading(folder / "deals.duckdb", Kind.DEALS, DEALS, rejects=REJECTS), by="test")
    return namespace.root


@pytest.fixture
def told(made: Path, tmp_path: Path) -> Namespace:
    """A copy of it."""
    return Namespace(shutil.copytree(made, tmp_path / "clinic"))


def forgotten(namespace: Namespace, way: str = "phone", asked: str = ANNA) -> Any:
    with namespace.store() as store:
        return store.persons.forget(way, asked, by="test")


def figures(namespace: Namespace) -> list[tuple[Any, ...]]:
    """Every mart that people see, in full, built anew."""
    with namespace.store() as store:
        store._engine.rebuild(store._connection, None, store.profile())
        marts = ("funnel_day", "cohort_day", "attribution", "lag_day")
        return [tuple(store._connection.table(mart).order("all").fetchall()) for mart in marts]


def held_in(namespace: Namespace, text: str) -> list[str]:
    """The files of the namespace in which these bytes stand."""
    files = (path for path in namespace.root.rglob("*") if path.is_file())
    return [path.name for path in files if text.encode() in path.read_bytes()]


def test_what_there_is_of_a_person_is_said_before_and_changes_nothing(told: Namespace) -> None:
    with told.store() as store:
        known = store.persons.known("phone", ANNA)
    assert (known.calls, known.deals, known.orders, known.rows) == (2, 2, 1, 5)
    assert (known.others, known.shared, known.rejects) == (1, 0, 1)
    assert held_in(told, ANNA) == ["store.duckdb"]


def test_no_byte_of_a_forgotten_person_is_left_and_no_figure_moves(told: Namespace) -> None:
    before = figures(told)
    forgotten(told)
    assert figures(told) == before
    for text in (ANNA, HER_MAIL, "rec.example", "Anna moved away", "called twice"):
        assert held_in(told, text) == []
    assert held_in(told, BORIS) == ["store.duckdb"]
    with told.store() as store:
        assert [reject.content for reject in store.rejects(2)] == ["", "total; 5"]


def test_the_person_of_an_email_goes_with_the_phone_beside_it(told: Namespace) -> None:
    before = figures(told)
    forgotten(told, "email", HER_MAIL)
    assert (figures(told), held_in(told, ANNA)) == (before, [])


def test_an_email_of_several_persons_stays_with_the_others(told: Namespace, write: Write) -> None:
    shared = [
        row("leads", lead_id=number, phone_hash=phone, email_hash=OFFICE)
        for number, phone in (("20", ANNA), ("21", BORIS), ("22", None))
    ]
    with told.store() as store:
        store.commit(write(Kind.DEALS, {"leads": shared}), by="test")
        assert store.persons.known("phone", ANNA).shared == 1
    forgotten(told)
    with told.store() as store:
        left = store._connection.sql("select lead_id from raw_leads where email_hash is not null order by 1").fetchall()
        assert left == [("21",), ("22",)]
        built = store._connection.table("funnel_day").order("all").fetchall()
    assert built == list(figures(told)[0])


@pytest.mark.parametrize("undone", [False, True], ids=["again", "undone, and again"])
def test_the_same_file_does_not_bring_a_person_back(told: Namespace, write: Write, undone: bool) -> None:
    before = figures(told)
    forgotten(told)
    with told.store() as store:
        if undone:
            store.undo(1, by="test")
        calls = store.commit(write(Kind.CALLS, CALLS), by="test")
        deals = store.commit(write(Kind.DEALS, DEALS), by="test")
    assert (calls.status, deals.status) == ("imported" if undone else "unchanged", "unchanged")
    assert (figures(told), held_in(told, ANNA), held_in(told, HER_MAIL)) == (before, [], [])


def test_an_undo_of_a_later_import_brings_rows_back_without_the_person(told: Namespace, write: Write) -> None:
    changed = {"calls": [{**CALLS["calls"][0], "answered": False}]}
    with told.store() as store:
        store.commit(write(Kind.CALLS, changed), by="test")
    forgotten(told)
    with told.store() as store:
        store.undo(3, by="test")
        live = store._connection.sql("select answered, phone_hash from raw_calls where live and call_id = '1'")
        assert [(answered, name[:10]) for answered, name in live.fetchall()] == [(True, "forgotten-")]


def test_a_new_call_of_a_forgotten_person_is_counted_and_nobodys(told: Namespace, write: Write) -> None:
    forgotten(told)
    new = {"calls": [row("calls", call_id="44", phone_hash=ANNA, phone_tail="67", recording="https://rec.example/2")]}
    with told.store() as store:
        assert store.commit(write(Kind.CALLS, new), by="test").units["calls"]["new"] == 1
        found = store._connection.sql("select phone_hash, phone_tail, recording from raw_calls where call_id = '44'")
        [(name, tail, recording)] = found.fetchall()
    assert (name[:10], tail, recording) == ("forgotten-", None, "")
    assert held_in(told, ANNA) == []


def _killed_at(root: Path, after: float) -> None:
    child = os.fork()
    if not child:
        try:
            with Namespace.open(root).store() as store:
                store.persons.forget("phone", ANNA, by="test")
        finally:
            os._exit(0)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def test_a_kill_leaves_the_person_whole_or_gone_from_the_next_writer_on(told: Namespace, tmp_path: Path) -> None:
    chance, left = Random(2), set()  # noqa: S311 - a fixed seed is the point
    for number in range(8):
        namespace = Namespace(shutil.copytree(told.root, tmp_path / str(number)))
        _killed_at(namespace.root, chance.random() * 0.3)
        namespace.recover()
        with namespace.store() as store:
            assert len(store._connection.table("raw_calls")) == 3
            there = store.persons.known("phone", ANNA).calls
        left.add(there)
        assert bool(held_in(namespace, ANNA)) is (there == 2)
    assert left <= {0, 2}


def test_the_file_written_anew_keeps_every_table_and_its_rules(told: Namespace) -> None:
    def laid(store: Store) -> list[Any]:
        return store._connection.sql(
            "select table_name, constraint_text from duckdb_constraints() where database_name = 'store' order by all"
        ).fetchall()

    with told.store() as store:
        before = laid(store)
    forgotten(told)
    with told.store() as store:
        assert laid(store) == before
        assert not store._connection.sql("select compact_due from store_state").fetchall()[0][0]
        with pytest.raises(duckdb.ConstraintException):
            store._connection.execute("insert into forgotten select * from forgotten")
