"""The store: brought up to date once, refused when newer, whole after every failure."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from dashboard.access import audit
from dashboard.access.clients import Client, Clients
from dashboard.access.store import SCHEMA, AccessStore
from dashboard.domain.errors import ClientExists, ClientUnknown, WorkspaceNewer, WorkspaceUnusable
from dashboard.migrations import pending


def versions(root: Path) -> list[int]:
    with closing(sqlite3.connect(root / "workspace.sqlite")) as connection:
        return [number for (number,) in connection.execute("select number from schema_version order by number")]


def test_migrations_run_once(tmp_path):
    every = [migration.number for migration in pending(SCHEMA, 0)]
    for _ in range(2):
        AccessStore(tmp_path).close()
        assert versions(tmp_path) == every


def test_a_newer_workspace_is_refused_and_left_alone(tmp_path):
    AccessStore(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / "workspace.sqlite")) as connection, connection:
        connection.execute("insert into schema_version values (9999, '2099-01-01')")
    with pytest.raises(WorkspaceNewer):
        AccessStore(tmp_path)
    assert versions(tmp_path)[-1] == 9999


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path):
    (tmp_path / "workspace.sqlite").write_text("a letter to mother" * 100)
    with pytest.raises(WorkspaceUnusable):
        AccessStore(tmp_path)
    assert (tmp_path / "workspace.sqlite").read_text().startswith("a letter to mother")


def test_processes_that_start_at_once_migrate_once(tmp_path):
    code = "import sys, pathlib; from dashboard.access.store import AccessStore; AccessStore(pathlib.Path(sys.argv[1]))"
    root = Path(__file__).resolve().parents[2]
    started = [subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], cwd=root) for _ in range(3)]
    assert [process.wait(60) for process in started] == [0, 0, 0]
    assert versions(tmp_path) == [migration.number for migration in pending(SCHEMA, 0)]


def test_another_url_may_hold_the_store(tmp_path):
    store = AccessStore(tmp_path / "nowhere", url=f"sqlite:///{tmp_path / 'other.sqlite'}")
    assert store.is_readable()
    store.close()


def test_a_store_whose_tables_are_gone_says_that_it_is_unreadable(store, tmp_path):
    assert store.is_readable()
    with closing(sqlite3.connect(tmp_path / "workspace.sqlite")) as connection, connection:
        connection.execute("alter table clients rename to lost")
    assert not store.is_readable()


def test_a_change_that_fails_leaves_nothing_behind(store):
    def fail_halfway() -> None:
        with store.writing() as connection:
            audit.record(connection, "test", "link added")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_halfway()
    assert "link added" not in {change.what for change in audit.newest(store)}


def test_a_reader_waits_for_no_writer(store):
    with store.writing() as connection:
        audit.record(connection, "test", "link added")
        assert len(Clients(store).all()) == 2


def test_clients_are_listed_by_name_and_archived_ones_are_not(store):
    assert [client.slug for client in Clients(store).all()] == ["nord", "harbor"]
    Clients(store).archive("nord", by="test")
    assert [client.slug for client in Clients(store).all()] == ["harbor"]
    with pytest.raises(ClientUnknown):
        Clients(store).archive("nord", by="test")


@pytest.mark.parametrize("again", [Client("nord", "Another"), Client("another", "Clinic Nord")])
def test_a_client_is_registered_once(store, again):
    with pytest.raises(ClientExists):
        Clients(store).add(again, by="test")


def test_a_command_that_ends_beside_a_server_takes_nothing_away_from_it(tmp_path):
    # A server opens its workspace more than once; a process that then comes and goes must not find the journal unheld.
    first = AccessStore(tmp_path)
    with first.reading() as connection:
        connection.execute(text("select count(*) from clients"))
    AccessStore(tmp_path).close()
    command = f"""
import sys
from pathlib import Path
from dashboard.access.clients import Client, Clients
from dashboard.access.store import AccessStore
store = AccessStore(Path({str(tmp_path)!r}))
Clients(store).add(Client(sys.argv[1], sys.argv[1]), by="test")
store.close()
"""
    for count, name in enumerate(("pine", "oak"), start=1):
        subprocess.run([sys.executable, "-c", command, name], check=True)
        with first.reading() as connection:
            assert connection.execute(text("select count(*) from clients")).scalar_one() == count
    first.close()
