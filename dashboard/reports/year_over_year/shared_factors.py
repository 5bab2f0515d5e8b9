"""What works on all channels alike, in both years: the days, the demand, the goods on the shelf and their prices."""

from __future__ import annotations

from math import log

from dashboard.domain.comparison import Pair
from dashboard.domain.series import SeriesKind
from dashboard.domain.year_over_year.lmdi import Factor
from dashboard.reports.year_over_year.series import Series, means

# Demand may work less or more than in proportion: an elasticity of 0.5 to 1.5 (method B6) as a 95 % interval about 1.
_ELASTICITY_SD = 0.5 / 1.96


def shared_factors(pair: Pair, series: Series, calendar: Factor) -> tuple[Factor, ...]:
    """The factors that are known for both periods; one that is not known is not there."""
    return tuple(
        factor
        for factor in (calendar, _demand(pair, series), price_factor(pair, series))
        if factor is not None and factor.then > 0 and factor.now > 0
    )


def _demand(pair: Pair, series: Series) -> Factor | None:
    known = means(series.demand, pair)
    if known is None or min(known) <= 0:
        return None
    then, now = known
    return Factor("demand", then, now, (_ELASTICITY_SD * log(now / then)) ** 2, shared=True)


def price_factor(pair: Pair, series: Series) -> Factor | None:
    """The uploaded price index of both periods; None where it is not known for most of their days."""
    known = means(series.of(SeriesKind.PRICE_INDEX), pair)
    return None if known is None else Factor("price", *known, shared=True)
