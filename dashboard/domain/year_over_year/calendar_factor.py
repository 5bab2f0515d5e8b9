"""How much more the days of one period bring than those of another by their kinds alone, and whether to believe it.

The weights of days are believed only where they foretell days of months that they were not learnt from better than
equal days do; else the years are better set against each other by weekdays, 364 days apart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import exp, log

import numpy as np

from dashboard.domain.calendar import moves_are_known
from dashboard.domain.period import Period
from dashboard.domain.phrase import Number, Percent, Phrase, say
from dashboard.domain.year_over_year.day_kinds import WINDOWS, kinds_of, known_windows
from dashboard.domain.year_over_year.day_weights import DayWeights, KindOfDay, Observed, Run, learnt_from
from dashboard.domain.year_over_year.lmdi import Factor

ENOUGH_DAYS = 182  # half a year, so that every weekday was seen 26 times
ENOUGH_AMOUNT = 100  # leads or orders; fewer say nothing about weekdays
FOLDS = 6
_MONTH_FROM = 20  # days of a month that make it one to be foretold
_NOTHING = 1e-12
_LEAST_WEIGHT = 0.02  # a closed day that brought something after all is a surprise, not an impossibility


@dataclass(frozen=True)
class HeldOut:
    """How far the days of so many months, each left out of the learning, lay from what was foretold: the mean squares
    with the learnt weights, and with equal days."""

    months: int
    with_weights: float
    with_equal_days: float

    @property
    def gain(self) -> float:
        """The share of the error that the weights take away; below 0 where they add to it."""
        return 1 - self.with_weights / self.with_equal_days if self.with_equal_days else 0.0


@dataclass(frozen=True)
class CalendarFactor:
    """`factor` is what the days of now are worth in days of then, `se` the standard error of its logarithm.

    Where it is not `accepted`, `factor` is that of the mere numbers of days. `worth_now` and `worth_then` are in mean
    days of a plain week. `why` says what it rests on. `windows` is what each season of buying adds to the logarithm.
    """

    factor: float
    se: float
    accepted: bool
    held_out: HeldOut | None
    why: Phrase
    worth_now: float
    worth_then: float
    learnt_factor: float | None = None
    weights: DayWeights | None = None
    knows_moves: bool = True
    windows: Mapping[str, float] = field(default_factory=dict)

    @property
    def log(self) -> float:
        """The logarithm of the factor."""
        return log(self.factor)

    @property
    def as_factor(self) -> Factor:
        """As a factor of the revenue, one for all channels."""
        return Factor("calendar", self.worth_then, self.worth_now, self.se**2, shared=True)

    @property
    def bounds(self) -> tuple[float, float]:
        """Within which the factor lies nineteen times of twenty, as far as chance goes."""
        return exp(self.log - 1.96 * self.se), exp(self.log + 1.96 * self.se)


def calendar_factor(
    brought: Mapping[date, float], now: Period, then: Period, country: str, left_out: Sequence[date] = ()
) -> CalendarFactor:
    """From what each day brought, in counts. Days that are not in it brought nothing, in months that have any.

    `left_out` are days that say nothing of ordinary ones, such as those of a promotion.
    """
    plain = now.days / then.days
    knows_moves = all(moves_are_known(country, year) for year in _years(now, then))
    months = {(day.year, day.month) for day in brought}
    run = [day for day in Period(min(brought), max(brought)) if (day.year, day.month) in months] if brought else []
    if len(run) < ENOUGH_DAYS or sum(brought.values()) < ENOUGH_AMOUNT:
        why = say(
            "Half a year of days with a hundred leads or orders would be needed to learn what each day is worth; "
            "{days} days with {amount} are known.",
            days=Number(len(run)),
            amount=Number(round(sum(brought.values()))),
        )
        return _plain(plain, now, then, why, knows_moves)
    kinds = _kinds(Period(min(run[0], then.first, now.first), max(run[-1], now.last, then.last)), run, country)
    out = frozenset(left_out)
    days = Run.of(Observed(kinds[day], brought.get(day, 0.0), (day.year, day.month)) for day in run if day not in out)
    weights = learnt_from(days)
    of_now, of_then = ([kinds[day] for day in period] for period in (now, then))
    worth_now, worth_then = (weights.sum(of) if weights else 0.0 for of in (of_now, of_then))
    if weights is None or not worth_now or not worth_then:
        why = say("Every day of one of the periods is of a kind on which nothing is ever sold.")
        return _plain(plain, now, then, why, knows_moves)
    learnt_factor = worth_now / worth_then
    held_out = foretold(days, weights)
    if held_out is None or held_out.gain <= 0:
        why = say(
            "Days of months that were left out are foretold no better by what each weekday and day off usually brings "
            "than by equal days: the calendar is not taken out."
        )
        return _plain(plain, now, then, why, knows_moves, held_out, learnt_factor, weights)
    why = say(
        "Learnt from {days} days, and tried on {months} months that were left out: what each weekday and day off "
        "usually brings foretells their days with {gain} less error than equal days.",
        days=Number(len(days.amount)),
        months=Number(held_out.months),
        gain=Percent(held_out.gain),
    )
    return CalendarFactor(
        factor=learnt_factor,
        se=weights.log_ratio_se(of_now, of_then),
        accepted=True,
        held_out=held_out,
        why=why,
        worth_now=worth_now,
        worth_then=worth_then,
        learnt_factor=learnt_factor,
        weights=weights,
        knows_moves=knows_moves,
        windows=_of_windows(weights, of_now, of_then),
    )


def _years(*periods: Period) -> set[int]:
    return {day.year for period in periods for day in (period.first, period.last)}


def _plain(
    factor: float,
    now: Period,
    then: Period,
    why: Phrase,
    knows_moves: bool,
    held_out: HeldOut | None = None,
    learnt_factor: float | None = None,
    weights: DayWeights | None = None,
) -> CalendarFactor:
    return CalendarFactor(
        factor, 0.0, False, held_out, why, float(now.days), float(then.days), learnt_factor, weights, knows_moves
    )


def _kinds(span: Period, run: Sequence[date], country: str) -> dict[date, KindOfDay]:
    """The kind of each day; of a season that the run has in one year only nobody knows what it does."""
    unknown = frozenset(WINDOWS) - known_windows(run, country)
    return {day: _without(kind, unknown) for day, kind in kinds_of(span, country).items()}


def _without(kind: KindOfDay, windows: frozenset[str]) -> KindOfDay:
    if windows.isdisjoint(kind.extras):
        return kind
    return KindOfDay(kind.weekday, tuple(extra for extra in kind.extras if extra not in windows))


def _of_windows(weights: DayWeights, now: Sequence[KindOfDay], then: Sequence[KindOfDay]) -> dict[str, float]:
    """What each season adds to the logarithm of the factor: the factor with it less the one without it and those
    before it. Empty for seasons that both periods have alike."""
    found: dict[str, float] = {}
    gone: frozenset[str] = frozenset()
    before = log(weights.sum(now) / weights.sum(then))
    for window in WINDOWS:
        if any(window in kind.extras for kind in (*now, *then)):
            gone |= {window}
            left = [weights.sum([_without(kind, gone) for kind in period]) for period in (now, then)]
            after = log(left[0] / left[1]) if min(left) > 0 else before
            if abs(before - after) > _NOTHING:
                found[window] = before - after
            before = after
    return found


def foretold(run: Run, weights: DayWeights | None = None) -> HeldOut | None:
    """How well weights of the other months foretell how each month's amount lies over its days; None without months.

    Every month is left out once, a sixth of them at a time. `weights` are those of all days.
    """
    count = np.bincount(run.level, minlength=len(run.levels))
    total = np.bincount(run.level, weights=run.amount, minlength=len(run.levels))
    whole = np.flatnonzero((count >= _MONTH_FROM) & (total > 0))
    tried, with_weights, with_equal, days = 0, 0.0, 0.0, 0
    for fold in range(FOLDS):
        out = np.isin(run.level, whole[fold::FOLDS])
        learnt = learnt_from(run.only(~out), near=weights) if out.any() else None
        if learnt is None:
            continue
        left = run.only(out)
        each = np.array([max(learnt.weight(kind), _LEAST_WEIGHT) for kind in run.kinds])[left.kind]
        worth = np.bincount(left.level, weights=each, minlength=len(run.levels))
        of, level = total[left.level], left.level
        with_weights += float(((left.amount - of * each / worth[level]) ** 2 * count[level] / of).sum())
        with_equal += float(((left.amount - of / count[level]) ** 2 * count[level] / of).sum())
        tried, days = tried + len(whole[fold::FOLDS]), days + len(level)
    return HeldOut(tried, with_weights / days, with_equal / days) if tried >= FOLDS else None
