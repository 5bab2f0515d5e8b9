"""What settles a file that leaves two readings, the surest first; nothing is guessed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from dashboard.domain.canonical import Kind
from dashboard.domain.reading import Assumption, EarlierDecision, Outcome, Reading, SettledBy
from dashboard.ingest import Mapping
from tests.ingest import samples

from .conftest import CLINIC, SHOP, ReadText, RowsOf

DEALS = Mapping(
    Kind.DEALS,
    {"lead_id": ("Id",), "created": ("Created",), "closed": ("Closed",), "stage": ("Stage",), "amount": ("Sum",)},
)
ORDERS = Mapping(
    Kind.ORDERS,
    {
        "order_id": ("No",), "sold": ("Date",), "quantity": ("Pieces",), "unit_price": ("Each",), "revenue": ("Sum",),
    },
)  # fmt: skip
MICROSOFT = "Gregorian date,{more}Campaign name,Impressions,Clicks,Spend,Currency code\n"


def decided(reading: Reading, about: str) -> Assumption:
    return next(made for made in reading.assumptions if made.about == about)


def order_and_why(reading: Reading) -> tuple[str, SettledBy | None]:
    made = decided(reading, "date_order")
    assert made.because is not None
    return made.decided, made.settled_by


@pytest.mark.parametrize(
    ("header", "cells", "order"),
    [
        ("Weekday", ("Wednesday", "Thursday"), "mdy"),  # 4 and 5 March 2026
        ("День недели", ("пт", "вс"), "dmy"),  # 3 April and 3 May 2026
        ("Month", ("March 2026", "March 2026"), "mdy"),
        ("Месяц", ("апрель", "май"), "dmy"),
        ("Month", ("2026-03", "2026-03"), "mdy"),
        ("Week", ("2026-03-02", "2026-03-02"), "mdy"),
        ("Exported day", ("2026-04-03", "2026-05-03"), "dmy"),
    ],
)
def test_a_column_beside_the_dates_settles_them(
    read_text: ReadText, header: str, cells: tuple[str, str], order: str
) -> None:
    rows = "".join(f"3/{4 + n}/2026,{cell},Brand,10,1,1.50,USD\n" for n, cell in enumerate(cells))
    reading = read_text(MICROSOFT.format(more=f"{header},") + rows)
    assert order_and_why(reading) == (order, SettledBy.NEIGHBOURS)


def test_a_column_that_contradicts_one_row_settles_nothing(read_text: ReadText) -> None:
    rows = "3/4/2026,Wednesday,Brand,10,1,1.50,USD\n3/5/2026,Monday,Brand,10,1,1.50,USD\n"
    assert read_text(MICROSOFT.format(more="Weekday,") + rows).outcome is Outcome.ASKS


def test_no_deal_is_closed_before_it_is_created(read_text: ReadText) -> None:
    rows = "1,05/02/2026,06/01/2026,won,10.50\n2,03/04/2026,03/04/2026,won,10.50\n"
    reading = read_text("Id,Created,Closed,Stage,Sum\n" + rows, mapping=DEALS)
    assert order_and_why(reading) == ("mdy", SettledBy.NEIGHBOURS)


def test_rows_that_stand_by_date_in_one_order_alone_settle_it(read_text: ReadText) -> None:
    days = ["10/02", "11/02", "12/02", "01/03", "02/03", "05/03"]  # sorted with the day first alone
    rows = "".join(f"{day}/2026,Brand,10,1,1.50,USD\n" for day in days)
    assert order_and_why(read_text(MICROSOFT.format(more="") + rows)) == ("dmy", SettledBy.NEIGHBOURS)
    few = "".join(f"{day}/2026,Brand,10,1,1.50,USD\n" for day in days[2:5])
    assert read_text(MICROSOFT.format(more="") + few).outcome is Outcome.ASKS


def test_numbers_of_deals_that_grow_by_date_in_one_order_alone_settle_it(read_text: ReadText) -> None:
    days = ["10/02", "11/02", "12/02", "01/03", "02/03", "05/03"]
    numbered = list(enumerate(days, 1))
    rows = "".join(f"{number},{day}/2026,,new,10.50\n" for number, day in numbered[::2] + numbered[1::2])
    reading = read_text("Id,Created,Closed,Stage,Sum\n" + rows, mapping=DEALS)
    assert order_and_why(reading) == ("dmy", SettledBy.NEIGHBOURS)


def test_the_files_name_settles_what_its_heading_does_not(read_text: ReadText) -> None:
    rows = "3/4/2026,Brand,10,1,1.50,USD\n"
    reading = read_text(MICROSOFT.format(more="") + rows, name="Report(2026.03.01-2026.03.14).csv")
    assert order_and_why(reading) == ("mdy", SettledBy.PERIOD)


def test_full_stops_are_written_with_the_day_first_unless_the_period_says_otherwise(read_text: ReadText) -> None:
    rows = MICROSOFT.format(more="") + "03.04.2026,Brand,10,1,1.50,USD\n"
    assert decided(read_text(rows), "date_order").decided == "dmy"
    assert decided(read_text("1 March 2026 - 14 March 2026\n" + rows), "date_order").decided == "mdy"


def test_dates_that_are_the_same_in_either_order_ask_nothing(read_text: ReadText) -> None:
    reading = read_text(MICROSOFT.format(more="") + "3/3/2026,Brand,10,1,1.50,USD\n")
    assert reading.period == (date(2026, 3, 3), date(2026, 3, 3))


VK = 'Дата,Название кампании,ID кампании,Показы,Клики,{more}"Потрачено, ₽"\n'


@pytest.mark.parametrize(
    ("more", "cells", "spent", "mark"),
    [
        ("CTR,", '"1,50%",', "1.234", ","),
        ("CPC,", "123,", "1.230", ","),  # ten clicks at 123 are 1 230
        ("CPC,", '"0.123",', "1.234", "."),
    ],
)
def test_columns_beside_the_money_settle_its_decimal_mark(
    read_text: ReadText, more: str, cells: str, spent: str, mark: str
) -> None:
    reading = read_text(VK.format(more=more) + f"2026-03-01,Бренд,7,100,10,{cells}{spent}\n")
    made = decided(reading, "decimal_mark")
    assert (made.decided, made.settled_by) == (mark, SettledBy.NEIGHBOURS)


def test_the_files_own_total_settles_the_decimal_mark(read_text: ReadText) -> None:
    rows = "2026-03-01,Бренд,7,100,10,617\n2026-03-02,Бренд,7,100,10,617\nИтого,,,200,20,1.234\n"
    reading = read_text(VK.format(more="") + rows)
    assert decided(reading, "decimal_mark").decided == ","
    assert reading.totals["spend"] == 1234


def test_price_times_quantity_settles_the_decimal_mark_of_the_sum(read_text: ReadText) -> None:
    reading = read_text("No,Date,Pieces,Each,Sum\n1,2026-03-01,3,500,1.500\n", mapping=ORDERS)
    assert decided(reading, "decimal_mark").decided == ","
    assert reading.totals["paid"] == 1500


def test_an_earlier_import_of_the_same_kind_settles_what_nothing_in_the_file_does(read_text: ReadText) -> None:
    rows = MICROSOFT.format(more="") + "3/4/2026,Brand,10,1,1.50,USD\n"
    asked = read_text(rows)
    before = EarlierDecision(asked.same_kind, "date_order", "mdy", SettledBy.PERSON, "february.csv")
    reading = read_text(rows, decided_before=(before,))
    assert order_and_why(reading) == ("mdy", SettledBy.BEFORE)
    other = EarlierDecision(asked.same_kind + "another account", "date_order", "mdy", SettledBy.PERSON, "x.csv")
    assert read_text(rows, decided_before=(other,)).outcome is Outcome.ASKS


def test_a_persons_answer_counts_more_than_habit_and_less_than_proof(read_text: ReadText) -> None:
    open_dates = samples.CALLTOUCH.replace("14/03/2026", "12/03/2026")
    answered = read_text(open_dates, answers={"date_order": "mdy"})
    assert order_and_why(answered) == ("mdy", SettledBy.PERSON)
    assert order_and_why(read_text(open_dates)) == ("dmy", SettledBy.VENDOR)
    proved = read_text(samples.CALLTOUCH, answers={"date_order": "mdy"})
    assert order_and_why(proved) == ("dmy", SettledBy.FILE)
    assert "was not taken" in proved.messages[-1].template


def test_plain_tables_are_of_one_kind_by_their_headers(read_text: ReadText) -> None:
    row = "1,2026-03-01,3,500,1500\n"
    one = read_text("No,Date,Pieces,Each,Sum\n" + row, mapping=ORDERS)
    reordered = read_text("sum,no,Date,Pieces,Each\n1500,1,2026-03-01,3,500\n", mapping=ORDERS)
    wider = read_text("No,Date,Pieces,Each,Sum,Shop\n1,2026-03-01,3,500,1500,x\n", mapping=ORDERS)
    assert one.same_kind == reordered.same_kind != wider.same_kind


@pytest.mark.parametrize(
    ("header", "cell", "unit", "spent"),
    [
        ("Расход (тыс. руб.)", "1,5", "thousands", 1500),
        ("Расход, тыс. ₽", "1,5", "thousands", 1500),
        ("Расход (руб.)", "1,5", "units", 1.5),
    ],
)
def test_a_header_in_thousands_is_read_in_thousands(
    read_text: ReadText, header: str, cell: str, unit: str, spent: float
) -> None:
    reading = read_text(f"Дата;Кампания;№ Кампании;Показы;Клики;{header}\n13.03.2026;Поиск;7;10;1;{cell}\n")
    assert decided(reading, "money_unit").decided == unit
    assert float(reading.totals["spend"]) == spent


def test_a_preamble_in_thousands_is_read_in_thousands(read_text: ReadText) -> None:
    rows = "Дата;Кампания;№ Кампании;Показы;Клики;Расход\n13.03.2026;Поиск;7;10;1;1,5\n"
    assert read_text("Ед. изм.: тыс. руб.\n" + rows).totals["spend"] == 1500
    assert read_text("Кампания на 100 тыс. показов\n" + rows).totals["spend"] == 1.5


@pytest.mark.parametrize(
    ("above", "header", "vat", "by"),
    [
        ("", "Расход с НДС", "included", SettledBy.FILE),
        ("", "Расход без НДС", "excluded", SettledBy.FILE),
        ("Суммы указаны с НДС\n", "Расход", "included", SettledBy.FILE),
        ("", "Расход", "excluded", SettledBy.USUAL),
    ],
)
def test_tax_is_decided_by_what_the_file_says(
    read_text: ReadText, above: str, header: str, vat: str, by: SettledBy
) -> None:
    rows = f"Дата;Кампания;№ Кампании;Показы;Клики;{header}\n13.03.2026;Поиск;7;10;1;1,5\n"
    made = decided(read_text(above + rows), "vat")
    assert (made.decided, made.settled_by) == (vat, by)


META = "Day,Campaign name,Impressions,Link clicks,Amount spent ({sign})\n2026-03-13,Brand,10,1,1.50\n"


def test_a_sign_of_several_currencies_is_the_clients_own_or_asked(read_text: ReadText) -> None:
    assert read_text(META.format(sign="$"), profile=SHOP).currency == "USD"
    asked = read_text(META.format(sign="$"), profile=CLINIC)
    assert [question.about for question in asked.questions] == ["currency"]
    assert "CAD" in [choice.value for choice in asked.questions[0].choices]
    assert read_text(META.format(sign="$"), profile=CLINIC, answers={"currency": "CAD"}).currency == "CAD"
    assert read_text(META.format(sign="€"), profile=CLINIC).currency == "EUR"


def test_signs_beside_the_amounts_say_the_currency(read_text: ReadText) -> None:
    header = "Campaign Name,Campaign Status,Day,Cost,Clicks,CTR\n"
    reading = read_text(header + 'Brand,Enabled,2026-03-13,"€1,622.60",10,1%\n')
    assert reading.currency == "EUR"
    mixed = read_text(header + "Brand,Enabled,2026-03-13,€1.60,10,1%\nBrand,Enabled,2026-03-14,£1.60,10,1%\n")
    assert "several currencies' signs" in mixed.messages[0].template


def test_totals_rows_are_named_by_their_lines(read_text: ReadText) -> None:
    assert decided(read_text(samples.GOOGLE_EN), "totals_rows").decided == "7, 8"


def test_a_period_without_days_is_told_with_what_says_it(read_text: ReadText) -> None:
    made = decided(read_text(samples.GOOGLE_NL), "period")
    assert (made.decided, made.settled_by) == ("2026-03-01/2026-03-14", SettledBy.PERIOD)


NO_DAY = "{period}\nCampaign status,Campaign,Currency code,Impr.,Clicks,Cost\nEnabled,Brand,USD,10,1,1.00\n"


def test_the_days_of_a_file_without_any_are_what_a_person_says(read_text: ReadText) -> None:
    reading = read_text(NO_DAY.format(period="All time"), answers={"period": "2026-03-01/2026-03-14"})
    assert reading.period == (date(2026, 3, 1), date(2026, 3, 14))
    assert decided(reading, "period").settled_by is SettledBy.PERSON


def test_a_stated_period_with_two_readings_is_asked_with_both(read_text: ReadText) -> None:
    asked = read_text(NO_DAY.format(period="3/1/2026 - 3/4/2026"))
    assert [choice.value for choice in asked.questions[0].choices] == [
        "2026-01-03/2026-04-03", "2026-03-01/2026-03-04",
    ]  # fmt: skip


def test_offsets_in_times_are_told(read_text: ReadText) -> None:
    made = decided(read_text(samples.SHOPIFY), "time_zone")
    assert (made.decided, made.settled_by) == ("Europe/Moscow", SettledBy.FILE)


EITHER = Mapping(
    Kind.ADS, {"day": ("Day",), "campaign": ("Name",), "spend": ("Cost",)}, {"money_unit": "either", "currency": "RUB"}
)


@pytest.mark.parametrize(("cell", "unit"), [("5.50", "units"), ("12345", "units")])
def test_amounts_that_would_be_no_whole_cents_are_no_millionths(read_text: ReadText, cell: str, unit: str) -> None:
    reading = read_text(f"Day,Name,Cost\n2026-03-13,Brand,{cell}\n", mapping=EITHER)
    assert decided(reading, "money_unit").decided == unit


def test_amounts_that_may_be_millionths_are_asked_about_with_both_totals(read_text: ReadText) -> None:
    text = "Day,Name,Cost\n2026-03-13,Brand,20000000\n2026-03-13,Generic,30000\n"
    (question,) = read_text(text, mapping=EITHER).questions
    assert [(choice.value, float(choice.totals["spend"])) for choice in question.choices] == [
        ("units", 20_030_000), ("micros", 20.03),
    ]  # fmt: skip
    assert read_text(text, mapping=EITHER, answers={"money_unit": "micros"}).totals["spend"] == Decimal("20.03")


def test_a_number_that_is_open_beyond_the_sample_is_asked_about(read_text: ReadText) -> None:
    rows = "2026-03-01,Бренд,7,100,10,5\n" * 20_100
    asked = read_text(VK.format(more="") + rows + "2026-03-02,Бренд,7,100,10,1.234\n")
    (question,) = asked.questions
    assert [(row.line, row.cell) for row in question.choices[0].rows] == [(20_102, "1.234")]


@pytest.mark.parametrize(
    ("options", "header", "vat", "by"),
    [
        ({}, "Sum", "not_said", SettledBy.USUAL),
        ({"includes_vat": True}, "Sum", "included", SettledBy.PERSON),
        ({"includes_vat": True}, "Sum without VAT", "excluded", SettledBy.FILE),
        ({}, "Sum incl. VAT", "included", SettledBy.FILE),
    ],
)
def test_tax_in_sales_is_as_the_header_or_a_person_says(
    read_text: ReadText, rows_of: RowsOf, options: dict[str, bool], header: str, vat: str, by: SettledBy
) -> None:
    orders = Mapping(Kind.ORDERS, {"order_id": ("No",), "sold": ("Date",), "revenue": (header,)}, options)
    reading = read_text(f"No;Date;{header}\n1;13.03.2026;120,50\n", mapping=orders)
    made = decided(reading, "vat")
    assert (made.decided, made.settled_by) == (vat, by)
    assert rows_of(reading, "sales")[0]["includes_vat"] is (vat == "included")


def test_tax_in_what_deals_brought_is_as_the_mapping_says(read_text: ReadText, rows_of: RowsOf) -> None:
    won = replace(DEALS, options={"includes_vat": True}, words={"won": ("won",)})
    reading = read_text("Id;Created;Closed;Stage;Sum\n1;13.03.2026;14.03.2026;Won;120,50\n", mapping=won)
    assert rows_of(reading, "sales")[0]["includes_vat"] is True
