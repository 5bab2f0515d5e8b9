"""The line on a terminal, and Ctrl-C."""

from __future__ import annotations

import io
import os
import signal
from contextlib import redirect_stderr

import pytest

from dashboard.domain.watch import Stage
from dashboard.progress import watching


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_is_told_the_stage_and_its_share_and_is_clean_afterwards() -> None:
    with redirect_stderr(Terminal()) as terminal, watching("ads.csv") as watch:
        watch.at(Stage.READING, 0.5)
        assert terminal.getvalue().endswith("ads.csv: reading its rows [##########          ]  50%")
    assert terminal.getvalue().endswith("\r\x1b[K")


def test_nothing_is_drawn_for_those_who_read_json() -> None:
    with redirect_stderr(Terminal()) as terminal, watching("ads.csv", quiet=True) as watch:
        watch.at(Stage.READING, 0.5)
    assert terminal.getvalue() == ""


def test_nothing_is_drawn_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with watching("ads.csv") as watch:
        watch.at(Stage.READING, 0.5)
    assert capsys.readouterr().err == ""


def test_ctrl_c_cancels_the_work_and_is_heard_afterwards() -> None:
    before = signal.getsignal(signal.SIGINT)

    def work() -> None:
        with watching("ads.csv") as watch:
            os.kill(os.getpid(), signal.SIGINT)
            watch.at(Stage.READING)

    with pytest.raises(KeyboardInterrupt):
        work()
    assert signal.getsignal(signal.SIGINT) is before
