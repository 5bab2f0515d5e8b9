from __future__ import annotations

from decimal import Decimal

import pytest

from .. import samples
from ..conftest import ReadText, RowsOf


@pytest.mark.parametrize("encoding", ["cp1251", "utf-8-sig"])
def test_the_wizards_report_is_read_in_both_its_encodings(read_text: ReadText, rows_of: RowsOf, encoding: str) -> None:
    reading = read_text(samples.YANDEX, encoding=encoding)
    assert reading.totals == {"rows": 2, "impressions": 1500, "clicks": 15, "spend": Decimal("1500.00")}
    assert reading.currency == "RUB"
    first, second = rows_of(reading, "ad_day")
    assert (first["account"], first["campaign_key"], first["campaign"]) == ("demo-clinic", "48", "Поиск")
    assert second["campaign"] == 'РСЯ "Виниры"; Москва'
    assert (first["line"], second["line"]) == (6, 7)
    assert first["includes_vat"] is False


def test_cost_without_tax_is_preferred_to_cost_with_it(read_text: ReadText, rows_of: RowsOf) -> None:
    both = "Дата;Кампания;Показы;Клики;Расход с НДС;Расход без НДС\n01.03.2026;Поиск;10;1;122,00;100,00\n"
    reading = read_text(both)
    assert reading.totals["spend"] == 100
    assert rows_of(reading, "ad_day")[0]["includes_vat"] is False


def test_cost_with_tax_alone_is_marked_so(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text("Дата;Кампания;Показы;Клики;Расход с НДС\n01.03.2026;Поиск;10;1;122,00\n")
    assert rows_of(reading, "ad_day")[0]["includes_vat"] is True
    assert ("vat", "included") in {(one.about, one.decided) for one in reading.assumptions}


API = (
    '"Spend (2026-03-01 - 2026-03-02)"\nDate\tCampaignId\tCampaignName\tImpressions\tClicks\tCost\tBounceRate\n'
    "2026-03-01\t48\tПоиск\t1000\t10\t1000250000\t--\n2026-03-02\t50\tРСЯ\t500\t5\t499750000\t12.50\nTotal rows: 2\n"
)


@pytest.mark.parametrize(
    ("content", "unit"),
    [(API, "micros"), (API.replace("1000250000", "1000.25").replace("499750000", "499.75"), "units")],
)
def test_the_apis_cost_is_in_millionths_unless_one_has_a_decimal_mark(
    read_text: ReadText, rows_of: RowsOf, content: str, unit: str
) -> None:
    reading = read_text(content, "report.tsv")
    assert reading.format == "yandex_direct_api"
    assert reading.totals == {"rows": 2, "impressions": 1500, "clicks": 15, "spend": Decimal(1500)}
    first = rows_of(reading, "ad_day")[0]
    assert (first["platform"], first["campaign_key"], first["campaign"]) == ("yandex_direct", "48", "Поиск")
    assert next(one.decided for one in reading.assumptions if one.about == "money_unit") == unit
    assert reading.rows_rejected == 0


def test_one_decimal_mark_decides_for_the_whole_file(read_text: ReadText) -> None:
    reading = read_text(API.replace("1000250000", "3").replace("499750000", "1.50"))
    assert reading.totals["spend"] == Decimal("4.50")


def test_the_apis_count_of_rows_is_held_against_the_file(read_text: ReadText) -> None:
    reading = read_text(API.replace("Total rows: 2", "Total rows: 28"))
    assert "may be cut" in " ".join(message.template for message in reading.messages)


def test_a_report_of_the_api_without_a_title_needs_no_period(read_text: ReadText) -> None:
    reading = read_text("\n".join(API.splitlines()[1:-1]) + "\n")
    assert (reading.totals["spend"], reading.format) == (1500, "yandex_direct_api")
