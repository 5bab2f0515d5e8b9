"""The way of a table that nobody knows: explained column by column, kept under a name, and known from then on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from dashboard.i18n import Language
from tests import workspaces
from tests.browser import reading
from tests.browser.conftest import PHONE, Visit
from tests.browser.serving import Server

FIRST = """№ заявки;Дата заявки;Телефон;Этап;Сумма сделки, ₽;Примечание
1;02.11.2026;+7 916 111-22-33;Новая;100,50;звонить +7 916 111-22-33
2;13.11.2026;+7 916 111-22-44;Договор подписан;200,50;
3;14.11.2026;+7 916 111-22-55;Ушёл;0,50;
"""
SECOND = """Филиал;ЭТАП;Сумма сделки, ₽;№ заявки;Телефон;дата заявки;Примечание
1;Договор подписан;300,50;4;+7 916 111-22-66;15.11.2026;
1;Замер;40,50;5;+7 916 111-22-77;16.11.2026;
"""


@pytest.fixture
def tables(tmp_path: Path) -> tuple[Path, Path]:
    first, second = tmp_path / "october.csv", tmp_path / "november.csv"
    first.write_text(FIRST, encoding="utf-8")
    second.write_text(SECOND, encoding="utf-8")
    return first, second


def client(server: Server, slug: str) -> str:
    return workspaces.add_client(server.workspace, slug)


def drop(page: Page, file: Path) -> None:
    page.locator("input[type=file]").first.set_input_files(file)


def said(page: Page, file: Path) -> Locator:
    return page.locator(".sv-file:not(.sv-busy)").filter(has=page.get_by_role("heading", name=file.name))


def explain(page: Page, file: Path) -> None:
    """Drops a table and goes on to say what its columns are."""
    drop(page, file)
    page.locator("[class*=st-key-sv-explain-] button:visible").click()
    expect(page.locator(".sv-map-column").first).to_be_visible()


def totals(page: Page) -> dict[str, str]:
    labels = page.locator(".sv-totals .sv-label").all_inner_texts()
    return dict(zip(labels, map(reading.plain, page.locator(".sv-totals .sv-num").all_inner_texts()), strict=True))


def test_a_table_is_explained_once_and_known_from_then_on(
    server: Server, agency: Visit, tables: tuple[Path, Path]
) -> None:
    slug = client(server, "linden")
    page = agency(f"/upload?client={slug}")
    explain(page, tables[0])
    expect(page.locator(".sv-map-needs .sv-good")).to_have_count(3)
    expect(page.locator(".sv-map-rows").first).to_contain_text("known")
    assert "111-22" not in page.locator(".stMain").inner_text()
    assert totals(page)["won deals"] == "1"

    left = page.locator(".sv-map-value").filter(has_text="Ушёл")
    row = page.locator("[data-testid=stHorizontalBlock]").filter(has=left)
    row.get_by_role("radio", name="lost").or_(row.get_by_role("button", name="lost")).first.click()
    _counts(page, "lost deals", 1)
    won = page.locator("[data-testid=stHorizontalBlock]").filter(
        has=page.locator(".sv-map-value").filter(has_text="Новая")
    )
    won.get_by_role("radio", name="won").or_(won.get_by_role("button", name="won")).first.click()
    _counts(page, "won deals", 2)

    page.get_by_label("Name of this table").fill("Sales of Linden")
    page.locator(".st-key-sv-map-save button:visible").click()
    reading.drawn(page, "Upload")
    expect(page.locator(".sv-done")).to_contain_text("“Sales of Linden” is saved.")
    expect(said(page, tables[0])).to_contain_text("Adds 3 leads")
    expect(said(page, tables[0])).to_contain_text("as “Sales of Linden”")
    page.locator("[class*=st-key-sv-take] button:visible").click()
    expect(page.locator(".sv-done").filter(has_text="october.csv")).to_be_visible()

    drop(page, tables[1])
    second = said(page, tables[1])
    expect(second).to_contain_text("Adds 2 leads")
    expect(second).to_contain_text("замер")  # a stage that the first file did not have is named
    page.locator("[class*=st-key-sv-take] button:visible").click()
    expect(page.locator(".sv-done").filter(has_text="november.csv")).to_be_visible()
    records = server.workspace.namespace(slug).reader().imports()
    assert [record.file for record in records] == ["november.csv", "october.csv"]


def test_on_a_phone_nothing_that_was_said_is_lost_by_another_language_or_a_refused_name(
    server: Server, agency: Visit, tables: tuple[Path, Path]
) -> None:
    slug = client(server, "walnut")
    page = agency(f"/upload?client={slug}", viewport=PHONE)
    explain(page, tables[0])
    _fits_a_phone(page)
    name = page.get_by_label("Name of this table")
    name.fill(" ")
    name.press("Tab")
    left = page.locator("[data-testid=stHorizontalBlock]").filter(
        has=page.locator(".sv-map-value").filter(has_text="Ушёл")
    )
    left.get_by_role("radio", name="lost").or_(left.get_by_role("button", name="lost")).first.click()
    _counts(page, "lost deals", 1)
    page.locator(".st-key-sv-map-save button:visible").click()
    expect(page.get_by_role("alert")).to_contain_text("needs a name")
    page.locator(".st-key-sv-language button").click()
    expect(page.locator(".sv-head h1")).to_have_text(re.compile(Language("ru").gettext("Own tables"), re.IGNORECASE))
    _counts(page, Language("ru").gettext("lost deals"), 1)
    _fits_a_phone(page)
    assert server.workspace.namespace(slug).reader().mappings() == ()


def _counts(page: Page, what: str, count: int) -> None:
    """While the totals are drawn anew, the old ones may stand beside them for a moment."""
    said_so = re.compile(rf"{re.escape(what)}\s*{count}\s*$")
    expect(page.locator(".sv-totals li").filter(has_text=said_so)).to_have_count(1)


def _fits_a_phone(page: Page) -> None:
    expect(page.locator(".sv-map-rows").first).to_be_visible()
    wide = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
    assert wide <= PHONE["width"]


def test_saved_tables_are_listed_renamed_removed_and_put_back(server: Server, agency: Visit) -> None:
    slug = client(server, "alder")
    contents = 'kind = "orders"\n[columns]\norder_id = "Receipt"\nsold = "Day"\nrevenue = "Sum"\n'
    with server.workspace.namespace(slug).store() as store:
        store.mappings.save("Till", contents, by="test")
    page = agency(f"/mapping?client={slug}")
    reading.drawn(page, "Own tables")
    expect(page.locator(".sv-file")).to_contain_text("Receipt, Day, and Sum")
    page.get_by_role("button", name="Rename").click()
    page.get_by_label("New name").fill("Front till")
    page.get_by_label("New name").press("Tab")
    page.get_by_role("button", name="Save the name").click()
    expect(page.locator(".sv-done")).to_contain_text("Front till")
    expect(page.locator(".sv-file h3")).to_have_text("Front till")
    page.locator("[class*=st-key-sv-map-saved-]").get_by_role("button", name="Remove").click()
    page.get_by_role("button", name="Remove it").click()
    expect(page.locator(".sv-file")).to_have_count(0)
    page.get_by_text("Removed", exact=True).click()
    page.get_by_role("button", name="Put back").click()
    expect(page.locator(".sv-file h3")).to_have_text("Front till")
    assert [one.name for one in server.workspace.namespace(slug).reader().mappings()] == ["Front till"]
