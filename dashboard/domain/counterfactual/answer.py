"""Without the ads: what would have been, how far that may be off, and what could have been seen at all."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dashboard.domain.counterfactual import placebos as trials
from dashboard.domain.counterfactual.level_regression import LEVEL, SdPrior, expect
from dashboard.domain.counterfactual.mixture import Floats, Mixture
from dashboard.domain.counterfactual.placebos import Placebos
from dashboard.domain.counterfactual.question import Question, Refusal, failed, refusals
from dashboard.domain.counterfactual.regressors import filled, regressors
from dashboard.domain.statistics.interval import Interval

DETECTABLE = 2.8  # standard deviations that an effect needs to be seen at 95 % in four cases of five


@dataclass(frozen=True)
class Step:
    """One step since the start: what was to be expected with its 95 % range, and the effect summed up to here."""

    observed: float | None
    expected: float
    range: Interval
    effect_so_far: float
    so_far_range: Interval


@dataclass(frozen=True)
class Effect:
    """What came since the start, and what would have, in the series' unit; ranges are 95 %, calibrated by placebos.

    `range` is where the effect lies, `sd` its standard deviation.
    """

    actual: float
    expected: float
    expected_range: Interval
    range: Interval
    sd: float

    @property
    def effect(self) -> float:
        """What came less what would have."""
        return self.actual - self.expected

    @property
    def is_shown(self) -> bool:
        """Whether the range leaves zero out."""
        return not self.range.contains(0.0)

    @property
    def smallest(self) -> float:
        """The smallest effect that these data would have shown in four cases of five."""
        return DETECTABLE * self.sd


@dataclass(frozen=True)
class Answer:
    """The effect with its path, or why there is none to be told. `fitted` is the model before the start."""

    question: Question
    refusals: tuple[Refusal, ...]
    placebos: Placebos | None = None
    effect: Effect | None = None
    steps: tuple[Step, ...] = ()
    fitted: tuple[float, ...] = ()


def answer(question: Question, level: SdPrior = LEVEL) -> Answer:
    """What the series would have been since its start; every reason to refuse instead, where there is one."""
    found = tuple(refusals(question))
    if found:
        return Answer(question, found)
    observed, before = question.series, question.before
    controls = [filled(control.values) for control in question.usable]
    columns = regressors(controls, question.unit, question.first, len(observed), before)
    tried = trials.run(observed, columns, before, question.horizon, level)
    found = tuple(failed(tried))
    if tried is None or found:
        return Answer(question, found, tried)
    expected = expect(observed, columns, before, level)
    total, actual = expected.total, float(np.nansum(observed[before:]))
    would = _ranges(total, tried.inflation)[0]
    return Answer(
        question,
        (),
        tried,
        Effect(
            actual=actual,
            expected=float(total.mean[0]),
            expected_range=would,
            range=_less(actual, would),
            sd=float(total.sd[0]) * tried.inflation,
        ),
        _steps(observed[before:], expected.steps, expected.running, tried.inflation),
        tuple(float(value) for value in expected.fitted),
    )


def _steps(came: Floats, steps: Mixture, running: Mixture, inflation: float) -> tuple[Step, ...]:
    so_far = np.nancumsum(came) - running.mean
    ranges = zip(_ranges(steps, inflation), _ranges(running, inflation), strict=True)
    summed = np.nancumsum(came)
    return tuple(
        Step(
            observed=float(came[place]) if np.isfinite(came[place]) else None,
            expected=float(steps.mean[place]),
            range=each,
            effect_so_far=float(so_far[place]),
            so_far_range=_less(float(summed[place]), until),
        )
        for place, (each, until) in enumerate(ranges)
    )


def _less(amount: float, expected: Interval) -> Interval:
    """The range of an amount less what was expected."""
    return Interval(amount - (expected.high or 0.0), amount - expected.low)


def _ranges(amounts: Mixture, inflation: float) -> list[Interval]:
    """95 % of each amount, as much wider around its mean as the placebos ask for."""
    middle = amounts.mean
    low, high = (middle + inflation * (amounts.quantile(share) - middle) for share in (0.025, 0.975))
    return [Interval(float(first), float(last)) for first, last in zip(low, high, strict=True)]
