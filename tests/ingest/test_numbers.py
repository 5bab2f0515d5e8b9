"""Numbers are decided for the whole file, never cell by cell."""

from __future__ import annotations

from decimal import Decimal

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.ingest.decisions import decimal_mark, mark_evidence
from dashboard.ingest.statements import run


def amount(cell: str, mark: str) -> Decimal | None:
    with duckdb.connect() as connection:
        run(connection, {".": "numbers_point", ",": "numbers_comma"}[mark])
        row = connection.execute("select amount($cell)", {"cell": cell}).fetchone()
    assert row is not None
    return None if row[0] is None else Decimal(row[0])


@pytest.mark.parametrize(
    ("cell", "is_count", "mark"),
    [
        ("7.278,15", False, ","),
        ("7,278.15", False, "."),
        ("1.696", False, None),  # one thousand and some, or one and some: the file decides
        ("1.696", True, ","),
        ("1487,67", False, ","),
        ("0.123", False, "."),
        ("1.234.567", False, ","),
        ("1234", False, None),
        ("1\u00a0234,5", False, ","),
        ("12,5 руб.", False, ","),
        ("1 000 р.", False, None),
        ("1 000 р.", True, None),
        ("Rs.1,234.50", False, "."),
    ],
)
def test_a_number_proves_its_decimal_mark_or_nothing(cell: str, is_count: bool, mark: str | None) -> None:
    assert mark_evidence(cell, is_count) == mark


def test_the_marks_that_most_numbers_prove_is_the_files() -> None:
    assert decimal_mark(["1.696"], ["12,33", "1.500,00"]) == (",", 0)
    assert decimal_mark([], ["1.5", "2.5", "3,5"]) == (".", 1)
    assert decimal_mark(["12"], ["13"]) == (None, 0)


@pytest.mark.parametrize(
    ("cell", "mark", "value"),
    [
        ("1,234.50", ".", "1234.50"),
        ("1.234,50", ",", "1234.50"),
        ("1 234,50", ",", "1234.50"),
        ("1\u00a0234,50", ",", "1234.50"),
        ("1\u202f234.5", ".", "1234.5"),
        ("1'234.50", ".", "1234.50"),
        ("$1,622.60", ".", "1622.60"),
        ("€1,622.60", ".", "1622.60"),
        ("1 622,60 ₽", ",", "1622.60"),
        ("1 622,60 руб.", ",", "1622.60"),
        ("USD 12.00", ".", "12"),
        ("(12.00)", ".", "-12"),
        ("-12,5", ",", "-12.5"),
        ("−12.5", ".", "-12.5"),
        (" 7 ", ".", "7"),
        ("1.696", ",", "1696"),
        ("1.696", ".", "1.696"),
    ],
)
def test_a_number_is_read_by_the_files_decimal_mark(cell: str, mark: str, value: str) -> None:
    assert amount(cell, mark) == Decimal(value)


@pytest.mark.parametrize("cell", ["1,5", "12,34", "1.2.3", "abc", "--", "", "1 23", "1e99", "=1+1", "12x"])
def test_what_is_no_number_of_a_file_with_points_is_none(cell: str) -> None:
    assert amount(cell, ".") is None


@settings(max_examples=30, deadline=None)
@given(
    st.decimals(-(10**9), 10**9, places=2),
    st.sampled_from([("", "."), (",", "."), (".", ","), (" ", ","), ("\u00a0", ",")]),
)
def test_a_number_means_the_same_however_it_is_written(value: Decimal, writing: tuple[str, str]) -> None:
    thousands, mark = writing
    written = f"{value:,.2f}".replace(",", "T").replace(".", mark).replace("T", thousands)
    assert amount(written, mark) == value
