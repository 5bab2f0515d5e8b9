"""What was decided for a whole file, in words: what, and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dashboard import intake
from dashboard.domain.phrase import N_, Phrase, say, say_n
from dashboard.domain.reading import Assumption
from dashboard.i18n import _, current
from dashboard.ui.markup import Markup, said, tag

ABOUT = {
    "format": N_("Export"),
    "encoding": N_("Encoding"),
    "layout": N_("Layout"),
    "delimiter": N_("Delimiter"),
    "sheet": N_("Sheet"),
    "header_line": N_("Header"),
    "preamble_lines": N_("Above the header"),
    "phantom_column": N_("Column without a name"),
    "totals_rows": N_("Totals rows"),
    "footer_rows": N_("Footer"),
    "date_order": N_("Order of dates"),
    "decimal_mark": N_("Decimal mark"),
    "currency": N_("Currency"),
    "money_unit": N_("Unit of money"),
    "vat": N_("VAT"),
    "time_zone": N_("Time zone"),
    "period": N_("Days"),
    "mapping": N_("Mapping"),
    "clicks": N_("Clicks are"),
    "months": N_("Months as columns"),
}
_WORDS: dict[tuple[str, str], str] = {
    ("encoding", "utf-8"): N_("Unicode (UTF-8)"),
    ("encoding", "utf-8-sig"): N_("Unicode (UTF-8), marked so at its start"),
    ("encoding", "utf-16"): N_("Unicode (UTF-16), marked so at its start"),
    ("encoding", "utf-16-le"): N_("Unicode (UTF-16)"),
    ("encoding", "utf-16-be"): N_("Unicode (UTF-16)"),
    ("encoding", "cp1251"): N_("Cyrillic for Windows (cp1251)"),
    ("encoding", "cp1252"): N_("Western for Windows (cp1252)"),
    ("encoding", "latin-1"): N_("Western (ISO 8859-1)"),
    ("encoding", "workbook"): N_("a workbook: it says itself how its text is written"),
    ("encoding", "parquet"): N_("Parquet: it says itself how its text is written"),
    ("layout", "html"): N_("a table of a web page"),
    ("delimiter", ","): N_("comma"),
    ("delimiter", ";"): N_("semicolon"),
    ("delimiter", "tab"): N_("tab"),
    ("delimiter", "|"): N_("vertical bar"),
    ("date_order", "dmy"): N_("day first: 31.12.2026 is 31 December"),
    ("date_order", "mdy"): N_("month first: 12/31/2026 is 31 December"),
    ("date_order", "ymd"): N_("year first: 2026-12-31 is 31 December"),
    ("date_order", "epoch"): N_("seconds counted from 1970"),
    ("decimal_mark", "."): N_("a point: 1.5 is one and a half"),
    ("decimal_mark", ","): N_("a comma: 1,5 is one and a half"),
    ("currency", "column"): N_("a column of the file"),
    ("money_unit", "units"): N_("whole units of the currency"),
    ("money_unit", "thousands"): N_("thousands of the currency's unit"),
    ("money_unit", "micros"): N_("millionths of the currency's unit"),
    ("vat", "included"): N_("amounts include VAT"),
    ("vat", "excluded"): N_("amounts are without VAT"),
    ("vat", "not_said"): N_("amounts are taken as they stand"),
    ("time_zone", "account"): N_("the advertising account's own"),
}


def table(assumptions: Sequence[Assumption]) -> Markup:
    """Everything that was decided for a file, each with what it rests on."""
    rows = (
        tag(
            "tr",
            tag("th", _(ABOUT[made.about]), scope="row"),
            tag("td", said(_decided(made))),
            tag("td", said(made.because) or "", cls="sv-small"),
        )
        for made in assumptions
        if made.about in ABOUT
    )
    return tag("table", tag("tbody", *rows), cls="sv-assumed")


def _decided(made: Assumption) -> Phrase | str:
    words = _WORDS.get((made.about, made.decided))
    if words is not None:
        return _(words)
    match made.about:
        case "format":
            return _(intake.format_label(made.decided))
        case "header_line":
            return say("line {number}", number=made.decided)
        case "preamble_lines":
            return _above(int(made.decided)) if made.decided.isdigit() else made.decided
        case "phantom_column":
            return say("column {number}, left out", number=made.decided)
        case "totals_rows" | "footer_rows":
            return say("lines {numbers}, left out", numbers=made.decided)
        case "currency":
            return current().currency(made.decided)
        case "period":
            return _span(made.decided)
        case _:
            return made.decided


def _above(lines: int) -> Phrase:
    if not lines:
        return say("nothing")
    return say_n("{count} line that is no row", "{count} lines that are no rows", lines)


def _span(decided: str) -> str:
    first, _slash, last = decided.partition("/")
    try:
        return current().span(date.fromisoformat(first), date.fromisoformat(last))
    except ValueError:
        return decided
