"""Shared links: each opens some screens of one client to whoever holds it, until it expires or is revoked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError

from dashboard.access import audit, moments, secret, tables
from dashboard.access.screens import CLIENT_SCREENS
from dashboard.access.store import AccessStore
from dashboard.domain.errors import ClientUnknown, SettingsInvalid
from dashboard.domain.phrase import say

# Under which a row of `links` joined to `clients` opens at the moment :now.
IS_OPEN: ColumnElement[bool] = and_(
    tables.links.c.revoked_at.is_(None),
    tables.links.c.expires_at > bindparam("now"),
    tables.clients.c.archived == 0,
)

_LONGEST_SECRET = 200
_DAYS = range(1, 36_501)


@dataclass(frozen=True)
class NewLink:
    """A link just made. Its `path` (/s/…) holds the secret, and is never to be had again."""

    public_id: str
    path: str


@dataclass(frozen=True)
class Link:
    """A link as it stands: what it opens, for whom, and how it was used. The secret is not part of it."""

    public_id: str
    client: str
    screens: tuple[str, ...]
    language: str | None
    note: str
    created_at: datetime
    expires_at: datetime
    revoked_at: datetime | None
    opened_count: int
    last_opened: datetime | None


def add(
    store: AccessStore,
    *,
    client: str,
    screens: Sequence[str],
    language: str | None = None,
    days: int = 90,
    note: str = "",
    by: str = "",
) -> NewLink:
    """Makes a link to these screens of a client, good for this many days. Raises SettingsInvalid and ClientUnknown."""
    wrong = [screen for screen in screens if screen not in CLIENT_SCREENS]
    if wrong or not screens:
        raise SettingsInvalid(
            say(
                "A link opens screens out of {known}, and was asked for {wrong}. No link was made.",
                known=CLIENT_SCREENS,
                wrong=tuple(wrong) or "—",
            )
        )
    if days not in _DAYS:
        raise SettingsInvalid(
            say("A link opens for 1 to {most} days, not for {days}. No link was made.", most=_DAYS[-1], days=days)
        )
    public_id, shown = secret.new_id(), secret.new()
    row = {
        "public_id": public_id,
        "secret_hash": secret.hashed(shown),
        "client": client,
        "screens": ",".join(dict.fromkeys(screens)),
        "language": language,
        "note": note,
        "created_at": moments.written(moments.now()),
        "expires_at": moments.after(days=days),
    }
    try:
        with store.writing() as connection:
            connection.execute(insert(tables.links).values(row))
            audit.record(connection, by, "link added", client=client, about=public_id)
    except IntegrityError as error:
        raise ClientUnknown(say("There is no client “{name}”. No link was made.", name=client)) from error
    return NewLink(public_id, f"/s/{shown}")


def open(store: AccessStore, shown: str) -> Link | None:
    """The link of this secret if it opens now; None if it is dead or never was, which takes the same steps."""
    if len(shown) > _LONGEST_SECRET:
        return None
    wanted = secret.hashed(shown)
    query = select(tables.links).join(tables.clients).where(tables.links.c.secret_hash == wanted, IS_OPEN)
    with store.reading() as connection:
        row = connection.execute(query, {"now": moments.written(moments.now())}).one_or_none()
    if not secret.same(row.secret_hash if row else "0" * len(wanted), wanted) or row is None:
        return None
    return _link(row)


def revoke(store: AccessStore, public_id: str, by: str) -> bool:
    """Closes a link at once, also for those who have it open. False if there was no open link of this id."""
    links = tables.links
    change = update(links).where(links.c.public_id == public_id, links.c.revoked_at.is_(None))
    with store.writing() as connection:
        closed = connection.execute(
            change.values(revoked_at=moments.written(moments.now())).returning(links.c.client)
        ).one_or_none()
        if closed is None:
            return False
        audit.record(connection, by, "link revoked", client=closed.client, about=public_id)
    return True


def of_client(store: AccessStore, client: str) -> tuple[Link, ...]:
    """The links of a client, newest first, the dead ones included."""
    query = select(tables.links).where(tables.links.c.client == client).order_by(tables.links.c.created_at.desc())
    with store.reading() as connection:
        return tuple(_link(row) for row in connection.execute(query))


def _link(row: Row[Any]) -> Link:
    return Link(
        public_id=row.public_id,
        client=row.client,
        screens=tuple(row.screens.split(",")),
        language=row.language,
        note=row.note,
        created_at=moments.read(row.created_at),
        expires_at=moments.read(row.expires_at),
        revoked_at=moments.read(row.revoked_at) if row.revoked_at else None,
        opened_count=row.opened_count,
        last_opened=moments.read(row.last_opened) if row.last_opened else None,
    )
