"""Every metric on numbers that one can check in the head, and on the specification's own table."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from dashboard.domain import metrics
from dashboard.domain.metrics import MEASURES, METRICS, compute, compute_total, paid_rows, total

D = Decimal

# 1000 shown, 50 clicked, 100 spent, 20 charged; 10 calls, 2 missed; 20 leads, 16 answered, 10 marked, 5 on target;
# 4 orders paid 800, 200 refunded: 600 left, which cost 360, so the margin is 240 (two fifths).
MONTH: dict[str, D | int | None] = {
    "impressions": 1000,
    "clicks": 50,
    "spend": D(100),
    "calls": 10,
    "calls_missed": 2,
    "calls_off_hours": 0,
    "forms": 12,
    "leads": 20,
    "leads_answered": 16,
    "leads_marked": 10,
    "target_leads": 5,
    "orders": 4,
    "phone_orders": 1,
    "revenue": D(800),
    "refunds": D(200),
    "cogs": D(480),
    "refunded_cogs": D(120),
    "revenue_without_cost": D(0),
    "order_squares": D(90000),
    "fee": D(20),
    "internet_revenue": D(450),
    "no_source_revenue": D(60),
    "business_revenue": D(600),
}

WORKED = {
    "ctr": D("0.05"),  # 50 / 1000
    "cpc": D(2),  # 100 / 50
    "cpm": D(100),  # 100 000 / 1000
    "click_to_lead": D("0.4"),  # 20 / 50
    "cpl": D(5),  # 100 / 20
    "cpql": D(20),  # 100 / 5
    "cpo": D(25),  # 100 / 4
    "missed_call_rate": D("0.2"),  # 2 / 10
    "answered_rate": D("0.8"),  # 16 / 20
    "target_rate": D("0.5"),  # 5 / 10
    "target_to_order": D("0.8"),  # 4 / 5
    "lead_to_order": D("0.2"),  # 4 / 20
    "aov": D(200),  # 800 / 4
    "roas": D(6),  # 600 / 100
    "romi": D("1.4"),  # (240 − 100) / 100
    "romi_full": D(1),  # (240 − 120) / 120
    "roi": D(1),  # 120 / 120
    "drr": D(1) / D(6),  # 100 / 600
    "mer": D(6),  # 600 / 100
    "mer_full": D(5),  # 600 / 120
    "margin_rate": D("0.4"),  # 240 / 600
    "refund_rate": D("0.25"),  # 200 / 800
    "break_even_roas": D("2.5"),  # 600 / 240
    "break_even_roas_with_fee": D(3),  # 120 × 600 / (240 × 100)
    "internet_share": D("0.75"),  # 450 / 600
    "no_source_share": D("0.1"),  # 60 / 600
}

DERIVED = {
    "net_revenue": D(600),  # 800 − 200
    "margin": D(240),  # 600 − (480 − 120)
    "contribution": D(140),  # 240 − 100
    "profit": D(120),  # 140 − 20
}


def test_every_metric_is_worked_out_here() -> None:
    assert set(WORKED) == set(METRICS)


@pytest.mark.parametrize("key", WORKED)
def test_a_metric_is_what_the_head_says(key: str) -> None:
    value = compute(MONTH, key)[key]
    assert value is not None
    assert abs(value - WORKED[key]) < D("1e-25")


@pytest.mark.parametrize("key", DERIVED)
def test_a_derived_measure_is_what_the_head_says(key: str) -> None:
    assert compute(MONTH, key) == {key: DERIVED[key]}
    assert metrics.derive(MONTH)[key] == DERIVED[key]


@pytest.mark.parametrize("key", sorted(set(MEASURES) - set(DERIVED)))
def test_a_stored_measure_is_itself(key: str) -> None:
    assert compute(MONTH, key)[key] == MONTH[key]


UNSAID = ("revenue_without_cost", "calls_off_hours")


def row(channel: str, *figures: int) -> dict[str, Any]:
    """A channel of the specification's table; all its leads are marked, all costs are known, no call is late."""
    names = (
        "impressions clicks spend calls calls_missed forms leads target_leads orders revenue cogs refunds refunded_cogs"
    )
    measures = dict(zip(names.split(), figures, strict=True))
    return {"channel": channel, **measures, "leads_marked": measures["leads"], **dict.fromkeys(UNSAID, 0)}


