"""Names that try to be more than names, in every place of every file that holds one."""

from __future__ import annotations

import csv
import io
from itertools import cycle

from sample_data.by_hand_files import FOLDER

TAG = '<img src=x onerror="window.pwned=1"><script>window.pwned=1</script><a href="https://evil.example/t">t</a>'
MARKDOWN = "![p](https://evil.example/p.png) [l](https://evil.example/l) **b** `c` # h"
DIRECTIVE = ":red[r] :material/bug_report: :smile: :streamlit: -> $\\frac{1}{2}$ $$x$$"
SQL = "'); drop table clients; -- \" or 1=1 /* %s {client} {0}"
FORMULAS = ("=1+1", '=HYPERLINK("https://evil.example","x")', "+1+1", "-1+1", "@SUM(1)", "=cmd|' /C calc'!A0", "\t=1+1")
TEXTS = (TAG, MARKDOWN, DIRECTIVE, SQL, *FORMULAS, "https://evil.example/bare www.evil.example", "javascript:alert(1)")
WHOLE = f"{MARKDOWN} {DIRECTIVE} {TAG} {SQL}"

FILE = '=1+1 <img src=x onerror="window.pwned=1"> [l](https:evil.example) $x$ :red[r] {file}'
"""A file's name: no slash is in one."""

_NAMED = {
    "meta-ads-en.csv": ("Campaign name", "Ad set name"),
    "shopify-orders.csv": ("Lineitem name", "Lineitem sku", "Tags", "Source", "Vendor", "Discount Code"),
    "callrail.csv": ("Number Name", "Source", "Name", "Agent Name", "Keywords", "Campaign", "Tags", "Landing Page"),
    "events.csv": ("text",),
    "notes.csv": ("author", "text", "next_steps"),
}


def files() -> dict[str, bytes]:
    """The poisoned exports, by the names they have without poison."""
    return {name: _poisoned(name, columns) for name, columns in _NAMED.items()}


def broken() -> bytes:
    """An export of ads of which rows are rejected, with poison in what is rejected."""
    text = _poisoned("meta-ads-en.csv", _NAMED["meta-ads-en.csv"]).decode()
    rows = list(csv.reader(io.StringIO(text)))
    day = rows[0].index("Day")
    for number, row in enumerate(rows[2:22]):
        row[day] = f"2026-13-4{number % 10}" if number % 2 else TEXTS[number % len(TEXTS)]
    return _written(rows)


def unknown() -> bytes:
    """A table that nobody knows, with poison in its headers and values."""
    return _written([list(TEXTS[:6]), *([text] * 6 for text in TEXTS)])


def _poisoned(name: str, columns: tuple[str, ...]) -> bytes:
    rows = list(csv.DictReader(io.StringIO((FOLDER / name).read_text("utf-8-sig"))))
    texts = cycle(TEXTS)
    given: dict[tuple[str, str], str] = {}
    for row in rows:
        for column in columns:
            if old := row.get(column):
                row[column] = given.setdefault((column, old), next(texts))
        if note := row.get("Note Attributes"):
            row["Note Attributes"] = note.replace("utm_campaign: ", f"utm_campaign: {next(texts)} ")
    return _written([list(rows[0]), *([value or "" for value in row.values()] for row in rows)])


def _written(rows: list[list[str]]) -> bytes:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows(rows)
    return written.getvalue().encode()
