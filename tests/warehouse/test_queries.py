"""Headers of query files, and what the stand-ins in them become."""

from __future__ import annotations

import pytest

from dashboard.domain.errors import QueryMisused
from dashboard.warehouse.queries import QUERIES, load, parse

TEXT = """-- What each day cost.
-- In two lines.
--
-- grain:   day
-- params:  date_from date,
--          channels text[]
-- returns: day date, spend money,
--          orders int
--

select 1
"""


def test_a_header_states_grain_parameters_and_columns_over_several_lines() -> None:
    query = parse("reports/cost", TEXT)
    assert query.summary == "What each day cost. In two lines."
    assert query.grain == "day"
    assert query.params == {"date_from": "date", "channels": "text[]"}
    assert query.returns == {"day": "date", "spend": "money", "orders": "int"}
    assert query.body == "select 1"


def test_a_query_may_say_that_it_takes_none() -> None:
    assert parse("x", "-- Nothing.\n-- params: none\nselect 1").params == {}


@pytest.mark.parametrize("stated", ["day", "day day", "day date text", "day date, day date"])
def test_a_header_that_cannot_be_understood_is_refused(stated: str) -> None:
    with pytest.raises(QueryMisused, match="header"):
        parse("x", f"-- Nothing.\n-- params: {stated}\nselect 1")


@pytest.mark.parametrize("name", ["reports/none_such", "../pyproject", "/etc/passwd", "reports/", "Reports/x", ""])
def test_only_a_query_file_can_be_named(name: str) -> None:
    with pytest.raises(QueryMisused):
        load(name)


def test_stand_ins_are_replaced_as_whole_words_below_the_header_only() -> None:
    query = parse("x", "-- Rows of stored.\n-- names: stored, unit\nselect unit, stored_row from stored join units")
    assert query.standing_for({"stored": "raw_calls", "unit": "a, b"}) == (
        "select a, b, stored_row from raw_calls join units"
    )


def test_stand_ins_are_given_exactly() -> None:
    query = parse("x", "-- Rows.\n-- names: stored\nselect 1 from stored")
    with pytest.raises(QueryMisused, match="stand-ins"):
        query.standing_for({})
    with pytest.raises(QueryMisused, match="stand-ins"):
        query.standing_for({"stored": "a", "unit": "b"})


def test_every_query_of_the_warehouse_has_a_header_that_can_be_read() -> None:
    for folder in ("imports", "snapshots", "schema/applied"):
        for path in sorted((QUERIES / folder).glob("*.sql")):
            query = load(f"{folder}/{path.stem}")
            assert query.summary.endswith("."), path
            assert query.body, path
