"""The record leaves as a file: for whoever may see it, with what they may see, and itself on the record."""

from __future__ import annotations

import asyncio
import json
from io import BytesIO
from pathlib import Path

import httpx
import openpyxl
import pytest
from starlette.applications import Starlette

from dashboard import audit_files
from dashboard.access import audit, people, sessions
from dashboard.access.clients import Client, Clients
from dashboard.cli import main
from dashboard.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """Two clients, an owner, a manager of the first, an analyst; lines with what a spreadsheet would compute."""
    monkeypatch.setenv("SVERKA_HOME", str(tmp_path))
    workspace = Workspace(tmp_path)
    for slug in ("pine", "cedar"):
        Clients(workspace.access).add(Client(slug, slug.title()), by="test")
    for name, role, clients in (("olga", "owner", ()), ("mark", "manager", ("pine",)), ("ann", "analyst", ("pine",))):
        people.add(workspace.access, email=f"{name}@agency.example", name=name, role=role, clients=clients, by="test")
    with workspace.access.writing() as connection:
        for client in ("pine", "cedar"):
            audit.record(connection, "=cmd()", "import added", client=client, about="@sum\n1", came_from="203.0.113.7")
    return workspace


def get(workspace: Workspace, name: str, address: str) -> httpx.Response:
    """What the route alone answers to the person of this name, '' for a stranger."""

    async def asked() -> httpx.Response:
        person = people.of_email(workspace.access, f"{name}@agency.example")
        held = {sessions.COOKIE: sessions.enter(workspace.access, None, person.id)} if person else {}
        transport = httpx.ASGITransport(Starlette(routes=audit_files.routes(lambda: workspace)))
        async with httpx.AsyncClient(transport=transport, base_url="http://sverka", cookies=held) as client:
            return await client.get(address)

    return asyncio.run(asked())


@pytest.mark.parametrize("name", ["", "ann"])
def test_nobody_else_gets_a_file(workspace, name):
    assert get(workspace, name, "/download/audit.csv").status_code == 404


def test_an_owner_gets_all_lines_and_no_cell_is_computed(workspace):
    answer = get(workspace, "olga", "/download/audit.csv?what=import+added&zone=Europe/Moscow")
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert lines[0] == "When,Who,What,Client,About,From where"
    assert len([line for line in lines if "'=cmd(),added data" in line and "'@sum" in line]) == 2
    assert "+03:00" in lines[1]
    assert answer.headers["cache-control"] == "no-store"


def test_a_manager_gets_the_lines_of_their_own_clients(workspace):
    text = get(workspace, "mark", "/download/audit.csv").text
    assert "Pine" in text
    assert "Cedar" not in text
    assert "olga" not in text
    assert "Cedar" not in get(workspace, "mark", "/download/audit.csv?of=cedar").text


def test_a_workbook_has_texts_alone_in_the_readers_language(workspace):
    answer = get(workspace, "olga", "/download/audit.xlsx?lang=ru&what=import+added")
    sheet = openpyxl.load_workbook(BytesIO(answer.content)).active
    assert [cell.value for cell in sheet[1]] == ["Когда", "Кто", "Что", "Клиент", "О чём", "Откуда"]
    assert sheet["B2"].value == "=cmd()"
    assert sheet["B2"].data_type == "s"


def test_that_a_file_was_taken_is_on_the_record(workspace):
    get(workspace, "olga", "/download/audit.csv")
    newest = audit.newest(workspace.access)[0]
    assert (newest.who, newest.what, newest.about) == ("olga@agency.example", "record taken out", "csv")


def test_what_makes_no_sense_asks_for_everything(workspace):
    address = "/download/audit.csv?since=31.02.2026&until=x&zone=../../etc/passwd&of=&lang=xx"
    assert "Cedar" in get(workspace, "olga", address).text


def test_the_terminal_lists_lines_as_text_and_json(workspace, capsys):
    assert main(["audit", "list", "--client", "pine", "--event", "import added"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.endswith("=cmd()\tadded data\tpine\t@sum 1\t203.0.113.7")
    assert main(["audit", "list", "--who", "=cmd", "--json"]) == 0
    assert [one["client"] for one in json.loads(capsys.readouterr().out)] == ["cedar", "pine"]
    assert main(["audit", "list", "--event", "nothing of the kind"]) == 1
    assert "link opened" in capsys.readouterr().err


def test_the_terminal_says_whether_the_record_is_what_was_written(workspace, capsys):
    assert main(["audit", "verify", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert main(["audit", "verify", "--noted", f"{found['seq']}:{found['chain']}"]) == 0
    assert main(["audit", "verify", "--noted", f"{found['seq']}:{'0' * 64}"]) == 1
    assert main(["audit", "verify", "--noted", "nonsense"]) == 1
