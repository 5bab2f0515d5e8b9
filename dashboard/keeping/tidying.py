"""What a server does beside serving: ends erasures that were interrupted, lets go of what another process removed."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Event, Thread

from dashboard.keeping import desk, erasing
from dashboard.warehouse import namespace as namespaces
from dashboard.workspace import Workspace

EVERY_SECONDS = 300.0

log = logging.getLogger("sverka.keeping")


class Tidying:
    """One thread, started and ended with the server; it looks at the start and every five minutes."""

    def __init__(self, workspace: Callable[[], Workspace]) -> None:
        self._workspace = workspace
        self._stop = Event()
        self._thread = Thread(target=self._run, name="sverka-tidying", daemon=True)

    def start(self) -> None:
        """Begins to look."""
        self._thread.start()

    def end(self) -> None:
        """Looks no more; what is being done ends with the process, and is taken up at the next start."""
        self._stop.set()

    def _run(self) -> None:
        while True:
            try:
                tidy(self._workspace())
            except Exception:  # a workspace that cannot be read today may be readable at the next look
                log.exception("what was left could not be tidied")
            if self._stop.wait(EVERY_SECONDS):
                return


def tidy(workspace: Workspace) -> None:
    """Does once what there is to do."""
    erasing.finish(workspace)
    namespaces.let_go_of_removed()
    desk.remove_old(workspace)
