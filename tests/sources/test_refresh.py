"""Refreshing a sheet: what is new goes in, and a sheet that is not what was agreed changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from dashboard.i18n import Language
from dashboard.sources import google_api, sheets
from dashboard.sources.keys import Keys
from dashboard.sources.refresh import connect, refresh
from dashboard.sources.registry import Came, Refresh, Source, Sources
from dashboard.sources.schedule import Schedule
from dashboard.sources.scheduler import Scheduler
from dashboard.warehouse.namespace import Namespace
from dashboard.workspace import Workspace
from tests.sources.google import DOCUMENT, HEADERS, Answer, Google, Tab, ads, day, error, key


def opened(workspace: Workspace, tab: int = 7) -> Any:
    google = connect(workspace)
    document = google.document(DOCUMENT)
    return sheets.offered(workspace, "shop", google, document, document.tab(tab))


def spend(workspace: Workspace) -> float:
    with workspace.namespace("shop").store() as store:
        records = [record for record in store.imports() if record.undone_at is None]
        return float(records[0].totals["spend"])


def versions(workspace: Workspace) -> int:
    return workspace.namespace("shop").version()


def words(done: Refresh) -> str:
    return " ".join(Language("en").say(message) for message in done.messages)


def test_an_agreed_sheet_is_taken_in_as_it_is_held(agreed: Workspace, source: Source) -> None:
    assert source.name == "Nord: orders — Ads"
    assert spend(agreed) == 34.75
    assert source.agreed.headers == tuple(HEADERS)
    assert source.last is not None
    assert (source.last.came, source.last.rows, source.last.new) == (Came.TAKEN, 4, 4)


def test_the_same_sheet_again_changes_nothing(agreed: Workspace, source: Source) -> None:
    before = versions(agreed)
    assert refresh(agreed, source, "test").came is Came.UNCHANGED
    assert versions(agreed) == before


def test_a_sheet_that_grew_is_taken_in_unasked(agreed: Workspace, google: Google, source: Source) -> None:
    google.tabs[1].rows = ads(5, 7.5, 10, 12.25, 20)
    done = refresh(agreed, source, "test")
    assert (done.came, done.new, done.replaced) == (Came.TAKEN, 1, 0)
    assert spend(agreed) == 54.75
    (kept,) = Sources(agreed.access).of("shop")
    assert (kept.agreed.rows, kept.last) == (5, done)


def test_a_comma_typed_as_text_stays_a_decimal_mark(agreed: Workspace, google: Google, source: Source) -> None:
    google.tabs[1].rows = ads(5, 7.5, 10, 12.25, "7,5")
    assert refresh(agreed, source, "test").came is Came.TAKEN
    assert spend(agreed) == 42.25


Change = Callable[[Google], None]


def tab_renamed(google: Google) -> None:
    google.tabs[1].title = "Ads 2025"


def document_renamed(google: Google) -> None:
    google.title = "Archive"


def tab_deleted(google: Google) -> None:
    del google.tabs[1]


def header_renamed(google: Google) -> None:
    google.tabs[1].rows[0] = [*HEADERS[:5], "Money spent"]


def headers_reordered(google: Google) -> None:
    google.tabs[1].rows = [[*row[:4], row[5], row[4]] for row in google.tabs[1].rows]


def column_removed(google: Google) -> None:
    google.tabs[1].rows = [row[:5] for row in google.tabs[1].rows]


def column_added(google: Google) -> None:
    google.tabs[1].rows = [[*row, "x"] for row in google.tabs[1].rows]


def emptied(google: Google) -> None:
    google.tabs[1].rows = []


def all_rows_deleted(google: Google) -> None:
    google.tabs[1].rows = [HEADERS]


def most_rows_deleted(google: Google) -> None:
    google.tabs[1].rows = ads(5)


def not_shared(google: Google) -> None:
    google.always = Answer(403)


def deleted(google: Google) -> None:
    google.always = error(404, "Requested entity was not found.", "NOT_FOUND")


def interface_off(google: Google) -> None:
    off = [{"reason": "SERVICE_DISABLED"}]
    google.always = error(403, "Google Sheets API has not been used", "PERMISSION_DENIED", details=off)


def an_excel_file(google: Google) -> None:
    google.always = error(400, "This operation is not supported for this document", "FAILED_PRECONDITION")


def key_refused(google: Google) -> None:
    google.always = error(401, "Invalid credentials", "UNAUTHENTICATED")


def quota(google: Google) -> None:
    google.always = error(429, "Quota exceeded", "RESOURCE_EXHAUSTED")


def failing(google: Google) -> None:
    google.always = Answer(500, "oops")


def malformed(google: Google) -> None:
    google.always = Answer(200, "<html>")


def otherwise_shaped(google: Google) -> None:
    google.always = Answer(200, "[]")


@pytest.mark.parametrize(
    ("change", "came", "said"),
    [
        (tab_renamed, Came.ASKS, "called “Ads” and is now called “Ads 2025”"),
        (document_renamed, Came.ASKS, "called “Nord: orders” and is now called “Archive”"),
        (tab_deleted, Came.ASKS, "no longer has the tab"),
        (header_renamed, Came.ASKS, "Cost are gone, and Money spent are new"),
        (headers_reordered, Came.ASKS, "another order: Day, Campaign"),
        (column_removed, Came.ASKS, "Columns are gone: Cost"),
        (column_added, Came.ASKS, "Columns were added: x"),
        (emptied, Came.ASKS, "The sheet is empty: it had 4 rows"),
        (all_rows_deleted, Came.ASKS, "The sheet is empty: it had 4 rows"),
        (most_rows_deleted, Came.ASKS, "there are 1, and there were 4"),
        (not_shared, Came.ASKS, "Share"),
        (deleted, Came.ASKS, "no sheet at this address"),
        (interface_off, Came.ASKS, "not switched on"),
        (an_excel_file, Came.ASKS, "Save as Google Sheets"),
        (key_refused, Came.ASKS, "no longer takes the key"),
        (quota, Came.FAILED, "asks to wait"),
        (failing, Came.FAILED, "error of its own"),
        (malformed, Came.FAILED, "could not be understood"),
        (otherwise_shaped, Came.FAILED, "could not be understood"),
    ],
)
def test_what_is_not_as_agreed_is_reported_and_changes_nothing(
    agreed: Workspace, google: Google, source: Source, change: Change, came: Came, said: str
) -> None:
    before = versions(agreed)
    change(google)
    done = refresh(agreed, source, "test")
    assert done.came is came
    assert said in words(done)
    assert "Nothing was" in words(done)
    assert (versions(agreed), spend(agreed)) == (before, 34.75)
    (kept,) = Sources(agreed.access).of("shop")
    assert (kept.last, kept.agreed) == (done, source.agreed)


def test_google_is_asked_again_when_it_asks_to_wait(agreed: Workspace, google: Google, source: Source) -> None:
    google.first = [error(429, "Quota exceeded", "RESOURCE_EXHAUSTED"), Answer(503)]
    assert refresh(agreed, source, "test").came is Came.UNCHANGED
    assert len(google.asked) > len(set(google.asked))


def test_nobody_waits_for_google_for_ever(
    agreed: Workspace, google: Google, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(google_api, "TIMEOUT", (0.2, 0.2))
    released: list[bool] = []

    def stall(path: str) -> None:
        import time

        time.sleep(0.5)
        released.append(True)

    google.before = stall
    done = refresh(agreed, source, "test")
    assert (done.came, "did not answer in time" in words(done)) == (Came.FAILED, True)


def test_a_sheet_that_is_typed_in_just_now_waits(agreed: Workspace, google: Google, source: Source) -> None:
    def type_in(path: str) -> None:
        if "/values/" in path:
            google.tabs[1].rows.append([day(9), "Brand", "USD", 1, 1, 1])

    google.before = type_in
    done = refresh(agreed, source, "test")
    assert (done.came, "being edited" in words(done)) == (Came.FAILED, True)


def test_a_refresh_that_would_replace_far_more_than_usual_asks(workspace: Workspace, google: Google) -> None:
    google.tabs = [Tab(7, "Ads", ads(*range(1, 31)))]
    Keys(workspace).give(key(), by="test")
    with opened(workspace) as sheet:
        source, _ = sheets.agree(workspace, "shop", sheet, Schedule(), by="test")
    google.tabs[0].rows = ads(*(100 * cost for cost in range(1, 31)))
    done = refresh(workspace, source, "test")
    assert (done.came, "30 records, 100% of all it has" in words(done)) == (Came.ASKS, True)
    assert spend(workspace) == 465


def test_a_column_that_cannot_be_read_any_more_asks(agreed: Workspace, google: Google, source: Source) -> None:
    google.tabs[1].rows = ads(5, 7.5, 10, "#REF!")
    done = refresh(agreed, source, "test")
    assert (done.came, "cannot be taken" in words(done)) == (Came.ASKS, True)


def test_agreeing_again_takes_the_renamed_sheet_as_the_same_source(
    agreed: Workspace, google: Google, source: Source
) -> None:
    tab_renamed(google)
    assert refresh(agreed, source, "test").came is Came.ASKS
    with opened(agreed) as sheet:
        again, _ = sheets.agree(agreed, "shop", sheet, source.schedule, by="test")
    assert (again.id, again.agreed.tab) == (source.id, "Ads 2025")
    assert refresh(agreed, again, "test").came is Came.UNCHANGED


def test_what_a_person_answered_holds_for_the_refreshes_that_follow(workspace: Workspace, google: Google) -> None:
    dates = ("01/02/2026", "03/04/2026", "05/06/2026")
    google.tabs = [Tab(7, "Ads", [HEADERS, *([text, "Brand", "USD", 100, 10, 5] for text in dates)])]
    Keys(workspace).give(key(), by="test")
    with opened(workspace) as sheet:
        (question,) = sheet.offered.reading.questions
        assert not sheet.can_be_agreed
    account = connect(workspace)
    document = account.document(DOCUMENT)
    answers = {question.about: "dmy"}
    with sheets.offered(workspace, "shop", account, document, document.tab(7), answers) as sheet:
        source, record = sheets.agree(workspace, "shop", sheet, Schedule(), by="test")
    assert record.period == (date(2026, 2, 1), date(2026, 6, 5))
    google.tabs[0].rows.append(["07/08/2026", "Brand", "USD", 100, 10, 5])
    assert refresh(workspace, source, "test").came is Came.TAKEN


def test_a_refresh_never_overlaps_itself(agreed: Workspace, source: Source) -> None:
    sources = Sources(agreed.access)
    assert sources.hold(source, "another process", only_due=False)
    done = refresh(agreed, source, "test")
    assert (done.came, "being refreshed already" in words(done)) == (Came.SKIPPED, True)
    sources.let_go(source, "another process")
    assert refresh(agreed, source, "test").came is Came.UNCHANGED


def test_a_holder_that_was_killed_is_waited_for_no_longer_than_agreed(
    agreed: Workspace, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = Sources(agreed.access)
    with monkeypatch.context() as past:
        past.setattr("dashboard.sources.registry.HELD_FOR", timedelta(seconds=-1))
        assert sources.hold(source, "killed", only_due=False)
    assert refresh(agreed, source, "test").came is Came.UNCHANGED


def test_a_holder_that_lost_the_source_writes_nothing(
    agreed: Workspace, google: Google, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    google.tabs[1].rows = ads(5, 7.5, 10, 12.25, 20)
    monkeypatch.setattr(Sources, "still_held", lambda *_: False)
    before = versions(agreed)
    assert refresh(agreed, source, "test").came is Came.SKIPPED
    assert versions(agreed) == before


def test_a_client_that_is_written_to_is_waited_for_and_then_said(
    agreed: Workspace, google: Google, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Namespace.store
    monkeypatch.setattr(Namespace, "store", lambda self, *_, **__: opened(self, 0.0))
    google.tabs[1].rows = ads(5, 7.5, 10, 12.25, 20)
    with agreed.namespace("shop").store():
        done = refresh(agreed, source, "test")
    assert (done.came, "Another import is being written" in words(done)) == (Came.WAITS, True)
    (kept,) = Sources(agreed.access).of("shop")
    assert kept.next_at is not None
    assert kept.next_at <= datetime.now(UTC) + timedelta(minutes=10)


def test_readers_read_while_a_sheet_is_refreshed(agreed: Workspace, google: Google, source: Source) -> None:
    google.tabs[1].rows = ads(5, 7.5, 10, 12.25, 20)
    seen: list[int] = []
    google.before = lambda path: seen.append(len(agreed.namespace("shop").reader().imports()))
    assert refresh(agreed, source, "test").came is Came.TAKEN
    assert set(seen) == {1}
    assert len(agreed.namespace("shop").reader().imports()) == 2


def test_the_schedule_refreshes_what_is_due_and_once(agreed: Workspace, google: Google, source: Source) -> None:
    sources = Sources(agreed.access)
    scheduler = Scheduler(lambda: agreed)
    scheduler.look()
    assert len(sources.refreshes(source)) == 1
    sources.reschedule(source, source.schedule, datetime.now(UTC) - timedelta(minutes=1), by="test")
    scheduler.look()
    scheduler.look()
    newest, _ = sources.refreshes(source)
    assert (newest.by, newest.came) == ("schedule", Came.UNCHANGED)


def test_a_removed_source_is_refreshed_no_more_and_its_data_stay(agreed: Workspace, source: Source) -> None:
    sources = Sources(agreed.access)
    sources.remove(source, by="test")
    assert sources.of("shop") == ()
    assert refresh(agreed, source, "test").came is Came.SKIPPED
    assert spend(agreed) == 34.75
