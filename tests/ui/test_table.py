"""The table: sorted by what the page is about, searched in its texts, written as the reader writes."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest

from dashboard import i18n
from dashboard.ui import table
from dashboard.ui.table import Column

COLUMNS = [
    Column("name", "Campaign"),
    Column("spend", "Spend", "money", "RUB"),
    Column("rate", "Target rate", "percent"),
    Column("trend", "Trend", "spark"),
]
ROWS = [
    {"name": "Поиск | Бренд", "spend": Decimal("41234.4"), "rate": Decimal("0.5"), "trend": [1, None]},
    {"name": "Search Generic", "spend": None, "rate": None, "trend": []},
    {"name": "поиск | Москва", "spend": Decimal(181000), "rate": Decimal("0.04"), "trend": [2]},
]


@pytest.fixture
def russian() -> Iterator[None]:
    i18n.use("ru")
    yield
    i18n.use("en")


def test_the_largest_comes_first_and_the_unknown_last() -> None:
    assert [row["spend"] for row in table.ordered(ROWS, "spend")] == [Decimal(181000), Decimal("41234.4"), None]
    assert table.ordered(ROWS, None) == ROWS


def test_a_search_finds_every_word_in_any_case() -> None:
    assert [row["name"] for row in table.found(COLUMNS, ROWS, "ПОИСК москва")] == ["поиск | Москва"]
    assert table.found(COLUMNS, ROWS, "  ") == ROWS


@pytest.mark.usefixtures("russian")
def test_figures_are_written_as_the_reader_writes_and_stay_numbers_to_sort_by() -> None:
    shown = table.frame(COLUMNS, ROWS)
    assert shown.data["spend"].tolist()[::2] == [41234.4, 181000.0]
    cells = shown._translate(True, True)["body"]
    assert cells[0][2]["display_value"] == "41\u202f234\u00a0₽"
    assert cells[1][2]["display_value"] == "—"
    assert cells[2][3]["display_value"] == "4\u202f%"


def test_a_long_table_leaves_its_figures_to_the_browser_and_says_the_currency_once() -> None:
    rows = [
        {"name": str(number), "spend": Decimal("10.4"), "rate": Decimal("0.12345"), "trend": []} for number in range(61)
    ]
    made = table.frame(COLUMNS, rows)
    assert made["spend"].tolist()[0] == 10
    assert made["rate"].tolist()[0] == 0.123
    config = table._config(COLUMNS, rows)
    assert config["spend"]["label"] == "Spend, ₽"
    assert config["spend"]["type_config"]["format"] == "localized"


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1"])
def test_a_name_that_a_spreadsheet_would_compute_is_text_in_a_table_that_is_copied_or_given_out(name):
    made = table.frame([Column("name", "Name")], [{"name": name}, {"name": "plain = text"}])
    assert list(getattr(made, "data", made)["name"]) == [f"\u2060{name}", "plain = text"]
