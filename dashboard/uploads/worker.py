"""The process beside the server: `python -m dashboard.uploads.worker`, which the server starts and ends.

A large file costs seconds of Python between DuckDB's statements, and its memory is wanted back afterwards; in a process
of its own it takes neither from those who look at screens. It ends by itself when the server is gone.
"""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import sys
import time
from queue import SimpleQueue
from threading import Thread
from typing import BinaryIO

from dashboard.domain.errors import SverkaError
from dashboard.domain.watch import Stage, Watch
from dashboard.uploads import messages
from dashboard.uploads.messages import At, Do, Done, Failed, News
from dashboard.workspace import Workspace

_TELLS_EVERY = 0.2  # seconds
_GIVES_WAY = 5  # those who look at screens come first


class _Worker:
    def __init__(self, orders: BinaryIO, news: BinaryIO) -> None:
        self._orders = orders
        self._news = news
        self._tasks: SimpleQueue[Do | None] = SimpleQueue()
        self._watch = Watch()
        self._told: tuple[Stage | None, float] = (None, 0.0)

    def run(self) -> None:
        """Does what it is ordered to, until the server lets go."""
        Thread(target=self._hear, name="orders", daemon=True).start()
        while (order := self._tasks.get()) is not None:
            self._tell(self._done(order))

    def _hear(self) -> None:
        while (order := messages.orders(self._orders)) is not None:
            if isinstance(order, Do):
                self._watch = Watch(self._at)
                self._tasks.put(order)
            else:
                self._watch.cancel()
        self._watch.cancel()
        self._tasks.put(None)

    def _done(self, order: Do) -> News:
        try:
            return Done(order.task.do(Workspace(order.home), self._watch))
        except SverkaError as error:  # any other ends the process, which the server hears
            return Failed(error)

    def _at(self, stage: Stage, share: float | None) -> None:
        last, at = self._told
        now = time.monotonic()
        if stage is not last or now - at >= _TELLS_EVERY:
            self._told = (stage, now)
            self._tell(At(stage, share))

    def _tell(self, news: News) -> None:
        with contextlib.suppress(OSError):  # the server is gone, which `_hear` learns too
            messages.send(self._news, news)


def main() -> None:
    """Runs the worker on the pipes that the server gave it as standard input and output."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C ends the server, which then lets go
    with contextlib.suppress(AttributeError, OSError):
        os.nice(_GIVES_WAY)
    news = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # whatever prints goes to the log
    _Worker(sys.stdin.buffer, news).run()
    gc.collect()  # DuckDB complains about what a cancelled task has not let go of yet


if __name__ == "__main__":
    main()
