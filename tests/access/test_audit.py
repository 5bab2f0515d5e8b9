"""The record is only added to, and shows where somebody changed it behind the program's back."""

from __future__ import annotations

import threading

import pytest
from sqlalchemy.exc import SQLAlchemyError

from dashboard.access import audit
from dashboard.access.audit import Break, Head
from dashboard.access.store import AccessStore


def add(store: AccessStore, *whats: str) -> None:
    for what in whats:
        with store.writing() as connection:
            audit.record(connection, "anna@agency.example", what, client="nord", about="l1", came_from="203.0.113.7")


def behind_its_back(store: AccessStore, *statements: str) -> None:
    """Runs statements as somebody who has the file and takes the locks off first."""
    with store.writing() as connection:
        for trigger in ("changes", "deletes", "replaces"):
            connection.exec_driver_sql(f"drop trigger audit_{trigger}_no_line")
        for statement in statements:
            connection.exec_driver_sql(statement)


def test_lines_are_numbered_one_after_another_whoever_writes_at_once(store):
    before = audit.newest(store)[0].seq
    threads = [threading.Thread(target=add, args=(store, "link added", "link revoked")) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [line.seq for line in audit.newest(store, limit=8)] == list(range(before + 8, before, -1))
    assert isinstance(audit.verify(store), Head)


def test_an_event_that_has_no_words_is_not_recorded(store):
    with pytest.raises(ValueError, match="no event"):
        add(store, "something or other")


@pytest.mark.parametrize(
    "statement",
    [
        "update audit set who = 'nobody'",
        "delete from audit",
        "insert or replace into audit (id, at, who, what, seq) select id, at, 'nobody', what, seq from audit",
    ],
)
def test_the_database_refuses_to_change_or_delete_a_line(store, statement):
    with pytest.raises(SQLAlchemyError, match="only be added to"), store.writing() as connection:
        connection.exec_driver_sql(statement)


@pytest.mark.parametrize(
    ("statement", "shows_at"),
    [
        ("update audit set who = 'nobody' where seq = 4", 4),
        ("update audit set at = '2026-01-01T00:00:00.000000Z' where seq = 4", 4),
        ("delete from audit where seq = 4", 4),
        ("delete from audit where seq = 5", 5),
        ("update audit set chain = '' where seq <= 5", 6),
        ("update audit_head set seq = 4", 6),
    ],
)
def test_what_was_changed_behind_its_back_shows(store, statement, shows_at):
    add(store, "link added", "link opened", "link revoked")  # lines 3 to 5: two clients were added before
    behind_its_back(store, statement)
    assert audit.verify(store) == Break(shows_at)


def test_a_record_that_was_made_anew_shows_by_a_head_noted_elsewhere(store):
    add(store, "link added", "link revoked")
    noted = audit.verify(store)
    assert audit.verify(store, noted) == noted
    add(store, "link added")
    assert isinstance(audit.verify(store, noted), Head)
    behind_its_back(store, "delete from audit", "update audit_head set seq = 0, chain = ''")
    add(store, "link added", "link revoked", "link added", "link added", "link added")
    assert isinstance(audit.verify(store), Head)
    assert audit.verify(store, noted) == Break(4)


def test_lines_from_before_the_chain_are_numbered_and_the_chain_goes_on_from_them(store):
    behind_its_back(store, "update audit set chain = ''", "update audit_head set chain = ''")
    add(store, "link added")
    assert audit.verify(store).seq == 3
