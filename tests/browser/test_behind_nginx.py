"""The whole product behind real nginx with docs/nginx.conf: TLS, below a folder, and in another site's frame."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import httpx
import pytest
from playwright.sync_api import Page, expect

from dashboard.access import audit, entries
from tests import workspaces
from tests.browser import reading
from tests.browser.conftest import PHONE, Visit
from tests.browser.proxy import Ports, nginx
from tests.browser.serving import Server, free_port, serving
from tests.browser.test_imports import ads
from tests.browser.test_upload import drop, dropped

TRUSTING = {"ignore_https_errors": True}  # the certificate is signed by nobody


@dataclass(frozen=True)
class Behind:
    """A server behind nginx: the address that people open, the server itself, and nginx's ports and access log."""

    address: str
    server: Server
    ports: Ports
    log: Path

    def link(self, client: str, *screens: str) -> str:
        """The path of a new shared link, from the root of the host."""
        return "/reports" + workspaces.link(self.server.workspace, client, *screens, language="en")


@pytest.fixture(scope="module")
def behind(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Behind]:
    made = workspaces.copied(workspaces.shared(tmp_path_factory), tmp_path_factory.mktemp("served") / "workspace")
    ports, port = Ports(*(free_port() for _ in range(4))), free_port()
    address = f"https://localhost:{ports.tls}/reports"
    settings = {"SVERKA_URL": address, "SVERKA_FRAME_ANCESTORS": f"https://127.0.0.1:{ports.friend}"}
    with (
        serving(made, port, **settings) as server,
        nginx(tmp_path_factory.mktemp("nginx"), ports, port) as log,
    ):
        yield Behind(address, server, ports, log)


@pytest.fixture
def raw(behind: Behind) -> Iterator[httpx.Client]:
    """Raw requests to nginx; a path begins at the root of the host."""
    with httpx.Client(base_url=behind.address.removesuffix("/reports"), verify=False) as client:  # noqa: S501
        yield client


def test_a_shared_link_opens_on_a_phone_and_every_screen_draws_its_charts(behind: Behind, visit: Visit) -> None:
    page = visit(behind.address.removesuffix("/reports") + behind.link("nord", "campaigns", "summary"), **TRUSTING,
                 viewport=PHONE)  # fmt: skip
    reading.drawn(page, "Campaigns")
    reading.answers(page)
    assert page.url.startswith(f"{behind.address}/campaigns")
    reading.turn_to(page, "summary")
    page.reload()
    reading.drawn(page, "Summary")
    assert page.url.startswith(f"{behind.address}/summary")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    fonts = page.evaluate("[...document.fonts].filter(font => font.status === 'loaded').map(font => font.family)")
    assert any("IBM Plex Sans" in family for family in fonts)
    (cookie,) = [one for one in page.context.cookies() if "sverka" in one["name"]]
    assert cookie["name"] == "__Secure-sverka_session"
    assert (cookie["path"], cookie["secure"], cookie["httpOnly"], cookie["sameSite"]) == ("/reports", True, True, "Lax")


def test_the_agency_signs_in_uploads_takes_rejected_rows_and_signs_out(
    behind: Behind, visit: Visit, tmp_path: Path
) -> None:
    slug = workspaces.add_client(behind.server.workspace, "larch-behind")
    page = visit(f"{behind.address}/enter/{entries.issue(behind.server.workspace.access, by='test')}", **TRUSTING)
    page.locator("button").click()
    page.wait_for_url(f"{behind.address}/**")
    page.goto(f"{behind.address}/upload?client={slug}")
    reading.drawn(page, "Upload")
    drop(page, ads(tmp_path, "march.csv", "2 22.50", "7 =1+1"))
    dropped(page, "march.csv")
    address = page.get_by_role("link", name="Rejected rows as CSV").get_attribute("href")
    given = page.request.get(urljoin(page.url, str(address)))
    assert given.url.startswith(f"{behind.address}/download/rejects/{slug}/held-")
    assert "A number cannot be read" in given.text()
    page.goto(f"{behind.address}/sign-out")
    expect(page.locator("h1")).to_have_text("You are signed out")
    assert [one for one in page.context.cookies() if "sverka" in one["name"]] == []
    page.goto(f"{behind.address}/campaigns?client={slug}")
    expect(page.locator("h1")).to_have_text("This page is closed")


