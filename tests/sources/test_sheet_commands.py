"""The terminal's verbs about sheets."""

from __future__ import annotations

import json
from typing import Any

import pytest

from dashboard.cli import main
from dashboard.sources.keys import Keys
from dashboard.sources.registry import Source
from dashboard.workspace import Workspace
from tests.sources.google import ADDRESS, DOCUMENT, Google, ads, key


def printed(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> Any:
    capsys.readouterr()
    assert main([*words, "--json"]) == code
    return json.loads(capsys.readouterr().out)


@pytest.fixture
def home(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    monkeypatch.setenv("SVERKA_HOME", str(workspace.root))
    return workspace


def test_a_sheet_is_looked_at_agreed_to_and_refreshed(
    home: Workspace, google: Google, capsys: pytest.CaptureFixture[str]
) -> None:
    Keys(home).give(key(), by="test")
    looked = printed(capsys, "sheets", "add", ADDRESS, "--client", "shop")
    assert (looked["status"], looked["totals"]["spend"]) == ("previewed", 34.75)
    assert printed(capsys, "sheets", "list", "--client", "shop") == []
    assert printed(capsys, "refresh", "--client", "shop") == []
    added = printed(capsys, "sheets", "add", ADDRESS, "--client", "shop", "--schedule", "daily 07:30", "--yes")
    assert added["status"] == "imported"
    (source,) = printed(capsys, "sheets", "list", "--client", "shop")
    assert (source["source"], source["schedule"]) == (added["source"], "daily 07:30")
    google.tabs[1].rows = ads(5, 7.5, 10, 12.25, 20)
    (done,) = printed(capsys, "refresh", "--client", "shop", added["source"])
    assert (done["came"], done["new"]) == ("taken", 1)
    google.tabs[1].title = "Old"
    (done,) = printed(capsys, "refresh", "--client", "shop", code=1)
    assert (done["came"], "is now called “Old”" in done["messages"][0]) == ("asks", True)


def test_a_tab_has_to_be_named_where_the_address_names_none(
    home: Workspace, google: Google, capsys: pytest.CaptureFixture[str]
) -> None:
    Keys(home).give(key(), by="test")
    assert main(["sheets", "add", DOCUMENT, "--client", "shop"]) == 1
    assert "Read me and Ads" in capsys.readouterr().err
    assert printed(capsys, "sheets", "add", DOCUMENT, "--client", "shop", "--tab", "Ads")["status"] == "previewed"


def test_without_a_key_it_says_how_to_give_one(home: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sheets", "add", ADDRESS, "--client", "shop"]) == 1
    assert "sheets key FILE" in capsys.readouterr().err


def test_a_removed_sheet_is_listed_no_more(
    agreed: Workspace, source: Source, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SVERKA_HOME", str(agreed.root))
    assert main(["sheets", "remove", source.name, "--client", "shop"]) == 0
    assert "stays" in capsys.readouterr().out
    assert printed(capsys, "sheets", "list", "--client", "shop") == []
