"""One-time addresses of the agency: to set a workspace up, to accept an invitation, to set a new password, to sign in.

Each is good once, for a time, and for one person; kept as a hash.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import ColumnElement, Connection, delete, exists, insert, or_, select, update

from dashboard.access import audit, moments, people, secret, tables
from dashboard.access.store import AccessStore
from dashboard.domain.errors import PersonUnknown
from dashboard.domain.phrase import say

Kind = Literal["set_up", "sign_in", "invitation", "reset", "second_factor"]

HOURS: dict[Kind, float] = {"set_up": 24, "sign_in": 24, "invitation": 7 * 24, "reset": 24, "second_factor": 1 / 6}

_EVENT: dict[Kind, str] = {
    "set_up": "set-up address issued",
    "sign_in": "sign-in address issued",
    "invitation": "invitation issued",
    "reset": "reset address issued",
}


@dataclass(frozen=True)
class Entry:
    """What a one-time address is for, and for whom: nobody yet where a workspace is to be set up."""

    kind: Kind
    person: str | None


def issue(
    store: AccessStore, by: str, *, kind: Kind = "sign_in", person: str | None = None, came_from: str = ""
) -> str:
    """A new token; its address is /enter/<token>. Kept as a hash, so this is the only time that it can be shown.

    Without a person it is for the owner who has been there longest, or sets the workspace up where there is none. An
    invitation or a new password takes the place of the one before. Raises PersonUnknown.
    """
    if person is None:
        owner = people.any_owner(store)
        kind, person = (kind, owner.id) if owner else ("set_up", None)
    with store.writing() as connection:
        known = people.standing(connection, person)
        if person is not None and known is None:
            raise PersonUnknown(say("This person does not belong to the agency any more. No address was made."))
        token = issuing(connection, kind, person)
        if kind in _EVENT:
            about = known.email if known else ""
            audit.record(connection, by, _EVENT[kind], about=about, came_from=came_from)
    return token


def issuing(connection: Connection, kind: Kind, person: str | None) -> str:
    """`issue` within a transaction of the caller's, who records it."""
    token = secret.new()
    entries = tables.entries
    connection.execute(delete(entries).where(entries.c.expires_at < moments.after(days=-30)))
    if kind in ("invitation", "reset"):
        connection.execute(delete(entries).where(entries.c.person == person, entries.c.kind == kind))
    row = {"created_at": moments.written(moments.now()), "expires_at": moments.after(hours=HOURS[kind])}
    connection.execute(insert(entries).values(token_hash=secret.hashed(token), kind=kind, person=person, **row))
    return token


def look(store: AccessStore, token: str) -> Entry | None:
    """What this token is for, if it is good now. Asking does not use it up."""
    columns = tables.entries.c
    query = select(columns.token_hash, columns.kind, columns.person).where(*_open(token))
    with store.reading() as connection:
        row = connection.execute(query).one_or_none()
    return Entry(row.kind, row.person) if row and secret.same(row.token_hash, secret.hashed(token)) else None


def use(store: AccessStore, token: str, *kinds: Kind) -> Entry | None:
    """Uses the token up and gives what it was for: to the one caller who may enter by it, and to nobody else.

    A token of another kind than those named is left as it is.
    """
    with store.writing() as connection:
        return using(connection, token, *kinds)


def using(connection: Connection, token: str, *kinds: Kind) -> Entry | None:
    """`use` within a transaction of the caller's: whatever fails after it leaves the token good."""
    entries = tables.entries
    meant = [*_open(token), *([entries.c.kind.in_(kinds)] if kinds else [])]
    change = update(entries).where(*meant).values(used_at=moments.written(moments.now()))
    row = connection.execute(change.returning(entries.c.kind, entries.c.person)).one_or_none()
    return Entry(row.kind, row.person) if row else None


def waiting(store: AccessStore, kind: Kind) -> dict[str, datetime]:
    """Until when the addresses of this kind that nobody has used are good, by person."""
    columns = tables.entries.c
    query = select(columns.person, columns.expires_at).where(
        columns.kind == kind, columns.used_at.is_(None), columns.expires_at > moments.written(moments.now())
    )
    with store.reading() as connection:
        return {row.person: moments.read(row.expires_at) for row in connection.execute(query)}


def _open(token: str) -> tuple[ColumnElement[bool], ...]:
    columns, persons = tables.entries.c, tables.people.c
    belongs = exists().where(persons.id == columns.person, persons.ended_at.is_(None))
    nobody = ~exists().where(persons.ended_at.is_(None))
    return (
        columns.token_hash == secret.hashed(token),
        columns.used_at.is_(None),
        columns.expires_at > moments.written(moments.now()),
        or_(belongs, (columns.kind == "set_up") & nobody),
    )
