"""Days without data between days with data."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

Run = tuple[date, date]  # first and last day, both included

_DAY = timedelta(days=1)


def between(covered: Iterable[Run], shortest: int = 1) -> list[Run]:
    """The runs of at least `shortest` days that no run of `covered` has, between the first and the last of them."""
    found: list[Run] = []
    reached: date | None = None
    for first, last in sorted(covered):
        if reached is not None and (first - reached).days > shortest:
            found.append((reached + _DAY, first - _DAY))
        reached = last if reached is None else max(reached, last)
    return found


def is_within(run: Run, runs: Iterable[Run]) -> bool:
    """Whether one of `runs` has all days of `run`."""
    return any(first <= run[0] and run[1] <= last for first, last in runs)
