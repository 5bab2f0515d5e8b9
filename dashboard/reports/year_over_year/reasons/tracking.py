"""Reasons of tracking: days that a source did not cover, and sales whose source nobody knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from dashboard.domain import metrics
from dashboard.domain.caveats import Caveat, Severity
from dashboard.domain.comparison import Coverage
from dashboard.domain.phrase import Day, Number, Percent, Phrase, PhraseValue, Span, say, say_n
from dashboard.domain.platforms import platform_name
from dashboard.domain.year_over_year.coverage_bounds import growth_bounds, growth_per_covered_day, sources_are_alike
from dashboard.domain.year_over_year.tracking_gap import Gap
from dashboard.reports.year_over_year.facts import AGENCYS, BOTH_SIDES, Facts, Reason
from dashboard.reports.year_over_year.reasons.weighing import line_of, sentences, weighed_in_revenue

COVERAGE_MOVED = Decimal("0.05")
MISSED_ENOUGH = 0.02  # of the leads that are known
THIS, EARLIER = say("This period"), say("The earlier period")
_KNOWN_BY = say("Days without a row whose probability at the usual rate is below 1 in 10,000.")
_SETTLED_BY = say(
    "The exports of these days. If nothing came on them, an outage in the log of events says so, and none is filled in."
)


def calls(facts: Facts) -> Iterator[Reason]:
    """Y09: calls were tracked on more days of one year than of the other."""
    days_open = facts.open_days
    whole_now, whole_then = (_tracked(facts, of) for of in days_open)
    # Where another source counted the calls of those days, they are not missing: they were counted otherwise.
    is_replaced = abs(whole_now - whole_then) < COVERAGE_MOVED
    for whole in facts.coverage:
        source = _on(facts, whole, *days_open)
        if source.kind == "calls" and abs(source.share_now - source.share_then) >= COVERAGE_MOVED:
            yield Reason(
                Caveat("Y09", Severity.MEDIUM if is_replaced else Severity.HIGH, _uncovered(facts, source)),
                say("The days on which each source has rows."),
                AGENCYS,
                settled_by=say("The calls of the missing days, from the source's own archive."),
            )


def _on(facts: Facts, source: Coverage, now: frozenset[date], then: frozenset[date]) -> Coverage:
    """The coverage of these days alone, so that no call is missed on days on which nobody ever calls."""
    days = {
        row["day"] for row in facts.days.coverage if (row["kind"], row["platform"]) == (source.kind, source.platform)
    }
    return replace(source, days_now=len(days & now), of_now=len(now), days_then=len(days & then), of_then=len(then))


def _tracked(facts: Facts, days: frozenset[date]) -> Decimal:
    """The share of these days on which any source tells of calls."""
    told = {row["day"] for row in facts.days.coverage if row["kind"] == "calls"}
    return metrics.share(len(told & days), len(days)) or Decimal(0)


def _uncovered(facts: Facts, source: Coverage) -> Phrase:
    values: dict[str, PhraseValue] = {
        "source": platform_name(source.platform),
        "days_now": Number(source.days_now),
        "of_now": Number(source.of_now),
        "days_then": Number(source.days_then),
        "of_then": Number(source.of_then),
    }
    first = facts.evidence.first_day(source.kind, source.platform)
    if not source.days_then and first is not None:
        return say(
            "{source} tells of calls from {day} on: on {days_now} of {of_now} days now, on none of the {of_then} then. "
            "Leads of the two periods cannot be compared.",
            **values,
            day=Day(first),
        )
    if not source.days_now:
        return say(
            "{source} told of calls on {days_then} of {of_then} days then, and on none of the {of_now} now. Leads of "
            "the two periods cannot be compared.",
            **values,
        )
    units = facts.evidence.units(source.kind, source.platform)
    counted = metrics.growth(units.now, units.then)
    a_day = growth_per_covered_day(units.now, source.days_now, units.then, source.days_then)
    began = None
    if first is not None and first > facts.basis.pair.then.first:
        began = say("The source begins on {day}.", day=Day(first))
    if counted is None or a_day is None:
        text = say(
            "{source} tells of calls on {days_now} of {of_now} days now, on {days_then} of {of_then} then.", **values
        )
        return sentences(text, began)
    text = say(
        "{source} tells of calls on {days_now} of {of_now} days now, on {days_then} of {of_then} then. Calls changed "
        "by {counted} as counted, by {a_day} for a day that was covered.",
        **values,
        counted=Percent(counted, signed=True),
        a_day=Percent(a_day, signed=True),
    )
    return sentences(text, began)


def silent(facts: Facts) -> Iterator[Reason]:
    """Y09: on days of either year no source of sales, or none of leads, says anything, which is no chance."""
    line = line_of(facts, "tracking_gap")
    then, now = ((year, gap.sales) for year, gap in zip((EARLIER, THIS), facts.gaps, strict=True))
    told = [_silent_sales(year, gap) for year, gap in (then, now) if gap]
    if told and line is not None:
        text = sentences(told[0], *told[1:], say("Days without a file were taken to be like the others."))
        found = weighed_in_revenue(facts, "Y09", text, line)
        if found is not None:
            yield Reason(found, _KNOWN_BY, AGENCYS, settled_by=_SETTLED_BY, line="tracking_gap")
    for year, one in zip((EARLIER, THIS), facts.gaps, strict=True):
        if one.leads and one.leads.share >= MISSED_ENOUGH and line_of(facts, "leads") is not None:
            yield Reason(
                Caveat("Y09", Severity.MEDIUM, _silent_leads(year, one.leads)), _KNOWN_BY, AGENCYS, _SETTLED_BY
            )


def _silent_sales(year: Phrase, gap: Gap) -> Phrase:
    return say_n(
        "{year}: no source tells of sales on {count} day ({when}), on which about {missing} orders usually come.",
        "{year}: no source tells of sales on {count} days ({when}), on which about {missing} orders usually come.",
        len(gap.days),
        year=year,
        when=Span(gap.days[0], gap.days[-1]),
        missing=Number(round(gap.missing)),
    )


def _silent_leads(year: Phrase, gap: Gap) -> Phrase:
    return say_n(
        "{year}: no source tells of leads on {count} day ({when}), on which about {missing} usually come. The lines of "
        "leads and of those that bought take the day to be like the others.",
        "{year}: no source tells of leads on {count} days ({when}), on which about {missing} usually come. The lines "
        "of leads and of those that bought take these days to be like the others.",
        len(gap.days),
        year=year,
        when=Span(gap.days[0], gap.days[-1]),
        missing=Number(round(gap.missing)),
    )


def ads(facts: Facts) -> Iterator[Reason]:
    """Y09: ads that are known since this year only: whether none ran before, or nobody uploaded them, is not known."""
    for source in facts.coverage:
        first = facts.evidence.first_day(source.kind, source.platform)
        if source.kind != "ads" or first is None or source.days_then or not source.days_now:
            continue
        if first <= facts.basis.pair.then.last:
            continue  # it told of days before, so its silence is that nothing ran
        yield Reason(
            Caveat(
                "Y09",
                Severity.MEDIUM,
                say(
                    "{source} tells of spend from {day} on: whether nothing was spent there before, or nobody uploaded "
                    "it, the data do not say.",
                    source=platform_name(source.platform),
                    day=Day(first),
                ),
            ),
            say("The days on which each source has rows."),
            AGENCYS,
            settled_by=say("The platform's export of the earlier days, even if it is empty."),
        )


def sources_known(facts: Facts) -> Iterator[Reason]:
    """Y09: the share of sales that nobody can credit moved, so growth of the internet's has bounds and no figure."""
    then, now = facts.evidence.sourced_then, facts.evidence.sourced_now
    share_then, share_now = then.unknown_share, now.unknown_share
    if share_now is None or share_then is None or sources_are_alike(then, now):
        return
    bounds = growth_bounds(then, now)
    values: dict[str, PhraseValue] = {"now": Percent(share_now), "then": Percent(share_then)}
    if bounds is None or bounds.like_the_known is None:
        text = say(
            "{now} of revenue has no source now, {then} had none then: what moved between channels may be tracking "
            "alone.",
            **values,
        )
    else:
        text = say(
            "{now} of revenue has no source now, {then} had none then. Revenue from the internet changed by {credited} "
            "as credited; whichever way the rest came, by {low} to {high}, and by {point} if it came like the known.",
            **values,
            credited=Percent(bounds.credited, signed=True),
            low=Percent(bounds.low, signed=True),
            high=say("no upper end") if bounds.high is None else Percent(bounds.high, signed=True),
            point=Percent(bounds.like_the_known, signed=True),
        )
    undecided = bounds is None or bounds.has_both_signs
    yield Reason(
        Caveat("Y09", Severity.BLOCKER if undecided else Severity.HIGH, text),
        say("The credit of each sale, both periods."),
        AGENCYS,
        settled_by=say("The sources of the sales without one, from the phone numbers and forms of their buyers."),
        of_channels=True,
    )


def tracked_otherwise(facts: Facts) -> Iterator[Reason]:
    """Y09: the log says that tracking was changed between the years."""
    pair = facts.basis.pair
    first, last = min(pair.now.first, pair.then.first), max(pair.now.last, pair.then.last)
    for event in facts.evidence.logged("tracking"):
        if first < event.day <= last:
            yield Reason(
                Caveat(
                    "Y09",
                    Severity.MEDIUM,
                    say("From {day} on tracking is another: “{text}”.", day=Day(event.day), text=event.text),
                ),
                say("The log of events."),
                BOTH_SIDES,
            )
