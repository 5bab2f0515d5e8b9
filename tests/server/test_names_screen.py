"""The screen of names asks for itself who looks: neither a link nor a stranger ever sees it."""

from __future__ import annotations

import shutil
from pathlib import Path

from streamlit.testing.v1 import AppTest

from dashboard.access import sessions
from dashboard.access.screens import CLIENT_SCREENS
from dashboard.ui import session
from dashboard.workspace import Workspace
from tests import workspaces
from tests.server.test_main import by_link, everything
from tests.server.test_main import workspace as workspace
from tests.test_names_commands import made as made


def test_names_are_closed_to_a_link_and_to_a_stranger_and_open_to_the_agency(workspace, root: Path, monkeypatch):
    def drawn(cookie: str | None) -> str:
        monkeypatch.setattr(session, "cookie", lambda: cookie)
        screen = AppTest.from_file(str(root / "pages" / "agency" / "names.py"), default_timeout=60)
        screen.query_params["client"] = "nord"
        return everything(screen.run())

    for cookie in (None, by_link(workspace, *CLIENT_SCREENS)):
        assert "This page is closed" in drawn(cookie)
        assert "no ads yet" not in drawn(cookie)
    assert "There are no ads yet that a name could be matched with." in drawn(
        sessions.enter(workspace.access, None, workspaces.owner(workspace.access))
    )


def test_a_suggestion_is_taken_with_one_press_and_taken_back_with_another(made: Path, tmp_path, root, monkeypatch):
    served = Workspace(shutil.copytree(made, tmp_path / "shop"))
    monkeypatch.setattr(session, "workspace", lambda: served)
    cookie = sessions.enter(served.access, None, workspaces.owner(served.access))
    monkeypatch.setattr(session, "cookie", lambda: cookie)
    screen = AppTest.from_file(str(root / "pages" / "agency" / "names.py"), default_timeout=60)
    screen.query_params["client"] = "shop"
    assert "1 campaign name of calls and deals matches no campaign" in everything(screen.run())

    def press(label: str) -> str:
        return everything(next(one for one in screen.button if one.label == label).click().run())

    assert "“brand-search” means “Brand” now" in press("It is “Brand”")
    assert "“Lampe” means “Lamp” now" in press("It is “Lamp”")
    assert "“Lampe” stands on its own row again." in press("Take back")
    served.access.close()
