"""Sources: the sheets that are read by themselves, what came of it, and the key they are read with."""

from __future__ import annotations

from dashboard.i18n import _
from dashboard.ui import page, session, sources, sources_add, sources_key

viewer = session.require("sources")
page.head(_("Sources"), session.client_of(viewer).name)
key = sources_key.account()
sources.show(viewer)
if key is not None:
    sources_add.show(viewer)
sources_key.show(viewer, key)
