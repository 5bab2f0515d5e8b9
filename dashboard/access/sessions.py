"""Sessions: what a browser holds after it came through a link or a sign-in address.

The cookie is a secret of its own, kept as a hash. What a session may see is looked up at every run of a screen, so a
revoked link closes under the reader's eyes.
"""

from __future__ import annotations

import contextlib
from typing import Any

from sqlalchemy import Connection, Select, and_, bindparam, delete, insert, literal, or_, select, true, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import SQLAlchemyError

from dashboard.access import audit, held_links, links, moments, people, secret, tables
from dashboard.access.link import Link
from dashboard.access.store import AccessStore
from dashboard.access.viewer import Grant, Kind, Viewer
from dashboard.domain import period_policy
from dashboard.domain.errors import PersonUnknown
from dashboard.domain.phrase import say

COOKIE = "sverka_session"
DAYS: dict[Kind, int] = {"agency": 30, "link": 180}  # a link's own expiry comes first

_LONGEST_COOKIE = 200
_LONGEST_AGENT = 400
_NAME_LENGTH = 12
_SEEN_MINUTES = 5


def _viewer_query() -> Select[Any]:
    """A session that is good at :now with its links that are open at :now, the one opened last first."""
    links_open = (
        select(tables.links, tables.session_links.c.session_hash, tables.session_links.c.opened_at)
        .join(tables.clients)
        .join(tables.session_links)
        .where(
            tables.session_links.c.session_hash == bindparam("id_hash"),
            tables.session_links.c.generation == tables.links.c.generation,
            links.IS_OPEN,
        )
        .subquery("links_open")
    )
    session, opened = tables.sessions.c, links_open.c
    return (
        select(
            session.id_hash,
            session.kind,
            session.person,
            session.last_seen,
            opened.client,
            opened.screens,
            opened.language,
            opened.public_id,
            opened.period,
            opened.writes_notes,
        )
        .outerjoin(links_open, opened.session_hash == session.id_hash)
        .where(session.id_hash == bindparam("id_hash"), session.expires_at > bindparam("now"))
        .order_by(opened.opened_at.desc())
    )


_VIEWER = _viewer_query()  # built once: it runs at every rerun of every screen


def viewer(store: AccessStore, cookie: str | None) -> Viewer | None:
    """Who holds this cookie, as of now; None if nobody does, or nothing that the session opened is open any more."""
    if not cookie or len(cookie) > _LONGEST_COOKIE:
        return None
    id_hash = secret.hashed(cookie)
    with store.reading() as connection:
        rows = connection.execute(_VIEWER, {"id_hash": id_hash, "now": moments.written(moments.now())}).all()
        if not rows or not secret.same(rows[0].id_hash, id_hash):
            return None
        person = people.standing(connection, rows[0].person)
        own = _not_archived(connection, person.clients) if person else ()
    grants = tuple(
        Grant(
            row.client,
            tuple(row.screens.split(",")),
            row.language,
            row.public_id,
            period_policy.read(row.period),
            bool(row.writes_notes),
        )
        for row in rows
        if row.public_id
    )
    if rows[0].kind == "agency" and person is not None:
        if (rows[0].last_seen or "") < moments.after(minutes=-_SEEN_MINUTES):
            _see(store, id_hash)
        return Viewer(
            "agency",
            id_hash[:_NAME_LENGTH],
            grants,
            person=person.id,
            email=person.email,
            name=person.name,
            role=person.role,
            own_clients=own,
            hears_recordings=person.hears_recordings,
        )
    return Viewer("link", id_hash[:_NAME_LENGTH], grants) if grants else None


def _not_archived(connection: Connection, clients: tuple[str, ...] | None) -> tuple[str, ...] | None:
    if clients is None:
        return None
    columns = tables.clients.c
    query = select(columns.slug).where(columns.slug.in_(clients), columns.archived == 0).order_by(columns.slug)
    return tuple(connection.execute(query).scalars())


def _see(store: AccessStore, id_hash: str) -> None:
    """Notes that the session is in use: not at every run, and never so that a run fails by it."""
    seen = update(tables.sessions).where(tables.sessions.c.id_hash == id_hash)
    with contextlib.suppress(SQLAlchemyError), store.writing() as connection:
        connection.execute(seen.values(last_seen=moments.written(moments.now())))


def enter(store: AccessStore, cookie: str | None, person: str, came_from: str = "", agent: str = "") -> str:
    """Opens a session of this person and gives its cookie: a new one always, so that nobody can plant theirs.

    Links that the browser had open before stay open in the new session. Raises PersonUnknown.
    """
    fresh = secret.new()
    with store.writing() as connection:
        known = people.standing(connection, person)
        if known is None:
            raise PersonUnknown(say("This person does not belong to the agency any more. Nobody was signed in."))
        _open(connection, fresh, "agency", person=person, came_from=came_from, agent=agent[:_LONGEST_AGENT])
        if cookie:
            held = tables.session_links
            moved = update(held).where(held.c.session_hash == secret.hashed(cookie))
            connection.execute(moved.values(session_hash=secret.hashed(fresh)))
            _close(connection, cookie)
        audit.record(connection, known.email, "signed in", about=_name(fresh), came_from=came_from)
    return fresh


