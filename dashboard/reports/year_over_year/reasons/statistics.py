"""Reasons of chance: how little a comparison rests on, and whether last year was a year like others."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from math import sqrt

from dashboard.domain import metrics
from dashboard.domain.caveats import Caveat, Severity
from dashboard.domain.metrics import Measures
from dashboard.domain.period import year_before
from dashboard.domain.phrase import Day, Number, Percent, PhraseValue, say
from dashboard.domain.statistics import growth_interval, n_eff, poisson_ratio
from dashboard.reports.year_over_year.facts import NOBODYS, Facts, Reason
from dashboard.reports.year_over_year.reasons.catalogue import cannot_be_told

UNUSUAL = Decimal("0.10")  # method Y25: last year against the mean of its neighbours


def few_orders(facts: Facts) -> Iterator[Reason]:
    """Y24: the number of orders may differ by chance alone."""
    now, then = int(facts.now["orders"] or 0), int(facts.then["orders"] or 0)
    ratio = poisson_ratio(now, then, facts.basis.pair.now.days, facts.basis.pair.then.days)
    if not facts.has_then or ratio is None or ratio.is_distinguishable or now == then:
        return
    high = ratio.interval.high
    values: dict[str, PhraseValue] = {
        "now": Number(now),
        "then": Number(then),
        "low": Percent(ratio.interval.low - 1, signed=True),
        "high": say("no upper end") if high is None else Percent(high - 1, signed=True),
    }
    growth = metrics.growth(now, then)
    text = (
        say(
            "{now} orders now and none then: by chance alone the true change may be anything from {low} to {high}.",
            **values,
        )
        if growth is None
        else say(
            "{now} orders now and {then} then, {growth}: by chance alone the true change may be anything from {low} "
            "to {high}.",
            **values,
            growth=Percent(growth, signed=True),
        )
    )
    yield Reason(
        Caveat("Y24", Severity.MEDIUM if _revenue_is_told_apart(facts) else Severity.HIGH, text),
        say("The exact test of two counts (Poisson)."),
        NOBODYS,
        settled_by=say("A longer period, with more orders."),
    )


def _revenue_is_told_apart(facts: Facts) -> bool:
    """Whether the revenue moved by more than the chance of its orders, whatever their number did."""
    return _told_apart(facts.change.now, facts.now, facts.change.then, facts.then)


def unusual_base(facts: Facts) -> Iterator[Reason]:
    """Y25: last year was no usual year, so part of the change is its fall or its rise undone."""
    earlier, change = facts.evidence.year_before_last, facts.change
    if facts.basis.pair.then != year_before(facts.basis.pair.now):
        return  # other days than a year before: three of them are no three years
    if not facts.has_then or change.now is None or change.then is None or change.then <= 0:
        return
    if earlier.sums is None:
        if earlier.planned is not None:
            yield from _beside_its_plan(facts, change.then, earlier.planned)
        elif earlier.known_from is not None:
            yield cannot_be_told(
                "Y25",
                say(
                    "Whether the earlier period was a usual one cannot be told, because sales are known from {day} on "
                    "only.",
                    day=Day(earlier.known_from),
                ),
            )
        return
    before = metrics.value_of("net_revenue", earlier.sums)
    if before is None or before <= 0:
        return
    usual = (before + change.now) / 2
    if abs(change.then / usual - 1) <= UNUSUAL or not _told_apart(change.then, facts.then, before, earlier.sums):
        return
    two_years = metrics.growth(change.now, before) or Decimal(0)
    values: dict[str, PhraseValue] = {
        "base": Percent(change.then / before - 1, signed=True),
        "before": facts.money(before),
        "two_years": Percent(two_years, signed=True, decimals=1),
        "a_year": Percent(sqrt(max(0.0, 1 + float(two_years))) - 1, signed=True, decimals=1),
    }
    text = (
        say(
            "The earlier days were poor ones: {base} against the year before them, {before}. Against that year this "
            "one is {two_years}, or {a_year} a year: part of what looks like growth is that loss made good.",
            **values,
        )
        if change.then < usual
        else say(
            "The earlier days were rich ones: {base} against the year before them, {before}. Against that year this "
            "one is {two_years}, or {a_year} a year: that peak is a high mark to hold any year against.",
            **values,
        )
    )
    yield Reason(
        Caveat("Y25", Severity.MEDIUM, text, None, metrics.share(abs(change.then - usual), change.then)),
        say("The same days of three years; the earlier period against the mean of the years beside it."),
        NOBODYS,
    )


def _beside_its_plan(facts: Facts, then: Decimal, planned: Decimal) -> Iterator[Reason]:
    """Y25: where no third year is known, last year against what had been planned for it."""
    rests_on = n_eff(then, facts.then["order_squares"])
    around = growth_interval(float(then), float(planned), 1 / rests_on, 0.0) if rests_on and planned > 0 else None
    beside = metrics.growth(then, planned)
    if around is None or beside is None or abs(beside) <= UNUSUAL or around.contains(0.0):
        return
    values: dict[str, PhraseValue] = {
        "beside": Percent(beside, signed=True),
        "planned": facts.money(planned),
        "now": _signed(metrics.growth(facts.change.now, planned)),
    }
    text = (
        say(
            "The earlier days were poor ones: {beside} against their plan, {planned}. Against that plan these are "
            "{now}: part of what looks like growth is that loss made good.",
            **values,
        )
        if beside < 0
        else say(
            "The earlier days were rich ones: {beside} against their plan, {planned}. Against that plan these are "
            "{now}: that peak is a high mark to hold any period against.",
            **values,
        )
    )
    yield Reason(
        Caveat("Y25", Severity.MEDIUM, text, None, metrics.share(abs(then - planned), then)),
        say("The plan of the earlier period; the days of a third year are not known."),
        NOBODYS,
    )


def _signed(share: Decimal | None) -> PhraseValue:
    return say("nobody knows how much") if share is None else Percent(share, signed=True, decimals=1)


def _told_apart(now: Decimal | None, of_now: Measures, then: Decimal | None, of_then: Measures) -> bool:
    """Whether two amounts differ by more than the chance of their orders."""
    rest_now, rest_then = n_eff(now, of_now["order_squares"]), n_eff(then, of_then["order_squares"])
    if rest_now is None or rest_then is None:
        return False
    interval = growth_interval(float(now or 0), float(then or 0), 1 / rest_now, 1 / rest_then)
    return interval is not None and not interval.contains(0.0)
