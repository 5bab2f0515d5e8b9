"""The golden bridge of twelve lines: reported, comparable and like for like, exactly."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dashboard.domain.year_over_year.bridge import Bridge, OneYearOnly, Restated
from dashboard.domain.year_over_year.lmdi import Factor, Segment, parts
from tests.domain.year_over_year.golden import Shared, golden

RESTATED = {
    "immature_current_period": "immature",
    "vat_basis_restated": "vat",
    "tracking_gap_filled": "tracking_gap",
}
LINES = {f"comparability:{item}": key for item, key in RESTATED.items()} | {
    "scope:closed": "closed",
    "scope:new": "opened",
    "lfl:leads_per_demand_and_other": "leads",
}


def test_the_full_bridge_of_the_golden_case(shared: Shared) -> None:
    case = golden(shared, "22_full_bridge")
    then, now = (Decimal(str(amount)) for amount in case["reported"])
    added = case["adjustments_to_add"]
    factors = [Factor("base", case["like_for_like"][0], case["like_for_like"][0])]
    factors += [Factor(LINES.get(f"lfl:{key}", key), 1.0, value) for key, value in case["factors"].items()]
    bridge = Bridge.of(
        then,
        now,
        [Restated(RESTATED[item], *(Decimal(str(amount)) for amount in both)) for item, both in added.items()],
        [
            OneYearOnly("closed", then=Decimal(str(case["closed_last_year"]))),
            OneYearOnly("opened", now=Decimal(str(case["new_this_year"]))),
        ],
        [part for part in parts([Segment(tuple(factors))]) if part.key != "base"],
    )
    expected = {LINES.get(line, line.partition(":")[2]): amount for line, amount in case["lines"].items()}
    assert {line.key: float(line.amount) for line in bridge.lines} == pytest.approx(expected, abs=0.01)
    assert sum((line.amount for line in bridge.lines), Decimal(0)) == bridge.difference == Decimal(str(case["delta"]))
    for years, name in ((bridge.comparable, "comparable"), (bridge.like_for_like, "like_for_like")):
        assert [float(years.then), float(years.now)] == case[name]
    growths = [bridge.reported.growth, bridge.comparable.growth, bridge.like_for_like.growth]
    names = ("naive_growth", "comparable_growth", "like_for_like_growth")
    assert [float(growth or 0) for growth in growths] == pytest.approx([case[name] for name in names])


def test_the_gap_to_the_plan_is_split_by_the_same_parts(shared: Shared) -> None:
    case = golden(shared, "18_leaks")
    plan, fact = case["plan"], case["fact"]
    found = parts([Segment(tuple(Factor(key, plan[key], fact[key]) for key in plan))])
    assert {part.key: part.amount for part in found} == pytest.approx(case["lmdi_share_of_gap"])
    owners: dict[str, float] = {}
    for part in found:
        owners[case["owner"][part.key]] = owners.get(case["owner"][part.key], 0.0) + part.amount
    assert owners == pytest.approx(case["by_owner_lmdi"])
