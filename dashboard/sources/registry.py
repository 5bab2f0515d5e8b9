"""The sheets of all clients: what was agreed about each, when it is due, who refreshes it, and what came of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Column, Connection, Integer, MetaData, Row, Table, Text, insert, or_, select, update

from dashboard.access import audit, moments, secret
from dashboard.access.store import AccessStore
from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.phrase import Phrase, say
from dashboard.sources.agreement import Agreed
from dashboard.sources.schedule import Schedule, parse
from dashboard.warehouse import phrase_json

HELD_FOR = timedelta(minutes=2)  # a holder that lives says so again long before

_metadata = MetaData()
_sources = Table(
    "sources",
    _metadata,
    *(Column(name, Text, primary_key=name == "id") for name in ("id", "client", "document", "agreed", "schedule")),
    *(Column(name, Text) for name in ("added_at", "added_by", "removed_at", "next_at", "held_by", "held_until")),
    Column("tab", Integer),
)
_refreshes = Table(
    "refreshes",
    _metadata,
    *(Column(name, Text, primary_key=name == "id") for name in ("id", "source", "started_at", "ended_at")),
    *(Column(name, Text) for name in ("outcome", "started_by", "messages")),
    *(Column(name, Integer) for name in ("rows_read", "units_new", "units_replaced", "import_id")),
)


class Came(StrEnum):
    """What came of a refresh."""

    TAKEN = "taken"  # something new, and it is in
    UNCHANGED = "unchanged"
    ASKS = "asks"  # the sheet is not what was agreed: a person has to look
    FAILED = "failed"  # it could not be read
    WAITS = "waits"  # the client's data were being written
    SKIPPED = "skipped"  # the one before it was not done yet


@dataclass(frozen=True)
class Refresh:
    """One refresh, done. Times are UTC; `import_id` is 0 where nothing was written."""

    started_at: datetime
    ended_at: datetime
    came: Came
    by: str
    rows: int = 0
    new: int = 0
    replaced: int = 0
    import_id: int = 0
    messages: tuple[Phrase, ...] = ()


@dataclass(frozen=True)
class Source:
    """A sheet of a client. `next_at` is UTC, None by hand; `last` is the newest refresh that was not skipped."""

    id: str
    client: str
    document: str
    tab: int
    agreed: Agreed
    schedule: Schedule
    added_at: datetime
    added_by: str
    next_at: datetime | None = None
    last: Refresh | None = None
    is_held: bool = False

    @property
    def name(self) -> str:
        """What people call it: document and tab."""
        return f"{self.agreed.document} — {self.agreed.tab}"


class Sources:
    """The sources of one workspace."""

    def __init__(self, store: AccessStore) -> None:
        self._store = store

    def of(self, client: str) -> tuple[Source, ...]:
        """The client's sources, oldest first."""
        query = select(_sources).where(_sources.c.client == client, _sources.c.removed_at.is_(None))
        with self._store.reading() as connection:
            rows = connection.execute(query.order_by(_sources.c.added_at)).all()
            return tuple(_source(row, _last(connection, row.id)) for row in rows)

    def one(self, client: str, name: str) -> Source:
        """The client's source of this id or name. Raises SettingsInvalid."""
        known = self.of(client)
        for source in known:
            if name in (source.id, source.name, source.agreed.tab, source.agreed.document):
                return source
        raise SettingsInvalid(
            say(
                "This client has no source “{name}”. Known: {known}. Nothing was changed.",
                name=name,
                known=tuple(source.name for source in known) or "—",
            )
        )

    def due(self, now: datetime) -> tuple[Source, ...]:
        """The sources whose time has come, of all clients, the longest overdue first; held ones too."""
        query = select(_sources).where(_sources.c.removed_at.is_(None), _sources.c.next_at <= moments.written(now))
        with self._store.reading() as connection:
            return tuple(_source(row, None) for row in connection.execute(query.order_by(_sources.c.next_at)))

    def add(
        self,
        client: str,
        document: str,
        tab: int,
        agreed: Agreed,
        schedule: Schedule,
        next_at: datetime | None,
        by: str,
    ) -> Source:
        """Keeps a sheet that a person agreed to; agreed to again, the earlier one takes what was agreed now."""
        with self._store.writing() as connection:
            query = select(_sources.c.id).where(
                _sources.c.client == client,
                _sources.c.document == document,
                _sources.c.tab == tab,
                _sources.c.removed_at.is_(None),
            )
            known = connection.execute(query).scalar()
            values = {"agreed": agreed.as_json(), "schedule": schedule.written(), "next_at": _written(next_at)}
            if known:
                connection.execute(update(_sources).where(_sources.c.id == known).values(values))
                audit.record(connection, by, "source agreed again", client=client, about=known)
            else:
                known = secret.new_id()
                added = {"added_at": moments.written(moments.now()), "added_by": by}
                row = {"id": known, "client": client, "document": document, "tab": tab, **values, **added}
                connection.execute(insert(_sources).values(row))
                audit.record(connection, by, "source added", client=client, about=known)
        return self.one(client, known)

    def reschedule(self, source: Source, schedule: Schedule, next_at: datetime | None, by: str) -> None:
        """Puts another schedule in force."""
        self._change(source, by, "schedule of a source changed", schedule=schedule.written(), next_at=_written(next_at))

    def remove(self, source: Source, by: str) -> None:
        """Refreshes it no more. What it brought stays."""
        self._change(source, by, "source removed", removed_at=moments.written(moments.now()), next_at=None)

    def hold(self, source: Source, holder: str, *, only_due: bool) -> bool:
        """Whether the holder may refresh it now: nobody else does, and (`only_due`) nobody just has."""
        now = moments.now()
        held = update(_sources).where(_sources.c.id == source.id, _sources.c.removed_at.is_(None), _free(now))
        if only_due:
            held = held.where(_sources.c.next_at <= moments.written(now))
        with self._store.writing() as connection:
            values = {"held_by": holder, "held_until": moments.written(now + HELD_FOR)}
            return connection.execute(held.values(values)).rowcount == 1

    def still_held(self, source: Source, holder: str) -> bool:
        """Holds it for longer; False where it was lost meanwhile."""
        now = moments.now()
        mine = _sources.c.held_by == holder
        held = update(_sources).where(_sources.c.id == source.id, _sources.c.removed_at.is_(None), mine)
        with self._store.writing() as connection:
            return connection.execute(held.values(held_until=moments.written(now + HELD_FOR))).rowcount == 1

    def let_go(self, source: Source, holder: str) -> None:
        """Lets others refresh it, without a word of what came of it."""
        mine = update(_sources).where(_sources.c.id == source.id, _sources.c.held_by == holder)
        with self._store.writing() as connection:
            connection.execute(mine.values(held_by=None, held_until=None))

    def note(self, source: Source, refresh: Refresh, *, next_at: datetime | None, agreed: Agreed | None = None) -> None:
        """Keeps what came of a refresh, and when the next is due; with what is agreed from now on, if it moved."""
        values: dict[str, Any] = {"next_at": _written(next_at)}
        if agreed is not None:
            values["agreed"] = agreed.as_json()
        with self._store.writing() as connection:
            connection.execute(insert(_refreshes).values(_row(source, refresh)))
            changed = update(_sources).where(_sources.c.id == source.id, _sources.c.removed_at.is_(None))
            connection.execute(changed.values(values))

    def note_skipped(self, source: Source, refresh: Refresh) -> None:
        """Keeps that a refresh was not begun, since the one before it was not done."""
        with self._store.writing() as connection:
            connection.execute(insert(_refreshes).values(_row(source, refresh)))

    def refreshes(self, source: Source, limit: int = 50) -> tuple[Refresh, ...]:
        """What came of the last refreshes, newest first."""
        query = select(_refreshes).where(_refreshes.c.source == source.id)
        with self._store.reading() as connection:
            rows = connection.execute(query.order_by(_refreshes.c.started_at.desc()).limit(limit)).all()
        return tuple(_refresh(row) for row in rows)

    def _change(self, source: Source, by: str, what: str, **values: Any) -> None:
        with self._store.writing() as connection:
            connection.execute(update(_sources).where(_sources.c.id == source.id).values(values))
            audit.record(connection, by, what, client=source.client, about=source.id)


