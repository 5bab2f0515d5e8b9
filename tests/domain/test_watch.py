"""Long work says where it is, and stops when it is told to."""

from __future__ import annotations

import copy
from threading import Event

import pytest

from dashboard.domain.errors import Busy, SverkaError
from dashboard.domain.phrase import say
from dashboard.domain.watch import STAGES, Cancelled, Stage, Watch


class Database:
    """A statement that runs until it is interrupted."""

    def __init__(self) -> None:
        self.interrupted = Event()

    def interrupt(self) -> None:
        self.interrupted.set()

    def query_progress(self) -> float:
        return 40.0

    def run(self) -> None:
        assert self.interrupted.wait(20)
        raise RuntimeError("interrupted")


def test_every_stage_has_a_name_for_people() -> None:
    assert list(STAGES) == list(Stage)


def test_what_the_work_says_is_heard() -> None:
    heard: list[tuple[Stage, float | None]] = []
    watch = Watch(lambda stage, share: heard.append((stage, share)))
    watch.at(Stage.LOOKING, 0.5)
    watch.at(Stage.READING)
    assert heard == [(Stage.LOOKING, 0.5), (Stage.READING, None)]


def test_cancelled_work_stops_at_its_next_stage() -> None:
    watch = Watch()
    watch.cancel()
    with pytest.raises(Cancelled):
        watch.at(Stage.READING)


def test_a_cancel_interrupts_the_statement_that_runs() -> None:
    database, watch = Database(), Watch()
    watch.cancel()
    with pytest.raises(Cancelled), watch.over(database):
        database.run()


def test_the_progress_of_a_statement_is_told_at_its_stage() -> None:
    told = Event()
    watch = Watch(lambda stage, share: told.set() if (stage, share) == (Stage.READING, 0.4) else None)
    with watch.over(Database()):
        watch.at(Stage.READING)
        assert told.wait(20)


def test_another_error_stays_what_it_is() -> None:
    with pytest.raises(ZeroDivisionError), Watch().over(Database()):
        raise ZeroDivisionError


def test_past_the_return_a_cancel_comes_too_late() -> None:
    watch = Watch()
    watch.past_return(Stage.PUBLISHING)
    watch.cancel()
    assert not watch.cancelled
    watch.check()


def test_a_cancel_before_the_return_holds() -> None:
    watch = Watch()
    watch.cancel()
    with pytest.raises(Cancelled):
        watch.past_return(Stage.PUBLISHING)


@pytest.mark.parametrize("error", [Busy(say("Wait for {who}.", who="anna")), Cancelled()])
def test_an_error_comes_whole_out_of_another_process(error: SverkaError) -> None:
    came = copy.copy(error)  # goes the way of pickling
    assert (type(came), came.phrase, str(came)) == (type(error), error.phrase, str(error))
