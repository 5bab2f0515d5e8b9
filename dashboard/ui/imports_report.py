"""One import's report, which stays: what it changed, what of it still stands, its rejected rows, and taking it back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from dashboard import intake, ledger
from dashboard.access.viewer import Viewer
from dashboard.domain.errors import SverkaError
from dashboard.domain.phrase import Number, Phrase, Term, say, say_n
from dashboard.i18n import _, current
from dashboard.reports import import_changes
from dashboard.ui import (
    changes,
    failure,
    imports_list,
    people,
    rejects_link,
    section,
    session,
    table,
    upload,
    upload_assumptions,
    upload_report,
)
from dashboard.ui.markup import Markup, draw, join, said, tag
from dashboard.ui.table import Column
from dashboard.ui.tone import MARKS
from dashboard.warehouse.records import ImportRecord, Preview, Standing
from dashboard.warehouse.store import Store

REJECTS_SHOWN = 100
_ASKED = "sv-undo-asked"

T = TypeVar("T")


def show(viewer: Viewer, record: ImportRecord) -> None:
    """Draws the report."""
    warehouse = session.warehouse(viewer)
    zone = warehouse.profile.timezone
    if st.button(_("← All imports"), key="sv-all-imports", type="tertiary"):
        del st.query_params[imports_list.PARAM]
        st.rerun()
    change = warehouse.change_of(record)
    found = [*record.messages]
    draw(
        tag(
            "section",
            tag("h2", imports_list.file_of(record)),
            tag("p", said(_sentence(record, change)), cls="sv-answer"),
            _facts(record, zone),
            changes.counts(change, rejected=record.rows_rejected),
            upload_report.totals(record.totals, record.file_totals, record.currency),
            changes.warnings(change),
            tag("ul", *(tag("li", said(message)) for message in found), cls="sv-messages") if found else None,
            cls="sv-file sv-report",
        )
    )
    changes.details(change, f"import-{record.import_id}")
    if record.assumptions:
        with st.expander(_("What was assumed for the whole file")):
            draw(upload_assumptions.table(record.assumptions))
    _rejects(viewer, record)
    _standing(viewer, record)
    _undo(viewer, record)


def _sentence(record: ImportRecord, change: Preview) -> Phrase:
    source = Term(intake.format_label(record.format))
    if change.changes or change.changes_nothing:
        return import_changes.sentence(change, source, record.rows_rejected)
    return say("What it changed day by day was not kept at that time.")


def _facts(record: ImportRecord, zone: str) -> Markup:
    language = current()
    facts: list[Phrase | str] = [
        say("Import {number}", number=Number(record.import_id)),
        say(
            "added {moment}: {who}",
            moment=imports_list.moment(record.imported_at, zone),
            who=people.name_of(record.imported_by),
        ),
        imports_list.what_of(record),
    ]
    if record.period:
        facts.append(language.span(*record.period, short=True))
    facts.append(
        say(
            "{kept} of {read} rows kept, {rejected} rejected",
            kept=Number(record.rows_kept),
            read=Number(record.rows_read),
            rejected=Number(record.rows_rejected),
        )
    )
    parts = [part for fact in facts for part in (" · ", tag("span", said(fact)))][1:]
    undone = None
    if record.undone_at is not None:
        undone = tag(
            "p",
            tag("span", MARKS["caution"], cls="sv-mark"),
            " ",
            said(imports_list.status_of(record, zone)),
            cls="sv-caution",
        )
    return join([tag("p", *parts, cls="sv-facts"), undone])


def _rejects(viewer: Viewer, record: ImportRecord) -> None:
    if not record.rows_rejected:
        return
    section.show(_("Rejected rows"), _("Each with its line and the reason. Phones and e-mails are left out."))
    draw(rejects_link.of_import(viewer, record))
    rows = _looked_up(viewer, record, "rejects", lambda store: store.rejects(record.import_id, REJECTS_SHOWN))
    if rows is None:
        return
    language = current()
    shown = [{"line": row.line, "reason": language.gettext(row.reason), "content": row.content} for row in rows]
    columns = [
        Column("reason", _("Why it was rejected"), width=420),
        Column("line", _("Line"), "count"),
        Column("content", _("The row"), width=520),
    ]
    table.show(columns, shown, key=f"sv-rejects-{record.import_id}", search=False)
    if record.rows_rejected > len(rows):
        more = say_n("{count} more in the file", "{count} more in the file", record.rows_rejected - len(rows))
        draw(tag("p", said(more), cls="sv-small"))


def _standing(viewer: Viewer, record: ImportRecord) -> None:
    if record.undone_at is not None:
        return
    found = _looked_up(viewer, record, "standing", lambda store: store.standing(record))
    if not found:
        return
    section.show(_("What of it is still in force"))
    draw(tag("ul", *(tag("li", line) for one in found for line in _stands(one)), cls="sv-changes"))


def _stands(one: Standing) -> list[Markup | str]:
    name = Term(changes.TABLES.get(one.table, one.table))
    lines: list[Phrase] = []
    if one.in_force or not (one.replaced or one.withdrawn):
        lines.append(say("{table}: {count} as this import wrote them", table=name, count=Number(one.in_force)))
    for later, count in one.replaced:
        lines.append(
            say("{table}: {count} replaced by import {number}", table=name, count=Number(count), number=Number(later))
        )
    if one.withdrawn:
        lines.append(say("{table}: {count} no longer in any import", table=name, count=Number(one.withdrawn)))
    return [said(line) or "" for line in lines]


def _undo(viewer: Viewer, record: ImportRecord) -> None:
    """Says what taking the import back would change; the button that does it comes with that."""
    if record.undone_at is not None or not session.may_write(viewer):
        return
    section.show(
        _("Take this import back"),
        _("Its rows go, and what it had replaced comes back. Nothing is changed before you confirm."),
    )
    if st.session_state.get(_ASKED) != record.import_id:
        if st.button(_("See what that would change"), key=f"sv-undo-ask-{record.import_id}"):
            st.session_state[_ASKED] = record.import_id
            st.rerun()
        return
    try:
        with session.namespace(viewer).store() as store:
            preview = store.undo_preview(record.import_id)
    except SverkaError as error:
        failure.show(error)
        return
    source = Term(intake.format_label(record.format))
    draw(
        tag(
            "section",
            tag("p", said(import_changes.undo_sentence(preview, source)), cls="sv-answer"),
            changes.counts(preview, undo=True),
            changes.warnings(preview),
            cls="sv-file",
        )
    )
    changes.details(preview, f"undo-{record.import_id}")
    with st.container(horizontal=True, gap="small"):
        if st.button(_("Take it back"), key=f"sv-undo-{record.import_id}", type="primary"):
            _take_back(record.import_id)
        if st.button(_("Leave it as it is"), key=f"sv-undo-leave-{record.import_id}"):
            del st.session_state[_ASKED]
            st.rerun()


def _take_back(import_id: int) -> None:
    viewer = session.require_writing("imports")
    st.session_state.pop(_ASKED, None)
    try:
        ledger.undo(session.workspace(), session.client_of(viewer).slug, import_id, by=session.name_of(viewer))
    except SverkaError as error:
        failure.show(error)
        return
    upload.forget(viewer, import_id)
    st.rerun()


def _looked_up(viewer: Viewer, record: ImportRecord, what: str, look: Callable[[Store], T]) -> T | None:
    """What only the store knows, kept for this version of the data; None, said aloud, while somebody writes it."""
    key = ("sv-looked-up", session.client_of(viewer).slug, session.warehouse(viewer).version, record.import_id, what)
    kept: dict[tuple[object, ...], T] = st.session_state.setdefault("sv-looked-up", {})
    if key not in kept:
        try:
            with session.namespace(viewer).store() as store:
                kept[key] = look(store)
        except SverkaError as error:
            failure.show(error)
            return None
    return kept[key]
