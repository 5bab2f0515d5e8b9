"""The grammar of charts: what each mark is made of, bars from zero, labels in the reader's language, plain names."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts import grammar, template
from dashboard.charts.look import DARK, LIGHT, Look
from dashboard.i18n import Language

EN, RU = Language("en"), Language("ru")
DAYS = [date(2026, 11, 1) + timedelta(days=ahead) for ahead in range(18)]


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def look(request: pytest.FixtureRequest) -> Look:
    found: Look = request.param
    return found


def test_the_sheet_is_transparent_and_without_legend_or_tools(look: Look) -> None:
    sheet = template.layout(look, EN, "Spend by day, $")
    assert sheet["paper_bgcolor"] == sheet["plot_bgcolor"] == "rgba(0,0,0,0)"
    assert sheet["showlegend"] is False
    assert sheet["dragmode"] is False
    assert sheet["title"]["text"] == "Spend by day, $"


def test_the_marks_of_numbers_are_the_readers() -> None:
    assert template.layout(LIGHT, EN)["separators"] == ".,"
    assert template.layout(LIGHT, RU)["separators"] == ",\u202f"
    axis = template.value_axis(LIGHT, RU, [0, 25000])
    assert axis["ticktext"] == ["0", "10\u00a0тыс", "20\u00a0тыс"]
    assert template.value_axis(LIGHT, EN, [0, 1], kind="percent")["ticktext"][-1] == "100%"


@given(st.lists(st.floats(min_value=-1e9, max_value=1e9), min_size=1, max_size=30))
def test_the_axis_of_bars_always_holds_zero_and_every_bar(values: list[float]) -> None:
    low, high = template.value_axis(LIGHT, EN, values)["range"]
    assert low <= 0 <= high
    assert low <= min(values)
    assert max(values) <= high


def test_an_axis_of_nothing_is_still_an_axis() -> None:
    assert template.value_axis(LIGHT, EN, [None])["range"][0] == 0
    assert template.value_axis(LIGHT, EN, [0, 0])["range"][0] == 0
    assert template.day_axis(LIGHT, EN, [])["showgrid"] is False


@pytest.mark.parametrize(
    ("low", "high", "marks"),
    [
        (0, 26, [0, 10, 20]),
        (0, 1, [0, 0.25, 0.5, 0.75, 1]),
        (-3, 7, [-2.5, 0, 2.5, 5]),
        (0, 8_200_000, [0, 2.5e6, 5e6, 7.5e6]),
    ],
)
def test_marks_stand_at_round_figures(low: float, high: float, marks: list[float]) -> None:
    assert template.round_marks(low, high, 4) == marks


def test_days_are_labelled_sparsely_with_the_month_where_it_begins() -> None:
    axis = template.day_axis(LIGHT, RU, DAYS)
    assert axis["ticktext"] == ["1\u00a0нояб", "4", "7", "10", "13", "16"]
    across = template.day_axis(LIGHT, EN, [date(2026, 10, 30), date(2026, 10, 31), date(2026, 11, 1)])
    assert across["ticktext"] == ["30\u00a0Oct", "31", "1\u00a0Nov"]


def test_months_say_the_year_once() -> None:
    months = [date(2025, 11, 1), date(2025, 12, 1), date(2026, 1, 1)]
    assert template.month_axis(LIGHT, EN, months)["ticktext"] == ["Nov<br>2025", "Dec", "Jan<br>2026"]


def test_names_stand_from_the_top_and_long_ones_are_cut() -> None:
    axis = template.name_axis(LIGHT, ["First", "A very long name of one campaign"], longest=12)
    assert axis["autorange"] == "reversed"
    assert axis["ticktext"] == ["First", "A very long…"]


def test_a_name_from_a_file_stays_text(look: Look) -> None:
    name = '<a href="http://x">x</a>'
    axis = template.name_axis(look, [name], longest=50)
    bars = grammar.now_bars(look, [name], [1], [name], horizontal=True, labels=[name])
    line = grammar.now_line(look, DAYS[:1], [1], [name], name=name)
    figure = template.figure([bars, line], template.layout(look, EN, name), grammar.direct_label(look, 1.0, 1.0, name))
    shown = [
        *axis["ticktext"],
        *bars["text"],
        *bars["hovertext"],
        *line["hovertext"],
        figure["layout"]["title"]["text"],
    ]
    shown += [label["text"] for label in figure["layout"]["annotations"]]
    assert len(shown) == 7
    assert not [text for text in shown if "<a" in text]


def test_now_is_the_accent_then_is_grey_plan_is_a_hairline(look: Look) -> None:
    assert grammar.now_bars(look, DAYS, [1] * 18)["marker"]["color"] == look.accent
    assert grammar.then_bars(look, DAYS, [1] * 18)["marker"]["color"] == look.then
    assert grammar.then_line(look, DAYS, [1] * 18)["line"]["color"] == look.then
    plan = grammar.plan_line(look, DAYS, [23] * 18, "plan 23k")
    assert (plan["line"]["width"], plan["line"]["color"]) == (1, look.ink)


def test_what_is_unfinished_is_hatched(look: Look) -> None:
    marker = grammar.unfinished(look, DAYS, [None] * 16 + [2, 1])["marker"]
    assert marker["pattern"]["shape"] == "/"
    assert marker["pattern"]["fgcolor"] == look.accent


def test_doubt_is_a_whisker_from_bound_to_bound() -> None:
    whiskers = grammar.whiskers(LIGHT, [10, None, 5], [8, 1, None], [13, 2, 7])
    assert (whiskers["arrayminus"], whiskers["array"]) == ([2, 0, 0], [3, 0, 0])
    bars = grammar.now_bars(LIGHT, ["a", "b", "c"], [10, None, 5], horizontal=True, whiskers=whiskers)
    assert bars["error_x"] is whiskers
    assert "error_y" not in bars


def test_doubt_about_a_line_is_a_pale_band_without_the_unknown_days() -> None:
    band = grammar.band(LIGHT, DAYS[:3], [1, None, 2], [3, 9, 4])
    assert band["y"] == [3, 4, 2, 1]
    assert band["fillcolor"] == LIGHT.band


def test_events_are_small_numbered_flags() -> None:
    flags = grammar.event_flags(LIGHT, [DAYS[3], DAYS[11]])
    assert [flag["text"] for flag in flags["annotations"]] == ["1", "2"]
    assert [line["x0"] for line in flags["shapes"]] == ["2026-11-04", "2026-11-12"]


def test_lines_are_named_in_the_margin_and_close_names_do_not_touch() -> None:
    plan = grammar.plan_line(LIGHT, DAYS, [10.0] * 18, "plan")
    then = grammar.then_line(LIGHT, DAYS, [10.0] * 18, name="October")
    sheet = template.layout(LIGHT, EN, y=template.value_axis(LIGHT, EN, [0, 20]))
    labels: list[dict[str, Any]] = template.figure([then, plan], sheet)["layout"]["annotations"]
    assert {label["text"] for label in labels} == {"plan", "October"}
    assert abs(labels[0]["yshift"] - labels[1]["yshift"]) >= template.LABEL_SIZE


def test_an_unknown_value_is_a_gap_not_a_zero() -> None:
    assert grammar.now_line(LIGHT, DAYS[:3], [1, None, 2])["y"] == [1, None, 2]


def test_a_mark_says_nothing_on_hover_unless_told() -> None:
    assert grammar.now_bars(LIGHT, DAYS[:1], [1])["hoverinfo"] == "skip"
    told = grammar.now_bars(LIGHT, DAYS[:1], [1], ["1 November\n$1"])
    assert told["hovertext"] == ["1 November<br>$1"]


def test_a_long_name_in_the_margin_takes_lines_and_the_margin_makes_room() -> None:
    line = grammar.then_line(LIGHT, DAYS, [10.0] * 18, name="spend and the agency's fee")
    sheet = template.layout(LIGHT, EN, y=template.value_axis(LIGHT, EN, [0, 20]))
    drawn = template.figure([line], sheet)["layout"]
    assert drawn["annotations"][0]["text"] == "spend and the<br>agency's fee"
    assert drawn["margin"]["r"] > sheet["margin"]["r"]


def test_a_line_of_one_day_is_a_stroke_at_its_height() -> None:
    one = grammar.then_line(LIGHT, [date(2026, 11, 1)], [5])
    assert (one["mode"], one["y"]) == ("markers", [5.0])
    assert grammar.then_line(LIGHT, [date(2026, 11, 1), date(2026, 11, 2)], [5, 6])["mode"] == "lines"


def test_an_axis_of_nothing_shows_zero_alone() -> None:
    assert template.value_axis(LIGHT, EN, [0, 0, None])["ticktext"] == ["0"]
    assert template.value_axis(LIGHT, EN, [None])["ticktext"] == ["0"]
