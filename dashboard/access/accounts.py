"""Local accounts: the passwords of people of the agency, and how they come by one."""

from __future__ import annotations

from functools import cache

from sqlalchemy import Connection, delete, select, update

from dashboard.access import audit, entries, passwords, people, tables
from dashboard.access.people import Person
from dashboard.access.store import AccessStore
from dashboard.domain.errors import EntryDead, SettingsInvalid
from dashboard.domain.phrase import say


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
        end_sessions_of(connection, person.id)
        what = "invitation accepted" if used.kind == "invitation" else "password set"
        audit.record(connection, person.email, what, about=person.email, came_from=came_from)
    return person


def change_password(store: AccessStore, id: str, *, old: str, new: str, keep_session: str, came_from: str = "") -> None:
    """Another password for somebody who knows theirs. Their other sessions end. Raises SettingsInvalid."""
    with store.reading() as connection:
        person, kept = people.standing(connection, id), _kept(connection, id)
    if person is None or kept is None or not passwords.is_right(kept, old):
        raise SettingsInvalid(say("The old password is another one. Nothing was changed."))
    passwords.check(new, person.email, person.name)
    fresh = passwords.hashed(new)
    with store.writing() as connection:
        _keep(connection, id, fresh)
        end_sessions_of(connection, id, but=keep_session)
        audit.record(connection, person.email, "password set", about=person.email, came_from=came_from)


def check(store: AccessStore, email: str, password: str) -> Person | None:
    """The person of this e-mail and password; None for a wrong one and for nobody, which takes the same time."""
    columns = tables.people.c
    query = select(columns.id, columns.password_hash).where(
        columns.email == people.folded(email), columns.ended_at.is_(None)
    )
    with store.reading() as connection:
        row = connection.execute(query).one_or_none()
    kept = row.password_hash if row and row.password_hash else _nobodys()
    if not passwords.is_right(kept, password) or row is None or kept != row.password_hash:
        return None
    if passwords.is_dated(kept):
        fresh = passwords.hashed(password)
        with store.writing() as connection:
            same = update(tables.people).where(columns.id == row.id, columns.password_hash == kept)
            connection.execute(same.values(password_hash=fresh))
    return people.of_id(store, row.id)


def end_sessions_of(connection: Connection, person: str, but: str = "") -> int:
    """Ends the sessions of a person within a transaction of the caller's, but for one hash; gives how many."""
    sessions, held = tables.sessions, tables.session_links
    theirs = (sessions.c.person == person, sessions.c.id_hash != but)
    connection.execute(delete(held).where(held.c.session_hash.in_(select(sessions.c.id_hash).where(*theirs))))
    return connection.execute(delete(sessions).where(*theirs)).rowcount


def _keep(connection: Connection, person: str, kept: str) -> None:
    connection.execute(update(tables.people).where(tables.people.c.id == person).values(password_hash=kept))


def _kept(connection: Connection, person: str) -> str | None:
    columns = tables.people.c
    return connection.execute(select(columns.password_hash).where(columns.id == person)).scalar_one_or_none()


@cache
def _nobodys() -> str:
    """A hash to compare with where there is none, so that the time does not tell who has an account."""
    return passwords.hashed("nobody has this password")
