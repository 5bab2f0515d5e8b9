"""The record: what was done in this workspace, by whom, when and from where."""

from __future__ import annotations

from dashboard.i18n import _
from dashboard.ui import audit_screen, page, section, session

viewer = session.require("audit")
page.head(_("Record"), "")
section.show(_("Who did what"), _("Nobody can change or remove a line here, whatever their role."))
audit_screen.show(viewer)
