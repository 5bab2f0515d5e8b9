"""Reasons of the client's side of a lead: whether anybody spoke to it, how soon, and how often like leads bought."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from dashboard.domain import metrics
from dashboard.domain.caveats import Caveat, Severity
from dashboard.domain.phrase import Number, Percent, Phrase, PhraseValue, say, say_n
from dashboard.domain.statistics import Shift, Trials, shift_within
from dashboard.domain.statistics.ranking import SURE
from dashboard.domain.year_over_year.losses import AS_GOOD_AS_ANSWERED, if_only, lost_callers_worth
from dashboard.reports.year_over_year.facts import AGENCYS, CLIENTS, Facts, Reason
from dashboard.reports.year_over_year.reasons.catalogue import cannot_be_told
from dashboard.reports.year_over_year.reasons.weighing import line_of, sentences, weighed_in_profit, weighed_in_revenue

FEW = 20  # calls, leads or answers in a year
POINTS = 0.02  # a share that moved by less is not worth a word, however sure it is
POINTS_WITHOUT_MONEY = 0.05  # and by less than this where nobody can say what it is worth


def lost_callers(facts: Facts) -> Iterator[Reason]:
    """Y22: another share of callers was never spoken to."""
    calls = list(facts.answers.lost.values())
    callers = sum(one.of_now for one in calls), sum(one.of_then for one in calls)
    if min(callers) < FEW:
        yield from _without_calls(facts, max(callers))
        return
    found = _moved(calls, POINTS)
    if found is None:
        return
    lost = sum(one.hits_now for one in calls)
    values: dict[str, PhraseValue] = {"now": Percent(found.now_rate), "then": Percent(found.then_rate)}
    each = _profit_of_answered(facts)
    now_worth = lost_callers_worth(lost, each)
    text = sentences(
        say("{now} of those who called were never spoken to, {then} then at the same mix of channels.", **values),
        None
        if now_worth is None or now_worth <= 0
        else say_n(
            "{count} caller lost is about {worth} of gross profit, if {share} of such callers are worth as much as one "
            "who is answered.",
            "{count} callers lost are about {worth} of gross profit, if {share} of such callers are worth as much as "
            "those who are answered.",
            count=lost,
            worth=facts.money(now_worth),
            share=Percent(AS_GOOD_AS_ANSWERED),
        ),
        _answered_as_then(facts),
    )
    line, further = line_of(facts, "answered"), lost_callers_worth(1, each)
    if line is not None:
        caveat = weighed_in_revenue(facts, "Y22", text, line)
    elif further is None:
        caveat = Caveat("Y22", Severity.MEDIUM, text)
    else:
        caveat = weighed_in_profit(facts, "Y22", text, -Decimal(round(found.gained)) * further)
    if caveat is not None:
        yield Reason(
            caveat,
            say("Callers within the agreed working hours whom no call reached in 24 hours, by channel.")
            if facts.profile.working_hours
            else say("All callers whom no call reached in 24 hours, by channel; no working hours are agreed."),
            CLIENTS,
            settled_by=say("The list of these callers, rung up now: how many would have bought."),
            line="" if line is None else "answered",
        )


def _answered_as_then(facts: Facts) -> Phrase | None:
    """What more would have been sold with last year's share of leads answered, if the others bought as these did."""
    then, now = (metrics.compute(sums, "answered_rate")["answered_rate"] for sums in (facts.then, facts.now))
    revenue, margin = facts.change.now, metrics.compute(facts.now, "margin_rate")["margin_rate"]
    more = None if revenue is None else if_only(revenue, now, then)
    if more is None or more <= 0:
        return None
    if margin is None:
        return say("With as many answered as then, revenue would have been {more} higher.", more=facts.money(more))
    return say(
        "With as many answered as then, revenue would have been {more} higher, gross profit {profit}.",
        more=facts.money(more),
        profit=facts.money(more * margin),
    )


def _without_calls(facts: Facts, most: int) -> Iterator[Reason]:
    """Leads come and no tracker tells of their calls; a shop without leads has nobody to answer."""
    leads = min(int(sums["leads"] or 0) for sums in (facts.now, facts.then))
    if most >= FEW:
        text = say("Calls are known of one period only, so nobody can tell whether more of them were missed.")
    elif leads >= FEW:
        text = say("No calls are known of either period, so nobody can tell how many were missed.")
    else:
        return
    yield cannot_be_told("Y22", text, upload="calls")


