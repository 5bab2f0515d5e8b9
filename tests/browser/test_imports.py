"""In a real browser: what a file would change, the report that stays, months given out, rejected rows as a file."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin

from playwright.sync_api import Page, expect

from dashboard import ledger
from tests import workspaces
from tests.browser import reading
from tests.browser.conftest import PHONE, Visit
from tests.browser.serving import Server
from tests.browser.test_upload import client, drop, dropped
from tests.workspaces import TODAY

HEAD = "Campaign,Day,Currency code,Impr.,Clicks,Cost"
MARCH = TODAY.replace(month=3, day=1)


def ads(folder: Path, name: str, *lines: str) -> Path:
    """A small Google Ads export: `3 12.50` is what one campaign spent on a day of March."""
    rows = [f"Search,2026-03-{day:0>2},USD,100,10,{spend}" for day, spend in (line.split() for line in lines)]
    path = folder / name
    path.write_text("\n".join(["Campaign report", "March", HEAD, *rows, ""]), encoding="utf-8")
    return path


def made(server: Server, slug: str, folder: Path) -> Path:
    """A client with two days of March, a month that was given to the owner; and a file that reaches into it."""
    client(server, slug)
    workspaces.take_in(server.workspace, slug, ads(folder, "first.csv", "1 10", "2 20"))
    ledger.publish_month(server.workspace, slug, MARCH, by="terminal user anna")
    return ads(folder, "second.csv", "2 22.50", "6 30", "7 =1+1")


def test_a_held_file_says_what_it_changes_the_gap_it_leaves_and_the_month_it_reaches(
    server: Server, agency: Visit, tmp_path: Path
) -> None:
    file = made(server, "spruce", tmp_path)
    page = agency("/upload?client=spruce")
    reading.drawn(page, "Upload")
    drop(page, file)
    said = reading.plain(dropped(page, "second.csv").inner_text())
    for part in (
        "Adds 1 day of Google Ads, $30 of spend; replaces 1 day: $20 becomes $22.50; 1 row rejected.",
        "March 2026 was given to the owner on",
        "(anna, in the terminal). It changes: spend of 2 days from $20 to $52.50.",
        "No data of Google Ads for 3–5 March 2026.",
    ):
        assert part in said
    address = page.get_by_role("link", name="Rejected rows as CSV").get_attribute("href")
    told = page.request.get(urljoin(page.url, str(address))).text()
    assert told.splitlines()[1].startswith("6,A number cannot be read as a number.,")


def test_the_same_is_said_in_russian_on_a_phone(server: Server, agency: Visit, tmp_path: Path) -> None:
    file = made(server, "yew", tmp_path)
    page = agency("/upload?client=yew&lang=ru", viewport=PHONE)
    expect(page.locator(".sv-head h1")).to_have_text("Загрузка")
    drop(page, file)
    said = page.locator(".sv-file")
    expect(said).to_contain_text("Добавляет 1 день (Google Ads)")
    text = reading.plain(said.inner_text())
    assert "заменяет 1 день: было 20 $, станет 22,50 $; отклонена 1 строка." in text
    assert "Нет данных Google Ads за 3–5 марта 2026." in text
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_report_stays_under_its_own_address_with_what_stands_of_it(
    server: Server, agency: Visit, tmp_path: Path
) -> None:
    file = made(server, "elm", tmp_path)
    workspaces.take_in(server.workspace, "elm", file)
    page = agency("/imports?client=elm&import=1")
    reading.drawn(page, "Imports")
    report = reading.everything(page)
    assert "Adds 2 days of Google Ads, $30 of spend." in report
    assert "Days of campaigns: 1 as this import wrote them" in report
    assert "Days of campaigns: 1 replaced by import 2" in report
    page.get_by_role("button", name="← All imports").click()
    expect(page.get_by_text("Months given to the owner")).to_be_visible()
    assert "import=" not in page.url


def test_a_month_is_noted_and_withdrawn_on_the_screen(server: Server, agency: Visit) -> None:
    slug = client(server, "hazel")
    page = agency(f"/imports?client={slug}")
    reading.drawn(page, "Imports")
    page.get_by_role("button", name="Note it as given").click()
    expect(page.locator(".sv-month")).to_contain_text("November 2026: given")
    page.get_by_role("button", name="Withdraw").click()
    expect(page.locator(".sv-month")).to_contain_text("withdrawn")
    (month,) = server.workspace.namespace(slug).reader().months()
    assert month.withdrawn_by is not None
    assert month.withdrawn_by == "owner@agency.example"


def test_a_link_of_a_client_opens_neither_the_screen_nor_the_files(server: Server, visit: Visit) -> None:
    page: Page = visit(server.link("harbor", "campaigns"))
    reading.drawn(page, "Campaigns")
    assert page.request.get(f"{server.address}/imports?client=harbor").status == 403
    assert page.request.get(f"{server.address}/download/rejects/harbor/1.csv").status == 404
