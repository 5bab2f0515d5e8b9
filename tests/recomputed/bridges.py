"""The bridge between two years of the demo, from sums made anew: books, days of the lead, sales to come, and parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from math import log, sqrt

from tests.recomputed.people import NOBODY, Client, Sums

Days = tuple[date, date]
OLD_ENOUGH, HISTORY = 120, 540  # days: leads so old have no more to bring; leads so long ago still tell


def to_come(client: Client, now: Days, as_of: date) -> float:
    """The revenue that the leads of these days are still to bring (Bornhuetter and Ferguson, PCAS 59)."""
    last = min(as_of - timedelta(days=OLD_ENOUGH), now[0] - timedelta(days=1))
    first = last - timedelta(days=HISTORY)
    ages = sorted((one.sale.sold - one.lead_day).days for one in client.sales if first <= one.lead_day <= last)
    old_leads = sum(first <= lead.day <= last for lead in client.leads)
    young = [lead.day for lead in client.leads if now[0] <= lead.day <= now[1]]
    complete = sum(sum(age <= (as_of - day).days for age in ages) / len(ages) for day in young) / len(young)
    own = [one.sale.revenue for one in client.sales if now[0] <= one.lead_day <= now[1]]
    orders = len(young) * len(ages) / old_leads * (1 - complete)
    return orders * float(sum(own)) / len(own)


def sources_are_alike(*years: Mapping[str, Sums]) -> bool:
    """Whether the share of revenue without a source differs by five points at most, or by no more than chance makes."""
    shares, variances = [], []
    for year in years:
        without, whole = year.get(NOBODY, Sums()), float(sum(of.net for of in year.values()))
        part, squares = float(without.net) / whole, float(sum(of.squares for of in year.values()))
        own = float(without.squares)
        shares.append(part)
        variances.append(((1 - part) ** 2 * own + part**2 * (squares - own)) / whole**2)
    moved = abs(shares[1] - shares[0])
    return moved <= 0.05 or moved < 1.96 * sqrt(sum(variances))


def parts(
    then: Mapping[str, Sums], now: Mapping[str, Sums], common: Mapping[str, tuple[float, float]], raised: float
) -> dict[str, float]:
    """What each factor is worth over the channels of both years; `raised` is by how much this year's orders are.

    Channels that brought leads of which fewer became orders are funnels; the rest sell without leads.
    """
    both = {name: (then[name], now[name]) for name in then if name in now}
    funnels = {name: pair for name, pair in both.items() if all(of.leads and of.orders <= of.leads for of in pair)}
    worth: dict[str, float] = {}
    for kind, of_leads in ((funnels, True), ({n: p for n, p in both.items() if n not in funnels}, False)):
        counted = [[of.leads if of_leads else of.orders for of in pair] for pair in kind.values()]
        whole = [sum(year) for year in zip(*counted, strict=True)] or [0, 0]
        for pair, counts in zip(kind.values(), counted, strict=True):
            factors = _factors(pair, counts, whole, common, raised, of_leads=of_leads)
            before, after = (float(of.net) * by for of, by in zip(pair, (1.0, raised), strict=True))
            mean = before if before == after else (after - before) / log(after / before)
            for key, (was, is_now) in factors.items():
                worth[key] = worth.get(key, 0.0) + mean * log(is_now / was)
    return worth


def _factors(
    pair: tuple[Sums, Sums],
    counts: Sequence[int],
    whole: Sequence[int],
    common: Mapping[str, tuple[float, float]],
    raised: float,
    *,
    of_leads: bool,
) -> dict[str, tuple[float, float]]:
    def years(then: float, now: float) -> tuple[float, float]:
        return then, now

    brought, dear = 1.0, 1.0
    for key, (before, after) in common.items():
        if key == "price":
            dear *= after / before
        else:
            brought *= after / before
    then, now = pair
    volume = whole[1] * (1.0 if of_leads else raised)
    factors = {**common, "leads" if of_leads else "orders": years(whole[0], volume / brought)}
    factors["mix"] = years(counts[0] / whole[0], counts[1] / whole[1])
    if of_leads:
        factors["answered"] = years(then.answered / then.leads, now.answered / now.leads)
        factors["target"] = years(then.target / then.marked, now.target / now.marked)
        reached = [of.answered * of.target / of.marked for of in pair]
        factors["close"] = years(then.orders / reached[0], now.orders * raised / reached[1])
    factors["order_value"] = years(float(then.revenue) / then.orders, float(now.revenue) / now.orders / dear)
    factors["kept"] = years(float(then.net / then.revenue), float(now.net / now.revenue))
    return factors
