"""Reasons of the market: how much was searched for."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.domain import metrics
from dashboard.domain.phrase import Number, Percent, Phrase, PhraseValue, say, say_n
from dashboard.domain.series import SeriesKind
from dashboard.domain.statistics import ratio_of_ratios
from dashboard.domain.year_over_year.dispersion import dispersion
from dashboard.domain.year_over_year.logmean import worth_of_factor
from dashboard.domain.year_over_year.market import DEMAND_ELASTICITIES, growth_beside_demand
from dashboard.reports.year_over_year.facts import NOBODYS, Facts, Reason
from dashboard.reports.year_over_year.reasons.catalogue import cannot_be_told
from dashboard.reports.year_over_year.reasons.weighing import line_of, sentences, weighed_in_revenue

DEMAND_ALIKE = (0.95, 1.05)
ENOUGH_QUERIES = 5


def demand(facts: Facts) -> Iterator[Reason]:
    """Y16: people searched for it more, or less."""
    known = facts.series.demand(facts.basis.pair)
    if known is None or known[0] <= 0:
        text = (
            say("The uploaded demand does not cover both periods, so the market cannot be told from the client.")
            if any(map(facts.series.others, (SeriesKind.DEMAND, SeriesKind.DEMAND_INDEX)))
            else say("Nobody uploaded how much was searched for, so the market cannot be told from the client.")
        )
        yield cannot_be_told("Y16", text, upload="demand")
        return
    ratio, growth = known[1] / known[0], metrics.share(facts.change.now, facts.change.base)
    if DEMAND_ALIKE[0] <= ratio <= DEMAND_ALIKE[1] or not facts.has_then or growth is None:
        return
    beside = [growth_beside_demand(float(growth), ratio, elasticity) for elasticity in DEMAND_ELASTICITIES]
    growths = sorted(value for value in beside if value is not None)
    if not growths:
        return
    values: dict[str, PhraseValue] = {
        "demand": Percent(ratio - 1, signed=True),
        "low": Percent(growths[0], signed=True),
        "high": Percent(growths[-1], signed=True),
        "naive": Percent(growth - 1, signed=True),
    }
    text = sentences(
        say(
            "Demand in the market changed by {demand}. Against such a market revenue changed by {low} to {high}, where "
            "the books show {naive}: sales may follow demand half as much, as much, or half as much again.",
            **values,
        ),
        _by_chance(facts, *known),
        _basket(facts),
    )
    line = line_of(facts, "demand")
    caveat = weighed_in_revenue(facts, "Y16", text, worth_of_factor(facts.change, ratio) if line is None else line)
    if caveat is not None:
        yield Reason(
            caveat,
            say("The uploaded demand, the mean of the days that both periods have."),
            NOBODYS,
            settled_by=say("Two years of demand by week: then how far sales follow it can be measured."),
            line="" if line is None else "demand",
        )


def _by_chance(facts: Facts, searched_then: float, searched_now: float) -> Phrase | None:
    """How far chance alone may carry orders beside as many searches (means of a day); None where it cannot hide the
    change, or searches were not counted."""
    if not facts.series.has(SeriesKind.DEMAND):
        return None
    pair = facts.basis.pair
    now, then = int(facts.now["orders"] or 0), int(facts.then["orders"] or 0)
    scatter = dispersion(*(facts.days.weekly(period, "orders") for period in (pair.then, pair.now)))
    beside = ratio_of_ratios(now, then, searched_now * pair.now.days, searched_then * pair.then.days, scatter)
    if beside is None or beside.is_distinguishable:
        return None
    return say(
        "Orders: {now} now, {then} then; by chance alone the change against the market may be anything from {low} to "
        "{high}.",
        now=Number(now),
        then=Number(then),
        low=Percent(beside.interval.low, signed=True),
        high=say("no upper end") if beside.interval.high is None else Percent(beside.interval.high, signed=True),
    )


def _basket(facts: Facts) -> Phrase | None:
    """What the uploaded searches are short of; None where nothing is to be said."""
    queries = [name for name in facts.series.others(SeriesKind.DEMAND) if name]
    own = len(facts.series.names(SeriesKind.DEMAND)) - len(facts.series.others(SeriesKind.DEMAND))
    if own:
        return say_n(
            "{count} query with the client's own name, which ads can move, is left out.",
            "{count} queries with the client's own name, which ads can move, are left out.",
            count=own,
        )
    if len(queries) < ENOUGH_QUERIES and facts.series.has(SeriesKind.DEMAND):
        return say("Fewer than five queries are counted, so this may be the fate of one of them.")
    return None
