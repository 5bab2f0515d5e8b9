"""Whatever a screen changes, it asks first whether this viewer may change it now: `session.require_writing` or
`session.require_owner` in the same function, before it writes. A button that is not drawn guards nothing."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.rules.source import for_each, python_files, tree

SCREENS = [path for path in python_files("dashboard/ui", "pages") if path.name != "session.py"]
GUARDS = {"session.require_writing", "session.require_owner"}
OWN_ACCOUNT = "session.require('account')"  # a person's own password and sessions are theirs to change
OWNERS_OF_IT = {"account", "account_factor"}
# What is handed to these is done only after they have asked.
ASKS_FIRST = {"done", "people_forms.done"}
READERS = {"imports_report._undo", "imports_report._looked_up"}  # open the store to look, and change nothing
DESK = {"add", "read_again", "cancel", "remove"}


def writers() -> set[str]:
    """The functions of the product that write, as `module.function`: they say by whom, or open a store for it."""
    found = set()
    for path in python_files("dashboard"):
        if path.parts[1] in ("ui", "warehouse", "domain", "ingest"):
            continue
        for node in tree(path).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and writes(node):
                found.add(f"{path.stem}.{node.name}")
    return found


def writes(function: ast.FunctionDef) -> bool:
    names = {argument.arg for argument in (*function.args.args, *function.args.kwonlyargs)}
    called = {node.func.attr for node in ast.walk(function) if isinstance(node, ast.Call) and is_attribute(node.func)}
    return bool(names & {"by", "who"}) or bool(called & {"writing", "store"})


def is_attribute(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute)


def functions(path: Path) -> Iterator[tuple[str, ast.AST]]:
    """Each function of a file with its name, and what stands outside of all."""
    module = tree(path)
    for node in module.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name, node
    yield "", ast.Module([node for node in module.body if not isinstance(node, ast.FunctionDef | ast.ClassDef)], [])


def changes(call: ast.Call, known: set[str]) -> bool:
    """Whether a call writes, or names who does, which only what writes needs."""
    said = ast.unparse(call.func)
    return (
        any(keyword.arg == "by" for keyword in call.keywords)
        or said in known | {"session.name_of"}
        or said.endswith((".store", ".writing"))
        or (said.startswith(("desk().", "upload.desk().")) and said.rpartition(".")[2] in DESK)
    )


def unguarded(path: Path, known: set[str]) -> Iterator[str]:
    for name, function in functions(path):
        calls = [node for node in ast.walk(function) if isinstance(node, ast.Call)]
        guards = [
            call.lineno
            for call in calls
            if ast.unparse(call.func) in GUARDS or (path.stem in OWNERS_OF_IT and ast.unparse(call) == OWN_ACCOUNT)
        ]
        handed = {id(node) for call in calls if ast.unparse(call.func) in ASKS_FIRST for node in within_lambdas(call)}
        for call in calls:
            asked = any(line <= call.lineno for line in guards) or f"{path.stem}.{name}" in READERS
            asked = asked or id(call) in handed
            if changes(call, known) and not asked:
                yield f"{path}:{call.lineno} {ast.unparse(call)[:80]}"


def within_lambdas(call: ast.Call) -> Iterator[ast.AST]:
    for argument in call.args:
        if isinstance(argument, ast.Lambda):
            yield from ast.walk(argument)


KNOWN = writers()


def test_what_writes_is_known():
    assert {"ledger.undo", "ledger.publish_month", "links.add", "links.revoke", "names.decide", "sheets.agree"} <= KNOWN


@for_each(SCREENS)
def test_a_screen_asks_before_it_writes(path: Path) -> None:
    assert not list(unguarded(path, KNOWN))


def test_a_call_that_writes_unasked_is_found(tmp_path: Path) -> None:
    written = tmp_path / "screen.py"
    written.write_text("def save(viewer):\n    with session.namespace(viewer).store() as store:\n        store.x()\n")
    assert len(list(unguarded(written, KNOWN))) == 1
