"""The same deals by click, by lead and by sale: three views that are never mixed and always add up to the same."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.metrics import compute, total

D = Decimal

# 100 to a lead of March, sold in April, 40 of it refunded in June; 200 all in April; 300 from April to May.
DEALS = [
    {"lead": "2025-03", "sale": "2025-04", "revenue": D(100), "refund": "2025-06", "refunds": D(40)},
    {"lead": "2025-04", "sale": "2025-04", "revenue": D(200), "refund": None, "refunds": D(0)},
    {"lead": "2025-04", "sale": "2025-05", "revenue": D(300), "refund": None, "refunds": D(0)},
]
SPEND = {"2025-03": D(50), "2025-04": D(100), "2025-05": D(60)}


def by(view: str, deals: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Months with their sums: the refund in its sale's month, or, in the view "own", in its own."""
    rows: list[dict[str, Any]] = []
    for deal in deals:
        month = deal["sale" if view == "own" else view]
        refund_month = deal["refund"] or month if view == "own" else month
        rows.append({"month": month, "revenue": deal["revenue"], "refunds": D(0)})
        rows.append({"month": refund_month, "revenue": D(0), "refunds": deal["refunds"]})
    rows += [{"month": month, "spend": spend} for month, spend in SPEND.items()]
    return total(rows, by="month")


def test_april_is_worth_five_by_lead_and_three_by_sale() -> None:
    assert compute(by("lead", DEALS)["2025-04"], "roas") == {"roas": D(5)}
    assert compute(by("own", DEALS)["2025-04"], "roas") == {"roas": D(3)}


def test_a_refund_counts_in_its_sales_month_or_in_its_own_but_never_in_both() -> None:
    assert compute(by("sale", DEALS)["2025-04"], "net_revenue") == {"net_revenue": D(260)}
    assert compute(by("own", DEALS)["2025-06"], "net_revenue") == {"net_revenue": D(-40)}


months = st.sampled_from(["2025-03", "2025-04", "2025-05"])
deals = st.fixed_dictionaries(
    {
        "lead": months,
        "sale": months,
        "revenue": st.decimals(0, 10**6, places=2),
        "refund": st.none() | months,
        "refunds": st.decimals(0, 10**3, places=2),
    }
)


@given(st.lists(deals, max_size=6))
def test_the_views_have_equal_totals(found: list[dict[str, Any]]) -> None:
    totals = {view: total(by(view, found).values()) for view in ("lead", "sale", "own")}
    worth = {view: compute(sums, "net_revenue", "roas") for view, sums in totals.items() if found}
    assert len({tuple(sorted(values.items())) for values in worth.values()}) <= 1


def test_the_specifications_deals(shared: Callable[[str], Path]) -> None:
    golden = json.loads(shared("golden/19_attribution_dates.json").read_text(encoding="utf-8"))
    found = [
        {
            "click": deal["click"][:7],
            "lead": deal["lead"][:7],
            "sale": deal["sale"][:7],
            "revenue": D(deal["revenue"]),
            "refund": deal["refund"] and deal["refund"][:7],
            "refunds": D(deal["refund_amount"]),
        }
        for deal in golden["deals"]
        if deal["sale"]
    ]
    names = {
        "click": "net_revenue_by_click_month",
        "lead": "net_revenue_by_lead_month",
        "own": "net_revenue_by_sale_month_refund_on_refund_date",
    }
    for view, name in names.items():
        sums = {month: compute(row, "net_revenue")["net_revenue"] for month, row in by(view, found).items()}
        assert {month: value for month, value in sums.items() if value} == golden[name]
        assert sum(value or 0 for value in sums.values()) == golden["total_is_invariant"]
    roas = {view: compute(by(view, found)["2025-04"], "roas")["roas"] for view in names}
    assert roas == {
        "click": golden["roas_april"]["click_view"],
        "lead": golden["roas_april"]["lead_view"],
        "own": golden["roas_april"]["sale_view"],
    }
