"""Long work under somebody's eyes: it says how far it has come, and stops when it is told to.

One `Watch` goes with a file from its first byte to its snapshot. The work calls `at`; whoever waits hears of it, and
may `cancel` from another thread. What is cancelled leaves nothing behind, so the work must be of the kind that can be
given up whole: a scratch folder, a transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from threading import Event, Lock, Thread
from typing import Protocol

from dashboard.domain.errors import SverkaError
from dashboard.domain.phrase import N_, say

_EVERY = 0.25  # seconds


class Stage(StrEnum):
    """Where a file is on its way, in the order in which it comes there; the last, an export on its own."""

    WAITING = "waiting"
    LOOKING = "looking"
    READING = "reading"
    COMPARING = "comparing"
    WRITING = "writing"
    BUILDING = "building"
    PUBLISHING = "publishing"
    COLLECTING = "collecting"


# What each stage is called where people read it.
STAGES: dict[Stage, str] = {
    Stage.WAITING: N_("waiting for another import of this client to end"),
    Stage.LOOKING: N_("looking through the file"),
    Stage.READING: N_("reading its rows"),
    Stage.COMPARING: N_("comparing with what is there"),
    Stage.WRITING: N_("writing the rows"),
    Stage.BUILDING: N_("building the figures"),
    Stage.PUBLISHING: N_("publishing"),
    Stage.COLLECTING: N_("collecting the tables"),
}


class Cancelled(SverkaError):
    """The work was told to stop, and left nothing behind."""

    def __init__(self) -> None:
        super().__init__(say("It was cancelled. Nothing was changed."))


class Database(Protocol):
    """What a watch needs of a database connection while a statement runs on it."""

    def interrupt(self) -> None:
        """Ends the statement that runs now, if one does."""

    def query_progress(self) -> float:
        """How much of the statement is done, in per cent; below 0 where that is not known."""


class Watch:
    """Hears of stages through `tell` (the stage, and its share done from 0 to 1, or None), and passes `cancel` on.

    Without `tell` nobody listens, and the work can still be cancelled. One watch serves one piece of work at a time.
    """

    def __init__(self, tell: Callable[[Stage, float | None], None] | None = None) -> None:
        self._tell = tell
        self._cancelled = Event()
        self._stage: Stage | None = None
        self._is_past_return = False
        self._turn = Lock()

    @property
    def cancelled(self) -> bool:
        """Whether the work was told to stop, in time."""
        return self._cancelled.is_set() and not self._is_past_return

    def cancel(self) -> None:
        """Tells the work to stop; may be called from any thread, and from a signal's handler."""
        self._cancelled.set()

    def check(self) -> None:
        """Raises Cancelled if the work was told to stop."""
        if self.cancelled:
            raise Cancelled

    def at(self, stage: Stage, share: float | None = None) -> None:
        """Says where the work is. Raises Cancelled if it was told to stop."""
        self.check()
        self._stage = stage
        if self._tell is not None:
            self._tell(stage, share)

    def past_return(self, stage: Stage) -> None:
        """Says that the change is about to be made for good: from here on nothing can be cancelled.

        Raises Cancelled if the work was told to stop before.
        """
        with self._turn:
            self.check()
            self._is_past_return = True
        self._stage = stage
        if self._tell is not None:
            self._tell(stage, None)

    @contextmanager
    def over(self, database: Database) -> Iterator[None]:
        """Within the block, a cancel interrupts what the database does, and its progress is told at the stage's.

        Raises Cancelled in the place of the interruption.
        """
        ended = Event()
        watcher = Thread(target=self._look_after, args=(database, ended), name="watch", daemon=True)
        watcher.start()
        try:
            yield
        except Exception as error:
            if self.cancelled and not isinstance(error, Cancelled):
                raise Cancelled from error
            raise
        finally:
            ended.set()
            watcher.join()

    def _look_after(self, database: Database, ended: Event) -> None:
        told = -1.0
        while not ended.wait(_EVERY):
            with self._turn:
                if self.cancelled:
                    # Again and again: an interruption between two statements is lost.
                    database.interrupt()
                    continue
            if self._tell is not None and self._stage is not None:
                done = database.query_progress()
                if done > 0 and done != told:
                    told = done
                    self._tell(self._stage, min(done / 100, 1.0))
