"""The bridge of twelve lines, led over from files: what is alike grew by a tenth where the books show a loss."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dashboard.domain.coverage import DayState
from dashboard.domain.year_over_year.bridge import Bridge
from dashboard.reports.year_over_year.report import YearOverYear
from dashboard.workspace import Workspace
from tests.stories import telling
from tests.stories import twelve_lines as story


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> YearOverYear:
    told = Workspace(telling.told(tmp_path_factory))
    return telling.year_over_year(told, story.SHOPS.slug, story.NOW, story.TODAY)


@pytest.fixture(scope="module")
def bridge(report: YearOverYear) -> Bridge:
    assert report.bridge is not None
    return report.bridge


@pytest.fixture(scope="module")
def golden(shared: Callable[[str], Path]) -> Any:
    return json.loads(shared("golden/22_full_bridge.json").read_text(encoding="utf-8"))


def test_the_files_carry_the_factors(golden: Any) -> None:
    """Orders still to come and those of the missing days are 72 and 36 of as many as were seen."""
    then, now, factors = story.MARCH_THEN, story.MARCH_NOW, golden["factors"]
    orders_now = now.receipts + 72 + 36
    assert (now.answered / now.leads) / (then.answered / then.leads) == pytest.approx(factors["answered"])
    assert now.target / now.answered == then.target / then.answered
    assert (orders_now / now.target) / (then.receipts / then.target) == pytest.approx(factors["close"])
    sums = [sum(sold.coins for sold in march.sold) for march in (then, now)]
    assert sums == [1_150_000_000, 1_140_000_000]
    assert (sums[1] / now.receipts) / (sums[0] / then.receipts) == pytest.approx(factors["price"])
    assert factors["demand"] == story.DEMAND_NOW / story.DEMAND_THEN


def test_every_stage_is_counted_whole(report: YearOverYear) -> None:
    for measures, march in ((report.measures_then, story.MARCH_THEN), (report.measures, story.MARCH_NOW)):
        assert (measures["leads"], measures["leads_answered"]) == (march.leads, march.answered)
        assert (measures["target_leads"], measures["orders"]) == (march.target, march.receipts)


def test_the_bridge_leads_over_the_lines_of_the_story(bridge: Bridge, golden: Any) -> None:
    """The lines add up to the hundredth; each is the story's but for what files cannot carry, or a report cannot know.

    What the Saturday weighs, and the calendar itself, is learnt from the days of fifteen months, to a thousandth; the
    new shop's 89 receipts and the 844 of what was scarce are the nearest whole numbers.
    """
    told = {_OURS[theirs]: amount for theirs, amount in golden["lines"].items()}
    worth = {line.key: float(line.amount) for line in bridge.lines}
    assert sum(line.amount for line in bridge.lines) == bridge.difference == golden["delta"]
    for key, amount in told.items():
        assert worth.pop(key) == pytest.approx(amount, abs=_WITHIN[key]), key
    # One mean order cost what the prices tell, and as many of the answered were on target: to 0.002 % of the revenue.
    assert worth == pytest.approx({"target": 0, "order_value": 0}, abs=250)


_OURS = {
    "comparability:immature_current_period": "immature",
    "comparability:vat_basis_restated": "vat",
    "comparability:tracking_gap_filled": "tracking_gap",
    "scope:closed": "closed",
    "scope:new": "opened",
    "lfl:calendar": "calendar",
    "lfl:demand": "demand",
    "lfl:availability": "availability",
    "lfl:price": "price",
    "lfl:answered": "answered",
    "lfl:close": "close",
    "lfl:leads_per_demand_and_other": "leads",
}
_WITHIN = {
    "immature": 0.005,
    "vat": 0.005,
    "tracking_gap": 300,
    "closed": 0.005,
    "opened": 20,
    "calendar": 1500,
    "demand": 20,
    "availability": 20,
    "price": 20,
    "answered": 20,
    "close": 250,
    "leads": 1500,
}  # roubles


def test_the_three_growths_are_those_of_the_story(bridge: Bridge, golden: Any) -> None:
    assert [bridge.reported.then, bridge.reported.now] == golden["reported"]
    assert float(bridge.reported.growth or 0) == golden["naive_growth"]
    for years, name, growth in (
        (bridge.comparable, "comparable", "comparable_growth"),
        (bridge.like_for_like, "like_for_like", "like_for_like_growth"),
    ):
        assert [float(years.then), float(years.now)] == pytest.approx(golden[name], abs=300)
        assert float(years.growth or 0) == pytest.approx(golden[growth], abs=3e-5)


def test_the_strips_of_both_tills_lack_the_day_that_the_bridge_fills(report: YearOverYear) -> None:
    lacking = {
        strip.platform: [day for day, state in zip(story.NOW, strip.now, strict=True) if state is DayState.MISSING]
        for strip in report.strips
    }
    assert lacking == {"calltouch": [], "main_till": [story.SILENT], "north_till": [story.SILENT]}


def test_a_card_is_worth_what_its_line_is(report: YearOverYear, bridge: Bridge) -> None:
    worth = {line.key: line.amount for line in bridge.lines}
    of = {reason.id: reason for reason in report.reasons}
    for number, line in (
        ("Y09", "tracking_gap"),
        ("Y13", "price"),
        ("Y15", "vat"),
        ("Y16", "demand"),
        ("Y19", "availability"),
    ):
        assert (of[number].line, of[number].caveat.figure) == (line, worth[line]), number
    assert of["Y21"].caveat.figure == worth["opened"] + worth["closed"]
    assert of["Y22"].caveat.figure == worth["answered"]
