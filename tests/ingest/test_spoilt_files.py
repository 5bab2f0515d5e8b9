"""What spoilt files brought to light: each of these gave a wrong sum in silence, or ended the process."""

from __future__ import annotations

import io
import zipfile

import pytest
import xlsxwriter

from dashboard.domain.reading import Outcome, Reading

from . import samples
from .conftest import ReadText, RowsOf

HEADER = "Day,Campaign,Currency code,Impr.,Clicks,Cost"


def _said(reading: Reading, words: str) -> bool:
    return any(words in message.template for message in reading.messages)


def test_two_columns_of_one_name_are_said(read_text: ReadText) -> None:
    reading = read_text(f"{HEADER},Cost\n2026-03-01,Brand,USD,100,10,5.00,7.00\n")
    assert reading.totals["spend"] == 5
    assert _said(reading, "more than once")
    assert not _said(read_text(samples.GOOGLE_EN), "more than once")


def test_a_measure_without_a_column_is_unknown_and_not_nought(read_text: ReadText) -> None:
    reading = read_text("Day,Campaign,Currency code,Clicks,Cost\n2026-03-01,Brand,USD,10,5.00\n")
    assert reading.outcome is Outcome.READABLE, reading.messages
    assert "impressions" not in reading.totals
    assert _said(reading, "stay unknown")


@pytest.mark.parametrize("cell", ["176.$3", "1$76.3", "17 € 63"])
def test_a_sign_of_money_inside_a_number_makes_it_none(read_text: ReadText, cell: str) -> None:
    reading = read_text(f"{HEADER}\n2026-03-01,Brand,USD,100,10,{cell}\n2026-03-02,Brand,USD,100,10,5.50\n")
    assert (reading.rows_rejected, reading.totals["spend"]) == (1, 5.5)


@pytest.mark.parametrize("cell", ["$176.3", "176.3 $", "-$176.3"])
def test_a_sign_of_money_beside_a_number_is_read_over(read_text: ReadText, cell: str) -> None:
    reading = read_text(f"{HEADER}\n2026-03-01,Brand,USD,100,10,{cell}\n")
    assert abs(reading.totals["spend"]) * 10 == 1763


def test_legs_that_stand_twice_in_a_file_talk_once(read_text: ReadText) -> None:
    rows = samples.TWILIO.partition("\n")[2]
    assert read_text(samples.TWILIO + rows).totals == read_text(samples.TWILIO).totals


def test_a_call_log_that_does_not_say_what_was_passed_on_is_said_to_count_it(read_text: ReadText) -> None:
    lacking = samples.TWILIO.replace("parent_call_sid", "x", 1)
    assert _said(read_text(lacking), "counts once for each of its parts")
    assert not _said(read_text(samples.TWILIO), "counts once for each of its parts")


@pytest.mark.parametrize("name", ["from_extension", "to_extension"])
def test_a_call_log_that_does_not_say_who_is_within_the_firm_is_said(read_text: ReadText, name: str) -> None:
    assert _said(read_text(samples.MANGO.replace(name, "x", 1)), "cannot all be told apart")
    assert not _said(read_text(samples.MANGO), "cannot all be told apart")


@pytest.mark.parametrize(
    ("sample", "column", "words"),
    [
        (samples.SIPUNI_2015, "Продолжительность разговора", "ringing counts as talk"),
        (samples.WOOCOMMERCE_EXPORT, "Order Refund Amount", "refunds are not taken off"),
    ],
    ids=["talk", "refunds"],
)
def test_a_column_whose_lack_moves_a_sum_is_said_to_lack(
    read_text: ReadText, sample: str, column: str, words: str
) -> None:
    assert _said(read_text(sample.replace(column, "x", 1)), words)
    assert not _said(read_text(sample), words)


def test_a_column_of_telephones_that_stands_twice_is_said(read_text: ReadText) -> None:
    header, _, rows = samples.MANGO.partition("\r\n")
    doubled = [f"{line};9{line.split(';')[5]}" for line in rows.splitlines()]
    assert _said(read_text("\r\n".join([f"{header};from_number", *doubled, ""])), "more than once")


def test_what_a_call_log_has_no_column_for_is_unknown_and_not_nought(read_text: ReadText) -> None:
    calls = read_text(samples.ZOHO_CALLS.replace("Dialled Number", "x"))
    assert "callers" not in calls.totals
    assert _said(calls, "stays unknown")
    assert "target" not in read_text(samples.CALLRAIL.replace("Qualified\r\n", "x\r\n", 1)).totals


def test_a_nul_within_a_letter_does_not_make_the_whole_file_another_encoding(
    read_text: ReadText, rows_of: RowsOf
) -> None:
    spoilt = samples.WOOCOMMERCE.encode().replace("×".encode(), b"\xc3\0\x97", 1)
    reading = read_text(spoilt)
    assert reading.totals == read_text(samples.WOOCOMMERCE.encode()).totals
    assert {row["currency"] for row in rows_of(reading, "sales")} == {"BDT"}


def test_a_line_longer_than_is_looked_at_does_not_break_off(read_text: ReadText) -> None:
    wide = (
        f"{HEADER}{''.join(f',c{place}' for place in range(10_000))}\n2026-03-01,Brand,USD,100,10,5.00{',1' * 10_000}"
    )
    reading = read_text(wide)
    assert reading.rows_kept == 1
    assert not _said(reading, "breaks off")


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["bare", "marked"])
def test_a_line_in_another_encoding_is_said_and_spoils_itself_alone(
    read_text: ReadText, rows_of: RowsOf, mark: bytes
) -> None:
    whole = f"{HEADER}\n" + "".join(f"2026-03-0{day},Поиск по бренду,USD,100,10,5.00\n" for day in range(1, 8))
    reading = read_text(mark + whole.encode() + "2026-03-08,Сеть,USD,100,10,5.00\n".encode("cp1251"))
    assert [row["campaign"] for row in rows_of(reading, "ad_day")][:7] == ["Поиск по бренду"] * 7
    assert reading.totals["spend"] == 40
    assert any("could not be read" in (message.plural or "") for message in reading.messages)


def workbook(*far: tuple[int, int, str]) -> bytes:
    """A small report of one row, with cells elsewhere on its sheet."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        sheet = book.add_worksheet()
        for row, cells in enumerate((HEADER.split(","), ["2026-03-01", "Brand", "USD", 100, 10, 5.5])):
            sheet.write_row(row, 0, cells)
        for row, column, cell in far:
            sheet.write(row, column, cell)
        sheet.set_column(0, 16_383, 9, book.add_format({"bold": True}))
    return made.getvalue()


def test_a_workbook_whose_cells_are_far_apart_is_refused_and_not_held(read_text: ReadText) -> None:
    reading = read_text(workbook((1_048_575, 16_383, "x")), "far.xlsx")
    assert reading.outcome is Outcome.REFUSED
    assert _said(reading, "far away from its table")


def test_a_note_a_thousand_rows_below_a_workbooks_table_costs_nothing(read_text: ReadText) -> None:
    reading = read_text(workbook((1_000, 30, "x")), "near.xlsx")
    assert (reading.rows_kept, reading.totals["spend"]) == (1, 5.5)


def test_a_cell_changed_in_the_bytes_of_a_workbook_is_refused(read_text: ReadText) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook())) as packed, zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as stored:
        for part in packed.infolist():
            stored.writestr(part.filename, packed.read(part))
    reading = read_text(made.getvalue().replace(b"<v>5.5</v>", b"<v>9.5</v>"), "flipped.xlsx")
    assert reading.outcome is Outcome.REFUSED
