"""Reading a client's snapshot: named queries, from any number of threads and processes, while a writer works."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Condition, Lock
from typing import Any, TypeVar

import duckdb

from dashboard.domain.client import ClientProfile
from dashboard.domain.errors import QueryMisused, WorkspaceUnusable
from dashboard.domain.naming import NameDecision
from dashboard.domain.period_policy import Days
from dashboard.domain.phrase import say
from dashboard.domain.saved_mapping import SavedMapping
from dashboard.warehouse import mappings, months, names, profile_json, report_json, running, weighing
from dashboard.warehouse.opening import read_only
from dashboard.warehouse.profile_json import settings_versions
from dashboard.warehouse.queries import misuse
from dashboard.warehouse.records import ImportRecord, Preview, PublishedMonth, SettingsVersion

T = TypeVar("T")


def identity(path: Path) -> tuple[int, int, int]:
    """Which file lies at `path`: another one of the same name, of a client made anew, is not the same.

    Raises WorkspaceUnusable if there is none.
    """
    try:
        status = path.stat()
    except OSError as error:
        raise _replaced() from error
    return status.st_dev, status.st_ino, status.st_mtime_ns


def _replaced() -> WorkspaceUnusable:
    return WorkspaceUnusable(
        say("These figures have been replaced by newer ones. Open the page again. Nothing was changed.")
    )


class Warehouse:
    """One version of one client's figures. It never changes: cache what comes of it by client, `version` and `days`."""

    days: Days | None = None
    """The days that it tells of; None for all (dashboard/warehouse/given.py)."""

    def __init__(self, path: Path) -> None:
        """Opens the snapshot at `path`. Raises WorkspaceUnusable."""
        self.path = path
        self.identity = identity(path)
        self._lock = Lock()
        self._idle = Condition(self._lock)
        self._connection: duckdb.DuckDBPyConnection | None = None
        self._readers = 0
        self._superseded = False
        self._parts: dict[Days, Warehouse] = {}
        self._parts_lock = Lock()
        self._kept: dict[str, Any] = {}
        meta = self.fetch_one("snapshots/meta")
        self.version: int = meta["version"]
        self.built_at: datetime = meta["built_at"].replace(tzinfo=UTC)
        self.schema_version: int = meta["schema_version"]
        self.profile: ClientProfile = profile_json.from_json(self.fetch_one("snapshots/profile")["settings"])

    def fetch(self, name: str, **params: Any) -> list[dict[str, Any]]:
        """The rows of the query `queries/<name>.sql`, each a dict by column; money as Decimal, days as date.

        Raises QueryMisused where parameters or columns are not those of its header, QueryTooLong after 30 seconds.
        """
        connection = self._borrow()
        try:
            return running.fetch(connection, name, params)
        finally:
            self._give_back()

    def fetch_one(self, name: str, **params: Any) -> dict[str, Any]:
        """The one row of a query whose grain is one row. Raises QueryMisused if it gives another number of rows."""
        rows = self.fetch(name, **params)
        if len(rows) != 1:
            raise self._not_one(name, len(rows))
        return rows[0]

    def imports(self) -> list[ImportRecord]:
        """Every import that this version knows, newest first, the undone ones too."""
        return [report_json.record(row) for row in self.fetch("imports/imports")]

    def mappings(self) -> tuple[SavedMapping, ...]:
        """The saved mappings in force, by name."""
        return mappings.in_force(self.mapping_versions())

    def mapping_versions(self) -> tuple[SavedMapping, ...]:
        """Every version of every saved mapping, the newest first within each, those that were removed too."""
        return mappings.versions(self.fetch("mappings/versions"))

    def name_decisions(self) -> tuple[NameDecision, ...]:
        """Every decision about a name, the newest first, those taken back too."""
        return names.decisions(self.fetch("names/decisions"))

    def months(self) -> list[PublishedMonth]:
        """The months whose figures were given to the owner, newest first, the withdrawn ones too."""
        return months.read(self.fetch("imports/months"))

    def settings_versions(self) -> tuple[SettingsVersion, ...]:
        """Every version of the client's settings, the newest first: that one is in force."""
        return settings_versions(self.fetch("imports/profile_versions"))

    def logo(self) -> str:
        """The client's logo as base64 of a PNG; '' if there is none."""
        rows = self.fetch("imports/logo", sha256=self.profile.logo) if self.profile.logo else []
        return rows[0]["picture"] if rows else ""

    def change_of(self, record: ImportRecord) -> Preview:
        """What an import changed when it came in, as it was shown then. Empty of days for one kept without them."""
        wanted = {"import_id": record.import_id}
        connection = self._borrow()
        try:
            days = running.fetch(
                connection,
                "imports/day_changes",
                {**wanted, "most": weighing.DAYS_SHOWN},
                names={"weighed": "import_day"},
            )
            campaigns = running.fetch(
                connection, "imports/campaign_changes", wanted, names={"weighed": "import_campaign"}
            )
        finally:
            self._give_back()
        tables = weighing.with_details(report_json.tables(record), days, campaigns)
        return Preview(tuple(tables), record.messages, record.gaps, record.published)

    def gives(self, first: date, last: date) -> bool:
        """Whether every day from the first to the last may be told of; here all may."""
        return True

    def seen_from(self, today: date) -> date:
        """The day from which ages of sources are counted."""
        return today

    def reaches_to(self, today: date) -> date | None:
        """The last day that there are data of, where it is another than the figures' own; None where it is not."""
        return None

    def kept(self, name: str, make: Callable[[], T]) -> T:
        """What is made of this version once and is the same for all who read it; it goes when the version does."""
        made = self._kept.get(name)
        if made is None:
            made = self._kept[name] = make()  # made twice where two ask at once, which is the same twice
        found: T = made
        return found

    def part(self, days: Days, opened: Callable[[], Warehouse]) -> Warehouse:
        """This version with these days alone, `opened` once from the same file and closed together with this."""
        with self._parts_lock:
            part = self._parts.get(days)
            if part is None:
                part = self._parts[days] = opened()
        if self._superseded:
            part.supersede()
        return part

    def supersede(self) -> None:
        """Says that a newer version is there: the file is closed as soon as nobody reads from it."""
        with self._lock:
            self._superseded = True
            self._close_if_idle()
        with self._parts_lock:
            parts = tuple(self._parts.values())
        for part in parts:
            part.supersede()

    def wait_until_closed(self) -> None:
        """Waits for the readers of a superseded version to end, which their time limit makes them."""
        with self._idle:
            self._idle.wait_for(lambda: self._connection is None)
        with self._parts_lock:
            parts = tuple(self._parts.values())
        for part in parts:
            part.wait_until_closed()

    def _open(self, path: Path) -> duckdb.DuckDBPyConnection:
        return read_only(path)

    def _borrow(self) -> duckdb.DuckDBPyConnection:
        """The shared connection, opened again if need be; a cursor of it serves one query."""
        with self._lock:
            if self._connection is None:
                if identity(self.path) != self.identity:
                    raise _replaced()
                self._connection = self._open(self.path)
            self._readers += 1
            return self._connection

    def _give_back(self) -> None:
        with self._lock:
            self._readers -= 1
            self._close_if_idle()

    def _close_if_idle(self) -> None:
        if self._superseded and self._readers == 0 and self._connection is not None:
            self._connection.close()
            self._connection = None
            self._idle.notify_all()

    @staticmethod
    def _not_one(name: str, count: int) -> QueryMisused:
        return misuse(name, f"one row was expected, and {count} came")
