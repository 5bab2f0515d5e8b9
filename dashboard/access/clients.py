"""The registry of the agency's clients. Their data and settings lie in namespaces of their own.

A client is open, put away (archived), or being erased: the last is the mark by which an erasure that was interrupted
is found and ended.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import insert, select, update
from sqlalchemy.exc import IntegrityError

from dashboard.access import audit, belongings, moments, tables
from dashboard.access.store import AccessStore
from dashboard.domain.errors import ClientExists, ClientUnknown
from dashboard.domain.phrase import say

OPEN, ARCHIVED, ERASING = 0, 1, 2


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
        return self._in(OPEN)

    def archived(self) -> tuple[Client, ...]:
        """The clients that were put away, by name."""
        return self._in(ARCHIVED)

    def being_erased(self) -> tuple[Client, ...]:
        """The clients whose erasure was begun and not ended."""
        return self._in(ERASING)

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

    def rename(self, slug: str, name: str, by: str) -> None:
        """Gives a client another name; its slug stays. Raises ClientExists where the name is taken, ClientUnknown."""
        change = update(tables.clients).where(tables.clients.c.slug == slug).values(name=name)
        try:
            with self._store.writing() as connection:
                if connection.execute(change).rowcount == 0:
                    raise ClientUnknown(say("There is no client “{name}”. Nothing was changed.", name=slug))
                audit.record(connection, by, "client settings changed", client=slug, about="name")
        except IntegrityError as error:
            raise ClientExists(say("There is a client “{name}” already. Nothing was changed.", name=name)) from error

    def archive(self, slug: str, by: str) -> None:
        """Puts a client away: its links no longer open, its data stay. Raises ClientUnknown."""
        self._turn(slug, OPEN, ARCHIVED, "client archived", by)

    def bring_back(self, slug: str, by: str) -> None:
        """Takes a client out of the archive; links that have not ended meanwhile open again. Raises ClientUnknown."""
        self._turn(slug, ARCHIVED, OPEN, "client restored", by)

    def begin_erasing(self, slug: str, by: str) -> None:
        """Marks a client, open or archived, as being erased: from now on nobody sees it. Raises ClientUnknown."""
        with self._store.writing() as connection:
            known = tables.clients.c
            change = update(tables.clients).where(known.slug == slug, known.archived != ERASING)
            if connection.execute(change.values(archived=ERASING)).rowcount == 0:
                raise _unknown(slug)
            audit.record(connection, by, "client erasure begun", client=slug)

    def end_erasing(self, slug: str, by: str) -> None:
        """Removes the rows of a client marked so, and of everything that belongs to it; its lines of the record stay.

        Nothing is done for a client that is not marked.
        """
        known = tables.clients.c
        with self._store.writing() as connection:
            marked = select(known.slug).where(known.slug == slug, known.archived == ERASING)
            if connection.execute(marked).one_or_none() is None:
                return
            belongings.remove(connection, slug)
            audit.record(connection, by, "client erased", client=slug)

    def _in(self, state: int) -> tuple[Client, ...]:
        columns = tables.clients.c
        query = select(columns.slug, columns.name).where(columns.archived == state).order_by(columns.name, columns.slug)
        with self._store.reading() as connection:
            return tuple(Client(row.slug, row.name) for row in connection.execute(query))

    def _turn(self, slug: str, before: int, after: int, what: str, by: str) -> None:
        change = update(tables.clients).where(tables.clients.c.slug == slug, tables.clients.c.archived == before)
        with self._store.writing() as connection:
            if connection.execute(change.values(archived=after)).rowcount == 0:
                raise _unknown(slug)
            audit.record(connection, by, what, client=slug)


def _unknown(slug: str) -> ClientUnknown:
    return ClientUnknown(say("There is no client “{name}”. Nothing was changed.", name=slug))
