"""A real browser before a real server. A test fails by itself if a page complains or asks another host."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright

from dashboard.access import sessions
from tests import workspaces
from tests.browser.pool import Pool
from tests.browser.serving import Server, serving

NAMES = ("chromium", "chromium-browser", "google-chrome")
DESK: ViewportSize = {"width": 1440, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
PATIENCE = 20_000
"""Milliseconds to wait for what has to come: a machine that tests is a busy one."""

Visit = Callable[..., Page]


@contextmanager
def launched() -> Iterator[Browser]:
    """The browser of SVERKA_CHROMIUM, else the system's, else playwright's own.

    While it runs, this process can start no event loop of its own.
    """
    path = os.environ.get("SVERKA_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, chromium_sandbox=os.geteuid() != 0 and not path)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """The browser of all tests of this folder that a process runs one after another."""
    with launched() as browser:
        yield browser


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server over a copy of the demo's workspace; whatever a test writes, it writes for a client of its own."""
    made = workspaces.shared(tmp_path_factory)
    with serving(workspaces.copied(made, tmp_path_factory.mktemp("served") / "workspace")) as started:
        yield started


@pytest.fixture(scope="package")
def pool(chromium: Browser) -> Pool:
    """The browsers that tests give back."""
    return Pool(chromium)


@pytest.fixture
def visit(pool: Pool) -> Iterator[Visit]:
    """Opens an address in a browser that knows nobody: a phone, a dark one, a Russian one; one that holds a cookie."""
    watches = []

    def opened(address: str, cookie: str = "", **options: Any) -> Page:
        watch = pool.take(**{"viewport": DESK, "locale": "en-GB", **options})
        watches.append(watch)
        if cookie:
            watch.context.add_cookies([{"name": sessions.COOKIE, "value": cookie, "url": address}])
        page = watch.context.new_page()
        page.set_default_timeout(PATIENCE)
        page.goto(address)
        return page

    yield opened
    for watch in watches:
        pool.give_back(watch)
    for watch in watches:
        watch.nothing_was_wrong()


@pytest.fixture
def agency(server: Server, visit: Visit) -> Visit:
    """Signs a new browser in as somebody of the agency and opens an address, such as /upload?client=nord."""

    def opened(address: str, **options: Any) -> Page:
        access = server.workspace.access
        return visit(server.address + address, sessions.enter(access, None, workspaces.owner(access)), **options)

    return opened
