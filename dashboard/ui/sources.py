"""The sheets of a client: what came of the last refresh, when the next is due, and what a person can do."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import streamlit as st

from dashboard.access.viewer import Viewer
from dashboard.domain.errors import SverkaError
from dashboard.domain.phrase import N_
from dashboard.i18n import _, current, ngettext
from dashboard.sources.refresh import refresh
from dashboard.sources.registry import Came, Refresh, Source, Sources
from dashboard.sources.schedule import Schedule
from dashboard.sources.sheet_address import SheetAddress
from dashboard.ui import failure, people, section, session, sources_add
from dashboard.ui import table as tables
from dashboard.ui.markup import Markup, draw, said, tag
from dashboard.ui.plain import plain
from dashboard.ui.table import Column
from dashboard.ui.tone import MARKS, Tone

CAME: dict[Came, tuple[Tone, str]] = {
    Came.TAKEN: ("good", N_("Fresh: {new} new, {replaced} replaced")),
    Came.UNCHANGED: ("good", N_("Fresh: nothing new in the sheet")),
    Came.ASKS: ("bad", N_("Stopped: the sheet needs your look")),
    Came.FAILED: ("caution", N_("Could not be read")),
    Came.WAITS: ("caution", N_("Another import was being written")),
    Came.SKIPPED: ("plain", N_("Skipped: the refresh before it was not done")),
}
_READ = (Came.TAKEN, Came.UNCHANGED)


def show(viewer: Viewer) -> None:
    """Draws the client's sources."""
    client = session.client_of(viewer)
    found = Sources(session.workspace().access).of(client.slug)
    timezone = session.warehouse(viewer).profile.timezone
    if not found:
        section.show(
            _("No sheets yet"),
            _(
                "A Google sheet that is kept by hand, such as orders or a plan, can be read by itself: each day, each "
                "hour or when you say so."
            ),
        )
        return
    section.show(_("Sheets of {client}").replace("{client}", client.name), _summary(found))
    for source in found:
        _show_one(viewer, source, timezone)


def _summary(found: tuple[Source, ...]) -> str:
    stopped = sum(source.last is not None and source.last.came is Came.ASKS for source in found)
    if not stopped:
        return _("Each is taken in by itself for as long as it stays what was agreed.")
    text = ngettext("{count} sheet needs your look.", "{count} sheets need your look.", stopped)
    return text.replace("{count}", str(stopped))


def _show_one(viewer: Viewer, source: Source, timezone: str) -> None:
    draw(
        tag(
            "section",
            tag("h3", tag("a", source.name, href=_address(source), target="_blank", rel="noopener noreferrer")),
            tag("p", *_dotted(_facts(source, timezone)), cls="sv-facts"),
            _state(source),
            cls="sv-file sv-source",
        )
    )
    with st.container(horizontal=True, gap="small", key=f"sv-source-{source.id}"):
        if st.button(_("Refresh now"), key=f"sv-refresh-{source.id}"):
            _refresh(source)
        asks = source.last is not None and source.last.came is Came.ASKS
        if asks and st.button(_("Look at it again"), key=f"sv-again-{source.id}", type="primary"):
            session.require_writing("sources")
            sources_add.look_again(source.client, source)
        _schedule(source, timezone)
        _remove(source)
    sources_add.show_again(viewer, source)
    _history(source, timezone)


def _address(source: Source) -> str:
    return SheetAddress(source.document, source.tab).written()


def _facts(source: Source, timezone: str) -> list[str]:
    facts = [_schedule_words(source.schedule)]
    if source.last is not None:
        facts.append(_("read {when}").replace("{when}", moment(source.last.ended_at, timezone)))
        if source.last.rows:
            rows = ngettext("{count} row", "{count} rows", source.last.rows)
            facts.append(rows.replace("{count}", current().number(source.last.rows)))
    if source.next_at is not None:
        due = source.next_at <= datetime.now(UTC)
        facts.append(_("due now") if due else _("next {when}").replace("{when}", moment(source.next_at, timezone)))
    return facts


