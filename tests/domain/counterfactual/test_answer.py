"""The whole answer: shown, not shown, or refused, each reason by itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scipy.stats import binom

from dashboard.domain.counterfactual.answer import DETECTABLE, Answer, answer
from dashboard.domain.counterfactual.mixture import Floats
from dashboard.domain.counterfactual.question import Control, Question
from dashboard.domain.counterfactual.regressors import Unit, filled, regressors
from dashboard.i18n import Language
from tests.domain.counterfactual.published import BEFORE, series

MONDAY = date(2024, 1, 1)
ENGLISH = Language("en")


def asked(observed: Floats, control: Floats, before: int, **more: Any) -> Question:
    """A question of a hundred sales a step."""
    values = tuple(None if np.isnan(value) else float(value) for value in observed)
    of = {"unit": Unit.WEEK, "first": MONDAY, "sales": (100,) * len(values)} | more
    return Question(observed=values, before=before, controls=(Control("demand", tuple(map(float, control))),), **of)


def shop(seed: int = 0, *, steps: int = 66, before: int = 54, lift: float = 0.0) -> Question:
    """A shop that goes along with its demand, but for chance and a level that wanders a little."""
    chance = np.random.default_rng(seed)
    demand = 100 + 20 * np.sin(np.arange(steps) / 8) + chance.normal(0, 2, steps)
    level = np.cumsum(chance.normal(0, 0.5, steps))
    sold = 3 * demand + level + chance.normal(0, 8, steps)
    sold[before:] *= 1 + lift
    return asked(sold, demand, before)


def keys(found: Answer) -> list[str]:
    return [refusal.key for refusal in found.refusals]


def test_an_effect_is_shown_with_its_range_and_the_smallest_that_would_have_been() -> None:
    found = answer(shop(lift=0.3))
    assert found.refusals == ()
    assert found.effect is not None
    assert found.effect.is_shown
    true = 0.3 * sum(value or 0 for value in found.question.observed[54:]) / 1.3
    assert found.effect.range.contains(true)
    assert found.effect.smallest == pytest.approx(DETECTABLE * found.effect.sd)
    assert found.effect.smallest < true
    assert found.steps[-1].effect_so_far == pytest.approx(found.effect.effect)
    assert found.steps[-1].so_far_range.low == pytest.approx(found.effect.range.low)
    assert len(found.fitted) == 54


def test_no_effect_is_shown_where_nothing_began(shared: Callable[[str], Path]) -> None:
    found = answer(shop())
    assert found.effect is not None
    assert not found.effect.is_shown
    observed, controls = series(shared, "comparison")
    days = Question(
        Unit.DAY,
        date(2019, 4, 16),
        tuple(map(float, observed)),
        (100,) * len(observed),
        BEFORE["comparison"],
        tuple(Control(str(place), tuple(map(float, column))) for place, column in enumerate(controls.T)),
    )
    found = answer(days)
    assert found.refusals == ()
    assert found.effect is not None
    assert not found.effect.is_shown


def test_another_currency_scales_every_figure() -> None:
    question = shop(lift=0.3)
    found = answer(question)
    scaled = answer(replace(question, observed=tuple(90 * (value or 0) for value in question.observed)))
    assert found.effect is not None
    assert scaled.effect is not None
    assert scaled.effect.effect == pytest.approx(90 * found.effect.effect)
    assert scaled.effect.range.low == pytest.approx(90 * found.effect.range.low)
    assert scaled.effect.smallest == pytest.approx(90 * found.effect.smallest)
    assert scaled.placebos is not None
    assert scaled.placebos.held_out == pytest.approx(found.placebos.held_out if found.placebos else None)


LOST = tuple(None if step in range(8) else 300.0 for step in range(66))
REFUSED: dict[str, tuple[Callable[[Question], Question], str]] = {
    "short": (
        lambda of: replace(of, observed=of.observed[10:60], sales=of.sales[10:60], before=44, controls=cut(of, 10, 60)),
        "There are 44 weeks of data before the start: it takes 52.",
    ),
    "ratio": (
        lambda of: replace(of, before=53, observed=of.observed * 2, sales=of.sales * 2, controls=twice(of)),
        "The time before the start is 53 steps, and since then there are 79: it takes three times as many before.",
    ),
    "nothing_since": (
        lambda of: replace(of, observed=of.observed[:54], sales=of.sales[:54], controls=cut(of, 0, 54)),
        "No whole step since the start has data yet.",
    ),
    "no_control": (
        lambda of: replace(of, controls=()),
        "There is no series beside the sales that the ads cannot have moved, such as searches for the goods without "
        "the brand, goods that were never advertised, or regions without ads.",
    ),
    "control_moved": (
        lambda of: replace(of, controls=(replace(of.controls[0], moved_by="another way of counting"),)),
        "A control was moved by something else since the start (demand: another way of counting).",
    ),
    "missing": (
        lambda of: replace(of, observed=LOST),
        "12% of the time has no sales data; at most 10% may be missing.",
    ),
    "credit_changed": (
        lambda of: replace(of, by_source=True, changed_on=date(2024, 6, 1)),
        "How sales are credited to their sources changed on 1 June 2024: only all sales together can be compared.",
    ),
    "few_sales": (
        lambda of: replace(of, sales=(1,) * 66),
        "Only 12 sales since the start: it takes 30 to tell anything.",
    ),
}


def cut(of: Question, first: int, last: int) -> tuple[Control, ...]:
    return tuple(replace(control, values=control.values[first:last]) for control in of.controls)


def twice(of: Question) -> tuple[Control, ...]:
    return tuple(replace(control, values=control.values * 2) for control in of.controls)


@pytest.mark.parametrize("key", REFUSED)
def test_each_reason_refuses_by_itself_and_says_why(key: str) -> None:
    spoil, said = REFUSED[key]
    found = answer(spoil(shop(lift=0.3)))
    assert keys(found) == [key]
    assert found.effect is None
    assert ENGLISH.say(found.refusals[0].text).replace("\u00a0", " ") == said


def test_by_the_day_ninety_days_must_lie_before_and_thirty_at_most_since() -> None:
    daily = replace(shop(steps=140, before=100), unit=Unit.DAY)
    assert keys(answer(daily)) == ["long", "ratio"]
    assert keys(answer(replace(daily, before=89, observed=daily.observed[:100], sales=daily.sales[:100],
                               controls=cut(daily, 0, 100)))) == ["short"]  # fmt: skip


def test_placebos_that_go_wrong_refuse() -> None:
    """Sales that halve and double by themselves: the model foretells times at which nothing began badly."""
    jumps = np.repeat([300.0, 100.0, 260.0, 60.0, 340.0], 14)[:66] + np.random.default_rng(0).normal(0, 3, 66)
    demand = np.random.default_rng(1).normal(100, 5, 66)
    assert set(keys(answer(asked(jumps, demand, 54)))) == {"held_out", "not_covered"}


def test_a_time_before_without_room_for_eight_placebos_refuses() -> None:
    assert keys(answer(shop(steps=84, before=63))) == []
    short = replace(shop(steps=27, before=21), unit=Unit.DAY)
    assert keys(answer(short)) == ["short", "placebos_few"]


def test_a_control_that_ends_early_or_never_moves_is_none() -> None:
    question = shop()
    early = replace(question.controls[0], values=(*question.controls[0].values[:60], *(None,) * 6))
    flat = replace(question.controls[0], values=(5.0,) * 66)
    assert keys(answer(replace(question, controls=(early, flat)))) == ["no_control"]
    assert answer(replace(question, controls=(early, *question.controls))).effect == answer(question).effect


def test_gaps_within_a_control_are_bridged_and_its_ends_are_not() -> None:
    assert filled((None, 2.0, None, 4.0, None))[1:4].tolist() == [2.0, 3.0, 4.0]
    assert np.isnan(filled((None, 2.0, None))).tolist() == [True, False, True]


def test_days_bring_weekdays_and_three_years_bring_the_season() -> None:
    control = [np.arange(1300.0)]
    assert regressors(control, Unit.DAY, MONDAY, 1300, 400).shape == (1300, 7)
    assert regressors(control, Unit.DAY, MONDAY, 1300, 1100).shape == (1300, 11)
    assert regressors(control, Unit.WEEK, MONDAY, 1300, 150).shape == (1300, 1)
    assert regressors(control, Unit.WEEK, MONDAY, 1300, 157).shape == (1300, 5)


def drifting_client(chance: np.random.Generator, steps: int, lift: float = 0.0) -> Question:
    """Eighty sales a week that go along with a demand seen through noise, over-dispersed, and drift slowly by 12 %."""
    weeks, before = np.arange(steps), steps - 12
    season = 0.25 * np.sin(2 * np.pi * weeks / 52.18 + chance.uniform(0, 6))
    demand = np.exp(season + np.cumsum(chance.normal(0, 0.02, steps)))
    drift = np.zeros(steps)
    drift[0] = chance.normal(0, 0.12)
    for week in range(1, steps):
        drift[week] = 0.99 * drift[week - 1] + chance.normal(0, 0.12 * np.sqrt(1 - 0.99**2))
    mean = 80 * demand / demand.mean() * np.exp(drift) * (1 + lift * (weeks >= before))
    sold = chance.negative_binomial(mean, 0.5).astype(float)
    return asked(sold, demand * np.exp(chance.normal(0, 0.05, steps)), before)


@pytest.mark.slow
def test_false_alarms_are_no_more_than_a_twentieth() -> None:
    """Clients at whom nothing began. So many alarms or fewer come in 99 of 100 such trials if 5 % of all are false."""
    trials, chance = 240, np.random.default_rng(2026)
    found = [answer(drifting_client(chance, 116)) for _ in range(trials)]
    told = [one.effect for one in found if one.effect is not None]
    assert len(told) > 0.9 * trials
    assert sum(effect.is_shown for effect in told) <= binom.ppf(0.99, len(told), 0.05)


@pytest.mark.slow
def test_half_as_many_sales_again_are_seen_by_most() -> None:
    """The method's own measure of its power, which an effect of 50 % must have (88 % there)."""
    chance = np.random.default_rng(2027)
    found = [answer(drifting_client(chance, 116, lift=0.5)) for _ in range(40)]
    told = [one.effect for one in found if one.effect is not None]
    assert sum(effect.is_shown for effect in told) >= binom.ppf(0.01, len(told), 0.88)
