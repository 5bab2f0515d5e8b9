"""Which part of a date comes first is decided for the whole file."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.domain.phrase import Day
from dashboard.domain.reading import Example, Outcome
from dashboard.ingest.decisions import date_order, month_comes_first, order_within
from dashboard.ingest.periods import stated

from .conftest import CLINIC, SHOP, ReadText, RowsOf


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        (["2026-03-01"], "ymd"),
        (["13.03.2026"], "dmy"),
        (["01.03.2026"], None),
        (["01/03/2026", "13/03/2026"], "dmy"),
        (["3/1/2026", "3/14/2026"], "mdy"),
        (["01/03/2026", "02/03/2026"], None),
        ([], None),
    ],
)
def test_one_clear_date_decides_for_all(cells: list[str], order: str | None) -> None:
    assert date_order(cells)[0] == order


def test_a_stated_period_settles_what_the_dates_leave_open() -> None:
    march = dict.fromkeys(("dmy", "mdy"), (date(2026, 3, 1), date(2026, 3, 31)))
    assert order_within(["3/1/2026", "3/2/2026"], march) == "mdy"
    assert order_within(["1/3/2026", "2/3/2026"], march) == "dmy"
    assert order_within(["3/3/2026"], march) is None


def test_a_period_that_is_open_itself_settles_nothing() -> None:
    period = stated(["3/1/2026 - 3/4/2026"])
    assert period is not None
    assert period.is_open
    assert order_within(["3/2/2026", "3/3/2026"], period.readings) is None
    assert period.by("dmy") == (date(2026, 1, 3), date(2026, 4, 3))


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
    period = stated(["Campaign report", line])
    assert period is not None
    assert period.by(None) == (date(2026, 3, 1), date(2026, 3, last))


def test_a_month_that_is_named_is_a_period_where_no_days_are() -> None:
    named = stated(["Отчёт за март 2026"])
    assert named is not None
    assert named.by(None) == (date(2026, 3, 1), date(2026, 3, 31))


def test_a_day_in_a_files_name_is_no_period() -> None:
    assert stated(["deals 14.03.2026.csv"], days_alone=False) is None
    assert stated(["14.03.2026"]) is not None


def test_a_heading_without_days_states_no_period() -> None:
    assert stated(["Campaign report", "All time", "31.02.2026 - 45.02.2026"]) is None


MICROSOFT = '"Report Time: {period}"\n\nGregorian date,Campaign name,Impressions,Clicks,Spend,Currency code\n'


def test_the_preamble_decides_between_day_and_month(read_text: ReadText, rows_of: RowsOf) -> None:
    rows = "3/1/2026,Brand,10,1,1.00,USD\n3/2/2026,Brand,10,1,1.00,USD\n"
    reading = read_text(MICROSOFT.format(period="3/1/2026 - 3/14/2026") + rows)
    assert reading.period == (date(2026, 3, 1), date(2026, 3, 2))


OPEN = MICROSOFT.format(period="") + "3/1/2026,Brand,10,1,1.00,USD\n3/2/2026,Brand,10,1,1.00,USD\n"


def test_dates_that_stay_open_are_asked_about_with_both_readings_of_the_files_own_rows(read_text: ReadText) -> None:
    reading = read_text(OPEN, profile=SHOP)
    assert reading.outcome is Outcome.ASKS
    assert reading.rows is None
    (question,) = reading.questions
    assert question.about == "date_order"
    assert [(choice.value, choice.period) for choice in question.choices] == [
        ("mdy", (date(2026, 3, 1), date(2026, 3, 2))),
        ("dmy", (date(2026, 1, 3), date(2026, 2, 3))),
    ]
    assert question.choices[0].rows == (
        Example(4, "3/1/2026", Day(date(2026, 3, 1))),
        Example(5, "3/2/2026", Day(date(2026, 3, 2))),
    )


def test_the_country_orders_the_choices_and_decides_nothing(read_text: ReadText) -> None:
    first = [read_text(OPEN, profile=profile).questions[0].choices[0].value for profile in (SHOP, CLINIC)]
    assert first == ["mdy", "dmy"]
    assert (month_comes_first("US"), month_comes_first("RU")) == (True, False)


def test_a_day_that_does_not_exist_is_rejected_with_its_line(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text("day,currency,rate\n31.02.2026,USD,90\n28.02.2026,USD,91\n")
    assert [row["line"] for row in rows_of(reading, "rejects")] == [2]
    assert reading.rows_kept == 1
