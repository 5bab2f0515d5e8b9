"""What a day of each kind usually brings beside the others, learnt from a client's own days.

What a day is expected to bring is exp(level of its month + effects of its kind), fitted by Poisson likelihood with a
weak pull towards equal days. It differs from a regression of logarithms in one thing: days without anything need no
half added to them, and do not bend the mean. Where nothing is by chance both give the same weights.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Places = NDArray[np.intp]

WEEKDAYS = 7
PULL = 1.0  # precision of an effect's prior, in logarithms: days twice or half as good as others are ordinary
CLOSED_FROM = 12  # so many days of a kind without anything, and it is closed, not unlucky
_STEPS, _SMALL, _LEAST = 60, 1e-11, 1e-12


@dataclass(frozen=True)
class KindOfDay:
    """What is known of a day beforehand: its weekday (0 is Monday) and what else it is, such as a day off."""

    weekday: int
    extras: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its effects."""
        return (str(self.weekday), *self.extras)


@dataclass(frozen=True)
class Observed:
    """What a day brought; `level` is the stretch of days that it shares a level with, such as its month."""

    kind: KindOfDay
    amount: float
    level: Hashable = None


@dataclass(frozen=True)
class DayWeights:
    """`effects` by name (`0` … `6` are the weekdays) as logarithms, their covariance in the same order, the closed
    kinds, and how much more days vary than counts do by chance (1: no more)."""

    effects: Mapping[str, float]
    covariance: tuple[tuple[float, ...], ...]
    closed: frozenset[str]
    dispersion: float

    def weight(self, kind: KindOfDay) -> float:
        """What such a day brings beside the mean day of a plain week; 0 on a closed one. Unknown extras change
        nothing."""
        return self._brings(kind) / self._mean if self._mean else 0.0

    def sum(self, kinds: Iterable[KindOfDay]) -> float:
        """How many mean days of a plain week these days are worth."""
        return sum(count * self.weight(kind) for kind, count in Counter(kinds).items())

    def log_ratio_se(self, now: Sequence[KindOfDay], then: Sequence[KindOfDay]) -> float:
        """The standard error of the logarithm of the ratio of both sums."""
        slope = self._slope(now) - self._slope(then)
        return float(np.sqrt(max(float(slope @ np.array(self.covariance) @ slope), 0.0)))

    @cached_property
    def _mean(self) -> float:
        return sum(self._brings(KindOfDay(weekday)) for weekday in range(WEEKDAYS)) / WEEKDAYS

    def _brings(self, kind: KindOfDay) -> float:
        if not self.closed.isdisjoint(kind.names):
            return 0.0
        return float(np.exp(sum(self.effects.get(name, 0.0) for name in kind.names)))

    def _slope(self, kinds: Sequence[KindOfDay]) -> Floats:
        """How the logarithm of the sum moves with each effect."""
        places = {name: place for place, name in enumerate(self.effects)}
        slope, whole = np.zeros(len(places)), 0.0
        for kind, count in Counter(kinds).items():
            brings = count * self._brings(kind)
            whole += brings
            for name in kind.names:
                if name in places:
                    slope[places[name]] += brings
        return slope / whole if whole else slope


@dataclass(frozen=True)
class Run:
    """Observed days as columns: the place of each day's kind and of its level, and what it brought."""

    kinds: tuple[KindOfDay, ...]
    levels: tuple[Hashable, ...]
    kind: Places
    level: Places
    amount: Floats

    @classmethod
    def of(cls, days: Iterable[Observed]) -> Run:
        """Kinds and levels stand in the order in which they first appear."""
        run = tuple(days)
        kinds = {kind: place for place, kind in enumerate(dict.fromkeys(day.kind for day in run))}
        levels = {level: place for place, level in enumerate(dict.fromkeys(day.level for day in run))}
        return cls(
            tuple(kinds),
            tuple(levels),
            np.array([kinds[day.kind] for day in run], dtype=np.intp),
            np.array([levels[day.level] for day in run], dtype=np.intp),
            np.array([day.amount for day in run], dtype=float),
        )

    def only(self, wanted: NDArray[np.bool_]) -> Run:
        """The days that are wanted, by the same kinds and levels."""
        return replace(self, kind=self.kind[wanted], level=self.level[wanted], amount=self.amount[wanted])


def learnt(days: Iterable[Observed], pull: float = PULL) -> DayWeights | None:
    """The weights that these days teach; None where they brought nothing at all."""
    return learnt_from(Run.of(days), pull)


