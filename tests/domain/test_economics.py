"""What the next unit of spend brings, when a customer pays back; VAT, levy, fee and rates."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.client import Fee, VatRate
from dashboard.domain.economics import (
    SpendLevel,
    allocate_fee,
    arc_elasticity,
    break_even_drr,
    break_even_incrementality,
    constant_currency_growth,
    fee_of,
    internet_share_bounds,
    net_of_vat,
    payback_month,
    step,
    vat_rate,
    with_levy,
)
from dashboard.domain.metrics import compute, growth
from dashboard.domain.period import Period, full_month

D = Decimal


def sums(spend: int, net_revenue: int, margin: int, fee: int = 0) -> dict[str, D | int | None]:
    """A row with this margin: what is not margin is cost."""
    return {
        "spend": D(spend),
        "revenue": D(net_revenue),
        "refunds": D(0),
        "cogs": D(net_revenue - margin),
        "refunded_cogs": D(0),
        "revenue_without_cost": D(0),
        "fee": D(fee),
    }


def test_at_a_margin_of_two_fifths_a_roas_of_two_and_a_half_breaks_even() -> None:
    assert compute(sums(100, 250, 100), "break_even_roas", "roas", "contribution") == {
        "break_even_roas": D("2.5"),
        "roas": D("2.5"),
        "contribution": D(0),
    }
    assert break_even_drr(sums(100, 250, 100)) == D("0.4")


def test_the_fee_raises_the_roas_that_is_needed() -> None:
    assert compute(sums(100000, 300000, 120000, fee=20000), "break_even_roas_with_fee", "profit") == {
        "break_even_roas_with_fee": D(3),
        "profit": D(0),
    }


def test_an_average_above_break_even_can_hide_a_step_that_lost() -> None:
    found = step(SpendLevel(D(200), D(800)), SpendLevel(D(400), D(1100)), D("0.4"))
    assert (found.average_roas, found.marginal_roas) == (D("2.75"), D("1.5"))
    assert found.incremental_profit == -80


def test_a_cut_of_spend_has_a_marginal_roas_too() -> None:
    found = step(SpendLevel(D(400), D(1100)), SpendLevel(D(200), D(800)), D("0.4"))
    assert (found.marginal_roas, found.incremental_profit) == (D("1.5"), 80)


def test_a_small_change_of_spend_says_nothing_of_the_margin() -> None:
    found = step(SpendLevel(D(100), D(500)), SpendLevel(D(119), D(600)), D("0.4"))
    assert (found.marginal_roas, found.elasticity) == (None, None)
    assert step(SpendLevel(D(0), D(0)), SpendLevel(D(100), D(500)), D("0.4")).marginal_roas is None


def test_doubling_both_is_an_elasticity_of_one() -> None:
    assert arc_elasticity(SpendLevel(D(1), D(1)), SpendLevel(D(2), D(2))) == pytest.approx(1)
    assert arc_elasticity(SpendLevel(D(1), D(1)), SpendLevel(D(1), D(2))) is None
    assert arc_elasticity(SpendLevel(D(0), D(1)), SpendLevel(D(1), D(2))) is None


def test_a_customer_pays_back_in_the_month_that_covers_his_cost() -> None:
    assert payback_month(D(3), [D(1), D(1), D(1), D(1)]) == 3
    assert payback_month(D(9), [D(1), D(1)]) is None


def test_vat_is_that_of_the_day() -> None:
    rates = [VatRate(date(2019, 1, 1), D("0.20")), VatRate(date(2026, 1, 1), D("0.22"))]
    assert vat_rate(rates, date(2018, 12, 31)) == 0
    assert vat_rate(rates, date(2025, 12, 31)) == D("0.20")
    assert vat_rate(rates, date(2026, 1, 1)) == D("0.22")
    assert net_of_vat(D(120), D("0.20")) == net_of_vat(D(122), D("0.22")) == 100


def test_the_levy_comes_on_top() -> None:
    assert with_levy(D(100), D("0.03")) == 103


def test_the_fee_is_spread_by_spend() -> None:
    assert allocate_fee(D(60), {"search": D(20), "network": D(10)}) == {"search": D(40), "network": D(20)}
    assert allocate_fee(D(60), {"search": D(0)}) is None
    assert allocate_fee(D(60), {}) is None


@given(st.integers(1, 10**7), st.lists(st.integers(1, 10**7), min_size=1, max_size=8))
def test_the_parts_of_a_fee_add_up_to_it(fee: int, spends: list[int]) -> None:
    parts = allocate_fee(D(fee), {str(place): D(spend) for place, spend in enumerate(spends)})
    assert parts is not None
    assert sum(parts.values()) == fee


FEES = (Fee(date(2025, 1, 1), D(300)), Fee(date(2025, 7, 1), D(310)))


def test_a_fee_is_charged_from_its_month_on_and_by_days_within_one() -> None:
    assert fee_of(FEES, full_month(date(2025, 6, 1))) == 300
    assert fee_of(FEES, Period(date(2025, 6, 1), date(2025, 7, 31))) == 610
    assert fee_of(FEES, Period(date(2025, 6, 1), date(2025, 6, 10))) == 100
    assert fee_of(FEES, full_month(date(2024, 12, 1))) == 0


def test_a_fee_by_results_goes_by_each_months_own() -> None:
    june, july = full_month(date(2025, 6, 1)), full_month(date(2025, 7, 1))
    brought = {june: {"spend": D(1000), "leads": 50, "target_leads": 20, "revenue": D(9000), "refunds": D(1000)}}
    brought[july] = {**brought[june], "spend": D(2000)}
    fees = (
        Fee(june.first, D(300), of_spend=D("0.1"), per_lead=D(2), per_target_lead=D(5), of_sales=D("0.01")),
        Fee(july.first, of_spend=D("0.2")),
    )
    assert fee_of(fees, june, brought.__getitem__) == 300 + 100 + 100 + 100 + 80
    assert fee_of(fees, Period(june.first, july.last), brought.__getitem__) == 680 + 400


def test_a_fee_that_follows_an_unknown_result_is_unknown() -> None:
    by_lead = (Fee(date(2025, 6, 1), per_lead=D(2)),)
    assert fee_of(by_lead, full_month(date(2025, 6, 1)), lambda days: {"leads": None}) is None


def test_without_an_agreement_the_fee_is_unknown() -> None:
    assert fee_of((), full_month(date(2025, 6, 1))) is None


def test_a_fall_that_is_only_the_rate_is_none_in_constant_currency() -> None:
    assert constant_currency_growth({"USD": D(1000)}, {"USD": D(1000)}, {"USD": D(90)}) == 0
    assert constant_currency_growth({"USD": D(3), "RUB": D(0)}, {"USD": D(2)}, {"USD": D(9), "RUB": D(1)}) == D("0.5")
    assert constant_currency_growth({"EUR": D(3)}, {"USD": D(2)}, {"USD": D(9)}) is None


def test_sales_without_a_source_leave_the_internets_share_between_bounds() -> None:
    known: dict[str, D | int | None] = {
        "internet_revenue": D(30),
        "no_source_revenue": D(40),
        "business_revenue": D(100),
    }
    assert internet_share_bounds(known) == (D("0.3"), D("0.5"), D("0.7"))
    assert internet_share_bounds({**known, "internet_revenue": None}) is None
    assert internet_share_bounds({**known, "business_revenue": D(0)}) is None


def test_ads_pay_once_the_owed_part_of_sales_covers_them() -> None:
    assert break_even_incrementality(sums(60, 250, 100)) == D("0.6")
    assert break_even_incrementality(sums(60, 250, 0)) is None


def test_the_specifications_break_even_and_margins(shared: Callable[[str], Path]) -> None:
    golden = json.loads(shared("golden/04_breakeven_marginal_payback.json").read_text(encoding="utf-8"))
    margin_rate = D(str(golden["margin"]))
    for case in golden["check"]:
        revenue = int(case["roas"] * 1000)
        contribution = compute(sums(1000, revenue, revenue * 2 // 5), "contribution")["contribution"]
        assert contribution is not None
        assert (None if contribution == 0 else contribution > 0) == case["profitable"]
    with_fee = golden["break_even_with_fee"]
    got = compute(sums(with_fee["spend"], 500, 200, fee=with_fee["fee"]), "break_even_roas_with_fee")
    assert got == {"break_even_roas_with_fee": D(str(with_fee["roas_media_needed"]))}
    points = [SpendLevel(D(point["spend"]), D(point["net_revenue"])) for point in golden["marginal"]["points"]]
    elasticities = golden["arc_elasticity"]
    for before, after, expected, elasticity in zip(
        points, points[1:], golden["marginal"]["expected"], elasticities, strict=False
    ):
        found = step(before, after, margin_rate)
        assert found.average_roas == D(str(expected["avg_roas"]))
        assert found.marginal_roas == D(str(expected["marginal_roas"]))
        assert found.incremental_profit == D(str(expected["incremental_profit"]))
        assert found.elasticity == pytest.approx(elasticity)
    payback = golden["payback"]
    months = [D(str(month)) for month in payback["monthly_gross_profit_per_customer"]]
    assert payback_month(D(str(payback["cac"])), months) == payback["payback_month"]
    incremental = golden["incrementality"]
    row = sums(incremental["spend"], 4136458, 0)
    row["revenue"], row["cogs"] = D(str(incremental["net_revenue"])), D(str(incremental["net_revenue"])) * D("0.6")
    assert float(break_even_incrementality(row) or 0) == pytest.approx(incremental["break_even_incrementality"])


def test_the_specifications_vat_rates_levy_and_fee(shared: Callable[[str], Path]) -> None:
    golden = json.loads(shared("golden/11_vat_fx_fee.json").read_text(encoding="utf-8"))
    vat = golden["vat_change"]
    for year in ("2025", "2026"):
        assert net_of_vat(D(vat[f"spend_gross_{year}"]), D(str(vat[f"vat_{year}"]))) == D(str(vat[f"net_{year}"]))
    mixed = golden["mixed_basis"]
    net = net_of_vat(D(mixed["spend_gross"]), D(str(mixed["vat"])))
    assert net is not None
    assert compute(sums(int(net), mixed["net_revenue"], 0), "roas") == {"roas": D(str(mixed["roas_net"]))}
    kept = golden["vat_not_recoverable"]  # the tax is a cost: spend keeps it, and is no smaller for that
    roas = compute(sums(kept["spend_cost"], mixed["net_revenue"], 0), "roas")["roas"]
    assert float(roas or 0) == pytest.approx(kept["roas"]) == pytest.approx(mixed["roas_wrong"])
    gross = growth(D(vat["spend_gross_2026"]), D(vat["spend_gross_2025"]))
    assert float(gross or 0) == pytest.approx(vat["naive_growth"])
    fx = golden["fx"]
    then, now = (D(amount) for amount in fx["usd_spend"])
    constant = constant_currency_growth({"USD": now}, {"USD": then}, {"USD": D(fx["rate"][0])})
    assert constant == D(str(fx["constant_currency_growth"]))
    levy = golden["levy"]
    assert with_levy(D(levy["media_net"]), D(str(levy["levy_rate"]))) == levy["total"]
    assert levy["total"] / levy["cpl_full"] == levy["media_net"] / levy["cpl_media"]  # a lead each
    fee = golden["fee_allocation"]
    parts = allocate_fee(D(fee["fee"]), {key: D(spend) for key, spend in fee["spend"].items()})
    assert parts is not None
    assert {key: float(part) for key, part in parts.items()} == pytest.approx(fee["allocated"])
