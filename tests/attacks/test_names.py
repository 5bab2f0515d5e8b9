"""Poison in every name that a person types or a file carries: it is shown as it was typed, and does nothing."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from urllib.parse import quote

import httpx
import pytest
from playwright.sync_api import Browser, Page

from dashboard import intake
from dashboard.access import links, people, sessions
from dashboard.access.screens import CLIENT_SCREENS, SCREENS
from dashboard.domain.client import ClientProfile
from tests.attacks import poison
from tests.attacks.record import Record
from tests.attacks.target import Target
from tests.attacks.workspace import ALDER
from tests.browser.conftest import launched
from tests.browser.watching import Watch

SLUG = "poisoned"
NUMBER = re.compile(r"[-+]?[\d\s.,]*%?")
INJECTED = """() => [...document.querySelectorAll(
    "a[href*='evil'], a[href^='javascript'], img[src*='evil'], img[src='x'], img[onerror], .katex,"
    + "svg a[*|href*='evil'], [style*='evil'], iframe[src*='evil'], form[action*='evil']"
)].map(found => found.outerHTML.slice(0, 200)).concat(
    [...document.querySelectorAll("[data-testid=stIconMaterial]")].filter(found => found.innerText === "bug_report"),
    [...document.querySelectorAll(".stMarkdownColoredText")].filter(found => found.innerText === "r"),
    window.pwned ? ["window.pwned"] : [],
)"""


@pytest.fixture(scope="module")
def poisoned(target: Target, tmp_path_factory: pytest.TempPathFactory) -> Target:
    """The server with a client, files, a link and a person of poisoned names."""
    workspace = target.workspace
    profile = ClientProfile(SLUG, f"Poison {poison.WHOLE}", "USD", "US", "America/New_York", "en")
    workspace.add_client(profile, by="test")
    folder = tmp_path_factory.mktemp("poison")
    for number, (name, content) in enumerate([("meta-ads-en.csv", poison.broken()), *poison.files().items()]):
        file = folder / f"{number} {poison.FILE} {name}"
        file.write_bytes(content)
        with intake.offered(workspace, SLUG, file) as offer:
            assert offer.preview is not None, (name, offer.reading.messages)
            intake.accept(workspace, SLUG, offer, by=poison.WHOLE)
    for note in poison.TEXTS:
        links.add(workspace.access, client=SLUG, screens=CLIENT_SCREENS, note=note.strip()[:120], by="test")
    people.add(
        workspace.access,
        email="poison@agency.example",
        name=f"{poison.MARKDOWN} {poison.DIRECTIVE}"[:120],
        role="owner",
        by="test",
    )
    return target


@pytest.fixture(scope="module")
def owner(poisoned: Target) -> str:
    """The cookie of the owner whose own name is poisoned."""
    store = poisoned.workspace.access
    person = people.of_email(store, "poison@agency.example")
    assert person is not None
    return sessions.enter(store, None, person.id)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A browser that ends with this file: other files of the same process start event loops."""
    with launched() as browser:
        yield browser


