"""Rejected rows leave as a file for people of the agency alone: the route asks for itself, with no gate before it."""

from __future__ import annotations

import asyncio
from io import BytesIO
from pathlib import Path

import httpx
import openpyxl
import pytest
from starlette.applications import Starlette

from dashboard import downloads, intake
from dashboard.access import audit, links, people, sessions
from dashboard.access.viewer import Role
from dashboard.workspace import Workspace
from tests import workspaces

HEAD = "Campaign,Day,Currency code,Impr.,Clicks,Cost"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    workspace = Workspace(folder / "workspace")
    workspaces.add_client(workspace, "pine", file_in(folder))
    workspaces.add_client(workspace, "cedar")
    workspace.access.close()
    return workspace.root


@pytest.fixture
def workspace(made: Path, tmp_path: Path) -> Workspace:
    """Two clients; the first has an import with one rejected row."""
    return workspaces.copied(made, tmp_path / "workspace")


def file_in(folder: Path) -> Path:
    path = folder / "März «1».csv"
    lines = ["Campaign report", "March", HEAD, "A,2026-03-01,USD,1,1,5", "=cmd(),31.02.2026,USD,1,1,5", ""]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


class Browser:
    """Asks the routes alone, as whoever holds the cookie."""

    def __init__(self, workspace: Workspace) -> None:
        self._app = Starlette(routes=downloads.routes(lambda: workspace, self._found))
        self.cookie = ""
        self.sent: dict[tuple[str, str, str], Path] = {}  # client, session, key → the rows of a held file

    def _found(self, *sent: str) -> tuple[str, Path] | None:
        client, name, key = sent
        return ("march.csv", self.sent[client, name, key]) if (client, name, key) in self.sent else None

    def get(self, address: str) -> httpx.Response:
        """The answer of this address."""
        return asyncio.run(self._get(address))

    async def _get(self, address: str) -> httpx.Response:
        held = {sessions.COOKIE: self.cookie} if self.cookie else {}
        transport = httpx.ASGITransport(self._app)
        async with httpx.AsyncClient(transport=transport, base_url="http://sverka", cookies=held) as client:
            return await client.get(address)


@pytest.fixture
def browser(workspace: Workspace) -> Browser:
    return Browser(workspace)


def sign_in(browser: Browser, workspace: Workspace) -> None:
    browser.cookie = sessions.enter(workspace.access, None, workspaces.owner(workspace.access))


def test_the_agency_gets_line_and_reason_as_csv_that_a_spreadsheet_reads(
    browser: Browser, workspace: Workspace
) -> None:
    sign_in(browser, workspace)
    answer = browser.get("/download/rejects/pine/1.csv?lang=ru")
    assert answer.status_code == 200
    assert answer.content.startswith(b"\xef\xbb\xbf")
    header, row = answer.content.decode("utf-8-sig").splitlines()
    assert header == "Строка файла;Почему отклонена;Содержание"
    assert row.split(";")[:2] == ["5", "День не указан или это не дата."]
    assert answer.headers["cache-control"] == "no-store"
    assert 'filename="rejected-M-rz-_1_.csv"' in answer.headers["content-disposition"]
    newest = audit.newest(workspace.access)[0]
    assert (newest.what, newest.client, newest.about) == ("rejected rows taken out", "pine", "import 1")


def test_the_agency_gets_the_same_as_a_workbook_without_formulas(browser: Browser, workspace: Workspace) -> None:
    sign_in(browser, workspace)
    book = openpyxl.load_workbook(BytesIO(browser.get("/download/rejects/pine/1.xlsx").content))
    rows = list(book.active.iter_rows())
    assert rows[1][0].value == 5
    assert {cell.data_type for cell in rows[1][1:]} == {"s"}


def test_strangers_and_links_get_what_an_address_that_never_was_gets(browser: Browser, workspace: Workspace) -> None:
    stranger = browser.get("/download/rejects/pine/1.csv")
    link = links.open(
        workspace.access,
        links.add(workspace.access, client="pine", screens=("campaigns",), by="test").path.removeprefix("/s/"),
    )
    assert link is not None
    browser.cookie = sessions.open_link(workspace.access, link, None)
    of_link = browser.get("/download/rejects/pine/1.csv")
    assert (stranger.status_code, of_link.status_code) == (404, 404)
    assert b"=cmd" not in stranger.content + of_link.content


def test_templates_are_given_to_those_who_may_upload(browser: Browser, workspace: Workspace) -> None:
    address = "/download/template/pine/demand.csv?lang=ru"
    assert browser.get(address).status_code == 404
    analyst = people.add(workspace.access, email="a@a.example", name="A", role="analyst", clients=["pine"], by="test")
    browser.cookie = sessions.enter(workspace.access, None, analyst.id)
    assert browser.get(address).status_code == 404
    sign_in(browser, workspace)
    answer = browser.get(address)
    assert answer.content.decode("utf-8-sig").startswith("Неделя;Запрос")
    assert answer.headers["content-disposition"] == 'attachment; filename="demand.csv"'
    for wrong in ("pine/magic.csv", "oak/demand.csv", "pine/..%2fdemand.csv"):
        assert browser.get(f"/download/template/{wrong}").status_code == 404


@pytest.mark.parametrize(
    ("role", "client", "status"),
    [("manager", "pine", 200), ("analyst", "pine", 200), ("manager", "cedar", 404), ("analyst", "cedar", 404)],
)
def test_people_get_what_their_own_clients_imports_left_out(
    browser: Browser, workspace: Workspace, role: Role, client: str, status: int
) -> None:
    person = people.add(workspace.access, email="p@agency.example", name="P", role=role, clients=[client], by="test")
    browser.cookie = sessions.enter(workspace.access, None, person.id)
    assert browser.get("/download/rejects/pine/1.csv").status_code == status


@pytest.mark.parametrize(
    "address",
    ["pine/2.csv", "cedar/1.csv", "oak/1.csv", "pine/1.pdf", "pine/x.csv", "pine/held-.csv", "oak/held-7.csv",
     "pine/held-%2e%2e%2f%2e%2e.csv", "pine/99999999999.csv", "pine/²​.csv"],
)  # fmt: skip
def test_what_is_not_there_is_not_given(browser: Browser, workspace: Workspace, address: str) -> None:
    sign_in(browser, workspace)
    assert browser.get(f"/download/rejects/{address}").status_code == 404


def test_a_file_not_yet_taken_in_gives_its_rejected_rows_to_the_session_that_sent_it(
    browser: Browser, workspace: Workspace, tmp_path: Path
) -> None:
    sign_in(browser, workspace)
    viewer = sessions.viewer(workspace.access, browser.cookie)
    assert viewer is not None
    with intake.offered(workspace, "cedar", file_in(tmp_path)) as offer:
        assert offer.reading.rows is not None
        browser.sent["cedar", viewer.session, "7"] = offer.reading.rows
        given = browser.get("/download/rejects/cedar/held-7.csv")
        other_client = browser.get("/download/rejects/pine/held-7.csv")
        sign_in(browser, workspace)
        other_session = browser.get("/download/rejects/cedar/held-7.csv")
    assert given.content.decode("utf-8-sig").splitlines()[1].startswith("5,")
    assert (other_client.status_code, other_session.status_code) == (404, 404)
    assert workspace.namespace("cedar").reader().imports() == []
