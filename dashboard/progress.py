"""How far a command has come, in one line on a terminal; and Ctrl-C, which leaves nothing half done."""

from __future__ import annotations

import shutil
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from dashboard.domain.watch import STAGES, Cancelled, Stage, Watch

_BAR = 20
_DRAWN_EVERY = 0.1  # seconds


@contextmanager
def watching(file: str, *, quiet: bool = False) -> Iterator[Watch]:
    """A watch over the work on a file. Ctrl-C cancels it, and is then raised as KeyboardInterrupt.

    Draws nothing where standard error is no terminal, or when it is to be `quiet`.
    """
    line = _Line(file) if sys.stderr.isatty() and not quiet else None
    watch = Watch(line.tell if line else None)
    try:
        with _stopped_by_ctrl_c(watch):
            yield watch
    except Cancelled:
        raise KeyboardInterrupt from None
    finally:
        if line:
            line.clear()


class _Line:
    def __init__(self, file: str) -> None:
        self._file = file
        self._drawn: tuple[Stage | None, float] = (None, 0.0)

    def tell(self, stage: Stage, share: float | None) -> None:
        """Draws the stage and its share over what was drawn before."""
        last, at = self._drawn
        if stage is last and time.monotonic() - at < _DRAWN_EVERY:
            return
        self._drawn = (stage, time.monotonic())
        done = "" if share is None else f" [{'#' * int(share * _BAR):{_BAR}}] {share:4.0%}"
        text = f"{self._file}: {STAGES[stage]}{done}"
        self._write(text[: shutil.get_terminal_size().columns - 1])

    def clear(self) -> None:
        """Takes the line away."""
        self._write("")

    def _write(self, text: str) -> None:
        sys.stderr.write(f"\r\x1b[K{text}")
        sys.stderr.flush()


@contextmanager
def _stopped_by_ctrl_c(watch: Watch) -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        signal.signal(signal.SIGINT, before)  # whoever presses it twice means it
        watch.cancel()

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
