"""A small limit on trying: who has opened many addresses that open nothing waits a while.

Nobody guesses 256 bits; the limit keeps a tireless visitor from busying the store. Kept in the memory of one process.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable


class Attempts:
    """Counts failures by address: `limit` of them within `seconds` close the door until the oldest has passed."""

    def __init__(
        self, limit: int = 30, seconds: float = 60, most: int = 10_000, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._limit, self._seconds, self._most, self._clock = limit, seconds, most, clock
        self._failures: dict[str, deque[float]] = {}
        self._lock = threading.Lock()

    def too_many(self, came_from: str) -> bool:
        """Whether this address has to wait."""
        with self._lock:
            return len(self._recent(came_from)) >= self._limit

    def failed(self, came_from: str) -> None:
        """Notes a failure."""
        with self._lock:
            if came_from not in self._failures and len(self._failures) >= self._most:
                self._failures.pop(next(iter(self._failures)))
            self._recent(came_from)
            self._failures.setdefault(came_from, deque(maxlen=self._limit)).append(self._clock())

    def _recent(self, came_from: str) -> deque[float]:
        failures = self._failures.get(came_from, deque())
        while failures and failures[0] <= self._clock() - self._seconds:
            failures.popleft()
        if not failures:
            self._failures.pop(came_from, None)
        return failures
