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


def of_product(values: Sequence[tuple[float, float]]) -> list[float]:
    """What one unit of each factor of a product is worth, averaged over all orders: times its change it is its part.

    The same as `shapley` of the product, for any number of factors and without its 2ⁿ evaluations: the sum over the
    sets of so many other factors is a coefficient of the polynomial Π (then + now·t).
    """
    count = len(values)
    weights = [factorial(size) * factorial(count - size - 1) / factorial(count) for size in range(count)]
    found = []
    for place in range(count):
        sums = [1.0]
        for other, (then, now) in enumerate(values):
            if other != place:
                sums = [a * then + b * now for a, b in zip([*sums, 0.0], [0.0, *sums], strict=True)]
        found.append(sum(weight * of for weight, of in zip(weights, sums, strict=True)))
    return found
