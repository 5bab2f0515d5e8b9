"""A sheet in a real browser: the key is given once, the sheet looked at, agreed to, refreshed, and looked at again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from dashboard.sources.keys import Keys
from tests import workspaces
from tests.browser import reading
from tests.browser.conftest import Visit
from tests.browser.serving import Server, serving
from tests.sources import google as stand_in
from tests.sources.google import ADDRESS, EMAIL, PRIVATE_KEY, Google, ads, key

pytestmark = pytest.mark.usefixtures("google")


@pytest.fixture(scope="module")
def google() -> Iterator[Google]:
    with stand_in.serving() as known:
        yield known


@pytest.fixture(scope="module")
def server(google: Google, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server whose Google is the one on this machine."""
    made = workspaces.shared(tmp_path_factory)
    copied = workspaces.copied(made, tmp_path_factory.mktemp("sources") / "workspace")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("SVERKA_GOOGLE_STAND_IN", google.address)
        with serving(copied) as started:
            yield started


def press(page: Page, key: str) -> None:
    page.locator(f"[class*=st-key-{key}] button").first.click()


def open_sheet(page: Page) -> None:
    page.get_by_label("Address of the Google sheet").fill(ADDRESS)
    press(page, "sv-sheet-open")
    expect(page.locator(".sv-file")).to_contain_text("4 of 4 rows kept")


def test_a_sheet_is_added_refreshed_and_stopped_when_it_is_renamed(
    server: Server, agency: Visit, google: Google, tmp_path: Path
) -> None:
    Keys(server.workspace).remove(by="test")
    slug = workspaces.add_client(server.workspace, "birch")
    file = tmp_path / "key.json"
    file.write_text(key())
    page = agency(f"/sources?client={slug}")
    reading.drawn(page, "Sources")
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(file)
    expect(page.get_by_text("key.json")).to_be_visible()
    press(page, "sv-key-give")
    expect(page.get_by_text(EMAIL)).to_be_visible()
    assert PRIVATE_KEY.splitlines()[1] not in page.content()
    before = server.workspace.namespace(slug).version()
    open_sheet(page)
    assert server.workspace.namespace(slug).version() == before
    press(page, "sv-sheet-yes")
    state = page.locator(".sv-source .sv-state")
    expect(state).to_contain_text("Fresh: 4 new, 0 replaced")
    google.tabs[1].rows = ads(5, 7.5, 10, 12.25, 20)
    press(page, "sv-refresh-")
    expect(state).to_contain_text("Fresh: 1 new, 0 replaced")
    google.tabs[1].title = "Ads 2025"
    press(page, "sv-refresh-")
    expect(state).to_contain_text("Stopped")
    expect(page.locator(".sv-source")).to_contain_text("is now called “Ads 2025”")
    press(page, "sv-again-")
    expect(page.get_by_role("heading", name="Nord: orders — Ads 2025")).to_be_visible()
    press(page, "sv-sheet-yes")
    expect(state).to_contain_text("Fresh: nothing new")
    reading.nothing_failed(page)


def test_an_address_that_is_none_and_a_sheet_that_is_not_shared_say_what_to_do(
    server: Server, agency: Visit, google: Google, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SVERKA_GOOGLE_STAND_IN", google.address)
    Keys(server.workspace).give(key(), by="test")
    page = agency("/sources?client=harbor&lang=ru")
    reading.drawn(page, "Источники")
    field = page.get_by_label("Адрес Google Таблицы")
    field.fill("http://127.0.0.1/spreadsheets/d/x")
    press(page, "sv-sheet-open")
    expect(page.locator(".sv-failure")).to_contain_text("не адрес Google Таблицы")
    google.always = stand_in.Answer(403)
    field.fill(ADDRESS)
    press(page, "sv-sheet-open")
    expect(page.locator(".sv-failure")).to_contain_text(f"не открыта для {EMAIL}")
