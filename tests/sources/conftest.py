"""A client without data, and one with a sheet that was agreed to: made once, copied for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.sources import google_api, sheets
from dashboard.sources.keys import Keys
from dashboard.sources.refresh import connect
from dashboard.sources.registry import Source, Sources
from dashboard.sources.schedule import Schedule
from dashboard.workspace import Workspace
from tests import workspaces
from tests.sources.google import DOCUMENT, Google, key, serving


@pytest.fixture(scope="session")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("sources") / "workspace"
    made = Workspace(root)
    workspaces.add_client(made, "shop")
    made.access.close()
    return root


@pytest.fixture
def workspace(_made: Path, tmp_path: Path) -> Workspace:
    """A workspace of the test's own with the client `shop` (dollars, New York), which has no data."""
    return workspaces.copied(_made, tmp_path / "workspace")


@pytest.fixture(scope="session")
def _google() -> Iterator[Google]:
    with serving() as known:
        yield known


@pytest.fixture
def google(_google: Google, monkeypatch: pytest.MonkeyPatch) -> Google:
    """A server that answers as Google does, in the place of Google; nobody waits between two tries."""
    _google.forget()
    monkeypatch.setenv("SVERKA_GOOGLE_STAND_IN", _google.address)
    monkeypatch.setattr(google_api, "PAUSES", (0.0, 0.0))
    return _google


@pytest.fixture(scope="session")
def _agreed(_made: Path, _google: Google, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("agreed") / "workspace"
    made = workspaces.copied(_made, root)
    _google.forget()
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("SVERKA_GOOGLE_STAND_IN", _google.address)
        Keys(made).give(key(), by="test")
        account = connect(made)
        document = account.document(DOCUMENT)
        with sheets.offered(made, "shop", account, document, document.tab(7)) as sheet:
            sheets.agree(made, "shop", sheet, Schedule(hourly=True), by="test")
    made.access.close()
    return root


@pytest.fixture
def agreed(_agreed: Path, google: Google, tmp_path: Path) -> Workspace:
    """A workspace of the test's own, whose client `shop` has a sheet of four days that is refreshed every hour."""
    return workspaces.copied(_agreed, tmp_path / "workspace")


@pytest.fixture
def source(agreed: Workspace) -> Source:
    """The sheet that was agreed to."""
    (only,) = Sources(agreed.access).of("shop")
    return only