def _profit_of_answered(facts: Facts) -> Decimal | None:
    """The gross profit of one lead that was spoken to, both periods together at the same age."""
    margin = metrics.value_of("margin", metrics.total(sums for _, *years in facts.strata.of_products for sums in years))
    answered = [int(sums["leads_answered"] or 0) for sums in (facts.now, facts.then)]
    return metrics.share(margin, sum(answered))


def _moved(trials: Iterable[Trials], points: float) -> Shift | None:
    found = shift_within(trials)
    return None if found is None or found.sure < SURE or abs(found.now_rate - found.then_rate) < points else found


def off_hours(facts: Facts) -> Iterator[Reason]:
    """Y22: ads bring calls while nobody is there, which is a matter of their schedule."""
    paid = facts.campaigns.paid_channels()
    calls = [
        Trials(*(int(of[key] or 0) for of in (now, then) for key in ("calls_off_hours", "calls")))
        for (channel, _), now, then in facts.campaigns.both()
        if channel in paid
    ]
    found = _moved(calls, POINTS_WITHOUT_MONEY) if facts.profile.working_hours else None
    if found is None:
        return
    text = say(
        "{now} of the calls from ads came while nobody was there to answer, {then} then.",
        now=Percent(found.now_rate),
        then=Percent(found.then_rate),
    )
    yield Reason(
        Caveat("Y22", Severity.MEDIUM, text),
        say("Calls of paid channels outside the agreed working hours."),
        AGENCYS,
        settled_by=say("Ads shown in working hours only, or somebody to answer at other times."),
    )


def first_answer(facts: Facts) -> Iterator[Reason]:
    """Y22: forms waited longer, or less long, for their first answer."""
    forms = list(facts.answers.within_hour.values())
    if min(sum(one.of_now for one in forms), sum(one.of_then for one in forms)) < FEW:
        return
    found = _moved(forms, POINTS_WITHOUT_MONEY)
    if found is None:
        return
    text = say(
        "{now} of forms and deals were first answered within an hour, {then} then.",
        now=Percent(found.now_rate),
        then=Percent(found.then_rate),
    )
    yield Reason(
        Caveat("Y22", Severity.MEDIUM, text),
        say("The time of the first answer in the CRM, by channel."),
        CLIENTS,
        settled_by=say("How often leads bought by how soon they were answered, in the client's own data."),
    )


def closing(facts: Facts) -> Iterator[Reason]:
    """Y22: like leads bought more often, or less often."""
    strata = list(facts.strata.of_leads)
    found = _moved(
        (
            Trials(*(int(of[key] or 0) for of in (now, then) for key in ("orders", facts.strata.counted)))
            for _, now, then in strata
        ),
        0.0,
    )
    if found is None:
        return
    text = _closed(found, facts.strata.counted)
    whole = metrics.total(now for _, now, _ in strata)
    each = metrics.share(metrics.value_of("net_revenue", whole), whole["orders"])
    line = line_of(facts, "close")
    worth = Decimal(found.gained).quantize(Decimal("0.01")) * each if line is None and each is not None else line
    caveat = None if worth is None else weighed_in_revenue(facts, "Y22", text, worth)
    if caveat is not None:
        yield Reason(
            caveat,
            say("Leads of the same channel, campaign and product, both periods at the same age (Mantel and Haenszel)."),
            CLIENTS,
            settled_by=say("Fifty leads a month, drawn by lot, judged by one person of each side without the other."),
            line="" if line is None else "close",
        )


def _closed(found: Shift, counted: str) -> Phrase:
    values: dict[str, PhraseValue] = {
        "now": Percent(found.now_rate, decimals=1),
        "then": Percent(found.then_rate, decimals=1),
        "orders": Number(round(found.gained), signed=True),
    }
    if counted == "target_leads":
        return say(
            "{now} of target leads bought; like ones had bought in {then} of cases in the earlier period: "
            "{orders} orders.",
            **values,
        )
    return say(
        "{now} of leads bought; like ones had bought in {then} of cases in the earlier period: {orders} orders.",
        **values,
    )
