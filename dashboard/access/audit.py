"""The record of everything that changes who sees what. Written in the same transaction as the change itself.

Nothing here changes or deletes a line, and the database refuses to. Each line carries a number and a chain: the hash of
the line and of the chain before it, so that a line that was changed behind the program's back shows.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, func, insert, select, update

from dashboard.access import moments, origin, secret, tables
from dashboard.access.audit_events import EVENTS
from dashboard.access.store import AccessStore

__all__ = ["EVENTS", "Break", "Change", "Head", "newest", "record", "verify"]

CHANGE = ("at", "who", "what", "client", "about", "came_from", "seq")
_CHAINED = ("id", *CHANGE)


@dataclass(frozen=True)
class Change:
    """One line of the record. `about` names a link or a session by its public id, never by its secret."""

    at: datetime
    who: str
    what: str
    client: str | None
    about: str
    came_from: str
    seq: int


@dataclass(frozen=True)
class Head:
    """Where the record stands: the number of its last line, and the chain up to there."""

    seq: int
    chain: str


@dataclass(frozen=True)
class Break:
    """The first line at which the record is not what was written; `seq` is the number it should have."""

    seq: int


def record(
    connection: Connection, who: str, what: str, *, client: str | None = None, about: str = "", came_from: str = ""
) -> None:
    """Adds a line: who did what (one of EVENTS), about which client and link, from which address."""
    if what not in EVENTS:
        raise ValueError(f"{what!r} is no event of dashboard/access/audit_events.py")
    head = connection.execute(select(tables.audit_head.c.seq, tables.audit_head.c.chain).with_for_update()).one()
    line = {
        "id": secret.new_id() + secret.new_id(),
        "at": moments.written(moments.now()),
        "who": who,
        "what": what,
        "client": client,
        "about": about,
        "came_from": came_from or origin.came_from.get(),
        "seq": head.seq + 1,
    }
    chain = _chained(head.chain, line)
    connection.execute(insert(tables.audit).values(chain=chain, **line))
    connection.execute(update(tables.audit_head).values(seq=line["seq"], chain=chain))


def newest(store: AccessStore, limit: int = 100) -> tuple[Change, ...]:
    """The last lines of the record, newest first."""
    columns = tables.audit.c
    query = select(*(columns[name] for name in CHANGE)).order_by(columns.seq.desc()).limit(limit)
    with store.reading() as connection:
        return tuple(change(row) for row in connection.execute(query).mappings())


def count_since(store: AccessStore, who: str, what: str, since: datetime) -> int:
    """How often somebody has done this since then."""
    columns = tables.audit.c
    known = (columns.who == who, columns.what == what, columns.at >= moments.written(since))
    with store.reading() as connection:
        return int(connection.execute(select(func.count()).where(*known)).scalar_one())


def verify(store: AccessStore, noted: Head | None = None) -> Head | Break:
    """Reads the whole record and gives its head, or the first line that was changed, taken out or put in.

    Whoever can write the database and knows this program could make every chain anew; a head `noted` elsewhere earlier
    shows that too.
    """
    columns = tables.audit.c
    with store.reading() as connection:
        kept = connection.execute(select(tables.audit_head.c.seq, tables.audit_head.c.chain)).one()
        seq, chain = 0, ""
        for row in connection.execute(select(tables.audit).order_by(columns.seq)).mappings().yield_per(1000):
            line = {name: row[name] for name in _CHAINED}
            seq += 1
            older = not row["chain"] and not chain
            if row["seq"] != seq or not (older or row["chain"] == _chained(chain, line)):
                return Break(seq)
            chain = row["chain"]
            if noted is not None and noted.seq == seq and noted.chain != chain:
                return Break(seq)
    if (kept.seq, kept.chain) != (seq, chain) or (noted is not None and noted.seq > seq):
        return Break(seq + 1)
    return Head(seq, chain)


def change(row: RowMapping) -> Change:
    """A row of the table as a line of the record."""
    return Change(moments.read(row["at"]), *(row[name] for name in CHANGE[1:]))


def _chained(before: str, line: Mapping[str, Any]) -> str:
    text = json.dumps([before, *(line[name] for name in _CHAINED)], ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
