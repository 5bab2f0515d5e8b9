"""The arithmetic of a bridge as a person would do it on paper, from the counts of the story and none of the product."""

from __future__ import annotations

from collections.abc import Mapping
from math import log, prod


def parts(then: Mapping[str, float], now: Mapping[str, float]) -> dict[str, float]:
    """What each factor is worth in the difference of the two products: logarithmic mean × logarithm of its change."""
    before, after = prod(then.values()), prod(now.values())
    mean = before if before == after else (after - before) / log(after / before)
    return {factor: mean * log(now[factor] / value) for factor, value in then.items()}
