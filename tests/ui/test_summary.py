"""The form of the month's note: the agency goes on with its own, and leaves what others wrote alone."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.reports.summary import Note
from dashboard.ui.summary import own_note

OCTOBER = date(2026, 10, 1)


def note(author: str) -> Note:
    return Note(OCTOBER, author, "Calls rose", "")


@pytest.mark.parametrize("author", ["Agency", "Агентство"])
def test_the_agency_goes_on_with_its_own_note_in_whichever_language_it_came(author: str) -> None:
    assert own_note([note("Client"), note(author)]) == note(author)


def test_a_note_of_anybody_else_is_left_alone() -> None:
    assert own_note([note("Client")]) is None
