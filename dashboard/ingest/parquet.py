"""A Parquet file → delimited text in UTF-8, which then goes the way of every table. No value loses a digit."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import duckdb
from duckdb import ColumnExpression

_MEMORY = "1GB"
_MOST_CELLS = 4_000_000_000
# Packed as a dictionary, a file of a megabyte can stand for a text that no disk holds.
_MOST_BYTES = 8 << 30
_MOST_OF_FREE = 0.5  # share of what is free on the disk
_MOST_SECONDS = 1200.0
_LOOKS_EVERY = 0.1  # seconds


class Unreadable(Exception):
    """The bytes claim to be Parquet and cannot be opened as that."""


class Swells(Exception):
    """Written out it would be larger, or take longer, than a table does."""


def to_text(path: Path, target: Path) -> int:
    """Write the file as CSV with a header: days and moments as ISO 8601 (with an offset where the column has one),
    numbers with a point, nothing for null. Returns its rows. Raises Unreadable and Swells; nothing is left then.
    """
    swells = Event()
    try:
        with duckdb.connect(config={"memory_limit": _MEMORY}) as connection:
            connection.execute("set enable_progress_bar = false")
            connection.execute("set TimeZone = 'UTC'")
            table = connection.read_parquet(str(path))
            rows = int(table.count("*").fetchall()[0][0])
            if rows * len(table.columns) > _MOST_CELLS:
                raise Swells("more cells than can be held")
            columns = [_text(name, str(kind)) for name, kind in zip(table.columns, table.types, strict=True)]
            with _bounded(connection, target, swells):
                table.select(*columns).write_csv(str(target), header=True)
            if swells.is_set():  # told too late to be interrupted
                raise Swells("too much")
    except (duckdb.Error, Swells) as error:
        target.unlink(missing_ok=True)
        if swells.is_set() or isinstance(error, Swells):
            raise Swells(str(error)) from error
        raise Unreadable(str(error)) from error
    return rows


@contextmanager
def _bounded(connection: duckdb.DuckDBPyConnection, target: Path, swells: Event) -> Iterator[None]:
    """Within the block, interrupts what the connection writes to `target` once it is too much, and sets `swells`."""
    most = min(_MOST_BYTES, int(shutil.disk_usage(target.parent).free * _MOST_OF_FREE))
    until = time.monotonic() + _MOST_SECONDS
    ended = Event()

    def look() -> None:
        while not ended.wait(_LOOKS_EVERY):
            written = target.stat().st_size if target.exists() else 0
            if written > most or time.monotonic() > until:
                swells.set()
                connection.interrupt()

    looking = Thread(target=look, name="parquet", daemon=True)
    looking.start()
    try:
        yield
    finally:
        ended.set()
        looking.join()


def _text(name: str, kind: str) -> duckdb.Expression:
    column = ColumnExpression(name)
    if kind == "TIMESTAMP WITH TIME ZONE":
        written = duckdb.ConstantExpression("%Y-%m-%d %H:%M:%S+00:00")
        return duckdb.FunctionExpression("strftime", column, written).alias(name)
    return column.cast("VARCHAR").alias(name)
