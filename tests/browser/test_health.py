"""The screen of health in a real browser, and the line that a page has of it."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser import reading
from tests.browser.conftest import DESK, PHONE, Visit
from tests.browser.serving import Server

FOUND = re.compile(r"clients? are healthy")


def test_all_clients_stand_in_one_table_and_one_of_them_is_unfolded_until_another_is_picked(
    server: Server, agency: Visit
) -> None:
    page = agency("/health?client=nord&lang=en", viewport=PHONE)
    reading.drawn(page, "Health")
    reading.answers(page)
    expect(page.locator(".sv-verdict p")).to_have_text(FOUND)
    expect(page.locator(".sv-section h2").nth(1)).to_have_text("Клиника «Норд»")
    assert set(reading.figures(page)) >= {"Fresh sources", "Days missing", "Rejected rows"}
    expect(page.locator(".sv-caveats a").first).to_have_attribute("href", re.compile(r"^upload\?.*client=nord"))
    page.set_viewport_size(DESK)
    reading.answers(page)
    table = page.get_by_test_id("stDataFrame").first
    table.scroll_into_view_if_needed()
    box = table.bounding_box()
    assert box is not None
    # Nord is not healthy (two days without a rate) and stands first; whoever else is there is on the line below.
    page.mouse.click(box["x"] + 18, box["y"] + 36 * 2 + 18)
    page.wait_for_url(re.compile(r"client=(?!nord)"))
    reading.drawn(page, "Health")
    slug = re.search(r"client=([\w-]+)", page.url)
    assert slug
    expect(page.locator(".sv-section h2").nth(1)).to_have_text(
        server.workspace.namespace(slug.group(1)).reader().profile.name
    )


def test_a_link_never_opens_health(server: Server, visit: Visit) -> None:
    page = visit(server.link("nord", "campaigns", language="en"))
    reading.drawn(page, "Campaigns")
    page.goto(f"{server.address}/health?client=nord")
    expect(page.get_by_text("All clients")).to_have_count(0)
    assert "healthy" not in reading.everything(page)
    assert "Harbor" not in reading.everything(page)


def test_a_page_says_which_days_of_its_period_are_missing(server: Server, visit: Visit) -> None:
    page = visit(server.link("harbor", "campaigns", "channels", "summary", "year_over_year", language="en"))
    reading.drawn(page, "Campaigns")
    expect(page.locator(".sv-gaps")).to_have_count(0)
    for screen, title in (("campaigns", "Campaigns"), ("channels", "Channels"), ("year_over_year", "Year over year")):
        page.goto(f"{server.address}/{screen}?client=harbor&period=2026-07-01..2026-07-31")
        reading.drawn(page, title)
        line = page.locator(".sv-gaps")
        expect(line).to_be_visible()
        assert "Missing: Meta Ads, 20–21 July 2026." in reading.plain(line.inner_text())
