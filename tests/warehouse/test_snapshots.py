"""Snapshots: whole or not there, never overwritten, removed when old, and made anew after a crash."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dashboard.domain.canonical import Kind
from dashboard.domain.errors import FileRefused, WorkspaceUnusable
from dashboard.domain.reading import Outcome
from dashboard.warehouse import snapshots
from dashboard.warehouse.marts import MARTS, DuckDBMarts
from dashboard.warehouse.namespace import Namespace
from dashboard.warehouse.opening import read_only
from tests.warehouse.conftest import Write, ads, live


class PulledPlug(Exception):
    """The machine stopped here."""


def folder_of(namespace: Namespace) -> Path:
    return namespace.root / "snapshots"


def test_a_snapshot_has_the_marts_the_settings_and_the_imports_and_no_raw_row(namespace: Namespace) -> None:
    with read_only(namespace.reader().path) as connection:
        tables = {name for (name,) in connection.execute("select table_name from duckdb_tables()").fetchall()}
    kept = {"imports", "mappings", "name_decisions", "import_day", "import_campaign", "published_month"}
    assert tables == {*MARTS, *kept, "profile", "logos", "meta"}


def test_a_snapshot_says_what_built_it_and_when(namespace: Namespace) -> None:
    warehouse = namespace.reader()
    assert abs((datetime.now(UTC) - warehouse.built_at).total_seconds()) < 300
    assert warehouse.fetch_one("snapshots/meta")["program"].startswith("sverka")


def test_reports_read_of_each_import_what_came_of_it(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        store.commit(write(Kind.ADS, ads((1, "A", 5)), file="march.csv"), by="anna")
        store.undo(1, by="boris")
    (record,) = namespace.reader().imports()
    assert (record.file, record.status, record.rows_kept, record.undone_by) == ("march.csv", "imported", 1, "boris")


def test_marts_of_a_snapshot_show_what_was_imported(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        store.commit(write(Kind.ADS, ads((1, "A", 5), (2, "B", 7))), by="anna")
    with read_only(namespace.reader().path) as connection:
        assert connection.execute("select cast(sum(spend) as integer) from funnel_day").fetchall() == [(12,)]


def test_a_crash_before_publishing_is_made_good_by_the_next_writer(
    namespace: Namespace, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unplugged(*_: object) -> Path:
        raise PulledPlug

    with monkeypatch.context() as patched:
        patched.setattr(snapshots, "publish", unplugged)
        with namespace.store() as store, pytest.raises(PulledPlug):
            store.commit(write(Kind.ADS, ads((1, "A", 5))), by="anna")
    assert namespace.reader().version == 1
    namespace.recover()
    assert namespace.reader().version == 2
    assert len(namespace.reader().imports()) == 1


def test_a_crash_while_publishing_leaves_the_old_snapshot_and_no_rubbish(
    namespace: Namespace, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unplugged(_: Path) -> None:
        raise PulledPlug

    with monkeypatch.context() as patched:
        patched.setattr(snapshots, "_force_to_disk", unplugged)
        with namespace.store() as store, pytest.raises(PulledPlug):
            store.commit(write(Kind.ADS, ads((1, "A", 5))), by="anna")
    assert namespace.version() == 1
    namespace.recover()
    assert sorted(os.listdir(folder_of(namespace))) == ["000001.duckdb", "000002.duckdb"]


def test_a_change_whose_snapshot_finds_no_room_is_kept_and_published_later(
    namespace: Namespace, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: Path) -> None:
        raise OSError("no space left")

    with monkeypatch.context() as patched:
        patched.setattr(snapshots, "_force_to_disk", full)
        with namespace.store() as store, pytest.raises(WorkspaceUnusable, match="The change is kept"):
            store.commit(write(Kind.ADS, ads((1, "A", 5))), by="anna")
    namespace.recover()
    assert len(namespace.reader().imports()) == 1


def test_files_taken_in_together_make_one_snapshot(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        with store.together():
            store.commit(write(Kind.ADS, ads((1, "A", 5), (2, "A", 7))), by="anna")
            store.commit(write(Kind.ADS, ads((2, "A", 70))), by="anna")
            assert namespace.version() == 1
        assert len(snapshots.numbers(folder_of(namespace))) == 2
    with read_only(namespace.reader().path) as connection:
        assert connection.execute("select cast(sum(spend) as integer) from funnel_day").fetchall() == [(75,)]
    assert len(namespace.reader().imports()) == 2


def test_a_refused_file_among_several_keeps_those_before_it(namespace: Namespace, write: Write) -> None:
    good = write(Kind.ADS, ads((1, "A", 5)))
    with namespace.store() as store, store.together():
        store.commit(good, by="anna")
        with pytest.raises(FileRefused):
            store.commit(replace(good, outcome=Outcome.REFUSED), by="anna")
    assert len(namespace.reader().imports()) == 1


def test_a_crash_between_files_taken_in_together_is_made_good_by_the_next_writer(
    namespace: Namespace, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unplugged(*_: object) -> None:
        raise PulledPlug

    with monkeypatch.context() as patched:
        patched.setattr(DuckDBMarts, "touched_days", unplugged)
        with namespace.store() as store, pytest.raises(PulledPlug), store.together():
            store.commit(write(Kind.ADS, ads((1, "A", 5))), by="anna")
    assert namespace.reader().version == 1
    namespace.recover()
    with read_only(namespace.reader().path) as connection:
        assert connection.execute("select cast(sum(spend) as integer) from funnel_day").fetchall() == [(5,)]


def test_a_published_snapshot_is_never_written_again(namespace: Namespace) -> None:
    with namespace.store() as store, pytest.raises(FileExistsError):
        snapshots.publish(store._connection, folder_of(namespace), 1, "sverka")


def test_lost_snapshots_are_made_anew(namespace: Namespace) -> None:
    snapshots.path_of(folder_of(namespace), 1).unlink()
    assert namespace.reader().version == 1


def test_a_store_put_back_from_a_copy_is_published_above_the_snapshots_that_are_there(
    namespace: Namespace, write: Write
) -> None:
    copy = (namespace.root / "store.duckdb").read_bytes()
    with namespace.store() as store:
        store.commit(write(Kind.ADS, ads((1, "A", 5))), by="anna")
        store.commit(write(Kind.ADS, ads((2, "A", 6))), by="anna")
    (namespace.root / "store.duckdb").write_bytes(copy)
    assert live(namespace) == []
    assert namespace.reader().version == 4
    assert namespace.reader().imports() == []


def test_a_long_statement_draws_no_bar_on_standard_output(namespace: Namespace, tmp_path: Path) -> None:
    asked = "select current_setting('enable_progress_bar') and current_setting('enable_progress_bar_print')"
    with namespace.store() as store:
        assert store._connection.execute(asked).fetchall() == [(False,)]
    copied = Path(shutil.copy(namespace.reader().path, tmp_path / "copied.duckdb"))  # nobody has it open yet
    with read_only(copied) as first, read_only(copied) as second:
        assert first.execute(asked).fetchall() == [(False,)]
        assert second.execute("select 1").fetchall() == [(1,)]  # opened beside one that has locked the settings


def test_old_snapshots_go_after_their_grace_and_the_newest_two_stay(tmp_path: Path) -> None:
    for version in (1, 2, 3, 4, 5):
        path = snapshots.path_of(tmp_path, version)
        path.touch()
        os.utime(path, (version * 100, version * 100))
    assert snapshots.retire(tmp_path, now=snapshots.GRACE_SECONDS + 250) == [1]
    assert snapshots.retire(tmp_path, now=snapshots.GRACE_SECONDS + 10_000) == [2, 3]
    assert snapshots.numbers(tmp_path) == [4, 5]


def test_a_snapshot_that_was_newest_a_moment_ago_is_kept_however_old_it_is(tmp_path: Path) -> None:
    for version, published in ((1, 0), (2, 10_000), (3, 10_001), (4, 10_002)):
        path = snapshots.path_of(tmp_path, version)
        path.touch()
        os.utime(path, (published, published))
    assert snapshots.retire(tmp_path, now=10_010) == []


def test_figures_whose_snapshot_is_gone_are_said_to_be_replaced(namespace: Namespace) -> None:
    warehouse = namespace.reader()
    warehouse.supersede()
    snapshots.path_of(folder_of(namespace), 1).unlink()
    with pytest.raises(WorkspaceUnusable, match="replaced by newer ones"):
        warehouse.imports()
