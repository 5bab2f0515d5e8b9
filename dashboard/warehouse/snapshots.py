"""Numbered, read-only snapshots: published whole under a new name, never overwritten, removed after a while."""

from __future__ import annotations

import os
import re
import time
from contextlib import suppress
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import duckdb

from dashboard.domain.errors import WorkspaceUnusable
from dashboard.domain.phrase import say
from dashboard.warehouse.marts import MARTS
from dashboard.warehouse.opening import attached, newest_schema, transaction
from dashboard.warehouse.running import execute

KEPT_NEWEST = 2
GRACE_SECONDS = 600.0

_NAME = re.compile(r"(\d{6,})\.duckdb")


def numbers(folder: Path) -> list[int]:
    """The versions published in `folder`, oldest first, by one directory listing."""
    try:
        names = os.listdir(folder)
    except FileNotFoundError:
        return []
    return sorted(int(match.group(1)) for match in map(_NAME.fullmatch, names) if match)


def path_of(folder: Path, version: int) -> Path:
    """Where the snapshot of this version lies."""
    return folder / f"{version:06d}.duckdb"


def publish(connection: duckdb.DuckDBPyConnection, folder: Path, version: int, program: str) -> Path:
    """Copies what readers see of the open store into the snapshot `version`, and gives its path.

    It is written under another name, forced to the disk and renamed last, so that a reader sees all of it or none.
    """
    folder.mkdir(exist_ok=True)
    target = path_of(folder, version)
    part = folder / f"{version:06d}.part"
    part.unlink(missing_ok=True)
    with attached(connection, part, "snapshot"), transaction(connection):
        for mart in MARTS:
            execute(connection, "snapshots/copy_mart", names={"mart": mart})
        for kept in ("imports", "import_days", "import_campaigns", "published_months"):
            execute(connection, f"snapshots/copy_{kept}")
        execute(connection, "snapshots/copy_profile")
        execute(connection, "snapshots/copy_logos")
        execute(connection, "snapshots/copy_mappings")
        execute(connection, "snapshots/copy_name_decisions")
        execute(
            connection,
            "snapshots/copy_meta",
            {
                "version": version,
                "built_at": datetime.now(UTC).replace(tzinfo=None),
                "program": program,
                "schema_version": newest_schema(),
            },
        )
    _force_to_disk(part)
    if target.exists():  # only the holder of the writer's lock publishes, so nobody makes it in between
        raise FileExistsError(target)
    part.rename(target)
    if os.name == "posix":  # elsewhere a folder cannot be opened, and the rename is on the disk already
        _force_to_disk(folder)
    return target


def publish_change(connection: duckdb.DuckDBPyConnection, folder: Path, version: int, program: str) -> None:
    """As `publish`, of a change that is committed. Raises WorkspaceUnusable, which says that it is kept."""
    try:
        publish(connection, folder, version, program)
    except (duckdb.Error, OSError) as error:
        raise WorkspaceUnusable(
            say(
                "The change is kept, but its figures could not be published: {why}. Make room on the disk and "
                "start the program again: the figures follow by themselves.",
                why=str(error),
            )
        ) from error


def retire(folder: Path, now: float | None = None) -> list[int]:
    """Removes snapshots that are neither among the newest nor young, and what a crash left half written.

    Only for the holder of the writer's lock. A snapshot's grace begins when a newer one takes its place.
    """
    for part in folder.glob("*.part*"):
        part.unlink(missing_ok=True)
    moment = time.time() if now is None else now
    published = numbers(folder)
    removed = []
    for version, successor in pairwise(published):
        if version in published[-KEPT_NEWEST:]:
            break
        if moment - path_of(folder, successor).stat().st_mtime > GRACE_SECONDS:
            with suppress(PermissionError):  # Windows keeps a file that somebody has open: next time
                path_of(folder, version).unlink(missing_ok=True)
                removed.append(version)
    return removed


def _force_to_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDWR if path.is_file() else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
