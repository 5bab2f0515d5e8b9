"""The stories on the screen, from their files: what an agency reads at a desk, and an owner on a phone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from dashboard.access import sessions
from dashboard.domain.year_over_year.line_names import LINE_NAMES
from dashboard.i18n import Language
from dashboard.reports.year_over_year.report import YearOverYear
from tests import workspaces
from tests.browser import reading
from tests.browser.conftest import DESK, PHONE, Visit
from tests.browser.serving import Server, serving
from tests.stories import telling
from tests.stories import then_and_now as story

ADDRESS = f"/year_over_year?client={story.CLINIC.slug}&period={story.NOW.first}..{story.NOW.last}"
# Golden 20, as a person reads it; and by how much the like-for-like revenue changed.
LINES = {
    "en": {
        "new_channels": "+₽4.14m",
        "calendar": "−₽731k",
        "demand": "−₽2.74m",
        "answered": "−₽854k",
        "order_value": "+₽374k",
        "kept": "−₽189k",
    },
    "ru": {
        "new_channels": "+4,14 млн ₽",
        "calendar": "−731 тыс ₽",
        "demand": "−2,74 млн ₽",
        "answered": "−854 тыс ₽",
        "order_value": "+374 тыс ₽",
        "kept": "−189 тыс ₽",
    },
}
GROWTH = {"en": ("0.0%", "−41.7%"), "ru": ("0,0 %", "−41,7 %")}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    copied = workspaces.copied(telling.told(tmp_path_factory), tmp_path_factory.mktemp("stories") / "workspace")
    with serving(copied, SVERKA_TODAY=story.TODAY.isoformat()) as started:
        yield started


@pytest.fixture(scope="module")
def report(told: Server) -> YearOverYear:
    return telling.year_over_year(told.workspace, story.CLINIC.slug, story.NOW, story.TODAY)


@pytest.mark.parametrize(("language", "on_a_phone"), [("en", False), ("ru", True)])
def test_the_same_money_twice_is_taken_apart_on_the_screen(
    told: Server, report: YearOverYear, visit: Visit, language: str, on_a_phone: bool
) -> None:
    page = _opened(told, visit, language, on_a_phone)
    said = Language(language)
    expect(page.locator(".sv-verdict").first).to_contain_text(reading.plain(said.say(report.verdict)))
    naive, alike = GROWTH[language]
    assert reading.plain(page.locator(".sv-value s").inner_text()) == naive
    assert reading.figures(page)[said.gettext("Like for like")] == alike
    rows = _rows(page, said.gettext("From then to now, in revenue"))
    for line, amount in LINES[language].items():
        (row,) = [row for row in rows if row.startswith(said.gettext(LINE_NAMES[line]))]
        assert amount in row, row
    shown = reading.everything(page)
    for reason in report.reasons:
        assert reading.plain(said.say(reason.text)) in shown, reason.id
    for worth in LINES[language]["demand"], LINES[language]["answered"], LINES[language]["calendar"]:
        expect(page.locator(".sv-reasons").get_by_text(worth).first).to_be_attached()
    reading.nothing_failed(page)


def _opened(told: Server, visit: Visit, language: str, on_a_phone: bool) -> Page:
    """An owner's link on a phone, else the agency at a desk."""
    days = f"period={story.NOW.first}..{story.NOW.last}"
    if on_a_phone:
        address = told.link(story.CLINIC.slug, "year_over_year", language=language)
        page = visit(address, viewport=PHONE, is_mobile=True, has_touch=True, locale="ru-RU")
        reading.drawn(page, reading.title("year_over_year", language))
        page.goto(f"{told.address}/year_over_year?{days}")
    else:
        access = told.workspace.access
        cookie = sessions.enter(access, None, workspaces.owner(access))
        page = visit(f"{told.address}{ADDRESS}&lang={language}", cookie, viewport=DESK)
    reading.drawn(page, reading.title("year_over_year", language))
    return page


def _rows(page: Page, table: str) -> list[str]:
    return [reading.plain(row) for row in page.get_by_role("table", name=table).get_by_role("row").all_inner_texts()]
