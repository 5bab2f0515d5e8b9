"""The record of everything that changes who sees what. Written in the same transaction as the change itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select

from dashboard.access import moments, secret, tables
from dashboard.access.store import AccessStore


@dataclass(frozen=True)
class Change:
    """One line of the record. `about` names a link or a session by its public id, never by its secret."""

    at: datetime
    who: str
    what: str
    client: str | None
    about: str
    came_from: str


def record(
    connection: Connection, who: str, what: str, *, client: str | None = None, about: str = "", came_from: str = ""
) -> None:
    """Adds a line: who did what, about which client and link, from which address."""
    line = {"at": moments.written(moments.now()), "who": who, "what": what, "client": client, "about": about}
    connection.execute(insert(tables.audit).values(id=secret.new_id() + secret.new_id(), came_from=came_from, **line))


def newest(store: AccessStore, limit: int = 100) -> tuple[Change, ...]:
    """The last lines of the record, newest first."""
    columns = tables.audit.c
    query = select(columns.at, columns.who, columns.what, columns.client, columns.about, columns.came_from)
    with store.reading() as connection:
        rows = connection.execute(query.order_by(columns.at.desc()).limit(limit)).all()
    return tuple(Change(moments.read(row.at), *row[1:]) for row in rows)
