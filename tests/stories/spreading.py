"""Whole counts and whole coins laid out over days without chance: the same files every time, and exact sums."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

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
