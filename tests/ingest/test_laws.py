"""What holds for every file: how it is written does not change what it says, and nothing makes the reader fail."""

from __future__ import annotations

import csv
import hashlib
import io
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.domain.reading import Outcome
from dashboard.ingest import conversion, read

from . import samples
from .conftest import CLINIC, SECRET, ReadText, rows_in

_SLOW = settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
_ROW = st.tuples(
    st.integers(1, 28), st.integers(0, 99_999), st.integers(0, 9_999), st.decimals(0, 99_999, places=2),
    st.text(st.characters(codec="cp1251", exclude_categories=["C", "Z"]), min_size=1, max_size=12),
)  # fmt: skip


def _written(rows: list[tuple[int, int, int, Decimal, str]], delimiter: str, mark: str) -> str:
    out = io.StringIO(newline="")
    table = csv.writer(out, delimiter=delimiter)
    table.writerow(["Дата", "Кампания", "№ Кампании", "Показы", "Клики", "Расход (руб.)", "Отказы (%)"])
    for day, shown, clicked, spent, name in rows:
        table.writerow([f"{day:02}.03.2026", f"К {name}", 1, shown, clicked, str(spent).replace(".", mark), "-"])
    return out.getvalue()


@_SLOW
@given(
    st.lists(_ROW, min_size=1, max_size=6),
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from([",", "."]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1251"]),
)
def test_delimiter_encoding_and_decimal_mark_do_not_change_totals(
    tmp_path: Path, rows: list[tuple[int, int, int, Decimal, str]], delimiter: str, mark: str, encoding: str
) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(_written(rows, delimiter, mark).encode(encoding))
    reading = read(path, profile=CLINIC, secret=SECRET, scratch=tmp_path / "scratch")
    assert reading.outcome is Outcome.READABLE, reading.messages
    assert reading.totals == {
        "rows": len(rows),
        "impressions": sum(row[1] for row in rows),
        "clicks": sum(row[2] for row in rows),
        "spend": sum((row[3] for row in rows), Decimal(0)),
    }
    assert reading.rows_rejected == 0


def _spoilt(whole: bytes, name: str, turn: int) -> bytes:
    """The bytes with one thing wrong in them: flipped, cut off, something put in, or something taken out."""
    digest = hashlib.sha256(f"{name} {turn}".encode()).digest()
    place = int.from_bytes(digest[:4], "big") % len(whole)
    match turn % 4:
        case 0:
            return whole[:place] + digest[4:5] + whole[place + 1 :]
        case 1:
            return whole[: max(place, 1)]
        case 2:
            return whole[:place] + (b'"', b";", b"\0", b"\n", b"\xff", b",")[digest[5] % 6] + whole[place:]
        case _:
            return whole[:place] + whole[place + 7 :]


@pytest.mark.parametrize("name", samples.ALL)
def test_spoilt_bytes_never_make_the_reader_fail(name: str, read_text: ReadText) -> None:
    for turn in range(4):
        reading = read_text(_spoilt(samples.ALL[name][0].encode("utf-8"), name, turn))
        assert reading.outcome is Outcome.READABLE or reading.messages
        assert reading.rows_read == reading.rows_kept + reading.rows_rejected


@pytest.mark.parametrize("name", ["google_en", "yandex", "calltouch", "bitrix", "amocrm"])
def test_a_file_read_in_place_gives_what_a_copied_one_gives(
    name: str, read_text: ReadText, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = samples.ALL[name][0]
    copied = read_text(content)
    monkeypatch.setattr(conversion, "IN_PLACE_FROM", 0)
    monkeypatch.setattr(conversion.cells, "written_out", None)  # a way that is not taken
    in_place = read_text(content)
    assert in_place.totals == copied.totals
    assert copied.kind is not None
    for table in conversion.TABLES_OF[copied.kind]:
        assert rows_in(in_place, table.name) == rows_in(copied, table.name)


@pytest.mark.parametrize("name", samples.ALL)
def test_no_phone_and_no_address_leaves_the_reader(name: str, read_text: ReadText, scratch: Path) -> None:
    reading = read_text(
        samples.ALL[name][0].replace("01.03.2026", "31.02.2026").replace("2026-03-09 22", "2026-02-31 22")
    )
    said = repr(reading)
    held = b"".join(path.read_bytes() for path in scratch.rglob("*") if path.is_file())
    for secret in ("9161112233", "111-22-33", "9164445566", "555-2724", "ann@x.example", "Ann@X.example"):
        assert secret not in said
        assert secret.encode() not in held


def test_a_quote_left_open_costs_its_own_row_alone(read_text: ReadText) -> None:
    rows = "".join(f"2026-03-{day:02},USD,9{day}\n" for day in range(1, 8))
    reading = read_text("day,currency,rate\n" + '2026-03-20,"USD,90\n' + rows)
    assert reading.rows_kept >= 7


@pytest.mark.parametrize(
    "content",
    [
        "day,currency,rate\n2026-03-01,USD," + "9" * 200_000 + "\n2026-03-02,USD,90\n",
        "day,currency,rate" + ",x" * 10_000 + "\n2026-03-02,USD,90\n",
        "day,currency,rate\n2026-03-01,=cmd|' /C calc'!A0,90\n2026-03-02,USD,90\n",
        "day,currency,rate\n2026-03-02,U\0SD,90\n",
        "day,currency,rate\n2026-03-02,USD,90,1,2,3\n2026-03-03,USD,90,,,\n",
        "day,currency,rate\r2026-03-02,USD,90\r",
        "\n\n\nday,currency,rate\n\n\n2026-03-02,USD,90\n\n;;;\n\n",
    ],
)
def test_odd_content_is_read_around(content: str, read_text: ReadText) -> None:
    assert read_text(content).rows_kept == 1


def test_the_line_of_a_rejected_row_is_the_files_own(read_text: ReadText) -> None:
    reading = read_text('month,author,text,next_steps\n2026-03,Anna,"One\nTwo",\nnever,Anna,Three,\n')
    assert [row["line"] for row in rows_in(reading, "rejects")] == [4]


def test_the_same_phone_has_the_same_hash_however_it_is_written(read_text: ReadText) -> None:
    calls = rows_in(read_text(samples.CALLTOUCH), "calls")
    deals = rows_in(read_text(samples.BITRIX), "leads")
    assert calls[0]["phone_hash"] == calls[1]["phone_hash"] == deals[0]["phone_hash"]
    assert len(calls[0]["phone_hash"]) == 32


def test_a_file_that_breaks_off_is_said_to(read_text: ReadText) -> None:
    whole = read_text(samples.CALLTOUCH)
    cut = read_text(samples.CALLTOUCH[:-30])
    assert not [message for message in whole.messages if "breaks off" in message.template]
    assert [message for message in cut.messages if "breaks off" in message.template]


def test_amounts_in_two_currencies_are_not_added(read_text: ReadText) -> None:
    header = "Gregorian date,Campaign name,Impressions,Clicks,Spend,Currency code\n"
    reading = read_text(header + "2026-03-01,A,10,1,1.50,USD\n2026-03-01,B,10,1,2.50,EUR\n")
    assert reading.currency is None
    assert reading.totals == {"rows": 2, "impressions": 20, "clicks": 2}


def test_one_late_date_decides_for_a_file_longer_than_the_sample(read_text: ReadText) -> None:
    rows = "".join(f"0{1 + day % 9}/03/2026,USD,90\n" for day in range(20_100))
    reading = read_text("day,currency,rate\n" + rows + "25/03/2026,USD,91\n")
    assert ("date_order", "dmy") in {(one.about, one.decided) for one in reading.assumptions}
    assert reading.rows_rejected == 0
