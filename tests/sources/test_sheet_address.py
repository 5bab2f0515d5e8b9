"""The address of a sheet: the document's id and the tab are taken from it, and nothing else."""

from __future__ import annotations

import pytest

from dashboard.domain.errors import SettingsInvalid
from dashboard.sources.sheet_address import SheetAddress, parse

ID = "1aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789"


@pytest.mark.parametrize(
    ("text", "tab"),
    [
        (f"https://docs.google.com/spreadsheets/d/{ID}/edit?gid=7#gid=7", 7),
        (f"https://docs.google.com/spreadsheets/d/{ID}/edit#gid=0", 0),
        (f"  https://docs.google.com/spreadsheets/d/{ID}/edit?usp=sharing  ", None),
        (f"https://docs.google.com/spreadsheets/u/1/d/{ID}/edit?gid=12", 12),
        (f"docs.google.com/spreadsheets/d/{ID}", None),
        (f"https://docs.google.com/spreadsheets/d/{ID}/edit#gid=-5;drop", None),
        (ID, None),
    ],
)
def test_an_address_names_a_document_and_perhaps_a_tab(text: str, tab: int | None) -> None:
    assert parse(text) == SheetAddress(ID, tab)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "orders",
        f"https://example.com/spreadsheets/d/{ID}/edit",
        f"https://docs.google.com.example.com/spreadsheets/d/{ID}/edit",
        f"https://docs.google.com@example.com/spreadsheets/d/{ID}/edit",
        f"file://docs.google.com/spreadsheets/d/{ID}",
        f"https://docs.google.com/document/d/{ID}/edit",
        "https://docs.google.com/spreadsheets/d/../../admin/edit",
        "http://[docs.google.com/spreadsheets/d/x",
    ],
)
def test_any_other_address_is_refused(text: str) -> None:
    with pytest.raises(SettingsInvalid, match="not the address of a Google sheet"):
        parse(text)


def test_a_published_page_is_told_apart() -> None:
    with pytest.raises(SettingsInvalid, match="published"):
        parse("https://docs.google.com/spreadsheets/d/e/2PACX-1vTabcdefghijklmnop/pubhtml")
