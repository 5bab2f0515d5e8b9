"""The cells of a sheet as text: numbers as they are held, days as days, and what was typed as it was typed."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from dashboard.sources.sheet_cells import Cell, Edited, together, write


@pytest.mark.parametrize(
    ("held", "shown", "cell"),
    [
        (46082, "03/01/2026", date(2026, 3, 1)),
        (46082, "1 мар.", date(2026, 3, 1)),
        (46082.5, "01.03.2026 12:00:00", datetime(2026, 3, 1, 12, 0)),  # noqa: DTZ001
        (0.4375, "10:30:00", "10:30:00"),
        (1.5, "36:00:00", "36:00:00"),
        (12.49, 12.49, 12.49),
        ("7,5", "7,5", "7,5"),
        (True, True, True),
        ("", "", ""),
        (1e300, "never", "never"),
    ],
)
def test_a_cell_is_what_the_sheet_holds(held: object, shown: object, cell: Cell) -> None:
    assert together([[held]], [[shown]]) == [[cell]]


@pytest.mark.parametrize("shown", [[], [["1"], ["2"]], [["1", "2"]], [["2"]]])
def test_two_answers_about_other_cells_are_not_put_together(shown: list[list[object]]) -> None:
    with pytest.raises(Edited):
        together([["1"]], shown)


@pytest.mark.parametrize(
    ("row", "written"),
    [
        ([7.5, 10, 12.0], "7.5,10,12"),
        ([7.5, "7,5"], '"7,5","7,5"'),
        ([1.234], "1.2340"),  # not 1,234
        ([0.1 + 0.2], "0.3"),
        ([79161234567], "79161234567"),
        ([date(2026, 3, 1), True, None], "2026-03-01,true,"),
    ],
)
def test_a_row_is_written_to_be_read_one_way(row: list[Cell], written: str, tmp_path: Path) -> None:
    write([row], tmp_path / "sheet.csv")
    assert (tmp_path / "sheet.csv").read_text("utf-8").splitlines() == [written]
