"""What a day of each kind usually brings beside the others, learnt from a client's own days.

What a day is expected to bring is exp(level of its month + effects of its kind), fitted by Poisson likelihood with a
weak pull towards equal days. It differs from a regression of logarithms in one thing: days without anything need no
half added to them, and do not bend the mean. Where nothing is by chance both give the same weights.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
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


def learnt(days: Iterable[Observed], pull: float = PULL) -> DayWeights | None:
    """The weights that these days teach; None where they brought nothing at all."""
    amounts: dict[tuple[Hashable, KindOfDay], list[float]] = defaultdict(list)
    for day in days:
        amounts[day.level, day.kind].append(day.amount)
    closed = _closed(amounts)
    together: dict[Hashable, dict[tuple[Hashable, KindOfDay], list[float]]] = defaultdict(dict)
    for place, got in amounts.items():
        if closed.isdisjoint(place[1].names):
            together[place[0]][place] = got
    cells = {place: got for of_level in together.values() for place, got in of_level.items()}
    if not any(sum(got) for got in cells.values()):
        return None
    names = tuple(dict.fromkeys(name for _, kind in sorted(cells, key=_by_weekday) for name in kind.names))
    table = _table(cells, names)
    found, covariance = _fitted(table, pull)
    dispersion = _dispersion(cells, table.expected(found)[1], len(names) + len(table.first))
    if dispersion > 1:  # days that vary more teach less, so the pull holds them the more
        found, covariance = _fitted(table, pull * dispersion, found)
    effects = {name: float(found[place]) for place, name in enumerate(names)}
    scaled = tuple(tuple(row) for row in (dispersion * covariance).tolist())
    return DayWeights(effects, scaled, closed, dispersion)


def _by_weekday(cell: tuple[Hashable, KindOfDay]) -> tuple[int, tuple[str, ...]]:
    return cell[1].weekday, cell[1].extras


def _closed(amounts: Mapping[tuple[Hashable, KindOfDay], list[float]]) -> frozenset[str]:
    """Kinds on which nothing ever came, though there were enough such days."""
    days: Counter[str] = Counter()
    alive: set[str] = set()
    for (_, kind), got in amounts.items():
        for name in kind.names:
            days[name] += len(got)
            if any(got):
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


def _table(cells: Mapping[tuple[Hashable, KindOfDay], list[float]], names: tuple[str, ...]) -> _Table:
    place = {name: number for number, name in enumerate(names)}
    levels = {level: number for number, level in enumerate(dict.fromkeys(level for level, _ in cells))}
    design, level = np.zeros((len(cells), len(names))), np.zeros(len(cells), dtype=np.intp)
    for number, (of, kind) in enumerate(cells):
        level[number] = levels[of]
        design[number, [place[name] for name in kind.names]] = 1.0
    counts = np.array([len(got) for got in cells.values()], dtype=float)
    totals = np.array([sum(got) for got in cells.values()], dtype=float)
    return _Table(design, counts, totals, np.searchsorted(level, np.arange(len(levels))), level)


def _fitted(table: _Table, pull: float, start: Floats | None = None) -> tuple[Floats, Floats]:
    """Effects and the inverse of their information, by Newton's steps on the pulled likelihood.

    The levels are not searched for: each is what its days brought over what their effects let expect, and what they
    take from the information is subtracted.
    """
    found = np.zeros(table.design.shape[1]) if start is None else start
    for _ in range(_STEPS):
        expected, information = _information(table, found, pull)
        step = np.linalg.lstsq(information, table.design.T @ (table.totals - expected) - pull * found, rcond=None)[0]
        found = found + np.clip(step, -2.0, 2.0)
        if np.max(np.abs(step)) < _SMALL:
            break
    inverse: Floats = np.linalg.pinv(_information(table, found, pull)[1], hermitian=True).astype(np.float64)
    return found, inverse


def _information(table: _Table, effects: Floats, pull: float) -> tuple[Floats, Floats]:
    expected = table.expected(effects)[0]
    weighed = table.design * expected[:, None]
    of_levels = np.add.reduceat(weighed, table.first)
    wholes = np.maximum(np.add.reduceat(expected, table.first), _LEAST)
    information = table.design.T @ weighed - of_levels.T @ (of_levels / wholes[:, None])
    return expected, information + pull * np.eye(len(effects))


def _dispersion(cells: Mapping[tuple[Hashable, KindOfDay], list[float]], expected: Floats, parameters: int) -> float:
    """Pearson's chi-squared over its degrees of freedom, not below 1."""
    squares, days = 0.0, 0
    for got, mean in zip(cells.values(), expected, strict=True):
        squares += float(sum((amount - mean) ** 2 for amount in got)) / max(float(mean), _LEAST)
        days += len(got)
    return max(1.0, squares / max(days - parameters, 1))
