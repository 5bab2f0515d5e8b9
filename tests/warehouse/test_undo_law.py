"""The law of undo: whatever came in and was taken back, the store is as if the rest had come in alone."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from dashboard.domain.canonical import TABLES, Kind
from dashboard.domain.client import ClientProfile
from dashboard.domain.reading import Reading
from dashboard.warehouse import opening
from dashboard.warehouse.store import Store
from tests.warehouse.conftest import NoMarts, ads, live_in, row, write_reading

File = dict[int, Any]

PROFILE = ClientProfile(slug="clinic", name="Clinic", currency="RUB", country="RU", timezone="Europe/Moscow")

# A file of ads: for some of three days, what one campaign spent, in one or two rows of one or two roubles.
ad_files = st.dictionaries(st.integers(1, 3), st.lists(st.integers(1, 2), min_size=1, max_size=2), min_size=1)
# A file of deals: some of three, each with its stage; a deal won has a sale.
deal_files = st.dictionaries(st.integers(1, 3), st.sampled_from(["open", "won", "won dearly"]), min_size=1)


def steps(files: st.SearchStrategy[File]) -> st.SearchStrategy[list[File | int]]:
    """Steps: a file comes in, or the import of that number, if it is in force, is taken back."""
    return st.lists(st.one_of(files, st.integers(1, 5)), min_size=1, max_size=7)


class QuietStore(Store):
    """A store in memory that publishes nothing: only its raw rows are looked at."""

    def __enter__(self) -> QuietStore:
        self._open = duckdb.connect()
        opening.migrate(self._open)
        self.save_profile(PROFILE, by="")
        return self

    def __exit__(self, *_: object) -> None:
        assert self._open is not None
        self._open.close()

    def _publish(self) -> None:
        """Nothing."""


AMOUNTS = {"ad_day": ("spend",), "sales": ("revenue",)}

LAW = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@given(steps(ad_files))
@LAW
def test_any_imports_and_undos_leave_what_the_imports_in_force_leave_in_order(steps: list[File | int]) -> None:
    _hold(steps, _ads, ("ad_day", "day", "spend"))


@given(steps(deal_files))
@example([{1: "won"}, {1: "open"}, {1: "open", 2: "open"}, 2])
@example([{1: "won"}, {2: "open"}, {1: "open"}, 1])
@LAW
def test_the_law_holds_for_deals_that_win_and_lose_their_sales(steps: list[File | int]) -> None:
    _hold(steps, _deals, ("leads", "lead_id", "status"), ("sales", "order_id", "revenue"))


def _hold(steps: list[File | int], write: Callable[[Path, File], Reading], *tables: tuple[str, ...]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        in_force: dict[int, Reading] = {}
        with QuietStore(root, NoMarts()) as store:
            for number, step in enumerate(steps):
                if not isinstance(step, int):
                    reading = write(root / f"{number}.duckdb", step)
                    record = store.commit(reading, by="anna")
                    if record.status != "unchanged":
                        in_force[record.import_id] = reading
                elif step in in_force:
                    said, before = store.undo_preview(step), _sums(store)
                    store.undo(step, by="anna")
                    assert _changed(before, _sums(store)) == {
                        (change.measure, change.day, change.before, change.after)
                        for change in said.changes
                        if change.before != change.after and change.measure not in ("amount", "refunded")
                    }
                    del in_force[step]
            found = [live_in(store, *table) for table in tables]
        with QuietStore(root, NoMarts()) as store:
            for _, reading in sorted(in_force.items()):
                store.commit(reading, by="anna")
            assert found == [live_in(store, *table) for table in tables]


def _sums(store: QuietStore) -> dict[tuple[str, date], Any]:
    """What each day adds up to of each measure that a preview of an undo may speak of."""
    found: dict[tuple[str, date], Any] = {}
    for table, measures in {"ad_day": ("spend",), "leads": ("leads",), "sales": ("revenue", "orders")}.items():
        for moment, *rest in live_in(store, table, TABLES[table].dated_by, *AMOUNTS.get(table, ())):
            day = date(moment.year, moment.month, moment.day)
            for measure in measures:
                amount = rest[0] if measure in ("spend", "revenue") else 1
                found[measure, day] = found.get((measure, day), 0) + amount
    return found


def _changed(before: dict[tuple[str, date], Any], after: dict[tuple[str, date], Any]) -> set[tuple[Any, ...]]:
    keys = before.keys() | after.keys()
    return {(*key, before.get(key), after.get(key)) for key in keys if before.get(key) != after.get(key)}


def _ads(path: Path, file: File) -> Reading:
    return write_reading(path, Kind.ADS, ads(*((day, "A", spend) for day, spends in file.items() for spend in spends)))


def _deals(path: Path, file: File) -> Reading:
    leads = [row("leads", lead_id=str(deal), status=stage.split()[0]) for deal, stage in file.items()]
    prices = {"won": 100, "won dearly": 300}
    sales = [
        row("sales", platform="bitrix24", order_id=str(deal), revenue=prices[stage])
        for deal, stage in file.items()
        if stage in prices
    ]
    return write_reading(path, Kind.DEALS, {"leads": leads, "sales": sales})
