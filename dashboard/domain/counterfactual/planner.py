"""Which experiment would tell what the ads bring, how long it takes and what it may cost, by the client's own noise.

Nothing is assumed of the noise: every design is carried out on past weeks in which nothing was switched, and what it
would have "found" there is what it may be off by. A design is long enough once the smallest effect worth knowing lies
2.8 of these standard deviations from zero: seen at 95 % in four cases of five.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum
from math import ceil

import numpy as np

from dashboard.domain.counterfactual.answer import DETECTABLE
from dashboard.domain.counterfactual.mixture import Floats

FEWEST_PAIRS = 4  # fewer switches than these leave no way to tell their own noise
FEWEST_REGIONS = 4
LONGEST = 26  # weeks; what takes longer is another season, and hardly anybody holds out
LEAST_HISTORY = 26  # weeks that the noise is known from
_LONGEST_BLOCK = 3  # weeks beyond those that an order takes


class Design(StrEnum):
    """How the ads are withheld."""

    SWITCHBACK = "switchback"  # on and off by turns, everywhere
    REGIONS = "regions"  # off in half of the regions, all the time


@dataclass(frozen=True)
class Stakes:
    """What the ads cost and are said to bring, per week. `margin` is the share of revenue kept, None if unknown."""

    spend: Decimal
    claimed: Decimal
    margin: Decimal | None

    @property
    def worth_knowing(self) -> Decimal:
        """The revenue per week that the ads must bring to pay; their spend itself where the margin is not known."""
        return self.spend / self.margin if self.margin and self.margin > 0 else self.spend

    @property
    def break_even(self) -> Decimal | None:
        """The share of the sales credited to the ads that must come from them; None where none are credited."""
        return self.worth_knowing / self.claimed if self.claimed > 0 else None


@dataclass(frozen=True)
class Plan:
    """An experiment. `block` weeks on and off by turns, the first `washout` of each not counted; 0 without turns.

    `off` is how many weeks of all advertising are withheld altogether. `smallest` is the effect, in revenue per week of
    all advertising, that it would show; `withheld` the spend saved, `at_risk` the margin lost should everything that
    is credited to the ads have come from them (None: margin unknown). `regions` are those without ads, by their place.
    """

    design: Design
    weeks: int
    off: Decimal
    block: int
    washout: int
    smallest: Decimal
    withheld: Decimal
    at_risk: Decimal | None
    is_enough: bool
    regions: tuple[int, ...] = ()

    @property
    def cost(self) -> Decimal | None:
        """The most that it may cost: the margin at risk less the spend saved; below zero where it saves at worst."""
        return None if self.at_risk is None else self.at_risk - self.withheld


def switchback(weekly: Floats, stakes: Stakes, washout: int) -> Plan | None:
    """The shortest plan of turns; `weekly` is revenue by week, `washout` the weeks in which an earlier ad still sells.

    Where even the longest plan tells too little, that one, not `is_enough`. None without half a year of weeks.
    """
    if len(weekly) < LEAST_HISTORY:
        return None
    found = []
    for block in range(washout + 1, washout + 1 + _LONGEST_BLOCK):
        noise = _turn_noise(weekly, block, washout)
        most = LONGEST // (2 * block)
        if noise is None or most < FEWEST_PAIRS:
            continue
        needed = max(FEWEST_PAIRS, _pairs(noise, float(stakes.worth_knowing)))
        pairs = min(needed, most)
        smallest = DETECTABLE * noise / pairs**0.5
        found.append(
            _plan(Design.SWITCHBACK, stakes, 2 * block * pairs, Decimal(block * pairs), smallest, block, washout)
        )
    return min(found, key=_preference, default=None)


def regional(weekly: Floats, stakes: Stakes, washout: int) -> Plan | None:
    """The shortest plan with the ads off in half of the regions (`weekly`: weeks × regions).

    None for fewer than four regions, or without half a year of weeks.
    """
    if weekly.shape[1] < FEWEST_REGIONS or len(weekly) < LEAST_HISTORY:
        return None
    halves = _halves(weekly)
    off, on = weekly[:, halves].sum(axis=1), weekly[:, ~halves].sum(axis=1)
    share = float(off.sum() / weekly.sum())
    found = []
    for weeks in range(washout + 2, min(LONGEST, len(weekly) // 3) + 1):
        noise = _halves_noise(off, on, weeks, washout)
        smallest = DETECTABLE * noise / share  # as if all regions were switched
        found.append(_plan(Design.REGIONS, stakes, weeks, Decimal(weeks) * Decimal(share), smallest, 0, washout))
        if found[-1].is_enough:
            break
    best = min(found, key=_preference, default=None)
    return None if best is None else replace(best, regions=tuple(int(place) for place in np.flatnonzero(halves)))


def _plan(design: Design, stakes: Stakes, weeks: int, off: Decimal, smallest: float, block: int, washout: int) -> Plan:
    least = Decimal(smallest).quantize(Decimal(1), ROUND_CEILING)
    return Plan(
        design=design,
        weeks=weeks,
        off=off.quantize(Decimal("0.1")),
        block=block,
        washout=washout,
        smallest=least,
        withheld=off * stakes.spend,
        at_risk=None if stakes.margin is None else off * stakes.claimed * stakes.margin,
        is_enough=smallest <= float(stakes.worth_knowing),
    )


def _preference(plan: Plan) -> tuple[bool, int, Decimal]:
    """What tells enough soonest; else what tells most."""
    return (not plan.is_enough, plan.weeks if plan.is_enough else 0, plan.smallest)


def _pairs(noise: float, effect: float) -> int:
    return ceil((DETECTABLE * noise / effect) ** 2) if effect > 0 else LONGEST


def _turn_noise(weekly: Floats, block: int, washout: int) -> float | None:
    """How far the means of two neighbouring blocks lie apart when nothing is switched (root mean square)."""
    starts = range(len(weekly) - 2 * block + 1)
    if len(starts) < FEWEST_PAIRS:
        return None
    apart = [
        weekly[start + washout : start + block].mean() - weekly[start + block + washout : start + 2 * block].mean()
        for start in starts
    ]
    return float(np.sqrt(np.mean(np.square(apart))))


def _halves(weekly: Floats) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Two halves as alike in size as turns give: largest to one, the next two to the other, and so on."""
    order = np.argsort(-weekly.sum(axis=0), kind="stable")
    chosen = np.zeros(weekly.shape[1], dtype=bool)
    chosen[order[[place for place in range(len(order)) if place % 4 in (0, 3)]]] = True
    return chosen


def _halves_noise(off: Floats, on: Floats, weeks: int, washout: int) -> float:
    """How far one half's weekly mean lies from what the other half's change lets expect, when nothing is switched."""
    apart = []
    for start in range(2 * weeks, len(off) - weeks + 1):
        before, since = slice(start - 2 * weeks, start), slice(start + washout, start + weeks)
        expected = off[before].mean() * on[since].mean() / on[before].mean() if on[before].mean() else 0.0
        apart.append(off[since].mean() - expected)
    return float(np.sqrt(np.mean(np.square(apart))))
