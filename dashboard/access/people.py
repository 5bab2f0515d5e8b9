"""People of the agency: who belongs to it, with which role, for which clients.

What a person may is looked up at every run of a screen, so a role that was changed holds at the next one, and whoever
was ended sees nothing more.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, get_args

from sqlalchemy import Connection, Row, delete, exists, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from dashboard.access import audit, moments, secret, tables
from dashboard.access.store import AccessStore
from dashboard.access.viewer import Role
from dashboard.domain.errors import PersonUnknown, SettingsInvalid
from dashboard.domain.phrase import say

ROLES: tuple[Role, ...] = get_args(Role)

_EMAIL = re.compile(r"[^@\s,;:<>\"'()\[\]\\]{1,64}@[^@\s,;:<>\"'()\[\]\\]{1,190}")
_LONGEST_NAME = 120


@dataclass(frozen=True)
class Person:
    """Somebody of the agency as they stand now. `clients` is None for all of them."""

    id: str
    email: str
    name: str
    role: Role
    clients: tuple[str, ...] | None
    hears_recordings: bool
    has_password: bool
    has_second_factor: bool
    created_at: datetime
    ended_at: datetime | None


def add(
    store: AccessStore,
    *,
    email: str,
    name: str,
    role: Role,
    clients: Sequence[str] = (),
    hears_recordings: bool = False,
    by: str,
    came_from: str = "",
) -> Person:
    """Takes somebody into the agency; they cannot sign in before they have a password or a provider vouches for them.

    Somebody of this e-mail who was ended comes back, without the password that they had. Raises SettingsInvalid.
    """
    with store.writing() as connection:
        person = adding(
            connection, email=email, name=name, role=role, clients=clients, hears_recordings=hears_recordings, by=by
        )
        audit.record(connection, by, "person added", about=f"{person.email}: {told(person)}", came_from=came_from)
    return person


def adding(
    connection: Connection,
    *,
    email: str,
    name: str,
    role: Role,
    clients: Sequence[str],
    hears_recordings: bool,
    by: str,
) -> Person:
    """`add` within a transaction of the caller's, who records it."""
    email, name = checked_email(email), checked_name(name)
    _check_role(role)
    people = tables.people
    row = {
        "name": name,
        "role": role,
        "hears_recordings": int(hears_recordings),
        "created_at": moments.written(moments.now()),
        "created_by": by,
    }
    known = connection.execute(select(people).where(people.c.email == email)).one_or_none()
    if known is not None and known.ended_at is None:
        raise SettingsInvalid(say("{email} belongs to the agency already. Nobody was added.", email=email))
    if known is None:
        id = secret.new_id()
        connection.execute(insert(people).values(id=id, email=email, **row))
    else:
        id = known.id
        connection.execute(update(people).where(people.c.id == id).values(ended_at=None, **row))
    _set_clients(connection, id, role, clients)
    return known_now(connection, id)


def change(
    store: AccessStore,
    id: str,
    *,
    name: str,
    role: Role,
    clients: Sequence[str],
    hears_recordings: bool,
    by: str,
    came_from: str = "",
) -> Person:
    """Gives a person another name, role or clients. Raises PersonUnknown and SettingsInvalid (for the last owner)."""
    name = checked_name(name)
    _check_role(role)
    people = tables.people
    with store.writing() as connection:
        person = known_now(connection, id)
        if role != "owner":
            _keep_an_owner(connection, person)
        row = {"name": name, "role": role, "hears_recordings": int(hears_recordings)}
        connection.execute(update(people).where(people.c.id == id).values(row))
        _set_clients(connection, id, role, clients)
        now = known_now(connection, id)
        audit.record(connection, by, "person changed", about=f"{person.email}: {told(now)}", came_from=came_from)
    return now


def rename(store: AccessStore, id: str, name: str, by: str, came_from: str = "") -> None:
    """Gives a person another name. Raises PersonUnknown and SettingsInvalid."""
    name = checked_name(name)
    with store.writing() as connection:
        person = known_now(connection, id)
        connection.execute(update(tables.people).where(tables.people.c.id == id).values(name=name))
        audit.record(connection, by, "person changed", about=f"{person.email}: {name}", came_from=came_from)


def end(store: AccessStore, id: str, by: str, came_from: str = "") -> None:
    """Ends a person's time with the agency: their password, factor, addresses and sessions are gone at once.

    Raises PersonUnknown, and SettingsInvalid for the last owner.
    """
    people, sessions, entries = tables.people, tables.sessions, tables.entries
    with store.writing() as connection:
        person = known_now(connection, id)
        _keep_an_owner(connection, person)
        gone = {"ended_at": moments.written(moments.now()), "password_hash": None, "second_factor": None}
        connection.execute(update(people).where(people.c.id == id).values(gone))
        connection.execute(delete(tables.recovery_codes).where(tables.recovery_codes.c.person == id))
        connection.execute(delete(entries).where(entries.c.person == id))
        theirs = select(sessions.c.id_hash).where(sessions.c.person == id)
        connection.execute(delete(tables.session_links).where(tables.session_links.c.session_hash.in_(theirs)))
        connection.execute(delete(sessions).where(sessions.c.person == id))
        audit.record(connection, by, "person ended", about=person.email, came_from=came_from)


