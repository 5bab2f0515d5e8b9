"""Lost callers and missing goods in gross profit."""

from __future__ import annotations

from decimal import Decimal

from dashboard.domain.year_over_year.losses import lost_callers_worth, shortage


def test_sixty_lost_callers_are_worth_less_than_a_hundred_missed_calls() -> None:
    # An answered lead: 60 % on target, of which 25 % buy for 50,000, of which 95 % is kept, at a margin of 40 %.
    answered = Decimal("0.6") * Decimal("0.25") * 50_000 * Decimal("0.95") * Decimal("0.4")
    assert lost_callers_worth(60, answered) == 119_700
    assert lost_callers_worth(100, answered, Decimal(1)) == 285_000
    assert lost_callers_worth(60, None) is None


def test_a_product_that_was_missing_cost_its_profit_and_its_ads() -> None:
    missing = shortage(Decimal(60), Decimal(5000), Decimal("0.4"), Decimal(40_000))
    assert (missing.revenue, missing.profit, missing.whole) == (210_000, 84_000, 124_000)
    nobody_else = shortage(Decimal(60), Decimal(5000), Decimal("0.4"), Decimal(0), Decimal(0))
    assert nobody_else.profit == 120_000
