"""Stops queries that take too long.

One sleeping thread watches all of them: a timer each would cost as much as many a query.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from threading import Condition, Thread

import duckdb

_LOOKS_EVERY = 0.1  # seconds

_running: dict[int, tuple[float, duckdb.DuckDBPyConnection]] = {}
_changed = Condition()
_numbers = count()
_watcher: list[Thread] = []


@contextmanager
def interrupted_after(cursor: duckdb.DuckDBPyConnection, seconds: float) -> Iterator[None]:
    """Interrupts what the cursor runs inside the block once it has taken `seconds` (duckdb.InterruptException)."""
    number = next(_numbers)
    with _changed:
        _running[number] = (time.monotonic() + seconds, cursor)
        if not _watcher or not _watcher[0].is_alive():
            _watcher[:] = [Thread(target=_watch, name="query time limit", daemon=True)]
            _watcher[0].start()
        elif len(_running) == 1:
            _changed.notify()
    try:
        yield
    finally:
        with _changed:
            del _running[number]


def _watch() -> None:
    while True:
        with _changed:
            while not _running:
                _changed.wait()
            _interrupt_late()
        time.sleep(_LOOKS_EVERY)


def _interrupt_late() -> None:
    # In a function of its own, so that the sleeping thread holds no cursor when the program ends.
    now = time.monotonic()
    for deadline, cursor in _running.values():
        if now >= deadline:
            cursor.interrupt()
