"""A sheet of a client: looked at as an upload is, and agreed to by a person."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from dashboard import intake
from dashboard.access import moments
from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.phrase import say
from dashboard.intake import Offered
from dashboard.sources import agreement, sheet_cells
from dashboard.sources.google_sheets import Document, Google, Tab
from dashboard.sources.registry import Came, Refresh, Source, Sources
from dashboard.sources.schedule import Schedule
from dashboard.warehouse.records import ImportRecord
from dashboard.workspace import Workspace


@dataclass(frozen=True)
class OfferedSheet:
    """A sheet as it is now, and what it would change. Whoever offers must `offered.discard`."""

    document: Document
    tab: Tab
    offered: Offered
    rows: int  # with cells, the header and what stands above it included
    answers: dict[str, str] = field(default_factory=dict)  # what a person said to its questions

    @property
    def can_be_agreed(self) -> bool:
        """Whether it is understood, so that a yes can be said to it; also where it brings nothing new today."""
        return self.offered.preview is not None


def name_of(document: Document, tab: Tab) -> str:
    """What a sheet is called where files have their name."""
    return f"{document.title} — {tab.title}"


def offer(
    workspace: Workspace,
    client: str,
    google: Google,
    document: Document,
    tab: Tab,
    answers: dict[str, str] | None = None,
) -> OfferedSheet:
    """Reads a tab and compares it with what the client has, without writing there.

    Raises SheetUnreadable, and what `intake.offer` raises.
    """
    table = google.table(document, tab)
    scratch = workspace.namespace(client).root / "scratch"
    scratch.mkdir(exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="reading-", dir=scratch))
    try:
        path = folder / "sheet.csv"
        sheet_cells.write(table, path)
        offered = intake.offer(workspace, client, path, name=name_of(document, tab), answers=answers)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    rows = sum(any(cell not in (None, "") for cell in row) for row in table)
    return OfferedSheet(document, tab, offered, rows, answers or {})


@contextmanager
def offered(
    workspace: Workspace,
    client: str,
    google: Google,
    document: Document,
    tab: Tab,
    answers: dict[str, str] | None = None,
) -> Iterator[OfferedSheet]:
    """`offer` that discards at the end of the block."""
    made = offer(workspace, client, google, document, tab, answers)
    try:
        yield made
    finally:
        made.offered.discard()


def agree(
    workspace: Workspace, client: str, sheet: OfferedSheet, schedule: Schedule, by: str
) -> tuple[Source, ImportRecord]:
    """Takes the offered sheet in, and keeps it as a source that is refreshed on this schedule.

    Raises SettingsInvalid where it is not understood, and what `intake.accept` raises; then nothing is changed.
    """
    if not sheet.can_be_agreed:
        raise SettingsInvalid(
            say(
                "{sheet} is not understood, so it cannot become a source. Nothing was changed.",
                sheet=name_of(sheet.document, sheet.tab),
            )
        )
    began = moments.now()
    record = intake.accept(workspace, client, sheet.offered, by=by)
    slug = workspace.client(client).slug
    timezone = workspace.namespace(slug).reader().profile.timezone
    next_at = schedule.next_after(moments.now(), timezone)
    sources = Sources(workspace.access)
    seen = agreement.agreed(sheet.document.title, sheet.tab.title, sheet.offered.reading, sheet.answers)
    source = sources.add(slug, sheet.document.id, sheet.tab.id, seen, schedule, next_at, by)
    sources.note(source, came_of(record, began, by), next_at=next_at)
    return sources.one(slug, source.id), record


def came_of(record: ImportRecord, began: datetime, by: str) -> Refresh:
    """What an import of a sheet came to, as a refresh."""
    units = record.units.values()
    wrote = record.status != "unchanged"
    return Refresh(
        began,
        moments.now(),
        Came.TAKEN if wrote else Came.UNCHANGED,
        by,
        record.rows_read,
        sum(table["new"] for table in units),
        sum(table["replaced"] for table in units),
        record.import_id if wrote else 0,
    )
