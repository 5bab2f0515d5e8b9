"""The settings' last part alone, as a screen."""

from __future__ import annotations

from dashboard.ui import session, settings_keeping

settings_keeping.show(session.require("settings"))
