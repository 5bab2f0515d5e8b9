"""One row that a person typed, on its way into the store.

It lies in the attached database `reading`, as the rows of a file do, so that it goes the same way and can be undone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date

import duckdb

from dashboard.domain.canonical import TABLES_OF, Kind
from dashboard.domain.reading import Outcome, Reading
from dashboard.warehouse.opening import attached
from dashboard.warehouse.running import execute
from dashboard.warehouse.standins import names

TYPED = "typed"  # the format of an import that nobody uploaded


@contextmanager
def typed(
    connection: duckdb.DuckDBPyConnection, kind: Kind, query: str, values: Mapping[str, object]
) -> Iterator[None]:
    """One typed row of a kind that fills one table, for the time of the block; `query` puts its values in."""
    (table,) = TABLES_OF[kind]
    with attached(connection, ":memory:", "reading"):
        execute(connection, "imports/typed_table", names=names(table, "stored", "arrived", "contents"))
        execute(connection, "imports/typed_rejects")
        execute(connection, query, values)
        yield


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
