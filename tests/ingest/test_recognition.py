"""A file is known by its headers, whatever stands above them."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.domain.reading import Outcome
from dashboard.ingest import read
from dashboard.ingest.declaration import COLUMNS, Format
from dashboard.ingest.formats import known
from dashboard.ingest.headers import fits, folded

from . import samples
from .conftest import CLINIC, SECRET, ReadText


@pytest.mark.parametrize("name", samples.ALL)
def test_each_sample_is_recognised(name: str, read_text: ReadText) -> None:
    content, form = samples.ALL[name]
    reading = read_text(content)
    assert (reading.outcome, reading.format) == (Outcome.READABLE, form), reading.messages


def test_headers_are_compared_without_what_a_reader_does_not_see() -> None:
    assert folded("Kлики") == folded("клики")  # a Latin K
    assert folded("Conv.waarde/\u00adkosten") == folded("Conv.waarde/kosten")
    assert folded("Website URL (Ad level）") == folded("website url (ad level)")
    assert folded("CPM (цена за 1\u00a0000 показов)") == folded("CPM (цена за 1 000 показов)")


def test_a_place_for_the_currency_fits_any_but_not_nothing() -> None:
    assert fits("Amount spent ({currency})", "Amount spent (EUR)")
    assert fits("Потрачено, {currency}", "Потрачено, ₽")
    assert not fits("Amount spent ({currency})", "Amount spent ()")


def test_a_table_nobody_knows_asks_for_a_mapping_and_shows_its_headers(read_text: ReadText) -> None:
    reading = read_text("Kettle;Price;Colour\nA;1;red\nB;2;blue\n")
    assert reading.outcome is Outcome.NEEDS_MAPPING
    assert reading.columns == ("Kettle", "Price", "Colour")


def test_a_text_that_is_no_table_is_refused(read_text: ReadText) -> None:
    assert read_text("Dear colleagues\n\nThe report is late.\n").outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    "head", [b"\x89PNG\r\n\x1a\n" + bytes(99), b"%PDF-1.7\n", b"PK\x03\x04junk", bytes(50), b"\xff\xfe"]
)
def test_what_is_no_text_is_refused(read_text: ReadText, head: bytes) -> None:
    reading = read_text(head)
    assert reading.outcome is Outcome.REFUSED
    assert reading.messages


def test_headers_without_rows_are_empty(read_text: ReadText) -> None:
    assert read_text(samples.CALLTOUCH.splitlines()[0] + "\n").outcome is Outcome.EMPTY


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    reading = read(tmp_path / "nowhere.csv", profile=CLINIC, secret=SECRET, scratch=tmp_path)
    assert reading.outcome is Outcome.REFUSED


@pytest.mark.parametrize("form", known(), ids=lambda form: form.name)
def test_a_declaration_names_only_columns_that_its_kind_has(form: Format) -> None:
    assert set(form.columns) <= set(COLUMNS[form.kind])
    assert set(form.required) <= set(form.columns)
    assert form.grade in ("A", "B", "C")
    assert form.export


def test_formats_have_names_of_their_own() -> None:
    names = [form.name for form in known()]
    assert len(names) == len(set(names))
