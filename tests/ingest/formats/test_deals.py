"""Bitrix24, amoCRM, Salesforce."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from .. import samples
from ..conftest import ReadText, RowsOf


def test_a_deal_is_a_lead_and_once_won_a_sale(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text(samples.BITRIX, encoding="cp1251")
    assert reading.totals == {"rows": 3, "won": 1, "lost": 1, "revenue": Decimal(100)}
    assert reading.currency == "RUB"  # from the name of the currency
    leads, sales = rows_of(reading, "leads"), rows_of(reading, "sales")
    assert [(lead["lead_id"], lead["status"], lead["way"]) for lead in leads] == [
        ("1", "won", "deal"), ("2", "lost", "deal"), ("3", "open", "deal"),
    ]  # fmt: skip
    assert [(sale["order_id"], sale["revenue"], sale["product"], sale["way"]) for sale in sales] == [
        ("1", Decimal(100), "Виниры", "site"),
    ]  # fmt: skip
    assert sales[0]["sold"] == datetime.fromisoformat("2026-03-10 00:00:00")
    assert sales[0]["lead_created"] == datetime.fromisoformat("2026-03-01 09:21:03")


def test_an_expected_closing_date_in_the_future_dates_no_sale(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text(samples.BITRIX.replace("10.03.2026", "10.03.2099"))
    assert rows_of(reading, "sales")[0]["sold"] == datetime.fromisoformat("2026-03-01 09:21:03")


def test_a_phone_in_a_title_does_not_leave_the_reader(read_text: ReadText, rows_of: RowsOf) -> None:
    lost = rows_of(read_text(samples.BITRIX), "leads")[1]
    assert lost["product"] == "Звонок от •••"


def test_product_rows_of_a_deal_add_up(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text(
        '"ID";"Стадия сделки";"Товар";"Количество";"Сумма";"Валюта";"Дата создания";\r\n'
        '"1";"Сделка успешна";"Коронка";"2";"60";"Российский рубль";"01.03.2026 09:00:00";\r\n'
        '"1";"Сделка успешна";"Винир";"1";"40";"Российский рубль";"01.03.2026 09:00:00";\r\n'
    )
    assert reading.totals["won"] == 1
    assert reading.totals["revenue"] == 100
    assert [(sale["item"], sale["product"], sale["revenue"]) for sale in rows_of(reading, "sales")] == [
        (1, "Коронка", Decimal(60)), (2, "Винир", Decimal(40)),
    ]  # fmt: skip
    assert [lead["amount"] for lead in rows_of(reading, "leads")] == [Decimal(100)]


def test_the_excel_export_is_a_page_of_html(read_text: ReadText) -> None:
    reading = read_text(samples.BITRIX_HTML, name="deals.xls")
    assert reading.totals == {"rows": 2, "won": 1, "lost": 0, "revenue": Decimal(100)}


def test_amocrm_headers_that_stand_twice_fill_one_column(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text(samples.AMOCRM)
    assert reading.totals == {"rows": 3, "won": 1, "lost": 1, "revenue": Decimal(300)}
    won, lost, still_open = rows_of(reading, "leads")
    assert won["phone_hash"] == lost["phone_hash"]
    assert (won["source"], still_open["source"], still_open["closed"]) == ("vk", "yandex", None)
    sale = rows_of(reading, "sales")[0]
    assert (sale["way"], sale["sold"]) == ("site", datetime.fromisoformat("2026-03-06 13:55:34"))


def test_salesforce_reads_the_month_first_and_leaves_its_footer(read_text: ReadText) -> None:
    reading = read_text(
        '"Opportunity Name","Stage","Amount","Amount Currency","Close Date","Created Date"\n'
        '"Café 1","Closed Won","1,155.00","USD","03/04/2026","03/01/2026"\n'
        '"Café 2","Closed Lost","100.00","USD","03/25/2026","03/13/2026"\n'
        "\n"
        '"Grand Totals (2 records)"\n'
        '"Confidential Information - Do Not Distribute"\n',
        encoding="cp1252",
    )
    assert reading.totals == {"rows": 2, "won": 1, "lost": 1, "revenue": Decimal(1155)}
    assert reading.rows_rejected == 0
