"""VAT, the levy on ads, and a fee of one year only (golden 11)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from dashboard.domain.client import Fee, VatRate
from dashboard.domain.period import Period
from tests.reports.marts import CLINIC, Marts
from tests.reports.year_over_year.telling import days, found, report, said

RATES = (VatRate(date(2019, 1, 1), Decimal("0.2")), VatRate(date(2026, 1, 1), Decimal("0.22")))
MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))


def marches(now: int, then: int) -> Marts:
    """Ads of so much in March 2025 and 2026, and 5,000 of revenue in each."""
    marts = Marts(profile=replace(CLINIC, vat=RATES, vat_deductible=False))
    for year, spend in ((2025, then), (2026, now)):
        for day in days(date(year, 3, 1), 31):
            marts.covered(day, "deals", "bitrix24")
        marts.sale(date(year, 3, 3), "google_ads", revenue=5000, cogs=3000, count=1)
        marts.spend(date(year, 3, 3), "google_ads", "Brand", spend)
    return marts


def told(marts: Marts) -> list[str]:
    return [said(reason) for reason in found(report(marts, date(2026, 4, 20), MARCH), "Y15")]


def test_spend_that_grew_by_the_tax_alone_is_told_so() -> None:
    assert told(marches(now=1220, then=1200))[1] == (
        "VAT is 22% now and was 20% then, and spend includes it: spend changed by +1.7% with it, by 0.0% without."
    )


def test_where_the_tax_is_deducted_nothing_is_unlike() -> None:
    marts = marches(now=1220, then=1200)
    marts.profile = replace(marts.profile, vat_deductible=True)
    assert not [text for text in told(marts) if "VAT" in text]


def test_a_basis_that_was_changed_between_the_years_is_told() -> None:
    marts = marches(now=1000, then=1200)
    marts.profile = marts.profile.with_dated(date(2025, 9, 1), vat_deductible=True)
    assert told(marts)[0] == (
        "Spend of one period includes VAT and of the other does not (0% now, 20% then): it changed by −16.7% as it "
        "stands, by 0.0% without VAT in both."
    )


def test_the_levy_on_ads_is_said_where_it_matters() -> None:
    texts = told(marches(now=1220, then=1200))
    assert texts[0] == (
        "Since April 2025 ads in Russia bear a levy of 3%, which is in no platform's spend: on this period's ads it "
        "comes to about ₽36.60, on the earlier ones to nothing."
    )
    assert not [text for text in told(marches(now=10, then=10)) if "levy" in text]  # 30 kopecks


def test_the_levy_is_none_elsewhere() -> None:
    marts = marches(now=1220, then=1200)
    marts.profile = replace(marts.profile, country="KZ", vat=())
    assert not told(marts)


@pytest.mark.parametrize(("since", "expected"), [(date(2025, 9, 1), True), (date(2025, 1, 1), False)])
def test_a_fee_of_one_year_only_leaves_profit_uncompared(since: date, expected: bool) -> None:
    marts = marches(now=10, then=10)
    marts.profile = replace(marts.profile, vat=(), fees=(Fee(since, per_month=Decimal(300)),))
    assert told(marts) == (
        [
            "The agency's fee of ₽300 stands in this period alone; none is stated for the earlier one. Contribution "
            "can be compared, profit cannot."
        ]
        if expected
        else []
    )


def sold(now: tuple[int, int], then: tuple[int, int]) -> Marts:
    """Ten orders in March of both years: what they brought without the tax, and the tax that their exports told."""
    marts = Marts(profile=replace(CLINIC, vat=RATES))
    for year, (net, tax) in ((2025, then), (2026, now)):
        for day in days(date(year, 3, 1), 31):
            marts.covered(day, "orders", "one_c")
        marts.sale(date(year, 3, 3), "organic_search", revenue=net // 10, cogs=None, count=10)
        marts.insert("funnel_day", day=date(year, 3, 3), channel="organic_search", vat=tax)
    return marts


def test_growth_by_the_rate_of_the_tax_alone_is_its_line_in_the_bridge() -> None:
    (reason,) = found(made := report(sold((10000, 2200), (10000, 2000)), date(2026, 4, 20), MARCH), "Y15")
    assert said(reason) == (
        "Exports of sales include VAT: 22% on revenue now, 20% then. Revenue changed by +1.7% with it, by 0.0% "
        "without, as the figures of channels, products and months are."
    )
    assert made.bridge is not None
    assert (made.bridge.reported.then, made.bridge.reported.now) == (12000, 12200)
    assert {line.key: (line.amount, line.se) for line in made.bridge.lines if line.amount} == {"vat": (200, 0.0)}
    assert (reason.caveat.figure, reason.line) == (200, "vat")
    assert made.bridge.comparable.growth == 0
    assert (made.basis.revenue.then, made.basis.revenue.now) == (12000, 12200)
    assert made.changes["net_revenue"].now == 10000


def test_a_tax_that_one_years_exports_tell_is_taken_out_of_that_year() -> None:
    # Golden 22: 500,000 of last year's 12.0 million are the tax of an export that included it.
    made = report(sold((11400, 0), (11500, 500)), date(2026, 4, 20), MARCH)
    (reason,) = found(made, "Y15")
    assert said(reason).startswith("Exports of one period's sales include VAT and those of the other do not (0% on")
    assert reason.caveat.figure == -500
    assert made.bridge is not None
    assert (made.bridge.reported.then, made.bridge.comparable.then) == (12000, 11500)


def test_a_tax_that_weighs_alike_in_both_years_is_in_neither_end() -> None:
    made = report(sold((12000, 2400), (10000, 2000)), date(2026, 4, 20), MARCH)
    assert not found(made, "Y15")
    assert made.bridge is not None
    assert (made.bridge.reported.then, made.bridge.reported.now) == (10000, 12000)