TABLE = [
    row("search", 120000, 2400, 240000, 180, 27, 60, 240, 120, 30, 1500000, 900000, 100000, 60000),
    row("network", 900000, 4500, 90000, 30, 6, 60, 90, 18, 2, 80000, 48000, 0, 0),
    row("retarget", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
    row("organic", 0, 3000, 0, 60, 6, 30, 90, 45, 12, 480000, 288000, 20000, 12000),
    row("unknown", 0, 0, 0, 12, 2, 0, 12, 6, 3, 200000, 120000, 0, 0),
]


def test_a_channel_of_the_table() -> None:
    search = compute(TABLE[0], "ctr", "cpl", "cpql", "cpo", "aov", "margin_rate", "contribution", "missed_call_rate")
    assert search == {
        "ctr": D("0.02"),
        "cpl": D(1000),
        "cpql": D(2000),
        "cpo": D(8000),
        "aov": D(50000),
        "margin_rate": D("0.4"),
        "contribution": D(320000),
        "missed_call_rate": D("0.15"),
    }


def test_a_channel_without_anything_has_no_ratio_at_all() -> None:
    assert set(compute(TABLE[2]).values()) == {None}
    assert compute(TABLE[2], "contribution") == {"contribution": D(0)}


def test_a_channel_without_spend_has_no_cost_metric() -> None:
    organic = compute(TABLE[3], "cpl", "cpo", "roas", "romi", "drr", "click_to_lead")
    assert organic == {
        "cpl": None,
        "cpo": None,
        "roas": None,
        "romi": None,
        "drr": None,
        "click_to_lead": D("0.03"),
    }


def test_click_metrics_of_a_total_are_over_paid_channels_and_costs_are_blended() -> None:
    summed = compute_total(TABLE, "cpc", "click_to_lead", "cpl", "cpo", "net_revenue", "profit", fee=D(60000))
    assert summed["cpc"] == D(330000) / D(6900)
    assert summed["click_to_lead"] == D(330) / D(6900)
    assert summed["cpl"] == D(330000) / D(432)
    assert summed["cpo"] == D(330000) / D(47)
    assert summed["net_revenue"] == D(2140000)
    assert summed["profit"] == D(466000)


def test_the_fee_belongs_to_the_total_and_not_to_spend() -> None:
    summed = compute_total(TABLE, "roas", "romi_full", "mer_full", fee=D(60000))
    assert summed["roas"] == compute(total(TABLE), "mer")["mer"]
    assert summed["romi_full"] == D(466000) / D(390000)
    assert summed["mer_full"] == D(2140000) / D(390000)


def test_paid_channels_alone_are_not_blended() -> None:
    paid = compute(total(paid_rows(TABLE)), "cpl", "cpo", "roas")
    assert paid == {"cpl": D(1000), "cpo": D("10312.5"), "roas": D(1480000) / D(330000)}


def test_a_ratio_of_sums_is_not_a_mean_of_ratios() -> None:
    single = [compute(row, "cpo")["cpo"] for row in TABLE[:2]]
    assert single == [D(8000), D(45000)]
    assert compute(total(TABLE[:2]), "cpo") == {"cpo": D("10312.5")}


NAMES_OF_THE_SPECIFICATION = {
    "cr_click_lead": "click_to_lead",
    "cost_per_target": "cpql",
    "cr_target_sale": "target_to_order",
    "cr_lead_sale": "lead_to_order",
    "aov_gross": "aov",
    "return_rate_value": "refund_rate",
    "gross_profit": "margin",
    "gross_margin": "margin_rate",
    "contribution_after_ads": "contribution",
    "contribution_after_marketing": "profit",
}


def test_the_specifications_table_comes_out_whole(shared: Callable[[str], Path]) -> None:
    with shared("golden/01_metrics_input.csv").open(encoding="utf-8") as file:
        rows = [row(found.pop("channel"), *(int(value) for value in found.values())) for found in csv.DictReader(file)]
    expected = json.loads(shared("golden/01_metrics.json").read_text(encoding="utf-8"))
    assert rows == TABLE
    fee = D(expected["agency_fee"])
    got = {found["channel"]: compute({**found, "fee": 0}, *METRICS, *DERIVED) for found in rows}
    got["TOTAL"] = compute_total(rows, *METRICS, *DERIVED, fee=fee)
    got["PAID"] = compute_total(paid_rows(rows), *METRICS, *DERIVED, fee=fee)
    for channel, figures in expected["expected"].items():
        for name, value in figures.items():
            key = NAMES_OF_THE_SPECIFICATION.get(name, name)
            assert _close(got[channel][key], value), (channel, key)
    blended = expected["blended"]
    business = metrics.across(rows, business_revenue=D(expected["business_total_net_revenue"]))
    business["internet_revenue"], business["no_source_revenue"] = business["revenue"], D(200000)
    assert _close(got["TOTAL"]["mer"], blended["mer_media"])
    assert _close(got["TOTAL"]["mer_full"], blended["mer_full"])
    assert _close(got["TOTAL"]["break_even_roas"], blended["break_even_roas_total"])
    assert _close(compute(business, "no_source_share")["no_source_share"], blended["unattributed_share_revenue"])


def _close(value: D | None, expected: float | None) -> bool:
    if value is None or expected is None:
        return value is None and expected is None
    return float(value) == pytest.approx(expected, rel=1e-12)
