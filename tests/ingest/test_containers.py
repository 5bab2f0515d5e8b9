"""One table is the same table, whatever it comes in."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from dashboard.domain.reading import Outcome
from dashboard.ingest import parquet

from . import samples
from .conftest import ReadText, RowsOf

PLAIN = "Day,Campaign,Currency code,Impr.,Clicks,Cost\n2026-03-01,Märkte é,EUR,1000,10,1.50\n"


def _parquet(path: Path, select: str) -> bytes:
    with duckdb.connect() as connection:
        connection.sql(select).write_parquet(str(path))
    return path.read_bytes()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_any_encoding_and_delimiter(read_text: ReadText, rows_of: RowsOf, encoding: str, delimiter: str) -> None:
    reading = read_text(PLAIN.replace(",", delimiter), encoding=encoding)
    assert reading.totals == {"rows": 1, "impressions": 1000, "clicks": 10, "spend": Decimal("1.50")}
    assert rows_of(reading, "ad_day")[0]["campaign"] == "Märkte é"


@pytest.mark.parametrize("encoding", ["cp1251", "utf-16", "utf-16-le", "utf-16-be"])
def test_cyrillic_in_any_encoding(read_text: ReadText, rows_of: RowsOf, encoding: str) -> None:
    reading = read_text(samples.YANDEX, encoding=encoding)
    assert [row["campaign"] for row in rows_of(reading, "ad_day")] == ["Поиск", 'РСЯ "Виниры"; Москва']


@pytest.mark.parametrize(("sign", "encoding", "name"), [("€", "cp1252", "cp1252"), ("£", "latin-1", "cp1252"),
                                                        ("é\x90", "latin-1", "latin-1"), ("№", "cp1251", "cp1251"),
                                                        ("Größe Österreich", "cp1252", "cp1252"),
                                                        ("в и с Москве", "cp1251", "cp1251")])  # fmt: skip
def test_eight_bit_texts_are_told_apart(read_text: ReadText, sign: str, encoding: str, name: str) -> None:
    reading = read_text(PLAIN.replace("Märkte é", f"x{sign}" if sign[0] in "é" else f"x {sign}"), encoding=encoding)
    assert ("encoding", name) in {(one.about, one.decided) for one in reading.assumptions}


def test_a_parquet_file_is_read_by_its_types(read_text: ReadText, rows_of: RowsOf, tmp_path: Path) -> None:
    content = _parquet(
        tmp_path / "made.parquet",
        "select date '2026-03-01' as Day, 'a, \"b\"' as Campaign, 'USD' as \"Currency code\", 1000 as \"Impr.\", "
        "10 as Clicks, 1.696::double as Cost, null::int as Conversions",
    )
    reading = read_text(content, "x.parquet")
    row = rows_of(reading, "ad_day")[0]
    assert (row["campaign"], row["spend"], row["conversions"]) == ('a, "b"', Decimal("1.6960"), None)
    assert ("encoding", "parquet") in {(one.about, one.decided) for one in reading.assumptions}


def test_no_value_of_a_parquet_file_loses_a_digit(tmp_path: Path) -> None:
    source, target = tmp_path / "a.parquet", tmp_path / "a.csv"
    _parquet(
        source,
        "select 12345678901234567.89::decimal(19, 2) as d, 9007199254740993 as i, 0.1::double as f, true as b, "
        "timestamptz '2026-03-01 10:00:00+03' as z, timestamp '2026-03-01 10:00:00' as t, null::timestamptz as n",
    )
    assert parquet.to_text(source, target) == 1
    assert target.read_text().splitlines()[1] == (
        "12345678901234567.89,9007199254740993,0.1,true,2026-03-01 07:00:00+00:00,2026-03-01 10:00:00,"
    )


def test_a_damaged_parquet_file_is_refused(read_text: ReadText, tmp_path: Path) -> None:
    content = _parquet(tmp_path / "made.parquet", "select 1 as a")
    for spoilt in (content[:40], b"PAR1" + bytes(99) + b"PAR1"):
        reading = read_text(spoilt, "x.parquet")
        assert reading.outcome is Outcome.REFUSED
        assert "Parquet" in reading.messages[0].template


def test_a_parquet_file_that_swells_is_refused_and_leaves_nothing(
    read_text: ReadText, tmp_path: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # One long word, packed once: what it stands for is a thousand times larger than the file.
    content = _parquet(tmp_path / "made.parquet", "select repeat('x', 1000) as Campaign from range(1000000)")
    assert len(content) < 1_000_000
    monkeypatch.setattr(parquet, "_MOST_BYTES", 1_000_000)
    reading = read_text(content, "x.parquet")
    assert reading.outcome is Outcome.REFUSED
    assert "more room or time" in reading.messages[0].template
    assert not list(scratch.iterdir())


def test_a_parquet_file_that_takes_too_long_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source, target = tmp_path / "a.parquet", tmp_path / "a.csv"
    _parquet(source, "select repeat('x', 1000) as Campaign from range(1000000)")
    monkeypatch.setattr(parquet, "_MOST_SECONDS", 0.0)
    with pytest.raises(parquet.Swells):
        parquet.to_text(source, target)
    assert not target.exists()
