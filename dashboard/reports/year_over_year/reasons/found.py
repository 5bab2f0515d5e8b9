"""What makes the two years unlike, as far as the data tell: each with its figure, and how we know it."""

from __future__ import annotations

from dashboard.domain.caveats import in_order
from dashboard.reports.year_over_year.facts import Facts, Reason
from dashboard.reports.year_over_year.reasons import calendar, data, market, money, statistics

DETECTORS = (
    data.unfinished,
    data.no_base,
    calendar.days,
    calendar.working_days,
    calendar.holidays,
    data.immature,
    data.returns,
    data.tracking,
    data.sources_known,
    market.spend,
    statistics.few_deals,
    statistics.few_orders,
    money.vat,
)


def reasons(facts: Facts) -> tuple[Reason, ...]:
    """Everything that matters, blockers first, then by money; what is too small to matter is not said."""
    found = [reason for detect in DETECTORS for reason in detect(facts)]
    by_caveat = {id(reason.caveat): reason for reason in found}
    return tuple(by_caveat[id(caveat)] for caveat in in_order(reason.caveat for reason in found))
