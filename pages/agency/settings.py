"""Settings: what is agreed about the client, and what is kept of it."""

from __future__ import annotations

from dashboard.i18n import _
from dashboard.ui import page, session, settings_keeping

viewer = session.require("settings")
page.head(_("Settings"), session.client_of(viewer).name)
settings_keeping.show(viewer)
