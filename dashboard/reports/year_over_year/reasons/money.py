"""Reasons of money: the tax, the levy on ads, the fee."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from dashboard.domain import metrics
from dashboard.domain.client import ClientProfile
from dashboard.domain.comparison import Change
from dashboard.domain.economics import net_of_vat, vat_rate
from dashboard.domain.period import Period
from dashboard.domain.phrase import Percent, PhraseValue, say
from dashboard.reports.year_over_year.facts import BOTH_SIDES, NOBODYS, Facts, Reason
from dashboard.reports.year_over_year.reasons.weighing import line_of, weighed_in_profit, weighed_in_revenue

LEVY_SINCE, LEVY_RATE, LEVY_COUNTRY = date(2025, 4, 1), Decimal("0.03"), "RU"  # on ads, beside what platforms charge


def vat_of_sales(facts: Facts) -> Iterator[Reason]:
    """Y15: the tax in what exports tell of sales is not the same in both years."""
    then, now, line = facts.vat.then, facts.vat.now, line_of(facts, "vat")
    if not facts.vat.differs or line is None:
        return
    values: dict[str, PhraseValue] = {
        "now": Percent(now.rate),
        "then": Percent(then.rate),
        "told": _percent(metrics.growth(now.told, then.told)),
        "net": _percent(metrics.growth(now.net, then.net)),
    }
    text = (
        say(
            "Exports of sales include VAT: {now} on revenue now, {then} then. Revenue changed by {told} with it, by "
            "{net} without, as the figures of channels, products and months are.",
            **values,
        )
        if now.vat and then.vat
        else say(
            "Exports of one period's sales include VAT and those of the other do not ({now} on revenue now, {then} "
            "then). Revenue changed by {told} as they tell it, by {net} without VAT in both, as the figures of "
            "channels, products and months are.",
            **values,
        )
    )
    found = weighed_in_revenue(facts, "Y15", text, line)
    if found is not None:
        yield Reason(
            found,
            say("What each export of sales says of VAT, and the rates in the client's settings."),
            NOBODYS,
            settled_by=say("Exports of both periods that tell their amounts without VAT."),
            line="vat",
        )


def vat(facts: Facts) -> Iterator[Reason]:
    """Y15: the tax in what ads cost is not the same in both years."""
    pair, profile = facts.basis.pair, facts.profile
    in_now, in_then = (_rate_within(profile, of.last) for of in (pair.now, pair.then))
    if {_rate_within(profile, day) for day in (pair.now.first, pair.now.last, pair.then.first, pair.then.last)} == {
        in_now
    }:
        return  # neither year holds it, or both at one rate: nothing is unlike
    spend = Change(metrics.value_of("spend", facts.now), metrics.value_of("spend", facts.then))
    if spend.now is None or spend.then is None:
        return
    net_now, net_then = (_without(facts, of) for of in (pair.now, pair.then))
    worth = (spend.now - net_now) - (spend.then - net_then)
    values: dict[str, PhraseValue] = {
        "now": Percent(in_now),
        "then": Percent(in_then),
        "gross": _percent(metrics.growth(spend.now, spend.then)),
        "net": _percent(metrics.growth(net_now, net_then)),
    }
    text = (
        say(
            "VAT is {now} now and was {then} then, and spend includes it: spend changed by {gross} with it, by {net} "
            "without.",
            **values,
        )
        if in_now and in_then
        else say(
            "Spend of one period includes VAT and of the other does not ({now} now, {then} then): it changed by "
            "{gross} as it stands, by {net} without VAT in both.",
            **values,
        )
    )
    found = weighed_in_profit(facts, "Y15", text, -worth)
    if found is not None:
        yield Reason(
            found,
            say("The rates in the client's settings, and whether the client deducts the tax."),
            NOBODYS,
            settled_by=say("Spend without VAT in both periods, if the client can deduct it."),
        )


def levy(facts: Facts) -> Iterator[Reason]:
    """Y15: in Russia ads bear a levy since April 2025, which no platform's spend holds."""
    pair = facts.basis.pair
    if facts.profile.country.upper() != LEVY_COUNTRY:
        return
    now, then = (_levied(facts, of) for of in (pair.now, pair.then))
    if now == then or then > 0:
        return
    worth = LEVY_RATE * now
    text = say(
        "Since April 2025 ads in Russia bear a levy of {rate}, which is in no platform's spend: on this period's ads "
        "it comes to about {worth}, on the earlier ones to nothing.",
        rate=Percent(LEVY_RATE),
        worth=facts.money(worth),
    )
    found = weighed_in_profit(facts, "Y15", text, -worth)
    if found is not None:
        yield Reason(
            found,
            say("The law's rate, on spend since its day. Who bears it, the contract says."),
            NOBODYS,
            settled_by=say("The agency's invoices: whether the levy is in them."),
        )


def fee(facts: Facts) -> Iterator[Reason]:
    """Y15: a fee is known of one year only, so what is left after it cannot be compared."""
    now, then = facts.evidence.fee_now, facts.evidence.fee_then
    if bool(now) == bool(then):
        return
    worth = (now or Decimal(0)) - (then or Decimal(0))
    text = (
        say(
            "The agency's fee of {fee} stands in this period alone; none is stated for the earlier one. Contribution "
            "can be compared, profit cannot.",
            fee=facts.money(worth),
        )
        if now
        else say(
            "The agency's fee of {fee} stands in the earlier period alone; none is stated for this one. Contribution "
            "can be compared, profit cannot.",
            fee=facts.money(abs(worth)),
        )
    )
    found = weighed_in_profit(facts, "Y15", text, -worth)
    if found is not None:
        yield Reason(
            found,
            say("The fees in the client's settings."),
            BOTH_SIDES,
            settled_by=say("The fee of that time in the client's settings."),
        )


def _rate_within(profile: ClientProfile, day: date) -> Decimal:
    """The rate of the tax that the day's spend holds: none where the client deducts it."""
    return Decimal(0) if profile.on(day).vat_deductible else vat_rate(profile.vat, day)


def _without(facts: Facts, period: Period) -> Decimal:
    """The spend of the period's days without the tax in it."""
    parts = (net_of_vat(day.spend, _rate_within(facts.profile, day.day)) for day in facts.days.run(period) if day.spend)
    return sum((part or Decimal(0) for part in parts), Decimal(0))


def _levied(facts: Facts, period: Period) -> Decimal:
    if period.last < LEVY_SINCE:
        return Decimal(0)
    return metrics.value_of("spend", facts.days.total(Period(max(period.first, LEVY_SINCE), period.last))) or Decimal(0)


def _percent(share: Decimal | None) -> PhraseValue:
    return say("nobody knows how much") if share is None else Percent(share, signed=True, decimals=1)
