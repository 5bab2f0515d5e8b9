"""Links: what the client's readers open, for how long, and how it is used."""

from __future__ import annotations

from dashboard.i18n import _
from dashboard.ui import links_agency, links_list, links_new, links_shown, page, session

viewer = session.require("links")
page.head(_("Links"), session.client_of(viewer).name)
links_shown.show(viewer)
links_list.answer(viewer)
links_new.show(viewer)
links_list.show(viewer)
links_agency.show(viewer)
