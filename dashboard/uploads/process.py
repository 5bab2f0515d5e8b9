"""The server's hold on the process beside it: gives it tasks, hears how far it is, stops it."""

from __future__ import annotations

import contextlib
import logging
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Lock, Timer
from typing import IO, Any

from dashboard.domain.errors import SverkaError
from dashboard.domain.phrase import say
from dashboard.domain.watch import Cancelled, Stage
from dashboard.uploads import messages
from dashboard.uploads.messages import At, Do, Done, Failed, Stop
from dashboard.uploads.task import Work

_ROOT = Path(__file__).resolve().parents[2]
_LOG = logging.getLogger(__name__)
_PATIENCE = 20.0  # seconds in which a task that was told to stop has to have stopped


class Lost(SverkaError):
    """The process ended amid its task; what it had not finished was not written."""

    def __init__(self) -> None:
        super().__init__(
            say(
                "The work on this file ended unexpectedly, perhaps for want of memory. Drop it again; if it happens "
                "again, tell whoever runs the server. Nothing was changed."
            )
        )


class Process:
    """One process, started when it is first needed. `do` is called by one thread, `stop` by any."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._running: subprocess.Popen[bytes] | None = None
        self._task: Work | None = None
        self._stopped = False
        self._unwanted: Work | None = None  # stopped before it began
        self._lock = Lock()

    def do(self, task: Work, tell: Callable[[Stage, float | None], None]) -> Any:
        """Does a task in the other process. Raises what it raised there, Cancelled after `stop`, Lost."""
        news: messages.News | None = None
        try:
            orders, answers = self._pipes()
            with self._lock:
                if self._unwanted is task:
                    raise Cancelled
                self._task, self._stopped = task, False
                messages.send(orders, Do(self._home, task))
            while isinstance(news := messages.news(answers), At):
                tell(news.stage, news.share)
        except OSError:
            _LOG.exception("The process for uploads cannot be reached")
        finally:
            with self._lock:
                self._task, stopped = None, self._stopped
        if isinstance(news, Done):
            return news.result
        if isinstance(news, Failed):
            raise news.error
        self.end()
        raise Cancelled if stopped else Lost

    def stop(self, task: Work) -> None:
        """Cancels this task, begun or about to begin; a process that does not listen is killed."""
        with self._lock:
            process = self._running
            if process is None or process.stdin is None or self._task is not task:
                self._unwanted = task
                return
            self._stopped = True
            with contextlib.suppress(OSError):
                messages.send(process.stdin, Stop())
        timer = Timer(_PATIENCE, self._kill_if_still_at, (process, task))
        timer.daemon = True
        timer.start()

    def end(self) -> None:
        """Lets go of the process, which gives its memory back."""
        with self._lock:
            process, self._running = self._running, None
        if process is None:
            return
        for pipe in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):
                if pipe is not None:
                    pipe.close()
        try:
            process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        process = self._start()
        if process.stdin is None or process.stdout is None:
            raise OSError("the process has no pipes")
        return process.stdin, process.stdout

    def _start(self) -> subprocess.Popen[bytes]:
        if self._running is not None and self._running.poll() is not None:
            self.end()
        with self._lock:
            if self._running is None:
                self._running = subprocess.Popen(
                    [sys.executable, "-m", "dashboard.uploads.worker"],
                    cwd=_ROOT,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                )
            return self._running

    def _kill_if_still_at(self, process: subprocess.Popen[bytes], task: Work) -> None:
        with self._lock:
            if self._task is task and self._running is process:
                process.kill()
