"""What each dropped file is, what it would change, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from zoneinfo import ZoneInfo

import streamlit as st

from dashboard import intake
from dashboard.domain.phrase import N_, Number, Phrase, Term, say, say_n
from dashboard.domain.reading import FileTotal, Outcome, Reading
from dashboard.i18n import _, current
from dashboard.ui import failure, upload_assumptions
from dashboard.ui.markup import Markup, draw, join, said, tag
from dashboard.ui.table import Column
from dashboard.ui.table import show as show_table
from dashboard.ui.tone import MARKS
from dashboard.uploads.held import HeldFile
from dashboard.warehouse.records import ImportRecord, Preview, TableChange

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
    "orders": N_("orders"),
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


def show(held: HeldFile) -> None:
    """Draws one file that was read: what it is, its totals, what it would change, and what was assumed."""
    if held.offered is None:
        if held.error is not None:
            failure.show(held.error)
        return
    reading, preview = held.offered.reading, held.offered.preview
    draw(
        tag(
            "section",
            tag("h3", held.file),
            _summary(reading),
            _changes(preview),
            _messages(reading, preview),
            cls="sv-file",
        )
    )
    if reading.assumptions:
        with st.expander(_("What was assumed for the whole file")):
            draw(upload_assumptions.table(reading.assumptions))
    if preview is not None and any(change.campaigns for change in preview.tables):
        with st.expander(_("Money then, money after, by campaign")):
            show_table(_campaign_columns(reading.currency or ""), _campaign_rows(preview), f"campaigns-{held.key}")


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
    return join([tag("p", *parts, cls="sv-facts"), _totals(reading)])


def _totals(reading: Reading) -> Markup:
    own = {total.measure: total for total in reading.file_totals}
    cells = []
    for key, amount in reading.totals.items():
        if key == "rows" or amount is None:
            continue
        cells.append(
            tag(
                "li",
                tag("span", _(TOTALS.get(key, key)), cls="sv-label"),
                tag("span", _written(key, amount, reading.currency), cls="sv-num"),
                _against(own.get(key), reading.currency),
            )
        )
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


def _changes(preview: Preview | None) -> Markup:
    if preview is None:
        return Markup()
    if preview.changes_nothing:
        return tag("p", _("Changes nothing: all of it is there already."), cls="sv-small")
    lines = [tag("li", said(_change(table))) for table in preview.tables if not table.changes_nothing]
    return tag("ul", *lines, cls="sv-changes")


def _change(table: TableChange) -> Phrase:
    return say(
        "{table}: {new} new, {replaced} replaced, {identical} as they are, {kept} kept that the file does not carry",
        table=Term(TABLES.get(table.table, table.table)),
        new=Number(table.units_new),
        replaced=Number(table.units_replaced),
        identical=Number(table.units_identical),
        kept=Number(table.units_kept),
    )


TABLES = {
    "ad_day": N_("Days of campaigns"),
    "calls": N_("Calls"),
    "leads": N_("Leads"),
    "sales": N_("Orders"),
    "rates": N_("Rates"),
    "plan": N_("Plan"),
    "events": N_("Events"),
    "notes": N_("Notes"),
}


def _messages(reading: Reading, preview: Preview | None) -> Markup:
    found = [*reading.messages, *(preview.messages if preview else ())]
    return tag("ul", *(tag("li", said(message)) for message in found), cls="sv-messages") if found else Markup()


def _campaign_columns(currency: str) -> list[Column]:
    return [
        Column("campaign", N_("Campaign"), width=320),
        Column("before", N_("Then"), "money", currency) if currency else Column("before", N_("Then"), "count"),
        Column("after", N_("After"), "money", currency) if currency else Column("after", N_("After"), "count"),
    ]


def _campaign_rows(preview: Preview) -> list[dict[str, object]]:
    return [
        {"campaign": change.campaign, "before": change.before, "after": change.after}
        for table in preview.tables
        for change in table.campaigns
        if change.measure == "spend"
    ]


def history(records: Iterable[ImportRecord], timezone: str) -> list[dict[str, object]]:
    """The imports as rows of a table, newest first; times are the client's."""
    return [
        {
            "number": record.import_id,
            "at": _moment(record, timezone),
            "file": record.file or _("typed in"),
            "format": _what(record),
            "period": current().span(*record.period, short=True) if record.period else "",
            "rows": record.rows_kept,
            "rejected": record.rows_rejected,
            "status": _("undone") if record.undone_at else _(STATUSES.get(record.status, record.status)),
        }
        for record in records
    ]


def _what(record: ImportRecord) -> str:
    """The export's name; of what was typed in, what it is about."""
    return _(intake.format_label(record.format)) if record.file else _(KINDS.get(record.kind, record.kind))


def _moment(record: ImportRecord, timezone: str) -> str:
    local = record.imported_at.astimezone(ZoneInfo(timezone))
    return f"{current().day(local.date(), short=True)}, {local:%H:%M}"


def history_columns() -> list[Column]:
    """The columns of the imports' table."""
    return [
        Column("file", N_("File"), width=280),
        Column("number", N_("Number"), "count"),
        Column("at", N_("Added"), width=150),
        Column("format", N_("What it is"), width=130),
        Column("period", N_("Days")),
        Column("rows", N_("Rows kept"), "count"),
        Column("rejected", N_("Rejected"), "count"),
        Column("status", N_("What came of it"), width=220),
    ]
