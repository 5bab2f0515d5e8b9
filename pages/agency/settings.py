"""Settings: what is agreed about the client, what a change of it would move, and what is kept of the client."""

from __future__ import annotations

from dashboard.i18n import _
from dashboard.ui import client_add, page, session, settings_keeping, settings_screen

viewer = session.require("settings")
page.head(_("Settings"), session.client_of(viewer).name)
settings_screen.show(viewer)
settings_keeping.show(viewer)
client_add.show(viewer)
