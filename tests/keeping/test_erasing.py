"""A client that is erased is gone, wherever something of it was; everybody else's is as it was, byte for byte."""

from __future__ import annotations

import hashlib
import os
import signal
import sqlite3
import time
from pathlib import Path
from random import Random

import pytest

from dashboard import cli
from dashboard.access import audit, links, sessions
from dashboard.access.clients import Clients
from dashboard.domain.client import ClientProfile
from dashboard.domain.errors import Busy, ClientUnknown
from dashboard.keeping import erasing
from dashboard.workspace import Workspace
from tests.workspaces import copied, take_in

ADS = 'Campaign report\n"March 1, 2026 - March 2, 2026"\nDay,Campaign,Currency code,Impr.,Clicks,Cost\n'
ROWS = "2026-03-01,Boats,USD,100,10,5.00\n2026-03-02,Boats,USD,100,10,7.00\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two clients with a day of ads and a link each."""
    folder = tmp_path_factory.mktemp("erasing")
    workspace, file = Workspace(folder / "home"), folder / "ads.csv"
    file.write_text(ADS + ROWS, encoding="utf-8")
    for slug in ("boats", "tents"):
        workspace.add_client(ClientProfile(slug, slug.title(), "USD", "US", "America/New_York"), by="test")
        take_in(workspace, slug, file)
        links.add(workspace.access, client=slug, screens=("summary",), by="test")
    workspace.access.close()
    return workspace.root


@pytest.fixture
def workspace(made: Path, tmp_path: Path) -> Workspace:
    """A copy of it."""
    return copied(made, tmp_path / "home")


def bytes_of(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def rows_naming(workspace: Workspace, slug: str) -> dict[str, int]:
    """Tables of the workspace with rows that hold the text anywhere."""
    with sqlite3.connect(workspace.root / "workspace.sqlite") as connection:
        tables = [name for (name,) in connection.execute("select name from sqlite_master where type = 'table'")]
        held = {name: [row for row in connection.execute(f"select * from {name}") if slug in row] for name in tables}
    return {name: len(rows) for name, rows in held.items() if rows}


def test_what_goes_is_said_before(workspace: Workspace) -> None:
    going = erasing.foresee(workspace, "Boats")
    assert (going.name, going.imports, going.rows, going.links, going.own_key) == ("Boats", 1, 2, 1, True)


def test_nothing_of_an_erased_client_is_left_but_lines_of_the_record(workspace: Workspace) -> None:
    cookie = sessions.open_link(workspace.access, links.of_client(workspace.access, "boats")[0], None)
    key, other = workspace.secret_of("boats"), bytes_of(workspace.root / "clients" / "tents")
    workspace.namespace("boats").reader()
    erasing.erase(workspace, "boats", by="anna@agency.example")
    assert sessions.viewer(workspace.access, cookie) is None
    assert rows_naming(workspace, "boats").keys() == {"audit"}
    assert not list(workspace.root.rglob("*boats*"))
    assert workspace.secret_of("boats") != key
    assert bytes_of(workspace.root / "clients" / "tents") == other
    lines = [(line.who, line.what) for line in audit.newest(workspace.access, 2)]
    assert lines[::-1] == [(lines[0][0], "client erasure begun"), ("anna@agency.example", "client erased")]
    with pytest.raises(ClientUnknown):
        workspace.kept_client("boats")


def test_a_client_made_anew_under_the_name_has_other_hashes(workspace: Workspace) -> None:
    key = workspace.secret_of("boats")
    erasing.erase(workspace, "boats", by="test")
    workspace.add_client(ClientProfile("boats", "Boats", "USD", "US", "America/New_York"), by="test")
    assert workspace.secret_of("boats") != key
    assert workspace.namespace("boats").reader().imports() == []


def test_a_client_is_not_erased_amid_an_import(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.warehouse.namespace.WAIT_SECONDS", 0.1)
    monkeypatch.setattr("dashboard.warehouse.namespace.Namespace.store.__defaults__", (0.1, None))
    with workspace.namespace("boats").store(), pytest.raises(Busy):
        erasing.erase(workspace, "boats", by="test")
    assert workspace.client("boats")


def test_an_archived_client_comes_back_as_it_was(workspace: Workspace) -> None:
    clients = Clients(workspace.access)
    clients.archive("boats", by="test")
    assert [client.slug for client in workspace.clients()] == ["tents"]
    assert workspace.kept_client("Boats").slug == "boats"
    clients.bring_back("boats", by="test")
    assert [client.slug for client in workspace.clients()] == ["boats", "tents"]
    with pytest.raises(ClientUnknown):
        clients.bring_back("boats", by="test")


def test_an_erasure_killed_at_any_moment_has_not_begun_or_is_ended_at_the_next_start(
    made: Path, tmp_path: Path
) -> None:
    chance = Random(4)  # noqa: S311 - a fixed seed is the point
    left = set()
    for number in range(11):
        home = tmp_path / str(number)
        workspace = copied(made, home)
        child = os.fork()
        if not child:
            try:
                erasing.erase(Workspace(home), "boats", by="test")
            finally:
                os._exit(0)
        if number == 0:  # the one that is let be
            os.waitpid(child, 0)
        else:
            time.sleep(chance.random() * 0.02 * (number - 1))
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
        begun = "boats" not in {client.slug for client in workspace.clients()}
        erasing.finish(workspace)
        there = "boats" in {client.slug for client in workspace.clients()}
        left.add((begun, there))
        assert len(workspace.namespace("boats").reader().imports()) == 1 if there else not list(home.rglob("*boats*"))
        assert bytes_of(home / "clients" / "tents") == bytes_of(made / "clients" / "tents")
        workspace.access.close()
    assert left == {(False, True), (True, False)}


def test_the_terminal_erases_only_with_the_name_typed(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SVERKA_HOME", str(workspace.root))
    assert cli.main(["client", "archive", "boats"]) == 0
    assert cli.main(["client", "erase", "boats", "--sure", "boats"]) == 1
    assert "2 rows of 1 imports" in capsys.readouterr().err
    assert cli.main(["client", "bring-back", "boats"]) == 0
    assert cli.main(["client", "erase", "boats", "--sure", "Boats"]) == 0
    assert [client.slug for client in workspace.clients()] == ["tents"]
