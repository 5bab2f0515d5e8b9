"""The script that Streamlit runs for each viewer, on the real screens of a client without data."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.access import links, people, sessions
from dashboard.access.screens import CLIENT_SCREENS
from dashboard.domain.client import ClientProfile
from dashboard.ui import session
from dashboard.workspace import Workspace
from tests import workspaces


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    workspace = Workspace(tmp_path)
    for slug in ("nord", "harbor"):
        profile = ClientProfile(slug, slug.title(), currency="RUB", country="RU", timezone="Europe/Moscow")
        workspace.add_client(profile, by="test")
    monkeypatch.setattr(session, "workspace", lambda: workspace)
    yield workspace
    workspace.access.close()


@pytest.fixture
def opened(workspace, root: Path, monkeypatch):
    """The script after its first run, for whoever holds this cookie."""

    def run(cookie: str | None, **query: str) -> AppTest:
        monkeypatch.setattr(session, "cookie", lambda: cookie)
        test = AppTest.from_file(str(root / "dashboard" / "main.py"), default_timeout=60)
        for name, value in query.items():
            test.query_params[name] = value
        return test.run()

    return run


def by_link(workspace, *screens: str, client: str = "nord", language: str | None = None) -> str:
    made = links.add(workspace.access, client=client, screens=screens, language=language, by="test")
    link = links.open(workspace.access, made.path.removeprefix("/s/"))
    return sessions.open_link(workspace.access, link, None)


def everything(test: AppTest) -> str:
    assert not test.exception
    return " ".join(element.proto.body for element in test.get("html"))


def test_a_stranger_meets_the_closed_page(opened):
    assert "This page is closed" in everything(opened(None))


def test_every_real_screen_is_drawn_for_a_link_that_opens_it(workspace, opened):
    for screen in CLIENT_SCREENS:
        text = everything(opened(by_link(workspace, screen)))
        assert "This page is closed" not in text
        assert "Nord" in text


def test_the_agency_may_change_to_another_client(workspace, opened):
    cookie = sessions.enter(workspace.access, None, workspaces.owner(workspace.access))
    assert "Harbor" in everything(opened(cookie, client="harbor"))
    assert "This page is closed" in everything(opened(cookie, client="nobody"))


def test_a_link_speaks_its_own_language_until_the_reader_chooses(workspace, opened):
    cookie = by_link(workspace, "summary", language="ru")
    assert opened(cookie).button(key="sv-language").label == "English"
    assert opened(cookie, lang="en").button(key="sv-language").label == "Русский"


def by_person(workspace, role: str, *clients: str) -> str:
    person = people.add(
        workspace.access, email=f"{role}@agency.example", name=role.title(), role=role, clients=clients, by="test"
    )
    return sessions.enter(workspace.access, None, person.id)


def on(opened, cookie: str, screen: str) -> AppTest:
    test = opened(cookie, client="nord")
    return test.switch_page(f"../pages/agency/{screen}.py").run()


def test_the_health_of_all_clients_is_that_of_ones_own(workspace, opened):
    assert "Harbor" not in everything(on(opened, by_person(workspace, "manager", "nord"), "health"))
    assert "Harbor" not in everything(opened(by_person(workspace, "analyst", "nord"), client="harbor"))


def test_an_analyst_reads_the_imports_and_is_offered_nothing_that_changes_them(workspace, opened):
    offered = {role: on(opened, by_person(workspace, role, "nord"), "imports") for role in ("manager", "analyst")}
    assert {role: "Months given to the owner" in everything(test) for role, test in offered.items()} == {
        "manager": True,
        "analyst": True,
    }
    buttons = {role: {button.key for button in test.button} for role, test in offered.items()}
    assert buttons["manager"] - buttons["analyst"] == {"sv-note-month"}


def test_the_key_of_all_clients_sheets_is_an_owners_to_give(workspace, opened):
    test = on(opened, by_person(workspace, "manager", "nord"), "sources")
    assert "An owner of the workspace gives the key" in everything(test)
    assert "sv-key-give" not in {button.key for button in test.button}


def test_an_agency_without_clients_is_told_how_to_add_one(workspace, opened, monkeypatch, tmp_path):
    empty = Workspace(tmp_path / "empty")
    monkeypatch.setattr(session, "workspace", lambda: empty)
    assert "No clients yet" in everything(opened(sessions.enter(empty.access, None, workspaces.owner(empty.access))))
    empty.access.close()


def test_a_revoked_link_shows_the_closed_page_at_the_next_run(workspace, opened):
    test = opened(by_link(workspace, "campaigns"))
    assert "This page is closed" not in everything(test)
    (link,) = links.of_client(workspace.access, "nord")
    links.revoke(workspace.access, link.public_id, by="test")
    assert "This link was closed by the agency" in everything(test.run())
