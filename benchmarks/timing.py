"""Times of several runs, and how they are written down."""

from __future__ import annotations

import statistics
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Times:
    """Seconds of several runs of the same thing: on the clock, and of processor time (all threads) where known."""

    clock: tuple[float, ...]
    processor: tuple[float, ...] = ()

    @property
    def median(self) -> float:
        """The middle run, in seconds on the clock."""
        return statistics.median(self.clock)

    @property
    def work(self) -> float:
        """The middle run, in seconds of processor time."""
        return statistics.median(self.processor)

    def milliseconds(self) -> str:
        """`12 (11–15)`: median, and the quickest and slowest run."""
        return _spread([1000 * seconds for seconds in self.clock])

    def seconds(self) -> str:
        """`1.21 (1.14–1.30)`: median, and the quickest and slowest run."""
        return _spread(list(self.clock))

    def __add__(self, other: Times) -> Times:
        """Two steps of the same runs, taken together."""
        return Times(
            tuple(map(sum, zip(self.clock, other.clock, strict=True))),
            tuple(map(sum, zip(self.processor, other.processor, strict=True))),
        )

    def over(self, other: Times) -> str:
        """How many times as long as `other` this took, by the medians."""
        return f"{self.median / other.median:.2f}"

    def work_over(self, other: Times) -> str:
        """How many times as much processor time as `other` this took, by the medians."""
        return f"{self.work / other.work:.2f}"


class Gathered:
    """Gathers the times of several runs, each in a `with` of its own."""

    def __init__(self) -> None:
        self._clock: list[float] = []
        self._processor: list[float] = []
        self._started = (0.0, 0.0)

    def __enter__(self) -> None:
        self._started = (time.perf_counter(), time.process_time())

    def __exit__(self, *error: object) -> None:
        self._clock.append(time.perf_counter() - self._started[0])
        self._processor.append(time.process_time() - self._started[1])

    @property
    def times(self) -> Times:
        """What has been gathered."""
        return Times(tuple(self._clock), tuple(self._processor))


def _spread(values: list[float]) -> str:
    middle, least, most = statistics.median(values), min(values), max(values)
    return f"{_short(middle)} ({_short(least)}–{_short(most)})"


def _short(value: float) -> str:
    if value >= 100:
        return f"{value:.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"
