"""Upload: what each file is, what it would change, and only then yes."""

from __future__ import annotations

from dashboard.i18n import _
from dashboard.ui import (
    mapping_saved,
    page,
    section,
    session,
    upload,
    upload_books,
    upload_files,
    upload_history,
    upload_rates,
    upload_templates,
)

viewer = session.require("upload")
client = session.client_of(viewer)
page.head(_("Upload"), client.name)
section.show(
    _("Add exports for {client}").replace("{client}", client.name),
    _(
        "Nothing is written before you agree. "
        "The same file again changes nothing; a file of the same days replaces them."
    ),
)
upload.drop(viewer)
mapping_saved.said_last()
upload_files.show()
upload_books.form(viewer)
upload_rates.form(viewer, session.warehouse(viewer).profile.currency)
upload_templates.show(viewer)
upload_history.show(viewer)
