"""Rejected rows as a file: nothing in them is computed by a spreadsheet, and no name breaks a header."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.exports import rejects
from dashboard.i18n import Language
from dashboard.warehouse.records import Reject


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "  =1", "＝1", "－1"])
def test_what_begins_like_a_formula_is_text(text: str) -> None:
    assert rejects.defused(text) == f"'{text}"


def test_what_does_not_is_left_alone() -> None:
    assert rejects.defused("31.02.2026 | =A") == "31.02.2026 | =A"


@given(st.lists(st.tuples(st.integers(1, 9), st.text(), st.text()), max_size=3))
def test_no_cell_of_a_csv_begins_like_a_formula(lines: list[tuple[int, str, str]]) -> None:
    to = BytesIO()
    rejects.write_csv([Reject(*line) for line in lines], to, Language("en"))
    rows = list(csv.reader(StringIO(to.getvalue().decode("utf-8-sig"), newline="")))[1:]
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_a_sheet_that_is_full_says_how_many_rows_it_leaves_out(tmp_path: Path) -> None:
    rows = [Reject(line, "no such day", "x") for line in range(1, 6)]
    rejects.write_xlsx(rows, tmp_path / "r.xlsx", Language("en"), most=4)
    values = list(openpyxl.load_workbook(tmp_path / "r.xlsx").active.iter_rows(values_only=True))
    assert [row[0] for row in values] == ["Line", 1, 2, None]
    assert values[-1][1] == "3 more rows are in the CSV"


@pytest.mark.parametrize(
    "name", ['a"; x=".csv', "../../etc/passwd", "a\r\nX-Evil: 1.csv", "отчёт.csv", "", "....", "x" * 500]
)
def test_a_download_is_named_safely_whatever_the_file_was_called(name: str) -> None:
    header = rejects.disposition(name, "csv")
    assert header.isascii()
    assert header.isprintable()
    assert header.count('"') == 2
    assert ".." not in header
    assert "/" not in header
    assert len(header) < 800
