"""What may be said of a growth where a part is of unknown source, or some days were not tracked (golden 14)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from math import hypot, sqrt

from dashboard.domain.metrics import growth, share
from dashboard.domain.statistics.interval import Z95

UNKNOWN_MOVED = Decimal("0.05")  # of all: from there on what moved between channels may be tracking alone


@dataclass(frozen=True)
class Sourced:
    """One year's amount by where it came from: the internet, elsewhere, nobody knows.

    `known_squares` and `unknown_squares` are the sums of the squares of the orders behind it (0: not known).
    """

    internet: Decimal
    elsewhere: Decimal
    unknown: Decimal
    known_squares: float = 0.0
    unknown_squares: float = 0.0

    @property
    def unknown_share(self) -> Decimal | None:
        """The part whose source nobody knows, of all; None without an amount."""
        return share(self.unknown, self.internet + self.elsewhere + self.unknown)

    @property
    def unknown_share_se(self) -> float:
        """The standard error of that share: whose orders are how large is chance."""
        whole, part = float(self.internet + self.elsewhere + self.unknown), float(self.unknown_share or 0)
        if not whole:
            return 0.0
        return sqrt((1 - part) ** 2 * self.unknown_squares + part**2 * self.known_squares) / abs(whole)

    @property
    def like_the_known(self) -> Decimal | None:
        """The internet's amount if the unknown came like the known; None where nothing is known."""
        part = share(self.internet, self.internet + self.elsewhere)
        return None if part is None else self.internet + self.unknown * part


@dataclass(frozen=True)
class Bounds:
    """The growth of the internet's amount as credited, at the least, at the most, and if the unknown is like the known.

    Shares: 0.5 is +50 %. `high` is None where nothing bounds it.
    """

    credited: Decimal
    low: Decimal
    high: Decimal | None
    like_the_known: Decimal | None

    @property
    def has_both_signs(self) -> bool:
        """Whether it may have grown as well as fallen."""
        return self.low < 0 and (self.high is None or self.high > 0)


def sources_are_alike(then: Sourced, now: Sourced) -> bool:
    """Whether about as much of both years' amounts has no source, as far as can be told from chance: so that channels
    can be set against themselves."""
    moved = abs((now.unknown_share or Decimal(0)) - (then.unknown_share or Decimal(0)))
    return moved <= UNKNOWN_MOVED or float(moved) < Z95 * hypot(then.unknown_share_se, now.unknown_share_se)


def growth_bounds(then: Sourced, now: Sourced) -> Bounds | None:
    """Between [A1 / (A0 + U0) − 1, (A1 + U1) / A0 − 1]; None where nothing was credited to the internet then."""
    credited = growth(now.internet, then.internet)
    low = growth(now.internet, then.internet + then.unknown)
    if credited is None or low is None:
        return None
    return Bounds(
        credited,
        low,
        growth(now.internet + now.unknown, then.internet),
        growth(now.like_the_known, then.like_the_known),
    )


def growth_per_covered_day(now: int, days_now: int, then: int, days_then: int) -> Decimal | None:
    """The growth of a count for a day that was tracked; None without a tracked day or a count then."""
    return growth(share(now, days_now), share(then, days_then))
