from __future__ import annotations

from datetime import date
from decimal import Decimal

from .. import samples
from ..conftest import ReadText, RowsOf


def test_link_clicks_count_and_the_row_without_a_campaign_is_the_total(read_text: ReadText) -> None:
    reading = read_text(samples.META_EN)
    assert reading.totals == {"rows": 2, "impressions": 300, "clicks": 15, "spend": Decimal("30.50")}
    assert reading.currency == "USD"  # from the header
    assert {total.measure for total in reading.file_totals} == {"impressions", "spend"}


def test_the_russian_report_is_the_same(read_text: ReadText) -> None:
    reading = read_text(samples.META_RU)
    assert reading.totals == {"rows": 2, "impressions": 3000, "clicks": 15, "spend": Decimal(300)}
    assert reading.currency == "RUB"


def test_without_a_breakdown_by_day_a_row_covers_what_it_says(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text(
        "Reporting starts,Reporting ends,Campaign name,Amount spent (USD),Impressions,Link clicks,Reach\n"
        "2026-03-01,2026-03-14,Brand,10.00,100,5,80\n"
    )
    row = rows_of(reading, "ad_day")[0]
    assert (row["day"], row["day_to"]) == (date(2026, 3, 1), date(2026, 3, 14))
    assert reading.period == (date(2026, 3, 1), date(2026, 3, 14))