def _schedule_words(schedule: Schedule) -> str:
    if schedule.at:
        return _("each day at {time}").replace("{time}", f"{schedule.at:%H:%M}")
    return _("every hour") if schedule.hourly else _("by hand")


def moment(at: datetime, timezone: str) -> str:
    """A moment by the client's clock: its day, unless it is today, and the time."""
    local = at.astimezone(ZoneInfo(timezone))
    if local.date() == datetime.now(ZoneInfo(timezone)).date():
        return f"{local:%H:%M}"
    return f"{current().day(local.date(), year=False, short=True)}, {local:%H:%M}"


def _state(source: Source) -> Markup | None:
    if source.is_held:
        return tag("p", _("It is being refreshed now."), cls="sv-state")
    if source.last is None:
        return None
    tone, _text = CAME[source.last.came]
    messages = [tag("li", said(message)) for message in source.last.messages]
    return tag(
        "div",
        tag("p", tag("span", MARKS[tone], cls="sv-mark"), " ", came_in_words(source.last), cls=f"sv-state sv-{tone}"),
        tag("ul", *messages, cls="sv-changes") if messages else None,
    )


def came_in_words(done: Refresh) -> str:
    """What came of a refresh, in a line."""
    text = _(CAME[done.came][1])
    return text.replace("{new}", current().number(done.new)).replace("{replaced}", current().number(done.replaced))


def _refresh(source: Source) -> None:
    viewer = session.require_writing("sources")
    with st.spinner(_("Reading {file}").replace("{file}", plain(source.name))):
        done = refresh(session.workspace(), source, session.name_of(viewer))
    if done.came is Came.SKIPPED:
        for message in done.messages:
            st.info(plain(said(message) or ""))
        return
    st.rerun()


def _schedule(source: Source, timezone: str) -> None:
    with st.popover(_("Schedule")):
        chosen = sources_add.choose_schedule(f"sv-schedule-{source.id}", source.schedule)
        if st.button(_("Keep this schedule"), key=f"sv-reschedule-{source.id}", type="primary"):
            viewer = session.require_writing("sources")
            next_at = chosen.next_after(datetime.now(UTC), timezone)
            Sources(session.workspace().access).reschedule(source, chosen, next_at, session.name_of(viewer))
            st.rerun()


def _remove(source: Source) -> None:
    with st.popover(_("Remove")):
        st.write(_("The sheet is read no more. Everything that it brought stays; to take it back, undo its imports."))
        if st.button(_("Remove this source"), key=f"sv-remove-{source.id}", type="primary"):
            viewer = session.require_writing("sources")
            try:
                Sources(session.workspace().access).remove(source, session.name_of(viewer))
            except SverkaError as error:
                failure.show(error)
                return
            st.rerun()


def _history(source: Source, timezone: str) -> None:
    with st.expander(_("Earlier refreshes")):
        done = Sources(session.workspace().access).refreshes(source)
        columns = [
            Column("at", N_("When"), width=140),
            Column("came", N_("What came of it"), width=280),
            Column("rows", N_("Rows"), "count"),
            Column("new", N_("New"), "count"),
            Column("replaced", N_("Replaced"), "count"),
            Column("by", N_("By"), width=240),
            Column("why", N_("Why"), width=520),
        ]
        rows = [
            {
                "at": moment(one.ended_at, timezone),
                "came": came_in_words(one),
                "rows": one.rows if one.came in _READ else None,
                "new": one.new if one.came in _READ else None,
                "replaced": one.replaced if one.came in _READ else None,
                "by": said(people.name_of(one.by)),
                "why": " ".join(said(message) or "" for message in one.messages),
            }
            for one in done
        ]
        tables.show(columns, rows, key=f"sv-refreshes-{source.id}", search=False)


def _dotted(facts: list[str]) -> list[Markup | str]:
    return [part for fact in facts for part in (" · ", tag("span", fact))][1:]
