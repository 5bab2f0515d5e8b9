"""The workspace's transactional store: opened, brought up to date, read and written by any thread of any process."""

from __future__ import annotations

import os
import re
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, func, insert, inspect, select
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from dashboard.access import moments, tables
from dashboard.domain.errors import WorkspaceUnusable
from dashboard.domain.phrase import say
from dashboard.migrations import pending

SCHEMA = Path(__file__).resolve().parents[2] / "queries" / "schema" / "workspace"

_ONLY = re.compile(r"^-- only: (\w+)$", re.MULTILINE)
_BUSY_MILLISECONDS = 10_000


class AccessStore:
    """The store of one workspace folder: `workspace.sqlite` in it, or what `url` or SVERKA_DATABASE says.

    Opening runs the migrations that are pending, once, whoever opens first. Raises WorkspaceNewer for a store that a
    newer program wrote, and WorkspaceUnusable where it cannot be opened.
    """

    def __init__(self, root: Path, url: str | None = None) -> None:
        stated = url or os.environ.get("SVERKA_DATABASE")
        try:
            self._engine = _engine(stated or _file(root))
            weakref.finalize(self, self._engine.dispose)  # a command ends without a word; its connections are closed
            self._migrate()
        except (OSError, SQLAlchemyError) as error:
            raise WorkspaceUnusable(
                say(
                    "The workspace's database in {folder} cannot be opened ({reason}). "
                    "Allow reading and writing there, or restore a copy of it. Nothing was changed.",
                    folder=str(root),
                    reason=str(getattr(error, "orig", None) or error),
                )
            ) from error

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one moment of the store, and waits for no writer."""
        with self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction: whole when the block ends, nothing at all if it raises. Writers take turns."""
        with self._engine.execution_options(sverka_writes=True).begin() as connection:
            yield connection

    def is_readable(self) -> bool:
        """Whether the store answers now."""
        try:
            with self.reading() as connection:
                connection.execute(select(func.count()).select_from(tables.clients)).one()
        except SQLAlchemyError:
            return False
        return True

    def close(self) -> None:
        """Closes the connections that are kept open. The store opens new ones if it is used again."""
        self._engine.dispose()

    def _migrate(self) -> None:
        with self.reading() as connection:
            behind = pending(SCHEMA, _version(connection))
        if not behind:
            return
        with self.writing() as connection:  # alone now: another process may have been faster
            for migration in pending(SCHEMA, _version(connection)):
                for statement in migration.statements:
                    if _is_for(statement, connection.dialect.name):
                        connection.exec_driver_sql(statement)
                applied = {"number": migration.number, "applied_at": moments.written(moments.now())}
                connection.execute(insert(tables.schema_version).values(applied))


def _is_for(statement: str, dialect: str) -> bool:
    """Whether this database runs the statement: one under `-- only: NAME` is for that database alone."""
    only = _ONLY.search(statement)
    return only is None or only[1] == dialect


def _version(connection: Connection) -> int:
    if not inspect(connection).has_table(tables.schema_version.name):
        return 0
    return connection.execute(select(func.max(tables.schema_version.c.number))).scalar_one() or 0


def _file(root: Path) -> str:
    path = root / "workspace.sqlite"
    # Made before SQLite does, so that the file and its journals are the server's user's alone from the start. Never
    # opened again: closing it would drop the locks that SQLite holds in this process (POSIX), and another process that
    # ends would then take the journal away from under it.
    if not path.exists():
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    return f"sqlite:///{path}"


def _engine(url: str) -> Engine:
    engine = create_engine(url, pool_pre_ping=not url.startswith("sqlite"), hide_parameters=True)
    if make_url(url).get_backend_name() == "sqlite":
        event.listen(engine, "connect", _open_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _open_sqlite(connection: Any, record: object) -> None:
    connection.isolation_level = None  # transactions begin where we say so, not where the driver thinks fit
    cursor = connection.cursor()
    cursor.execute(f"pragma busy_timeout={_BUSY_MILLISECONDS}")
    cursor.execute("pragma journal_mode=wal")
    cursor.execute("pragma synchronous=full")  # a revoked link stays revoked through a power cut
    cursor.execute("pragma foreign_keys=on")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    # A reader that turns writer may be refused at once; whoever will write takes the lock at the start and waits.
    writes = connection.get_execution_options().get("sverka_writes")
    connection.exec_driver_sql("begin immediate" if writes else "begin")
