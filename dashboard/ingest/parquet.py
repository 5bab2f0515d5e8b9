"""A Parquet file → delimited text in UTF-8, which then goes the way of every table. No value loses a digit."""

from __future__ import annotations

from pathlib import Path

import duckdb
from duckdb import ColumnExpression

_MEMORY = "1GB"
_MOST_CELLS = 4_000_000_000


class Unreadable(Exception):
    """The bytes claim to be Parquet and cannot be opened as that, or hold more cells than a table would."""


def to_text(path: Path, target: Path) -> int:
    """Write the file as CSV with a header: days and moments as ISO 8601 (with an offset where the column has one),
    numbers with a point, nothing for null. Returns its rows. Raises Unreadable.
    """
    try:
        with duckdb.connect(config={"memory_limit": _MEMORY}) as connection:
            connection.execute("set enable_progress_bar = false")
            connection.execute("set TimeZone = 'UTC'")
            table = connection.read_parquet(str(path))
            rows = int(table.count("*").fetchall()[0][0])
            if rows * len(table.columns) > _MOST_CELLS:
                raise Unreadable("more cells than can be held")
            columns = [_text(name, str(kind)) for name, kind in zip(table.columns, table.types, strict=True)]
            table.select(*columns).write_csv(str(target), header=True)
    except duckdb.Error as error:
        raise Unreadable(str(error)) from error
    return rows


def _text(name: str, kind: str) -> duckdb.Expression:
    column = ColumnExpression(name)
    if kind == "TIMESTAMP WITH TIME ZONE":
        written = duckdb.ConstantExpression("%Y-%m-%d %H:%M:%S+00:00")
        return duckdb.FunctionExpression("strftime", column, written).alias(name)
    return column.cast("VARCHAR").alias(name)
