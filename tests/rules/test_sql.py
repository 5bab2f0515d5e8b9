"""SQL gives sums, from files alone, in a subset that another engine can run."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import sqlglot
from sqlglot import expressions as exp

from tests.rules.source import ROOT, for_each, python_files, sql_files, tree

# A statement in a Python string, not a sentence that happens to say «select».
STATEMENT = re.compile(
    r"^\s*(select\b.+\bfrom\b|insert\s+into\b|update\s+\S+\s+set\b|delete\s+from\b|create\s+(or\s+replace\s+)?"
    r"(temp(orary)?\s+)?(table|view|macro)\b|with\s+\w+\s+as\s*\()",
    re.IGNORECASE | re.DOTALL,
)

# What staging and marts may call: there in DuckDB, Spark and ClickHouse with the same meaning.
PORTABLE = {
    "abs", "avg", "between", "case", "cast", "coalesce", "count", "dense_rank", "exists", "first_value", "greatest",
    "if", "in", "lag", "last_value", "lead", "least", "length", "list_contains", "lower", "max", "min", "nullif",
    "rank", "round", "row_number", "substring", "sum", "trim", "upper", "and", "or", "not", "concat", "date_add",
    "date_diff", "datediff", "to_days", "dcolonconcat", "dpipe", "array_contains",
}  # fmt: skip


def parsed(path: Path) -> list[exp.Expression]:
    statements = sqlglot.parse((ROOT / path).read_text(encoding="utf-8"), dialect="duckdb")
    return [statement for statement in statements if statement is not None]


@for_each(sql_files())
def test_sql_divides_nothing(path: Path) -> None:
    # Ratios live in dashboard/domain/metrics.py, where a zero denominator gives no value.
    for statement in parsed(path):
        assert not list(statement.find_all(exp.Div, exp.IntDiv, exp.SafeDivide)), path
        assert not list(statement.find_all(exp.Avg)), f"{path}: a mean is a ratio; give the sum and the count"


@for_each(python_files("dashboard", "pages", "sample_data"))
def test_sql_lives_in_queries_alone(path: Path) -> None:
    found = [
        node.value
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and STATEMENT.match(node.value)
    ]
    assert not found, path


@for_each(sql_files("staging", "marts"))
def test_marts_are_built_with_portable_functions(path: Path) -> None:
    if path.parts[1:3] == ("staging", "ingest"):
        return  # reading a stranger's text is DuckDB's own work and never moves to another engine
    for statement in parsed(path):
        assert not list(statement.find_all(exp.Filter, exp.Qualify, exp.Bracket, exp.TableSample)), path
        called = {
            function.name.lower() if isinstance(function, exp.Anonymous) else function.sql_name().lower()
            for function in statement.find_all(exp.Func)
        }
        assert called <= PORTABLE, f"{path} calls {sorted(called - PORTABLE)}"


@for_each(sql_files("reports", "staging", "marts"))
def test_columns_are_named_one_by_one(path: Path) -> None:
    for statement in parsed(path):
        stars = [star for star in statement.find_all(exp.Star) if not isinstance(star.parent, exp.Count)]
        assert not stars, f"{path} takes columns it does not name"


@for_each(sql_files("reports"))
def test_a_report_query_states_its_grain_and_what_it_takes_and_gives(path: Path) -> None:
    header = (ROOT / path).read_text(encoding="utf-8").split("\n\n")[0]
    for word in ("grain:", "params:", "returns:"):
        assert word in header, f"{path} does not state its {word}"
