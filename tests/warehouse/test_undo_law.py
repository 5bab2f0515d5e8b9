"""The law of undo: whatever came in and was taken back, the store is as if the rest had come in alone."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import duckdb
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.domain.canonical import Kind
from dashboard.domain.client import ClientProfile
from dashboard.domain.reading import Reading
from dashboard.warehouse import opening
from dashboard.warehouse.store import Store
from tests.warehouse.conftest import NoMarts, ads, live_in, write_reading

PROFILE = ClientProfile(slug="clinic", name="Clinic", currency="RUB", country="RU", timezone="Europe/Moscow")

# A file: for some of three days, what one campaign spent, in one or two rows of one or two roubles.
files = st.dictionaries(st.integers(1, 3), st.lists(st.integers(1, 2), min_size=1, max_size=2), min_size=1, max_size=3)
# A step: a file comes in, or the n-th import that was ever written down is taken back.
steps = st.lists(st.one_of(files, st.integers(0, 5)), min_size=1, max_size=8)


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


@given(steps)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_imports_and_undos_leave_what_the_imports_in_force_leave_in_order(
    steps: list[dict[int, list[int]] | int],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        in_force: dict[int, Reading] = {}
        with QuietStore(root, NoMarts()) as store:
            for number, step in enumerate(steps):
                if isinstance(step, dict):
                    reading = _reading(root, number, step)
                    record = store.commit(reading, by="anna")
                    if record.status != "unchanged":
                        in_force[record.import_id] = reading
                elif step in range(1, 6) and step in in_force:
                    store.undo(step, by="anna")
                    del in_force[step]
            found = live_in(store)
        assert found == _replayed(root, in_force)


def _reading(root: Path, number: int, file: dict[int, list[int]]) -> Reading:
    rows = ads(*((day, "A", spend) for day, spends in file.items() for spend in spends))
    return write_reading(root / f"{number}.duckdb", Kind.ADS, rows)


def _replayed(root: Path, in_force: dict[int, Reading]) -> list[tuple[Any, ...]]:
    with QuietStore(root, NoMarts()) as store:
        for _, reading in sorted(in_force.items()):
            store.commit(reading, by="anna")
        return live_in(store)