def _free(now: datetime) -> Any:
    until = _sources.c.held_until
    return or_(until.is_(None), until < moments.written(now))


def _last(connection: Connection, source: str) -> Refresh | None:
    query = select(_refreshes).where(_refreshes.c.source == source, _refreshes.c.outcome != Came.SKIPPED)
    row = connection.execute(query.order_by(_refreshes.c.started_at.desc()).limit(1)).first()
    return _refresh(row) if row else None


def _source(row: Row[Any], last: Refresh | None) -> Source:
    held = row.held_until is not None and row.held_until >= moments.written(moments.now())
    return Source(
        row.id,
        row.client,
        row.document,
        row.tab,
        Agreed.from_json(row.agreed),
        parse(row.schedule),
        moments.read(row.added_at),
        row.added_by,
        moments.read(row.next_at) if row.next_at else None,
        last,
        held,
    )


def _refresh(row: Row[Any]) -> Refresh:
    return Refresh(
        moments.read(row.started_at),
        moments.read(row.ended_at),
        Came(row.outcome),
        row.started_by,
        row.rows_read,
        row.units_new,
        row.units_replaced,
        row.import_id,
        tuple(phrase_json.from_json(phrase) for phrase in json.loads(row.messages)),
    )


def _row(source: Source, refresh: Refresh) -> dict[str, Any]:
    return {
        "id": secret.new_id() + secret.new_id(),
        "source": source.id,
        "started_at": moments.written(refresh.started_at),
        "ended_at": moments.written(refresh.ended_at),
        "outcome": str(refresh.came),
        "rows_read": refresh.rows,
        "units_new": refresh.new,
        "units_replaced": refresh.replaced,
        "import_id": refresh.import_id,
        "started_by": refresh.by,
        "messages": json.dumps([phrase_json.to_json(phrase) for phrase in refresh.messages], ensure_ascii=False),
    }


def _written(moment: datetime | None) -> str | None:
    return moments.written(moment) if moment else None
