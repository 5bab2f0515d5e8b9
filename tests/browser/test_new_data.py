"""New data and no data: an open page renews itself, and an empty one says what to do."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from dashboard.ui.live import LOOK_EVERY_SECONDS
from sample_data.by_hand_files import FOLDER
from tests import workspaces
from tests.browser import reading
from tests.browser.conftest import Visit
from tests.browser.serving import Server


def test_an_open_page_renews_itself_when_a_file_was_taken_in_elsewhere(server: Server, visit: Visit) -> None:
    slug = workspaces.add_client(server.workspace, "poplar", FOLDER / "meta-ads-en.csv")
    page = visit(server.link(slug, "campaigns"))
    reading.drawn(page, "Campaigns")
    page.evaluate("window.never_reloaded = true")
    old = reading.figures(page)["Spend"]
    server.command("import", str(FOLDER / "google-ads-en.csv"), "--client", slug)
    spend = page.locator(".sv-card:has(.sv-label:text-is('Spend')) .sv-value")
    expect(spend).not_to_have_text(old, timeout=(LOOK_EVERY_SECONDS + 10) * 1000)
    assert page.evaluate("window.never_reloaded")


def test_a_client_without_data_says_so_on_every_screen_of_a_link(server: Server, visit: Visit) -> None:
    screens = ("campaigns", "channels", "summary", "year_over_year")
    page = visit(server.link(workspaces.add_client(server.workspace, "beech"), *screens))
    for screen in screens:
        if screen != screens[0]:
            reading.turn_to(page, screen)
        reading.drawn(page, reading.title(screen, "en"))
        expect(page.get_by_role("heading", name="No data yet")).to_be_visible()
        expect(page.get_by_text("The agency has not added any data.")).to_be_visible()
        reading.nothing_failed(page)


@pytest.mark.parametrize(("language", "advice"), [("en", "Open “Upload”"), ("ru", "Откройте «Загрузку»")])
def test_a_client_without_data_tells_the_agency_where_to_add_some(
    server: Server, agency: Visit, language: str, advice: str
) -> None:
    slug = workspaces.add_client(server.workspace, f"willow-{language}")
    page = agency(f"/campaigns?client={slug}&lang={language}")
    reading.drawn(page, reading.title("campaigns", language))
    expect(page.locator(".sv-empty")).to_contain_text(advice)
    reading.turn_to(page, "upload", language)
    expect(page.locator(".sv-zone")).to_be_visible()
    reading.nothing_failed(page)
