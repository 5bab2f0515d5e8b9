"""Bitrix24, amoCRM, HubSpot, Salesforce, Pipedrive, Zoho CRM."""

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


def test_bitrix24s_own_names_and_its_stages_of_several_pipelines(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text(samples.BITRIX_REST)
    assert reading.totals == {"rows": 3, "won": 1, "lost": 1, "revenue": Decimal(100)}
    without_semantics = samples.BITRIX_REST.replace("STAGE_SEMANTIC_ID", "GROUP")
    assert read_text(without_semantics).totals == reading.totals
    sale = rows_of(reading, "sales")[0]
    assert (sale["sold"], sale["way"]) == (datetime.fromisoformat("2026-03-10 03:00:00"), "site")


def test_amocrms_newer_budget_names_its_currency_and_any_phone_will_do(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text(samples.AMOCRM_NEW)
    assert (reading.currency, reading.totals["revenue"]) == ("RUB", Decimal(300))
    won, still_open = rows_of(reading, "leads")
    assert won["phone_hash"] == still_open["phone_hash"]


def test_hubspot_stages_come_as_labels_or_as_internal_names(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text(samples.HUBSPOT)
    assert reading.totals == {"rows": 4, "won": 2, "lost": 1, "revenue": Decimal(500)}
    chairs, tables = rows_of(reading, "sales")
    assert chairs["sold"] == datetime.fromisoformat("2024-02-10 12:00:00")  # when it was won, not when it was expected
    assert tables["sold"] == datetime.fromisoformat("2024-02-12 09:30:00")
    assert (chairs["source"], chairs["medium"]) == ("Paid Search", "Paid Search")
    assert rows_of(reading, "leads")[3]["closed"] is None  # an open deal has a close date too


def test_salesforce_reads_the_month_first_and_leaves_its_footer(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text(samples.SALESFORCE, encoding="latin-1")
    assert reading.totals == {"rows": 3, "won": 2, "lost": 1, "revenue": Decimal(1200)}
    assert (reading.currency, reading.rows_rejected) == ("USD", 0)
    assert len({row["order_id"] for row in rows_of(reading, "sales")}) == 2  # two deals of one name


def test_pipedrive_deals_end_when_they_were_won_or_lost(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text(samples.PIPEDRIVE)
    assert reading.totals == {"rows": 3, "won": 1, "lost": 1, "revenue": Decimal(300)}
    assert reading.currency == "EUR"
    won, lost, still_open = rows_of(reading, "leads")
    assert won["closed"] == datetime.fromisoformat("2026-03-05 11:00:00")
    assert (lost["closed"], lost["lost_reason"]) == (datetime.fromisoformat("2026-03-06 11:00:00"), "Too dear")
    assert (still_open["status"], still_open["closed"], won["phone_tail"]) == ("open", None, "24")


def test_zohos_mixed_amounts_are_in_the_one_currency_that_some_name(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text(samples.ZOHO_DEALS)
    assert reading.totals == {"rows": 3, "won": 2, "lost": 1, "revenue": Decimal(14298)}
    assert reading.currency == "EUR"
    leads = rows_of(reading, "leads")
    assert [lead["amount"] for lead in leads] == [Decimal(2900), Decimal(11398), Decimal(11000)]
    assert [lead["target"] for lead in leads] == [True, True, False]
    assert leads[0]["lead_id"] == "5805028000056864695"


def test_amounts_with_signs_of_two_currencies_are_not_added(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text(samples.ZOHO_DEALS.replace("€ 11398,00", "$ 11398,00").replace(",11000,", ",₽ 11000,"))
    assert reading.currency is None
    assert {lead["currency"] for lead in rows_of(reading, "leads")} == {
        "EUR",
        "RUB",
        "",
    }  # many countries have a dollar
    assert "revenue" not in reading.totals


def test_no_name_of_a_person_is_kept(read_text: ReadText, rows_of: RowsOf) -> None:
    for sample in (samples.PIPEDRIVE, samples.ZOHO_DEALS, samples.AMOCRM_NEW):
        held = repr([rows_of(read_text(sample), table) for table in ("leads", "sales")])
        assert "Bob" not in held
        assert "Анна" not in held
