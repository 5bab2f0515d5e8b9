"""What a mapping makes of a table, before it is kept: the first rows, the totals, and the rows it would reject."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import streamlit as st

from dashboard import mappings
from dashboard.domain.canonical import Kind
from dashboard.domain.phrase import N_, Number, Phrase, say
from dashboard.domain.reading import Outcome, Reading
from dashboard.i18n import _, current
from dashboard.mappings import Mapping, Tried
from dashboard.ui import section, session
from dashboard.ui.mapping_draft import Draft
from dashboard.ui.mapping_words import MEANINGS, name_of
from dashboard.ui.markup import Markup, draw, join, said, tag
from dashboard.ui.plain import plain
from dashboard.ui.tone import MARKS
from dashboard.ui.upload_report import MONEY, TOTALS
from dashboard.uploads.held import HeldFile

_TRIED = "sv-mapping-tried"
# Columns that are nobody's to read: they say where a row lies, or repeat another column.
_SILENT = frozenset(
    {"platform", "account", "item", "campaign_key", "phone_tail", "includes_vat", "currency", "line", "lead_created"}
)
_NAMES: dict[str, str] = {
    "phone_hash": N_("Phone"),
    "email_hash": N_("E-mail"),
    "wait_seconds": N_("Waiting, seconds"),
    "talk_seconds": N_("Talk, seconds"),
    "paid": N_("Paid"),
    "refunded": N_("Refunded"),
    "lead_id": N_("Number"),
    "revenue": N_("Amount"),
    "cost": N_("Cost of goods"),
    "what": N_("What"),
}
_AMOUNTS = frozenset({"spend", "conversion_value", "amount", "revenue", "cost", "refunded"})
_TABLES = {"leads": N_("Requests"), "sales": N_("Sales")}
_YES_NO = {
    "answered": ("answered", "missed"),
    "paid": ("paid", "unpaid"),
    "target": ("target", "off_target"),
}


def show(draft: Draft, held: HeldFile, client: str, mapping: Mapping) -> Tried:
    """Draws what the file gives by this mapping, and gives it."""
    tried = _tried(draft, held, client, mapping)
    section.show(_("How the rows will be kept"), _whole(tried))
    reading = tried.reading
    messages = [tag("li", said(message)) for message in reading.messages]
    if messages:
        draw(tag("ul", *messages, cls="sv-messages"))
    if reading.outcome is Outcome.ASKS:
        open_still = _("The file leaves open how its dates or numbers are meant: say it above, or answer on Upload.")
        draw(tag("p", tag("span", MARKS["caution"], cls="sv-mark"), " ", open_still, cls="sv-caution"))
    if reading.outcome is Outcome.READABLE:
        draw(_facts(reading))
        currency = reading.currency or session.workspace().namespace(client).reader().profile.currency
        kind = reading.kind or mapping.kind
        filled = {name: rows for name, rows in tried.first.tables.items() if rows}
        for name, rows in filled.items():
            if len(filled) > 1:  # a deal is a request and, once won, a sale
                draw(tag("h3", _(_TABLES[name]), cls="sv-map-table"))
            draw(_table(rows, kind, currency))
    if tried.first.rejects:
        draw(_rejects(tried))
    return tried


def _tried(draft: Draft, held: HeldFile, client: str, mapping: Mapping) -> Tried:
    signature = (held.key, client, mappings.written(mapping))
    kept: dict[str, tuple[tuple[str, str, str], Tried]] = st.session_state.setdefault(_TRIED, {})
    if draft.key not in kept or kept[draft.key][0] != signature:
        with st.spinner(_("Reading {file}").replace("{file}", plain(held.file))):
            tried = mappings.try_on(session.workspace(), client, held.arrived.path, held.file, mapping)
        kept[draft.key] = (signature, tried)
    return kept[draft.key][1]


def _whole(tried: Tried) -> Phrase | str:
    if tried.whole:
        return _("The first rows of the file, and the totals of all of it.")
    return _("The file is large: these are its first rows, and the totals of its beginning.")


def _facts(reading: Reading) -> Markup:
    kept = say(
        "{kept} of {read} rows kept, {rejected} rejected",
        kept=Number(reading.rows_kept),
        read=Number(reading.rows_read),
        rejected=Number(reading.rows_rejected),
    )
    days = current().span(*reading.period, short=True) if reading.period else None
    facts = tag("p", join([tag("span", days), " · "]) if days else None, tag("span", said(kept)), cls="sv-facts")
    totals = [
        tag(
            "li",
            tag("span", _(TOTALS.get(key, key)), cls="sv-label"),
            tag("span", _total(key, value, reading), cls="sv-num"),
        )
        for key, value in reading.totals.items()
        if key != "rows"
    ]
    return tag("div", facts, tag("ul", *totals, cls="sv-totals") if totals else None, cls="sv-map-facts")


def _total(key: str, value: Decimal | int, reading: Reading) -> str:
    if key in MONEY and reading.currency:
        return current().money(value, reading.currency)
    return current().number(value)


def _table(rows: Sequence[dict[str, Any]], kind: Kind, currency: str) -> Markup:
    shown = [
        column
        for column in rows[0]
        if column not in _SILENT and any(row[column] not in (None, "", 0) or row[column] is False for row in rows)
    ]
    if all(row.get("way") == "deal" for row in rows):  # every row of a table of deals
        shown = [column for column in shown if column != "way"]
    if all(row.get("day") == row.get("day_to") for row in rows):
        shown = [column for column in shown if column != "day_to"]
    head = [tag("th", _(_called(kind, column)), scope="col", cls=_class(rows[0][column])) for column in shown]
    lines = [
        tag("tr", *(tag("td", _cell(column, row, currency), cls=_class(row[column])) for column in shown))
        for row in rows
    ]
    table = tag("table", tag("thead", tag("tr", *head)), tag("tbody", *lines), cls="sv-facts-table sv-grid")
    return tag("div", table, cls="sv-scrolls sv-map-rows", tabindex="0")


def _called(kind: Kind, column: str) -> str:
    """What a kept column is called; the status of a deal is its outcome."""
    if column == "status" and kind is Kind.DEALS:
        return N_("Outcome")
    return _NAMES.get(column) or name_of(kind, column)


def _class(value: object) -> str:
    return "sv-num" if isinstance(value, Decimal | int) and not isinstance(value, bool) else ""


def _cell(column: str, row: dict[str, Any], currency: str) -> str:
    """One value as the reader writes it. A contact shows that it is known, and no more than its last two digits."""
    value = row[column]
    match value:
        case None | "":
            return "—"
        case _ if column == "phone_hash":
            tail = row.get("phone_tail")
            return f"{_('known')} ··{tail}" if tail else _("known")
        case _ if column == "email_hash":
            return _("known")
        case bool():
            return (
                _(MEANINGS[_YES_NO[column][0 if value else 1]]) if column in _YES_NO else _("yes") if value else _("no")
            )
        case datetime():
            day = current().day(value.date(), short=True)
            return f"{day}, {value:%H:%M}" if (value.hour, value.minute) != (0, 0) else day
        case date():
            return current().day(value, short=True)
        case Decimal() if column in _AMOUNTS:
            return current().money(value, row.get("currency") or currency, decimals=2)
        case Decimal() | int():
            return current().number(value)
        case _:
            return _(MEANINGS[value]) if column in ("status", "way", "direction") and value in MEANINGS else str(value)


def _rejects(tried: Tried) -> Markup:
    lines = [
        tag(
            "li",
            _("Line {line}").replace("{line}", current().number(row["line"])),
            ": ",
            _(row["reason"]),
            " ",
            tag("span", row["content"][:160], cls="sv-small"),
        )
        for row in tried.first.rejects
    ]
    return tag(
        "div", tag("h3", _("Rows that would be rejected")), tag("ul", *lines, cls="sv-map-rejects"), cls="sv-map-rule"
    )
