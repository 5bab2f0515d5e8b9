"""Where the rejected rows of a file are given out, before it is taken in and afterwards."""

from __future__ import annotations

from urllib.parse import quote

from dashboard.access.viewer import Viewer
from dashboard.i18n import _, current
from dashboard.ui import session
from dashboard.ui.markup import Markup, tag
from dashboard.uploads.held import HeldFile
from dashboard.warehouse.records import ImportRecord


def of_import(viewer: Viewer, record: ImportRecord) -> Markup:
    """The links to the rejected rows of an import; nothing where there are none."""
    return _links(viewer, str(record.import_id)) if record.rows_rejected else Markup()


def of_held(viewer: Viewer, held: HeldFile) -> Markup:
    """The links to the rejected rows of a file that waits for a person's word; nothing where there are none."""
    offered = held.offered
    if offered is None or offered.preview is None or not offered.reading.rows_rejected:
        return Markup()
    return _links(viewer, f"held-{held.key}")


def _links(viewer: Viewer, name: str) -> Markup:
    place = f"download/rejects/{quote(session.client_of(viewer).slug, safe='')}/{quote(name, safe='')}"
    csv, xlsx = (
        tag("a", label, href=f"{place}.{kind}?lang={current().code}", target="_blank", rel="noopener")
        for kind, label in (("csv", _("Rejected rows as CSV")), ("xlsx", _("as XLSX")))
    )
    return tag("p", csv, " · ", xlsx, cls="sv-small sv-downloads")
