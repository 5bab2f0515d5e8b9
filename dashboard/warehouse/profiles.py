"""The versions of a client's settings in an open store: what held when, who changed it, and a change tried out."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import duckdb

from dashboard.domain.client import ClientProfile
from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.phrase import say
from dashboard.warehouse import opening, profile_json, sales_books
from dashboard.warehouse.marts import MartEngine
from dashboard.warehouse.reader import Warehouse
from dashboard.warehouse.records import SettingsVersion
from dashboard.warehouse.running import execute, select

# Settings that change how things are shown, and no number.
_SHOWN_ONLY = frozenset(
    {"name", "language", "accent", "logo", "timezone", "agreed_age_days", "agreed_age_by_source", "provisional_days"}
)


class Trial(Warehouse):
    """The figures as a change that is tried out makes them, read inside its transaction; for the time of `trying`."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, profile: ClientProfile) -> None:
        self._store = connection
        self.profile = profile
        self.version = 0

    def fetch(self, name: str, **params: Any) -> list[dict[str, Any]]:
        """See `Warehouse.fetch`."""
        return select(self._store, name, params)


@dataclass(frozen=True)
class Ending:
    """What the store does with a change: counts it within its transaction, and publishes it afterwards."""

    count: Callable[[], None]
    publish: Callable[[], None]


class Profiles:
    """The settings of an open store, every version of them, to read and to change."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, engine: MartEngine, ending: Ending) -> None:
        self._connection = connection
        self._engine = engine
        self._ending = ending

    def every(self) -> tuple[SettingsVersion, ...]:
        """Every version, the newest first: that one is in force."""
        return profile_json.settings_versions(select(self._connection, "imports/profile_versions"))

    def now(self) -> ClientProfile:
        """The settings in force."""
        return profile_json.from_json(select(self._connection, "imports/profile")[0]["settings"])

    def save(self, profile: ClientProfile, by: str, *, restored: int | None = None, logo: bytes | None = None) -> None:
        """Puts new settings in force as the next version, and makes all marts anew if they change a number.

        `logo` is the picture that the settings name by its SHA-256, where it is a new one; `restored` the version that
        these settings restore. Raises SettingsInvalid if the short name (slug) differs, the currency does where there
        are amounts, or a book that is to count has no sales.
        """
        connection = self._connection
        old = self._now_or_none()
        if old == profile:
            return
        self._refuse(old, profile)
        with opening.change(connection):
            self._keep_logo(logo)
            self._add(profile, by, restored)
            if old is not None and profile_json.differing(old, profile) - _SHOWN_ONLY:  # a new client has no rows
                self._engine.rebuild(connection, None, profile)
            self._ending.count()
        self._ending.publish()

    @contextmanager
    def trying(self, profile: ClientProfile) -> Iterator[Warehouse]:
        """The figures as they would be by other settings. Nothing is written. Raises SettingsInvalid as `save` does."""
        connection = self._connection
        old = self._now_or_none()
        self._refuse(old, profile)
        connection.begin()
        try:
            if old is None or profile_json.differing(old, profile) - _SHOWN_ONLY:
                self._engine.rebuild(connection, None, profile)
            yield Trial(connection, profile)
        finally:
            connection.rollback()

    def now_trial(self) -> Warehouse:
        """The figures by the settings in force, read as those of `trying` are."""
        return Trial(self._connection, self.now())

    def has_amounts(self) -> bool:
        """Whether amounts are in the store whose currency the client's own may be."""
        return bool(select(self._connection, "imports/has_amounts")[0]["amounts"])

    def _now_or_none(self) -> ClientProfile | None:
        rows = select(self._connection, "imports/profile")
        return profile_json.from_json(rows[0]["settings"]) if rows else None

    def _refuse(self, old: ClientProfile | None, profile: ClientProfile) -> None:
        if old is not None and old.slug != profile.slug:
            raise SettingsInvalid(say("A client's short name cannot be changed. Nothing was changed."))
        if old is not None and old.currency != profile.currency and self.has_amounts():
            raise SettingsInvalid(
                say(
                    "The currency stays {currency}: amounts in it were imported, and are not turned into another. "
                    "Take the imports back first, or add a client of its own for {other}. Nothing was changed.",
                    currency=old.currency,
                    other=profile.currency,
                )
            )
        sales_books.refuse_unknown(self._connection, old, profile)

    def _add(self, profile: ClientProfile, by: str, restored: int | None) -> None:
        standing = select(self._connection, "imports/profile")
        execute(
            self._connection,
            "imports/add_profile",
            {
                "version": standing[0]["version"] + 1 if standing else 1,
                "saved_at": datetime.now(UTC).replace(tzinfo=None),
                "saved_by": by,
                "settings": profile_json.to_json(profile),
                "restored": restored,
            },
        )

    def _keep_logo(self, picture: bytes | None) -> None:
        if picture is None:
            return
        written = base64.b64encode(picture).decode("ascii")
        execute(
            self._connection,
            "imports/keep_logo",
            {"sha256": hashlib.sha256(picture).hexdigest(), "picture": written},
        )
