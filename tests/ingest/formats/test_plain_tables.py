"""Rates, plan, events, notes, and tables that come with a mapping."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.reading import Outcome
from dashboard.ingest import load_mapping

from ..conftest import ReadText, RowsOf


@pytest.fixture
def mapping_file(tmp_path: Path) -> Path:
    path = tmp_path / "mapping.toml"
    path.write_text(
        'kind = "orders"\n[columns]\norder_id = "Invoice"\nsold = "Date"\nquantity = "Qty"\nunit_price = "Price"\n'
        'phone = "Tel"\n[options]\ncurrency = "GBP"\ndate_order = "dmy"\n',
        encoding="utf-8",
    )
    return path


def test_rates_keep_eight_places(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text("day,currency,rate\n2026-03-01,USD,91.12345678\n2026-03-02,USD,0\n")
    assert (reading.kind, reading.rows_kept, reading.rows_rejected) == ("rates", 1, 1)
    assert rows_of(reading, "rates")[0]["rate"] == Decimal("91.12345678")


def test_a_plan_is_by_month_channel_and_measure(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text(
        "Месяц;Канал;Показатель;Значение;Согласовано\n2026-03;google_ads;spend;100 000,50;2026-02-25\n"
        "01.04.2026;;target leads;20;2026-02-25\n2026-05;;magic;1;2026-02-25\n"
    )
    assert reading.kind == "plan"
    first, second = rows_of(reading, "plan")
    assert (first["month"], first["channel"], first["measure"]) == (date(2026, 3, 1), "google_ads", "spend")
    assert first["value"] == Decimal("100000.50")
    assert (second["month"], second["measure"], second["agreed_on"]) == (
        date(2026, 4, 1), "target_leads", date(2026, 2, 25),
    )  # fmt: skip
    assert reading.rows_rejected == 1


def test_of_two_rates_of_one_day_neither_is_taken(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text("day,currency,rate\n2026-03-01,USD,90\n2026-03-01,USD,91\n2026-03-02,USD,92\n")
    assert [row["rate"] for row in rows_of(reading, "rates")] == [92]
    assert reading.rows_rejected == 2


def test_a_plan_for_an_unknown_channel_or_below_zero_is_rejected(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text(
        "month,channel,measure,value\n2026-03,Google Ads,spend,100\n2026-03,magic,spend,100\n2026-03,,leads,-1\n"
    )
    assert [row["channel"] for row in rows_of(reading, "plan")] == ["google_ads"]
    assert reading.rows_rejected == 2


def test_events_may_last_several_days(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text(
        "day,day_to,what,text\n2026-03-01,2026-03-03,site,Hosting was down\n2026-03-09,,goal,New goal\n"
    )
    assert [(row["day"], row["day_to"]) for row in rows_of(reading, "events")] == [
        (date(2026, 3, 1), date(2026, 3, 3)), (date(2026, 3, 9), date(2026, 3, 9)),
    ]  # fmt: skip


def test_notes_keep_their_lines(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text('month,author,text,next_steps\n2026-03,Anna,"First.\nSecond.",Test a page\n')
    assert rows_of(reading, "notes")[0]["text"] == "First.\nSecond."


def test_a_mapped_table_of_orders_multiplies_exactly_and_turns_negative_rows_into_refunds(
    read_text: ReadText, rows_of: RowsOf, mapping_file: Path
) -> None:
    reading = read_text(
        "Invoice,Date,Qty,Price,Tel\n1,01/03/2026 08:26,3,2.55,89161112233\n2,02/03/2026 09:00,1,0.001,\n"
        "C1,05/03/2026 10:00,-2,2.55,\n",
        mapping=load_mapping(mapping_file),
    )
    assert reading.currency == "GBP"
    assert reading.totals == {
        "rows": 3, "orders": 2, "paid": Decimal("7.651"), "refunded": Decimal("5.10"), "net_revenue": Decimal("2.551"),
        "returned": Decimal("5.10"),
    }  # fmt: skip
    back = rows_of(reading, "sales")[2]
    assert (back["revenue"], back["refunded"], back["refunded_at"]) == (0, Decimal("5.10"), back["sold"])


def test_a_mapping_whose_header_is_not_there_says_which(read_text: ReadText, mapping_file: Path) -> None:
    reading = read_text("Invoice,Day,Qty,Price\n1,01/03/2026,3,2.55\n", mapping=load_mapping(mapping_file))
    assert reading.outcome is Outcome.NEEDS_MAPPING
    assert dict(reading.messages[0].values)["headers"] == ("Date", "Tel")


def test_ad_days_come_by_a_mapping_too(read_text: ReadText, tmp_path: Path, rows_of: RowsOf) -> None:
    path = tmp_path / "ads.toml"
    path.write_text(
        'kind = "ads"\n[columns]\nday = "When"\ncampaign = "What"\nspend = "Micros"\n'
        '[options]\nplatform = "linkedin_ads"\nsource = "linkedin"\nmedium = "cpc"\nmoney_unit = "micros"\n'
        'currency = "EUR"\n',
        encoding="utf-8",
    )
    reading = read_text("When;What;Micros\n2026-03-01;Brand;1500000\n", mapping=load_mapping(path))
    row = rows_of(reading, "ad_day")[0]
    assert (row["platform"], row["source"], row["spend"], row["currency"]) == (
        "linkedin_ads", "linkedin", Decimal("1.5"), "EUR",
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "kind = orders",
        'kind = "magic"',
        'kind = "orders"',
        'kind = "orders"\n[columns]\nmagic = "x"\norder_id = "a"\nsold = "b"',
        'kind = "orders"\n[columns]\norder_id = "a"',
        'kind = "orders"\n[columns]\norder_id = "a"\nsold = "b"\n[options]\ndate_order = "yes"',
        'kind = "orders"\noptions = 1\n[columns]\norder_id = "a"\nsold = "b"',
        'kind = "orders"\n[columns]\norder_id = "a"\nsold = "b"\n[options]\ncurrency = "rubles"',
        'kind = "orders"\n[columns]\norder_id = "a"\nsold = "b"\n[option]\ncurrency = "RUB"',
    ],
)
def test_a_wrong_mapping_is_refused_with_a_sentence(tmp_path: Path, text: str) -> None:
    path = tmp_path / "mapping.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsInvalid):
        load_mapping(path)


def test_series_are_of_days_weeks_or_months(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text(
        "day,day_to,kind,name,value\n2026-03-02,,demand,implants,100\n2026-03-09,,спрос,implants,80\n"
        "2026-W13,,stock,Cup,0\n2026-03,,price index,,102.5\n2026-03-01,2026-03-03,capacity,,12\n"
        "2026-03-05,,magic,,1\n2026-03-06,,stock,Cup,-1\n2026-03-07,,stock,Pot,нет в наличии\n"
    )
    assert (reading.kind, reading.rows_rejected) == ("series", 2)
    found = [(row["kind"], str(row["day"]), str(row["day_to"]), row["value"]) for row in rows_of(reading, "series")]
    assert found == [
        ("demand", "2026-03-02", "2026-03-08", 100),
        ("demand", "2026-03-09", "2026-03-15", 80),
        ("stock", "2026-03-23", "2026-03-29", 0),
        ("price_index", "2026-03-01", "2026-03-31", Decimal("102.5")),
        ("capacity", "2026-03-01", "2026-03-03", 12),
        ("stock", "2026-03-07", "2026-03-07", 0),
    ]


def test_of_two_values_of_one_day_neither_is_taken(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text("day,kind,name,value\n2026-03-01,stock,A,1\n2026-03-01,stock,A,2\n2026-03-01,stock,B,3\n")
    assert [row["name"] for row in rows_of(reading, "series")] == ["B"]
    assert reading.rows_rejected == 2


@pytest.mark.parametrize(
    "text",
    [
        "Номер;Дата;Номенклатура;Склад;Выручка\n1;01.03.2026;Cup;North;100\n",
        "ID;Стадия сделки;Сумма;Дата создания;Филиал\n1;Сделка успешна;100;01.03.2026;North\n",
        "Name,Financial Status,Total,Created at,Lineitem name,Location\n"
        "#1,paid,100,2026-03-01 10:00:00 +0300,Cup,North\n",
    ],
)
def test_the_place_of_a_sale_is_kept_where_the_export_has_it(read_text: ReadText, rows_of: RowsOf, text: str) -> None:
    assert [(row["revenue"], row["location"]) for row in rows_of(read_text(text), "sales")] == [(100, "North")]
