"""Chance with a fixed seed: counts that scatter more than Poisson, amounts that scatter by a share, weighted picks."""

from __future__ import annotations

import math
import random
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta


class Chance(random.Random):
    """Random draws for one subject, named by it: one draw more here moves nothing there."""

    def __new__(cls, *subject: object) -> Chance:
        return super().__new__(cls)

    def __init__(self, *subject: object) -> None:
        super().__init__("|".join(str(part) for part in subject))

    def poisson(self, mean: float) -> int:
        if mean > 60:
            return max(0, round(self.gauss(mean, math.sqrt(mean))))
        floor, product, count = math.exp(-mean), self.random(), 0
        while product > floor:
            product *= self.random()
            count += 1
        return count

    def count(self, mean: float, spread: float = 0.15) -> int:
        """A day's count: Poisson around a mean that itself scatters (variance = mean + spread · mean²)."""
        if mean <= 0:
            return 0
        return self.poisson(self.gammavariate(1 / spread, mean * spread))

    def around(self, value: float, spread: float) -> float:
        """`value` with a log-normal scatter that leaves the mean where it is."""
        return value * math.exp(self.gauss(-spread * spread / 2, spread))

    def happens(self, probability: float) -> bool:
        return self.random() < probability

    def pick(self, weights: Mapping[str, float]) -> str:
        return self.choices(list(weights), list(weights.values()))[0]

    def moment(self, day: date, first_hour: int = 9, last_hour: int = 21) -> datetime:
        """A moment of that day; one in twelve lies outside the opening hours."""
        if self.happens(1 / 12):
            first_hour, last_hour = 7, 24
        seconds = self.randrange(first_hour * 3600, last_hour * 3600)
        return datetime.combine(day, time()) + timedelta(seconds=seconds)
