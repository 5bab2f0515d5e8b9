"""Which part of a date comes first is decided for the whole file."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.ingest.decisions import date_order, order_within, usual_order
from dashboard.ingest.periods import stated

from .conftest import CLINIC, SHOP, ReadText, RowsOf


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        (["2026-03-01"], "ymd"),
        (["01.03.2026"], "dmy"),
        (["01/03/2026", "13/03/2026"], "dmy"),
        (["3/1/2026", "3/14/2026"], "mdy"),
        (["01/03/2026", "02/03/2026"], None),
        ([], None),
    ],
)
def test_one_clear_date_decides_for_all(cells: list[str], order: str | None) -> None:
    assert date_order(cells)[0] == order


def test_a_stated_period_settles_what_the_dates_leave_open() -> None:
    march = (date(2026, 3, 1), date(2026, 3, 31))
    assert order_within(["3/1/2026", "3/2/2026"], march) == "mdy"
    assert order_within(["1/3/2026", "2/3/2026"], march) == "dmy"
    assert order_within(["3/3/2026"], march) is None


@pytest.mark.parametrize(
    ("line", "last"),
    [
        ("March 1, 2026 - March 14, 2026", 14),
        ("1 maart 2026 - 14 maart 2026", 14),
        ("1 марта 2026 - 14 марта 2026", 14),
        ("01.03.2026 - 14.03.2026", 14),
        ("Report Time: 3/1/2026 - 3/14/2026", 14),
        ("Campaigns(2026.03.01-2026.03.14).csv", 14),
        ("2026-03-01 - 2026-03-02", 2),
    ],
)
def test_a_period_is_read_in_the_languages_of_the_exports(line: str, last: int) -> None:
    assert stated(["Campaign report", line]) == (date(2026, 3, 1), date(2026, 3, last))


def test_a_heading_without_days_states_no_period() -> None:
    assert stated(["Campaign report", "All time", "31.02.2026 - 45.02.2026"]) is None


MICROSOFT = '"Report Time: {period}"\n\nGregorian date,Campaign name,Impressions,Clicks,Spend,Currency code\n'


def test_the_preamble_decides_between_day_and_month(read_text: ReadText, rows_of: RowsOf) -> None:
    rows = "3/1/2026,Brand,10,1,1.00,USD\n3/2/2026,Brand,10,1,1.00,USD\n"
    reading = read_text(MICROSOFT.format(period="3/1/2026 - 3/14/2026") + rows)
    assert reading.period == (date(2026, 3, 1), date(2026, 3, 2))


def test_dates_that_stay_open_are_read_as_the_country_writes_them_and_it_is_said(read_text: ReadText) -> None:
    rows = "3/1/2026,Brand,10,1,1.00,USD\n3/2/2026,Brand,10,1,1.00,USD\n"
    american = read_text(MICROSOFT.format(period="") + rows, profile=SHOP)
    russian = read_text(MICROSOFT.format(period="") + rows, profile=CLINIC)
    assert american.period == (date(2026, 3, 1), date(2026, 3, 2))
    assert russian.period == (date(2026, 1, 3), date(2026, 2, 3))
    for reading in (american, russian):
        assert "day first or with the month first" in reading.messages[0].template
    assert (usual_order("US"), usual_order("RU")) == ("mdy", "dmy")


def test_a_day_that_does_not_exist_is_rejected_with_its_line(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text("day,currency,rate\n31.02.2026,USD,90\n28.02.2026,USD,91\n")
    assert [row["line"] for row in rows_of(reading, "rejects")] == [2]
    assert reading.rows_kept == 1
