"""Sales still to come, and two years at the same age."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest

from dashboard.domain.maturity import (
    Lag,
    LagCurve,
    at_same_age,
    completeness,
    expected_orders,
    returns_to_come,
    unsure_of_later,
)
from dashboard.domain.metrics import growth, share
from dashboard.domain.period import Period, full_month

D = Decimal
CURVE = LagCurve.of({0: 40, 10: 40, 20: 20})


def test_four_fifths_of_the_sales_come_by_the_tenth_day() -> None:
    assert [CURVE.complete_at(age) for age in (-1, 0, 9, 10, 20, 99)] == [0, D("0.4"), D("0.4"), D("0.8"), 1, 1]


def test_a_curve_of_few_orders_is_not_to_be_used() -> None:
    assert CURVE.is_enough
    assert not LagCurve.of({0: 29}).is_enough
    assert LagCurve.of({}).complete_at(5) is None


def test_leads_of_today_and_of_three_weeks_ago_are_seven_tenths_complete() -> None:
    today = date(2026, 3, 31)
    leads = {today: 10, today - timedelta(days=21): 10}
    assert completeness(leads, CURVE, today) == D("0.7")
    assert completeness({}, CURVE, today) is None
    assert completeness(leads, LagCurve.of({}), today) is None


def test_last_year_counts_only_what_was_visible_at_the_same_age() -> None:
    now, then = full_month(date(2026, 3, 1)), full_month(date(2025, 3, 1))
    lags = [
        Lag(date(2025, 3, 5), date(2025, 3, 31), 12),
        Lag(date(2025, 3, 5), date(2025, 4, 2), 3),
        Lag(date(2025, 3, 5), date(2025, 4, 3), 15),  # three days after the month: later than today is now
        Lag(date(2025, 2, 28), date(2025, 3, 1), 100),  # another month's lead
    ]
    assert at_same_age(lags, then, now, as_of=date(2026, 4, 2)) == 15
    assert at_same_age(lags, then, now, as_of=date(2026, 3, 31)) == 12


def test_a_cohort_ends_with_what_it_has_and_what_its_leads_usually_bring_later() -> None:
    assert expected_orders(16, 130, D("0.2"), D("0.6")) == D("26.4")


def test_what_is_expected_later_is_as_unsure_as_its_usual_rate_and_its_age() -> None:
    chance = np.random.default_rng(5)
    rates, come = chance.binomial(2000, 0.2, 40_000) / 2000, chance.binomial(100, 0.6, 40_000) / 100
    found = unsure_of_later(D("0.2"), 400, D("0.6"), CURVE)  # a curve of a hundred orders
    assert found == pytest.approx(0.8 / 400 + 0.6 / 0.4 / 100)
    assert float(np.log(rates * (1 - come)).var()) == pytest.approx(found, rel=0.05)
    assert unsure_of_later(D("0.2"), 400, D(1), CURVE) == pytest.approx(0.002)


def test_returns_still_to_come_are_those_not_usually_booked_by_now() -> None:
    assert returns_to_come(D(1000), D("0.1"), D("0.3")) == 70


def test_the_specifications_cohorts(shared: Callable[[str], Path]) -> None:
    golden = json.loads(shared("golden/07_maturity.json").read_text(encoding="utf-8"))
    curve = LagCurve.of({age: D(str(part)) for age, part in enumerate(golden["lag_distribution"])})
    for age, complete in enumerate(golden["cumulative"]):
        assert float(curve.complete_at(age) or 0) == pytest.approx(complete)
    cohorts = golden["bornhuetter_ferguson"]
    rate = D(str(cohorts["p_lead_to_sale"]))
    whole = D(0)
    for cohort in cohorts["cohorts"]:
        ultimate = expected_orders(cohort["observed"], cohort["leads"], rate, D(str(cohort["completeness"])))
        assert ultimate == D(str(cohort["ultimate_bf"]))
        whole += ultimate
    assert whole == D(str(cohorts["total_ultimate_bf"]))
    assert float(share(cohorts["total_observed"], whole) or 0) == pytest.approx(cohorts["period_completeness"])
    as_of = date(2025, 5, 5)
    leads = {as_of - timedelta(days=cohort["age"]): cohort["leads"] for cohort in cohorts["cohorts"]}
    assert float(completeness(leads, curve, as_of) or 0) == pytest.approx(434 / 610)
    same_age = golden["same_age"]
    may_now, may_then = Period(date(2025, 5, 1), date(2025, 5, 1)), Period(date(2024, 5, 1), date(2024, 5, 1))
    lags = [
        Lag(may_then.first, may_then.first + timedelta(days=age), sales)
        for age, sales in enumerate(same_age["last_year"]["sales_by_lag"])
    ]
    visible = at_same_age(lags, may_then, may_now, as_of=may_now.last)
    seen = same_age["this_period"]["sales_seen"]
    assert visible == same_age["last_year_seen_at_same_age"]
    assert float(growth(seen, visible) or 0) == pytest.approx(same_age["same_age_yoy_sales"])
    returns = golden["returns"]
    later = returns_to_come(
        D(str(returns["sold"])),
        D(str(returns["mature_return_rate"])),
        D(str(returns["share_of_returns_already_booked"])),
    )
    assert float(later) == pytest.approx(returns["expected_future_returns"])
