"""The imports of a client, newest first: what came in, by whom and when, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

import streamlit as st

from dashboard import intake
from dashboard.access.viewer import Viewer
from dashboard.domain.phrase import N_, Phrase, say
from dashboard.i18n import _, current
from dashboard.ui import empty, people, section, session, table
from dashboard.ui.table import Column
from dashboard.ui.upload_report import KINDS, STATUSES
from dashboard.warehouse.records import ImportRecord

PARAM = "import"
_ROUND = "sv-imports-round"


def chosen(records: Iterable[ImportRecord]) -> ImportRecord | None:
    """The import that the address names; None where it names none, or one that is not there."""
    asked = st.query_params.get(PARAM, "")
    return next((record for record in records if str(record.import_id) == asked), None)


def show(viewer: Viewer) -> None:
    """Draws the table of imports; a picked one opens under its own address."""
    warehouse = session.warehouse(viewer)
    records = warehouse.imports()
    if not records:
        empty.show(_("Nothing was added yet"), _("What is added on “Upload” is listed here, and can be taken back."))
        return
    section.show(_("What was added"), _("Pick a line to open its report: what it changed, its rejected rows, undo."))
    turn = st.session_state.get(_ROUND, 0)
    rows = [_row(record, warehouse.profile.timezone) for record in records]
    picked = table.show(_columns(), rows, key=f"sv-imports-{turn}", groups={}, group_key="number")
    if picked is not None:
        st.session_state[_ROUND] = turn + 1  # so that the way back does not find the line picked still
        st.query_params[PARAM] = str(picked["number"])
        st.rerun()


def file_of(record: ImportRecord) -> str:
    """What an import is called: its file, or that it was typed in."""
    return record.file or _("typed in")


def what_of(record: ImportRecord) -> str:
    """The export's name; of what was typed in, what it is about."""
    return _(intake.format_label(record.format)) if record.file else _(KINDS.get(record.kind, record.kind))


def status_of(record: ImportRecord, timezone: str) -> Phrase | str:
    """What came of an import, and who took it back and when."""
    if record.undone_at is None:
        return STATUSES.get(record.status, record.status)
    return say(
        "taken back {moment}: {who}",
        moment=moment(record.undone_at, timezone),
        who=people.name_of(record.undone_by),
    )


def moment(at: datetime, timezone: str) -> str:
    """A day with its time, in the client's time zone."""
    local = at.astimezone(ZoneInfo(timezone))
    return f"{current().day(local.date(), short=True)}, {local:%H:%M}"


def _row(record: ImportRecord, timezone: str) -> dict[str, object]:
    language = current()
    return {
        "file": file_of(record),
        "number": record.import_id,
        "at": moment(record.imported_at, timezone),
        "who": language.say(people.name_of(record.imported_by)),
        "format": what_of(record),
        "period": language.span(*record.period, short=True) if record.period else "",
        "rows": record.rows_kept,
        "rejected": record.rows_rejected,
        "status": language.say(status_of(record, timezone)),
    }


def _columns() -> list[Column]:
    return [
        Column("file", N_("File"), width=205),
        Column("number", N_("Number"), "count"),
        Column("at", N_("Added"), width=150),
        Column("who", N_("By whom"), width=120),
        Column("status", N_("What came of it"), width=145),
        Column("format", N_("What it is"), width=100),
        Column("period", N_("Days"), width=170),
        Column("rows", N_("Rows kept"), "count"),
        Column("rejected", N_("Rejected"), "count"),
    ]
