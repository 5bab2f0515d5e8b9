"""Rows on their way into the store: those that the reader of a file left, or one that a person typed.

Both lie in the attached database `reading`, so that both go the same way, are written down, and can be undone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import duckdb

from dashboard.domain.canonical import TABLES_OF, Kind
from dashboard.domain.reading import Outcome, Reading
from dashboard.warehouse.running import execute
from dashboard.warehouse.standins import names

TYPED = "typed"  # the format of an import that nobody uploaded


@contextmanager
def attached(connection: duckdb.DuckDBPyConnection, rows: Path) -> Iterator[None]:
    """The rows of a file, for the time of the block."""
    execute(connection, "imports/attach", {"path": str(rows)})
    try:
        yield
    finally:
        execute(connection, "imports/detach")


@contextmanager
def typed(
    connection: duckdb.DuckDBPyConnection, kind: Kind, query: str, values: Mapping[str, object]
) -> Iterator[None]:
    """One typed row of a kind that fills one table, for the time of the block; `query` puts its values in."""
    (table,) = TABLES_OF[kind]
    execute(connection, "imports/attach_typed")
    try:
        execute(connection, "imports/typed_table", names=names(table, "stored", "arrived", "contents"))
        execute(connection, "imports/typed_rejects")
        execute(connection, query, values)
        yield
    finally:
        execute(connection, "imports/detach")


def reading(kind: Kind, day: date) -> Reading:
    """What the import of one typed row says of itself: no file, one row, that day."""
    return Reading(
        file="",
        sha256="",
        outcome=Outcome.READABLE,
        format=TYPED,
        kind=kind,
        rows_read=1,
        rows_kept=1,
        period=(day, day),
    )
