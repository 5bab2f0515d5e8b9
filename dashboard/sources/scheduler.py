"""Refreshes what is due, in the server's process: one thread, one source after the other.

Several servers may each run one: who holds a source is in the workspace's store, and whoever comes second passes on.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Event, Thread

from dashboard.access import moments
from dashboard.sources.refresh import refresh
from dashboard.sources.registry import Sources
from dashboard.workspace import Workspace

LOOK_EVERY_SECONDS = 20.0
BY = "schedule"

log = logging.getLogger("sverka.sources")


class Scheduler:
    """Started and ended with the server. `workspace` is asked for at each look, since it may not open at once."""

    def __init__(self, workspace: Callable[[], Workspace], look_every_seconds: float = LOOK_EVERY_SECONDS) -> None:
        self._workspace = workspace
        self._look_every_seconds = look_every_seconds
        self._stop = Event()
        self._thread = Thread(target=self._run, name="sverka-schedule", daemon=True)

    def start(self) -> None:
        """Begins to look."""
        self._thread.start()

    def end(self, wait_seconds: float = 5.0) -> None:
        """Ends after the source that is being refreshed now, and waits for that a while.

        What is not done then is ended with the process: its transaction is whole or not there at all.
        """
        self._stop.set()
        self._thread.join(wait_seconds)

    def _run(self) -> None:
        while not self._stop.wait(self._look_every_seconds):
            try:
                self.look()
            except Exception:  # a workspace that cannot be read today may be readable at the next look
                log.exception("the schedule could not be looked at")

    def look(self) -> None:
        """Refreshes each source that is due now."""
        workspace = self._workspace()
        for source in Sources(workspace.access).due(moments.now()):
            if self._stop.is_set():
                return
            refresh(workspace, source, BY, only_due=True, stop=self._stop)
