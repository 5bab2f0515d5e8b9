"""Opens a client's databases: the store for one writer at a time, a snapshot for any number of readers."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

import duckdb

from dashboard.domain.errors import Busy, WorkspaceNewer, WorkspaceUnusable
from dashboard.domain.phrase import say
from dashboard.domain.watch import Stage, Watch
from dashboard.migrations import available, pending
from dashboard.warehouse import compacting, running
from dashboard.warehouse.queries import QUERIES

_LOG = logging.getLogger(__name__)
_LOOKS_EVERY = 0.05  # seconds

# However large a file and a store are: what does not fit goes to the namespace's own `temp`.
_MEMORY = "700MB"

SCHEMA = QUERIES / "schema" / "store"

# Nothing is fetched from anywhere: what the installed package holds must do.
_OFFLINE: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}

_writers: dict[Path, Lock] = {}
_writers_lock = Lock()


@contextmanager
def sole_writer(
    path: Path, temp: Path, wait_seconds: float, watch: Watch | None = None
) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection that may write the store at `path`, closed afterwards.

    Raises Busy if another thread or process still writes after `wait_seconds`, WorkspaceNewer if a newer program
    wrote the file, WorkspaceUnusable if it cannot be opened at all, and Cancelled where `watch` says so meanwhile.
    """
    with _writers_lock:
        lock = _writers.setdefault(path.resolve(), Lock())
    watch = watch or Watch()
    deadline = time.monotonic() + wait_seconds
    while not lock.acquire(timeout=min(_LOOKS_EVERY, max(deadline - time.monotonic(), 0))):
        if time.monotonic() >= deadline:
            raise _busy()
        watch.at(Stage.WAITING)
    try:
        connection = _connect_for_writing(path, temp, deadline, watch)
        try:
            for left in temp.glob("*.tmp"):  # of a process that was killed; whoever writes alone needs none of it
                left.unlink(missing_ok=True)
            yield connection
            _compact_if_due(connection, path)
        finally:
            connection.close()
    finally:
        lock.release()


