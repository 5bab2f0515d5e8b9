"""The first rows of a reading, as they would be kept."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from dashboard.domain.canonical import TABLES_OF, Kind


@dataclass(frozen=True)
class FirstRows:
    """By canonical table its first rows, and the first rows that were rejected: line, reason, content."""

    tables: dict[str, list[dict[str, Any]]]
    rejects: list[dict[str, Any]]


def first_rows(rows: Path, kind: Kind, most: int) -> FirstRows:
    """At most so many rows of each table in the DuckDB file of a reading."""
    with duckdb.connect(str(rows), read_only=True) as connection:
        return FirstRows(
            {table.name: _first(connection, table.name, most) for table in TABLES_OF[kind]},
            _first(connection, "rejects", most),
        )


def _first(connection: duckdb.DuckDBPyConnection, name: str, most: int) -> list[dict[str, Any]]:
    found = connection.table(name).order("line").limit(most)
    return [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]
