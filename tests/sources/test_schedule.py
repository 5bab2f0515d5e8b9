"""Schedules: the next time is always later, by the client's clock, in summer and in winter."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.errors import SettingsInvalid
from dashboard.sources.schedule import Schedule, parse

ZONES = st.sampled_from(["Europe/Moscow", "America/New_York", "Asia/Kathmandu", "Pacific/Apia"])


@pytest.mark.parametrize("text", ["hand", "hourly", "daily 07:30", "daily 00:00", "daily 23:59"])
def test_a_schedule_is_written_as_it_is_read(text: str) -> None:
    assert parse(text).written() == text


@pytest.mark.parametrize("text", ["", "daily", "daily 24:00", "daily 7:30", "weekly", "hourly "])
def test_what_is_no_schedule_is_refused(text: str) -> None:
    with pytest.raises(SettingsInvalid, match="no schedule"):
        parse(text)


def test_by_hand_is_never_due() -> None:
    assert Schedule().next_after(datetime(2026, 3, 1, tzinfo=UTC), "Europe/Moscow") is None


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (datetime(2026, 3, 1, 4, 0, tzinfo=UTC), datetime(2026, 3, 1, 4, 30, tzinfo=UTC)),
        (datetime(2026, 3, 1, 4, 30, tzinfo=UTC), datetime(2026, 3, 2, 4, 30, tzinfo=UTC)),
        (datetime(2026, 3, 1, 22, 0, tzinfo=UTC), datetime(2026, 3, 2, 4, 30, tzinfo=UTC)),
    ],
)
def test_each_day_is_the_clients_day(now: datetime, expected: datetime) -> None:
    assert parse("daily 07:30").next_after(now, "Europe/Moscow") == expected


def test_a_time_that_the_clocks_leave_out_comes_an_hour_later() -> None:
    # In New York 02:30 of 8 March 2026 does not exist.
    now = datetime(2026, 3, 8, 5, 0, tzinfo=UTC)
    assert parse("daily 02:30").next_after(now, "America/New_York") == datetime(2026, 3, 8, 7, 30, tzinfo=UTC)


@given(
    st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    st.times(),
    ZONES,
)
def test_the_next_time_is_later_and_within_two_days(now: datetime, at: time, zone: str) -> None:
    for schedule in (Schedule(hourly=True), Schedule(at=at.replace(second=0, microsecond=0))):
        found = schedule.next_after(now, zone)
        assert found is not None
        assert now < found <= now + timedelta(hours=49)
