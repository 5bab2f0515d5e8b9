"""The store: one client's raw rows, open for one writer at a time. Every change ends with the next snapshot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import islice
from pathlib import Path

import duckdb

from dashboard.domain.canonical import SALES, TABLES, Kind
from dashboard.domain.client import ClientProfile
from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.phrase import Phrase, say
from dashboard.domain.reading import Reading
from dashboard.domain.watch import Stage, Watch
from dashboard.warehouse import (
    booked,
    comparing,
    opening,
    rejected,
    report_json,
    sales_books,
    snapshots,
    taking,
    typing_in,
    undoing,
    weighing,
)
from dashboard.warehouse.forgetting import Persons
from dashboard.warehouse.mappings import SavedMappings
from dashboard.warehouse.marts import MartEngine
from dashboard.warehouse.months import PublishedMonths
from dashboard.warehouse.names import NameDecisions
from dashboard.warehouse.profiles import Ending, Profiles
from dashboard.warehouse.records import Gap, ImportRecord, Preview, Reject, Standing, TableChange
from dashboard.warehouse.running import execute, select

WAIT_SECONDS = 10.0


class Store:
    """A client's store, opened for writing by `with`. Nobody else writes meanwhile; readers are not disturbed.

    `folder` is the namespace's. Entering raises Busy after `wait_seconds`, Cancelled where `watch` says so meanwhile,
    WorkspaceNewer, or WorkspaceUnusable. It also ends what a crash left: schema steps, a change not published yet.
    """

    def __init__(
        self,
        folder: Path,
        engine: MartEngine,
        *,
        wait_seconds: float = WAIT_SECONDS,
        program: str = "",
        watch: Watch | None = None,
    ) -> None:
        self._folder = folder
        self._engine = engine
        self._wait_seconds = wait_seconds
        self._program = program
        self._watch = watch
        self._stack = ExitStack()
        self._open: duckdb.DuckDBPyConnection | None = None
        self._waiting: list[int] | None = None

    def __enter__(self) -> Store:
        with ExitStack() as stack:
            writer = opening.sole_writer(
                self._folder / "store.duckdb", self._folder / "temp", self._wait_seconds, self._watch
            )
            self._open = stack.enter_context(writer)
            before, after = opening.migrate(self._open)
            snapshots.retire(self._folder / "snapshots")
            if 0 < before < after:
                with opening.change(self._open):
                    self._engine.rebuild(self._open, None, self.profile())
                    self._count_change()
            self._publish_if_missing()
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *raised: object) -> None:
        self._open = None
        self._stack.close()

    @contextmanager
    def together(self) -> Iterator[None]:
        """Within the block, marts and snapshot wait for its end, and are made once for all that was changed.

        Each change is still a transaction of its own. Readers get what was changed however the block ends; after a
        crash in it, from the next writer.
        """
        self._waiting = []
        try:
            yield
        finally:
            waiting, self._waiting = self._waiting, None
            if waiting:
                with opening.change(self._connection):
                    self._rebuild(dict.fromkeys(waiting))
            if self._data_version() not in snapshots.numbers(self._folder / "snapshots")[-1:]:
                self._publish()

    def preview(self, reading: Reading, watch: Watch | None = None) -> Preview:
        """What taking this file in would change. Writes nothing. Raises FileRefused as `commit` does, and Cancelled."""
        watch = watch or Watch()
        connection = self._connection
        with opening.attached(connection, taking.readable(reading), "reading", read_only=True), watch.over(connection):
            watch.at(Stage.COMPARING)
            return self._laid_out(write=None, watch=watch)

    def commit(self, reading: Reading, by: str, watch: Watch | None = None) -> ImportRecord:
        """Takes the file in, in one transaction, and publishes the next snapshot.

        A file that changes nothing is not written down: its record has the status `unchanged` and the number of the
        import that brought the same file, or 0. `reading.rows` stays where it is, for the caller to delete.
        Raises FileRefused if the file was not readable, or if it would have spend counted twice or lost to a part of
        it, and Cancelled; then, and on any other error, nothing is changed.
        """
        with opening.attached(self._connection, taking.readable(reading), "reading", read_only=True):
            return self._commit_attached(reading, by, watch or Watch())

    def undo(self, import_id: int, by: str) -> None:
        """Takes an import back: what the newest import still in force has of each of its units is live again.

        Raises ImportUnknown if there is no such import, or if it is undone already.
        """
        connection = self._connection
        undoing.refuse_if_undone(connection, import_id)
        with opening.change(connection):
            leaning = select(connection, "imports/leant_on", {"import_id": import_id})
            shaken = [import_id, *(row["import_id"] for row in leaning)]
            taking.take_back(connection, import_id, by, datetime.now(UTC))
            self._rebuild(shaken)
            self._count_change()
        self._publish()

    def undo_preview(self, import_id: int) -> Preview:
        """What taking an import back would change. Writes nothing. Raises ImportUnknown as `undo` does."""
        return undoing.preview(self._connection, import_id)

    def standing(self, record: ImportRecord) -> tuple[Standing, ...]:
        """What became of the units that an import wrote, table by table. Raises ImportUnknown."""
        return undoing.standing(self._connection, record.import_id, record.units)

    @property
    def months(self) -> PublishedMonths:
        """The months whose figures were given to the owner, to read and to change."""
        return PublishedMonths(self._connection, self._changing)

    def imports(self) -> list[ImportRecord]:
        """Every import, newest first, the undone ones too."""
        return [report_json.record(row) for row in select(self._connection, "imports/imports")]

    def brought(self, sha256: str) -> ImportRecord | None:
        """The newest import in force that brought the file of this SHA-256; None if there is none."""
        holder = select(self._connection, "imports/holder", {"sha256": sha256})[0]["import_id"]
        return next((record for record in self.imports() if record.import_id == holder), None)

    def rejects(self, import_id: int, most: int | None = None) -> list[Reject]:
        """The rows of one import that could not be taken, by line; the first `most` of them. Raises ImportUnknown."""
        return list(islice(self.rejects_in_turn(import_id), most))

    def rejects_in_turn(self, import_id: int) -> Iterator[Reject]:
        """As `rejects`, one after another, however many, while the store is open."""
        taking.known(self._connection, import_id)
        return rejected.of_import(self._connection, import_id)

    @property
    def profiles(self) -> Profiles:
        """The versions of the client's settings, to read and to change."""
        return Profiles(self._connection, self._engine, Ending(self._count_change, self._publish))

    def profile(self) -> ClientProfile:
        """The settings in force."""
        return self.profiles.now()

    def save_profile(self, profile: ClientProfile, by: str) -> None:
        """Puts new settings in force, as `Profiles.save` does."""
        self.profiles.save(profile, by)

    @property
    def mappings(self) -> SavedMappings:
        """The client's saved mappings, to read and to change."""
        return SavedMappings(self._connection, self._changing)

    @property
    def names(self) -> NameDecisions:
        """What people decided that names mean, to read and to change; a change moves figures at once."""
        return NameDecisions(self._connection, lambda: self._changing(0))

    @property
    def persons(self) -> Persons:
        """The client's own customers: what there is of one, and how one is forgotten."""
        return Persons(self._connection, self._changing)

    @property
    def contents(self) -> duckdb.DuckDBPyConnection:
        """All that the store holds, for whoever gives it out whole; nothing is to be written through it."""
        return self._connection

    def save_note(self, month: date, author: str, text: str, next_steps: str, by: str = "") -> ImportRecord:
        """Keeps a note for a month, in the place of the same author's earlier one; it can be undone.

        `by` is who typed it, where that is not the author.
        """
        note = {"month": month.replace(day=1), "author": author, "text": text, "next_steps": next_steps}
        return self._type_in(Kind.NOTES, "imports/type_note", note, month, by or author)

    def save_rate(self, day: date, currency: str, rate: Decimal, by: str = "") -> ImportRecord:
        """Keeps what one unit of `currency` costs in the client's own on a day; it can be undone.

        Raises SettingsInvalid unless the rate is above zero.
        """
        if not rate.is_finite() or rate <= 0:
            raise SettingsInvalid(say("A rate is a number above zero. Nothing was changed."))
        return self._type_in(Kind.RATES, "imports/type_rate", {"day": day, "currency": currency, "rate": rate}, day, by)

    @property
    def _connection(self) -> duckdb.DuckDBPyConnection:
        if self._open is None:
            raise RuntimeError("the store is used outside its `with`")
        return self._open

    @contextmanager
    def _changing(self, *shaken: int) -> Iterator[None]:
        """One transaction, with the figures that these imports move (0: that names do), published at its end."""
        with opening.change(self._connection):
            yield
            if shaken:
                self._rebuild(shaken)
            self._count_change()
        self._publish()

    def _type_in(self, kind: Kind, query: str, values: dict[str, object], day: date, by: str) -> ImportRecord:
        with typing_in.typed(self._connection, kind, query, values):
            return self._commit_attached(typing_in.reading(kind, day), by, Watch())

    def _commit_attached(self, reading: Reading, by: str, watch: Watch) -> ImportRecord:
        connection = self._connection
        now = datetime.now(UTC)
        with opening.change(connection), watch.over(connection):
            import_id = taking.next_import(connection)
            watch.at(Stage.COMPARING)
            preview = self._laid_out(write=import_id, watch=watch)
            if preview.changes_nothing:
                raise opening.Unwanted
            taking.write_import(connection, import_id, reading, preview, by, now)
            watch.at(Stage.BUILDING)
            self._rebuild([import_id])
            self._count_change()
            watch.past_return(Stage.PUBLISHING)
        if preview.changes_nothing:
            holder = select(connection, "imports/holder", {"sha256": reading.sha256})[0]["import_id"]
            return report_json.unchanged(reading, preview, holder, by, now)
        self._publish()
        return self.imports()[0]

    def _laid_out(self, write: int | None, watch: Watch) -> Preview:
        """Compares every table of the attached reading, and writes it for the import `write` if there is one."""
        connection, profile = self._connection, self.profile()
        arrived = comparing.arrived_tables(connection)
        changes: list[TableChange] = []
        messages: list[Phrase] = []
        gaps: list[Gap] = []
        weighing.begin(connection)
        for table in TABLES.values():
            if table.name not in arrived:
                continue
            of_deals = table is SALES and "leads" in arrived
            change, said = comparing.lay_out(connection, table, profile.currency, of_deals=of_deals)
            changes.append(change)
            messages += [message for message in said if message not in messages]
            if not change.changes_nothing:
                weighing.weigh(connection, table, change, write or 0)
                gaps += [] if of_deals else weighing.gaps_left(connection, table)
            if write is not None:
                watch.at(Stage.WRITING)
                taking.write_table(connection, table, write)
        counted = Preview(tuple(changes))
        if counted.units_identical and not counted.changes_nothing:
            messages.append(comparing.already_there(counted.units_identical))
        weighed = weighing.read(connection, changes, write or 0)
        of_sales = *sales_books.said(connection, arrived, profile), *booked.said(connection, arrived)
        messages[:0] = [*weighing.lowered(connection), *of_sales]
        return Preview(tuple(weighed), tuple(messages), tuple(gaps), weighing.months_reached(connection))

    def _rebuild(self, import_ids: Iterable[int]) -> None:
        if self._waiting is not None:
            self._waiting.extend(import_ids)
            return
        connection = self._connection
        days: set[date] = set()
        for import_id in import_ids:
            days.update(self._engine.touched_days(connection, import_id))
        self._engine.rebuild(connection, sorted(days), self.profile())

    def _data_version(self) -> int:
        version: int = select(self._connection, "imports/state")[0]["data_version"]
        return version

    def _count_change(self) -> None:
        """A number above every snapshot there is, also above those of a store that was put back from a copy."""
        published = snapshots.numbers(self._folder / "snapshots")
        version = max(self._data_version(), *published[-1:]) + 1 if published else self._data_version() + 1
        execute(self._connection, "imports/set_state", {"data_version": version})

    def _publish(self) -> None:
        if self._waiting is not None:
            return
        folder = self._folder / "snapshots"
        snapshots.publish_change(self._connection, folder, self._data_version(), self._program)
        snapshots.retire(folder)

    def _publish_if_missing(self) -> None:
        """Publishes the change that a crash left unpublished; readers of a store put back from a copy get it anew."""
        published = snapshots.numbers(self._folder / "snapshots")
        version = self._data_version()
        if version == 0 or (published and published[-1] == version):
            return
        with opening.change(self._connection):
            # The crash may have come between changes made together, before their marts.
            self._engine.rebuild(self._connection, None, self.profile())
            if published and published[-1] > version:
                self._count_change()
        self._publish()
