"""Account: a person's own name, password, second factor and sign-ins."""

from __future__ import annotations

from dashboard.i18n import _
from dashboard.ui import account, page, session

viewer = session.require("account")
page.head(_("Your account"), "")
account.show(viewer)
