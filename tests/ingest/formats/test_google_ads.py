from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from dashboard.domain.reading import Outcome

from .. import samples
from ..conftest import ReadText, RowsOf


def test_an_english_report_becomes_campaign_days(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text(samples.GOOGLE_EN)
    assert reading.format == "google_ads"
    assert reading.totals == {"rows": 3, "impressions": 2500, "clicks": 25, "spend": Decimal("25.00")}
    assert reading.currency == "USD"
    assert reading.period == (date(2026, 3, 1), date(2026, 3, 2))
    first = rows_of(reading, "ad_day")[0]
    assert first["campaign"] == first["campaign_key"] == "Search | Brand, exact"
    assert (first["source"], first["medium"], first["platform"]) == ("google", "cpc", "google_ads")
    assert [row["line"] for row in rows_of(reading, "ad_day")] == [4, 5, 6]


def test_the_first_total_is_compared_and_the_accounts_is_not(read_text: ReadText) -> None:
    reading = read_text(samples.GOOGLE_EN)
    assert {total.measure: (total.stated, total.agrees) for total in reading.file_totals} == {
        "impressions": (Decimal(2500), True), "clicks": (Decimal(25), True), "spend": (Decimal(25), True),
    }  # fmt: skip


def test_a_total_that_is_not_the_sum_is_said(read_text: ReadText) -> None:
    reading = read_text(samples.GOOGLE_EN.replace("25.00,3.00", "26.00,3.00"))
    assert [total.measure for total in reading.file_totals if not total.agrees] == ["spend"]
    assert "not the sum" in " ".join(message.template for message in reading.messages)


def test_the_excel_csv_in_utf16_with_tabs_is_the_same_report(read_text: ReadText) -> None:
    plain = read_text(samples.GOOGLE_EN)
    lines = ["\t".join(cell.strip('"') for cell in line.split(",")) for line in samples.GOOGLE_EN.splitlines()[:3]]
    body = [
        "Enabled\tSearch | Brand, exact\t2026-03-01\tUSD\t1,000\t10\t1.00%\t1.00\t10.50\t1.00",
        "Enabled\tPMax\t2026-03-01\tUSD\t200\t2\t --\t0.50\t1.00\t0.00",
        "Enabled\tSearch | Brand, exact\t2026-03-02\tUSD\t1,300\t13\t1.00%\t1.00\t13.50\t2.00",
    ]
    excel = read_text("\r\n".join([*lines, *body, ""]), encoding="utf-16")
    assert excel.totals == plain.totals


def test_a_russian_header_with_a_latin_letter_is_recognised(read_text: ReadText) -> None:
    reading = read_text(samples.GOOGLE_RU, encoding="utf-8-sig")
    assert reading.totals == {"rows": 2, "impressions": 1500, "clicks": 15, "spend": Decimal("1500.00")}
    assert reading.currency == "RUB"
    assert all(total.agrees for total in reading.file_totals)


def test_a_dutch_report_without_days_is_kept_for_its_whole_period(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text(samples.GOOGLE_NL)
    assert reading.totals == {"rows": 2, "impressions": 3029, "clicks": 1700, "spend": Decimal("1500.00")}
    assert {(row["day"], row["day_to"]) for row in rows_of(reading, "ad_day")} == {
        (date(2026, 3, 1), date(2026, 3, 14))
    }
    assert "no day" in " ".join(message.template for message in reading.messages)


def test_a_report_of_all_time_without_days_asks_for_them(read_text: ReadText) -> None:
    header = "Campaign report\nAll time\nCampaign status,Campaign,Currency code,Impr.,Clicks,Cost\n"
    asked = read_text(header + "Enabled,Brand,USD,10,1,1.00\n")
    assert asked.outcome is Outcome.ASKS
    assert [(question.about, question.choices) for question in asked.questions] == [("period", ())]
    assert read_text(header).outcome is Outcome.EMPTY


@pytest.mark.parametrize("cell", ["abc", "1.2.3", "12,34,5", "1e99"])
def test_a_cost_that_is_no_number_costs_its_row_alone(read_text: ReadText, rows_of: RowsOf, cell: str) -> None:
    reading = read_text(samples.GOOGLE_EN.replace("10.50", f'"{cell}"'))
    assert (reading.rows_read, reading.rows_kept, reading.rows_rejected) == (3, 2, 1)
    rejected = rows_of(reading, "rejects")[0]
    assert rejected["line"] == 4
    assert "number" in rejected["reason"]
    assert cell in rejected["content"]
