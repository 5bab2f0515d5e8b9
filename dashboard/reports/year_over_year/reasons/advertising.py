"""Reasons of advertising: how much there was, what its clicks cost, and what was spent in the months before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from math import hypot, sqrt

from dashboard.domain import metrics
from dashboard.domain.caveats import WORTH_OF_BASE, WORTH_OF_CHANGE, Caveat, Severity
from dashboard.domain.channels import CHANNELS
from dashboard.domain.economics import ENOUGH_CHANGE
from dashboard.domain.phrase import Money, Percent, Phrase, PhraseValue, Span, say, say_n
from dashboard.domain.statistics.interval import Z95
from dashboard.domain.year_over_year.bridge import Group, Line
from dashboard.domain.year_over_year.market import Bought, click_prices, usual_pull_of_ads
from dashboard.reports.year_over_year.campaigns import half_year_before
from dashboard.reports.year_over_year.facts import AGENCYS, BOTH_SIDES, Facts, Reason
from dashboard.reports.year_over_year.reasons.catalogue import cannot_be_told
from dashboard.reports.year_over_year.reasons.weighing import sentences, weighed_in_profit

SPEND_ALIKE = (Decimal("0.8"), Decimal("1.25"))
PULL_KNOWN_TO = 4  # times as much or as little: no study tells of larger changes
CLICKS_DEARER = 0.10
ENOUGH_CLICKS = 100
NO_ADS = Decimal("0.05")  # of this year's spend: with less, people call it a year without ads
KNOWN_LATE = 31  # days of the half year that may be unknown


def spend(facts: Facts) -> Iterator[Reason]:
    """Y18: another amount of advertising, and what the difference of revenue is to it."""
    now, then = (metrics.value_of("spend", sums) or Decimal(0) for sums in (facts.now, facts.then))
    ratio = metrics.share(now, then)
    if not now and not then:
        yield from _no_costs(facts)
        return
    if ratio is not None and SPEND_ALIKE[0] <= ratio <= SPEND_ALIKE[1]:
        return
    values: dict[str, PhraseValue] = {"now": facts.money(now), "then": facts.money(then)}
    if ratio is None:
        said = say("{now} went into ads now, nothing then.", **values)
    else:
        said = say("{now} went into ads now, {then} then, {share}.", **values, share=Percent(ratio - 1, signed=True))
    text = sentences(said, _returned(facts, now - then), _usual_pull(ratio))
    of_base, of_change = metrics.share(abs(now - then), facts.change.then), _share_of_change(facts, now - then)
    matters = (of_base or Decimal(0)) >= WORTH_OF_BASE or of_change >= WORTH_OF_CHANGE
    yield Reason(
        Caveat("Y18", Severity.MEDIUM if matters else Severity.LOW, text, None, of_base),
        say("The platforms' own exports, without VAT, and the books of both periods."),
        BOTH_SIDES,
        settled_by=say("Ads switched on and off by weeks or by regions, as the planner of experiments proposes."),
    )


def _share_of_change(facts: Facts, amount: Decimal) -> Decimal:
    change = facts.change.difference
    return (None if change is None else metrics.share(abs(amount), abs(change))) or Decimal(0)


def _returned(facts: Facts, more_spend: Decimal) -> Phrase | None:
    """What a unit of further spend stands beside in the books; None where spend moved too little to say so."""
    then = metrics.value_of("spend", facts.then) or Decimal(0)
    further = _further_revenue(facts)
    if further is None or (then and abs(more_spend) < ENOUGH_CHANGE * then):
        return None
    each = metrics.share(further.copy_sign(further * more_spend), abs(more_spend))
    if each is None:
        return None
    chance = [sqrt(float(of["order_squares"] or 0)) for of in (facts.now, facts.then)]
    spread = Decimal(Z95 * hypot(*chance, *(line.se or 0.0 for line in _nobodys(facts))))
    around = metrics.share(spread, abs(more_spend)) or Decimal(0)
    values: dict[str, PhraseValue] = {
        "unit": Money(Decimal(1), facts.profile.currency),
        "each": Money(each, facts.profile.currency),
        "low": Money(each - around, facts.profile.currency),
        "high": Money(each + around, facts.profile.currency),
    }
    rate = metrics.compute(facts.now, "margin_rate")["margin_rate"]
    even = metrics.share(Decimal(1), rate)
    books = (
        say(
            "For each {unit} more of ads the books show {each} more of revenue ({low} to {high}).",
            **values,
        )
        if each >= 0
        else say(
            "For each {unit} more of ads the books show {less} less of revenue ({low} to {high}).",
            **values,
            less=Money(-each, facts.profile.currency),
        )
    )
    rest = (
        say("Whatever else moved it is in that too.")
        if facts.bridge is None
        else say(
            "The calendar, demand and what was not comparable are taken off; whatever else moved it is in that too."
        )
    )
    if even is None:
        return sentences(books, rest)
    return sentences(books, rest, say("Ads pay from {even} on.", even=Money(even, facts.profile.currency)))


def _further_revenue(facts: Facts) -> Decimal | None:
    """The difference in the books without what the bridge puts down to nobody: not comparable, calendar, demand."""
    if facts.bridge is None:
        return facts.change.difference
    aside = sum((line.amount for line in _nobodys(facts)), Decimal(0))
    return facts.bridge.difference - facts.bridge.sum_of(Group.COMPARABILITY) - aside


def _nobodys(facts: Facts) -> list[Line]:
    """The lines that no one moved: the calendar, and demand with how far sales may follow it."""
    lines = [] if facts.bridge is None else [facts.bridge.line(key) for key in ("calendar", "demand")]
    return [line for line in lines if line is not None]


def _usual_pull(ratio: Decimal | None) -> Phrase | None:
    if ratio is None or not Decimal(1) / PULL_KNOWN_TO <= ratio <= PULL_KNOWN_TO:
        return None
    pull = usual_pull_of_ads(float(ratio))
    if pull is None:
        return None
    return say(
        "Published studies of other businesses let expect {short} of all sales at first and {long} in the long run.",
        short=Percent(pull[0], signed=True),
        long=Percent(pull[1], signed=True),
    )


def _no_costs(facts: Facts) -> Iterator[Reason]:
    """Sales of paid channels, and no platform's costs: what the ads cost is not known, which is not nothing."""
    credited = [
        metrics.value_of("net_revenue", sums) or Decimal(0)
        for (channel, _), *years in facts.campaigns.both()
        if CHANNELS[channel].is_paid
        for sums in years
    ]
    if any(credited):
        yield cannot_be_told(
            "Y18", say("Sales are credited to ads, and no platform has told what these ads cost."), upload="ads"
        )


