"""What was imported, the rows that could not be taken, and taking an import back."""

from __future__ import annotations

import streamlit as st

from dashboard.access.viewer import Viewer
from dashboard.i18n import _, current
from dashboard.ui import section, session, table, upload, upload_report
from dashboard.ui.table import Column
from dashboard.warehouse.records import ImportRecord


def show(viewer: Viewer) -> None:
    """Draws the imports; a picked one unfolds to its rejected rows and the button that undoes it."""
    warehouse = session.warehouse(viewer)
    records = warehouse.imports()
    if not records:
        return
    section.show(_("What was added"), _("Pick a line to see its rejected rows, or to take the import back."))
    rows = upload_report.history(records, warehouse.profile.timezone)
    picked = table.show(upload_report.history_columns(), rows, key="sv-imports", groups={}, group_key="number")
    record = next((record for record in records if picked and record.import_id == picked["number"]), None)
    if record is None:
        return
    _rejects(viewer, record)
    if record.undone_at is None:
        _undo(viewer, record)


def _rejects(viewer: Viewer, record: ImportRecord) -> None:
    if not record.rows_rejected:
        return
    with session.namespace(viewer).store() as store:
        rejected = store.rejects(record.import_id)
    language = current()
    columns = [
        Column("reason", _("Why it was rejected"), width=420),
        Column("line", _("Line"), "count"),
        Column("content", _("The row"), width=520),
    ]
    rows = [{"line": row.line, "reason": language.gettext(row.reason), "content": row.content} for row in rejected]
    table.show(columns, rows, key=f"sv-rejects-{record.import_id}", search=False)


def _undo(viewer: Viewer, record: ImportRecord) -> None:
    with st.popover(_("Take this import back")):
        st.write(_("The rows of this import go, and what it had replaced comes back. Nothing else is changed."))
        if st.button(_("Take it back"), key=f"sv-undo-{record.import_id}", type="primary"):
            upload.undo(viewer, record.import_id)
