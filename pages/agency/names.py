"""Names: which campaign or product each name in calls, deals and sales means."""

from __future__ import annotations

from dashboard.i18n import _
from dashboard.ui import names_decided, names_screen, page, session

viewer = session.require("names")
page.head(_("Names"), session.client_of(viewer).name)
names_screen.show(viewer)
names_decided.show(viewer)
