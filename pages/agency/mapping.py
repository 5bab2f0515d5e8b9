"""Mapping: what the columns of the client's own tables are."""

from __future__ import annotations

from dashboard.i18n import _
from dashboard.ui import mapping_screen, page, session

viewer = session.require("mapping")
page.head(_("Own tables"), session.client_of(viewer).name)
mapping_screen.show(viewer)
