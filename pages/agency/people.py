"""People: who belongs to the agency, with which role, for which clients."""

from __future__ import annotations

from dashboard.i18n import _
from dashboard.ui import page, people_screen, session

viewer = session.require("people")
page.head(_("People"), "")
people_screen.show(viewer)
