"""Workbooks (XLSX, XLS, ODS) and tables of HTML → rows of text, a sheet at a time."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

import lxml.etree
import lxml.html
import python_calamine

from dashboard.ingest.extent import is_scattered

_LARGEST_UNPACKED = 2 << 30
_COMMA_DECIMAL = re.compile(r"^\s*-?\d{1,3}([ \u00a0.\u202f]?\d{3})*,\d{1,2}\s*$")


class Unreadable(Exception):
    """The bytes claim to be a workbook or a page and cannot be opened as one."""


class Scattered(Exception):
    """Its cells stand too far apart to be held."""


@dataclass(frozen=True)
class Sheet:
    """One sheet: its name, whether a person sees it, and its rows as text from the first row of the sheet on.

    `decimal_mark` is what its number cells are written with, where it has any with a fraction.
    """

    name: str
    visible: bool
    rows: list[list[str]]
    decimal_mark: str = ""


def workbook(path: Path) -> list[Sheet]:
    """The sheets of a workbook, visible ones first. Raises Unreadable, and Scattered."""
    if zipfile.is_zipfile(path):
        try:
            with zipfile.ZipFile(path) as packed:
                if sum(part.file_size for part in packed.infolist()) > _LARGEST_UNPACKED:
                    raise Unreadable("unpacks to more than can be held")
                if is_scattered(packed):
                    raise Scattered
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
            raise Unreadable(str(error)) from error
    try:
        book = python_calamine.CalamineWorkbook.from_path(path)
        sheets = [
            _sheet(
                found.name,
                found.visible == python_calamine.SheetVisibleEnum.Visible,
                book.get_sheet_by_name(found.name).to_python(skip_empty_area=False),
            )
            for found in book.sheets_metadata
            if found.typ == python_calamine.SheetTypeEnum.WorkSheet
        ]
    except (python_calamine.CalamineError, OSError, ValueError, KeyError) as error:
        raise Unreadable(str(error)) from error
    return sorted(sheets, key=lambda sheet: not sheet.visible)


def page(text: str) -> list[Sheet]:
    """The tables of an HTML page. Raises Unreadable."""
    try:
        tree = lxml.html.document_fromstring(text.encode("utf-8"), parser=lxml.html.HTMLParser(encoding="utf-8"))
    except (lxml.etree.LxmlError, ValueError) as error:
        raise Unreadable(str(error)) from error
    sheets = []
    for number, table in enumerate(tree.iter("table"), 1):
        rows = [
            ["".join(map(str, cell.itertext())).strip() for cell in row.iter("td", "th")] for row in table.iter("tr")
        ]
        sheets.append(Sheet(f"table {number}", True, rows))
    return sheets


def _sheet(name: str, visible: bool, rows: Iterable[Iterable[object]]) -> Sheet:
    """Cells as text: numbers with the decimal mark that the sheet's own text cells use, days as ISO 8601."""
    held = [list(row) for row in rows]
    mark = "," if any(isinstance(cell, str) and _COMMA_DECIMAL.match(cell) for row in held for cell in row) else "."
    broken = any(isinstance(cell, float) and not cell.is_integer() for row in held for cell in row)
    return Sheet(name, visible, [[_cell(cell, mark) for cell in row] for row in held], mark if broken else "")


def _cell(cell: object, mark: str) -> str:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        plain = f"{cell:.0f}" if cell.is_integer() and abs(cell) < 1e17 else repr(cell)
        return plain.replace(".", mark)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(sep=" ", timespec="seconds")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, timedelta):
        return str(int(cell.total_seconds()))
    return "" if cell is None else str(cell).replace("\0", "")
