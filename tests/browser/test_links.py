"""Shared links in a real browser: what each opens, and that it opens nothing else."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from dashboard import demonstration
from dashboard.access.screens import AGENCY_SCREENS, CLIENT_SCREENS
from dashboard.ui.agency_bar import ACCOUNT
from tests.browser import reading
from tests.browser.conftest import Visit
from tests.browser.serving import Server

NAMES = {"nord": "Клиника «Норд»", "harbor": "Harbor & Home"}
CLOSED = "This page is closed"

demo_links = pytest.mark.parametrize(
    ("client", "screens", "language"),
    [(client, screens, language) for _, client, screens, language in demonstration.LINKS],
    ids=[reader.lower().replace(" ", "-") for reader, *_ in demonstration.LINKS],
)


@demo_links
def test_a_demo_link_opens_its_first_screen_and_reaches_the_others_from_the_bar(
    server: Server, visit: Visit, client: str, screens: tuple[str, ...], language: str
) -> None:
    page = visit(server.link(client, *screens, language=language))
    reading.drawn(page, reading.title(screens[0], language))
    reading.answers(page)
    assert reading.figures(page)
    assert page.title() == f"{reading.title(screens[0], language)} · Sverka"
    assert NAMES[client] in page.locator(".sv-head").inner_text()
    expect(reading.bar(page)).to_have_text([reading.title(screen, language) for screen in screens])
    expect(reading.agency_bar(page)).to_have_count(0)
    for screen in screens[1:]:
        reading.turn_to(page, screen, language)
        reading.answers(page)


def test_a_link_of_one_client_does_not_open_anothers_screen(server: Server, visit: Visit) -> None:
    page = visit(server.link("nord", "campaigns", "summary"))
    reading.drawn(page, "Campaigns")
    for path in (
        "/campaigns?client=harbor",
        "/summary?client=harbor",
        "/upload?client=harbor",
        "/channels",
        "/year_over_year?client=nord",
        "/upload",
    ):
        page.goto(server.address + path)
        _closed(page)


def test_two_links_of_two_clients_work_side_by_side_in_one_browser(server: Server, visit: Visit) -> None:
    clinic = visit(server.link("nord", "campaigns", "channels", language="ru"))
    shop = clinic.context.new_page()
    shop.goto(server.link("harbor", "summary", "channels", language="en"))
    reading.drawn(shop, "Summary")
    for page, language, client in ((clinic, "ru", "nord"), (shop, "en", "harbor")):
        reading.turn_to(page, "channels", language)
        page.reload()
        reading.drawn(page, reading.title("channels", language))
        assert NAMES[client] in page.locator(".sv-head").inner_text()
        assert ("₽" in reading.everything(page)) == (client == "nord")


def test_the_one_time_address_signs_in_by_its_button_and_only_once(server: Server, visit: Visit) -> None:
    address = server.sign_in_address()
    page = visit(address)
    page.get_by_role("button", name="Sign in").click()
    reading.drawn(page, "Campaigns")
    expect(reading.bar(page)).to_have_text([reading.title(screen, "en") for screen in CLIENT_SCREENS])
    expect(reading.agency_bar(page)).to_have_text(
        [reading.title(screen, "en") for screen in AGENCY_SCREENS if screen != ACCOUNT]
    )
    later = visit(address)
    _closed(later)
    later.goto(server.address)
    _closed(later)


def _closed(page: Page) -> None:
    expect(page.get_by_role("heading", name=CLOSED)).to_be_visible()
    _shows_nobody(page)


def _shows_nobody(page: Page) -> None:
    """Neither a name nor a figure nor a screen of anybody."""
    expect(
        page.locator(".sv-card, .sv-verdict, .st-key-sv-screens a, .st-key-sv-agency a, [data-testid=stPlotlyChart]")
    ).to_have_count(0)
    text = reading.everything(page)
    assert not [sign for sign in (*NAMES.values(), "$", "₽", "%") if sign in text]
