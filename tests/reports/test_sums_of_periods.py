"""Sums of whole months on the pages: the money is shown, the orders are not, and it is said."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from dashboard.domain.period import Period
from dashboard.i18n import Language
from dashboard.reports import campaigns, channels, summary
from dashboard.reports.selection import Selection
from dashboard.reports.year_over_year import report as year_over_year
from tests.reports.marts import Marts

LAST = date(2025, 6, 30)
JUNE = Selection(Period(date(2025, 6, 1), LAST))
TODAY = date(2025, 7, 2)


def of_a_month(amount: int = 600) -> Marts:
    marts = Marts()
    marts.spend(LAST, "google_ads", "implants", 60)
    for mart in ("funnel_day", "cohort_day"):
        marts.insert(mart, day=LAST, channel="no_source", revenue=amount, order_squares=amount**2)
    marts.covered(LAST, "orders_period", "1c", amount=amount)
    return marts


@pytest.mark.parametrize("page", [campaigns, channels, summary, year_over_year])
def test_a_page_says_how_much_of_its_revenue_is_such_sums(page: object) -> None:
    built = page.build(of_a_month(), JUNE, TODAY)  # type: ignore[attr-defined]
    (said,) = [one.text for one in built.caveats if one.id == "sums_of_periods"]
    assert "600" in Language("en").say(said)
    assert "no_source_of_sales" not in {one.id for one in built.caveats}
    assert built.measures["revenue"] in (600, 0)  # Summary's revenue is of the internet alone


@pytest.mark.parametrize("page", [campaigns, channels])
def test_where_all_sales_are_such_sums_orders_are_unknown_and_not_nought(page: object) -> None:
    built = page.build(of_a_month(), JUNE, TODAY)  # type: ignore[attr-defined]
    assert built.measures["orders"] is None
    assert (built.metrics["cpo"], built.metrics["aov"]) == (None, None)


@pytest.mark.parametrize("page", [campaigns, channels])
def test_beside_real_orders_those_are_counted(page: object) -> None:
    marts = of_a_month()
    marts.sale(date(2025, 6, 10), "google_ads", revenue=100, count=2)
    built = page.build(marts, JUNE, TODAY)  # type: ignore[attr-defined]
    assert (built.measures["orders"], built.measures["revenue"]) == (2, Decimal(800))


def test_a_period_that_ends_inside_the_month_has_none_of_its_sum() -> None:
    early = Selection(Period(date(2025, 6, 1), date(2025, 6, 29)))
    built = campaigns.build(of_a_month(), early, TODAY)
    assert "sums_of_periods" not in {one.id for one in built.caveats}
    assert not built.measures["revenue"]
