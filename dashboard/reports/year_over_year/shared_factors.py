"""What works on all channels alike, in both years: the days, the demand, the goods on the shelf and their prices."""

from __future__ import annotations

from decimal import Decimal
from math import log

from dashboard.domain import metrics
from dashboard.domain.comparison import Pair
from dashboard.domain.series import SeriesKind
from dashboard.domain.year_over_year.lmdi import Factor
from dashboard.domain.year_over_year.losses import BOUGHT_ANOTHER
from dashboard.reports.year_over_year.goods import Goods
from dashboard.reports.year_over_year.series import Series, means
from dashboard.reports.year_over_year.stock import Stock

# Demand may work less or more than in proportion: an elasticity of 0.5 to 1.5 (method B6) as a 95 % interval about 1.
_ELASTICITY_SD = 0.5 / 1.96
# All of what was missing may be lost, or less by as many as usually buy another product instead.
_BOUGHT_ANOTHER_SD = float(BOUGHT_ANOTHER) / 1.96


def shared_factors(pair: Pair, series: Series, calendar: Factor, stock: Stock, goods: Goods) -> tuple[Factor, ...]:
    """The factors that are known for both periods; one that is not known is not there."""
    known = (
        calendar,
        _demand(pair, series),
        _availability(pair, stock, goods),
        _prices(goods) or price_index(pair, series),
    )
    return tuple(factor for factor in known if factor is not None and factor.then > 0 and factor.now > 0)


def _demand(pair: Pair, series: Series) -> Factor | None:
    known = series.demand(pair)
    if known is None or min(known) <= 0:
        return None
    then, now = known
    return Factor("demand", then, now, (_ELASTICITY_SD * log(now / then)) ** 2, shared=True)


def _availability(pair: Pair, stock: Stock, goods: Goods) -> Factor | None:
    """The share of all that sells that was there to be bought; goods of unknown stock are taken to have been there."""
    sold = sum((one.net_now + one.net_then for one in goods.products if one.name in stock.known), Decimal(0))
    a_day = metrics.share(goods.whole_now + goods.whole_then - sold, pair.now.days + pair.then.days)
    known = stock.shares_beside(a_day or Decimal(0))
    if known is None or min(known) <= 0:
        return None
    now, then = map(float, known)
    return Factor("availability", then, now, (_BOUGHT_ANOTHER_SD * log(now / then)) ** 2, shared=True)


def _prices(goods: Goods) -> Factor | None:
    """The price index of the goods that both years sold."""
    return None if goods.dearer is None else Factor("price", 1.0, goods.dearer, shared=True)


def price_index(pair: Pair, series: Series) -> Factor | None:
    """The uploaded price index of both periods; None where it is not known for most of their days."""
    known = means(series.of(SeriesKind.PRICE_INDEX), pair)
    return None if known is None else Factor("price", *known, shared=True)
