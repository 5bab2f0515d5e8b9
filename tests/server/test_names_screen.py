"""The screen of names asks for itself who looks: neither a link nor a stranger ever sees it."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

from dashboard.access import sessions
from dashboard.access.screens import CLIENT_SCREENS
from dashboard.ui import session
from tests.server.test_main import by_link, everything
from tests.server.test_main import workspace as workspace


def test_names_are_closed_to_a_link_and_to_a_stranger_and_open_to_the_agency(workspace, root: Path, monkeypatch):
    def drawn(cookie: str | None) -> str:
        monkeypatch.setattr(session, "cookie", lambda: cookie)
        screen = AppTest.from_file(str(root / "pages" / "agency" / "names.py"), default_timeout=60)
        screen.query_params["client"] = "nord"
        return everything(screen.run())

    for cookie in (None, by_link(workspace, *CLIENT_SCREENS)):
        assert "This page is closed" in drawn(cookie)
        assert "no ads yet" not in drawn(cookie)
    assert "There are no ads yet that a name could be matched with." in drawn(sessions.enter(workspace.access, None))
