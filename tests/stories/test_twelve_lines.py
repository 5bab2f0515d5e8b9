"""The bridge of twelve lines, led over from files: what is alike grew by a tenth where the books show a loss."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from math import log
from pathlib import Path
from typing import Any

import pytest

from dashboard.domain.year_over_year.bridge import Bridge, Group
from dashboard.domain.year_over_year.logmean import logarithmic_mean
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


def test_what_the_last_leads_will_still_buy_is_in_this_year(bridge: Bridge, golden: Any) -> None:
    line = bridge.line("immature")
    assert line is not None
    assert line.amount == Decimal(str(golden["lines"]["comparability:immature_current_period"]))


def test_what_one_year_alone_has_is_taken_out(bridge: Bridge, golden: Any) -> None:
    """As much will still come to the new shop as to the others, for what it sold."""
    worth = {line.key: line.amount for line in bridge.of_group(Group.SCOPE)}
    raised = bridge.comparable.now / bridge.reported.now
    (new,) = [sold for sold in story.MARCH_NOW.sold if sold.place == story.OPENED]
    assert worth.pop("closed") == Decimal(str(golden["lines"]["scope:closed"]))
    assert float(worth.pop("opened")) == pytest.approx(float(new.coins * raised / 100), abs=0.01)
    assert not worth
    assert float(bridge.like_for_like.then) == golden["like_for_like"][0]


@pytest.mark.parametrize(
    ("key", "within"),
    [("calendar", 0.02), ("demand", 1e-9), ("availability", 2e-5), ("price", 1e-9), ("answered", 1e-9)],
)
def test_each_factor_of_the_bridge_is_that_of_the_story(bridge: Bridge, golden: Any, key: str, within: float) -> None:
    """The calendar is learnt from the days of a year, to a fiftieth of its line."""
    line, years = bridge.line(key), bridge.like_for_like
    assert line is not None
    worth = logarithmic_mean(float(years.now), float(years.then)) * log(golden["factors"][key])
    assert float(line.amount) == pytest.approx(worth, rel=within, abs=0.01)
