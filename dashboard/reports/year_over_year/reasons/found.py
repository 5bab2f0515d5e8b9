"""What makes the two years unlike, as far as the data tell: each with its figure, and how we know it."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.domain.caveats import in_order
from dashboard.reports.year_over_year.facts import Facts, Reason
from dashboard.reports.year_over_year.reasons import (
    advertising,
    answering,
    attribution,
    calendar,
    client,
    competitors,
    customers,
    data,
    exchange,
    giants,
    holidays,
    leads,
    market,
    mix,
    money,
    prices,
    promotions,
    refunds,
    restated,
    rules,
    scope,
    season,
    statistics,
    supply,
    tracking,
    windows,
    without,
)

DETECTORS = (
    data.unfinished,
    data.no_base,
    data.ends_apart,
    calendar.days,
    calendar.working_days,
    holidays.holidays,
    promotions.promotions,
    season.season,
    windows.aligned,
    windows.zones,
    data.immature,
    refunds.to_come,
    refunds.accounting,
    tracking.calls,
    tracking.silent,
    tracking.ads,
    tracking.sources_known,
    tracking.tracked_otherwise,
    advertising.spend,
    advertising.clicks,
    advertising.before,
    rules.attribution,
    rules.definition,
    restated.young_spend,
    restated.reloaded_spend,
    giants.one_deal,
    giants.undone,
    attribution.known_already,
    without.ads_of_one_year,
    leads.worth,
    leads.too_few_sales,
    answering.lost_callers,
    answering.off_hours,
    answering.first_answer,
    answering.closing,
    client.outage,
    market.demand,
    competitors.prices_of_others,
    supply.out_of_stock,
    supply.full_days,
    customers.returning,
    statistics.few_orders,
    statistics.unusual_base,
    mix.mix,
    prices.own_prices,
    scope.assortment,
    scope.places,
    exchange.rates,
    money.vat_of_sales,
    money.vat,
    money.levy,
    money.fee,
)


@dataclass(frozen=True)
class Found:
    """The reasons that were found, and those of which the data do not tell."""

    known: tuple[Reason, ...]
    unknown: tuple[Reason, ...]


def reasons(facts: Facts) -> Found:
    """Everything that matters, blockers first, then by money; what is too small to matter is not said.

    What cannot be told comes apart, in the order of the register, once each, and only where nothing was found of it.
    """
    found = [reason for detect in DETECTORS for reason in detect(facts)]
    by_caveat = {id(reason.caveat): reason for reason in found if not reason.is_unknown}
    known = tuple(by_caveat[id(caveat)] for caveat in in_order(reason.caveat for reason in by_caveat.values()))
    told = {reason.id for reason in known}
    unknown: dict[str, Reason] = {}
    for reason in found:
        if reason.is_unknown and reason.id not in told:
            unknown.setdefault(reason.id, reason)
    return Found(known, tuple(unknown[id] for id in sorted(unknown)))
