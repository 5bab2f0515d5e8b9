"""Of many files those that need a person stand first, and the others are a line each."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.ui import upload_folds
from dashboard.uploads.folder import Arrived
from dashboard.uploads.held import HeldFile, State


def held(name: str, state: State) -> HeldFile:
    return HeldFile("pine", Arrived(Path(name), name, 1), state)


def test_files_that_need_a_person_stand_first_and_the_others_as_they_came() -> None:
    came = [
        held("a", State.ADDED),
        held("b", State.READY),
        held("c", State.REFUSED),
        held("d", State.READING),
        held("e", State.ASKS),
        held("f", State.NEEDS_MAPPING),
    ]
    assert [one.file for one in upload_folds.ordered(came)] == ["e", "f", "c", "b", "d", "a"]


def test_how_many_files_stand_where_is_said_in_one_line() -> None:
    said = upload_folds.counts([held("a", State.READY), held("b", State.READY), held("c", State.REFUSED)])
    for part in ("3 files", "1 cannot be read", "2 can be added"):
        assert part in said
    assert "on its way" not in said


@pytest.mark.parametrize("name", ["**b**.csv", "[x](http://x).csv", ":red[a].csv", "$a$.csv", "<b>.csv", "`a`.csv"])
def test_a_files_name_in_its_line_is_text_and_no_markdown(name: str) -> None:
    line = upload_folds.line(held(name, State.READY))
    inner = line.removeprefix("**").removesuffix("**").replace("\u2060", "")
    assert inner.replace("\\", "") == name
    assert all(inner[place - 1] == "\\" for place, sign in enumerate(inner) if sign in "*[]():$<`")
