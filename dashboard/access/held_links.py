"""What a browser's session holds, and what it held: whose link has closed may know why, as he knew of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection, and_, select

from dashboard.access import moments, secret, tables
from dashboard.access.link import Link
from dashboard.access.store import AccessStore


class Reason(StrEnum):
    """Why a link that a session has opened shows nothing any more."""

    CLOSED = "closed"
    EXPIRED = "expired"
    REPLACED = "replaced"


@dataclass(frozen=True)
class Ended:
    """A link that this session opened and that is closed now; `at` is when it expired."""

    client: str
    reason: Reason
    at: datetime
    language: str | None


def holds(connection: Connection, cookie: str, link: Link) -> bool:
    """Whether the session of this cookie has opened the link, at the address and with the password it has now."""
    held = tables.session_links.c
    mine = and_(
        held.session_hash == secret.hashed(cookie),
        held.link == link.public_id,
        held.generation == link.generation,
    )
    session = select(tables.sessions.c.id_hash).where(
        tables.sessions.c.id_hash == secret.hashed(cookie),
        tables.sessions.c.expires_at > moments.written(moments.now()),
    )
    return connection.execute(select(held.link).where(mine, session.exists())).one_or_none() is not None


def holds_now(store: AccessStore, cookie: str | None, link: Link | None) -> bool:
    """The same, in a moment of its own. Takes as long for no link and no cookie as for any."""
    nobody = Link.nobody()
    with store.reading() as connection:
        found = holds(connection, (cookie or "")[:200], link or nobody)
    return found and bool(cookie) and link is not None


def ended(store: AccessStore, cookie: str | None) -> tuple[Ended, ...]:
    """The links that the session of this cookie opened and that are closed now, the one opened last first."""
    if not cookie:
        return ()
    held, link = tables.session_links.c, tables.links.c
    query = (
        select(
            link.client,
            link.language,
            link.expires_at,
            link.revoked_at,
            link.generation,
            held.generation.label("opened"),
            tables.clients.c.archived,
        )
        .join(tables.links, held.link == link.public_id)
        .join(tables.clients, link.client == tables.clients.c.slug)
        .where(held.session_hash == secret.hashed(cookie[:200]))
        .order_by(held.opened_at.desc())
    )
    now = moments.written(moments.now())
    found = []
    with store.reading() as connection:
        for row in connection.execute(query):
            reason = (
                Reason.CLOSED
                if row.revoked_at or row.archived
                else Reason.EXPIRED
                if row.expires_at <= now
                else Reason.REPLACED
                if row.opened != row.generation
                else None
            )
            if reason:
                found.append(Ended(row.client, reason, moments.read(row.expires_at), row.language))
    return tuple(found)
