"""The day of the lead and the day of the sale are two views of the same orders, and never mixed."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.period import Period
from dashboard.reports import campaigns, channels
from dashboard.reports.selection import DateView, Selection
from tests.reports.marts import Marts

START = date(2025, 1, 1)
YEAR = Period(START, date(2025, 12, 31))
TODAY = date(2026, 6, 1)


def test_april_by_the_leads_day_has_the_golden_roas(shared: Callable[[str], Path]) -> None:
    golden = json.loads(shared("golden/19_attribution_dates.json").read_text(encoding="utf-8"))
    marts = Marts()
    for month, amount in golden["spend"].items():
        marts.spend(date.fromisoformat(f"{month}-10"), "google_ads", "A", amount)
    for deal in golden["deals"]:
        if deal["sale"]:
            marts.sale(
                date.fromisoformat(deal["lead"]), "google_ads", "A",
                sold=date.fromisoformat(deal["sale"]), revenue=deal["revenue"], refunds=deal["refund_amount"],
            )  # fmt: skip
    april = Selection(Period(date(2025, 4, 1), date(2025, 4, 30)))
    assert campaigns.build(marts, april, TODAY).metrics["roas"] == Decimal(str(golden["roas_april"]["lead_view"]))


ORDERS = st.lists(st.tuples(st.integers(0, 200), st.integers(0, 100), st.integers(1, 500)), max_size=6)


@settings(max_examples=15, deadline=None)
@given(orders=ORDERS)
def test_both_views_have_the_same_totals_over_all_days(orders: list[tuple[int, int, int]]) -> None:
    marts = Marts()
    for came, later, amount in orders:
        lead = START + timedelta(days=came)
        marts.sale(lead, "google_ads", "A", sold=lead + timedelta(days=later), revenue=amount, cogs=0)
    views = [channels.build(marts, Selection(YEAR, view=view), TODAY).measures for view in DateView]
    assert views[0]["net_revenue"] == views[1]["net_revenue"] == sum(amount for _, _, amount in orders)
    assert views[0]["orders"] == views[1]["orders"] == len(orders)


@settings(max_examples=15, deadline=None)
@given(orders=ORDERS)
def test_the_rows_add_up_to_the_report(orders: list[tuple[int, int, int]]) -> None:
    marts = Marts()
    for number, (came, later, amount) in enumerate(orders):
        lead = START + timedelta(days=came)
        channel = ("google_ads", "vk_ads", "no_source")[number % 3]
        marts.spend(lead, channel, "A", later, product=str(number))
        marts.sale(lead, channel, "A", revenue=amount, cogs=0, product=str(number))
    report = channels.build(marts, Selection(YEAR), TODAY)
    for key in ("spend", "orders", "net_revenue", "contribution"):
        assert sum(row.measures[key] or 0 for row in report.channels) == report.measures[key]
        assert sum(cell.measures[key] or 0 for cell in report.grid.products) == report.measures[key]


@pytest.mark.parametrize(("first", "last"), [("0001-01-01", "0001-12-31"), ("2026-01-01", "9999-12-31")])
def test_a_period_no_data_can_be_of_is_refused_in_words(first: str, last: str) -> None:
    with pytest.raises(SettingsInvalid):
        Selection(Period(date.fromisoformat(first), date.fromisoformat(last)))
