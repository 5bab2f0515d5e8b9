"""Takes a compared file into the raw rows, and an import back out of them, inside the store's transaction."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb

from dashboard.domain.canonical import TABLES, CanonicalTable
from dashboard.domain.errors import FileRefused, ImportUnknown
from dashboard.domain.phrase import Number, say
from dashboard.domain.reading import Outcome, Reading
from dashboard.warehouse import report_json, weighing
from dashboard.warehouse.records import Preview
from dashboard.warehouse.running import execute, select
from dashboard.warehouse.standins import names


def write_table(connection: duckdb.DuckDBPyConnection, table: CanonicalTable, import_id: int) -> None:
    """Writes what `comparing.lay_out` has just laid out for one table, and puts aside what it replaces."""
    execute(connection, "imports/supersede", names=names(table, "stored"))
    execute(connection, "imports/take", {"number": import_id}, names=names(table, "stored", "contents"))
    confirmed = {"name": table.name, "number": import_id}
    execute(connection, "imports/confirm", confirmed, names=names(table, "unit"))


def write_import(
    connection: duckdb.DuckDBPyConnection, import_id: int, reading: Reading, preview: Preview, by: str, now: datetime
) -> None:
    """Writes down the import itself, its report, what it changes, and the rows that could not be taken."""
    first, last = reading.period or (None, None)
    execute(
        connection,
        "imports/add_import",
        {
            "import_id": import_id,
            "imported_at": now.replace(tzinfo=None),
            "imported_by": by,
            "file": reading.file,
            "sha256": reading.sha256,
            "format": reading.format or "",
            "kind": str(reading.kind or ""),
            "rows_read": reading.rows_read,
            "rows_kept": reading.rows_kept,
            "rows_rejected": reading.rows_rejected,
            "period_first": first,
            "period_last": last,
            "currency": reading.currency,
            "report": report_json.written(reading, preview),
            "status": preview.status,
        },
    )
    execute(connection, "imports/add_rejects", {"import_id": import_id})
    weighing.keep(connection)


def take_back(connection: duckdb.DuckDBPyConnection, import_id: int, by: str, now: datetime) -> None:
    """Marks an import as undone, and makes live what the newest import in force has of each of its units."""
    mark_undone(connection, import_id, by, now)
    for table in TABLES.values():
        shake(connection, table, import_id)
        execute(connection, "imports/restore", names=names(table, "stored", "unit"))


def mark_undone(connection: duckdb.DuckDBPyConnection, import_id: int, by: str, now: datetime) -> None:
    """Marks an import as undone, and changes no row yet."""
    undone = {"import_id": import_id, "undone_at": now.replace(tzinfo=None), "undone_by": by}
    execute(connection, "imports/mark_undone", undone)


def shake(connection: duckdb.DuckDBPyConnection, table: CanonicalTable, import_id: int) -> None:
    """Makes the temporary table `shaken`: the units of an import just marked, with the import whose rows they get."""
    held = {"import_id": import_id, "table_name": table.name}
    execute(connection, "imports/shaken", held, names=names(table, "stored", "unit"))


def known(connection: duckdb.DuckDBPyConnection, import_id: int) -> dict[str, Any]:
    """The number of an import and when it was undone (None: in force). Raises ImportUnknown."""
    found = select(connection, "imports/one_import", {"import_id": import_id})
    if not found:
        raise ImportUnknown(say("There is no import {number}. Nothing was changed.", number=Number(import_id)))
    return found[0]


def next_import(connection: duckdb.DuckDBPyConnection) -> int:
    """The number that the next import gets: one more than any import ever had."""
    number: int = select(connection, "imports/next_import")[0]["import_id"]
    return number


def readable(reading: Reading) -> Path:
    """Where the rows of a reading are. Raises FileRefused where it has none to be taken in."""
    if reading.outcome is Outcome.ASKS and reading.messages:
        raise FileRefused(reading.messages[0])
    if reading.outcome is not Outcome.READABLE or reading.rows is None:
        raise FileRefused(say("{file} has nothing that can be imported. Nothing was changed.", file=reading.file))
    return reading.rows
