"""Decisions about names in the store: each stays on the record; one of a name is in force until it is withdrawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from typing import Any

import duckdb

from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.naming import Name, NameDecision, NameKind
from dashboard.domain.phrase import say
from dashboard.warehouse.running import execute, select


def decisions(rows: Iterable[dict[str, Any]]) -> tuple[NameDecision, ...]:
    """The decisions from the rows of `names/decisions`, the newest first."""
    return tuple(
        NameDecision(
            row["number"],
            Name(NameKind(row["kind"]), row["channel"], row["name"]),
            row["meaning"],
            row["decided_at"].replace(tzinfo=UTC),
            row["decided_by"],
            row["withdrawn_at"] and row["withdrawn_at"].replace(tzinfo=UTC),
            row["withdrawn_by"] or "",
        )
        for row in rows
    )


class NameDecisions:
    """The decisions of an open store. `renaming` is a transaction whose end rebuilds what moved, and publishes."""

    def __init__(
        self, connection: duckdb.DuckDBPyConnection, renaming: Callable[[], AbstractContextManager[None]]
    ) -> None:
        self._connection = connection
        self._renaming = renaming

    def every(self) -> tuple[NameDecision, ...]:
        """Every decision, the newest first, those taken back too."""
        return decisions(select(self._connection, "names/decisions"))

    def decide(self, name: Name, meaning: str, by: str) -> NameDecision:
        """Puts in force what a name means ('' is one of its own), in the place of what was decided of it before.

        What is decided as it stands is not decided again. Raises SettingsInvalid where the name is empty, a campaign
        has no channel, or the name would mean itself.
        """
        _refuse_unusable(name, meaning)
        every = self.every()
        standing = next((one for one in every if one.in_force and one.name.key == name.key), None)
        if standing is not None and standing.meaning == meaning:
            return standing
        number = max((one.number for one in every), default=0) + 1
        decided = NameDecision(number, name, meaning, datetime.now(UTC), by)
        with self._renaming():
            if standing is not None:
                self._withdraw(standing.number, by, decided.decided_at)
            execute(
                self._connection,
                "names/decide",
                {
                    "number": number,
                    "kind": name.kind.value,
                    "channel": name.channel,
                    "name": name.text,
                    "meaning": meaning,
                    "decided_at": decided.decided_at.replace(tzinfo=None),
                    "decided_by": by,
                },
            )
        return decided

    def withdraw(self, number: int, by: str) -> NameDecision:
        """Takes a decision back: figures are as if it had never been. Raises SettingsInvalid if it is not in force."""
        standing = next((one for one in self.every() if one.number == number and one.in_force), None)
        if standing is None:
            raise SettingsInvalid(
                say("Decision {number} is not in force any more. Nothing was changed.", number=str(number))
            )
        with self._renaming():
            self._withdraw(number, by, datetime.now(UTC))
        return standing

    def _withdraw(self, number: int, by: str, at: datetime) -> None:
        execute(
            self._connection,
            "names/withdraw",
            {"number": number, "withdrawn_at": at.replace(tzinfo=None), "withdrawn_by": by},
        )


def _refuse_unusable(name: Name, meaning: str) -> None:
    if not name.text.strip() or (name.kind is NameKind.CAMPAIGN) != bool(name.channel):
        raise SettingsInvalid(say("A name is needed, and for a campaign its channel. Nothing was changed."))
    if name.is_called(meaning):
        raise SettingsInvalid(say("“{name}” means itself already. Nothing was changed.", name=name.text))
