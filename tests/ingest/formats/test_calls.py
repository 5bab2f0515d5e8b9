"""Calltouch, Sipuni, CallRail."""

from __future__ import annotations

from datetime import datetime

from .. import samples
from ..conftest import SHOP, ReadText, RowsOf


def test_calltouch_dates_have_the_day_first_though_written_with_slashes(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text(samples.CALLTOUCH)
    assert reading.totals == {"rows": 3, "answered": 2, "talk_seconds": 100, "callers": 2, "target": 2}
    first, second, _ = rows_of(reading, "calls")
    assert first["started"] == datetime.fromisoformat("2026-03-02 20:52:58")
    assert first["phone_hash"] == second["phone_hash"]  # 7916… and 8916… are one person
    assert (first["phone_tail"], first["wait_seconds"], first["target"]) == ("33", 9, False)


def test_sipuni_rows_with_stray_delimiters_and_tabs_are_read(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text(samples.SIPUNI, encoding="cp1251")
    assert reading.totals == {"rows": 3, "answered": 2, "talk_seconds": 67, "callers": 2, "target": 0}
    missed, answered, outgoing = rows_of(reading, "calls")
    assert (missed["answered"], missed["wait_seconds"], missed["talk_seconds"]) == (False, 17, 0)
    assert (answered["wait_seconds"], answered["first_call"]) == (32, True)
    assert outgoing["direction"] == "out"
    assert outgoing["tracking_number"] == "74951230000"
    assert outgoing["phone_tail"] == "66"  # the person called, not our own number
    assert missed["phone_hash"] == answered["phone_hash"]


def test_a_callers_number_in_the_recordings_name_is_hidden(read_text: ReadText, rows_of: RowsOf) -> None:
    missed = rows_of(read_text(samples.SIPUNI, encoding="cp1251"), "calls")[0]
    assert "9161112233" not in missed["recording"]


def test_callrail_has_twelve_hour_times_and_marks_of_quality(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text(samples.CALLRAIL, profile=SHOP)
    assert reading.totals == {"rows": 3, "answered": 2, "talk_seconds": 150, "callers": 2, "target": 1}
    first, missed, last = rows_of(reading, "calls")
    assert first["started"] == datetime.fromisoformat("2026-03-03 11:33:00")
    assert missed["started"] == datetime.fromisoformat("2026-03-03 13:33:00")
    assert last["started"] == datetime.fromisoformat("2026-03-04 00:00:00")
    assert [first["target"], missed["target"], last["target"]] == [True, None, False]
    assert (missed["talk_seconds"], missed["wait_seconds"]) == (0, 20)


def test_a_call_listed_twice_is_kept_once(read_text: ReadText, rows_of: RowsOf) -> None:
    again = samples.CALLTOUCH.splitlines(keepends=True)[-1]
    reading = read_text(samples.CALLTOUCH + again)
    assert (reading.rows_kept, reading.rows_rejected) == (3, 1)
    assert "twice" in rows_of(reading, "rejects")[0]["reason"]


def test_a_withheld_number_is_no_person(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text(samples.CALLTOUCH.replace("79161112233", "anonymous"))
    assert rows_of(reading, "calls")[0]["phone_hash"] is None
