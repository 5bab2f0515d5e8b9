"""The limit on trying addresses that open nothing."""

from __future__ import annotations

from dashboard.access.doors.attempts import Attempts


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_the_third_failure_in_a_minute_closes_the_door_until_the_first_has_passed():
    clock = Clock()
    attempts = Attempts(limit=3, seconds=60, clock=clock)
    for second in (0, 10, 20):
        assert not attempts.too_many("a")
        clock.now = second
        attempts.failed("a")
    assert attempts.too_many("a")
    clock.now = 60
    assert not attempts.too_many("a")


def test_one_address_does_not_close_the_door_to_another():
    attempts = Attempts(limit=1)
    attempts.failed("a")
    assert attempts.too_many("a")
    assert not attempts.too_many("b")


def test_a_crowd_of_addresses_takes_a_bounded_memory():
    attempts = Attempts(limit=1, most=10)
    for number in range(1000):
        attempts.failed(str(number))
    assert len(attempts._failures) <= 10