def open_link(store: AccessStore, link: Link, cookie: str | None, came_from: str = "") -> str | None:
    """Opens a link beside what the session of this cookie has open, and gives the cookie to hold from now on.

    It is a new one wherever the session would see more than before: a cookie that somebody planted in this browser
    does not learn of the link. Tabs that are open stay so by the old one. None where the link has closed, has a new
    address or was used up since it was looked up. A browser that holds the link already uses no opening up, however
    often it comes.
    """
    before = viewer(store, cookie)
    sees_it = before is not None and before.works_for(link.client)
    now = moments.written(moments.now())
    columns = tables.links.c
    known = (columns.public_id == link.public_id, columns.generation == link.generation, links.IS_OPEN)
    with store.writing() as connection:
        good = cookie if cookie and _is_good(connection, cookie) else None
        holds = good is not None and held_links.holds(connection, good, link)
        # Which of many that open at once comes last is settled by the store, not by what was read before.
        room = true() if holds else or_(columns.most_opens.is_(None), columns.opened_count < columns.most_opens)
        is_open = select(columns.public_id).join(tables.clients).where(*known, room)
        opened = update(tables.links).where(columns.public_id.in_(is_open), room)
        opened = opened.values(opened_count=columns.opened_count + (0 if holds else 1), last_opened=now)
        if connection.execute(opened, {"now": now}).rowcount == 0:
            return None
        held = good if good is not None and (holds or sees_it) else secret.new()
        if good is None:
            _open(connection, held, "link")
        elif held != good:
            _go_on(connection, good, held)
        row = {
            "session_hash": secret.hashed(held),
            "link": link.public_id,
            "opened_at": now,
            "generation": link.generation,
        }
        # Both dialects say it alike; plain SQLAlchemy has no word for it.
        upsert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
        again = upsert(tables.session_links).values(row)
        changed = {"opened_at": now, "generation": link.generation}
        connection.execute(again.on_conflict_do_update(index_elements=["session_hash", "link"], set_=changed))
        audit.record(
            connection, _name(held), "link opened", client=link.client, about=link.public_id, came_from=came_from
        )
    return held


def close(store: AccessStore, cookie: str | None) -> None:
    """Ends the session of this cookie, everywhere and at once."""
    if cookie:
        with store.writing() as connection:
            who = _who(connection, cookie)
            if _close(connection, cookie):
                audit.record(connection, who, "signed out", about=_name(cookie))


def _open(connection: Connection, cookie: str, kind: Kind, **whose: str) -> None:
    gone = select(tables.sessions.c.id_hash).where(tables.sessions.c.expires_at < moments.written(moments.now()))
    connection.execute(delete(tables.session_links).where(tables.session_links.c.session_hash.in_(gone)))
    connection.execute(delete(tables.sessions).where(tables.sessions.c.id_hash.in_(gone)))
    row = {"created_at": moments.written(moments.now()), "expires_at": moments.after(days=DAYS[kind])}
    connection.execute(tables.sessions.insert().values(id_hash=secret.hashed(cookie), kind=kind, **row, **whose))


def _go_on(connection: Connection, cookie: str, fresh: str) -> None:
    """Opens a session that is as the one of `cookie` is, which stays."""
    old, new = secret.hashed(cookie), secret.hashed(fresh)
    for table, key, others in (
        (tables.sessions, tables.sessions.c.id_hash, {"before_hash": old}),
        (tables.session_links, tables.session_links.c.session_hash, {}),
    ):
        changed = {key.name: new} | others
        copied = [column for column in table.c if column.name not in changed]
        row = select(*(literal(value) for value in changed.values()), *copied).where(key == old)
        connection.execute(insert(table).from_select([*changed, *(column.name for column in copied)], row))


def _is_good(connection: Connection, cookie: str) -> bool:
    columns = tables.sessions.c
    good = and_(columns.id_hash == secret.hashed(cookie), columns.expires_at > moments.written(moments.now()))
    return connection.execute(select(columns.id_hash).where(good)).one_or_none() is not None


def _close(connection: Connection, cookie: str) -> bool:
    """Ends a session, and those that it went on from."""
    columns, found = tables.sessions.c, False
    id_hash: str | None = secret.hashed(cookie)
    while id_hash is not None:
        before = connection.execute(select(columns.before_hash).where(columns.id_hash == id_hash)).scalar_one_or_none()
        connection.execute(delete(tables.session_links).where(tables.session_links.c.session_hash == id_hash))
        found |= connection.execute(delete(tables.sessions).where(columns.id_hash == id_hash)).rowcount > 0
        id_hash = before
    return found


def _who(connection: Connection, cookie: str) -> str:
    """How the record names whoever holds this cookie."""
    columns = tables.sessions.c
    id = connection.execute(select(columns.person).where(columns.id_hash == secret.hashed(cookie))).scalar_one_or_none()
    person = people.standing(connection, id)
    return person.email if person else _name(cookie)


def _name(cookie: str) -> str:
    return secret.hashed(cookie)[:_NAME_LENGTH]
