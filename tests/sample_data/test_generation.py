"""The sample is the same every time, ends on its day, and is written as the platforms write."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from sample_data import CLIENTS, SampleFile, generate
from sample_data.__main__ import main
from sample_data.timeline import Timeline
from tests.sample_data import reading_back
from tests.sample_data.conftest import END

Files = dict[str, list[Path]]


def digest(sample: list[SampleFile]) -> list[tuple[str, str, int, str]]:
    return [
        (file.client, file.path.name, file.order, hashlib.sha256(file.path.read_bytes()).hexdigest()) for file in sample
    ]


def test_the_same_end_and_seed_give_the_same_bytes(tmp_path: Path) -> None:
    assert digest(generate(tmp_path / "one", END, 15)) == digest(generate(tmp_path / "two", END, 15))


def test_another_seed_gives_other_bytes() -> None:
    one, two = (dict(CLIENTS["harbor"](END, 15, seed)) for seed in (7, 8))
    assert one.keys() == two.keys()
    assert {name for name in one if one[name] == two[name]} == {"plan.csv", "events.csv"}


@pytest.mark.parametrize("end", [date(2026, 1, 1), date(2028, 2, 29)])
def test_any_day_can_be_the_last(tmp_path: Path, end: date) -> None:
    sample = generate(tmp_path, end, 15)
    days = [row["date"] for file in sample if "calltouch" in file.path.name for row in reading_back.calls([file.path])]
    assert max(map(reading_back.iso, days)) <= end.isoformat()
    assert max(map(reading_back.iso, days)) >= end.replace(day=max(1, end.day - 1)).isoformat()


def test_too_few_months_are_refused_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--end", "2026-11-21", "--out", str(tmp_path), "--months", "3"]) == 1
    assert "at least 15 months" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_the_command_names_every_file_that_it_wrote(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--end", "2026-11-21", "--out", str(tmp_path), "--months", "15"]) == 0
    named = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert sorted(named) == sorted(path for path in tmp_path.rglob("*") if path.is_file())


def test_twenty_six_full_months_and_the_running_one() -> None:
    timeline = Timeline(END, 26)
    assert timeline.start == date(2024, 9, 1)
    spans = timeline.spans()
    assert spans[0][0] == date(2024, 9, 1)
    assert spans[-1] == (date(2026, 7, 1), END)
    assert all((after[0] - before[1]).days == 1 for before, after in pairwise(spans))


def test_nothing_happens_after_the_last_day(files: Files) -> None:
    for name in ("harbor/orders", "nord/amocrm", "nord/calltouch", "harbor/callrail", "nord/direct"):
        for path in files[name]:
            text = path.read_bytes().decode("cp1251", "replace")
            iso = re.findall(r"\b20\d\d-\d\d-\d\d\b", text)
            russian = [reading_back.iso(day) for day in re.findall(r"\b\d\d[./]\d\d[./]20\d\d\b", text)]
            assert max(iso + russian) <= END.isoformat(), path.name


def test_the_order_of_upload_counts_from_one_in_each_client(sample: list[SampleFile]) -> None:
    for client in ("nord", "harbor"):
        orders = [file.order for file in sample if file.client == client]
        assert orders == list(range(1, len(orders) + 1))


def test_files_are_encoded_as_their_platforms_encode_them(files: Files) -> None:
    assert all(path.read_bytes().startswith(b"\xff\xfe") for path in files["harbor/google"])
    assert all(path.read_bytes().startswith(b"\xef\xbb\xbf") for path in files["nord/google"])
    assert all(path.read_bytes().startswith(b"\xef\xbb\xbfR") for path in files["harbor/meta"])
    oldest, newest = files["nord/direct"][0].read_bytes(), files["nord/direct"][-1].read_bytes()
    assert oldest.decode("cp1251").startswith("Отчет по дням\r\n")
    assert newest.decode("utf-8-sig").startswith("Отчет по дням\r\n")
    with pytest.raises(UnicodeDecodeError):
        oldest.decode("utf-8")


def test_each_layout_has_the_header_of_the_specification(files: Files, shared: object) -> None:
    """Each column that the specification's file has is here too, in the same order."""
    assert callable(shared)
    for name, theirs, encoding, delimiter, skipped in (
        ("nord/calltouch", "calltouch_log.csv", "utf-8", ";", 0),
        ("nord/amocrm", "amocrm_deals_dup_headers.csv", "utf-8-sig", ",", 0),
        ("nord/google", "google_ads_ru_utf8bom.csv", "utf-8-sig", ",", 2),
        ("harbor/google", "google_ads_en_utf16_tab.csv", "utf-16", "\t", 2),
        ("harbor/callrail", "callrail_calls.csv", "utf-8", ",", 0),
        ("harbor/meta", "meta_ads_en.csv", "utf-8-sig", ",", 0),
    ):
        ours = header(files[name][0].read_bytes().decode(encoding), delimiter, skipped)
        wanted = header(shared(f"files/{theirs}").read_bytes().decode(encoding), delimiter, skipped)
        assert [column for column in ours if column in wanted] == wanted, name


def header(text: str, delimiter: str, skipped: int) -> list[str]:
    return next(csv.reader(io.StringIO(text.split("\n", skipped)[skipped], newline=""), delimiter=delimiter))


def test_a_direct_file_states_the_total_of_its_rows(files: Files) -> None:
    for path in files["nord/direct"]:
        modern = path.read_bytes().startswith(b"\xef\xbb\xbf")
        rows = reading_back.records(path, "utf-8-sig" if modern else "cp1251", ";", 4)
        *kept, total = rows
        assert total["Дата"] == "Итого"
        assert sum(int(row["Клики"]) for row in kept) == int(total["Клики"])
        spend = "Расход, ₽" if modern else "Расход (руб.)"
        cents = [round(float(row[spend].replace(",", ".")) * 100) for row in rows]
        assert sum(cents[:-1]) == cents[-1]


def test_a_google_file_states_the_total_of_its_rows(files: Files) -> None:
    for path in files["harbor/google"]:
        rows = reading_back.records(path, "utf-16", "\t", 2)
        cents = {}
        for row in rows:
            name = row["Campaign status"] if row["Campaign status"].startswith("Total") else "rows"
            cents[name] = cents.get(name, 0) + round(float(row["Cost"].replace(",", "")) * 100)
        assert cents["rows"] == cents["Total: Campaigns"] == cents["Total: Search"] + cents["Total: Performance Max"]
