"""Every screen as its reader meets it: wide and narrow, light and dark, in one language and the other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from playwright.sync_api import Page, expect

from dashboard import i18n
from dashboard.access.screens import AGENCY_SCREENS, SCREENS
from dashboard.charts.look import DARK, LIGHT, Look
from tests.browser import reading
from tests.browser.conftest import DESK, PHONE, Visit
from tests.browser.serving import Server

CATALOGUE = Path(i18n.__file__).parent / "locale/ru/LC_MESSAGES/sverka.po"
SHORTEST = 13

clients = pytest.mark.parametrize(("client", "language"), [("nord", "ru"), ("harbor", "en")])


@clients
def test_no_screen_scrolls_sideways_or_is_left_in_english(agency: Visit, client: str, language: str) -> None:
    page = agency(f"/campaigns?client={client}&lang={language}")
    reading.drawn(page, reading.title("campaigns", language))
    wide, left = {}, {}
    english = _english_texts() if language == "ru" else set()
    for screen in SCREENS:
        if screen != "campaigns":
            reading.turn_to(page, screen, language)
        text = reading.everything(page)
        left[screen] = sorted(part for part in english if part in text)
        for size in (PHONE, DESK):
            page.set_viewport_size(size)
            page.wait_for_timeout(300)  # charts and tables take their new width
            wide[screen, size["width"]] = _beyond(page)
    assert {place: beyond for place, beyond in wide.items() if beyond != [0, 0]} == {}
    assert {screen: parts for screen, parts in left.items() if parts} == {}


def _beyond(page: Page) -> list[int]:
    """By how many pixels the document, and the part of it that scrolls, are wider than the window."""
    beyond: list[int] = page.evaluate(
        """() => [document.documentElement, document.querySelector("[data-testid=stMain]")]
            .map(part => Math.max(part.scrollWidth - window.innerWidth, 0))"""
    )
    return beyond


def test_on_a_phone_the_agencys_screens_are_a_menu_that_closes_when_one_is_chosen(agency: Visit) -> None:
    page = agency("/summary?client=nord&lang=en", viewport=PHONE)
    reading.drawn(page, "Summary")
    expect(reading.agency_bar(page).first).to_be_hidden()
    page.get_by_role("button", name="Menu").press("Enter")
    menu = page.get_by_test_id("stPopoverBody")
    expect(menu.get_by_role("link")).to_have_count(len([*AGENCY_SCREENS, "Sign out"]))
    menu.get_by_role("link", name="Upload").press("Enter")
    reading.drawn(page, "Upload")
    expect(menu).to_have_count(0)


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_the_paper_follows_the_reader_and_the_chart_the_paper(server: Server, visit: Visit, look: Look) -> None:
    scheme = "dark" if look.dark else "light"
    page = visit(server.link("harbor", "channels", language="en"), color_scheme=scheme)
    reading.drawn(page, "Channels")
    expect(page.get_by_test_id("stApp")).to_have_css("background-color", _rgb(look.paper))
    expect(page.locator(".sv-verdict p")).to_have_css("color", _rgb(look.ink))
    expect(page.locator("svg.main-svg .gtitle").first).to_have_css("fill", _rgb(look.ink))


def _rgb(colour: str) -> str:
    return "rgb({}, {}, {})".format(*bytes.fromhex(colour[1:]))


def test_the_language_switch_turns_texts_and_figures(server: Server, visit: Visit) -> None:
    page = visit(server.link("harbor", "campaigns", "summary", language="en"))
    reading.drawn(page, "Campaigns")
    english = reading.figures(page)["Spend"]
    page.locator(".st-key-sv-language button").click()
    reading.drawn(page, "Кампании")
    russian = reading.figures(page)["Расход"]
    assert re.fullmatch(r"\$\d[\d,.]*k?", english)
    assert re.fullmatch(r"\d[\d, ]*( тыс)? \$", russian)
    assert re.sub(r"\D", "", english) == re.sub(r"\D", "", russian)
    reading.turn_to(page, "summary", "ru")
    expect(reading.bar(page)).to_have_text(["Кампании", "Итоги"])
    page.locator(".st-key-sv-language button").click()
    reading.drawn(page, "Summary")


def test_nothing_of_a_shops_russian_page_is_left_in_english(agency: Visit) -> None:
    english = _english_texts()
    page = agency("/campaigns?client=harbor&lang=ru")
    reading.drawn(page, "Кампании")
    left = {}
    for screen in SCREENS:
        if screen != "campaigns":
            reading.turn_to(page, screen, "ru")
        text = reading.everything(page)
        left[screen] = sorted(part for part in english if part in text)
    assert {screen: parts for screen, parts in left.items() if parts} == {}


def _english_texts() -> set[str]:
    """The product's English, cut at the places where names and figures stand, in pieces too long to be chance."""
    with CATALOGUE.open("rb") as file:
        messages = [text for message in read_po(file) if message.id for text in _both(message.id)]
    pieces = (reading.plain(piece) for text in messages for piece in re.split(r"\{\w+\}", text))
    return {piece for piece in pieces if len(piece) >= SHORTEST}


def _both(written: str | list[str] | tuple[str, ...]) -> list[str]:
    return [written] if isinstance(written, str) else list(written)


def test_the_period_compared_with_is_chosen_by_keyboard_and_goes_with_the_address(agency: Visit) -> None:
    page = agency("/year_over_year?client=nord&period=2026-10-01..2026-10-31&lang=en")
    reading.drawn(page, "Year over year")
    page.get_by_role("button", name="Compared with: the year before: 1–31 Oct 2025").press("Enter")
    chosen = page.get_by_test_id("stPopoverBody").get_by_role("radio", checked=True)
    chosen.press("ArrowDown")
    chosen.press("ArrowDown")
    page.wait_for_url("**then=previous**")
    page.keyboard.press("Escape")
    reading.drawn(page, "Year over year")
    expect(page.locator(".sv-traits")).to_contain_text("31 days against 30")
    bridge = page.get_by_role("table", name="From then to now, in revenue")
    rows = [reading.plain(row) for row in bridge.get_by_role("row").all_inner_texts()]
    other = page.context.new_page()
    other.goto(page.url)
    reading.drawn(other, "Year over year")
    same = other.get_by_role("table", name="From then to now, in revenue").get_by_role("row")
    assert [reading.plain(row) for row in same.all_inner_texts()] == rows
    assert rows[1].startswith("1–30 Sep 2026")
    assert rows[-1].startswith("1–31 Oct 2026")
    assert any("Number of leads" in row and "₽" in row and "±" in row for row in rows)
