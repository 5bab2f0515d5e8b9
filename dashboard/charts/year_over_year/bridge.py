"""The way from then to now as bars on one scale, whose zero is what it was then.

Each line hangs where the one before it ended, so the last ends at now. After what was not counted alike, and after
what exists in one period only, a bar shows what is left of the change. Whoever draws it (page, PDF, slides) needs the
places alone; they are shares of the width, from 0 to 1.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from dashboard.domain.year_over_year.bridge import PROVEN, Bridge, Group, Line, Years

_MOST_DOUBT = 1.5  # whiskers may widen the scale to so much beyond the bars; a longer one is cut off
_LEAST = 0.005  # a line of nothing whose doubt is less than half a kopeck is no line,
_SEEN = 0.001  # nor one whose doubt is less than a thousandth of the change
_ROOM = 0.03  # left free at both ends


class Kind(StrEnum):
    """What a bar is."""

    THEN = "then"
    LINE = "line"
    LEFT = "left"  # what is left of the change after a step
    NOW = "now"


@dataclass(frozen=True)
class Bar:
    """One row: from where to where its bar reaches, and its whisker (None: nothing is known of its doubt).

    `years` are the amounts of both periods that the row stands for, where it is no line.
    """

    kind: Kind
    key: str
    start: float
    end: float
    amount: Decimal
    years: Years | None = None
    line: Line | None = None
    whisker: tuple[float, float] | None = None
    is_cut: bool = False


@dataclass(frozen=True)
class Steps:
    """The rows in their order, and the places of then and now, which run through all of them."""

    bars: tuple[Bar, ...]
    then: float
    now: float


@dataclass(frozen=True)
class _Row:
    """A bar in money, before there is a scale."""

    kind: Kind
    key: str
    start: float
    end: float
    amount: Decimal
    years: Years | None = None
    line: Line | None = None

    @property
    def doubt(self) -> float:
        return PROVEN * self.line.se if self.line and self.line.se else 0.0


def steps(bridge: Bridge) -> Steps:
    """The bars of a bridge, from then to now."""
    rows = list(_rows(bridge))
    ends = [end for row in rows for end in (row.start, row.end)]
    low, high = min(ends), max(ends)
    reach = (high - low) or max((row.doubt for row in rows), default=0.0) or 1.0
    widest = reach * _MOST_DOUBT
    low = min([low, *(max(row.end - row.doubt, low - widest / 2) for row in rows)])
    high = max([high, *(min(row.end + row.doubt, high + widest / 2) for row in rows)])
    room = (high - low or 1.0) * _ROOM
    low, high = low - room, high + room

    def place(amount: float) -> float:
        return min(max((amount - low) / (high - low), 0.0), 1.0)

    bars = []
    for row in rows:
        whisker = (place(row.end - row.doubt), place(row.end + row.doubt)) if row.doubt else None
        is_cut = row.doubt > 0 and (row.end - row.doubt < low or row.end + row.doubt > high)
        bars.append(
            Bar(row.kind, row.key, place(row.start), place(row.end), row.amount, row.years, row.line, whisker, is_cut)
        )
    return Steps(tuple(bars), place(0.0), place(float(bridge.difference)))


def _rows(bridge: Bridge) -> Iterator[_Row]:
    whole, at = float(bridge.difference), 0.0
    least = max(_LEAST, _SEEN * abs(whole))
    yield _Row(Kind.THEN, "then", 0.0, 0.0, bridge.reported.then, bridge.reported)
    for group, left in (
        (Group.COMPARABILITY, bridge.comparable),
        (Group.SCOPE, bridge.like_for_like),
        (Group.LIKE_FOR_LIKE, None),
    ):
        lines = [line for line in bridge.of_group(group) if line.amount or (line.se or 0.0) >= least]
        for line in lines:
            reached = at + float(line.amount)
            yield _Row(Kind.LINE, line.key, at, reached, line.amount, line=line)
            at = reached
        if left is not None and lines:
            yield _Row(Kind.LEFT, str(group), at, whole, left.difference, left)
    yield _Row(Kind.NOW, "now", 0.0, whole, bridge.difference, bridge.reported)
