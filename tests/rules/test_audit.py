"""Everything that is recorded has its words, and nothing in the program changes or deletes a line of the record."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from dashboard.access.audit_events import EVENTS
from tests.rules.source import ROOT as PROJECT
from tests.rules.source import for_each, python_files, sql_files, tree

SOURCES = python_files("dashboard", "pages", "app.py")


def calls(path: Path) -> Iterator[ast.Call]:
    yield from (node for node in ast.walk(tree(path)) if isinstance(node, ast.Call))


def written(node: ast.expr) -> Iterator[str]:
    """The literal texts that an argument may be."""
    yield from (part.value for part in ast.walk(node) if isinstance(part, ast.Constant) and isinstance(part.value, str))


@for_each(SOURCES)
def test_every_event_that_is_recorded_has_its_words(path: Path) -> None:
    found = [
        text
        for call in calls(path)
        if ast.unparse(call.func) == "audit.record" and len(call.args) > 2
        for text in written(call.args[2])
    ]
    assert [text for text in found if text not in EVENTS] == []


@for_each(SOURCES)
def test_no_code_changes_or_deletes_a_line_of_the_record(path: Path) -> None:
    for call in calls(path):
        if ast.unparse(call.func).split(".")[-1] in ("update", "delete"):
            assert [ast.unparse(argument) for argument in call.args if ast.unparse(argument) == "tables.audit"] == []
        assert ast.unparse(call.func) not in ("tables.audit.update", "tables.audit.delete")


def test_no_migration_after_the_first_changes_a_line_of_the_record() -> None:
    for path in sql_files("schema/workspace"):
        if path.name > "0004_audit.sql":
            text = (PROJECT / path).read_text("utf-8").lower()
            assert "update audit set" not in text
            assert "delete from audit" not in text
            assert "drop trigger" not in text
