"""The way of a shared link: made on the agency's screen, opened on a phone with its password, revoked, closed there."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser import reading
from tests.browser.conftest import PHONE, Visit
from tests.browser.serving import Server

LOOKS_WITHIN = 45_000


def test_a_link_is_made_opened_on_a_phone_revoked_and_closes_there_by_itself(
    server: Server, agency: Visit, visit: Visit
) -> None:
    desk = agency("/links?client=nord&lang=en")
    reading.drawn(desk, "Links")
    desk.get_by_text("Business owner", exact=True).click()
    expect(desk.locator(".st-key-sv-link-new .sv-gives")).to_contain_text("Summary, Year over year")
    note = desk.get_by_role("textbox", name="For whom")
    note.fill("Pavel")
    note.press("Tab")
    desk.get_by_text("Screens, days, language, end, password").click()
    password = desk.get_by_role("textbox", name="Password")
    password.fill("open sesame")
    password.press("Tab")
    expect(desk.locator(".st-key-sv-link-new .sv-gives")).to_contain_text("password")
    desk.get_by_role("button", name="Make the link").click()
    made = desk.locator(".st-key-sv-link-made")
    expect(made).to_contain_text("Пароль пришлю отдельно.")  # the words are in the link's language
    found = re.search(r"\S+/s/\S+", made.locator("code").first.inner_text())
    assert found
    desk.context.grant_permissions(["clipboard-read", "clipboard-write"])
    made.get_by_role("button", name="Copy to clipboard").first.click()
    desk.wait_for_function("text => navigator.clipboard.readText().then(copied => copied === text)", arg=found.group())
    desk.get_by_role("button", name="I have it").click()
    expect(made).to_have_count(0)

    address = server.address + found.group()[found.group().index("/s/") :]
    phone = visit(address, viewport=PHONE, is_mobile=True, has_touch=True, locale="ru-RU")
    expect(phone.get_by_role("heading", name="Отчёт открывается по паролю")).to_be_visible()
    phone.locator("input[type=password]").fill("open sesame")
    phone.get_by_role("button", name="Открыть").tap()
    reading.drawn(phone, reading.title("summary", "ru"))
    assert reading.figures(phone)

    desk.reload()
    one = desk.locator("[class*='st-key-sv-link-one-']").filter(has_text="Pavel")
    expect(one).to_contain_text("opened in 1 browser")
    expect(one).to_contain_text("asks for a password")
    one.get_by_role("button", name="Revoke").click()
    desk.get_by_role("button", name="Revoke the link").click()
    expect(desk.get_by_text("The link is revoked.")).to_be_visible()

    expect(phone.get_by_role("heading", name="Агентство закрыло эту ссылку")).to_be_visible(timeout=LOOKS_WITHIN)
    expect(phone.locator(".sv-card, .sv-verdict, [data-testid=stPlotlyChart]")).to_have_count(0)
