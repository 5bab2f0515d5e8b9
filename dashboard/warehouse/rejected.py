"""The rejected rows of a file, one after another: of an import, or of a reading that nobody has taken in yet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb

from dashboard.domain.errors import WorkspaceUnusable
from dashboard.domain.phrase import say
from dashboard.warehouse import opening
from dashboard.warehouse.records import Reject
from dashboard.warehouse.running import in_turn


def of_import(connection: duckdb.DuckDBPyConnection, import_id: int) -> Iterator[Reject]:
    """The rows of an import that could not be taken, by line."""
    for row in in_turn(connection, "imports/rejects", {"import_id": import_id}):
        yield Reject(**row)


def of_reading(rows: Path) -> Iterator[Reject]:
    """The rows of a reading (its file of rows) that cannot be taken, by line. Raises WorkspaceUnusable without it."""
    if not rows.exists():
        raise WorkspaceUnusable(say("The file was read too long ago. Drop it again. Nothing was changed."))
    with duckdb.connect() as connection, opening.attached(connection, rows, "reading", read_only=True):
        for row in in_turn(connection, "imports/arrived_rejects"):
            yield Reject(**row)
