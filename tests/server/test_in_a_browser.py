"""What only a real browser can tell: that the policy lets the screens work, and that no other host is asked."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from dashboard.access import entries


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page of a browser of its own. The test fails if anything was asked of another host, or the policy refused."""
    context = chromium.new_context(locale="en-GB")
    page = context.new_page()
    asked: set[str] = set()
    refused: list[str] = []
    context.on("request", lambda request: asked.add(urlsplit(request.url).hostname or "localhost"))
    context.on("console", lambda said: refused.append(said.text) if "Content Security" in said.text else None)
    yield page
    context.close()
    assert asked <= {"localhost"}
    assert refused == []


def test_a_link_opens_its_screen_and_the_navigation_works(server, page):
    page.goto(server.address + server.link("nord", "campaigns", "summary"))
    expect(page.get_by_text("DRAWN campaigns OF nord")).to_be_visible(timeout=30_000)
    expect(page).to_have_title("Campaigns · Sverka")
    page.get_by_role("link", name="Summary").click()
    expect(page.get_by_text("DRAWN summary OF nord")).to_be_visible()
    page.reload()
    expect(page.get_by_text("DRAWN summary OF nord")).to_be_visible(timeout=30_000)


def test_two_links_in_one_browser_do_not_disturb_each_other(server, page):
    page.goto(server.address + server.link("nord", "campaigns", "summary"))
    other = page.context.new_page()
    other.goto(server.address + server.link("harbor", "campaigns", "summary"))
    expect(other.get_by_text("DRAWN campaigns OF harbor")).to_be_visible(timeout=30_000)
    for tab, client in ((page, "nord"), (other, "harbor")):
        expect(tab.get_by_text(f"DRAWN campaigns OF {client}")).to_be_visible(timeout=30_000)
        tab.get_by_role("link", name="Summary").click()
        expect(tab.get_by_text(f"DRAWN summary OF {client}")).to_be_visible()


def test_a_link_of_one_client_does_not_open_anothers_screen(server, page):
    page.goto(server.address + server.link("nord", "campaigns"))
    expect(page.get_by_text("DRAWN campaigns OF nord")).to_be_visible(timeout=30_000)
    for path in ("/campaigns?client=harbor", "/summary", "/upload", "/nonsense"):
        page.goto(server.address + path)
        expect(page.get_by_role("heading", name="This page is closed")).to_be_visible()
        expect(page.get_by_text("DRAWN")).to_have_count(0)


def test_the_agency_signs_in_by_the_button_and_out_again(server, page):
    page.goto(f"{server.address}/enter/{entries.issue(server.store, by='test')}")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_text("DRAWN campaigns OF ")).to_be_visible(timeout=30_000)
    page.goto(server.address + "/sign-out")
    expect(page.get_by_role("heading", name="You are signed out")).to_be_visible()
    page.goto(server.address)
    expect(page.get_by_role("heading", name="This page is closed")).to_be_visible()


def test_a_revoked_link_closes_an_open_page_at_its_next_run(server, page):
    page.goto(server.address + server.link("nord", "campaigns", "summary"))
    expect(page.get_by_text("DRAWN campaigns OF nord")).to_be_visible(timeout=30_000)
    server.revoke_last()
    page.get_by_role("link", name="Summary").click()
    expect(page.get_by_role("heading", name="This link was closed by the agency")).to_be_visible()
    expect(page.get_by_text("DRAWN")).to_have_count(0)
