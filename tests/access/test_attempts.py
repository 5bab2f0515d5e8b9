"""The limit on trying: a guesser waits longer and longer, and nobody else does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.access import audit
from dashboard.access.doors import attempts
from dashboard.access.doors.attempts import FROM_ANYWHERE, FROM_HERE, NETWORK

OFFICE, ELSEWHERE = "203.0.113.7", "198.51.100.9"


def fail(store, times: int, address: str = OFFICE, target: str = "anna@agency.example") -> None:
    for _ in range(times):
        attempts.failed(store, "sign-in", address, target)


def wait(store, address: str = OFFICE, target: str = "anna@agency.example") -> int | None:
    return attempts.too_many(store, "sign-in", address, target)


def test_five_failures_cost_nobody_anything_and_the_sixth_closes_the_door(store):
    fail(store, 5)
    assert wait(store) is None
    fail(store, 1)
    assert wait(store) == 15


def test_of_many_tries_at_the_same_moment_one_is_looked_at(store):
    assert wait(store) is None
    assert [wait(store), wait(store)] == [1, 1]
    assert wait(store, target="boris@agency.example") is None
    assert wait(store, ELSEWHERE) is None
    fail(store, 1)
    assert wait(store) is None
    attempts.succeeded(store, "sign-in", OFFICE, "anna@agency.example")
    assert wait(store) is None


def test_each_further_failure_doubles_the_wait_up_to_a_quarter_of_an_hour(store):
    fail(store, 7)
    assert wait(store) == 30
    fail(store, 20)
    assert wait(store) == 900


def test_a_colleague_behind_the_same_address_signs_in_meanwhile(store):
    fail(store, 30)
    assert wait(store, target="boris@agency.example") is None


def test_the_door_opens_when_the_wait_is_over(store, later):
    fail(store, 6)
    later(seconds=16)
    assert wait(store) is None


def test_time_takes_failures_off_again(store, later):
    fail(store, 6)
    later(hours=1.1)
    fail(store, 5)
    assert wait(store) == 15


def test_a_success_takes_back_the_failures_before_it(store):
    fail(store, 5)
    attempts.succeeded(store, "sign-in", OFFICE, "anna@agency.example")
    fail(store, 5)
    assert wait(store) is None


def test_a_guesser_with_many_addresses_is_stopped_at_the_target(store):
    for number in range(21):
        fail(store, 1, address=f"198.51.100.{number}")
    assert wait(store, address="192.0.2.1") == 15


def test_no_guesser_shuts_the_rightful_owner_out(store):
    attempts.succeeded(store, "sign-in", OFFICE, "anna@agency.example")
    for number in range(60):
        fail(store, 1, address=f"198.51.100.{number}")
    assert wait(store, address=ELSEWHERE) == 900
    assert wait(store) is None


def test_a_network_that_tries_everything_waits_whatever_it_tries_next(store):
    for number in range(61):
        fail(store, 1, target=f"guess-{number}@agency.example")
    assert wait(store, target="never-tried@agency.example") == 5
    assert wait(store, address=ELSEWHERE, target="never-tried@agency.example") is None


def test_a_target_without_a_name_counts_for_the_network_alone(store):
    for _ in range(61):
        attempts.failed(store, "address", OFFICE)
    assert attempts.too_many(store, "address", OFFICE) == 5
    assert attempts.too_many(store, "sign-in", OFFICE, "anna@agency.example") is None


@pytest.mark.parametrize(
    ("address", "where"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:bbbb::9", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("", ""),
        ("unknown", "unknown"),
    ],
)
def test_an_ipv6_household_is_one_network(address, where):
    assert attempts.network(address) == where


def test_the_record_says_once_that_a_door_was_closed_and_nothing_that_was_typed(store):
    fail(store, 9)
    (line,) = [line for line in audit.newest(store) if line.what == "tries limited"]
    assert (line.about, line.came_from) == ("sign-in", OFFICE)
    assert "anna" not in repr(line)


def test_a_copy_of_the_store_does_not_say_who_was_tried(store, tmp_path):
    fail(store, 1)
    assert b"anna" not in (tmp_path / "workspace.sqlite").read_bytes()


def test_a_crowd_of_addresses_takes_a_bounded_room(store, monkeypatch):
    monkeypatch.setattr(attempts, "_MOST_ROWS", 20)
    for number in range(60):
        attempts.failed(store, "address", f"203.0.113.{number}")
    with store.reading() as connection:
        assert connection.exec_driver_sql("select count(*) from attempts").scalar_one() <= 22


@given(st.sampled_from([FROM_HERE, FROM_ANYWHERE, NETWORK]), st.floats(0, 1e9))
def test_a_wait_is_never_longer_than_its_longest_and_never_shrinks_with_failures(limit, level):
    assert limit.closes_for(level) <= limit.closes_for(level + 1) <= limit.longest
    assert bool(limit.closes_for(level)) is (level > limit.free)
