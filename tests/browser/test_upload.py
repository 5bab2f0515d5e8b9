"""Uploading in a real browser: a file is looked at first, taken in on a word, and can be taken back."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from sample_data.by_hand_files import FOLDER
from tests import workspaces
from tests.browser import reading
from tests.browser.conftest import Visit
from tests.browser.serving import Server

PICTURE = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(64)


def client(server: Server, name: str, *files: str) -> str:
    """A new client with these small files."""
    return workspaces.add_client(server.workspace, name, *(FOLDER / file for file in files))


def drop(page: Page, *files: Path) -> None:
    page.locator(".sv-zone input").set_input_files(list(files))


def dropped(page: Page, file: str) -> Locator:
    """What the page says about a dropped file."""
    said = page.locator(".sv-file:not(.sv-busy)").filter(has=page.get_by_role("heading", name=file))
    expect(said).to_be_visible()
    reading.drawn(page, "Upload")
    return said


def spend(page: Page) -> str:
    """The spend of this month so far, on Campaigns."""
    reading.turn_to(page, "campaigns")
    written = reading.figures(page)["Spend"]
    reading.turn_to(page, "upload")
    return written


def test_a_file_is_looked_at_first_added_on_a_word_and_taken_back(server: Server, agency: Visit) -> None:
    slug = client(server, "pine", "meta-ads-en.csv")
    namespace = server.workspace.namespace(slug)
    before = namespace.version()
    page = agency("/upload")
    reading.drawn(page, "Upload")
    page.locator(".st-key-sv-frame [data-testid=stSelectbox] input").click()
    page.get_by_role("option", name="Pine").click()
    expect(page.get_by_text("Add exports for Pine")).to_be_visible()
    reading.drawn(page, "Upload")
    drop(page, FOLDER / "google-ads-en.csv")
    said = reading.plain(dropped(page, "google-ads-en.csv").inner_text())
    for part in (
        "Google Ads, ads",
        "8–21 Nov 2026",
        "70 of 70 rows kept",
        "as the file's own total",
        "Days of campaigns: new 70",
    ):
        assert part in said
    assert namespace.version() == before
    assert len(namespace.reader().imports()) == 1

    old = spend(page)
    assert old == "$2,259"
    dropped(page, "google-ads-en.csv")  # it waits for its yes meanwhile
    page.get_by_role("button", name="Add 1 file for Pine").click()
    expect(page.locator(".sv-done")).to_have_text(re.compile(r"google-ads-en\.csv: added\."))
    expect(page.locator(".sv-file")).to_have_count(0)
    new = spend(page)
    assert new != old

    drop(page, FOLDER / "google-ads-en.csv")
    expect(dropped(page, "google-ads-en.csv")).to_contain_text("Changes nothing")
    expect(page.get_by_role("button", name="Add 1 file")).to_have_count(0)

    page.get_by_role("link", name="All imports, their reports and undo").click()
    reading.drawn(page, "Imports")
    pick_the_newest_import(page)
    page.get_by_role("button", name="See what that would change").click()
    expect(page.locator(".sv-answer").last).to_contain_text("Takes away 14 days of Google Ads")
    assert server.workspace.namespace(slug).reader().imports()[0].undone_at is None
    page.get_by_role("button", name="Take it back").click()
    expect(page.locator(".sv-report")).to_contain_text("taken back")
    expect(page.get_by_role("button", name="See what that would change")).to_have_count(0)
    reading.turn_to(page, "upload")
    assert spend(page) == old


def pick_the_newest_import(page: Page) -> None:
    """Ticks the first line of the table of imports, which is painted, not made of elements."""
    table = page.get_by_test_id("stDataFrame").last
    table.scroll_into_view_if_needed()
    place = table.bounding_box()
    assert place
    page.mouse.click(place["x"] + 18, place["y"] + 54)


def test_a_picture_is_refused_and_a_table_that_is_not_known_goes_in_with_its_mapping(
    server: Server, agency: Visit, tmp_path: Path
) -> None:
    slug = client(server, "rowan")
    picture = tmp_path / "report.csv"
    picture.write_bytes(PICTURE)
    page = agency(f"/upload?client={slug}")
    reading.drawn(page, "Upload")
    drop(page, picture)
    said = dropped(page, "report.csv")
    expect(said).to_contain_text("cannot be read")
    expect(said).to_contain_text("picture")
    expect(page.get_by_role("button", name="Add 1 file")).to_have_count(0)
    drop(page, FOLDER / "plain-orders.csv")
    expect(dropped(page, "plain-orders.csv")).to_contain_text("is not recognised")
    drop(page, FOLDER / "plain-orders.toml")
    expect(dropped(page, "plain-orders.csv")).to_contain_text("168 of 168 rows kept")
    page.get_by_role("button", name="Add 1 file").click()
    expect(page.locator(".sv-done")).to_have_text(re.compile(r"plain-orders\.csv: added\."))
    (record,) = server.workspace.namespace(slug).reader().imports()
    assert (record.file, record.rows_kept, record.status) == ("plain-orders.csv", 168, "imported")


def test_a_file_that_asks_is_answered_beside_both_readings_and_then_previewed(
    server: Server, agency: Visit, tmp_path: Path
) -> None:
    slug = client(server, "larch", "meta-ads-en.csv")
    asks = tmp_path / "open-days.csv"
    asks.write_text(
        "Gregorian date,Campaign name,Impressions,Clicks,Spend,Currency code\n3/4/2026,Brand,100,10,5.00,USD\n",
        encoding="utf-8",
    )
    page = agency(f"/upload?client={slug}&lang=ru")
    drop(page, asks)
    readings = page.locator(".sv-readings")
    expect(readings).to_contain_text("3 апр 2026")
    assert "4 мар 2026" in reading.plain(readings.inner_text())
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)
    so = page.locator("[class*=st-key-sv-answered] button:visible")
    so.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Сначала выберите прочтение")
    page.get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    expect(page.get_by_role("radio", checked=True)).to_have_count(1)
    so.press("Enter")
    expect(page.locator("[class*=st-key-sv-anew] button:visible")).to_be_visible()
    expect(page.locator("[class*=st-key-sv-take] button:visible")).to_be_visible()
