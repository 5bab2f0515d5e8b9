"""The shop's stories hold in the raw numbers of its files."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from sample_data import settings_of
from tests.sample_data import reading_back
from tests.sample_data.reading_back import Rows

Files = dict[str, list[Path]]


def paid(files: Files) -> list[Rows]:
    orders = reading_back.orders(files["harbor/orders"]).values()
    return [lines for lines in orders if lines[0]["Financial Status"] != "pending" and not lines[0]["Cancelled at"]]


def margin(orders: list[Rows]) -> Decimal:
    rates = dict(tomllib.loads(settings_of("harbor").read_text())["margin_by_product"])
    lines = [line for order in orders for line in order]
    return sum(
        (
            Decimal(line["Lineitem price"]) * int(line["Lineitem quantity"]) * Decimal(rates[line["Lineitem name"]])
            for line in lines
        ),
        Decimal(0),
    )


def by_phone(orders: list[Rows]) -> list[Rows]:
    return [lines for lines in orders if lines[0]["Source"] == "shopify_draft_order"]


def test_few_orders_come_by_phone_and_carry_most_of_the_margin(files: Files) -> None:
    orders = paid(files)
    assert len(by_phone(orders)) < 0.1 * len(orders)
    assert margin(by_phone(orders)) > Decimal("0.55") * margin(orders)


def test_phone_orders_have_no_source_of_their_own(files: Files) -> None:
    assert {lines[0]["Note Attributes"] for lines in by_phone(paid(files))} == {""}


def test_the_heaters_campaign_sells_nearly_nothing_on_the_site(files: Files) -> None:
    orders = paid(files)
    on_site = [lines for lines in orders if "utm_campaign: Search | Water Heaters" in lines[0]["Note Attributes"]]
    gadgets = [lines for lines in orders if "utm_campaign: Shopping | Smart Home" in lines[0]["Note Attributes"]]
    assert len(on_site) * 20 < len(gadgets)


def test_an_orders_total_stands_on_its_first_line_only(files: Files) -> None:
    for order in reading_back.orders(files["harbor/orders"]).values():
        first, *others = order
        lines = sum(Decimal(line["Lineitem price"]) * int(line["Lineitem quantity"]) for line in order)
        assert Decimal(first["Subtotal"]) == lines
        assert Decimal(first["Total"]) == lines + Decimal(first["Shipping"])
        assert all(line["Total"] == "" for line in others)


def test_returns_come_late_and_a_later_export_brings_them(files: Files) -> None:
    early, *_, late = files["harbor/orders"]
    then, now = reading_back.orders([early]), reading_back.orders([late])
    assert then.keys() < now.keys()
    now = {name: now[name] for name in then}
    assert refunded(now) > Decimal("1.1") * refunded(then)
    assert all(
        [line["Lineitem price"] for line in then[name]] == [line["Lineitem price"] for line in now[name]]
        for name in then
    )


def refunded(orders: dict[str, Rows]) -> Decimal:
    return sum((Decimal(lines[0]["Refunded Amount"]) for lines in orders.values()), Decimal(0))


def test_the_espresso_machine_is_advertised_while_it_cannot_be_bought(files: Files) -> None:
    first, last = "2026-09-08", "2026-10-14"
    sold = [
        line
        for lines in paid(files)
        for line in lines
        if line["Lineitem name"] == "Espresso Machine" and first <= line["Created at"][:10] <= last
    ]
    spent = [
        float(row["Cost"])
        for path in files["harbor/google"]
        for row in reading_back.records(path, "utf-16", "\t", 2)
        if row["Campaign"] == "Search | Espresso" and first <= row["Day"] <= last
    ]
    assert sold == []
    assert len(spent) == 37
    assert min(spent) > 10


def test_call_tracking_begins_in_the_middle_and_an_event_says_so(files: Files) -> None:
    calls = [row for path in files["harbor/callrail"] for row in reading_back.records(path, "utf-8", ",")]
    first = min(row["Start Time"][:10] for row in calls)
    (events,) = files["harbor/events"]
    tracking = [row for row in reading_back.records(events, "utf-8", ",") if row["what"] == "tracking_on"]
    assert [row["day"] for row in tracking] == ["2025-12-08"] == [first]
    assert any(lines[0]["Created at"] < first for lines in by_phone(paid(files)))


def test_the_season_peaks_before_christmas(files: Files) -> None:
    months = [lines[0]["Created at"][:7] for lines in paid(files)]
    assert months.count("2025-11") > 1.25 * months.count("2025-09")


def test_meta_states_its_total_first_and_misses_two_days(files: Files) -> None:
    days = set()
    for path in files["harbor/meta"]:
        total, *rows = reading_back.records(path, "utf-8-sig", ",")
        assert total["Campaign name"] == ""
        spent = sum(Decimal(row["Amount spent (USD)"]) for row in rows)
        assert spent == Decimal(total["Amount spent (USD)"])
        days |= {row["Day"] for row in rows}
    assert not {"2026-07-20", "2026-07-21"} & days
    assert {"2026-07-19", "2026-07-22"} <= days


@pytest.mark.parametrize("client", ["nord", "harbor"])
def test_the_agency_wrote_a_note_on_each_of_the_last_six_full_months(files: Files, client: str) -> None:
    (path,) = files[f"{client}/zametki" if client == "nord" else f"{client}/notes"]
    rows = reading_back.records(path, "utf-8", ",")
    assert [row["month"] for row in rows] == [f"2026-{month:02d}-01" for month in (10, 9, 8, 7, 6, 5)]
    assert all(row["text"] and row["next_steps"] and "{" not in row["text"] for row in rows)
