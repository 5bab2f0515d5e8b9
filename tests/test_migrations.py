"""Migrations are listed in order, split into statements, and refused when the data know more than the program."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from dashboard.domain.errors import WorkspaceNewer
from dashboard.migrations import available, pending, statements
from dashboard.warehouse.queries import QUERIES


def test_statements_end_at_semicolons_that_end_something() -> None:
    text = """-- First; or not.
create table a (b text default ';');  -- after; it
/* a remark; */ insert into a values ('it''s; fine');

-- the end;
"""
    first, second = statements(text)
    assert first.endswith("create table a (b text default ';');")
    assert second.endswith("insert into a values ('it''s; fine');")


def test_a_trigger_is_one_statement() -> None:
    text = "create trigger t after insert on a begin delete from a; delete from a; end; drop table a;"
    assert len(list(statements(text))) == 2


def test_the_statements_of_a_folder_run_in_sqlite_too(tmp_path: Path) -> None:
    (tmp_path / "0001_people.sql").write_text("create table people (name text); create index i on people (name);")
    (tmp_path / "0002_more.sql").write_text("alter table people add column mail text")
    with sqlite3.connect(tmp_path / "w.sqlite") as connection:
        for migration in pending(tmp_path, 0):
            for statement in migration.statements:
                connection.execute(statement)
        assert connection.execute("select name, mail from people").fetchall() == []
    connection.close()


def test_only_the_migrations_after_the_current_one_are_pending(tmp_path: Path) -> None:
    for number in (1, 2, 3):
        (tmp_path / f"000{number}_step.sql").write_text("select 1;")
    assert [(migration.number, migration.name) for migration in pending(tmp_path, 1)] == [(2, "step"), (3, "step")]
    assert pending(tmp_path, 3) == []


def test_data_of_a_newer_program_are_refused(tmp_path: Path) -> None:
    (tmp_path / "0001_step.sql").write_text("select 1;")
    with pytest.raises(WorkspaceNewer, match="schema 2; this one knows 1"):
        pending(tmp_path, 2)


@pytest.mark.parametrize(
    "names", [["0002_a.sql"], ["0001_a.sql", "0001_b.sql"], ["0001_a.sql", "0003_b.sql"], ["a.sql"]]
)
def test_a_folder_with_a_gap_or_a_double_is_refused(tmp_path: Path, names: list[str]) -> None:
    for name in names:
        (tmp_path / name).write_text("select 1;")
    with pytest.raises(ValueError, match=r"number|named"):
        available(tmp_path)


def test_the_stores_own_migrations_are_in_order() -> None:
    assert len(available(QUERIES / "schema" / "store")) >= 4
