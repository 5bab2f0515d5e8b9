"""A Parquet file → delimited text in UTF-8, which then goes the way of every table. No value loses a digit."""

from __future__ import annotations

import shutil
from pathlib import Path
from threading import Event, Thread

import duckdb
from duckdb import ColumnExpression

_MEMORY = "1GB"
_MOST_CELLS = 4_000_000_000
# Packed as a dictionary, a file of a megabyte can stand for a text that no disk holds.
_MOST_BYTES = 8 << 30
_MOST_OF_FREE = 0.4  # share of what is free on the disk; quotes come on top of the values
_MOST_SECONDS = 1200.0


class Unreadable(Exception):
    """The bytes claim to be Parquet and cannot be opened as that."""


class Swells(Exception):
    """Written out it would be larger, or take longer, than a table does."""


def to_text(path: Path, target: Path) -> int:
    """Write the file as CSV with a header: days and moments as ISO 8601 (with an offset where the column has one),
    numbers with a point, nothing for null. Returns its rows. Raises Unreadable and Swells; nothing is left then.
    """
    try:
        with duckdb.connect(config={"memory_limit": _MEMORY}) as connection:
            connection.execute("set enable_progress_bar = false")
            connection.execute("set TimeZone = 'UTC'")
            table = connection.read_parquet(str(path))
            rows = int(table.count("*").fetchall()[0][0])
            if rows * len(table.columns) > _MOST_CELLS:
                raise Swells("more cells than can be held")
            columns = [_text(name, str(kind)) for name, kind in zip(table.columns, table.types, strict=True)]
            written = table.select(*columns)
            free = shutil.disk_usage(target.parent).free
            if _size(connection, written) > min(_MOST_BYTES, int(free * _MOST_OF_FREE)):
                raise Swells("more bytes than can be held")
            written.write_csv(str(target), header=True)
    except duckdb.InterruptException as error:
        raise Swells(str(error)) from error
    except duckdb.Error as error:
        target.unlink(missing_ok=True)
        raise Unreadable(str(error)) from error
    return rows


def _size(connection: duckdb.DuckDBPyConnection, written: duckdb.DuckDBPyRelation) -> int:
    """The bytes of all values as text. Counted before any is written: DuckDB 2.0 can hang for ever when a COPY is
    interrupted, but never when a SELECT is. Raises InterruptException when it takes too long."""
    ended = Event()

    def look() -> None:
        while not ended.wait(_MOST_SECONDS):
            connection.interrupt()

    looking = Thread(target=look, name="parquet", daemon=True)
    looking.start()
    try:
        sizes = [_total(duckdb.FunctionExpression("strlen", ColumnExpression(name))) for name in written.columns]
        counted = written.aggregate(sizes).fetchall()[0]
    finally:
        ended.set()
        looking.join()
    return sum(int(size) for size in counted if size is not None)


def _total(expression: duckdb.Expression) -> duckdb.Expression:
    return duckdb.FunctionExpression("sum", expression)


def _text(name: str, kind: str) -> duckdb.Expression:
    column = ColumnExpression(name)
    if kind == "TIMESTAMP WITH TIME ZONE":
        written = duckdb.ConstantExpression("%Y-%m-%d %H:%M:%S+00:00")
        return duckdb.FunctionExpression("strftime", column, written).alias(name)
    return column.cast("VARCHAR").alias(name)
