"""Reasons of what there was to sell: goods that were not there, and days that were full."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from dashboard.domain import metrics
from dashboard.domain.caveats import Caveat, Severity
from dashboard.domain.period import Period
from dashboard.domain.phrase import Number, Percent, Phrase, say
from dashboard.domain.series import SeriesKind
from dashboard.domain.statistics import Trials, shift_within
from dashboard.domain.statistics.ranking import SURE
from dashboard.domain.year_over_year.losses import BOUGHT_ANOTHER
from dashboard.reports.year_over_year.facts import CLIENTS, Facts, Reason
from dashboard.reports.year_over_year.reasons.catalogue import cannot_be_told
from dashboard.reports.year_over_year.reasons.weighing import line_of, sentences, weighed_in_profit, weighed_in_revenue
from dashboard.reports.year_over_year.stock import Shelf

ABSENT_MOVED = Decimal("0.03")
FULL = 0.95
POINTS = 0.05
GREW = Decimal("0.05")
MOST_NAMED = 2


def out_of_stock(facts: Facts) -> Iterator[Reason]:
    """Y19: goods were not there, and ads sent people to them."""
    shares = facts.stock.shares
    if shares is None:
        if int(facts.now["orders"] or 0) > int(facts.now["leads"] or 0):  # a shop, whose goods lie somewhere
            text = say("Nobody uploaded the stock of both periods, so nobody can tell what was not there to be bought.")
            yield cannot_be_told("Y19", text, upload="stock")
        return
    wasted = [sum((year[at].spend_out for year in facts.stock.products.values()), Decimal(0)) for at in (0, 1)]
    if abs(shares[0] - shares[1]) <= ABSENT_MOVED and wasted[0] <= wasted[1]:
        return
    whole = [sum((_whole(year[at]) for year in facts.stock.products.values()), Decimal(0)) for at in (0, 1)]
    more = whole[0] - whole[1]
    worst = sorted(
        ((name, now) for name, (now, _) in facts.stock.products.items() if now.days_out),
        key=lambda one: _whole(one[1]),
        reverse=True,
    )
    text = sentences(
        say(
            "{now} of what sells was in stock, {then} then.",
            now=Percent(shares[0], decimals=1),
            then=Percent(shares[1], decimals=1),
        ),
        *(_missed(facts, name, shelf) for name, shelf in worst[:MOST_NAMED]),
    )
    line = line_of(facts, "availability")
    caveat = None if line is None else weighed_in_revenue(facts, "Y19", text, line)
    is_of_line = caveat is not None
    if caveat is None:  # ads for what is not there are lost also where as much was there as then
        caveat = weighed_in_profit(facts, "Y19", text, -more.quantize(Decimal("0.01")))
    if caveat is not None:
        yield Reason(
            caveat,
            say(
                "The uploaded stock by day; a day without sells as a day with, and {share} of buyers are taken to buy "
                "another product instead.",
                share=Percent(BOUGHT_ANOTHER),
            ),
            CLIENTS,
            settled_by=say("The list of what is out of stock every day, and its ads off the same day."),
            line="availability" if is_of_line else "",
        )


def _whole(shelf: Shelf) -> Decimal:
    return shelf.spend_out if shelf.lost is None else shelf.lost.whole


def _missed(facts: Facts, name: str, shelf: Shelf) -> Phrase:
    days, spent = Number(shelf.days_out), facts.money(shelf.spend_out)
    lost = shelf.lost
    if lost is None:
        return say(
            "{product} was not there on {days} days; {spent} went into its ads on them.",
            product=name,
            days=days,
            spent=spent,
        )
    return say(
        "{product} was not there on {days} days: about {lost} of gross profit, and {spent} into its ads on them.",
        product=name,
        days=days,
        lost=facts.money(lost.profit),
        spent=spent,
    )


def full_days(facts: Facts) -> Iterator[Reason]:
    """Y31: as many orders came as a day can take."""
    full = [_full(facts, of) for of in (facts.basis.pair.now, facts.basis.pair.then)]
    if min(of for _, of in full) == 0:
        leads, orders = (metrics.growth(facts.now[key], facts.then[key]) for key in ("leads", "orders"))
        if leads is not None and orders is not None and leads > GREW and orders <= 0:
            text = say(
                "More leads came and no more orders; whether more could have been served nobody can tell without the "
                "places of each day."
            )
            yield cannot_be_told("Y31", text, upload="capacity")
        return
    (now, of_now), (then, of_then) = full
    found = shift_within([Trials(now, of_now, then, of_then)])
    if found is None or found.sure < SURE or abs(found.now_rate - found.then_rate) < POINTS:
        return
    text = say(
        "On {now} of {of_now} days orders came to 95% or more of what a day can take, on {then} of {of_then} then: on "
        "such days more leads cannot become more sales.",
        now=Number(now),
        of_now=Number(of_now),
        then=Number(then),
        of_then=Number(of_then),
    )
    yield Reason(
        Caveat("Y31", Severity.LOW, text),
        say("Orders of each day against the uploaded places."),
        CLIENTS,
        settled_by=say("The waiting list: how many asked for a day that was full."),
    )


def _full(facts: Facts, period: Period) -> tuple[int, int]:
    """How many of the period's days with known places were full, and how many such days there are."""
    places = facts.series.of(SeriesKind.CAPACITY)
    known = [day for day in period if places.get(day, 0.0) > 0]
    orders = {day: int(sums["orders"] or 0) for day, sums in facts.days.sums.items()}
    return sum(orders.get(day, 0) >= FULL * places[day] for day in known), len(known)
