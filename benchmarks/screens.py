"""How long a screen takes in Chromium from a click on its link to its last chart, and what a rerun costs the server."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from benchmarks.exports import TODAY
from benchmarks.timing import Times
from dashboard.access import links
from dashboard.workspace import Workspace

ROOT = Path(__file__).resolve().parent.parent
SCREENS = ("campaigns", "channels", "summary", "year_over_year")
RUNS, RERUNS = 5, 20
BROWSERS = ("chromium", "chromium-browser", "google-chrome")

_DRAWN = """count => {
    const app = document.querySelector('[data-testid=stApp]');
    const charts = [...document.querySelectorAll('[data-testid=stPlotlyChart]')];
    return charts.length >= count && app.getAttribute('data-test-script-state') === 'notRunning'
        && charts.every(chart => chart.querySelector('svg.main-svg .trace, svg.main-svg .scatterlayer path'));
}"""


@dataclass(frozen=True)
class ScreenTime:
    """One screen: opened by a server that has just started, by one that is warm, and run again."""

    screen: str
    cold: Times
    warm: Times
    rerun: Times


@dataclass(frozen=True)
class Started:
    """A server that runs."""

    address: str
    runs: Path

    def spent(self) -> list[tuple[float, float]]:
        """Seconds on the clock and of processor time of each run of a script so far."""
        if not self.runs.exists():
            return []
        lines = self.runs.read_text("ascii").splitlines()
        return [(float(clock), float(work)) for clock, work in (line.split() for line in lines)]


def measured(home: Path, client: str, tell: Callable[[str], None]) -> list[ScreenTime]:
    """The times of each screen for one client of a workspace."""
    workspace = Workspace(home)
    paths = {
        screen: links.add(workspace.access, client=client, screens=(screen,), language="en", by="benchmark").path
        for screen in SCREENS
    }
    workspace.access.close()
    found = []
    with sync_playwright() as playwright:
        name = os.environ.get("SVERKA_CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
        browser = playwright.chromium.launch(executable_path=name, chromium_sandbox=False)
        for screen, path in paths.items():
            with serving(home) as server:
                charts = _charts(browser, server, path)
                warm = [_opened(browser, server, path, charts) for _ in range(RUNS)]
                rerun = _rerun(browser, server, path, charts)
            cold = []
            for _ in range(RUNS):
                with serving(home) as server:
                    cold.append(_opened(browser, server, path, charts))
            found.append(ScreenTime(screen, Times(tuple(cold)), Times(tuple(warm)), rerun))
            tell(
                f"{screen}: cold {found[-1].cold.seconds()} s, warm {found[-1].warm.seconds()} s, "
                f"rerun {rerun.milliseconds()} ms"
            )
        browser.close()
    return found


@contextmanager
def serving(home: Path) -> Iterator[Started]:
    """A server on a free port, warm in its modules and cold in everything else, ended with the block."""
    with socket.socket() as probe:
        probe.bind(("", 0))
        port = probe.getsockname()[1]
    runs = home / f"runs-{port}.txt"
    environment = os.environ | {
        "SVERKA_HOME": str(home),
        "SVERKA_PORT": str(port),
        "SVERKA_TODAY": TODAY.isoformat(),
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.timed_server", str(runs)],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        server = Started(f"http://localhost:{port}", runs)
        _wait(server, process)
        yield server
    finally:
        process.terminate()
        process.wait(30)
        runs.unlink(missing_ok=True)


def _wait(server: Started, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 120
    while time.monotonic() < until and process.poll() is None:
        try:
            if httpx.get(f"{server.address}/healthz", timeout=5).is_success:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.1)
    raise RuntimeError("the server did not start")


def _charts(browser: Browser, server: Started, path: str) -> int:
    """How many charts the screen has, once it stands still."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{server.address}{path}")
    _until_drawn(page, 1)
    page.wait_for_timeout(3000)
    count = page.locator("[data-testid=stPlotlyChart]").count()
    context.close()
    return count


def _opened(browser: Browser, server: Started, path: str, charts: int) -> float:
    """Seconds from the click to the last chart, in a browser that has never been there."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB")
    page = context.new_page()
    started = time.perf_counter()
    page.goto(f"{server.address}{path}", wait_until="commit")
    _until_drawn(page, charts)
    seconds = time.perf_counter() - started
    context.close()
    return seconds


def _until_drawn(page: Page, charts: int) -> None:
    """Waits for the last chart; asks again and again, since the pages forbid what playwright's own waiting needs."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            if page.evaluate(_DRAWN, charts):
                return
        except PlaywrightError:  # the page is on its way to another address
            pass
        time.sleep(0.01)
    raise RuntimeError("the screen was not drawn")


def _rerun(browser: Browser, server: Started, path: str, charts: int) -> Times:
    """What the server spends on the same screen again, once everything is warm."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB")
    page = context.new_page()
    page.goto(f"{server.address}{path}")
    _until_drawn(page, charts)
    spent = []
    for _ in range(RERUNS + 3):
        before = len(server.spent())
        page.keyboard.press("r")
        until = time.monotonic() + 30
        while len(server.spent()) == before and time.monotonic() < until:
            page.wait_for_timeout(20)
        page.wait_for_timeout(100)
        spent += server.spent()[before:][-1:]
    context.close()
    clock, work = zip(*spent[3:], strict=True)
    return Times(clock, work)
