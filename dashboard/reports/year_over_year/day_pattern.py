"""What the client's own days are worth by their kinds, learnt from up to three years of leads or orders."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from dashboard.domain.comparison import Pair
from dashboard.domain.happenings import Happening
from dashboard.domain.period import Period, months_later
from dashboard.domain.year_over_year.calendar_factor import CalendarFactor, calendar_factor
from dashboard.reports.year_over_year.log import logged

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse

HISTORY_MONTHS = 36
# Such days of the log are no ordinary ones.
UNUSUAL = frozenset({Happening.PROMOTION, Happening.OUTAGE, Happening.SITE, Happening.TRACKING, Happening.DATA_MISSING})


def fetch_calendar(warehouse: Warehouse, pair: Pair, *, by_leads: bool) -> CalendarFactor:
    """The factor between the two periods' days, by the days of leads, or else of orders.

    Where leads are known for too few days to be tried on months left out, those of orders stand for them.
    """
    history = Period(months_later(pair.now.last, -HISTORY_MONTHS) + timedelta(days=1), pair.now.last)
    params = {"date_from": min(history.first, pair.then.first), "date_to": history.last}
    days = warehouse.fetch("reports/day_counts", **params)
    unusual = _unusual(warehouse, history)
    found: dict[str, CalendarFactor] = {}
    for measure in ("leads", "orders") if by_leads else ("orders",):
        brought = {row["day"]: float(row[measure]) for row in days if row[measure]}
        found[measure] = calendar_factor(brought, pair.now, pair.then, warehouse.profile.country, unusual)
        if found[measure].held_out is not None:
            return found[measure]
    return next(iter(found.values()))


def _unusual(warehouse: Warehouse, history: Period) -> tuple[date, ...]:
    days: set[date] = set()
    for event in logged(warehouse, history.first, history.last):
        if event["what"] in UNUSUAL:
            within = Period(event["day"], max(event["day"], event["day_to"])).overlap(history)
            days.update(within or ())
    return tuple(sorted(days))
