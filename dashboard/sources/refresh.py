"""One refresh of one source: by schedule or by hand, never two at once, and nothing that was not agreed."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from threading import Event, Thread

from dashboard import intake
from dashboard.access import moments
from dashboard.domain.errors import Busy, SverkaError
from dashboard.domain.phrase import Phrase, say
from dashboard.sources import agreement, sheets
from dashboard.sources.google_sheets import Google, SheetUnreadable, Trouble
from dashboard.sources.keys import Keys
from dashboard.sources.registry import HELD_FOR, Came, Refresh, Source, Sources
from dashboard.sources.sheets import OfferedSheet
from dashboard.warehouse.records import ImportRecord
from dashboard.workspace import Workspace

AGAIN_AFTER = timedelta(minutes=10)  # what passes by itself, if the schedule is not sooner
WHAT_TO_DO = say(
    "Nothing was taken in, and the earlier data stay. If the sheet is meant to be so now, look at it on the screen "
    "“Sources” and agree to it again; else put it back."
)

log = logging.getLogger("sverka.sources")


class _Asks(Exception):
    """A person has to look. Carries why."""

    def __init__(self, why: tuple[Phrase, ...]) -> None:
        super().__init__()
        self.why = why


class _Lost(Exception):
    """Another process has taken the source over, since this one did not say for too long that it lives."""


def connect(workspace: Workspace, stop: Event | None = None) -> Google:
    """Google Sheets by the key of the workspace. Raises SettingsInvalid without one, SheetUnreadable."""
    return Google(Keys(workspace).key(), stop)


def refresh(
    workspace: Workspace,
    source: Source,
    by: str,
    *,
    only_due: bool = False,
    stop: Event | None = None,
    google: Callable[[Workspace, Event | None], Google] = connect,
) -> Refresh:
    """Reads the source and takes in what is new, if it still is what was agreed; what came of it is kept and given.

    While another refresh of it runs nothing is done, and that is said. Never raises for what is wrong with the sheet.
    """
    sources, holder, began = Sources(workspace.access), secrets.token_hex(8), moments.now()
    if not sources.hold(source, holder, only_due=only_due):
        skipped = Refresh(
            began, moments.now(), Came.SKIPPED, by,
            messages=(say("It is being refreshed already. Nothing was changed."),),
        )  # fmt: skip
        if not only_due:
            sources.note_skipped(source, skipped)
        return skipped
    try:
        with _alive(sources, source, holder):
            done, agreed = _done(workspace, sources, source, holder, by, began, lambda: google(workspace, stop))
            sources.note(source, done, next_at=_next(workspace, source, done.came), agreed=agreed)
    finally:
        sources.let_go(source, holder)
    return done


def _done(
    workspace: Workspace,
    sources: Sources,
    source: Source,
    holder: str,
    by: str,
    began: datetime,
    google: Callable[[], Google],
) -> tuple[Refresh, agreement.Agreed | None]:
    """What came of it, and what is agreed from now on, where that moved."""
    try:
        record, agreed = _taken(workspace, sources, source, holder, by, google())
    except _Asks as asks:
        return _ended(began, by, Came.ASKS, (*asks.why, WHAT_TO_DO)), None
    except Busy as busy:
        return _ended(began, by, Came.WAITS, (busy.phrase,)), None
    except SheetUnreadable as unreadable:
        came = Came.FAILED if unreadable.trouble is Trouble.LATER else Came.ASKS
        return _ended(began, by, came, (unreadable.phrase,)), None
    except _Lost:
        lost = say("Another refresh took this one over. Nothing was changed.")
        return _ended(began, by, Came.SKIPPED, (lost,)), None
    except SverkaError as error:
        return _ended(began, by, Came.FAILED, (error.phrase,)), None
    except Exception:  # one broken sheet must not stop the others; the log has the reason
        log.exception("a refresh failed")
        broken = say("Something went wrong on our side. Nothing was changed. The server’s log has the reason.")
        return _ended(began, by, Came.FAILED, (broken,)), None
    return replace(sheets.came_of(record, began, by), started_at=began), agreed


def _taken(
    workspace: Workspace, sources: Sources, source: Source, holder: str, by: str, google: Google
) -> tuple[ImportRecord, agreement.Agreed]:
    document = google.document(source.document)
    tab = document.tab(source.tab)
    if why := agreement.renamed(source.agreed, document.title, tab.title):
        raise _Asks(why)
    with sheets.offered(workspace, source.client, google, document, tab, source.agreed.answers) as sheet:
        if why := _why_not(source, sheet):
            raise _Asks(why)
        if not sources.still_held(source, holder):
            raise _Lost
        record = intake.accept(workspace, source.client, sheet.offered, by=by)
        return record, _agreed_now(source.agreed, sheet)


def _why_not(source: Source, sheet: OfferedSheet) -> tuple[Phrase, ...]:
    """What keeps this sheet from being taken in unasked."""
    if sheet.rows == 0:
        return agreement.emptied(source.agreed, 0)
    reading, preview = sheet.offered.reading, sheet.offered.preview
    if why := agreement.otherwise(source.agreed, reading):
        return why
    if preview is None:
        return agreement.emptied(source.agreed, reading.rows_read)
    return agreement.replaces_much(source.agreed, preview)


def _agreed_now(before: agreement.Agreed, sheet: OfferedSheet) -> agreement.Agreed:
    """What was agreed, with the rows there are now: a sheet that grows may not be emptied to what it once had."""
    reading, preview = sheet.offered.reading, sheet.offered.preview
    share = agreement.replaced_share(preview) if preview is not None else 0.0
    return replace(
        before,
        rows=reading.rows_read,
        rejected=reading.rows_rejected,
        replaced_at_most=max(before.replaced_at_most, share),
    )


def _ended(began: datetime, by: str, came: Came, messages: tuple[Phrase, ...]) -> Refresh:
    return Refresh(began, moments.now(), came, by, messages=messages)


def _next(workspace: Workspace, source: Source, came: Came) -> datetime | None:
    """When it is due next; sooner than by the schedule where what kept it passes by itself."""
    now = moments.now()
    timezone = workspace.namespace(source.client).reader().profile.timezone
    planned = source.schedule.next_after(now, timezone)
    if planned is None or came not in (Came.FAILED, Came.WAITS):
        return planned
    return min(planned, now + AGAIN_AFTER)


@contextmanager
def _alive(sources: Sources, source: Source, holder: str) -> Iterator[None]:
    """Says again and again that the holder lives, for as long as the block runs."""
    ended = Event()

    def say_so() -> None:
        while not ended.wait(HELD_FOR.total_seconds() / 4):
            try:
                sources.still_held(source, holder)
            except Exception:  # said again at the next beat; before writing it is asked once more
                log.exception("a source could not be held on to")

    beat = Thread(target=say_so, name="sverka-holds-source", daemon=True)
    beat.start()
    try:
        yield
    finally:
        ended.set()
        beat.join()
