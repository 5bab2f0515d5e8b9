"""A change is news only where chance alone could hardly have made it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dashboard.domain.metrics import Measures
from dashboard.reports.change import change


def sums(leads: int = 0, spend: int = 0, orders: int = 0, each: int = 0) -> Measures:
    return {
        "leads": leads,
        "spend": Decimal(spend),
        "orders": orders,
        "revenue": Decimal(orders * each),
        "refunds": Decimal(0),
        "cogs": Decimal(0),
        "refunded_cogs": Decimal(0),
        "revenue_without_cost": Decimal(0),
        "order_squares": Decimal(orders * each * each),
    }


@pytest.mark.parametrize(("now", "then", "in_noise"), [(12, 8, True), (450, 300, False)])
def test_half_more_leads_is_noise_of_a_few_and_news_of_many(now: int, then: int, in_noise: bool) -> None:
    found = change("leads", sums(leads=now), sums(leads=then))
    assert found is not None
    assert (found.share, found.in_noise, found.is_better) == (Decimal("0.5"), in_noise, True)


def test_spend_has_no_chance_in_it_and_no_better_side() -> None:
    found = change("spend", sums(spend=101), sums(spend=100))
    assert found is not None
    assert (found.in_noise, found.is_better) == (False, None)


def test_a_lower_cost_per_lead_is_better() -> None:
    found = change("cpl", sums(leads=2000, spend=1000), sums(leads=1000, spend=1000))
    assert found is not None
    assert (found.share, found.is_better, found.in_noise) == (Decimal("-0.5"), True, False)


def test_the_contribution_is_as_unsure_as_its_orders() -> None:
    few = change("contribution", sums(orders=4, each=100), sums(orders=6, each=100))
    many = change("contribution", sums(orders=4000, each=100), sums(orders=6000, each=100))
    assert few is not None
    assert many is not None
    assert (few.in_noise, many.in_noise) == (True, False)


def test_without_a_base_there_is_no_change() -> None:
    assert change("leads", sums(leads=5), sums()) is None
    assert change("cpl", sums(spend=5), sums(leads=1, spend=1)) is None
