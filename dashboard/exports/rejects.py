"""The rejected rows of a file as CSV or XLSX: line, reason in the reader's language, and what the row said.

What the row said is a stranger's text, and holds no personal data: it was taken out when the file was read.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO
from urllib.parse import quote

import xlsxwriter

from dashboard.domain.phrase import N_, say_n
from dashboard.i18n import Language
from dashboard.warehouse.records import Reject

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
HEADER = (N_("Line"), N_("Why it was rejected"), N_("The row"))
MOST_SHEET_ROWS = 1_048_576
_DELIMITERS = {"ru": ";"}  # what a spreadsheet of that language takes a CSV apart by

# What makes a spreadsheet take a text for a formula (OWASP, CSV injection), full-width forms included.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def defused(text: str) -> str:
    """The text as no spreadsheet computes it: with an apostrophe before what begins like a formula."""
    return f"'{text}" if text.startswith(_FORMULA) or text.lstrip().startswith(_FORMULA) else text


def write_csv(rows: Iterable[Reject], to: BinaryIO, language: Language) -> None:
    """Writes the rows as UTF-8 with its mark, so that spreadsheets read Cyrillic; `to` stays open."""
    text = TextIOWrapper(to, encoding="utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text, delimiter=_DELIMITERS.get(language.code, ","))
    writer.writerow([language.gettext(title) for title in HEADER])
    for row in rows:
        writer.writerow([row.line, defused(language.gettext(row.reason)), defused(row.content)])
    text.flush()
    text.detach()


def write_xlsx(rows: Iterable[Reject], to: Path, language: Language, most: int = MOST_SHEET_ROWS) -> None:
    """Writes the rows as a workbook, every cell as text. What a sheet cannot hold is said in its last row."""
    with xlsxwriter.Workbook(str(to), {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, 0, 10)
        sheet.set_column(1, 2, 60)
        for place, title in enumerate(HEADER):
            sheet.write_string(0, place, language.gettext(title), book.add_format({"bold": True}))
        left_out = 0
        for number, row in enumerate(rows, start=1):
            if number > most - 2:
                left_out += 1
                continue
            sheet.write_number(number, 0, row.line)
            sheet.write_string(number, 1, language.gettext(row.reason))
            sheet.write_string(number, 2, row.content)
        if left_out:
            said = say_n("{count} more row is in the CSV", "{count} more rows are in the CSV", left_out)
            sheet.write_string(most - 1, 1, language.say(said))


def disposition(file: str, kind: str) -> str:
    """The header that names the download after the file it came from, safe whatever that was called."""
    stem = Path(file.replace("\\", "/")).name.rsplit(".", 1)[0]
    whole = re.sub(r"[^\w .()-]+", "_", stem).strip(" .")[:80] or "file"
    plain = re.sub(r"[^A-Za-z0-9._-]+", "-", whole).strip("-.") or "file"
    return f"attachment; filename=\"rejected-{plain}.{kind}\"; filename*=UTF-8''{quote(f'rejected-{whole}.{kind}')}"
