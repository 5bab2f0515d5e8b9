"""The record in a real browser: chosen by what stands in the address, and cut to what the person may see."""

from __future__ import annotations

from urllib.parse import urljoin

from playwright.sync_api import Page, expect

from dashboard.access import audit, people, sessions
from tests.browser import reading
from tests.browser.conftest import PHONE, Visit
from tests.browser.serving import Server


def lines(page: Page) -> list[str]:
    """The lines that the screen offers as a file, newest first, without their header."""
    address = page.get_by_role("link", name="These lines as CSV").get_attribute("href")
    return page.request.get(urljoin(page.url, str(address))).text().splitlines()[1:]


def recorded(server: Server, what: str, client: str, times: int) -> None:
    with server.workspace.access.writing() as connection:
        for number in range(times):
            audit.record(connection, "<b>iris</b>@agency.example", what, client=client, about=f"line {number}")


def test_an_owner_chooses_what_to_see_and_goes_back_in_time(server: Server, agency: Visit) -> None:
    recorded(server, "agency named", "nord", 60)
    page = agency("/audit")
    reading.drawn(page, "Record")
    page.locator(".st-key-sv-audit-what-en input").fill("named the agency")
    page.get_by_role("option", name="named the agency", exact=True).click()
    page.wait_for_url("**what=agency+named**")
    reading.drawn(page, "Record")
    expect(page.get_by_role("button", name="Older →")).to_be_visible()
    assert len([line for line in lines(page) if "named the agency" in line]) == 60
    page.get_by_role("button", name="Older →").click()
    expect(page.get_by_role("button", name="← Newest")).to_be_visible()
    expect(page.get_by_role("button", name="Older →")).to_have_count(0)
    reading.nothing_failed(page)


def test_a_manager_sees_the_lines_of_their_own_clients_on_a_phone_in_russian(server: Server, visit: Visit) -> None:
    recorded(server, "month withdrawn", "harbor", 1)
    recorded(server, "month published", "nord", 1)
    access = server.workspace.access
    mark = people.add(access, email="mark.audit@agency.example", name="Mark", role="manager", clients=("nord",), by="t")
    cookie = sessions.enter(access, None, mark.id)
    page = visit(f"{server.address}/audit?client=nord", cookie, viewport=PHONE, locale="ru-RU")
    reading.drawn(page, "Журнал")
    address = urljoin(page.url, "download/audit.csv?lang=en&of=harbor")
    assert page.request.get(address).text().splitlines()[1:] == []
    text = page.request.get(urljoin(page.url, "download/audit.csv?lang=en")).text()
    assert "published a month" in text
    assert "withdrew a month" not in text
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    reading.nothing_failed(page)