def _compact_if_due(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    try:
        if compacting.is_due(connection):
            compacting.compact(connection, path)
    except (duckdb.Error, OSError):  # what was to be written is; the file is still due, at the next writer's end
        _LOG.exception("%s could not be written anew", path.name)


def _connect_for_writing(path: Path, temp: Path, deadline: float, watch: Watch) -> duckdb.DuckDBPyConnection:
    temp.mkdir(exist_ok=True)
    config: dict[str, str | bool | int | float | list[str]] = {
        **_OFFLINE,
        "memory_limit": _MEMORY,
        "temp_directory": str(temp),
        "threads": os.cpu_count() or 1,
        "preserve_insertion_order": False,
    }
    while True:
        try:
            return _quiet(duckdb.connect(str(path), config=config))
        except duckdb.IOException as error:
            if "lock" not in str(error).lower():
                raise _unusable(path, error) from error
            if time.monotonic() >= deadline:
                raise _busy() from error
            watch.at(Stage.WAITING)
            time.sleep(_LOOKS_EVERY)
        except (duckdb.Error, OSError) as error:
            raise _unusable(path, error) from error


def read_only(path: Path) -> duckdb.DuckDBPyConnection:
    """A connection that can read the snapshot at `path` and nothing else on the machine. Raises WorkspaceUnusable."""
    try:
        connection = duckdb.connect(
            str(path),
            read_only=True,
            config={
                **_OFFLINE,
                "enable_external_access": False,
                "threads": min(4, os.cpu_count() or 1),
                "memory_limit": "1GB",
                "temp_directory": "",
            },
        )
        if not running.select(connection, "snapshots/is_locked")[0]["is_locked"]:  # by another handle of this process
            _quiet(connection).execute("set lock_configuration = true")
        return connection
    except (duckdb.Error, OSError) as error:
        raise _unusable(path, error) from error


@contextmanager
def beside(path: Path, name: str) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database of its own in memory with the snapshot at `path` under that name, for the block to fill.

    After the block it can read the snapshot and nothing else on the machine. Raises WorkspaceUnusable.
    """
    try:
        connection = _quiet(
            duckdb.connect(
                ":memory:",
                config={
                    **_OFFLINE,
                    "threads": min(4, os.cpu_count() or 1),
                    "memory_limit": "1GB",
                    "temp_directory": "",
                },
            )
        )
        connection.execute(f"attach $path as {name} (read_only)", {"path": str(path)})
        yield connection
        connection.execute("set enable_external_access = false").execute("set lock_configuration = true")
    except (duckdb.Error, OSError) as error:
        raise _unusable(path, error) from error


def _quiet(connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """Counts the progress of a statement, and never draws it on standard output, amid what a command prints."""
    return connection.execute("set enable_progress_bar_print = false").execute("set enable_progress_bar = true")


def migrate(connection: duckdb.DuckDBPyConnection, folder: Path = SCHEMA) -> tuple[int, int]:
    """Brings the store's schema up to this program's; gives the schema numbers before and after.

    All pending migrations run in one transaction. Raises WorkspaceNewer, before anything is written.
    """
    there = running.select(connection, "schema/applied/exists")[0]["is_there"]
    before = running.select(connection, "schema/applied/current")[0]["number"] if there else 0
    steps = pending(folder, before)
    if not steps:
        return before, before
    with transaction(connection):
        running.execute(connection, "schema/applied/create")
        for step in steps:
            for statement in step.statements:
                connection.execute(statement)
            now = datetime.now(UTC).replace(tzinfo=None)
            params = {"number": step.number, "name": step.name, "applied_at": now}
            running.execute(connection, "schema/applied/add", params)
    return before, steps[-1].number


def newest_schema(folder: Path = SCHEMA) -> int:
    """The number of the last migration that this program knows."""
    return available(folder)[-1].number


class Unwanted(Exception):
    """Raised inside a transaction whose changes turn out not to be wanted: it is rolled back, and no error."""


@contextmanager
def transaction(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """One transaction: committed at the end, rolled back whole if anything is raised."""
    connection.begin()
    try:
        yield
    except Unwanted:
        connection.rollback()
        return
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


@contextmanager
def change(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """A transaction on the store. Raises WorkspaceUnusable where disk or memory do not suffice; nothing is changed."""
    try:
        with transaction(connection):
            yield
    except (duckdb.IOException, duckdb.OutOfMemoryException, OSError) as error:
        raise WorkspaceUnusable(
            say(
                "The change could not be written: {why}. Make room on the disk and try again. Nothing was changed.",
                why=str(error).splitlines()[0],
            )
        ) from error


@contextmanager
def attached(
    connection: duckdb.DuckDBPyConnection, path: Path | str, name: str, *, read_only: bool = False
) -> Iterator[None]:
    """Another database file (`:memory:` is none) under that name, for the time of the block.

    What was written to it is in its file at the end.
    """
    try:
        connection.execute(f"attach $path as {name}{' (read_only)' if read_only else ''}", {"path": str(path)})
    except duckdb.IOException as error:
        raise _unusable(Path(path), error) from error
    try:
        yield
        if not read_only:
            connection.execute(f"checkpoint {name}")
    finally:
        connection.execute(f"detach {name}")


def _busy() -> Busy:
    return Busy(
        say("Another import is being written for this client. Wait for its end and try again. Nothing was changed.")
    )


def _unusable(path: Path, error: Exception) -> WorkspaceUnusable | WorkspaceNewer:
    if "newer" in str(error).lower() and "version" in str(error).lower():
        return WorkspaceNewer(
            say("The data were written by a newer version of the database. Update the program. Nothing was changed.")
        )
    return WorkspaceUnusable(
        say(
            "The data file {file} cannot be opened: {why}. Check the folder and the disk. Nothing was changed.",
            file=path.name,
            why=str(error).splitlines()[0],
        )
    )
