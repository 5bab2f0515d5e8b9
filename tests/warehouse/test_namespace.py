"""A namespace is made whole, migrated once, refused when newer, and read while somebody writes."""

from __future__ import annotations

import os
import shutil
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from dashboard.domain.canonical import Kind
from dashboard.domain.client import ClientProfile
from dashboard.domain.errors import (
    Busy,
    ClientExists,
    ClientUnknown,
    QueryMisused,
    SettingsInvalid,
    WorkspaceNewer,
    WorkspaceUnusable,
)
from dashboard.domain.reading import Reading
from dashboard.warehouse import opening, snapshots
from dashboard.warehouse.namespace import Namespace
from tests.warehouse.conftest import NoMarts, Write, ads


def test_a_new_namespace_has_its_settings_and_an_empty_snapshot(namespace: Namespace, profile: ClientProfile) -> None:
    warehouse = namespace.reader()
    assert (warehouse.version, warehouse.profile) == (1, profile)
    assert warehouse.imports() == []
    assert sorted(path.name for path in namespace.root.iterdir()) == ["snapshots", "store.duckdb", "temp"]


def test_a_namespace_is_not_made_twice(namespace: Namespace, profile: ClientProfile) -> None:
    with pytest.raises(ClientExists, match="clinic"):
        Namespace.create(namespace.root, profile)


def test_a_namespace_that_fails_in_the_making_leaves_nothing(
    tmp_path: Path, profile: ClientProfile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(snapshots, "publish", full)
    with pytest.raises(WorkspaceUnusable, match="no space left"):
        Namespace.create(tmp_path / "clinic", profile)
    assert list(tmp_path.iterdir()) == []


def test_a_change_that_finds_no_room_changes_nothing(tmp_path: Path, profile: ClientProfile, write: Write) -> None:
    full = False

    class Full(NoMarts):
        def rebuild(self, *_: object) -> None:
            if full:
                raise duckdb.OutOfMemoryException("no room")

    namespace = Namespace.create(tmp_path / "clinic", profile, Full())
    full = True
    with namespace.store() as store:
        with pytest.raises(WorkspaceUnusable, match="no room"):
            store.commit(write(Kind.ADS, ads((1, "A", 5))), by="anna")
        assert store.imports() == []
    assert namespace.version() == 1


def test_a_client_made_anew_under_an_old_name_shows_nothing_of_the_old_one(
    namespace: Namespace, profile: ClientProfile
) -> None:
    assert namespace.reader().profile.name == "Clinic"
    shutil.rmtree(namespace.root)
    again = Namespace.create(namespace.root, replace(profile, name="Another"))
    assert (again.reader().version, again.reader().profile.name) == (1, "Another")


def test_a_folder_without_a_store_is_no_client(tmp_path: Path) -> None:
    with pytest.raises(ClientUnknown):
        Namespace.open(tmp_path / "nobody")


def test_every_change_is_one_version_and_a_reader_keeps_its_own(namespace: Namespace, write: Write) -> None:
    before = namespace.reader()
    with namespace.store() as store:
        store.commit(write(Kind.ADS, ads((1, "A", 5))), by="anna")
    after = namespace.reader()
    assert (before.version, after.version, namespace.version()) == (1, 2, 2)
    assert (len(before.imports()), len(after.imports())) == (0, 1)
    assert namespace.reader() is after


def test_new_settings_are_in_the_next_version(namespace: Namespace, profile: ClientProfile) -> None:
    with namespace.store() as store:
        store.save_profile(profile, by="anna")
        assert namespace.version() == 1
        store.save_profile(replace(profile, language="ru"), by="anna")
        with pytest.raises(SettingsInvalid):
            store.save_profile(replace(profile, slug="other"), by="anna")
    assert namespace.reader().profile.language == "ru"


def test_only_settings_that_change_a_number_build_the_marts_anew(tmp_path: Path, profile: ClientProfile) -> None:
    built = []

    class Counting(NoMarts):
        def rebuild(self, connection: object, days: object, profile: ClientProfile) -> None:
            built.append(profile.attribution_window_days)

    namespace = Namespace.create(tmp_path / "clinic", profile, Counting())
    with namespace.store() as store:
        store.save_profile(replace(profile, language="ru", accent="#336699"), by="anna")
        store.save_profile(replace(profile, attribution_window_days=30), by="anna")
    assert built == [30]


def test_a_second_writer_is_told_to_wait(namespace: Namespace) -> None:
    with namespace.store(), pytest.raises(Busy, match="Nothing was changed"), namespace.store(wait_seconds=0.05):
        pass


def test_a_second_writer_takes_its_turn(namespace: Namespace, write: Write) -> None:
    readings = [write(Kind.ADS, ads((number, "A", 5))) for number in (1, 2)]
    barrier = threading.Barrier(2)

    def take(reading: Reading) -> None:
        barrier.wait()
        with namespace.store() as store:
            store.commit(reading, by="anna")

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(take, readings))
    assert namespace.version() == 3


