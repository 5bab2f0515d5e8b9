"""What holds for every file that proves how it is written, and for every file that does not."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from dashboard.domain.phrase import Day, Number
from dashboard.domain.reading import Outcome, Reading
from dashboard.ingest import read

from .conftest import CLINIC, SECRET, rows_in

_SLOW = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
_SLOWER = settings(_SLOW, max_examples=2)  # each example is a dozen readings
_DATE_STYLES = {"dmy": "{d:02}/{m:02}/{y}", "mdy": "{m}/{d}/{y}", "ymd": "{y}-{m:02}-{d:02}"}
_NUMBER_STYLES = {".": ("", ","), ",": ("", ".", " ", "\u00a0", "'")}
_DAYS = st.dates(date(2025, 1, 1), date(2026, 10, 31))
_OPEN_DAYS = _DAYS.filter(lambda day: day.day <= 12 and day.day != day.month)


def _read(folder: Path, text: str, answers: dict[str, str] | None = None) -> Reading:
    path = folder / "file.csv"
    path.write_text(text, encoding="utf-8")
    return read(path, profile=CLINIC, secret=SECRET, scratch=folder / "scratch", answers=answers)


def _dates(days: list[date], order: str) -> str:
    rows = [_DATE_STYLES[order].format(d=day.day, m=day.month, y=day.year) for day in days]
    return "Gregorian date,Campaign name,Impressions,Clicks,Spend,Currency code\n" + "".join(
        f"{row},Brand {place},10,1,1.50,USD\n" for place, row in enumerate(rows)
    )


def _days_read(reading: Reading) -> list[date]:
    return [row["day"] for row in rows_in(reading, "ad_day")]


@_SLOW
@given(st.lists(_DAYS, min_size=1, max_size=8), st.sampled_from(list(_DATE_STYLES)))
def test_dates_in_any_order_are_read_right_for_all_rows_where_one_row_proves_it(
    tmp_path: Path, days: list[date], order: str
) -> None:
    days = [*days, date(2026, 3, 25)]
    reading = _read(tmp_path, _dates(days, order))
    assert reading.outcome is Outcome.READABLE
    assert _days_read(reading) == days


@_SLOWER
@given(st.lists(_OPEN_DAYS, min_size=1, max_size=4), st.sampled_from(["dmy", "mdy"]))
def test_dates_that_prove_nothing_are_asked_and_each_answer_gives_the_reading_it_showed(
    tmp_path: Path, days: list[date], order: str
) -> None:
    text = _dates(days, order)
    asked = _read(tmp_path, text)
    assert asked.outcome is Outcome.ASKS
    (question,) = asked.questions
    assert {choice.value for choice in question.choices} == {"dmy", "mdy"}
    for choice in question.choices:
        answered = _read(tmp_path, text, {"date_order": choice.value})
        by_line = {row["line"]: row["day"] for row in rows_in(answered, "ad_day")}
        assert [Day(by_line[row.line]) for row in choice.rows] == [row.meaning for row in choice.rows]
        assert (answered.period, answered.totals) == (choice.period, choice.totals)
        assert (_days_read(answered) == days) is (choice.value == order)


_AMOUNT = st.decimals(0, 9_999_999, places=2)


def _amount(value: Decimal, mark: str, group: str) -> str:
    whole, _, fraction = f"{value:,.2f}".partition(".")
    return f"{whole.replace(',', group)}{mark}{fraction}"


def _amounts(cells: list[str]) -> str:
    return "Дата;Название кампании;ID кампании;Показы;Клики;Потрачено, ₽\n" + "".join(
        f"2026-03-01;Бренд {place};{place};10;1;{cell}\n" for place, cell in enumerate(cells)
    )


@_SLOW
@given(st.lists(_AMOUNT, min_size=1, max_size=6), st.data())
def test_numbers_in_any_style_are_read_right_for_all_rows_where_one_row_proves_it(
    tmp_path: Path, values: list[Decimal], data: st.DataObject
) -> None:
    mark = data.draw(st.sampled_from(list(_NUMBER_STYLES)))
    group = data.draw(st.sampled_from(_NUMBER_STYLES[mark]))
    cells = [_amount(value, mark, group).removesuffix(f"{mark}00") for value in values]
    reading = _read(tmp_path, _amounts([*cells, _amount(Decimal("0.25"), mark, group)]))
    assert reading.outcome is Outcome.READABLE
    assert reading.totals["spend"] == sum(values, Decimal("0.25"))


@_SLOWER
@given(
    st.lists(st.integers(1_000, 999_999), min_size=1, max_size=4),
    st.sampled_from([".", ","]),
    st.lists(_OPEN_DAYS, min_size=4, max_size=4),
)
def test_numbers_that_prove_nothing_are_asked_and_answering_changes_no_other_decision(
    tmp_path: Path, values: list[int], mark: str, days: list[date]
) -> None:
    assume(any(value % 1000 for value in values))
    cells = [f"{value:,}".replace(",", mark) for value in values]
    text = "Gregorian date;Campaign name;Impressions;Clicks;Spend;Currency code\n" + "".join(
        f"{day:%m/%d/%Y};Brand {place};10;1;{cell};USD\n"
        for place, (cell, day) in enumerate(zip(cells, days, strict=False))
    )
    asked = _read(tmp_path, text)
    assert {question.about for question in asked.questions} == {"date_order", "decimal_mark"}
    by_about = {question.about: question for question in asked.questions}
    for about, other in (("date_order", "decimal_mark"), ("decimal_mark", "date_order")):
        choice = by_about[about].choices[1]
        half = _read(tmp_path, text, {about: choice.value})
        assert [one.about for one in half.questions] == [other]
        answered = _read(tmp_path, text, {about: choice.value, other: by_about[other].choices[0].value})
        assert answered.totals == choice.totals
        kept = {(made.about, made.decided) for made in answered.assumptions}
        assert {(made.about, made.decided) for made in asked.assumptions} <= kept
    group = next(choice for choice in by_about["decimal_mark"].choices if choice.value != mark)
    assert group.totals["spend"] == sum(values)
    assert group.rows[0].meaning == Number(Decimal(values[0]), decimals=0)
