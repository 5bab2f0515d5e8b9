"""The months whose figures were given to the owner: kept with when, by whom, and at which version of the data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime
from typing import Any

import duckdb

from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.phrase import Month, say
from dashboard.warehouse.records import PublishedMonth
from dashboard.warehouse.running import execute, select


def read(rows: Iterable[Mapping[str, Any]]) -> list[PublishedMonth]:
    """The months that rows of the query `imports/months` tell of."""
    return [
        PublishedMonth(
            row["month"],
            row["published_at"].replace(tzinfo=UTC),
            row["published_by"],
            row["data_version"],
            row["withdrawn_at"].replace(tzinfo=UTC) if row["withdrawn_at"] else None,
            row["withdrawn_by"],
        )
        for row in rows
    ]


class PublishedMonths:
    """The published months of an open store. `changing` is a transaction whose end publishes the data."""

    def __init__(
        self, connection: duckdb.DuckDBPyConnection, changing: Callable[[], AbstractContextManager[None]]
    ) -> None:
        self._connection = connection
        self._changing = changing

    def all(self) -> list[PublishedMonth]:
        """Every month, newest first, the withdrawn ones too."""
        return read(select(self._connection, "imports/months"))

    def publish(self, month: date, by: str) -> None:
        """Notes that the figures of a month were given to the owner. Raises SettingsInvalid if they were already."""
        first = month.replace(day=1)
        if self._in_force(first):
            raise SettingsInvalid(
                say(
                    "The figures of {month} were given to the owner already. Withdraw them first to give them anew. "
                    "Nothing was changed.",
                    month=Month(first),
                )
            )
        version = select(self._connection, "imports/state")[0]["data_version"]
        given = {"month": first, "published_at": _now(), "published_by": by, "data_version": version}
        with self._changing():
            execute(self._connection, "imports/publish_month", given)

    def withdraw(self, month: date, by: str) -> None:
        """Notes that a month is published no more; it stays on record. Raises SettingsInvalid if it was not."""
        first = month.replace(day=1)
        if not self._in_force(first):
            raise SettingsInvalid(
                say(
                    "The figures of {month} are not noted as given to the owner. Nothing was changed.",
                    month=Month(first),
                )
            )
        with self._changing():
            withdrawn = {"month": first, "withdrawn_at": _now(), "withdrawn_by": by}
            execute(self._connection, "imports/withdraw_month", withdrawn)

    def _in_force(self, month: date) -> bool:
        return any(one.month == month and one.withdrawn_at is None for one in self.all())


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
