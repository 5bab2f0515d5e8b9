"""The registry of the agency's clients. Their data and settings lie in namespaces of their own."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import insert, select, update
from sqlalchemy.exc import IntegrityError

from dashboard.access import audit, moments, tables
from dashboard.access.store import AccessStore
from dashboard.domain.errors import ClientExists, ClientUnknown
from dashboard.domain.phrase import say


@dataclass(frozen=True)
class Client:
    """One client: the slug that addresses and folders carry, and the name that people use."""

    slug: str
    name: str


class Clients:
    """The clients of one workspace."""

    def __init__(self, store: AccessStore) -> None:
        self._store = store

    def all(self) -> tuple[Client, ...]:
        """The clients that are not archived, by name."""
        columns = tables.clients.c
        query = select(columns.slug, columns.name).where(columns.archived == 0).order_by(columns.name, columns.slug)
        with self._store.reading() as connection:
            return tuple(Client(row.slug, row.name) for row in connection.execute(query))

    def add(self, client: Client, by: str) -> None:
        """Registers a client. Raises ClientExists where the slug or the name is taken, archived clients included."""
        row = {"slug": client.slug, "name": client.name, "created_at": moments.written(moments.now())}
        try:
            with self._store.writing() as connection:
                connection.execute(insert(tables.clients).values(row))
                audit.record(connection, by, "client added", client=client.slug)
        except IntegrityError as error:
            raise ClientExists(
                say("There is a client “{name}” already. Nothing was changed.", name=client.name)
            ) from error

    def archive(self, slug: str, by: str) -> None:
        """Puts a client away: its links no longer open, its data stay. Raises ClientUnknown."""
        change = update(tables.clients).where(tables.clients.c.slug == slug, tables.clients.c.archived == 0)
        with self._store.writing() as connection:
            if connection.execute(change.values(archived=1)).rowcount == 0:
                raise ClientUnknown(say("There is no client “{name}”. Nothing was changed.", name=slug))
            audit.record(connection, by, "client archived", client=slug)
