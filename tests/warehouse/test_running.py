"""Named queries run as their headers say, and not otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest

from dashboard.domain.errors import QueryMisused
from dashboard.warehouse import queries, running
from dashboard.warehouse.running import QueryTooLong

DAY = date(2026, 3, 1)


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as opened:
        opened.execute("create table spent (day date, channel text, spend decimal(18, 4), tags text[])")
        opened.execute("insert into spent values ('2026-03-01', 'seo', 5, ['x']), ('2026-03-02', 'ads', 7.5, null)")
        yield opened


@pytest.fixture
def ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, connection: duckdb.DuckDBPyConnection) -> Any:
    """Runs a query written on the spot."""

    def asking(text: str, seconds: float = 30, **params: Any) -> list[dict[str, Any]]:
        (tmp_path / "asked.sql").write_text(text, encoding="utf-8")
        queries.load.cache_clear()
        monkeypatch.setattr(running, "load", lambda name: queries.load(name, tmp_path))
        return running.fetch(connection, "asked", params, seconds=seconds)

    return asking


def test_rows_come_as_dicts_with_decimals_and_days(ask: Any) -> None:
    rows = ask(
        "-- All.\n-- returns: day date, spend money, tags text[]\nselect day, spend, tags from spent order by day"
    )
    assert rows == [
        {"day": DAY, "spend": Decimal("5.0000"), "tags": ["x"]},
        {"day": date(2026, 3, 2), "spend": Decimal("7.5000"), "tags": None},
    ]


def test_sums_stay_exact(ask: Any) -> None:
    (row,) = ask("-- Sum.\n-- returns: spend money, rows int\nselect sum(spend) as spend, count(*) as rows from spent")
    assert row == {"spend": Decimal("12.5000"), "rows": 2}


def test_parameters_are_bound_by_name(ask: Any) -> None:
    text = (
        "-- Some.\n-- params: day date, channels text[]\n-- returns: channel text\n"
        "select channel from spent where day >= $day and list_contains($channels, channel)"
    )
    assert ask(text, day=DAY, channels=["seo"]) == [{"channel": "seo"}]
    assert ask(text, day=DAY, channels=("seo", "ads")) == [{"channel": "seo"}, {"channel": "ads"}]
    assert ask(text, day=DAY, channels=[]) == []


def test_json_is_parsed_with_exact_numbers(ask: Any) -> None:
    assert ask("-- J.\n-- returns: j json\nselect '{\"a\": 1.10}'::json as j") == [{"j": {"a": Decimal("1.10")}}]


@pytest.mark.parametrize("params", [{}, {"day": DAY, "other": 1}, {"other": 1}])
def test_parameters_that_the_header_does_not_name_are_refused(ask: Any, params: dict[str, Any]) -> None:
    with pytest.raises(QueryMisused, match="takes"):
        ask("-- Some.\n-- params: day date\n-- returns: one int\nselect 1 as one where $day is null", **params)


@pytest.mark.parametrize(
    ("kind", "value"),
    [("date", "2026-03-01"), ("int", 1.5), ("int", True), ("money", 1.5), ("text", 1), ("text[]", "seo"), ("bool", 1)],
)
def test_a_parameter_of_another_type_is_refused(ask: Any, kind: str, value: Any) -> None:
    with pytest.raises(QueryMisused, match="was given"):
        ask(f"-- Some.\n-- params: x {kind}\n-- returns: one int\nselect 1 as one where $x is null", x=value)


@pytest.mark.parametrize(
    "returns",
    ["spend money", "day date, spend int", "spend money, day date", "day date, cost money", "day text, spend money"],
)
def test_columns_other_than_the_headers_are_refused(ask: Any, returns: str) -> None:
    with pytest.raises(QueryMisused, match="header"):
        ask(f"-- Some.\n-- returns: {returns}\nselect day, spend from spent")


def test_a_binary_fraction_never_passes_for_money(ask: Any) -> None:
    with pytest.raises(QueryMisused, match="DOUBLE"):
        ask("-- Some.\n-- returns: spend money\nselect spend::double as spend from spent")


def test_a_query_that_takes_too_long_is_stopped(ask: Any) -> None:
    slow = "-- Slow.\n-- returns: n int\nselect sum(a.i * b.i) as n from range(1000000) a(i), range(1000000) b(i)"
    with pytest.raises(QueryTooLong, match="longer than"):
        ask(slow, seconds=0.2)
    assert ask("-- Quick.\n-- returns: n int\nselect 1 as n") == [{"n": 1}]
