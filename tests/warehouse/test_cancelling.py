"""An import that is cancelled leaves the store and its folder as they were, wherever it was."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import duckdb
import pytest

from dashboard.domain.canonical import Kind
from dashboard.domain.watch import Cancelled, Stage, Watch
from dashboard.warehouse.namespace import Namespace
from tests.warehouse.conftest import Write, ads, live


def listing(folder: Path) -> list[str]:
    """The files of a folder, each with what is in it; of the store its rows, since pages move about in it."""
    return sorted(
        f"{path.relative_to(folder)} {'' if path.name == 'store.duckdb' else sha256(path.read_bytes()).hexdigest()}"
        for path in folder.rglob("*")
        if path.is_file()
    )


def contents(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every table of the store, row for row."""
    with duckdb.connect(str(folder / "store.duckdb"), read_only=True) as connection:
        tables = [name for (name,) in connection.execute("select table_name from duckdb_tables()").fetchall()]
        return {name: sorted(connection.table(name).fetchall(), key=repr) for name in tables}


@pytest.mark.parametrize("stage", [Stage.COMPARING, Stage.WRITING, Stage.BUILDING])
def test_a_cancelled_import_leaves_nothing_behind(namespace: Namespace, write: Write, stage: Stage) -> None:
    with namespace.store() as store:
        store.commit(write(Kind.ADS, ads((1, "A", 5), (2, "A", 6))), by="anna")
    before = listing(namespace.root), contents(namespace.root)
    watch = Watch(lambda at, _: watch.cancel() if at is stage else None)
    with namespace.store() as store, pytest.raises(Cancelled):
        store.commit(write(Kind.ADS, ads((2, "A", 60), (3, "B", 7))), by="boris", watch=watch)
    assert (listing(namespace.root), contents(namespace.root)) == before


def test_the_stages_come_in_their_order(namespace: Namespace, write: Write) -> None:
    heard: list[Stage] = []
    with namespace.store() as store:
        store.commit(write(Kind.ADS, ads((1, "A", 5))), by="anna", watch=Watch(lambda stage, _: heard.append(stage)))
    assert list(dict.fromkeys(heard)) == [Stage.COMPARING, Stage.WRITING, Stage.BUILDING, Stage.PUBLISHING]


def test_a_cancel_while_the_figures_are_published_comes_too_late(namespace: Namespace, write: Write) -> None:
    watch = Watch(lambda at, _: watch.cancel() if at is Stage.PUBLISHING else None)
    with namespace.store() as store:
        record = store.commit(write(Kind.ADS, ads((1, "A", 5))), by="anna", watch=watch)
    assert record.status == "imported"
    assert namespace.reader().imports()[0].import_id == record.import_id
    assert len(live(namespace)) == 1


def test_after_a_cancel_the_same_file_goes_in(namespace: Namespace, write: Write) -> None:
    file = write(Kind.ADS, ads((1, "A", 5)))
    watch = Watch(lambda at, _: watch.cancel() if at is Stage.BUILDING else None)
    with namespace.store() as store:
        with pytest.raises(Cancelled):
            store.commit(file, by="anna", watch=watch)
        assert store.commit(file, by="anna").status == "imported"
