"""Screens are thin, guard themselves, and never lie where Streamlit would serve them by itself."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.rules.source import ROOT, for_each, python_files, tree

PAGES = python_files("pages")


def test_no_screen_lies_directly_in_pages() -> None:
    # Streamlit serves such files to anyone, past the sign-in, until the navigation has run once.
    assert not list((ROOT / "pages").glob("*.py"))


@for_each(PAGES)
def test_a_screen_has_at_most_eighty_lines(path: Path) -> None:
    assert len((ROOT / path).read_text(encoding="utf-8").splitlines()) <= 80


@for_each(PAGES)
def test_a_screen_guards_itself_before_anything_else(path: Path) -> None:
    statements = [node for node in tree(path).body if not isinstance(node, ast.Import | ast.ImportFrom)]
    if ast.get_docstring(tree(path)):
        statements = statements[1:]
    first = statements[0]
    assert isinstance(first, ast.Assign), f"{path} must begin with viewer = session.require(…)"
    assert ast.unparse(first.value) == f"session.require('{path.stem}')"


@for_each(PAGES)
def test_a_screen_defines_no_functions_of_its_own_logic(path: Path) -> None:
    assert not [node for node in ast.walk(tree(path)) if isinstance(node, ast.ClassDef)]
