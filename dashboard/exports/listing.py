"""A list of texts as CSV or XLSX: no cell is computed by a spreadsheet, whatever somebody typed."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO

import xlsxwriter

from dashboard.exports.rejects import MOST_SHEET_ROWS, TYPES, defused
from dashboard.i18n import Language

__all__ = ["MOST_SHEET_ROWS", "TYPES", "write_csv", "write_xlsx"]

_DELIMITERS = {"ru": ";"}  # what a spreadsheet of that language takes a CSV apart by
_WIDTH = 24


def write_csv(header: Sequence[str], rows: Iterable[Sequence[str]], to: BinaryIO, language: Language) -> None:
    """Writes the rows as UTF-8 with its mark, so that spreadsheets read Cyrillic; `to` stays open."""
    text = TextIOWrapper(to, encoding="utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text, delimiter=_DELIMITERS.get(language.code, ","))
    writer.writerow(header)
    for row in rows:
        writer.writerow([defused(cell) for cell in row])
    text.flush()
    text.detach()


def write_xlsx(header: Sequence[str], rows: Iterable[Sequence[str]], to: Path) -> None:
    """Writes the rows as a workbook, every cell as text; what a sheet cannot hold is left out."""
    with xlsxwriter.Workbook(str(to), {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, len(header) - 1, _WIDTH)
        bold = book.add_format({"bold": True})
        for place, title in enumerate(header):
            sheet.write_string(0, place, title, bold)
        for number, row in zip(range(1, MOST_SHEET_ROWS), rows, strict=False):
            for place, cell in enumerate(row):
                sheet.write_string(number, place, cell)
