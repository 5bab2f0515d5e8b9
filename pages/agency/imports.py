"""Imports: what was added, by whom and when, what it changed, and taking it back."""

from __future__ import annotations

from dashboard.i18n import _
from dashboard.ui import imports_list, imports_report, months, page, session

viewer = session.require("imports")
page.head(_("Imports"), session.client_of(viewer).name)
record = imports_list.chosen(session.warehouse(viewer).imports())
if record is not None:
    imports_report.show(viewer, record)
else:
    imports_list.show(viewer)
    months.show(viewer)