def learnt_from(run: Run, pull: float = PULL, near: DayWeights | None = None) -> DayWeights | None:
    """The weights that the run teaches; None where it brought nothing at all. The search begins at those that are
    `near`, which says how soon it ends and not where."""
    closed = _closed(run)
    opened = np.array([closed.isdisjoint(kind.names) for kind in run.kinds], dtype=bool)
    run = run.only(opened[run.kind])
    if not run.amount.any():
        return None
    present = {run.kinds[place] for place in np.flatnonzero(np.bincount(run.kind, minlength=len(run.kinds)))}
    names = tuple(dict.fromkeys(name for kind in sorted(present, key=_by_weekday) for name in kind.names))
    table, cell = _table(run, names)
    start = np.array([near.effects.get(name, 0.0) for name in names]) if near else np.zeros(len(names))
    found = _fitted(table, pull, start)
    dispersion = _dispersion(run, table.expected(found)[1][cell], len(names) + len(table.first))
    if dispersion > 1:  # days that vary more teach less, so the pull holds them the more
        pull *= dispersion
        found = _fitted(table, pull, found)
    effects = {name: float(found[place]) for place, name in enumerate(names)}
    covariance = dispersion * _inverse(_information(table, found, pull)[1], pull)
    return DayWeights(effects, tuple(map(tuple, covariance.tolist())), closed, dispersion)


def _by_weekday(kind: KindOfDay) -> tuple[int, tuple[str, ...]]:
    return kind.weekday, kind.extras


def _closed(run: Run) -> frozenset[str]:
    """Kinds on which nothing ever came, though there were enough such days."""
    days: Counter[str] = Counter()
    alive: set[str] = set()
    seen = np.bincount(run.kind, minlength=len(run.kinds)).tolist()
    came = np.bincount(run.kind, weights=run.amount != 0, minlength=len(run.kinds)).tolist()
    for kind, count, with_any in zip(run.kinds, seen, came, strict=True):
        for name in kind.names:
            days[name] += count
            if with_any:
                alive.add(name)
    return frozenset(name for name, count in days.items() if count >= CLOSED_FROM and name not in alive)


@dataclass(frozen=True)
class _Table:
    """Days of one kind and level together: which effects each row has, how many days, what they brought; the rows of
    a level stand together, from `first` on."""

    design: Floats
    counts: Floats
    totals: Floats
    first: Places
    level: Places

    def expected(self, effects: Floats) -> tuple[Floats, Floats]:
        """What each row and a day of it is expected to bring, with each level as its days together demand."""
        brings = np.exp(np.clip(self.design @ effects, -40.0, 40.0))
        levels = np.add.reduceat(self.totals, self.first) / np.add.reduceat(self.counts * brings, self.first)
        each = brings * levels[self.level]
        return self.counts * each, each


def _table(run: Run, names: tuple[str, ...]) -> tuple[_Table, Places]:
    """The table of these days, and the row of each."""
    place = {name: number for number, name in enumerate(names)}
    has = np.zeros((len(run.kinds), len(names)))
    for number, kind in enumerate(run.kinds):
        has[number, [place[name] for name in kind.names if name in place]] = 1.0
    keys, cell = np.unique(run.level * len(run.kinds) + run.kind, return_inverse=True)
    levels, kinds = np.divmod(keys, len(run.kinds))
    level = np.cumsum(np.diff(levels, prepend=levels[0]) > 0)
    counts = np.bincount(cell).astype(float)
    totals = np.bincount(cell, weights=run.amount).astype(float)
    return _Table(has[kinds], counts, totals, np.searchsorted(level, np.arange(level[-1] + 1)), level), cell


def _fitted(table: _Table, pull: float, found: Floats) -> Floats:
    """The effects, by Newton's steps on the pulled likelihood.

    The levels are not searched for: each is what its days brought over what their effects let expect, and what they
    take from the information is subtracted.
    """
    for _ in range(_STEPS):
        expected, information = _information(table, found, pull)
        slope = table.design.T @ (table.totals - expected) - pull * found
        # Without the pull the weekdays are told from the level by nothing.
        step = np.linalg.solve(information, slope) if pull else np.linalg.lstsq(information, slope, rcond=None)[0]
        found = found + np.clip(step, -2.0, 2.0)
        if np.max(np.abs(step)) < _SMALL:
            break
    return found


def _inverse(information: Floats, pull: float) -> Floats:
    inverse = np.linalg.inv(information) if pull else np.linalg.pinv(information, hermitian=True)
    return inverse.astype(np.float64)


def _information(table: _Table, effects: Floats, pull: float) -> tuple[Floats, Floats]:
    expected = table.expected(effects)[0]
    weighed = table.design * expected[:, None]
    of_levels = np.add.reduceat(weighed, table.first)
    wholes = np.maximum(np.add.reduceat(expected, table.first), _LEAST)
    information = table.design.T @ weighed - of_levels.T @ (of_levels / wholes[:, None])
    return expected, information + pull * np.eye(len(effects))


def _dispersion(run: Run, expected: Floats, parameters: int) -> float:
    """Pearson's chi-squared over its degrees of freedom, not below 1."""
    squares = float(((run.amount - expected) ** 2 / np.maximum(expected, _LEAST)).sum())
    return max(1.0, squares / max(len(run.amount) - parameters, 1))
