"""What was added last, with the way to all of it."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from dashboard.access.viewer import Viewer
from dashboard.domain.phrase import say
from dashboard.i18n import _
from dashboard.ui import frame, imports_list, section, session
from dashboard.ui.markup import draw, said, tag
from dashboard.warehouse.records import ImportRecord

_SHOWN = 3
_IMPORTS = Path(__file__).resolve().parents[2] / "pages" / "agency" / "imports.py"


def show(viewer: Viewer) -> None:
    """Draws the newest imports, and links to the screen of all of them."""
    warehouse = session.warehouse(viewer)
    records = warehouse.imports()
    if not records:
        return
    section.show(_("Last added"))
    lines = [tag("li", _line(record, warehouse.profile.timezone)) for record in records[:_SHOWN]]
    draw(tag("ul", *lines, cls="sv-changes"))
    st.page_link(_IMPORTS, label=_("All imports, their reports and undo"), query_params=frame.kept_params())


def _line(record: ImportRecord, timezone: str) -> str:
    return (
        said(
            say(
                "{moment}: {file}, {status}",
                moment=imports_list.moment(record.imported_at, timezone),
                file=imports_list.file_of(record),
                status=said(imports_list.status_of(record, timezone)),
            )
        )
        or ""
    )
