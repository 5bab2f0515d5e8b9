"""In a real browser: somebody is invited, chooses a password, works, and is out again at once."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser import reading
from tests.browser.conftest import PHONE, Visit
from tests.browser.serving import Server

PASSWORD = "umbrella lantern quarry violin"


def test_an_invited_person_chooses_a_password_and_is_out_when_ended(
    server: Server, agency: Visit, visit: Visit
) -> None:
    owner = agency("/people?client=harbor")
    reading.drawn(owner, "People")
    owner.get_by_label("Name and surname").fill("Mara")
    owner.get_by_label("E-mail address").fill("mara@agency.example")
    owner.get_by_role("button", name="Invite", exact=True).click()
    address = owner.locator(".st-key-sv-address code")
    expect(address).to_contain_text("/enter/")

    hers = visit(address.inner_text().strip(), viewport=PHONE)
    hers.locator("input[name=password]").fill(PASSWORD)
    hers.locator("input[name=again]").fill(PASSWORD)
    hers.get_by_role("button").click()
    hers.wait_for_url("**/account**")
    reading.drawn(hers, "Your account")
    expect(hers.get_by_text("this browser")).to_be_visible()

    owner.get_by_role("button", name="I have passed it on").click()
    expect(address).to_have_count(0)
    reading.drawn(owner, "People")  # what is pressed while it is still being drawn would be lost with the old page
    person = owner.locator("[class*='st-key-sv-person-']:has(h3:text('Mara'))").first
    expect(person).to_contain_text("Analyst")
    person.get_by_role("button", name="End access").click()
    # In the dialog: before it is open, the last button of this name is the one that opens it.
    owner.get_by_role("dialog", name="End access").get_by_role("button", name="End access").click()
    expect(owner.get_by_text("Done: it holds from now on.")).to_be_visible()
    expect(owner.get_by_text("mara@agency.example")).to_have_count(0)

    hers.reload()
    expect(hers.get_by_role("heading", name="This page is closed")).to_be_visible()
    hers.goto(f"{server.address}/sign-in")
    hers.locator("input[name=email]").fill("mara@agency.example")
    hers.locator("input[name=password]").fill(PASSWORD)
    hers.get_by_role("button").first.click()
    expect(hers.locator(".wrong")).to_be_visible()
