"""Reasons of the client's house: a site that did not work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import fsum

from dashboard.domain import metrics
from dashboard.domain.metrics import Measures
from dashboard.domain.period import Period
from dashboard.domain.phrase import Phrase, PhraseValue, say, say_n
from dashboard.domain.series import SeriesKind
from dashboard.domain.year_over_year.silence import DayCount, silences, usual
from dashboard.reports.year_over_year.facts import BOTH_SIDES, Facts, Reason
from dashboard.reports.year_over_year.reasons.weighing import weighed_in_revenue

OUTAGES = frozenset({"outage", "site_down"})
VISITS_KNOWN = 0.8  # of the days: visits of fewer say nothing of the rest


@dataclass(frozen=True)
class Outage:
    """Days of one year on which the site or its forms did not work, and how many did not come on them."""

    days: frozenset[date]
    missing: float
    is_logged: bool


def outage(facts: Facts) -> Iterator[Reason]:
    """Y32: the site or its forms did not work on days of one year."""
    for period, sums, sign in ((facts.basis.pair.now, facts.now, -1), (facts.basis.pair.then, facts.then, 1)):
        measure = _measure(sums, period)
        found = None if measure is None else _outage(facts, period, measure)
        if found is None or measure is None:
            continue
        each = metrics.share(metrics.value_of("net_revenue", sums), sums["orders" if measure == "orders" else "leads"])
        worth = Decimal(found.missing).quantize(Decimal("0.01")) * (each or Decimal(0))
        caveat = weighed_in_revenue(facts, "Y32", _said(found, measure, is_now=sign < 0), sign * worth)
        if caveat is not None:
            yield Reason(
                caveat,
                say("The log of events, and what comes on other such days.")
                if found.is_logged
                else say("Days of nothing whose probability at the usual rate is below 1 in 10,000."),
                BOTH_SIDES,
                settled_by=say("The server's own log of these days."),
            )


def _measure(sums: Measures, period: Period) -> str | None:
    """What comes by the site every day: forms, or a shop's orders; None where neither does."""
    counts = {key: int(sums[key] or 0) for key in ("forms", "leads", "orders")}
    if counts["forms"] >= period.days:
        return "forms"
    if counts["orders"] >= period.days and counts["orders"] > counts["leads"]:
        return "orders"
    return "leads" if counts["leads"] >= period.days else None


def _outage(facts: Facts, period: Period, measure: str) -> Outage | None:
    days = _days(facts, period, measure)
    logged = frozenset(
        day
        for event in facts.days.happenings
        if event.what in OUTAGES
        for day in period
        if event.day <= day <= event.day_to
    )
    rate = usual([one for one in days if one.day not in logged])
    lacking = fsum(one.exposure * rate[one.day.isoweekday() > 5] - one.count for one in days if one.day in logged)
    others = silences(one for one in days if one.day not in logged) if measure != "leads" else ()
    silent = frozenset(day for silence in others for day in silence.days)
    missing = max(0.0, lacking) + fsum(silence.missing for silence in others)
    return Outage(logged | silent, missing, bool(logged)) if missing else None


def _days(facts: Facts, period: Period, measure: str) -> list[DayCount]:
    """The days of which any source tells, with the visits of each where they are known."""
    visits = facts.series.of(SeriesKind.VISITS)
    told = {row["day"] for row in facts.days.coverage} - facts.gaps[0].days - facts.gaps[1].days
    is_visited = sum(day in visits for day in period) >= VISITS_KNOWN * period.days
    return [
        DayCount(
            day,
            int(facts.days.sums[day][measure]) if day in facts.days.sums else 0,
            visits.get(day, 0.0) if is_visited else float(day in told),
        )
        for day in period
    ]


def _said(found: Outage, measure: str, is_now: bool) -> Phrase:
    values: dict[str, PhraseValue] = {
        "year": say("In this period") if is_now else say("In the earlier period"),
        "missing": _missing(measure, round(found.missing)),
    }
    if found.is_logged:
        return say_n(
            "{year}: on {count} day the site or its forms did not work, and {missing} did not come.",
            "{year}: on {count} days the site or its forms did not work, and {missing} did not come.",
            count=len(found.days),
            **values,
        )
    return say_n(
        "{year}: on {count} day nothing came where usually {missing} do. The site or a form may not have worked, or a "
        "file lacks the day.",
        "{year}: on {count} days nothing came where usually {missing} do. The site or a form may not have worked, or a "
        "file lacks the days.",
        count=len(found.days),
        **values,
    )


def _missing(measure: str, count: int) -> Phrase:
    if measure == "orders":
        return say_n("about {count} order", "about {count} orders", count=count)
    if measure == "forms":
        return say_n("about {count} form", "about {count} forms", count=count)
    return say_n("about {count} lead", "about {count} leads", count=count)
