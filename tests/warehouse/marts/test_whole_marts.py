"""The small marts that are always made whole: calendar, plan, events, notes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import sqlglot

from dashboard.warehouse.marts import MARTS


def test_the_calendar_knows_moved_working_days_of_russia(store: Any) -> None:
    store.add("ad_day", day="2024-03-01", campaign="a")
    store.rebuild()
    days = {row[0]: row[1:] for row in store.mart("calendar")}
    saturday_at_work, monday_off = days["2024-04-27"], days["2024-04-29"]
    assert saturday_at_work[:4] == (6, "2024-04-22", "2024-04-01", True)
    assert monday_off[3] is False
    assert days["2024-01-01"][4] != ""
    assert (min(days), max(days)) == ("2023-01-01", "2026-12-31")


def test_the_calendar_grows_with_the_data_and_shrinks_with_an_undo(store: Any) -> None:
    store.add("ad_day", day="2024-03-01", campaign="a")
    store.rebuild()
    store.add("ad_day", day="2020-03-01", campaign="a")
    store.rebuild("2020-03-01")
    assert store.mart("calendar", "day")[0] == ("2019-01-01",)


def test_a_plan_shows_its_newest_agreement_and_its_first(store: Any) -> None:
    for agreed, value in (("2025-02-20", 100), ("2025-03-10", 80), ("2025-03-05", 90)):
        store.add("plan", month="2025-03-01", value=value, agreed_on=agreed)
    store.rebuild()
    assert store.mart("plan_month") == [("2025-03-01", "", "leads", 80, 100, 3)]


def test_events_and_notes_are_there_once(store: Any) -> None:
    store.add("events", day="2025-03-01", day_to="2025-03-02", text="hosting down")
    store.add("events", day="2025-03-01", text="hosting down", live=False)
    store.add("notes", month="2025-03-01", text="old", live=False)
    store.add("notes", month="2025-03-01", text="new", next_steps="more")
    store.rebuild("2025-01-01")
    assert store.mart("event_day") == [("2025-03-01", "2025-03-02", "site", "hosting down")]
    assert store.mart("note_month") == [("2025-03-01", "Agency", "new", "more")]


def test_events_stand_under_the_agreed_words(store: Any) -> None:
    for place, what in enumerate(("Акция", "promotion", "site_down", "Открытие", "magic")):
        store.add("events", day="2025-03-01", what=what, text=str(place))
    store.rebuild()
    found = dict(store.mart("event_day", "text", "what"))
    assert list(found.values()) == ["promotion", "promotion", "outage", "opened", "magic"]


def test_a_store_without_rows_has_marts_without_rows(store: Any) -> None:
    store.rebuild()
    store.rebuild("2025-03-01")
    assert all(not rows for rows in store.marts().values())


def test_nothing_temporary_is_left_behind(store: Any) -> None:
    store.add("ad_day", day="2024-03-01", campaign="a")
    store.rebuild()
    store.touched(1)
    left = "select table_name from information_schema.tables where table_catalog = 'temp'"
    assert store.connection.execute(left).fetchall() == []


def test_a_deals_file_covers_the_days_its_deals_were_made(store: Any) -> None:
    for import_id, kind in ((1, "deals"), (2, "orders")):
        store.add_import(import_id, kind)
    store.add("leads", lead_id="1", created="2025-03-01 10:00", import_id=1)
    store.add("sales", order_id="1", sold="2025-03-09", import_id=1)
    store.add("sales", platform="shop", order_id="2", sold="2025-03-08", import_id=2)
    store.rebuild()
    assert store.mart("coverage_day", "day", "kind", "platform", "row_count") == [
        ("2025-03-01", "deals", "crm", 1),
        ("2025-03-08", "orders", "shop", 1),
    ]


@pytest.mark.parametrize("mart", [mart for mart in MARTS if mart != "calendar"])
def test_a_marts_query_states_and_gives_the_columns_of_its_table_in_order(store: Any, root: Path, mart: str) -> None:
    text = (root / "queries" / "marts" / f"{mart}.sql").read_text(encoding="utf-8")
    header = text.split("\n\n")[0].replace("\n--", " ")
    stated = [column.split()[0] for column in header.split("returns:")[1].split(",")]
    assert stated == store.connection.table(mart).columns == sqlglot.parse_one(text, dialect="duckdb").named_selects
