"""Refunds that are still to come: by their age (golden 07), by the earlier period's, by accounting's list."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest

from dashboard.domain.maturity import LagCurve
from dashboard.reports.year_over_year.refunds import error, still_due
from tests.reports.marts import Marts
from tests.reports.year_over_year.telling import NOW, both, found, report, said

SOLD_THEN, SOLD_NOW = date(2024, 12, 21), date(2025, 12, 21)  # on 31 December 2025 these sales are ten days old


@pytest.fixture
def golden() -> Marts:
    """Golden 07: a million sold a year, of which a tenth comes back in the end and three tenths of that at once."""
    marts = Marts()
    for _ in both(marts):
        pass
    marts.connection.execute("delete from coverage_day where day > date '2025-12-31'")
    marts.sale(SOLD_THEN, "direct", revenue=10_000, refunds=1_000, count=100, cogs=None)
    marts.sale(SOLD_NOW, "direct", revenue=10_000, refunds=350, count=100, cogs=None)
    marts.refunded(SOLD_THEN, SOLD_THEN + timedelta(days=5), 30_000, count=30)
    marts.refunded(SOLD_THEN, SOLD_THEN + timedelta(days=40), 70_000, count=70)
    return marts


def test_refunds_are_expected_by_the_age_of_earlier_ones(golden: Marts, shared: Callable[[str], Path]) -> None:
    expected = json.loads(shared("golden/07_maturity.json").read_text(encoding="utf-8"))["returns"]
    told = report(golden, date(2026, 1, 1))
    due = told.bridge
    assert due is not None
    line = due.line("returns_to_come")
    assert line is not None
    assert line.amount == expected["expected_future_returns"] == 70_000
    # Seventy of 1,000 by chance; a hundred earlier refunds tell how many come, and that thirty of them are in by now.
    assert line.se == pytest.approx((70_000 * 1_000 + 70_000**2 / 100 + 70_000 * 30_000 / 100) ** 0.5)
    assert (due.reported.now, due.comparable.now) == (expected["net_revenue_naive"], expected["net_revenue_expected"])
    kept = due.line("kept")
    assert kept is not None
    assert kept.amount == -5000  # 35,000 so far and 70,000 to come are 5,000 more than the 100,000 of a year before
    (reason,) = found(told, "Y07")
    assert (reason.caveat.figure, reason.line) == (line.amount, "returns_to_come")
    assert said(reason) == (
        "₽35k of this period's sales has come back so far, 3.5%; in the end 10.0% does, as of earlier sales. Another "
        "₽70k is to be expected until they are as old as those of the earlier period."
    )
    assert said(reason, "ru").startswith("Из продаж этого периода пока возвращено 35 тыс ₽, 3,5 %; в итоге")


def test_of_sales_long_past_nothing_is_still_to_come(golden: Marts) -> None:
    golden.covered(date(2026, 3, 1), "deals", "bitrix24")
    told = report(golden, date(2026, 3, 2))
    assert told.bridge is not None
    assert told.bridge.line("returns_to_come") is None
    assert not found(told, "Y07")


def test_what_is_to_come_back_is_as_unsure_as_the_refunds_that_let_expect_it_and_as_chance() -> None:
    """A thousand sales of 100, of which a tenth comes back, three tenths of it by now; 50 of 500 did."""
    chance = np.random.default_rng(8)
    known = chance.binomial(500, 0.1, 40_000)
    by_now = chance.binomial(known, 0.3)
    foretold = 1000 * 100 * (known - by_now) / 500
    come = 100 * chance.binomial(1000, 0.07, 40_000)
    assert float((foretold - come).std()) == pytest.approx(error(7000, 10_000, 50, 100, 1.0), rel=0.06)
    assert error(0, 10_000, 50, 100, 1.0) == 0


def test_sales_of_two_neighbouring_weeks_are_compared_at_one_age() -> None:
    curve = LagCurve.of({5: 30, 12: 20, 40: 50})
    sold, ten_days_later = {SOLD_NOW: Decimal(1000)}, SOLD_NOW + timedelta(days=10)
    assert still_due(sold, curve, Decimal("0.1"), ten_days_later, apart=365) == 70
    assert still_due(sold, curve, Decimal("0.1"), ten_days_later, apart=7) == 20  # those of day 40 are due of both


def test_refunds_without_a_day_of_their_own_are_expected_as_a_year_before() -> None:
    marts = Marts()
    for day, is_now in both(marts):
        marts.sale(day, "direct", revenue=100, count=10, refunds=5 if is_now else 10)
        marts.refunded(day, day, 50, count=10)
    (reason,) = found(report(marts), "Y07")
    assert (reason.caveat.figure, reason.line) == (1550, "")
    assert not found(report(marts, date(2026, 6, 1)), "Y07")  # half a year later less came back, and that is that


@pytest.mark.parametrize(("until", "is_told"), [(date(2025, 12, 10), True), (NOW.last, False)])
def test_a_list_of_accounting_that_ends_early_is_named(until: date, is_told: bool) -> None:
    marts = Marts()
    for day, _ in both(marts):
        marts.sale(day, "direct", revenue=100, count=10)
    for day, amount in ((date(2024, 12, 31), 3100), (until, 100)):
        marts.insert("refund_booked", day=day, fate="allocated", channel="direct", amount=amount)
    told = found(report(marts), "Y07")
    if not is_told:
        assert not told
        return
    (reason,) = told
    assert reason.caveat.figure == 2100  # a tenth of what 21 days sold
    assert (reason.upload, said(reason)) == (
        "refunds",
        "Accounting's list of refunds ends on 10 December 2025. It held 10.0% of the earlier period's revenue; of the "
        "₽21k sold since, as much would be ₽2,100.",
    )
