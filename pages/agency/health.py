"""Health: whose data can be trusted, and what would settle the rest."""

from __future__ import annotations

from dashboard.i18n import _
from dashboard.ui import health as parts
from dashboard.ui import live, page, section, session

viewer = session.require("health")
client = session.client_of(viewer)
page.head(_("Health"), client.name)
checked = parts.check(viewer)
parts.answer_of_all(checked)
if len(checked) > 1:
    section.show(_("All clients"), _("The worst first. Pick a line to see that client below."))
    parts.clients(checked, client.slug)
for one in checked:
    if one.client.slug == client.slug and one.report is not None:
        parts.one_client(viewer, one.report, client, alone=len(checked) == 1)
live.refresh(session.namespace(viewer))
