"""The days of campaigns as a picture: what is, what was, what was agreed, what is not finished."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dashboard.charts import campaign_days
from dashboard.charts.look import look_of
from dashboard.domain.period import Period
from dashboard.i18n import Language
from dashboard.reports import campaigns
from dashboard.reports.selection import Selection
from tests.reports.marts import CLINIC, Marts

LOOK = look_of("light")
ENGLISH = Language("en")


def day(number: int, month: int = 6) -> date:
    return date(2025, month, number)


@pytest.fixture
def marts() -> Marts:
    """Ten days of June at 100 a day, ten of May at 50."""
    found = Marts(replace(CLINIC, provisional_days=3))
    for number in range(1, 11):
        found.spend(day(number), "google_ads", "Brand", 100)
        found.spend(day(number, 5), "google_ads", "Brand", 50)
    return found


def drawn(marts: Marts, last: int = 10, measure: str = "spend") -> dict:
    report = campaigns.build(marts, Selection(Period(day(1), day(last))), day(11))
    return campaign_days.figure(report, LOOK, ENGLISH, measure)


def test_bars_are_now_the_grey_line_is_then_and_the_last_days_are_hatched(marts: Marts) -> None:
    bars, hatched, then = drawn(marts)["data"]
    assert bars["y"] == [100] * 8 + [None] * 2
    assert hatched["y"] == [None] * 8 + [100] * 2
    assert then["y"] == [50] * 10
    assert then["line"]["color"] == LOOK.then


def test_the_plan_is_a_hairline_by_the_weight_of_the_days(marts: Marts) -> None:
    marts.plan(day(1), "spend", 2450)  # 24.5 in weight: 100 for a working day, 50 for another
    plan = drawn(marts)["data"][3]
    assert plan["line"]["width"] == 1
    assert plan["y"][0] == pytest.approx(50, abs=1), "the 1st is a Sunday"
    assert plan["y"][1] == pytest.approx(100, abs=1)


def test_days_without_data_yet_are_not_drawn_as_zero(marts: Marts) -> None:
    assert len(drawn(marts, last=20)["data"][0]["x"]) == 10


def test_events_are_numbered_flags(marts: Marts) -> None:
    marts.insert("event_day", day=day(4), day_to=day(4), what="site", text="New site")
    marts.insert("event_day", day=day(20, 5), day_to=day(2), what="outage", text="Hosting down")
    flags = [mark for mark in drawn(marts)["layout"]["annotations"] if mark.get("borderwidth")]
    assert [(mark["text"], mark["x"]) for mark in flags] == [("1", "2025-06-01"), ("2", "2025-06-04")]


def test_the_unit_stands_in_the_title(marts: Marts) -> None:
    assert drawn(marts)["layout"]["title"]["text"].startswith("Spend by day, ")
    assert drawn(marts, measure="leads")["layout"]["title"]["text"] == "Leads by day"


def test_a_long_period_is_drawn_by_week_and_keeps_its_sum(marts: Marts) -> None:
    report = campaigns.build(marts, Selection(Period(date(2025, 1, 1), day(10))), day(11))
    bars, hatched = campaign_days.figure(report, LOOK, ENGLISH)["data"][:2]
    assert len(bars["x"]) == 24
    assert sum(value or 0 for value in bars["y"] + hatched["y"]) == 1500
