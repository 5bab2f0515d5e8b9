"""What is kept in memory cannot be read across clients: data by place and version alone, the rest of no client."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.rules.source import for_each, python_files, tree

FILES = python_files("dashboard", "pages", "app.py")
OF_A_CLIENT = {"Warehouse", "Namespace", "Viewer", "Store", "Workspace", "Client", "Selection", "DataFrame", "Any"}
NAMED_LIKE_ONE = {"client", "slug", "viewer", "namespace", "warehouse", "workspace", "session", "cookie"}
KEYED_BY_OTHERS = {
    "_drawn",  # for whom each open page is drawn, by Streamlit's session: no data
    "_running",  # the queries under way, by thread
    "_watcher",  # the one thread that looks after them
    "_under_way",  # tries at doors, by store and hashed target
}


def kept_functions(path: Path) -> Iterator[tuple[ast.FunctionDef | ast.AsyncFunctionDef, str]]:
    """The functions of a file whose answers are kept, and by what."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            for decorator in node.decorator_list:
                name = ast.unparse(decorator.func if isinstance(decorator, ast.Call) else decorator)
                if name.rpartition(".")[2] in ("cache", "lru_cache", "cache_data", "cache_resource"):
                    yield node, name


def test_caches_are_found() -> None:
    assert sum(1 for path in FILES for _found in kept_functions(path)) > 20


@for_each(FILES)
def test_what_python_keeps_depends_on_nothing_of_a_client(path: Path) -> None:
    for function, by in kept_functions(path):
        if by.startswith("st."):
            continue
        for argument in (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs):
            named = ast.unparse(argument.annotation) if argument.annotation else "Any"
            words = {part.strip("| ,.") for part in named.replace("[", " ").replace("]", " ").split()}
            assert not words & OF_A_CLIENT, f"{path}: {function.name} keeps answers by {argument.arg}: {named}"
            assert argument.arg not in NAMED_LIKE_ONE, f"{path}: {function.name} keeps answers by {argument.arg}"


@for_each(FILES)
def test_what_streamlit_keeps_is_keyed_by_place_and_version(path: Path) -> None:
    for function, by in kept_functions(path):
        if by.startswith("st."):
            keys = {argument.arg for argument in function.args.args}
            assert {"place", "version"} <= keys, f"{path}: {function.name} is kept by {keys}"


@for_each(FILES)
def test_what_a_module_keeps_is_keyed_by_a_clients_folder_or_is_of_no_client(path: Path) -> None:
    for node in tree(path).body:
        if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
            continue
        empty = isinstance(node.value, ast.Dict | ast.List | ast.Set) and not ast.unparse(node.value).strip("{}[]")
        made = isinstance(node.value, ast.Call) and ast.unparse(node.value.func).rpartition(".")[2] in (
            "dict", "list", "set", "defaultdict", "OrderedDict", "WeakKeyDictionary", "WeakValueDictionary", "deque",
        ) and not node.value.args  # fmt: skip
        if empty or made:
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            kind = ast.unparse(node.annotation) if isinstance(node, ast.AnnAssign) else ""
            held = kind.startswith("dict[Path,") or ast.unparse(target) in KEYED_BY_OTHERS
            assert held, f"{path}: {ast.unparse(target)} is kept by {kind or 'nobody knows what'}"
