"""What the demo knows of the world outside agrees with what happens in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sample_data import reading_back

Files = dict[str, list[Path]]


def test_people_search_less_by_three_tenths_as_the_clinics_story_says(files: Files) -> None:
    rows = [row for path in files["nord/spros"] for row in reading_back.records(path, "utf-8-sig", ";")]
    october = {
        year: sum(int(row["Число запросов"]) for row in rows if f"{year}-10-05" <= row["Неделя"] < f"{year}-10-25")
        for year in (2025, 2026)
    }
    assert october[2026] / october[2025] == pytest.approx(0.70, abs=0.06)
    assert len({row["Запрос"] for row in rows}) == 5


def test_what_cannot_be_bought_is_not_in_stock(files: Files) -> None:
    rows = [row for path in files["harbor/stock"] for row in reading_back.records(path, "utf-8", ",")]
    absent = {(row["product"], row["day"], row["day_to"]) for row in rows if row["in_stock"] == "0"}
    assert absent == {
        ("Espresso Machine", "2026-09-08", "2026-09-30"),
        ("Espresso Machine", "2026-10-01", "2026-10-14"),
    }


def test_bulbs_become_a_fifth_cheaper_elsewhere(files: Files) -> None:
    rows = [row for path in files["harbor/market"] for row in reading_back.records(path, "utf-8", ",")]
    price = {
        month: sum(float(row["price"]) for row in rows if row["product"] == "Smart Bulb Set" and row["day"] == month)
        for month in ("2025-10-01", "2026-10-01")
    }
    assert price["2026-10-01"] / price["2025-10-01"] == pytest.approx(0.8, abs=0.03)
