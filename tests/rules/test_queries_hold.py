"""What a report query's header says is true: its parameters, its columns, and one row for each value of its grain."""

from __future__ import annotations

import shutil
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from dashboard.warehouse import queries
from dashboard.warehouse.reader import Warehouse
from dashboard.workspace import Workspace
from tests import workspaces
from tests.rules.source import sql_files

VALUES: dict[str, Any] = {
    "date": date(2026, 11, 1),
    "text": "google_ads",
    "text[]": ["google_ads"],
    "int": 30,
}
FIRST = {"date_from", "month_from"}
LAST = {"date_to": date(2026, 11, 21), "month_to": date(2026, 11, 1), "today": workspaces.TODAY}


@pytest.fixture(scope="module")
def clients(tmp_path_factory: pytest.TempPathFactory) -> list[Warehouse]:
    workspace = Workspace(workspaces.shared(tmp_path_factory))
    return [workspace.namespace(client.slug).reader() for client in workspace.clients()]


def named(path: Path) -> str:
    return path.relative_to("queries").with_suffix("").as_posix()


def params(name: str) -> dict[str, Any]:
    stated = queries.load(name).params
    return {
        key: date(2026, 9, 1) if key in FIRST else LAST.get(key, "week" if key == "step" else VALUES[kind])
        for key, kind in stated.items()
    }


def grain(name: str) -> list[str]:
    stated = queries.load(name).grain
    return [] if stated.startswith("one row") else [column.strip() for column in stated.split(" (")[0].split(",")]


@pytest.mark.parametrize("path", sql_files("reports"), ids=str)
def test_a_report_query_gives_one_row_for_each_value_of_its_grain(path: Path, clients: list[Warehouse]) -> None:
    columns = grain(named(path))
    for warehouse in clients:
        rows = warehouse.fetch(named(path), **params(named(path)))  # the runner checks parameters and columns
        counted = Counter(tuple(row[column] for column in columns) for row in rows)
        assert [key for key, count in counted.items() if count > 1] == []
        assert columns or len(rows) == 1


@pytest.mark.parametrize("path", sql_files("marts"), ids=str)
def test_a_mart_has_one_row_for_each_value_of_its_grain(path: Path, clients: list[Warehouse], tmp_path: Path) -> None:
    columns = ", ".join(grain(named(path)))
    for place, warehouse in enumerate(clients):
        snapshot = shutil.copy(warehouse.path, tmp_path / f"{place}.duckdb")
        with duckdb.connect(str(snapshot), read_only=True) as connection:
            repeated = connection.sql(f"select {columns} from {path.stem} group by all having count(*) > 1")
            assert repeated.fetchall() == []
