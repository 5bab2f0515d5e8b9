"""Reasons of competition: what others charge for the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from math import exp, log

from dashboard.domain import metrics
from dashboard.domain.caveats import WORTH_OF_BASE, Caveat, Severity
from dashboard.domain.economics import vat_rate
from dashboard.domain.period import Period
from dashboard.domain.phrase import Percent, say, say_n
from dashboard.domain.series import SeriesKind
from dashboard.domain.year_over_year.market import demand_at_price
from dashboard.reports.year_over_year.facts import CLIENTS, Facts, Reason
from dashboard.reports.year_over_year.reasons.catalogue import cannot_be_told
from dashboard.reports.year_over_year.reasons.weighing import sentences

GAP_MOVED = 0.05
HOLDS = timedelta(days=92)  # so long a price that was seen is taken for the price


def prices_of_others(facts: Facts) -> Iterator[Reason]:
    """Y17: the client became dearer, or cheaper, beside what others charge for the same."""
    gaps = _gaps(facts)
    if gaps is None:
        if facts.goods.has_pieces and facts.goods.matched:
            text = (
                say("The uploaded prices of competitors do not cover the client's products in both periods.")
                if facts.series.has(SeriesKind.MARKET_PRICE)
                else say("Nobody uploaded what competitors charge for the client's products.")
            )
            yield cannot_be_told("Y17", text, upload="market-prices")
        return
    now, then = gaps
    if abs(now.gap - then.gap) <= GAP_MOVED:
        return
    usual = [demand_at_price(gap) for gap in (now.gap, then.gap)]
    of_base = metrics.share(Decimal(now.revenue), facts.change.now)
    if usual[0] is None or not usual[1] or of_base is None or of_base < WORTH_OF_BASE:
        return
    text = sentences(
        say_n(
            "Against competitors' prices the client's stand at {now}, {then} then ({count} product).",
            "Against competitors' prices the client's stand at {now}, {then} then ({count} products).",
            count=now.products,
            now=Percent(now.gap, signed=True),
            then=Percent(then.gap, signed=True),
        ),
        say(
            "By the mean of published studies such a move goes with {units} of pieces of these: an order of magnitude, "
            "and no measurement.",
            units=Percent(usual[0] / usual[1] - 1, signed=True),
        ),
    )
    yield Reason(
        Caveat("Y17", Severity.MEDIUM, text, None, of_base),
        say("The uploaded prices, the median of each day; the client's own are what was paid a piece."),
        CLIENTS,
        settled_by=say("A dozen changes of the client's own prices with what was sold before and after."),
    )


@dataclass(frozen=True)
class Gap:
    """How far the client's prices lie above others' in one year (0.1 is 10 %), by revenue; of how many products."""

    gap: float
    products: int
    revenue: float


def _gaps(facts: Facts) -> tuple[Gap, Gap] | None:
    """Now and then, over the same products at this year's revenue; None where no product is known in both."""
    own = {product.name.casefold(): product for product in facts.goods.matched} if facts.goods.has_pieces else {}
    taxes = [_tax(facts, period) for period in (facts.basis.pair.now, facts.basis.pair.then)]
    logs: list[tuple[float, float, float]] = []
    for name in facts.series.names(SeriesKind.MARKET_PRICE):
        product = own.get(name.casefold())
        others = facts.series.of(SeriesKind.MARKET_PRICE, name)
        now, then = (_charged(others, period) for period in (facts.basis.pair.now, facts.basis.pair.then))
        if product is None or now is None or then is None:
            continue
        paid_now, paid_then = product.gross_now / product.units_now, product.gross_then / product.units_then
        logs.append(
            (
                float(product.gross_now),
                log(float(paid_now) * (1 + taxes[0]) / now),
                log(float(paid_then) * (1 + taxes[1]) / then),
            )
        )
    whole = sum(weight for weight, _, _ in logs)
    if not whole:
        return None
    gaps = [exp(sum(one[0] * one[place] for one in logs) / whole) - 1 for place in (1, 2)]
    return Gap(gaps[0], len(logs), whole), Gap(gaps[1], len(logs), whole)


def _charged(others: Mapping[date, float], period: Period) -> float | None:
    """What others charged: the mean of the days on which somebody looked, else what was seen last, not long before."""
    seen = [value for day, value in others.items() if day in period]
    if not seen:
        seen = [value for day, value in others.items() if period.first - HOLDS <= day < period.first][-1:]
    mean = sum(seen) / len(seen) if seen else 0.0
    return mean if mean > 0 else None


def _tax(facts: Facts, period: Period) -> float:
    """What buyers pay on top of the books, which are without a tax that is deducted; competitors' prices hold it."""
    return float(vat_rate(facts.profile.vat, period.last)) if facts.profile.vat_deductible else 0.0
