"""Telephone exchanges and trackers: CoMagic, Ringostat, Mango, Zadarma, Twilio, Nimbata, Zoho CRM's calls."""

from __future__ import annotations

from datetime import datetime

from dashboard.domain.reading import Reading

from .. import samples
from ..conftest import SHOP, ReadText, RowsOf


def _said(reading: Reading) -> str:
    return " ".join(message.template for message in reading.messages)


def _calls(reading: Reading, rows_of: RowsOf) -> list[tuple[object, ...]]:
    return [
        (row["direction"], row["answered"], row["wait_seconds"], row["talk_seconds"])
        for row in rows_of(reading, "calls")
    ]


def test_nimbata_has_day_and_time_apart_and_minutes_and_seconds(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text(samples.NIMBATA, profile=SHOP)
    assert reading.totals == {"rows": 3, "answered": 1, "talk_seconds": 180, "callers": 2}
    first, second, _ = rows_of(reading, "calls")
    assert (first["started"], first["talk_seconds"]) == (datetime.fromisoformat("2026-03-14 09:05:00"), 161)
    assert second["started"] == datetime.fromisoformat("2026-03-14 12:30:00")


def test_calltouch_in_the_words_of_its_screens(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text(samples.CALLTOUCH_RU)
    assert reading.totals == {"rows": 2, "answered": 1, "talk_seconds": 100, "callers": 1, "target": 1}
    missed, answered = rows_of(reading, "calls")
    assert (missed["wait_seconds"], missed["first_call"], answered["first_call"]) == (9, True, False)


def test_comagic_tells_talk_from_waiting_and_from_the_whole(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text(samples.COMAGIC)
    assert reading.totals == {"rows": 3, "answered": 2, "talk_seconds": 100, "callers": 2, "target": 0}
    assert _calls(reading, rows_of) == [("in", True, 12, 60), ("in", False, 20, 0), ("out", True, 10, 40)]


def test_comagic_in_the_words_of_its_screens(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text(samples.COMAGIC_RU)
    assert _calls(reading, rows_of) == [("in", True, 12, 60), ("in", False, 20, 0)]


def test_sipunis_older_file_and_its_second_header(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text(samples.SIPUNI_2015, encoding="cp1251")
    assert (reading.rows_kept, reading.rows_rejected) == (2, 0)
    assert _calls(reading, rows_of) == [("in", True, 32, 17), ("in", False, 20, 0)]


def test_ringostat_calls_are_read_and_a_full_file_is_said_to_be_full(read_text: ReadText) -> None:
    reading = read_text(samples.RINGOSTAT)
    assert reading.totals == {"rows": 3, "answered": 2, "talk_seconds": 100, "callers": 2}
    assert "most that" not in _said(reading)
    header, call, *_ = samples.RINGOSTAT.splitlines(keepends=True)
    full = read_text(header + "".join(call.replace("r.1", f"r.{number}") for number in range(6500)))
    assert full.rows_kept == 6500
    assert "most that" in _said(full)


def test_ringostat_calls_without_a_number_of_their_own_count_once(read_text: ReadText, rows_of: RowsOf) -> None:
    lines = [",".join([*line.split(",")[:9], *line.split(",")[10:]]) for line in samples.RINGOSTAT.splitlines(True)]
    once, twice = read_text("".join(lines)), read_text("".join([*lines, lines[1]]))
    assert once.totals == twice.totals
    assert [row["call_id"] for row in rows_of(once, "calls")] == [row["call_id"] for row in rows_of(twice, "calls")]


def test_mango_has_no_header_and_counts_seconds_from_1970(read_text: ReadText, rows_of: RowsOf) -> None:
    bare, headed = read_text(samples.MANGO_BARE), read_text(samples.MANGO)
    assert bare.totals == headed.totals
    assert bare.totals == {"rows": 3, "answered": 2, "talk_seconds": 120, "callers": 2, "target": 0}
    assert _calls(bare, rows_of) == [("in", True, 10, 90), ("in", False, 30, 0), ("out", True, 20, 30)]
    taken, _, made = rows_of(bare, "calls")
    assert (taken["line"], taken["started"]) == (1, datetime.fromisoformat("2026-03-02 11:00:00"))  # Moscow
    assert made["phone_hash"] == taken["phone_hash"]
    assert (made["tracking_number"], taken["tracking_number"]) == ("74951230000", "74951230000")
    assert "within the firm" in _said(bare)


def test_the_legs_of_a_mango_call_under_one_id_are_one_call(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text(
        "start;finish;answer;from_extension;from_number;to_extension;to_number;entry_id\n"
        "1772438400;1772438420;0;;79161112233;101;74951230000;e1\n"
        "1772438420;1772438500;1772438440;;79161112233;102;74951230000;e1\n"
    )
    assert _calls(reading, rows_of) == [("in", True, 20, 60)]


def test_zadarmas_words_for_a_missed_call(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text(samples.ZADARMA)
    assert reading.totals == {"rows": 4, "answered": 1, "talk_seconds": 60, "callers": 2, "target": 0}


def test_zadarmas_exchange_tells_who_called_by_the_length_of_the_number(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text(samples.ZADARMA_PBX)
    taken, made = rows_of(reading, "calls")
    assert [(taken["direction"], taken["phone_tail"]), (made["direction"], made["phone_tail"])] == [
        ("in", "33"),
        ("out", "66"),
    ]
    assert "within the firm" in _said(reading)


def test_the_legs_of_a_twilio_call_are_one_call_and_say_who_answered(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text(samples.TWILIO, profile=SHOP)
    assert reading.totals == {"rows": 3, "answered": 2, "talk_seconds": 100, "callers": 2, "target": 0}
    assert (reading.rows_read, reading.rows_rejected) == (3, 0)
    assert _calls(reading, rows_of) == [("in", True, None, 70), ("in", False, 25, 0), ("out", True, None, 30)]
    assert "joined" in _said(reading)


def test_twilios_times_are_moved_from_greenwich(read_text: ReadText, rows_of: RowsOf) -> None:
    calls = rows_of(read_text(samples.TWILIO, profile=SHOP), "calls")
    assert [call["started"].hour for call in calls] == [10, 11, 12]  # New York, with and without a zone written


def test_a_twilio_leg_without_its_call_is_rejected(read_text: ReadText, rows_of: RowsOf) -> None:
    whole = samples.TWILIO.splitlines(keepends=True)
    reading = read_text("".join([*whole[:1], *whole[2:]]), profile=SHOP)
    assert (reading.rows_kept, reading.rows_rejected) == (2, 1)
    assert "part of" in rows_of(reading, "rejects")[0]["reason"]


def test_zohos_missed_and_planned_calls(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text(samples.ZOHO_CALLS)
    assert _calls(reading, rows_of) == [
        ("in", True, None, 171), ("out", True, None, 28), ("out", False, 0, 0), ("in", False, 0, 0),
    ]  # fmt: skip
    assert reading.totals["callers"] == 1
    assert "planned" in _said(reading)
    assert rows_of(reading, "calls")[0]["call_id"] == "5805028000000805001"
