"""The screen: a customer is forgotten after it was told what there is, and a client comes back from the archive."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from dashboard.access import people, sessions
from dashboard.domain.client import ClientProfile
from dashboard.ui import session, settings_keeping
from dashboard.workspace import Workspace
from tests import workspaces
from tests.ingest import samples
from tests.server.test_main import everything

PHONE = "8 (916) 111-22-33"


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    """A clinic with calls, and another client."""
    workspace, calls = Workspace(tmp_path / "home"), tmp_path / "calls.csv"
    calls.write_text(samples.CALLTOUCH, encoding="utf-8")
    for slug in ("clinic", "pine"):
        workspace.add_client(ClientProfile(slug, slug.title(), "RUB", "RU", "Europe/Moscow"), by="test")
    workspaces.take_in(workspace, "clinic", calls)
    monkeypatch.setattr(session, "workspace", lambda: workspace)
    settings_keeping.desk.cache_clear()
    yield workspace
    settings_keeping.close()
    settings_keeping.desk.cache_clear()
    workspace.access.close()


def opened(root: Path, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, person: str = "") -> AppTest:
    monkeypatch.setattr(type(st.context), "ip_address", "192.0.2.7")
    cookie = sessions.enter(workspace.access, None, person or workspaces.owner(workspace.access))
    monkeypatch.setattr(session, "cookie", lambda: cookie)
    screen = AppTest.from_file(str(root / "tests" / "keeping" / "screen.py"), default_timeout=60)
    screen.query_params["client"] = "clinic"
    return screen.run()


def press(screen: AppTest, label: str) -> str:
    return everything(next(one for one in screen.button if one.label == label).click().run())


def test_a_customer_is_forgotten_and_the_client_put_away_and_brought_back(
    root: Path, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = opened(root, workspace, monkeypatch)
    screen.text_input[0].input("nobody")
    assert "neither a phone nor an e-mail" in press(screen, "See what there is")
    screen.text_input[0].input(PHONE)
    assert "2 calls, 0 deals, 0 orders." in press(screen, "See what there is")
    assert "The customer is forgotten." in press(screen, "Forget for good")
    screen.text_input[0].input(PHONE)
    assert "There is no row with it." in press(screen, "See what there is")
    assert "Pine is" not in press(screen, "Put it away")
    assert [client.slug for client in workspace.clients()] == ["pine"]
    assert "Clinic is back" in press(screen, "Bring back")
    assert [client.slug for client in workspace.clients()] == ["clinic", "pine"]


def test_a_manager_forgets_and_exports_and_erases_nothing(
    root: Path, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    manager = people.add(
        workspace.access, email="m@agency.example", name="M", role="manager", clients=("clinic",), by="test"
    )
    offered = {one.label for one in opened(root, workspace, monkeypatch, manager.id).button}
    assert {"Make an export", "See what there is"} <= offered
    assert not {"Put it away", "Bring back", "Erase for good"} & offered