def clicks(facts: Facts) -> Iterator[Reason]:
    """Y34: the clicks of the same campaigns cost more, or less."""
    pairs = {
        key: tuple(Bought(int(of["clicks"] or 0), metrics.value_of("spend", of) or Decimal(0)) for of in years)
        for key, *years in facts.campaigns.both()
    }
    both = [(now, then) for now, then in pairs.values() if min(now.clicks, then.clicks) >= ENOUGH_CLICKS]
    found = click_prices(both)
    if found is None:
        if all(any(side.spend for side in sides) for sides in zip(*pairs.values(), strict=True)):
            yield cannot_be_told(
                "Y34", say("No campaign ran in both periods, so no click has a price to compare with.")
            )
        return
    if abs(found.ratio - 1) <= CLICKS_DEARER:
        return
    values: dict[str, PhraseValue] = {
        "dearer": Percent(abs(found.ratio - 1)),
        "difference": facts.signed(sum((now.spend - then.spend for now, then in both), Decimal(0))),
        "volume": facts.signed(Decimal(found.volume)),
        "mix": facts.signed(Decimal(found.mix)),
        "price": facts.signed(Decimal(found.price)),
    }
    text = (
        say(
            "The same clicks cost {dearer} more. Of {difference} that these campaigns cost, {volume} is the number of "
            "clicks, {mix} their kind, {price} their price.",
            **values,
        )
        if found.ratio > 1
        else say(
            "The same clicks cost {dearer} less. Of {difference} that these campaigns cost, {volume} is the number of "
            "clicks, {mix} their kind, {price} their price.",
            **values,
        )
    )
    caveat = weighed_in_profit(facts, "Y34", text, -Decimal(found.price).quantize(Decimal("0.01")))
    if caveat is not None:
        yield Reason(
            caveat,
            say_n(
                "{count} campaign that ran in both periods, its clicks against its own.",
                "{count} campaigns that ran in both periods, each one's clicks against its own.",
                count=len(both),
            ),
            AGENCYS,
            settled_by=say("The platform's report on the auction: who bid against these campaigns in both periods."),
        )


def before(facts: Facts) -> Iterator[Reason]:
    """Y28: the year without ads comes after months of them."""
    now, then = (metrics.value_of("spend", sums) or Decimal(0) for sums in (facts.now, facts.then))
    if not now or not facts.has_then or then > NO_ADS * now:
        return
    run_up = half_year_before(facts.basis.pair.then)
    known_from, spent = facts.campaigns.known_from, facts.campaigns.before_then
    if spent > 0:
        of_base = metrics.share(spent, facts.change.then)
        if spent < NO_ADS * now and (of_base or Decimal(0)) < WORTH_OF_BASE:
            return
        text = say(
            "The earlier period is hardly one without ads: {spent} went into them in the half year up to it, and may "
            "have worked on. In the half year up to this period it was {now}.",
            spent=facts.money(spent),
            now=facts.money(facts.campaigns.before_now),
        )
        yield Reason(
            Caveat("Y28", Severity.MEDIUM, text, None, of_base),
            say("The platforms' own exports of {days}.", days=Span(run_up.first, run_up.last)),
            BOTH_SIDES,
            settled_by=say("A period without ads that follows half a year without them."),
        )
    elif known_from is None or known_from > run_up.first + timedelta(days=KNOWN_LATE):
        yield cannot_be_told(
            "Y28",
            say(
                "Nothing is known of ads in the half year up to the period without them ({days}): earlier ads may have "
                "worked on. If there were none, nothing is missing.",
                days=Span(run_up.first, run_up.last),
            ),
            upload="ads",
        )
