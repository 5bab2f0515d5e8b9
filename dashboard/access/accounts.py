"""Local accounts: the passwords of people of the agency, and how they come by one."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, select, update

from dashboard.access import audit, entries, moments, passwords, people, signed_in, tables
from dashboard.access.people import Person
from dashboard.access.store import AccessStore
from dashboard.access.viewer import Role
from dashboard.domain.errors import EntryDead, SettingsInvalid
from dashboard.domain.phrase import say


class PasswordWrong(SettingsInvalid):
    """The password that somebody has now is another one."""


def set_up(store: AccessStore, token: str, *, email: str, name: str, password: str, came_from: str = "") -> Person:
    """Makes the first owner of a workspace by its set-up address, which is used up by it.

    Raises SettingsInvalid, which leaves the address good, and EntryDead.
    """
    people.checked_email(email)
    people.checked_name(name)
    passwords.check(password, email, name)
    kept = passwords.hashed(password)
    with store.writing() as connection:
        if entries.using(connection, token, "set_up") is None:
            raise EntryDead(say("This address is not good any more. Nothing was changed."))
        person = people.adding(
            connection, email=email, name=name, role="owner", clients=(), hears_recordings=True, by="set-up address"
        )
        _keep(connection, person.id, kept)
        audit.record(connection, person.email, "workspace set up", about=person.email, came_from=came_from)
    return person


def invite(
    store: AccessStore,
    *,
    email: str,
    name: str,
    role: Role,
    clients: Sequence[str] = (),
    hears_recordings: bool = False,
    by: str,
    came_from: str = "",
) -> tuple[Person, str]:
    """Adds somebody, and gives the token of the address by which they choose a password. Raises SettingsInvalid."""
    with store.writing() as connection:
        person = people.adding(
            connection, email=email, name=name, role=role, clients=clients, hears_recordings=hears_recordings, by=by
        )
        token = entries.issuing(connection, "invitation", person.id)
        audit.record(
            connection, by, "invitation issued", about=f"{person.email}: {people.told(person)}", came_from=came_from
        )
    return person, token


def withdraw(store: AccessStore, person: str, by: str, came_from: str = "") -> None:
    """Takes an invitation back: its address opens nothing, and whoever has no password yet does not belong any more.

    Raises PersonUnknown.
    """
    columns = tables.entries.c
    with store.writing() as connection:
        known = people.known_now(connection, person)
        connection.execute(delete(tables.entries).where(columns.person == person, columns.kind == "invitation"))
        if not known.has_password:
            gone = update(tables.people).where(tables.people.c.id == person)
            connection.execute(gone.values(ended_at=moments.written(moments.now())))
            signed_in.ending(connection, person)
        audit.record(connection, by, "invitation withdrawn", about=known.email, came_from=came_from)


def accept(store: AccessStore, token: str, *, password: str, came_from: str = "") -> Person:
    """Gives the person of an invitation or reset address this password, which uses the address up.

    Whoever knew the old one is out: all sessions of the person end. Raises SettingsInvalid, which leaves the address
    good, and EntryDead.
    """
    entry = entries.look(store, token)
    person = people.of_id(store, entry.person) if entry and entry.person else None
    if person is None:
        raise EntryDead(say("This address is not good any more. Nothing was changed."))
    passwords.check(password, person.email, person.name)
    kept = passwords.hashed(password)
    with store.writing() as connection:
        used = entries.using(connection, token, "invitation", "reset")
        if used is None or used.person != person.id:
            raise EntryDead(say("This address is not good any more. Nothing was changed."))
        _keep(connection, person.id, kept)
        signed_in.ending(connection, person.id)
        what = "invitation accepted" if used.kind == "invitation" else "password set"
        audit.record(connection, person.email, what, about=person.email, came_from=came_from)
    return person


def change_password(store: AccessStore, person: str, *, old: str, new: str, session: str, came_from: str = "") -> None:
    """Another password for somebody who knows theirs. Their sessions but this one end.

    Raises PasswordWrong, and SettingsInvalid for a new one that is too easy.
    """
    columns = tables.people.c
    with store.reading() as connection:
        known = people.known_now(connection, person)
        kept = connection.execute(select(columns.password_hash).where(columns.id == person)).scalar_one()
    if kept is None or not passwords.is_right(kept, old):
        raise PasswordWrong(say("The password that you have now is another one. Nothing was changed."))
    passwords.check(new, known.email, known.name)
    fresh = passwords.hashed(new)
    with store.writing() as connection:
        people.known_now(connection, person)
        _keep(connection, person, fresh)
        signed_in.ending_all(connection, person, but=session)
        audit.record(connection, known.email, "password set", about=known.email, came_from=came_from)


def check(store: AccessStore, email: str, password: str) -> Person | None:
    """The person of this e-mail and password; None for a wrong one and for nobody, which takes the same time."""
    columns = tables.people.c
    query = select(columns.id, columns.password_hash).where(
        columns.email == people.folded(email), columns.ended_at.is_(None)
    )
    with store.reading() as connection:
        row = connection.execute(query).one_or_none()
    kept = row.password_hash if row and row.password_hash else passwords.nobodys()
    if not passwords.is_right(kept, password) or row is None or kept != row.password_hash:
        return None
    if passwords.is_dated(kept):
        fresh = passwords.hashed(password)
        with store.writing() as connection:
            same = update(tables.people).where(columns.id == row.id, columns.password_hash == kept)
            connection.execute(same.values(password_hash=fresh))
    return people.of_id(store, row.id)


def _keep(connection: Connection, person: str, kept: str) -> None:
    connection.execute(update(tables.people).where(tables.people.c.id == person).values(password_hash=kept))


def _kept(connection: Connection, person: str) -> str | None:
    columns = tables.people.c
    return connection.execute(select(columns.password_hash).where(columns.id == person)).scalar_one_or_none()
