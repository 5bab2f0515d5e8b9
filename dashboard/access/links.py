"""Shared links: each opens some screens of one client to whoever holds it, until it expires or is revoked.

Every change asks for the client as well, so that a link's id alone, seen in another client's list, changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError

from dashboard.access import audit, moments, passwords, secret, tables
from dashboard.access.link import Link, Options, read
from dashboard.access.screens import CLIENT_SCREENS
from dashboard.access.store import AccessStore
from dashboard.domain import period_policy
from dashboard.domain.errors import ClientUnknown, LinkUnknown, SettingsInvalid
from dashboard.domain.period_policy import ANY_DAYS, PeriodPolicy
from dashboard.domain.phrase import say

# Under which a row of `links` joined to `clients` opens at the moment :now.
IS_OPEN: ColumnElement[bool] = and_(
    tables.links.c.revoked_at.is_(None),
    tables.links.c.expires_at > bindparam("now"),
    tables.clients.c.archived == 0,
)

DAYS = 90
MOST_DAYS = 36_500

_LONGEST_SECRET = 200
_LONGEST_NOTE = 120
_OPENS = range(1, 100_001)
_PASSWORD_LENGTHS = range(6, 201)


@dataclass(frozen=True)
class NewLink:
    """A link just made, or with a new address. Its `path` (/s/…) holds the secret, and is never to be had again."""

    public_id: str
    path: str


def add(
    store: AccessStore,
    *,
    client: str,
    screens: Sequence[str],
    period: PeriodPolicy = ANY_DAYS,
    language: str | None = None,
    days: int = DAYS,
    until: datetime | None = None,
    password: str = "",
    most_opens: int | None = None,
    note: str = "",
    writes_notes: bool = False,
    by: str = "",
) -> NewLink:
    """Makes a link to these screens of a client, good for so many days or `until` a moment.

    Raises SettingsInvalid and ClientUnknown.
    """
    options = _checked(Options(tuple(screens), period, language, note, most_opens, writes_notes))
    until = _moment(until or moments.now() + timedelta(days=min(max(days, -1), MOST_DAYS + 1)))
    public_id, shown = secret.new_id(), secret.new()
    row = {
        "public_id": public_id,
        "secret_hash": secret.hashed(shown),
        "client": client,
        "created_at": moments.written(moments.now()),
        "expires_at": moments.written(until),
        "password_hash": passwords.hashed(_usable(password)) if password else None,
        "made_by": by,
        **_columns(options),
    }
    try:
        with store.writing() as connection:
            connection.execute(insert(tables.links).values(row))
            audit.record(connection, by, "link added", client=client, about=public_id)
    except IntegrityError as error:
        raise ClientUnknown(say("There is no client “{name}”. No link was made.", name=client)) from error
    return NewLink(public_id, f"/s/{shown}")


def edit(
    store: AccessStore,
    client: str,
    public_id: str,
    options: Options,
    by: str,
    *,
    until: datetime | None = None,
    password: str | None = None,
) -> None:
    """Gives a link other options, another end and another password ('' is none), all of it or nothing.

    What it no longer gives closes for whoever has it open, at the next look. Raises SettingsInvalid, and LinkUnknown
    where the client has no link of that id that is not revoked.
    """
    changes = {"link edited": _columns(_checked(options))}
    if until is not None:
        changes["link extended"] = _end(until)
    if password is not None:
        changes |= _password(password)
    _change(store, client, public_id, changes, by)


def extend(store: AccessStore, client: str, public_id: str, until: datetime, by: str) -> None:
    """Lets a link open until another moment, later or earlier. Raises SettingsInvalid and LinkUnknown."""
    _change(store, client, public_id, {"link extended": _end(until)}, by)


def set_password(store: AccessStore, client: str, public_id: str, password: str, by: str) -> None:
    """Gives a link another password, or none (''). With a new one, whoever has the link open is asked for it.

    Raises SettingsInvalid and LinkUnknown.
    """
    _change(store, client, public_id, _password(password), by)


def rotate(store: AccessStore, client: str, public_id: str, by: str) -> NewLink:
    """Gives a link a new address; the old one, and what was opened with it, close at once. Its opens count anew.

    Raises LinkUnknown.
    """
    shown = secret.new()
    changed = {
        "secret_hash": secret.hashed(shown),
        "generation": tables.links.c.generation + 1,
        "opened_count": 0,
    }
    _change(store, client, public_id, {"link rotated": changed}, by)
    return NewLink(public_id, f"/s/{shown}")


def revoke(store: AccessStore, public_id: str, by: str, client: str | None = None) -> bool:
    """Closes a link at once, also for those who have it open. False if there was no open link of this id."""
    columns = tables.links.c
    known = [columns.public_id == public_id, columns.revoked_at.is_(None)]
    if client is not None:
        known.append(columns.client == client)
    change = update(tables.links).where(*known).values(revoked_at=moments.written(moments.now()))
    with store.writing() as connection:
        closed = connection.execute(change.returning(columns.client)).one_or_none()
        if closed is None:
            return False
        audit.record(connection, by, "link revoked", client=closed.client, about=public_id)
    return True


def open(store: AccessStore, shown: str) -> Link | None:
    """The link of this secret if it opens now; None if it is dead or never was, which takes the same steps.

    One that is used up is given: it still opens for the browsers that hold it.
    """
    if len(shown) > _LONGEST_SECRET:
        return None
    wanted = secret.hashed(shown)
    query = select(tables.links).join(tables.clients).where(tables.links.c.secret_hash == wanted, IS_OPEN)
    with store.reading() as connection:
        row = connection.execute(query, {"now": moments.written(moments.now())}).one_or_none()
    if not secret.same(row.secret_hash if row else "0" * len(wanted), wanted) or row is None:
        return None
    return read(row)


def refused(store: AccessStore, shown: str, came_from: str) -> None:
    """Puts into the record that a link which opens no more was tried; an address that never was leaves no line."""
    links = tables.links.c
    if len(shown) > _LONGEST_SECRET:
        return
    with store.reading() as connection:
        asked = select(links.public_id, links.client).where(links.secret_hash == secret.hashed(shown))
        row = connection.execute(asked).one_or_none()
    if row is not None:
        with store.writing() as connection:
            audit.record(
                connection, "stranger", "link refused", client=row.client, about=row.public_id, came_from=came_from
            )


def password_is_right(store: AccessStore, link: Link, typed: str) -> bool:
    """Whether this is the link's password now; False for one that has none."""
    query = select(tables.links.c.password_hash).where(tables.links.c.public_id == link.public_id)
    with store.reading() as connection:
        kept = connection.execute(query).scalar_one_or_none()
    return kept is not None and passwords.is_right(kept, typed)


