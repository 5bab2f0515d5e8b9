"""Shops with and without ads, week by week, and what is told of them."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np

from dashboard.reports import freshness
from dashboard.reports.year_over_year.without_ads.outcome import WithoutAds
from dashboard.reports.year_over_year.without_ads.report import without_ads
from tests.reports.marts import Marts

MONDAY = date(2024, 1, 1)
BEGAN = 66  # weeks before the ads


def shop(
    *, weeks: int = 90, lift: float = 0.5, spend_before: int = 0, began: int = BEGAN, demand: bool = True, seed: int = 1
) -> Marts:
    """About fifty orders of 100 a week that go along with their demand; from week `began` on there are ads."""
    marts, chance = Marts(), np.random.default_rng(seed)
    wanted = 1000 + 200 * np.sin(np.arange(weeks) / 8) + chance.normal(0, 20, weeks)
    sold, searched, covered = [], [], []
    for week in range(weeks):
        first = MONDAY + timedelta(weeks=week)
        orders = int(chance.poisson(wanted[week] / 20))
        paid = int(chance.poisson(wanted[week] / 20 * lift)) if week >= began else 0
        sold.append(sale(first, "organic_search", orders))
        sold.append(sale(first, "google_ads", paid, spend=700 if week >= began else spend_before))
        searched.append(f"('{first}', '{first + timedelta(days=6)}', 'demand', 'kettles', '', {int(wanted[week])})")
        covered += [f"('{day}', 'orders', 'shopify', 1)" for day in (first, first + timedelta(days=6))]
    write(marts, SOLD, sold)
    write(marts, "series_span", searched if demand else [])
    write(marts, "coverage_day (day, kind, platform, row_count)", covered)
    return marts


SOLD = "funnel_day (day, channel, product, orders, revenue, refunds, cogs, order_squares, spend)"


def sale(day: date, channel: str, orders: int, *, product: str = "", spend: int = 0) -> str:
    """Orders of 100 with 40 of margin."""
    return (
        f"('{day}', '{channel}', '{product}', {orders}, {orders * 100}, 0, {orders * 60}, {orders * 10_000}, {spend})"
    )


def write(marts: Marts, table: str, rows: list[str]) -> None:
    """Many rows at once; what they do not name is zero or empty."""
    if not rows:
        return
    name = table.split()[0]
    marts.connection.execute(f"create temp table arriving as select * from {name} limit 0")
    for column, kind in zip(marts.connection.table(name).columns, marts.connection.table(name).types, strict=True):
        blank = "''" if str(kind) == "VARCHAR" else "null" if str(kind) == "DATE" else "0"
        marts.connection.execute(f"alter table arriving alter {column} set default {blank}")
    marts.connection.execute(f"insert into {table.replace(name, 'arriving')} values {', '.join(rows)}")
    marts.connection.execute(f"insert into {name} select * from arriving; drop table arriving")


def regions_of(marts: Marts, names: list[str], treated: int, lift: float, *, weeks: int = 90, seed: int = 3) -> None:
    """Regions that sell about 2000 a week each and go up and down together; the first `treated` gain by the ads."""
    chance = np.random.default_rng(seed)
    together = 20 + 3 * np.sin(np.arange(weeks) / 8) + np.cumsum(chance.normal(0, 0.3, weeks))
    rows = []
    for week in range(weeks):
        for place, name in enumerate(names):
            gain = 1 + lift if place < treated and week >= BEGAN else 1
            orders = int(chance.poisson(max(1.0, together[week] * gain)))
            rows.append(f"('{MONDAY + timedelta(weeks=week)}', '{name}', 'Kettle', {orders}, {orders * 100}, 0)")
    write(marts, "goods_day (day, location, product, orders, revenue, refunds)", rows)


def happened(marts: Marts, week: int, what: str, text: str) -> None:
    day = MONDAY + timedelta(weeks=week)
    marts.insert("event_day", day=day, day_to=day, what=what, text=text)


def told(marts: Marts, weeks: int = 90) -> WithoutAds:
    today = MONDAY + timedelta(weeks=weeks)
    return without_ads(marts, freshness.sources(marts, today), today)  # type: ignore[arg-type]
