"""How much wider than chance alone the counts of a client scatter from week to week."""

from __future__ import annotations

from collections.abc import Sequence

ENOUGH_WEEKS = 4


def dispersion(*years: Sequence[float]) -> float:
    """Pearson's χ² over its degrees of freedom, from weekly counts, each year about its own mean; never below 1.

    1 where there are too few weeks to tell (method A4).
    """
    squares, free = 0.0, 0
    for weeks in years:
        mean = sum(weeks) / len(weeks) if weeks else 0.0
        if mean > 0 and len(weeks) > 1:
            squares += sum((week - mean) ** 2 for week in weeks) / mean
            free += len(weeks) - 1
    return max(squares / free, 1.0) if free >= ENOUGH_WEEKS - 1 else 1.0
