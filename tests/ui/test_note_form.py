"""A note on a month: who may write whose, and what is kept of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NoReturn

import pytest

from dashboard.access import audit
from dashboard.access.clients import Client
from dashboard.access.viewer import Grant, Viewer
from dashboard.domain.client import ClientProfile
from dashboard.i18n import use
from dashboard.reports.summary import Note
from dashboard.ui import note_form, session
from dashboard.ui.note import AGENCY, CLIENT, markup, named
from dashboard.ui.note_form import by_author
from dashboard.workspace import Workspace

OCTOBER = date(2026, 10, 1)
READER = Viewer("link", "a", (Grant("shop", ("summary", "year_over_year")),))
WRITER = Viewer("link", "b", (Grant("shop", ("year_over_year",), writes_notes=True), Grant("shop", ("summary",))))


class Closed(Exception):
    """The page that closed."""


def note(author: str) -> Note:
    return Note(OCTOBER, author, "Calls rose", "")


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    made = Workspace(tmp_path)
    made.add_client(ClientProfile("shop", "Shop", "USD", "US", "America/New_York", "en"), by="test")

    def closed(*_: object) -> NoReturn:
        raise Closed

    monkeypatch.setattr(session, "workspace", lambda: made)
    monkeypatch.setattr(session, "client_of", lambda viewer: Client("shop", "Shop"))
    monkeypatch.setattr(session, "require_writing", closed)
    monkeypatch.setattr(session, "closed", closed)
    monkeypatch.setattr(note_form.st, "rerun", lambda: None)
    return made


def write(monkeypatch: pytest.MonkeyPatch, viewer: Viewer, author: str, *, screen: str = "year_over_year") -> None:
    monkeypatch.setattr(session, "require", lambda screen: viewer)
    note_form._save(screen, OCTOBER, author, None, ("Two surgeons were away", "They are back"))


def kept(workspace: Workspace) -> list[tuple[str, str]]:
    rows = workspace.namespace("shop").reader().fetch("reports/notes", month_from=OCTOBER, month_to=OCTOBER)
    return [(row["author"], row["text"]) for row in rows]


def test_a_link_that_may_writes_the_clients_note_and_the_record_says_so_without_a_word_of_it(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(monkeypatch, WRITER, CLIENT)
    assert kept(workspace) == [("Client", "Two surgeons were away")]
    line = audit.newest(workspace.access)[0]
    assert (line.who, line.what, line.client, line.about) == (
        "link session b",
        "note written",
        "shop",
        "2026-10, Client",
    )


def test_no_link_writes_the_agencys_note_nor_one_that_only_reads_any(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    for viewer, author, screen in (
        (WRITER, AGENCY, "year_over_year"),
        (WRITER, CLIENT, "summary"),
        (READER, CLIENT, "year_over_year"),
    ):
        with pytest.raises(Closed):
            write(monkeypatch, viewer, author, screen=screen)
    assert kept(workspace) == []


def test_whoever_works_for_the_client_may_write_and_an_analyst_may_not() -> None:
    for role, may in (("owner", True), ("manager", True), ("analyst", False)):
        person = Viewer("agency", "c", role=role, own_clients=("shop",))  # type: ignore[arg-type]
        assert person.may_note("shop", "summary") is may
        assert not person.may_note("other", "summary")


@pytest.mark.parametrize("author", ["Agency", "Агентство"])
def test_the_agency_goes_on_with_its_own_note_in_whichever_language_it_came(author: str) -> None:
    assert by_author([note("Client"), note(author)], AGENCY) == note(author)


def test_a_note_of_anybody_else_is_left_alone() -> None:
    assert by_author([note("Client")], AGENCY) is None


def test_an_author_is_named_in_the_readers_language_and_a_note_says_whose_it_is() -> None:
    use("ru")
    assert [named(author) for author in ("Agency", "Client", "Клиент", "Anna")] == [
        "Агентство",
        "Клиент",
        "Клиент",
        "Anna",
    ]
    assert "Клиент пишет" in markup("Text", author=named("Client"))
    use("en")
    assert "The agency writes" in markup("Text", author=named("Агентство"))
