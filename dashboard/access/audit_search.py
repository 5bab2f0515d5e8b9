"""Looking into the record: newest first, a page at a time, by what is asked for and what the asker may see."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, select

from dashboard.access import audit, moments, tables
from dashboard.access.audit import Change
from dashboard.access.store import AccessStore

PAGE = 50


@dataclass(frozen=True)
class Asked:
    """What is looked for. `clients` are those whose lines may be seen; None sees the whole workspace's.

    `who` and `came_from` are how the name and the address begin, `since` is the first moment and `until` the first one
    after the last. '' and None ask for everything.
    """

    clients: tuple[str, ...] | None = None
    client: str = ""
    what: str = ""
    who: str = ""
    came_from: str = ""
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True)
class Page:
    """Lines of the record, newest first, and the number to go on before; None where there are no older ones."""

    lines: tuple[Change, ...]
    older: int | None


def page(store: AccessStore, asked: Asked, before: int | None = None, count: int = PAGE) -> Page:
    """The newest lines that are asked for, before the line of this number. What it costs follows the page."""
    with store.reading() as connection:
        rows = connection.execute(_query(asked, before).limit(count + 1)).mappings().all()
    lines = tuple(audit.change(row) for row in rows[:count])
    return Page(lines, lines[-1].seq if len(rows) > count else None)


def lines(store: AccessStore, asked: Asked, most: int) -> Iterator[Change]:
    """The same lines one after another, at most so many, for a file."""
    with store.reading() as connection:
        for row in connection.execute(_query(asked, None).limit(most)).mappings().yield_per(1000):
            yield audit.change(row)


def _query(asked: Asked, before: int | None) -> Select[*tuple[object, ...]]:
    columns = tables.audit.c
    query = select(*(columns[name] for name in audit.CHANGE)).where(*_conditions(asked)).order_by(columns.seq.desc())
    return query if before is None else query.where(columns.seq < before)


def _conditions(asked: Asked) -> Iterator[ColumnElement[bool]]:
    columns = tables.audit.c
    if asked.clients is not None:
        yield columns.client.in_(asked.clients)
    for name in ("client", "what"):
        if value := getattr(asked, name):
            yield columns[name] == value
    for name in ("who", "came_from"):
        if value := getattr(asked, name):
            yield columns[name].startswith(value, autoescape=True)
    if asked.since:
        yield columns.at >= moments.written(asked.since)
    if asked.until:
        yield columns.at < moments.written(asked.until)
