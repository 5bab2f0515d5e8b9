"""What the workspace's database holds of one client, in whatever tables any part of the program has made."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, MetaData, Table, delete, select

from dashboard.access.store import AccessStore
from dashboard.access.tables import audit, clients

# Never given out: what opens something, and what tells one browser or one place from another.
_SECRET = ("hash", "secret", "password", "token", "totp", "session", "came_from", "agent", "chain", "held_")
_OF_BROWSERS = frozenset({"session_links"})


def belongings(store: AccessStore, slug: str) -> dict[str, list[dict[str, Any]]]:
    """The rows of each table that belong to a client, its lines of the record too; nothing that opens anything."""
    found = {}
    with store.reading() as connection:
        for table in _there(connection).sorted_tables:
            own = table.c.client == slug if table.name == audit.name else _own(table, slug)
            if own is None or table.name in _OF_BROWSERS:
                continue
            columns = [column for column in table.columns if not any(word in column.name for word in _SECRET)]
            found[table.name] = [dict(row) for row in connection.execute(select(*columns).where(own)).mappings()]
    return found


def remove(connection: Connection, slug: str) -> None:
    """Removes every row that belongs to a client, and the client's own; lines of the record stay."""
    for table in reversed(_there(connection).sorted_tables):
        own = _own(table, slug)
        if own is not None:
            connection.execute(delete(table).where(own))


def _there(connection: Connection) -> MetaData:
    found = MetaData()
    found.reflect(connection)
    return found


def _own(table: Table, slug: str) -> ColumnElement[bool] | None:
    """Which rows of a table belong to a client, by its own reference or by that of a row it refers to; None: none."""
    if table.name == clients.name:
        return table.c.slug == slug
    for column in table.columns:
        for key in column.foreign_keys:
            beyond = key.column.table
            if beyond is not table and (own := _own(beyond, slug)) is not None:
                return column.in_(select(key.column).where(own))
    return None