def test_nothing_lies_outside_the_folder_and_plain_http_leads_to_tls(behind: Behind, raw: httpx.Client) -> None:
    assert "Sverka" not in raw.get("/").text
    assert raw.get("/reports").headers["location"].endswith("/reports/")
    assert raw.get("/reports/campaigns").status_code == 403
    assert raw.get("/reports/healthz").json()["status"] == "ok"
    assert "max-age" in raw.get("/reports/healthz").headers["strict-transport-security"]
    away = httpx.get(f"http://localhost:{behind.ports.plain}/reports/healthz")
    assert away.status_code == 301
    assert away.headers["location"].startswith("https://")


def test_the_record_has_the_readers_own_address_and_not_what_they_claim(behind: Behind, raw: httpx.Client) -> None:
    answer = raw.post(
        behind.link("harbor", "summary"), headers={"X-Forwarded-For": "8.8.8.8", "X-Forwarded-Proto": "http"}
    )
    assert answer.status_code == 303
    assert answer.headers["location"] == "/reports/summary?client=harbor"
    assert "Secure" in answer.headers["set-cookie"]
    opened = next(line for line in audit.newest(behind.server.workspace.access) if line.what == "link opened")
    assert opened.came_from == "127.0.0.1"


def test_nginx_writes_down_no_secret(behind: Behind, raw: httpx.Client) -> None:
    link = behind.link("nord", "campaigns")
    raw.get(f"{link}?client=nord")
    raw.get("/reports/enter/some-token")
    log = behind.log.read_text("utf-8")
    assert '"GET /reports/s/..." ' in log
    assert '"GET /reports/enter/..." ' in log
    for secret in (link.rpartition("/")[2], "some-token", "client="):
        assert secret not in log


def test_an_upload_passes_nginx_piece_by_piece(behind: Behind, raw: httpx.Client) -> None:
    seen: list[int] = []
    slug = workspaces.add_client(behind.server.workspace, "alder-behind")
    token = entries.issue(behind.server.workspace.access, by="test")
    raw.post(f"/reports/enter/{token}")
    place = behind.server.workspace.root / "clients" / slug / "scratch" / "uploads"

    def pieces() -> Iterator[bytes]:
        for _ in range(8):
            yield bytes(2 << 20)
            seen.append(sum(part.stat().st_size for part in place.rglob("*.part/*")))

    answer = raw.post(
        f"/reports/upload/{slug}?name=large.csv",
        content=pieces(),
        headers={"X-Sverka-Upload": "1", "Origin": behind.address.removesuffix("/reports")},
    )
    assert answer.status_code == 201
    assert 0 < max(seen[:-1]) < 16 << 20  # the server was writing while the rest was still being sent


Framed = Callable[[int, str], Page]


@pytest.fixture
def framed(behind: Behind, chromium: Any) -> Iterator[Framed]:
    """Opens a path of ours in a frame on another site's page."""
    contexts = []

    def opened(port: int, path: str) -> Page:
        contexts.append(chromium.new_context(ignore_https_errors=True, locale="en-GB"))
        page = contexts[-1].new_page()
        page.goto(f"https://127.0.0.1:{port}/?path={path}")
        return page

    yield opened
    for context in contexts:
        context.close()


def test_a_named_site_shows_a_shared_link_in_a_frame(behind: Behind, framed: Framed) -> None:
    page = framed(behind.ports.friend, behind.link("nord", "campaigns", "summary"))
    frame = page.frame_locator("iframe")
    expect(frame.locator(".sv-head h1")).to_have_text("Campaigns")
    frame.locator(".st-key-sv-screen-summary a").click()
    expect(frame.locator(".sv-head h1")).to_have_text("Summary")
    (cookie,) = page.context.cookies()
    assert (cookie["sameSite"], cookie["secure"]) == ("None", True)
    assert cookie.get("partitionKey")  # for this site's frames alone: outside them the same browser is a stranger
    page.goto(f"{behind.address}/campaigns?client=nord")
    expect(page.locator("h1")).to_have_text("This page is closed")


@pytest.mark.parametrize(
    ("site", "path"), [("other", ""), ("friend", "/reports/sign-out/x"), ("friend", "/reports/enter/x")]
)
def test_another_site_and_another_page_get_an_empty_frame(behind: Behind, framed: Framed, site: str, path: str) -> None:
    page = framed(getattr(behind.ports, site), path or behind.link("nord", "campaigns"))
    page.wait_for_timeout(500)
    assert page.frames[1].url.startswith("chrome-error:")
