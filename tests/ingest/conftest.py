"""Files written on the spot, and a reader for them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from dashboard.domain.client import ClientProfile
from dashboard.domain.reading import EarlierDecision, Reading
from dashboard.domain.saved_mapping import SavedMapping
from dashboard.ingest import Mapping, read

CLINIC = ClientProfile("clinic", "Clinic", "RUB", "RU", "Europe/Moscow", language="ru")
SHOP = ClientProfile("shop", "Shop", "USD", "US", "America/New_York")
SECRET = b"a secret of the tests"

ReadText = Callable[..., Reading]
RowsOf = Callable[..., list[dict[str, Any]]]


def rows_in(reading: Reading, table: str) -> list[dict[str, Any]]:
    """All rows of one table of a reading, by line."""
    assert reading.rows is not None
    with duckdb.connect(str(reading.rows), read_only=True) as connection:
        found = connection.table(table).order("line")
        return [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]


@pytest.fixture
def scratch(tmp_path: Path) -> Path:
    """Where the reader leaves its rows."""
    return tmp_path / "scratch"


@pytest.fixture
def read_text(tmp_path: Path, scratch: Path) -> ReadText:
    """Reads a file of that content as a client's."""

    def run(
        content: str | bytes,
        name: str = "file.csv",
        profile: ClientProfile = CLINIC,
        encoding: str = "utf-8",
        mapping: Mapping | None = None,
        mappings: tuple[SavedMapping, ...] = (),
        answers: dict[str, str] | None = None,
        decided_before: tuple[EarlierDecision, ...] = (),
    ) -> Reading:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return read(
            path,
            profile=profile,
            secret=SECRET,
            scratch=scratch,
            mapping=mapping,
            mappings=mappings,
            answers=answers,
            decided_before=decided_before,
        )

    return run


@pytest.fixture
def rows_of() -> RowsOf:
    """The rows of a reading's table."""
    return rows_in
