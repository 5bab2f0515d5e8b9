"""Money decisions beside the metrics: what the next unit of spend brings, when a customer pays back, VAT, levy, fee."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import log

from dashboard.domain.client import Fee, VatRate
from dashboard.domain.formula import EXACT
from dashboard.domain.metrics import Measures, compute, growth, share, value_of
from dashboard.domain.period import Period, full_month

Results = Callable[[Period], Measures]

ENOUGH_CHANGE = Decimal("0.2")
STORED_PRECISION = Decimal("0.0001")


@dataclass(frozen=True)
class SpendLevel:
    """What was spent and what it brought, at one level of spend, in money."""

    spend: Decimal
    net_revenue: Decimal


@dataclass(frozen=True)
class Step:
    """From one level of spend to the next. Ratios are plain (3.0), `incremental_profit` is money before fees."""

    average_roas: Decimal | None
    marginal_roas: Decimal | None
    elasticity: float | None
    incremental_profit: Decimal


def step(before: SpendLevel, after: SpendLevel, margin_rate: Decimal) -> Step:
    """What the change of spend brought. Marginal ROAS has no value where spend moved by less than a fifth."""
    more_spend, more_revenue = after.spend - before.spend, after.net_revenue - before.net_revenue
    change = growth(after.spend, before.spend)
    moved = change is not None and abs(change) >= ENOUGH_CHANGE
    a_unit = (more_revenue, more_spend) if more_spend > 0 else (-more_revenue, -more_spend)
    return Step(
        average_roas=share(after.net_revenue, after.spend),
        marginal_roas=share(*a_unit) if moved else None,
        elasticity=arc_elasticity(before, after) if moved else None,
        incremental_profit=EXACT.subtract(EXACT.multiply(margin_rate, more_revenue), more_spend),
    )


def arc_elasticity(before: SpendLevel, after: SpendLevel) -> float | None:
    """Per cent of revenue for a per cent of spend, between the two: ln(R1/R0) / ln(S1/S0). None without a change."""
    amounts = (before.spend, before.net_revenue, after.spend, after.net_revenue)
    if min(amounts) <= 0 or before.spend == after.spend:
        return None
    return log(after.net_revenue / before.net_revenue) / log(after.spend / before.spend)


def payback_month(cost_of_customer: Decimal, margin_by_month: Sequence[Decimal]) -> int | None:
    """The first month (1, 2, …) by whose end a customer's margin covers what he cost; None if none of these does."""
    earned = Decimal(0)
    for month, margin in enumerate(margin_by_month, start=1):
        earned += margin
        if earned >= cost_of_customer:
            return month
    return None


def break_even_incrementality(measures: Measures) -> Decimal | None:
    """The share of credited sales that must be owed to ads for them to pay: spend / margin, or 1 / (margin × ROAS)."""
    return share(value_of("spend", measures), value_of("margin", measures))


def internet_share_bounds(measures: Measures) -> tuple[Decimal, Decimal, Decimal] | None:
    """The internet's share of revenue if none, a like part, or all of the sales without a source came from it.

    `measures` are those of `metrics.across`; None where a part is unknown or there is no revenue.
    """
    internet, without, whole = (
        value_of(key, measures) for key in ("internet_revenue", "no_source_revenue", "business_revenue")
    )
    if internet is None or without is None or whole is None:
        return None
    low, high = share(internet, whole), share(internet + without, whole)
    middle = share(internet, whole - without)
    if low is None or high is None or middle is None:
        return None
    return low, middle, high


def vat_rate(rates: Sequence[VatRate], day: date) -> Decimal:
    """The rate in force on the day; 0 before the first."""
    in_force = [rate for rate in rates if rate.since <= day]
    return max(in_force, key=lambda rate: rate.since).rate if in_force else Decimal(0)


def net_of_vat(gross: Decimal, rate: Decimal) -> Decimal | None:
    """An amount without the tax that it includes."""
    return share(gross, 1 + rate)


def with_levy(net: Decimal, rate: Decimal) -> Decimal:
    """Spend with the advertising levy on top of it."""
    return EXACT.multiply(net, 1 + rate)


def fee_of(fees: Sequence[Fee], period: Period, results: Results | None = None) -> Decimal | None:
    """The fee for the period: each month's sum by its share of days, and what follows from the month's results.

    `results` gives the measures of the internet on days of one month; without it only sums a month are charged.
    None where no fee is agreed, or it follows a result that is unknown.
    """
    if not fees:
        return None
    charged = Decimal(0)
    for month in period.months():
        whole = full_month(month)
        part, fee = whole.overlap(period), fee_in_force(fees, whole.last)
        if part is None or fee is None:
            continue
        charged += fee.per_month if part == whole else (share(fee.per_month * part.days, whole.days) or Decimal(0))
        if fee.follows_results and results is not None:
            earned = _earned(fee, results(part))
            if earned is None:
                return None
            charged += earned
    return charged


def fee_in_force(fees: Sequence[Fee], day: date) -> Fee | None:
    """The newest fee agreed up to the day; None where there is none."""
    in_force = [fee for fee in fees if fee.since <= day]
    return max(in_force, key=lambda fee: fee.since) if in_force else None


def _earned(fee: Fee, results: Measures) -> Decimal | None:
    """What a fee by results comes to; None where a result that it follows is unknown."""
    earned = Decimal(0)
    for rate, measure in (
        (fee.of_spend, "spend"),
        (fee.per_lead, "leads"),
        (fee.per_target_lead, "target_leads"),
        (fee.of_sales, "net_revenue"),
    ):
        if rate:
            amount = value_of(measure, results)
            if amount is None:
                return None
            earned += EXACT.multiply(rate, amount)
    return earned


def allocate_fee(fee: Decimal, spend: Mapping[str, Decimal]) -> dict[str, Decimal] | None:
    """The fee spread by spend, to four decimals; the parts add up to it exactly. None where nothing was spent."""
    whole = sum(spend.values(), Decimal(0))
    parts = {key: share(EXACT.multiply(fee, amount), whole) for key, amount in spend.items()}
    known = {key: part.quantize(STORED_PRECISION) for key, part in parts.items() if part is not None}
    if not known or len(known) < len(parts):
        return None
    largest = max(known, key=lambda key: spend[key])
    known[largest] = fee - sum((part for key, part in known.items() if key != largest), Decimal(0))
    return known


def constant_currency_growth(
    now: Mapping[str, Decimal], before: Mapping[str, Decimal], rates_before: Mapping[str, Decimal]
) -> Decimal | None:
    """The growth of amounts by currency, both years at the earlier year's rates; None where a rate is missing."""
    if not {*now, *before} <= {*rates_before}:
        return None

    def converted(amounts: Mapping[str, Decimal]) -> Decimal:
        parts = (EXACT.multiply(amount, rates_before[currency]) for currency, amount in amounts.items())
        return sum(parts, Decimal(0))

    return growth(converted(now), converted(before))


def break_even_drr(measures: Measures) -> Decimal | None:
    """The spend per revenue at which margin just pays for the ads: the margin's share."""
    return compute(measures, "margin_rate")["margin_rate"]
