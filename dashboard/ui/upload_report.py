"""What each dropped file is, what it would change, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

import streamlit as st

from dashboard import intake
from dashboard.access.viewer import Viewer
from dashboard.domain.phrase import N_, Number, Phrase, Term, say, say_n
from dashboard.domain.reading import FileTotal, Outcome, Reading
from dashboard.i18n import _, current
from dashboard.reports import import_changes
from dashboard.ui import changes, failure, rejects_link, upload_assumptions
from dashboard.ui.markup import Markup, draw, join, said, tag
from dashboard.ui.tone import MARKS
from dashboard.uploads.held import HeldFile
from dashboard.warehouse.records import ImportRecord, Preview

OUTCOMES: dict[Outcome, str] = {
    Outcome.READABLE: N_("can be added"),
    Outcome.EMPTY: N_("has no rows"),
    Outcome.REFUSED: N_("cannot be read"),
    Outcome.NEEDS_MAPPING: N_("is not recognised"),
    Outcome.ASKS: N_("asks you something"),
}
KINDS = {
    "ads": N_("ads"),
    "calls": N_("calls"),
    "deals": N_("deals"),
    "orders": N_("orders"),
    "rates": N_("rates"),
    "plan": N_("plan"),
    "events": N_("events"),
    "notes": N_("notes"),
    "series": N_("series"),
    "refunds": N_("refunds from accounting"),
}
TOTALS = {
    "rows": N_("rows"),
    "impressions": N_("impressions"),
    "clicks": N_("clicks"),
    "spend": N_("spend"),
    "answered": N_("answered calls"),
    "talk_seconds": N_("seconds of talk"),
    "callers": N_("callers"),
    "target": N_("on target"),
    "won": N_("won deals"),
    "lost": N_("lost deals"),
    "revenue": N_("revenue"),
    "orders": N_("paid orders"),
    "paid": N_("paid"),
    "refunded": N_("refunded"),
    "net_revenue": N_("revenue after refunds"),
    "returned": N_("of it returned goods"),
    "gross_profit": N_("gross profit"),
}
MONEY = frozenset({"spend", "revenue", "paid", "refunded", "net_revenue", "returned", "gross_profit"})
STATUSES = {
    "imported": N_("added"),
    "replaced": N_("added; it replaced what was there"),
    "unchanged": N_("changed nothing: all of it was there already"),
}


def show(viewer: Viewer, held: HeldFile) -> None:
    """Draws one file that was read: what it is, its totals, what it would change, and what was assumed."""
    if held.offered is None:
        if held.error is not None:
            failure.show(held.error)
        return
    show_offered(held.offered, held.key, rejects_link.of_held(viewer, held))


def show_offered(offered: intake.Offered, key: str, rejects: Markup | None = None) -> None:
    """Draws what a file or a sheet is that was read; `key` tells it from others on the screen.

    `rejects` are the links to its rejected rows, where they are given out.
    """
    reading, preview = offered.reading, offered.preview
    draw(
        tag(
            "section",
            tag("h3", reading.file),
            _answer(reading, preview),
            _summary(reading),
            changes.counts(preview, rejected=reading.rows_rejected) if preview else None,
            rejects,
            changes.warnings(preview) if preview else None,
            _messages(reading, preview),
            cls="sv-file",
        )
    )
    if preview is not None:
        changes.details(preview, key)
    if reading.assumptions:
        with st.expander(_("What was assumed for the whole file")):
            draw(upload_assumptions.table(reading.assumptions))


def show_done(held: HeldFile) -> None:
    """Draws what came of a file that was added."""
    if held.record is not None:
        mark = tag("span", MARKS["good"], cls="sv-mark")
        draw(tag("p", mark, " ", said(_came_of(held.record)), cls="sv-done sv-good"))


def _came_of(record: ImportRecord) -> Phrase:
    status = Term(STATUSES[record.status])
    if record.rows_rejected:
        return say_n(
            "{file}: {status}. {count} row was rejected.",
            "{file}: {status}. {count} rows were rejected.",
            record.rows_rejected,
            file=record.file,
            status=status,
        )
    return say("{file}: {status}.", file=record.file, status=status)


def _answer(reading: Reading, preview: Preview | None) -> Markup | None:
    """What adding the file would do, in a sentence."""
    if preview is None:
        return None
    source = Term(intake.format_label(reading.format or ""))
    return tag("p", said(import_changes.sentence(preview, source, reading.rows_rejected)), cls="sv-answer")


def _summary(reading: Reading) -> Markup:
    """One line: what it is, the days, the rows; then its totals beside the file's own."""
    facts: list[Phrase | str] = [_(OUTCOMES[reading.outcome])]
    if reading.format:
        facts.insert(
            0,
            say(
                "{format}, {kind}",
                format=Term(intake.format_label(reading.format)),
                kind=Term(KINDS.get(reading.kind or "", "")),
            ),
        )
    mapping = next((made.decided for made in reading.assumptions if made.about == "mapping"), None)
    if mapping:
        facts.insert(1, say("as “{mapping}”", mapping=mapping))
    if reading.period:
        facts.append(current().span(*reading.period, short=True))
    if reading.rows_read:
        facts.append(
            say(
                "{kept} of {read} rows kept, {rejected} rejected",
                kept=Number(reading.rows_kept),
                read=Number(reading.rows_read),
                rejected=Number(reading.rows_rejected),
            )
        )
    parts: list[Markup | str] = [part for fact in facts for part in (" · ", tag("span", said(fact)))][1:]
    return join([tag("p", *parts, cls="sv-facts"), totals(reading.totals, reading.file_totals, reading.currency)])


def totals(sums: Mapping[str, Decimal | int], file_totals: Sequence[FileTotal], currency: str | None) -> Markup:
    """The sums of a file's rows, each beside the file's own total where it states one."""
    own = {total.measure: total for total in file_totals}
    cells = [
        tag(
            "li",
            tag("span", _(TOTALS.get(key, key)), cls="sv-label"),
            tag("span", _written(key, amount, currency), cls="sv-num"),
            _against(own.get(key), currency),
        )
        for key, amount in sums.items()
        if key != "rows" and amount is not None
    ]
    return tag("ul", *cells, cls="sv-totals") if cells else Markup()


def _against(total: FileTotal | None, currency: str | None) -> Markup | None:
    if total is None:
        return None
    if total.agrees:
        return tag("span", MARKS["good"], " ", _("as the file's own total"), cls="sv-good sv-small")
    stated = _written(total.measure, total.stated, currency)
    text = _("the file's own total is {stated}").replace("{stated}", stated)
    return tag("span", MARKS["bad"], " ", text, cls="sv-bad sv-small")


def _written(key: str, amount: Decimal | int, currency: str | None) -> str:
    if key in MONEY and currency:
        return current().money(amount, currency)
    return current().number(amount)


def _messages(reading: Reading, preview: Preview | None) -> Markup:
    found = [*reading.messages, *(preview.messages if preview else ())]
    return tag("ul", *(tag("li", said(message)) for message in found), cls="sv-messages") if found else Markup()
