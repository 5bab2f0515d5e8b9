"""Saved mappings in the store: every version stays, the newest of each is in force unless it took the mapping away."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import duckdb

from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.phrase import say
from dashboard.domain.saved_mapping import SavedMapping
from dashboard.warehouse.running import execute, select

LONGEST_NAME = 80


def versions(rows: Iterable[dict[str, Any]]) -> tuple[SavedMapping, ...]:
    """Every version from the rows of `mappings/versions`, the newest first within each mapping."""
    return tuple(SavedMapping(**{**row, "saved_at": row["saved_at"].replace(tzinfo=UTC)}) for row in rows)


def in_force(every: Sequence[SavedMapping]) -> tuple[SavedMapping, ...]:
    """The newest version of each mapping that was not removed, by name."""
    newest: dict[int, SavedMapping] = {}
    for one in every:
        if one.number not in newest or one.version > newest[one.number].version:
            newest[one.number] = one
    return tuple(sorted((one for one in newest.values() if not one.removed), key=lambda one: one.name.casefold()))


class SavedMappings:
    """The mappings of an open store. `changing` is a transaction whose end publishes."""

    def __init__(
        self, connection: duckdb.DuckDBPyConnection, changing: Callable[[], AbstractContextManager[None]]
    ) -> None:
        self._connection = connection
        self._changing = changing

    def in_force(self) -> tuple[SavedMapping, ...]:
        """The mappings in force, by name."""
        return in_force(self.versions())

    def versions(self) -> tuple[SavedMapping, ...]:
        """Every version, those that were replaced or removed too."""
        return versions(select(self._connection, "mappings/versions"))

    def save(self, name: str, contents: str, by: str, number: int | None = None) -> SavedMapping:
        """Puts a version of a mapping in force: of the mapping `number`, also one that was removed, or of a new one.

        What is saved as it stands makes no version. Raises SettingsInvalid if the name is empty, too long or taken.
        """
        every = self.versions()
        called = _usable(name, number, every)
        standing = next((one for one in in_force(every) if one.number == number), None)
        if standing is not None and (standing.name, standing.contents) == (called, contents):
            return standing
        if number is None:
            number = max((one.number for one in every), default=0) + 1
        version = max((one.version for one in every if one.number == number), default=0) + 1
        return self._put(SavedMapping(number, version, called, contents, datetime.now(UTC), by))

    def remove(self, number: int, by: str) -> SavedMapping:
        """Takes a mapping out of use; its versions stay. Raises SettingsInvalid if none of that number is in force."""
        standing = next((one for one in self.in_force() if one.number == number), None)
        if standing is None:
            raise SettingsInvalid(say("There is no such mapping any more. Nothing was changed."))
        now = datetime.now(UTC)
        return self._put(replace(standing, version=standing.version + 1, saved_at=now, saved_by=by, removed=True))

    def _put(self, version: SavedMapping) -> SavedMapping:
        with self._changing():
            execute(
                self._connection,
                "mappings/add",
                {
                    "number": version.number,
                    "version": version.version,
                    "name": version.name,
                    "contents": version.contents,
                    "saved_at": version.saved_at.replace(tzinfo=None),
                    "saved_by": version.saved_by,
                    "removed": version.removed,
                },
            )
        return version


def _usable(name: str, number: int | None, every: Sequence[SavedMapping]) -> str:
    """The name as it is kept. Raises SettingsInvalid."""
    called = " ".join(name.split())
    if not called or len(called) > LONGEST_NAME:
        raise SettingsInvalid(
            say("A mapping needs a name of at most {most} characters. Nothing was saved.", most=LONGEST_NAME)
        )
    if any(one.name.casefold() == called.casefold() and one.number != number for one in in_force(every)):
        raise SettingsInvalid(
            say("There is a mapping “{name}” already: choose another name. Nothing was saved.", name=called)
        )
    return called