@pytest.fixture
def reader(chromium: Browser, target: Target) -> Iterator[Page]:
    """A browser in which every dialog and every request to another host is noted."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB", accept_downloads=True)
    watch = Watch(context)
    context.add_init_script("delete window.showSaveFilePicker")  # else a table asks where to be written
    page = context.new_page()
    page.on("dialog", lambda dialog: (watch.complaints.append(f"dialog {dialog.message}"), dialog.dismiss()))
    yield page
    context.close()
    watch.nothing_was_wrong()


def settled(page: Page) -> None:
    """Waits until a run has ended and everything is drawn."""
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
    page.wait_for_function("() => [...document.querySelectorAll('[data-stale=true]')].length === 0")


def unfold(page: Page) -> None:
    """Opens whatever is folded, and shows every tooltip of a button."""
    for summary in page.locator("details:not([open]) > summary").all()[:8]:
        if summary.is_visible():
            summary.click()
    settled(page)
    for button in page.locator(".stButton [data-testid=stTooltipHoverTarget]").all()[:4]:
        if button.is_visible():
            button.hover(force=True)
            page.wait_for_timeout(300)


def look(page: Page, record: Record, where: str) -> None:
    """Counts each poison on a page as an attempt."""
    settled(page)
    unfold(page)
    injected = page.evaluate(INJECTED)
    for _ in poison.TEXTS:
        record.attempt("names", not injected, f"{where}: {injected}")
    failed = page.locator(".sv-failure, [data-testid=stException]").all_inner_texts()
    record.attempt("names", not failed, f"{where} failed: {failed}")


def test_every_screen_shows_poison_as_text(poisoned: Target, reader: Page, record: Record, owner: str) -> None:
    reader.context.add_cookies([{"name": "sverka_session", "value": owner, "url": poisoned.server.address}])
    send(poisoned, owner, poison.unknown(), "unknown.csv")
    send(poisoned, owner, poison.broken(), "ads.csv")
    for screen in SCREENS:
        reader.goto(f"{poisoned.server.address}/{screen}?client={SLUG}")
        look(reader, record, screen)
        if screen in CLIENT_SCREENS:
            text = reader.locator(".sv-head").inner_text().replace("\u2060", "")
            record.attempt("names", poison.MARKDOWN in text, f"{screen} shows the client as {text}")
    reader.goto(f"{poisoned.server.address}/imports?client={SLUG}&import=1")
    look(reader, record, "an import")


def test_a_links_screens_show_poison_as_text(poisoned: Target, reader: Page, record: Record) -> None:
    cookie = poisoned.holder(poisoned.link(SLUG, *CLIENT_SCREENS))
    reader.context.add_cookies([{"name": "sverka_session", "value": cookie, "url": poisoned.server.address}])
    for screen in CLIENT_SCREENS:
        reader.goto(f"{poisoned.server.address}/{screen}?client={SLUG}&period=2026-11-08..2026-11-21")
        look(reader, record, f"{screen} of a link")
        for table in reader.locator("[data-testid=stDataFrame]").all():
            table.hover()
            for button in reader.get_by_label("Download as CSV").all():
                with reader.expect_download() as download:
                    button.dispatch_event("click")
                given = formulas(download.value.path().read_text("utf-8-sig"))
                record.attempt("names", not given, f"a table of {screen} given out: {given}")


def test_no_cell_of_a_file_is_a_formula(poisoned: Target, record: Record, owner: str) -> None:
    namespace = poisoned.workspace.namespace(SLUG)
    given = [one for one in namespace.reader().imports() if one.rows_rejected]
    assert given
    for one in given:
        answer = poisoned.ask(f"/download/rejects/{SLUG}/{one.import_id}.csv?lang=en", cookie=owner)
        assert answer.status == 200
        disposition = answer.headers["content-disposition"]
        record.attempt("names", "\r" not in disposition and "<" not in disposition, disposition)
        assert poison.FORMULAS[0] in answer.text
        record.attempt("names", not formulas(answer.text), f"rejected rows given out: {formulas(answer.text)}")


def formulas(text: str) -> list[str]:
    """The cells of a CSV that a spreadsheet would compute."""
    text = text.removeprefix("\ufeff")
    cells = (cell for row in csv.reader(io.StringIO(text), delimiter=";" if ";" in text[:99] else ",") for cell in row)
    return [cell for cell in cells if cell[:1] in ("=", "+", "-", "@", "\t", "\r") and not NUMBER.fullmatch(cell)]


def test_no_cell_of_a_workbook_is_a_formula_or_a_link(poisoned: Target, record: Record, owner: str) -> None:
    for one in poisoned.workspace.namespace(SLUG).reader().imports():
        if not one.rows_rejected:
            continue
        answer = httpx.get(
            f"{poisoned.server.address}/download/rejects/{SLUG}/{one.import_id}.xlsx", cookies={"sverka_session": owner}
        )
        assert answer.status_code == 200
        with zipfile.ZipFile(io.BytesIO(answer.content)) as book:
            for name in book.namelist():
                text = book.read(name).decode("utf-8", "replace")
                held = "<f>" not in text and "<hyperlink" not in text and 'Target="https://evil' not in text
                record.attempt("names", held, f"{name} of the workbook")


def test_sql_in_names_left_everything_as_it_was(poisoned: Target, record: Record) -> None:
    workspace = poisoned.workspace
    record.attempt("names", {one.slug for one in workspace.clients()} >= {ALDER, SLUG}, "a client is gone")
    for table in ("clients", "links", "sessions", "people", "audit"):
        with workspace.access.reading() as connection:
            count = connection.exec_driver_sql(f"select count(*) from {table}").scalar_one()
        record.attempt("names", count > 0, f"{table} is empty")
    for client in (ALDER, SLUG):
        rows = workspace.namespace(client).reader().imports()
        record.attempt("names", len(rows) > 1, f"{client} has lost its imports")


def send(target: Target, cookie: str, content: bytes, name: str) -> None:
    """Sends a file of a poisoned name, as the upload screen does."""
    written = quote(f"{poison.FILE} {name}")
    answer = target.ask(
        f"/upload/{SLUG}?name={written}", "POST", cookie, content,
        Origin=target.server.address, Sec_Fetch_Site="same-origin", X_Sverka_Upload="1",
    )  # fmt: skip
    assert answer.status == 201, answer
