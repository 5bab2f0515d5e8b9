"""A stranger, on every address that the code has: no data, no name of a client, not even the program's shell."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import pytest

from dashboard.access.doors.notices import CLOSED
from dashboard.access.screens import SCREENS
from tests.attacks import addresses, workspace
from tests.attacks.record import Record
from tests.attacks.target import SHELL, Answer, Target, attacked
from tests.attacks.workspace import NAMES, ONLY

KEPT_APART = (*NAMES.values(), *ONLY.values(), "Prospecting", "Traceback")
FILES = ("/static/", "/app/static", "/component", "/_stcore/bidi-components")
"""Where the program's own files lie: what is none of them is answered in a word."""


def is_held(answer: Answer, method: str) -> bool:
    """Whether an answer tells a stranger nothing."""
    whole = answer.text + str(answer.headers)
    return (
        answer.status < 500
        and not any(word in whole for word in KEPT_APART)
        and SHELL not in answer.text
        and re.search(r"sverka_session=\w", answer.headers.get("set-cookie", "")) is None
        and (method != "GET" or answer.status not in (403, 404) or f"<h1>{CLOSED[0]}</h1>" in answer.text)
    )


def test_no_method_and_no_address_tells_a_stranger_anything(target: Target, record: Record) -> None:
    for path in addresses.known():
        for method in addresses.METHODS:
            answer = target.ask(path, method)
            held = is_held(answer, "" if path.startswith(FILES) else method)
            record.attempt("strangers", held, f"{method} {path}: {answer.status} {answer.text[:80]}")


def test_no_way_of_writing_an_address_does(target: Target, record: Record, chance: Random, times: int) -> None:
    paths = addresses.known()
    if times == 1:
        paths = [f"/{SCREENS[0]}", f"/{SCREENS[-1]}", *chance.sample(paths, 10)]
    for path in paths:
        for trick in addresses.tricks(path):
            answer = target.ask(trick)
            record.attempt("strangers", is_held(answer, ""), f"{trick}: {answer.status} {answer.text[:80]}")


def test_the_closed_page_is_one(target: Target, record: Record) -> None:
    closed = target.ask(f"/{SCREENS[0]}").text
    for path in (*(f"/{screen}" for screen in SCREENS), "/nonsense", "/media/x", "/upload/x", "/download/x", "/"):
        record.attempt("strangers", target.ask(path).text == closed, f"{path} is closed in words of its own")


def test_nothing_is_open_before_anybody_was_there(tmp_path: Path, record: Record) -> None:
    with attacked(workspace.bare(tmp_path / "workspace"), wait=False) as fresh:
        for screen in SCREENS:
            with fresh.stream() as stream:
                text = stream.text(screen)
            record.attempt("first", CLOSED[0] in text and not any(w in text for w in KEPT_APART), f"stream {screen}")
        for path in addresses.known():
            answer = fresh.ask(path)
            held = is_held(answer, "" if path.startswith(FILES) else "GET")
            record.attempt("first", held, f"{path}: {answer.status} {answer.text[:80]}")


@pytest.mark.parametrize("path", ["/static/js", "/app/static/fonts", "/component/x", "/_stcore/bidi-components/x"])
def test_folders_of_the_programs_files_are_not_listed(target: Target, record: Record, path: str) -> None:
    for end in ("", "/", "/.", "/..", "/%2e%2e", "/..%2f..%2f..%2fapp.py", "/%2fetc/passwd", "//etc/passwd"):
        answer = target.ask(path + end)
        held = (
            answer.status >= 300
            and SHELL not in answer.text
            and "import " not in answer.text
            and "root:" not in answer.text
        )
        record.attempt("strangers", held, f"{path}{end}: {answer.status}")
