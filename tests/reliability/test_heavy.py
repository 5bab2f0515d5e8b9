"""Files that are heavy in one place are read or refused within bounds, in a process that lives to tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reliability.reading_within import read_within

HEADER = "Day,Campaign,Currency code,Impr.,Clicks,Cost"
ROW = "2026-03-01,Brand,USD,100,10,5.00"
HEAVY = {
    "ten_thousand_columns": f"{HEADER}{',x' * 10_000}\n" + f"{ROW}{',1' * 10_000}\n" * 2,
    "fifty_megabytes_in_one_cell": f"{HEADER}\n2026-03-02,{'x' * (50 << 20)},USD,100,10,5.00\n{ROW}\n",
}


@pytest.mark.parametrize("name", HEAVY)
def test_what_is_heavy_is_read_within_bounds(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"{name}.csv"
    path.write_text(HEAVY[name], encoding="utf-8")
    came = read_within(path)
    assert (came["outcome"], came["kept"]) == ("readable", 2)
    assert came["megabytes"] < 800
