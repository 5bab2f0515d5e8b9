"""Plan and fact: pace by the weight of days, forecast, and deviations that are news."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.calendar import days
from dashboard.domain.pacing import (
    Accuracy,
    Basis,
    Forecast,
    Level,
    cost_status,
    events_needed,
    forecast,
    forecast_accuracy,
    money_status,
    pace_index,
    plan_to_date,
    spend_status,
    status,
    weight,
)

D = Decimal


def test_days_off_weigh_half() -> None:
    june = days("RU", date(2025, 6, 1), date(2025, 6, 30))  # 19 working days, 11 others
    assert weight(june) == D("24.5")
    assert weight(june[:15]) == D("11.5")
    assert weight(june, non_working=D(1)) == 30


def test_the_pace_is_against_the_weight_of_the_days_that_are_over() -> None:
    assert pace_index(300, 600, D(5), D(10)) == 1
    assert pace_index(330, 600, D(5), D(10)) == D("1.1")
    assert pace_index(330, 0, D(5), D(10)) is None
    assert pace_index(330, 600, D(0), D(10)) is None


def test_the_plan_to_date_is_its_part_by_weight() -> None:
    assert plan_to_date(300, D(5), D(20)) == 75


def test_the_rest_of_the_month_goes_like_the_elapsed_days() -> None:
    found = forecast(100, D(10), D(20))
    assert found is not None
    assert (found.value, found.basis) == (200, Basis.ACTUAL)
    assert found.sd == pytest.approx((100 + 10**2 * 10 / 10) ** 0.5)


def test_early_in_the_month_the_rest_is_taken_from_the_plan() -> None:
    assert forecast(50, D(1), D(10), plan=100) == Forecast(D(140), 90**0.5, Basis.PLAN)
    assert forecast(50, D(1), D(10)) is None
    assert forecast(0, D(0), D(10), plan=100) == Forecast(D(100), 10.0, Basis.PLAN)


def test_a_month_that_is_over_ends_where_it_is() -> None:
    assert forecast(100, D(10), D(10)) == Forecast(D(100), 0.0, Basis.ACTUAL)


GATES = [
    (40, 34, "amber"),
    (40, 28, "red"),
    (200, 170, "red"),
    (200, 180, "amber"),
    (1000, 900, "amber"),
    (20, 17, "too_few_data"),
    (20, 26, "amber"),
    (100, 117, "red"),
    (100, 92, "ok"),
]


@pytest.mark.parametrize(("plan", "actual", "level"), GATES)
def test_a_deviation_is_news_only_with_enough_events(plan: int, actual: int, level: str) -> None:
    assert status(plan, actual).level == Level(level)


def test_180_of_200_is_exactly_ten_per_cent_off_and_181_is_not() -> None:
    assert status(200, 180).deviation == D("-0.1")
    assert status(200, 181).level is Level.OK
    assert status(200, 220).level is Level.AMBER


@given(st.integers(1, 10**6))
def test_ten_per_cent_is_off_plan_whatever_floats_say(tens: int) -> None:
    assert spend_status(D(tens) / 100, D(tens) * 9 / 1000).level is Level.AMBER
    assert spend_status(D(tens) / 100, D(tens) * 85 / 10000).level is Level.RED


def test_without_a_plan_nothing_is_off_it() -> None:
    assert status(None, 5).level is Level.NO_PLAN
    assert spend_status(0, 5).level is Level.NO_PLAN
    assert cost_status(None, 5, 1).level is Level.NO_PLAN
    assert money_status(None, 5, 25).level is Level.NO_PLAN


def test_a_cost_per_lead_is_as_sure_as_its_leads() -> None:
    few, many = cost_status(100, D(4000), 34), cost_status(100, D(20000), 170)
    assert few.deviation == many.deviation == D(6) / D(34)
    assert (few.level, many.level) == (Level.AMBER, Level.RED)
    assert few.confidence == pytest.approx(0.8281462081379805)  # 34 leads where the spend should buy 40
    assert cost_status(100, D(1000), 10).level is Level.OK
    assert cost_status(100, D(1000), 0).level is Level.TOO_FEW_DATA
    assert cost_status(100, D(500), 10).deviation == D("-0.5")


def test_revenue_is_as_sure_as_the_orders_it_rests_on() -> None:
    hundred_even, one_giant = D(80) ** 2 / 100, D(80) ** 2
    assert money_status(100, D(80), hundred_even).level is Level.RED
    assert money_status(100, D(80), one_giant).level is Level.TOO_FEW_DATA
    assert money_status(100, D(0), D(0)).level is Level.TOO_FEW_DATA
    assert money_status(100, D(0), D(0)).deviation == -1


def test_a_forecast_holds_when_the_fact_lies_within_15_per_cent_of_it() -> None:
    assert forecast_accuracy([(100, 115), (100, 116), (100, 85)]).held == 2
    assert forecast_accuracy([(50, 100)]) == Accuracy(0, 1, D("0.5"))
    assert forecast_accuracy([]) == Accuracy(0, 0, None)


def test_the_smaller_a_deviation_the_more_events_it_needs() -> None:
    assert [round(events_needed(off)) for off in (0.10, 0.15, 0.20)] == [451, 200, 113]


def test_the_specifications_month(shared: Callable[[str], Path]) -> None:
    golden = json.loads(shared("golden/06_pacing_forecast.json").read_text(encoding="utf-8"))
    elapsed = weight(days("RU", date(2025, 6, 1), date.fromisoformat(golden["as_of"])))
    whole = weight(days("RU", date(2025, 6, 1), date(2025, 6, 30)))
    assert (elapsed, whole) == (D(str(golden["weight_elapsed"])), D(str(golden["weight_total"])))
    pace = pace_index(D(str(golden["spent"])), D(str(golden["budget"])), elapsed, whole)
    assert pace is not None
    assert float(pace) == pytest.approx(golden["spend_pace_index"])
    found = forecast(int(golden["leads_to_date"]), elapsed, whole)
    assert found is not None
    assert float(found.value) == pytest.approx(golden["forecast_month_end"])
    assert found.sd == pytest.approx(golden["forecast_sd_poisson"])
    assert float(found.value) / golden["plan_leads"] - 1 == pytest.approx(golden["forecast_vs_plan"])
    for case in golden["gating"]:
        got = status(case["plan"], case["actual"])
        assert got.level == case["status"], case
        assert got.deviation is not None
        assert float(got.deviation) == pytest.approx(case["deviation"])
        assert got.confidence == pytest.approx(case["confidence"], rel=1e-9)
    for name, off in (("dev_10pct", 0.10), ("dev_15pct", 0.15), ("dev_20pct", 0.20)):
        assert events_needed(off) == pytest.approx(golden["events_needed_to_see"][name])
    accuracy = golden["forecast_accuracy"]
    got_accuracy = forecast_accuracy([(pair["f"], pair["a"]) for pair in accuracy["pairs"]])
    assert got_accuracy.held / got_accuracy.total == accuracy["within_15pct_of_forecast"]
    assert float(got_accuracy.mean_error or 0) == pytest.approx(accuracy["mape"])
