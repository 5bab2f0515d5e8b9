"""Files reach the server's disk whole or not at all, and from the agency's own page alone."""

from __future__ import annotations

import contextlib
import json
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from dashboard.access import entries
from dashboard.access.doors.uploads import safe_name
from dashboard.domain.client import ClientProfile
from dashboard.warehouse.namespace import Namespace
from tests.server.conftest import Running, running


@pytest.fixture(scope="module")
def server(program: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A server that takes files of 8 MB, with data of the client “nord”."""
    home = tmp_path_factory.mktemp("uploads")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SVERKA_MAX_UPLOAD", "8 MB")
        with running(program, home) as started:
            Namespace.create(
                home / "clients" / "nord", ClientProfile("nord", "Nord", "RUB", "RU", "Europe/Moscow", "ru")
            )
            yield started


@pytest.fixture
def uploads(server: Running) -> Path:
    """Where files of the client “nord” arrive."""
    return server.home / "clients" / "nord" / "scratch" / "uploads"


@pytest.fixture
def agency(server: Running) -> str:
    """The cookie of a session of the agency."""
    with server.browser() as browser:
        address = f"/enter/{entries.issue(server.store, by='test')}"
        assert browser.post(address, headers={"origin": server.address}).status_code == 303
        return browser.cookies["sverka_session"]


def send(
    server: Running,
    cookie: str | None,
    *,
    client: str = "nord",
    name: str = "a.csv",
    content: bytes = b"x",
    **headers: str,
) -> httpx.Response:
    """Sends a file as our own page does; a header given as '' is left out."""
    own = {"origin": server.address, "sec-fetch-site": "same-origin", "x-sverka-upload": "1"} | {
        key.replace("_", "-"): value for key, value in headers.items()
    }
    with server.browser(cookies={"sverka_session": cookie} if cookie else {}) as browser:
        return browser.post(
            f"/upload/{client}", params={"name": name}, content=content,
            headers={key: value for key, value in own.items() if value},
        )  # fmt: skip


def held(folder: Path) -> list[tuple[str, int, bytes]]:
    """What has arrived: name, size and bytes."""
    found = []
    for about in sorted(folder.rglob("about.json")):
        said = json.loads(about.read_text())
        found.append((said["name"], said["size"], about.with_name("file").read_bytes()))
    return found


def test_a_file_of_the_agency_arrives_whole(server: Running, agency: str, uploads: Path) -> None:
    content = bytes(range(256)) * 20_000
    answer = send(server, agency, name="Отчёт за март.csv", content=content)
    assert answer.status_code == 201
    assert ("Отчёт за март.csv", len(content), content) in held(uploads)
    assert not list(uploads.rglob("*.part"))


def test_nobody_else_sends_anything(server: Running, uploads: Path) -> None:
    before = held(uploads)
    for cookie in (None, "x" * 43, server.cookie(server.link())):
        assert send(server, cookie, content=b"stranger").status_code == 403
    assert held(uploads) == before


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": ""},
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site"},
        {"sec_fetch_site": "none"},
        {"x_sverka_upload": ""},
    ],
    ids=str,
)
def test_another_sites_page_sends_nothing(server: Running, agency: str, uploads: Path, headers: dict[str, str]) -> None:
    before = held(uploads)
    assert send(server, agency, content=b"forged", **headers).status_code == 403
    assert held(uploads) == before


@pytest.mark.parametrize("client", ["nobody", "%2e%2e", "nord%2f..%2f..", "%00", "nord/deeper"])
def test_a_client_that_is_none_gets_nothing(server: Running, agency: str, client: str) -> None:
    before = sorted(path for path in server.home.rglob("*") if "scratch" not in path.parts)
    assert send(server, agency, client=client).status_code in (400, 403, 404)
    assert sorted(path for path in server.home.rglob("*") if "scratch" not in path.parts) == before


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH"])
def test_there_is_nothing_but_sending(server: Running, agency: str, method: str) -> None:
    with server.browser(cookies={"sverka_session": agency}) as browser:
        assert browser.request(method, "/upload/nord").status_code == 404


def test_one_that_is_too_large_is_refused_before_it_is_sent_and_while_it_is(
    server: Running, agency: str, uploads: Path
) -> None:
    before = held(uploads)
    with server.browser(cookies={"sverka_session": agency}) as browser:
        own = {"origin": server.address, "x-sverka-upload": "1"}
        asked = browser.post("/upload/nord", params={"ask": str(9 << 20)}, headers=own)
        assert (asked.status_code, asked.json()) == (413, {"refused": "too_large"})
        assert browser.post("/upload/nord", params={"ask": str(7 << 20)}, headers=own).status_code == 204
        assert browser.post("/upload/nord", params={"ask": str(1 << 60)}, headers=own).status_code == 413

    def pieces() -> Iterator[bytes]:
        for _ in range(9):
            yield bytes(1 << 20)

    # The server may hang up amid the body.
    with server.browser(cookies={"sverka_session": agency}) as browser, contextlib.suppress(httpx.TransportError):
        assert browser.post("/upload/nord", content=pieces(), headers=own).status_code == 413
    assert held(uploads) == before
    assert not list(uploads.rglob("*.part"))


def test_a_broken_connection_leaves_nothing(server: Running, agency: str, uploads: Path) -> None:
    before = held(uploads)
    with socket.create_connection(("localhost", server.port)) as connection:
        connection.sendall(
            (
                f"POST /upload/nord?name=half.csv HTTP/1.1\r\nHost: localhost:{server.port}\r\n"
                f"Origin: {server.address}\r\nX-Sverka-Upload: 1\r\nCookie: sverka_session={agency}\r\n"
                "Content-Length: 4000000\r\n\r\n"
            ).encode()
            + bytes(2_000_000)
        )
        _until(lambda: bool(list(uploads.rglob("*.part"))))
    _until(lambda: not list(uploads.rglob("*.part")))
    assert held(uploads) == before


def test_two_at_once_both_arrive(server: Running, agency: str, uploads: Path) -> None:
    own = {"origin": server.address, "x-sverka-upload": "1"}

    def slowly(first: bytes) -> Iterator[bytes]:
        yield first
        assert send(server, agency, name="second.csv", content=b"second").status_code == 201
        yield b" end"

    with server.browser(cookies={"sverka_session": agency}) as browser:
        answer = browser.post("/upload/nord", params={"name": "first.csv"}, content=slowly(b"first"), headers=own)
    assert answer.status_code == 201
    assert {("first.csv", 9, b"first end"), ("second.csv", 6, b"second")} <= set(held(uploads))


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("ads.csv", "ads.csv"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\me\\ads.csv", "ads.csv"),
        ("a\x00b\x1b[31m\u202egpj.csv", "ab[31mgpj.csv"),
        ("..", "file"),
        ("", "file"),
        (" . ", "file"),
        ("я" * 300 + ".csv", "я" * 176 + ".csv"),
        ("<img src=x>.csv", "<img src=x>.csv"),
    ],
)
def test_a_name_is_a_name_and_no_path(name: str, kept: str) -> None:
    assert safe_name(name) == kept


def _until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.02)
