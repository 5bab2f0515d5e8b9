"""The way of a change of settings: tried out, saved, seen by an open page, taken back."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from sample_data.by_hand_files import FOLDER
from tests import workspaces
from tests.browser import reading
from tests.browser.conftest import Visit
from tests.browser.serving import Server


def field(page: Page, name: str) -> Locator:
    return page.locator(f'[class*="st-key-sv-set-"][class*="-{name} "] input').first


def test_settings_are_tried_out_saved_and_taken_back(server: Server, agency: Visit) -> None:
    slug = workspaces.add_client(server.workspace, "quince", FOLDER / "google-ads-en.csv")
    page = agency(f"/settings?client={slug}")
    reading.drawn(page, "Settings")
    expect(page.locator(".st-key-sv-set-look button")).to_be_disabled()
    field(page, "margin").fill("much")
    field(page, "margin").press("Enter")
    expect(page.get_by_text("“much” is no number")).to_be_visible()
    field(page, "margin").fill("35")
    field(page, "margin").press("Enter")
    page.locator(".st-key-sv-set-look button:enabled").click()
    expect(page.locator(".sv-set-preview li")).to_contain_text("Margin: not agreed → 35%, from 1 November 2026 on")
    page.locator(".st-key-sv-set-save button").click()
    expect(page.locator(".sv-done")).to_contain_text("The settings are saved")
    expect(page.locator(".st-key-sv-set-version-2")).to_contain_text("Margin: not agreed → 35%")
    page.get_by_role("button", name="Return to it").first.click()
    page.locator(".st-key-sv-set-back-yes-1 button").click()
    expect(page.locator(".sv-done")).to_contain_text("version 1 again")
    expect(field(page, "margin")).to_have_value("")
