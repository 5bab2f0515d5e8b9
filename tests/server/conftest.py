"""Servers that are really started: a copy of the program whose screens are placeholders that tell when they ran."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, sync_playwright

from dashboard.access import entries, links
from dashboard.access.clients import Client, Clients
from dashboard.access.screens import AGENCY_SCREENS, SCREENS
from dashboard.access.store import AccessStore
from tests import workspaces

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome")

SERVE = """
import sys
from dashboard.serve import serve
from dashboard.workspace import Workspace
sys.exit(serve(Workspace()))
"""

PLACEHOLDER = '''"""A placeholder of a screen."""

import streamlit as st

from dashboard.ui import session

viewer = session.require("{screen}")
st.write("DRAWN {screen} OF " + session.client_of(viewer).slug)
st.download_button("FILE", b"FILE OF {screen}", "file.txt")
if session.may_write(viewer):
    st.write("OFFERS TO WRITE")
if "write" in st.query_params:
    st.write("WRITTEN BY " + session.name_of(session.require_writing("{screen}")))
if "own" in st.query_params:
    st.write("SETTLED BY " + session.name_of(session.require_owner("{screen}")))


@session.part("{screen}")
def piece() -> None:
    st.write("PIECE OF {screen}")


piece()
'''


# What every browser says of a tap on a link, and no program that only shows a preview of it.
BROWSER = {"Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document", "Accept": "text/html"}


@dataclass
class Running:
    """A server that runs: its port, its workspace and its log."""

    port: int
    home: Path
    log: Path
    process: subprocess.Popen[bytes]
    store: AccessStore
    made: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"http://localhost:{self.port}"

    def browser(self, **options: object) -> httpx.Client:
        """A browser without a cookie yet, that goes where a person sends it; it follows no redirect by itself."""
        headers = BROWSER | options.pop("headers", {})
        return httpx.Client(base_url=self.address, timeout=30, headers=headers, **options)

    def link(self, client: str = "nord", *screens: str, **options: object) -> str:
        """The path of a new link."""
        made = links.add(self.store, client=client, screens=screens or ("campaigns",), by="test", **options)
        self.made.append(made.public_id)
        return made.path

    def opens_of_last(self) -> int:
        """How often the link made last was opened."""
        last = self.made[-1]
        return next(
            link.opened_count
            for client in ("nord", "harbor")
            for link in links.of_client(self.store, client)
            if link.public_id == last
        )

    def revoke_last(self) -> None:
        """Revokes the link made last."""
        assert links.revoke(self.store, self.made[-1], by="test")

    def cookie(self, *paths: str) -> str:
        """The session's cookie after opening these links one after another."""
        with self.browser() as browser:
            for path in paths:
                assert browser.get(path).status_code == 303
            return browser.cookies["sverka_session"]

    def sign_in_path(self) -> str:
        """The path of a new one-time address of the owner."""
        return f"/enter/{entries.issue(self.store, by='test')}"


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="session")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program with placeholders for screens, which all processes of this test session share."""
    return workspaces.once(tmp_path_factory, "program", _placeholders)


def _placeholders(folder: Path) -> None:
    for part in ("dashboard", "queries", "static", ".streamlit"):
        shutil.copytree(ROOT / part, folder / part)  # what Python has compiled, too: no server does it again
    shutil.copy(ROOT / "app.py", folder)
    for screen in SCREENS:
        place = folder / "pages" / ("agency" if screen in AGENCY_SCREENS else "client")
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{screen}.py").write_text(PLACEHOLDER.format(screen=screen), "utf-8")
    (folder / "bare.py").write_text(
        'import streamlit as st\n\napp = st.App("dashboard/main.py")  # Streamlit by itself: no gate before it\n',
        "utf-8",
    )


def command(port: int, script: str = "") -> list[str]:
    """How a server is started: the product's own way, or by Streamlit's; its `bare.py` has no gate before it."""
    if not script:
        return [sys.executable, "-c", SERVE]
    return [sys.executable, "-m", "streamlit", "run", script, f"--server.port={port}"]


def environment(home: Path, port: int) -> dict[str, str]:
    """The environment of a server."""
    return os.environ | {"SVERKA_HOME": str(home), "SVERKA_PORT": str(port), "PYTHONUNBUFFERED": "1"}


@contextmanager
def running(program: Path, home: Path, *, script: str = "", wait: bool = True) -> Iterator[Running]:
    """A server with two clients; not one request has reached it when `wait` is False."""
    home.mkdir(parents=True, exist_ok=True)
    store = AccessStore(home)
    workspaces.owner(store)
    if not Clients(store).all():
        for slug in ("nord", "harbor"):
            Clients(store).add(Client(slug, slug.title()), by="test")
    port, log = free_port(), home / "server.log"
    with log.open("wb") as written:
        process = subprocess.Popen(
            command(port, script), cwd=program, env=environment(home, port), stdout=written, stderr=written
        )
    try:
        listens(port, process, log)
        if wait:
            with httpx.Client() as client:
                while client.get(f"http://localhost:{port}/_stcore/health", timeout=30).status_code != 200:
                    time.sleep(0.1)
        yield Running(port, home, log, process, store)
    finally:
        store.close()
        process.terminate()
        process.wait(20)


def listens(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    """Waits until somebody listens on the port, without asking anything."""
    for _ in range(600):
        assert process.poll() is None, log.read_text("utf-8")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError(log.read_text("utf-8"))


@pytest.fixture(scope="session")
def server(program: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """One server for all tests that leave it as it was."""
    with running(program, tmp_path_factory.mktemp("workspace")) as started:
        yield started


@pytest.fixture
def start(program: Path, tmp_path: Path) -> Callable[..., object]:
    """Starts a server of a test's own."""
    return lambda **options: running(program, tmp_path / "workspace", **options)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    path = os.environ.get("SVERKA_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    with sync_playwright() as playwright:
        if not path and not Path(playwright.chromium.executable_path).exists():
            pytest.skip("there is no Chromium")
        browser = playwright.chromium.launch(executable_path=path)
        yield browser
        browser.close()