def all(store: AccessStore) -> tuple[Person, ...]:
    """Everybody who belongs to the agency, owners first, by name."""
    query = select(tables.people).where(tables.people.c.ended_at.is_(None))
    with store.reading() as connection:
        found = [_person(connection, row) for row in connection.execute(query).all()]
    return tuple(sorted(found, key=lambda person: (ROLES.index(person.role), person.name.casefold(), person.id)))


def any_owner(store: AccessStore) -> Person | None:
    """The owner who has been with the agency longest; None in a workspace that nobody has set up."""
    columns = tables.people.c
    query = select(tables.people).where(columns.role == "owner", columns.ended_at.is_(None))
    with store.reading() as connection:
        row = connection.execute(query.order_by(columns.created_at, columns.id).limit(1)).one_or_none()
        return _person(connection, row) if row else None


def of_email(store: AccessStore, email: str) -> Person | None:
    """Who has this e-mail; None if nobody of the agency does."""
    columns = tables.people.c
    query = select(tables.people).where(columns.email == folded(email), columns.ended_at.is_(None))
    with store.reading() as connection:
        row = connection.execute(query).one_or_none()
        return _person(connection, row) if row else None


def of_id(store: AccessStore, id: str) -> Person | None:
    """Who this is; None if nobody, or nobody any more."""
    with store.reading() as connection:
        return standing(connection, id)


def standing(connection: Connection, id: str | None) -> Person | None:
    """`of_id` within a connection of the caller's."""
    if id is None:
        return None
    query = select(tables.people).where(tables.people.c.id == id, tables.people.c.ended_at.is_(None))
    row = connection.execute(query).one_or_none()
    return _person(connection, row) if row else None


def is_set_up(store: AccessStore) -> bool:
    """Whether anybody belongs to the agency yet."""
    with store.reading() as connection:
        return bool(connection.execute(select(exists().where(tables.people.c.ended_at.is_(None)))).scalar_one())


def folded(email: str) -> str:
    """An e-mail as it is kept and compared; '' for one of other letters than ASCII's, which nobody has.

    Other letters are not made alike: the Kelvin sign, say, would become somebody else's k.
    """
    return email.strip().lower() if email.isascii() else ""


def checked_email(email: str) -> str:
    """An e-mail as it is kept. Raises SettingsInvalid for what is none."""
    kept = folded(email)
    if not _EMAIL.fullmatch(kept) or not kept.isprintable():
        raise SettingsInvalid(
            say("“{email}” is no e-mail address: one such as name@agency.example was expected.", email=email[:200])
        )
    return kept


def checked_name(name: str) -> str:
    """A person's name as it is kept. Raises SettingsInvalid for one that is empty or too long."""
    kept = " ".join(unicodedata.normalize("NFC", name).split())
    if not kept or len(kept) > _LONGEST_NAME or not kept.isprintable():
        raise SettingsInvalid(say("A name has 1 to {most} letters.", most=_LONGEST_NAME))
    return kept


def told(person: Person) -> str:
    """What somebody may, for the record."""
    clients = "" if person.clients is None else f" of {', '.join(person.clients) or '—'}"
    return f"{person.role}{clients}{', hears recordings' if person.hears_recordings else ''}"


def _check_role(role: str) -> None:
    if role not in ROLES:
        raise SettingsInvalid(say("There is no role “{role}”: there are {known}.", role=role, known=ROLES))


def known_now(connection: Connection, id: str) -> Person:
    """`standing`. Raises PersonUnknown where there is nobody."""
    person = standing(connection, id)
    if person is None:
        raise PersonUnknown(say("This person does not belong to the agency any more. Nothing was changed."))
    return person


def _keep_an_owner(connection: Connection, person: Person) -> None:
    columns = tables.people.c
    owners = select(func.count()).where(columns.role == "owner", columns.ended_at.is_(None))
    if person.role == "owner" and connection.execute(owners).scalar_one() == 1:
        raise SettingsInvalid(
            say("{name} is the only owner. Make somebody else an owner first. Nothing was changed.", name=person.name)
        )


def _set_clients(connection: Connection, id: str, role: Role, clients: Sequence[str]) -> None:
    kept = tables.person_clients
    connection.execute(delete(kept).where(kept.c.person == id))
    if role == "owner":
        return
    try:
        for client in dict.fromkeys(clients):
            connection.execute(insert(kept).values(person=id, client=client))
    except IntegrityError as error:
        raise SettingsInvalid(say("There is no client “{name}”. Nothing was changed.", name=client)) from error


def _person(connection: Connection, row: Row[Any]) -> Person:
    clients = None
    if row.role != "owner":
        columns = tables.person_clients.c
        query = select(columns.client).where(columns.person == row.id).order_by(columns.client)
        clients = tuple(connection.execute(query).scalars())
    return Person(
        id=row.id,
        email=row.email,
        name=row.name,
        role=row.role,
        clients=clients,
        hears_recordings=bool(row.hears_recordings),
        has_password=row.password_hash is not None,
        has_second_factor=row.second_factor is not None,
        created_at=moments.read(row.created_at),
        ended_at=moments.read(row.ended_at) if row.ended_at else None,
    )
