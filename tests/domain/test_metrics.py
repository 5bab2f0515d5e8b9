"""How metrics come out of sums: what is unknown stays unknown, and every law of ratios holds."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain import metrics
from dashboard.domain.formula import Formula, looking_in
from dashboard.domain.measures import STORED, stored_needs
from dashboard.domain.metrics import METRICS, across, compute, compute_total, growth, share, total, why_missing
from dashboard.domain.phrase import Money, Number, Phrase, Term, say

D = Decimal
MONEY = tuple(key for key in STORED if metrics.MEASURES[key].unit == "money")
COUNTS = tuple(key for key in STORED if key not in MONEY and key != "order_squares")
ZERO: dict[str, Any] = {key: D(0) if key in MONEY else 0 for key in STORED}

amounts = st.decimals(min_value=0, max_value=10**9, places=4, allow_nan=False, allow_infinity=False)
rows = st.fixed_dictionaries(
    {key: amounts for key in MONEY if key != "revenue_without_cost"}
    | {key: st.integers(0, 10**7) for key in COUNTS}
    | {"revenue_without_cost": st.just(D(0)), "order_squares": amounts},
)


def values(*measured: dict[str, Any]) -> dict[str, D | None]:
    return compute(total(measured))


@given(rows, rows)
def test_a_ratio_of_a_union_lies_between_the_parts(one: dict[str, Any], other: dict[str, Any]) -> None:
    first, second, union = values(one), values(other), values(one, other)
    for key in METRICS:
        if "with_fee" in key:
            continue  # a product of sums: not a ratio of two sums
        a, b, both = first[key], second[key], union[key]
        if a is not None and b is not None and both is not None:
            slack = D("1e-20") * (abs(a) + abs(b) + 1)
            assert min(a, b) - slack <= both <= max(a, b) + slack, key


@given(rows)
def test_a_zero_row_changes_nothing(row: dict[str, Any]) -> None:
    assert values(row, ZERO) == values(row)


@given(rows)
def test_two_halves_are_the_whole(row: dict[str, Any]) -> None:
    doubled = {key: value * 2 for key, value in row.items()}
    assert values(row, row) == values(doubled)


@given(rows, st.sampled_from([D(90), D("0.01"), D(1000)]))
def test_another_currency_scales_money_and_leaves_ratios(row: dict[str, Any], rate: D) -> None:
    scaled = {key: value * rate if key in MONEY else value for key, value in row.items()}
    before, after = compute(row), compute(scaled)
    for key, metric in METRICS.items():
        was, now = before[key], after[key]
        if was is None or now is None:
            assert was is now is None, key
            continue
        expected = was * rate if metric.unit == "money" else was
        assert abs(now - expected) <= D("1e-20") * (abs(expected) + 1), key


@given(rows, st.sampled_from(STORED))
def test_what_is_unknown_makes_all_that_needs_it_unknown(row: dict[str, Any], unknown: str) -> None:
    found = values({**row, unknown: None}, row)
    for key, metric in METRICS.items():
        names = [*Formula(metric.numerator).names, *Formula(metric.denominator).names]
        if unknown in {need for name in names for need in stored_needs(name)}:
            assert found[key] is None, key


@given(rows)
def test_every_missing_value_has_its_reason_and_no_other_has_one(row: dict[str, Any]) -> None:
    summed = {**total([row]), "internet_revenue": D(1), "no_source_revenue": D(0), "business_revenue": D(0)}
    for key, value in compute(summed).items():
        assert (why_missing(key, summed) is None) == (value is not None), key


def test_money_is_exact_to_the_last_digit() -> None:
    many = [{"revenue": D("0.1"), "refunds": D(0)} for _ in range(10)] + [{"revenue": D(10) ** 20, "refunds": D(0)}]
    assert compute(total(many), "net_revenue") == {"net_revenue": D("100000000000000000001.0")}


def test_a_denominator_that_is_not_above_zero_gives_no_value() -> None:
    assert compute({"spend": D(10), "leads": 0}, "cpl") == {"cpl": None}
    assert compute({"spend": D(-10), "revenue": D(5), "refunds": D(0)}, "roas") == {"roas": None}


def test_revenue_of_unknown_cost_makes_the_margin_unknown_and_says_how_much_it_is() -> None:
    sums = {"spend": D(100), "revenue": D(50000), "refunds": D(0), "cogs": D(9), "refunded_cogs": D(0)}
    sums["revenue_without_cost"] = D(12000)
    assert compute(sums, "romi", "margin", "roas") == {"romi": None, "margin": None, "roas": D(500)}
    assert why_missing("romi", sums, currency="RUB") == say(
        "margin unknown for {amount} of revenue", amount=Money(D(12000), "RUB")
    )
    assert why_missing("margin", sums) == say("margin unknown for {amount} of revenue", amount=Number(D(12000)))
    assert why_missing("roas", sums) is None


def test_a_margin_is_unknown_where_nobody_says_that_all_costs_are_known() -> None:
    assert compute({"revenue": D(5), "refunds": D(0), "cogs": D(1), "refunded_cogs": D(0)}, "margin")["margin"] is None


SOLD = {"revenue": D(10), "refunds": D(0), "refunded_cogs": D(0), "revenue_without_cost": D(0)}


@pytest.mark.parametrize(
    ("key", "sums", "reason"),
    [
        ("cpc", {"spend": D(5), "clicks": 0}, say("no clicks")),
        ("cpl", {"spend": D(0), "leads": 3}, say("no spend")),
        ("cpl", {"spend": D(5), "leads": 0}, say("no leads")),
        ("target_rate", {"target_leads": 0, "leads_marked": 0}, say("no lead is marked as on target or not")),
        ("drr", {"spend": D(5), "revenue": D(5), "refunds": D(5)}, say("no revenue after refunds")),
        ("mer_full", {"revenue": D(5), "refunds": D(0), "spend": D(0), "fee": D(0)}, say("no spend and no fee")),
        ("profit", {"spend": D(5)}, say("not known: {measure}", measure=Term("Revenue before refunds"))),
        (
            "break_even_roas",
            {**SOLD, "cogs": D(10)},
            say("no ROAS is enough: there is no margin to pay for ads"),
        ),
    ],
)
def test_a_missing_value_has_its_reason(key: str, sums: dict[str, D | int | None], reason: Phrase) -> None:
    assert compute(sums, key) == {key: None}
    assert why_missing(key, sums) == reason


def test_no_roas_is_enough_without_a_margin() -> None:
    assert compute({**SOLD, "cogs": D(11), "spend": D(5), "fee": D(1)}, "break_even_roas_with_fee") == {
        "break_even_roas_with_fee": None
    }


def test_rows_are_summed_by_what_they_have_in_common() -> None:
    daily = [
        {"day": 1, "channel": "email", "spend": D(1), "leads": 1},
        {"day": 1, "channel": "maps", "spend": D(2), "leads": 2},
        {"day": 2, "channel": "email", "spend": D(4), "leads": 4},
    ]
    assert total(daily) == {"spend": D(7), "leads": 7}
    assert total(daily, by="channel") == {"email": {"spend": D(5), "leads": 5}, "maps": {"spend": D(2), "leads": 2}}
    assert list(total(daily, by=("day", "channel"))) == [(1, "email"), (1, "maps"), (2, "email")]
    assert total(daily, by=lambda row: row["day"] > 1)[True] == {"spend": D(4), "leads": 4}


def test_the_sum_of_no_rows_is_zero_and_knows_no_fee() -> None:
    nothing = total([])
    assert nothing["spend"] == 0
    assert nothing["leads"] == 0
    assert "fee" not in nothing


def test_a_measure_that_a_row_does_not_have_adds_nothing() -> None:
    assert total([{"spend": D(1)}, {"leads": 2}]) == {"spend": D(1), "leads": 2}


def channel(key: str, revenue: int, spend: int = 0) -> dict[str, Any]:
    return {"channel": key, "revenue": D(revenue), "refunds": D(0), "spend": D(spend)}


def test_the_internets_share_counts_only_what_is_known_to_come_from_it() -> None:
    found = [channel("email", 30), channel("offline", 50), channel("no_source", 20)]
    assert compute_total(found, "internet_share", "no_source_share") == {
        "internet_share": D("0.3"),
        "no_source_share": D("0.2"),
    }
    known = across(found, business_revenue=D(300))
    assert compute(known, "internet_share") == {"internet_share": D("0.1")}


def test_rows_without_a_channel_say_nothing_of_the_internets_share() -> None:
    assert compute_total([{"revenue": D(5), "refunds": D(0)}], "internet_share") == {"internet_share": None}


def test_a_paid_channels_day_without_spend_is_still_paid() -> None:
    free_click = {**channel("google_ads", 0), "impressions": 10, "clicks": 5}
    organic = {**channel("organic_search", 0), "impressions": 0, "clicks": 95}
    assert compute_total([free_click, organic], "ctr") == {"ctr": D("0.5")}


def test_a_share_needs_a_whole_and_a_growth_needs_a_base() -> None:
    assert share(1, 4) == D("0.25")
    assert share(1, 0) is None
    assert share(None, 4) is None
    assert growth(D(3), D(2)) == D("0.5")
    assert growth(D(3), D(0)) is None
    assert growth(D(3), None) is None


def test_a_metric_has_a_label_and_its_formula_in_words_of_measures() -> None:
    assert metrics.labels(["roas", "spend"]) == ["ROAS", "Spend"]
    assert METRICS["romi_full"].formula == "(margin - spend - fee) / (spend + fee)"
    assert METRICS["cpl"].formula == "spend / leads"


@pytest.mark.parametrize(
    "text", ["spend / leads", "max(spend, fee)", "spend ** 2", "-spend", "spend.real", "1.5 * fee"]
)
def test_a_formula_has_only_sums_differences_and_products(text: str) -> None:
    with pytest.raises(ValueError, match="not a formula"):
        Formula(text)


def test_a_formula_names_its_measures_once_in_order() -> None:
    formula = Formula("(spend + fee) * spend - 2")
    assert formula.names == ("spend", "fee")
    assert formula.value(looking_in({"spend": 3, "fee": 1})) == 10
    assert formula.value(looking_in({"spend": 3})) is None


def test_an_unknown_name_is_no_metric() -> None:
    with pytest.raises(KeyError):
        compute({}, "clickz")
    with pytest.raises(KeyError):
        metrics.described("clickz")
