"""1C: two rows of header, groups, months as columns, returns."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest

from dashboard.domain.reading import Outcome, Reading, SettledBy

from .. import samples
from ..conftest import ReadText, RowsOf


def _said(reading: Reading) -> str:
    return " ".join(message.template for message in reading.messages)


def test_a_header_of_two_rows_groups_and_returns_are_understood(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text(samples.ONE_C, encoding="cp1251")
    assert reading.totals == {
        "rows": 3, "orders": 2, "paid": Decimal(1500), "refunded": Decimal(300), "net_revenue": Decimal(1200),
        "returned": Decimal(300), "gross_profit": Decimal(480),
    }  # fmt: skip
    assert reading.rows_rejected == 0
    crown, _, back = rows_of(reading, "sales")
    assert (crown["order_id"], crown["cost"], crown["line"]) == ("ЦБ-1", Decimal(600), 8)
    assert (back["revenue"], back["refunded"], back["cost"], back["refunded_at"]) == (
        0, Decimal(300), Decimal(-180), datetime.fromisoformat("2026-03-02"),
    )  # fmt: skip


def test_the_reports_own_total_is_compared(read_text: ReadText) -> None:
    reading = read_text(samples.ONE_C)
    assert {total.measure: total.agrees for total in reading.file_totals} == {"net_revenue": True, "gross_profit": True}
    wrong = read_text(samples.ONE_C.replace("Итого;;;1;1\u00a0200", "Итого;;;1;1\u00a0201"))
    assert [total.measure for total in wrong.file_totals if not total.agrees] == ["net_revenue"]


def test_rows_of_groups_are_left_out_and_said_to_be(read_text: ReadText) -> None:
    told = [message.plural for message in read_text(samples.ONE_C).messages]
    assert any("sums of rows below" in words for words in told if words)


def test_what_only_the_group_says_goes_to_its_rows(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text(
        "Дата;Документ;Номенклатура;Количество;Выручка\n"
        "01.03.2026;Реализация ЦБ-7 от 01.03.2026 9:15:00;;2;300\n"
        ";;Коронка;1;200\n"
        ";;Винир;1;100\n"
        ";Реализация ЦБ-8 от 02.03.2026 9:15:00;;1;50\n"
        ";;Винир;1;50\n"
    )
    sales = rows_of(reading, "sales")
    assert [(sale["order_id"].split()[1], sale["item"], sale["revenue"]) for sale in sales] == [
        ("ЦБ-7", 1, Decimal(200)), ("ЦБ-7", 2, Decimal(100)), ("ЦБ-8", 1, Decimal(50)),
    ]  # fmt: skip
    assert sales[2]["sold"].date() == date(2026, 3, 2)


def test_a_row_without_a_product_that_is_no_sum_is_kept(read_text: ReadText) -> None:
    reading = read_text(
        "Дата;Номер;Номенклатура;Количество;Выручка\n01.03.2026;1;Коронка;1;200\n01.03.2026;2;;1;70\n"
        "01.03.2026;3;Винир;1;100\nИтого;;;3;370\n"
    )
    assert reading.totals["net_revenue"] == Decimal(370)
    assert all(total.agrees for total in reading.file_totals)


def test_the_plain_table_keeps_no_customer(read_text: ReadText, rows_of: RowsOf, scratch: object) -> None:
    reading = read_text(samples.ONE_C_PLAIN, encoding="cp1251")
    assert (reading.totals["net_revenue"], reading.totals["gross_profit"]) == (Decimal(1500), Decimal(600))
    assert "Иванов" not in repr(rows_of(reading, "sales"))
    assert rows_of(reading, "sales")[0]["sold"] == datetime.fromisoformat("2026-03-01 10:00:00")


def test_months_as_columns_become_rows_and_groups_in_the_same_column_are_found_by_their_sums(
    read_text: ReadText, rows_of: RowsOf
) -> None:
    reading = read_text(samples.ONE_C_MONTHS)
    assert (reading.totals["rows"], reading.totals["net_revenue"]) == (5, Decimal(550))
    sales = rows_of(reading, "sales")
    assert sorted((sale["line"], sale["sold"].date(), sale["product"], sale["revenue"]) for sale in sales) == [
        (6, date(2026, 9, 30), "Коронка", Decimal(100)),
        (6, date(2026, 10, 31), "Коронка", Decimal(100)),
        (7, date(2026, 9, 30), "Винир", Decimal(200)),
        (7, date(2026, 10, 31), "Винир", Decimal(100)),
        (9, date(2026, 9, 30), "Чистка", Decimal(50)),
    ]
    assert reading.period == (date(2026, 9, 1), date(2026, 10, 31))
    assert all(total.agrees for total in reading.file_totals)
    assert "instead of a day" in _said(reading)
    assert ("months", "2") in {(one.about, one.decided) for one in reading.assumptions}


def test_a_month_read_again_is_the_same_order(read_text: ReadText, rows_of: RowsOf) -> None:
    once = rows_of(read_text(samples.ONE_C_MONTHS), "sales")
    again = rows_of(read_text(samples.ONE_C_MONTHS.replace(";1;50;", ";1;70;")), "sales")
    assert {sale["order_id"] for sale in once} == {sale["order_id"] for sale in again}
    assert len({sale["order_id"] for sale in once}) == 5


def test_a_single_row_of_months_holds_revenue(read_text: ReadText) -> None:
    reading = read_text(
        "Номенклатура;Январь 2026;Февраль 2026;Итого\nКоронка;100;200;300\nВинир;10;;10\nИтого;110;200;310\n"
    )
    assert (reading.totals["rows"], reading.totals["net_revenue"]) == (3, Decimal(310))


def test_sums_that_explain_nothing_leave_every_row(read_text: ReadText) -> None:
    reading = read_text(
        "Номенклатура;Количество;Выручка;Дата\nКоронка;1;100;01.03.2026\nВинир;1;100;01.03.2026\nИтого;2;200;\n"
    )
    assert (reading.rows_kept, reading.totals["net_revenue"]) == (2, Decimal(200))


def test_a_report_of_a_period_is_dated_to_its_end(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text(
        "Период: 01.03.2026 - 14.03.2026\nНоменклатура;Количество;Выручка\nКоронка;3;300\nИтого;3;300\n"
    )
    assert rows_of(reading, "sales")[0]["sold"] == datetime.fromisoformat("2026-03-14")
    assert reading.period == (date(2026, 3, 1), date(2026, 3, 14))
    assert "instead of a day" in _said(reading)


def test_without_any_date_the_period_is_asked_for(read_text: ReadText) -> None:
    sales = "Номенклатура;Количество;Выручка\nКоронка;3;300\n"
    assert read_text(sales).outcome is Outcome.ASKS
    assert read_text(sales, answers={"period": "2026-03-01/2026-03-14"}).period == (
        date(2026, 3, 1), date(2026, 3, 14),
    )  # fmt: skip


@pytest.mark.parametrize("cell", ["сент. 2026", "Сентябрь 2026 г.", "09.2026", "2026-09"])
def test_a_month_where_a_day_is_expected_is_kept_for_its_month(read_text: ReadText, rows_of: RowsOf, cell: str) -> None:
    reading = read_text(f"Дата;Номенклатура;Количество;Выручка\n{cell};Коронка;3;300\n")
    assert rows_of(reading, "sales")[0]["sold"] == datetime.fromisoformat("2026-09-30")


def test_a_sum_of_a_month_keeps_the_last_day_it_is_of_and_a_dated_row_none(
    read_text: ReadText, rows_of: RowsOf
) -> None:
    told = {(sale["sold"].date(), sale["sold_to"]) for sale in rows_of(read_text(samples.ONE_C_MONTHS), "sales")}
    assert told == {(date(2026, day, last), date(2026, day, last)) for day, last in ((9, 30), (10, 31))}
    assert {sale["sold_to"] for sale in rows_of(read_text(samples.ONE_C), "sales")} == {None}


@pytest.mark.parametrize(
    ("headers", "row", "revenue", "vat"),
    [
        ("Сумма с НДС", "1220,00", 1220, "included"),
        ("Сумма без НДС;НДС;Сумма", "1000,00;220,00;1220,00", 1000, "excluded"),
        ("Сумма;Сумма с НДС", "1000,00;1220,00", 1220, "included"),
        ("Выручка", "1220,00", 1220, "not_said"),
    ],
)
def test_whether_tax_is_in_the_amounts_is_as_the_header_says(
    read_text: ReadText, rows_of: RowsOf, headers: str, row: str, revenue: int, vat: str
) -> None:
    reading = read_text(f"Номер;Дата;Номенклатура;Контрагент;{headers}\nА-1;03.03.2026;Коронка;ООО Дом;{row}\n")
    (sale,) = rows_of(reading, "sales")
    assert (sale["revenue"], sale["includes_vat"]) == (revenue, vat == "included")
    (told,) = [one for one in reading.assumptions if one.about == "vat"]
    assert (told.decided, told.settled_by is SettledBy.FILE) == (vat, vat != "not_said")
