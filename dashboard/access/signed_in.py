"""Where a person is signed in: their sessions with device, place and time, and ending them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, delete, select

from dashboard.access import audit, moments, people, tables
from dashboard.access.store import AccessStore

NAME_LENGTH = 12
"""How much of a session's hash names it: nothing can be opened with that."""


@dataclass(frozen=True)
class SignIn:
    """One session of a person. `session` is the name it has in the record; `agent` is what the browser calls itself."""

    session: str
    came_from: str
    agent: str
    since: datetime
    last_seen: datetime


def of(store: AccessStore, person: str) -> tuple[SignIn, ...]:
    """The sessions of a person that are good now, the one seen last first."""
    columns = tables.sessions.c
    query = select(tables.sessions).where(columns.person == person, columns.expires_at > moments.written(moments.now()))
    with store.reading() as connection:
        found = [
            SignIn(
                row.id_hash[:NAME_LENGTH],
                row.came_from,
                row.agent,
                moments.read(row.created_at),
                moments.read(row.last_seen or row.created_at),
            )
            for row in connection.execute(query)
        ]
    return tuple(sorted(found, key=lambda one: (one.last_seen, one.session), reverse=True))


def end(store: AccessStore, person: str, session: str, by: str, came_from: str = "") -> bool:
    """Ends one session of a person, by its name. False if it has ended already."""
    if len(session) != NAME_LENGTH or not session.isalnum():
        return False
    with store.writing() as connection:
        if not ending(connection, person, tables.sessions.c.id_hash.startswith(session)):
            return False
        known = people.standing(connection, person)
        about = f"{session} of {known.email}" if known else session
        audit.record(connection, by, "session ended", about=about, came_from=came_from)
    return True


def end_all(store: AccessStore, person: str, by: str, but: str = "", came_from: str = "") -> int:
    """Ends all sessions of a person but the one of this name, and gives how many."""
    with store.writing() as connection:
        count = ending_all(connection, person, but)
        if count:
            known = people.standing(connection, person)
            about = known.email if known else person
            audit.record(connection, by, "sessions ended", about=about, came_from=came_from)
    return count


def ending_all(connection: Connection, person: str, but: str = "") -> int:
    """`end_all` within a transaction of the caller's, who records it."""
    kept = ~tables.sessions.c.id_hash.startswith(but) if len(but) == NAME_LENGTH and but.isalnum() else None
    return ending(connection, person, *([] if kept is None else [kept]))


def ending(connection: Connection, person: str, *which: ColumnElement[bool]) -> int:
    """Ends the sessions of a person that meet all of `which`, within a transaction of the caller's."""
    sessions, held = tables.sessions, tables.session_links
    theirs = (sessions.c.person == person, *which)
    connection.execute(delete(held).where(held.c.session_hash.in_(select(sessions.c.id_hash).where(*theirs))))
    return connection.execute(delete(sessions).where(*theirs)).rowcount
