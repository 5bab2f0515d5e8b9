"""The picture of “without the ads?”: a range since the start alone, and what was sold alone where nothing is told."""

from __future__ import annotations

from dataclasses import replace

from dashboard.charts.look import DARK, LIGHT
from dashboard.charts.year_over_year import without_ads as figures
from dashboard.i18n import Language
from tests.reports.year_over_year.weeks_of_ads import BEGAN, shop, told

ENGLISH = Language("en")


def test_the_range_begins_with_the_ads_and_the_sum_with_their_first_week() -> None:
    found = told(shop())
    drawn = figures.observed(found, "RUB", LIGHT, ENGLISH)
    band, would, sold = drawn["data"]
    began = found.steps[BEGAN].days.first.isoformat()
    assert min(band["x"]) == began
    assert len(would["x"]) == len(sold["x"]) == len(found.steps)
    assert drawn["layout"]["title"]["text"] == "Revenue by week, ₽"
    assert [mark["x"] for mark in drawn["layout"]["annotations"] if mark["text"] == "1"] == [began]
    summed = figures.so_far(found, "RUB", DARK, ENGLISH)
    assert summed["data"][-1]["y"][-1] == float(found.figures.effect) if found.figures else None


def test_weeks_that_still_grow_are_hatched() -> None:
    found = told(shop())
    growing = replace(found, steps=(*found.steps[:-1], replace(found.steps[-1], is_provisional=True)))
    hatched = [trace for trace in figures.observed(growing, "RUB", LIGHT, ENGLISH)["data"] if trace["type"] == "bar"]
    assert [trace["marker"]["pattern"]["shape"] for trace in hatched] == ["/"]
    assert [value for value in hatched[0]["y"] if value is not None] == [float(found.steps[-1].observed or 0)]


def test_where_nothing_can_be_told_what_was_sold_is_drawn_alone() -> None:
    (sold,) = figures.observed(told(shop(spend_before=700)), "RUB", LIGHT, ENGLISH)["data"]
    assert sold["mode"] == "lines"
