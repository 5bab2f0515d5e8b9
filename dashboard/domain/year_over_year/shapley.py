"""A change of any function of several factors as a sum of parts: the average of what each adds over all orders.

For profit, where LMDI fails: it subtracts, passes through zero and changes its sign. Method B3 and golden 08.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import factorial

MOST_FACTORS = 12  # 4,096 evaluations

Function = Callable[[Sequence[float]], float]


def shapley(function: Function, values: Sequence[tuple[float, float]]) -> list[float]:
    """What each factor is worth of function(now) − function(then); `values` are (then, now) of each.

    The parts add up to the change up to floating point. Raises ValueError for more than MOST_FACTORS factors.
    """
    count = len(values)
    if count > MOST_FACTORS:
        raise ValueError(f"{count} factors are more than {MOST_FACTORS}")
    results = [
        function([now if chosen >> place & 1 else then for place, (then, now) in enumerate(values)])
        for chosen in range(1 << count)
    ]
    weights = [factorial(size) * factorial(count - size - 1) / factorial(count) for size in range(count)]
    found = []
    for place in range(count):
        without = [chosen for chosen in range(1 << count) if not chosen >> place & 1]
        found.append(
            sum(weights[chosen.bit_count()] * (results[chosen | 1 << place] - results[chosen]) for chosen in without)
        )
    return found