def of_client(store: AccessStore, client: str) -> tuple[Link, ...]:
    """The links of a client, newest first, the dead ones included."""
    query = select(tables.links).where(tables.links.c.client == client).order_by(tables.links.c.created_at.desc())
    with store.reading() as connection:
        return tuple(read(row) for row in connection.execute(query))


def of_id(store: AccessStore, client: str, public_id: str) -> Link | None:
    """One link of a client; None where the client has none of that id."""
    query = select(tables.links).where(tables.links.c.client == client, tables.links.c.public_id == public_id)
    with store.reading() as connection:
        row = connection.execute(query).one_or_none()
    return read(row) if row else None


def _change(store: AccessStore, client: str, public_id: str, changes: Mapping[str, Mapping[str, Any]], by: str) -> None:
    """Makes changes in one transaction, each in the record as its event."""
    columns = tables.links.c
    known = (columns.public_id == public_id, columns.client == client, columns.revoked_at.is_(None))
    with store.writing() as connection:
        for what, values in changes.items():
            if connection.execute(update(tables.links).where(*known).values(values)).rowcount == 0:
                raise LinkUnknown(
                    say(
                        "{client} has no link “{link}”, or it is revoked. Nothing was changed.",
                        client=client,
                        link=public_id,
                    )
                )
            audit.record(connection, by, what, client=client, about=public_id)


def _end(until: datetime) -> dict[str, Any]:
    return {"expires_at": moments.written(_moment(until))}


def _password(password: str) -> dict[str, dict[str, Any]]:
    if not password:
        return {"link password removed": {"password_hash": None}}
    changed = {"password_hash": passwords.hashed(_usable(password)), "generation": tables.links.c.generation + 1}
    return {"link password set": changed}


def _checked(options: Options) -> Options:
    """The options as they are kept. Raises SettingsInvalid."""
    wrong = [screen for screen in options.screens if screen not in CLIENT_SCREENS]
    if wrong or not options.screens:
        raise SettingsInvalid(
            say(
                "A link opens screens out of {known}, and was asked for {wrong}. Nothing was changed.",
                known=CLIENT_SCREENS,
                wrong=tuple(wrong) or "—",
            )
        )
    if options.most_opens is not None and options.most_opens not in _OPENS:
        raise SettingsInvalid(
            say(
                "A link opens 1 to {most} times, not {count}. Nothing was changed.",
                most=_OPENS[-1],
                count=options.most_opens,
            )
        )
    if len(options.note) > _LONGEST_NOTE or not options.note.isprintable():
        raise SettingsInvalid(
            say("A link's note is one line of at most {most} letters. Nothing was changed.", most=_LONGEST_NOTE)
        )
    return replace(options, screens=tuple(dict.fromkeys(options.screens)), note=options.note.strip())


def _columns(options: Options) -> dict[str, Any]:
    return {
        "screens": ",".join(options.screens),
        "period": period_policy.written(options.period),
        "language": options.language,
        "note": options.note,
        "most_opens": options.most_opens,
        "writes_notes": int(options.writes_notes),
    }


def _moment(until: datetime) -> datetime:
    """An end that a link may have. Raises SettingsInvalid: a link without one is not to be had."""
    now = moments.now()
    if not now < until <= now + timedelta(days=MOST_DAYS):
        raise SettingsInvalid(say("A link opens for 1 to {most} days from now. Nothing was changed.", most=MOST_DAYS))
    return until


def _usable(password: str) -> str:
    if not _PASSWORD_LENGTHS.start <= len(password) < _PASSWORD_LENGTHS.stop:
        raise SettingsInvalid(
            say(
                "A link's password has {fewest} to {most} letters. Nothing was changed.",
                fewest=_PASSWORD_LENGTHS.start,
                most=_PASSWORD_LENGTHS.stop - 1,
            )
        )
    return password
