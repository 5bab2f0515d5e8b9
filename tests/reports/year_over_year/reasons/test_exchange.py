"""The rate of a currency: what it made of spend and of sales (golden 11)."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from dashboard.reports.year_over_year.currencies import Held
from tests.reports.marts import CLINIC, Marts
from tests.reports.year_over_year.telling import both, found, report, said, unknown

SALE_THEN, SALE_NOW = date(2024, 12, 3), date(2025, 12, 3)


def two_years(kind: str, now: tuple[int, int], then: tuple[int, int] | None, currency: str = "USD") -> Marts:
    """So many dollars on a day of each December, and what its rate made of them; a half of all sales is cost."""
    marts = Marts(profile=replace(CLINIC, vat=(), country="KZ"))
    for _ in both(marts):
        pass
    for day, amounts in ((SALE_THEN, then), (SALE_NOW, now)):
        marts.sale(day, "direct", revenue=200_000, count=10, cogs=100_000)
        if amounts is None:
            continue
        own, converted = amounts
        marts.foreign(day, kind, "google_ads", own, converted, currency)
        if kind == "ads":
            marts.spend(day, "google_ads", "Brand", converted)
        else:
            marts.sale(day, "google_ads", revenue=converted // 10, count=10, cogs=converted // 20)
    return marts


def test_spend_at_another_rate_is_told_at_the_earlier_one(shared: Callable[[str], Path]) -> None:
    expected = json.loads(shared("golden/11_vat_fx_fee.json").read_text(encoding="utf-8"))["fx"]
    told = report(two_years("ads", now=(1000, 81_000), then=(1000, 90_000)))
    (reason,) = found(told, "Y14")
    assert reason.caveat.figure == -Decimal(str(expected["lmdi_fx"])) == 9000  # less spent is more left
    assert said(reason) == (
        "USD cost 81.00 now and 90.00 then. What was spent in it changed by −10.0%, at the earlier rate by 0.0%: "
        "−₽9,000 of spend is the rate."
    )
    assert said(reason, "ru").startswith("Курс USD сейчас 81,00, тогда был 90,00. Расход в этой валюте")
    left = told.profit_bridge
    assert left is not None
    assert {line.key: line.amount for line in left.lines if line.amount} == {"currency": 9000}


def test_sales_at_another_rate_are_a_line_of_their_own() -> None:
    told = report(two_years("sales", now=(10_000, 810_000), then=(10_000, 900_000)))
    assert told.bridge is not None
    assert {line.key: line.amount for line in told.bridge.lines if line.amount} == {"currency": -90_000}
    assert told.bridge.comparable.growth == 0
    (reason,) = found(told, "Y14")
    assert (reason.caveat.figure, reason.line) == (-90_000, "currency")
    assert "at the earlier rate by 0.0%: −₽90k of revenue is the rate" in said(reason)
    left = told.profit_bridge
    assert left is not None
    assert {line.key: line.amount for line in left.lines if line.amount} == {"currency": -45_000}


def test_more_sold_at_a_lower_rate_is_two_lines() -> None:
    told = report(two_years("sales", now=(12_000, 972_000), then=(10_000, 900_000)))
    assert told.bridge is not None
    found_lines = {line.key: line.amount for line in told.bridge.lines if line.amount}
    assert found_lines["currency"] == 972_000 - 1_080_000
    assert sum(found_lines.values()) == 72_000


def test_a_currency_that_is_new_has_no_earlier_rate() -> None:
    told = report(two_years("ads", now=(1000, 81_000), then=None))
    assert not found(told, "Y14")


def test_amounts_without_a_rate_leave_it_untold() -> None:
    marts = two_years("ads", now=(1000, 90_000), then=(1000, 90_000))
    marts.insert("unconverted_day", day=SALE_THEN, kind="ads", platform="google_ads", currency="EUR", amount=7)
    (reason,) = unknown(report(marts), "Y14")
    assert said(reason).startswith("Amounts in EUR have no rate for all of their days")


def test_a_rate_that_stayed_is_not_news() -> None:
    assert not found(report(two_years("ads", now=(2000, 180_000), then=(1000, 90_000))), "Y14")


def test_a_rate_is_the_mean_of_its_days() -> None:
    assert (Held(Decimal(100), Decimal(9000)) + Held(Decimal(300), Decimal(24_000))).rate == Decimal("82.5")
    assert Held().rate is None
