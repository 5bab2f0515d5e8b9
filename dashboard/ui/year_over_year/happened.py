"""What happened in either period, and what the agency and the client wrote of it."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.access.viewer import Viewer
from dashboard.i18n import _, current
from dashboard.reports.year_over_year.days import Happening
from dashboard.reports.year_over_year.notes import NoteOf
from dashboard.reports.year_over_year.report import YearOverYear
from dashboard.ui import note_form
from dashboard.ui.markup import Markup, draw, join, tag
from dashboard.ui.note import named


def show(report: YearOverYear, viewer: Viewer) -> None:
    """Draws the log, the notes and, for whoever may write, the form of one; each is left out where there is nothing."""
    draw(events_markup(report.happenings))
    draw(notes_markup(report.notes))
    month = report.compared[0].pair.now.last.replace(day=1)
    note_form.show(viewer, "year_over_year", month, (one for one in report.notes if one.is_now and one.month == month))


def events_markup(happenings: Iterable[Happening]) -> Markup:
    """What happened, this period's and the earlier one's apart."""
    parts = []
    for title, is_now in ((_("Now"), True), (_("Then"), False)):
        items = [
            tag("li", tag("b", current().span(event.day, event.day_to)), " ", event.text)
            for event in happenings
            if event.is_now is is_now
        ]
        if items:
            parts.append(tag("div", tag("h3", title), tag("ul", *items, cls="sv-events")))
    if not parts:
        return Markup()
    return tag("section", tag("h2", _("What happened")), tag("div", *parts, cls="sv-pair"), cls="sv-section")


def notes_markup(notes: Iterable[NoteOf]) -> Markup:
    """Each note under its month and author, as it was written."""
    items = [
        tag(
            "li",
            tag("h3", " · ".join(part for part in (current().month(note.month), named(note.author)) if part)),
            tag("p", note.text.strip(), cls="sv-written") if note.text.strip() else None,
            join([tag("b", _("What comes next")), tag("p", note.next_steps.strip(), cls="sv-written")])
            if note.next_steps.strip()
            else None,
        )
        for note in notes
        if note.text.strip() or note.next_steps.strip()
    ]
    if not items:
        return Markup()
    return tag("section", tag("h2", _("What was written")), tag("ul", *items, cls="sv-notes-of"), cls="sv-section")
