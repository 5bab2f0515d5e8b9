"""A store's file written anew, whole or not at all, so that its free pages hold nothing of what was removed."""

from __future__ import annotations

import os
from pathlib import Path

import duckdb

from dashboard.warehouse.running import execute, select


def is_due(connection: duckdb.DuckDBPyConnection) -> bool:
    """Whether something was removed from the store since its file was written."""
    due: bool = select(connection, "forgetting/is_due")[0]["is_due"]
    return due


def compact(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Puts a copy of what the open store at `path` holds in its place; the connection is only good for closing then.

    The store stays locked until the connection is closed. Raises duckdb.Error and OSError; then the old file stands,
    and it is still due.
    """
    part = path.with_name("store.compact.part")
    for left in (part, Path(f"{part}.wal")):
        left.unlink(missing_ok=True)
    connection.execute("checkpoint")
    connection.execute("attach $path as compacted", {"path": str(part)})
    try:
        connection.execute(f"copy from database {path.stem} to compacted")
        execute(connection, "forgetting/compacted")
        connection.execute("checkpoint compacted")
    finally:
        connection.execute("detach compacted")
    _force_to_disk(part)
    part.replace(path)
    if os.name == "posix":
        _force_to_disk(path.parent)


def _force_to_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDWR if path.is_file() else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
