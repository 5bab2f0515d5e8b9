"""Upload: what each file is, what it would change, and only then yes."""

from __future__ import annotations

import streamlit as st

from dashboard.i18n import _, ngettext
from dashboard.ui import page, section, session, upload, upload_history, upload_report

viewer = session.require("upload")
client = session.client_of(viewer)
page.head(_("Upload"), client.name)
section.show(
    _("Add exports of {client}").replace("{client}", client.name),
    _(
        "Nothing is written before you agree. "
        "The same file again changes nothing; a file of the same days replaces them."
    ),
)
held = upload.drop(viewer)
for one in held:
    upload_report.show(one)
ready = [one for one in held if one.can_be_taken]
if ready:
    label = ngettext("Add {count} file to {client}", "Add {count} files to {client}", len(ready))
    label = label.replace("{count}", str(len(ready))).replace("{client}", client.name)
    if st.button(label, type="primary", key="sv-take"):
        upload.take(viewer, ready)
upload_report.show_done(upload.last_done())
upload.rate_form(viewer, session.warehouse(viewer).profile.currency)
upload_history.show(viewer)
