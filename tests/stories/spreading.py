"""Whole counts and whole coins laid out over days without chance: the same files every time, and exact sums."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate

from dashboard.domain import calendar


def working(country: str, first: date, last: date) -> list[date]:
    """The working days of the production calendar."""
    return [day.day for day in calendar.days(country, first, last) if day.is_working]


def every(first: date, last: date) -> list[date]:
    """Every day from the first to the last."""
    return [first + timedelta(days=ahead) for ahead in range((last - first).days + 1)]


def over(days: Sequence[date], count: int) -> list[date]:
    """The day of each of `count` things, as evenly as whole things can be laid out."""
    return [days[place * len(days) // count] for place in range(count)]


def chosen(count: int, of: int) -> list[bool]:
    """Which of `of` things are the `count` that are so, evenly."""
    return [(place + 1) * count // of > place * count // of for place in range(of)]


def shares(total: int, parts: int) -> Iterator[int]:
    """A sum of coins in parts that differ by a coin at most."""
    return ((place + 1) * total // parts - place * total // parts for place in range(parts))


def weighed(days: Sequence[date], weights: Sequence[int], count: int) -> list[date]:
    """The day of each of `count` things, so many on each day as its weight tells, as near as whole things can be."""
    ends = list(accumulate(weights))
    return [
        day
        for day, weight, end in zip(days, weights, ends, strict=True)
        for _ in range(end * count // ends[-1] - (end - weight) * count // ends[-1])
    ]
