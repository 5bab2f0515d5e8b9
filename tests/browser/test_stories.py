"""The stories on the screen, from their files: what an agency reads at a desk, and an owner on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from dashboard.access import links, sessions
from dashboard.domain.year_over_year.line_names import LINE_NAMES
from dashboard.i18n import Language
from tests import workspaces
from tests.browser import reading
from tests.browser.conftest import PHONE, Visit
from tests.browser.serving import Server, serving
from tests.stories import telling, then_and_now, twelve_lines


@dataclass(frozen=True)
class Read:
    """What a person reads of a story in one language: growth as reported and like for like, lines of the bridge."""

    naive: str
    alike: str
    lines: dict[str, str]


# Golden 20 and 22 in the words of each language; what hangs on days that are learnt is not here to the thousand.
TWICE = {
    "en": Read(
        "0.0%",
        "−41.7%",
        {
            "new_channels": "+₽4.14m",
            "calendar": "−₽731k",
            "demand": "−₽2.74m",
            "answered": "−₽854k",
            "order_value": "+₽374k",
            "kept": "−₽189k",
        },
    ),
    "ru": Read(
        "0,0 %",
        "−41,7 %",
        {
            "new_channels": "+4,14 млн ₽",
            "calendar": "−731 тыс ₽",
            "demand": "−2,74 млн ₽",
            "answered": "−854 тыс ₽",
            "order_value": "+374 тыс ₽",
            "kept": "−189 тыс ₽",
        },
    ),
}
TWELVE = {
    "en": Read(
        "−5.0%",
        "+9.5%",
        {
            "immature": "−₽600k",
            "vat": "−₽500k",
            "tracking_gap": "−₽300k",
            "opened": "+₽800k",
            "closed": "−₽1m",
            "demand": "−₽1.16m",
            "availability": "−₽564k",
            "price": "+₽1.05m",
            "answered": "−₽628k",
        },
    ),
    "ru": Read(
        "−5,0 %",
        "+9,5 %",
        {
            "immature": "−600 тыс ₽",
            "vat": "−500 тыс ₽",
            "tracking_gap": "−300 тыс ₽",
            "opened": "+800 тыс ₽",
            "closed": "−1 млн ₽",
            "demand": "−1,16 млн ₽",
            "availability": "−564 тыс ₽",
            "price": "+1,05 млн ₽",
            "answered": "−628 тыс ₽",
        },
    ),
}
STORIES = [(then_and_now.CLINIC.slug, TWICE), (twelve_lines.SHOPS.slug, TWELVE)]
MARCH, TODAY = then_and_now.NOW, then_and_now.TODAY


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    copied = workspaces.copied(telling.told(tmp_path_factory), tmp_path_factory.mktemp("stories") / "workspace")
    with serving(copied, SVERKA_TODAY=TODAY.isoformat()) as started:
        yield started


@pytest.mark.parametrize(("client", "story"), STORIES)
@pytest.mark.parametrize(("language", "on_a_phone"), [("en", False), ("ru", True)])
def test_a_story_is_read_from_the_screen(
    told: Server, visit: Visit, client: str, story: dict[str, Read], language: str, on_a_phone: bool
) -> None:
    report, said, read = (
        telling.year_over_year(told.workspace, client, MARCH, TODAY),
        Language(language),
        story[language],
    )
    page = _opened(told, visit, client, language, on_a_phone)
    for sentence in (report.answer.headline, report.answer.rest):
        if sentence is not None:
            expect(page.locator(".sv-verdict").first).to_contain_text(reading.plain(said.say(sentence)))
    assert reading.plain(page.locator(".sv-value s").inner_text()) == read.naive
    assert reading.figures(page)[said.gettext("Like for like")] == read.alike
    rows = _rows(page, said.gettext("From then to now, in revenue"))
    for line, amount in read.lines.items():
        (row,) = [row for row in rows if row.startswith(said.gettext(LINE_NAMES[line]))]
        assert amount in row, row
    shown = reading.everything(page)
    for reason in report.reasons:
        assert reading.plain(said.say(reason.text)) in shown, reason.id
        if reason.line in read.lines:
            expect(page.locator(".sv-reasons").get_by_text(read.lines[reason.line]).first).to_be_attached()
    reading.nothing_failed(page)


def _opened(told: Server, visit: Visit, client: str, language: str, on_a_phone: bool) -> Page:
    """The screen of the story's month: an owner's link on a phone, else the agency at a desk."""
    address = f"{told.address}/year_over_year?client={client}&period={MARCH.first}..{MARCH.last}&lang={language}"
    access = told.workspace.access
    if on_a_phone:
        path = workspaces.link(told.workspace, client, "year_over_year", language=language)
        link = links.open(access, path.rpartition("/")[2])
        assert link is not None
        held = sessions.open_link(access, link, None) or ""
        page = visit(address, held, viewport=PHONE, is_mobile=True, has_touch=True, locale="ru-RU")
    else:
        page = visit(address, sessions.enter(access, None, workspaces.owner(access)))
    reading.drawn(page, reading.title("year_over_year", language))
    return page


def _rows(page: Page, table: str) -> list[str]:
    return [reading.plain(row) for row in page.get_by_role("table", name=table).get_by_role("row").all_inner_texts()]
