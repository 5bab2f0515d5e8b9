"""What a reader sees on a screen."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from dashboard.i18n import Language

SENTENCE = re.compile(r"\S+ .+\.\s*$", re.DOTALL)
TITLES = {
    "campaigns": "Campaigns",
    "channels": "Channels",
    "summary": "Summary",
    "year_over_year": "Year over year",
    "health": "Health",
    "upload": "Upload",
    "imports": "Imports",
    "mapping": "Own tables",
    "names": "Names",
    "sources": "Sources",
    "links": "Links",
    "settings": "Settings",
    "people": "People",
    "audit": "Record",
    "account": "Your account",
}


def drawn(page: Page, title: str) -> None:
    """Waits until the screen of this title is drawn to its end."""
    expect(page.locator(".sv-head h1")).to_have_text(title)
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    page.wait_for_function("() => [...document.querySelectorAll('[data-stale=true]')].length === 0")


def title(screen: str, language: str) -> str:
    """What a screen is called in this language."""
    return Language(language).gettext(TITLES[screen])


def turn_to(page: Page, screen: str, language: str = "en") -> None:
    """Goes to another screen by the bar, or by the person's own menu in it, and waits until it is drawn."""
    if screen == "account":
        page.locator("[class*='st-key-sv-account-'] button:visible").click()
        page.get_by_test_id("stPopoverBody").get_by_role("link", name=title(screen, language)).click()
    else:
        page.locator(f".st-key-sv-screen-{screen} a").click()
    drawn(page, title(screen, language))


def bar(page: Page) -> Locator:
    """The client's screens in the bar, in their order."""
    return page.locator(".st-key-sv-screens a")


def agency_bar(page: Page) -> Locator:
    """The agency's own screens in their row of the bar, in their order."""
    return page.locator(".st-key-sv-agency a")


def figures(page: Page) -> dict[str, str]:
    """The cards of a screen: what is written under each name."""
    return {
        card.locator(".sv-label").first.inner_text(): plain(card.locator(".sv-value").first.inner_text())
        for card in page.locator(".sv-card").all()
    }


def everything(page: Page) -> str:
    """All texts of a page, those too that unfold only when asked for."""
    text: str = page.evaluate(
        """() => {
            const whole = document.body.cloneNode(true);
            whole.querySelectorAll("style, script").forEach(part => part.remove());
            return whole.textContent;
        }"""
    )
    return plain(text)


def plain(text: str) -> str:
    """A text with every kind of space as a plain one, and without the marks that keep words on one line."""
    return " ".join(text.replace("\u2060", "").split())


def answers(page: Page) -> None:
    """The screen answers in a sentence, shows figures and draws every chart of its own, and nothing failed."""
    expect(page.locator(".sv-verdict p")).to_have_text(SENTENCE)
    assert all(figures(page).values())
    charts = page.locator("[data-testid=stPlotlyChart]")
    expect(charts.locator("svg.main-svg").first).to_be_visible()
    for chart in charts.all():
        expect(chart.locator("svg.main-svg .trace, svg.main-svg .scatterlayer path").first).to_be_attached()
    nothing_failed(page)


def nothing_failed(page: Page) -> None:
    """No notice of a failure, and no traceback, is on the page."""
    expect(page.locator(".sv-failure, [data-testid=stException]")).to_have_count(0)
    assert "Traceback" not in everything(page)
