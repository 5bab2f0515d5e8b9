"""Browser tests that run one after another share a server, so each of their clients has a name of its own."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.rules.source import python_files, tree

# What makes a client, and at which place it takes the client's name.
MAKERS = {"client": 1, "made": 1, "workspaces.add_client": 1}


def names_given(path: Path) -> Iterator[str]:
    """Every literal name under which a file of tests makes a client."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and (place := MAKERS.get(ast.unparse(node.func))) and len(node.args) > place:
            for part in ast.walk(node.args[place]):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield part.value


def test_no_two_browser_tests_make_a_client_of_the_same_name() -> None:
    names = Counter(name for path in python_files("tests/browser") for name in names_given(path))
    assert len(names) > 10
    assert [name for name, times in names.items() if times > 1] == []