def test_a_reader_can_touch_nothing_else_on_the_machine(namespace: Namespace, tmp_path: Path) -> None:
    warehouse = namespace.reader()
    connection = opening.read_only(warehouse.path)
    with connection:
        with pytest.raises(duckdb.PermissionException):
            connection.execute("select * from read_csv($path)", {"path": str(tmp_path / "secret.csv")})
        with pytest.raises(duckdb.InvalidInputException):
            connection.execute("create table x (y int)")
        with pytest.raises(duckdb.InvalidInputException):
            connection.execute("set enable_external_access = true")


def test_fetch_one_wants_one_row(namespace: Namespace) -> None:
    assert namespace.reader().fetch_one("snapshots/meta")["version"] == 1
    with pytest.raises(QueryMisused, match="one row"):
        namespace.reader().fetch_one("imports/imports")


def test_a_store_of_a_newer_program_is_left_alone(namespace: Namespace) -> None:
    path = namespace.root / "store.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("insert into schema_version values (9999, 'later', now()::timestamp)")
    before = path.read_bytes()
    with pytest.raises(WorkspaceNewer), namespace.store():
        pass
    assert path.read_bytes() == before


def test_a_snapshot_of_a_newer_program_is_not_read(namespace: Namespace) -> None:
    newer = snapshots.path_of(namespace.root / "snapshots", 2)
    newer.write_bytes(namespace.reader().path.read_bytes())
    with duckdb.connect(str(newer)) as connection:
        connection.execute("update meta set schema_version = 9999")
    with pytest.raises(WorkspaceNewer, match="9999"):
        namespace.reader()


def test_an_older_store_is_brought_up_once_and_published(
    tmp_path: Path, profile: ClientProfile, monkeypatch: pytest.MonkeyPatch
) -> None:
    namespace = Namespace.create(tmp_path / "clinic", profile)
    schema = tmp_path / "schema"
    schema.mkdir()
    for path in opening.SCHEMA.glob("*.sql"):
        (schema / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    number = opening.newest_schema() + 1
    (schema / f"{number:04d}_more.sql").write_text("alter table imports add column colour text;", encoding="utf-8")
    monkeypatch.setattr(opening.migrate, "__defaults__", (schema,))
    monkeypatch.setattr(opening.newest_schema, "__defaults__", (schema,))
    assert namespace.reader().schema_version == number
    assert namespace.version() == 2
    with namespace.store():
        pass
    assert namespace.version() == 2


def test_a_store_that_is_no_database_is_said_to_be_unusable(namespace: Namespace) -> None:
    (namespace.root / "store.duckdb").write_text("not a database", encoding="utf-8")
    with pytest.raises(WorkspaceUnusable, match=r"store\.duckdb"), namespace.store():
        pass


def test_version_counts_published_snapshots_only(namespace: Namespace) -> None:
    folder = namespace.root / "snapshots"
    (folder / "000009.part").touch()
    (folder / "notes.txt").touch()
    assert namespace.version() == 1
    assert os.listdir(folder)
