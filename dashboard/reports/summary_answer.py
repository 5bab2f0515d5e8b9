"""«Does the internet pay?», answered in one sentence, with the doubt said aloud."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from dashboard.domain import metrics
from dashboard.domain.metrics import Measures
from dashboard.domain.period import Period
from dashboard.domain.phrase import Money, Number, Phrase, PhraseValue, say
from dashboard.domain.statistics import n_eff, roas_interval

ENOUGH_DEALS = 10  # method A4: an interval of money that rests on fewer covers too seldom to be believed


class Pays(StrEnum):
    """What can be said of the internet as a whole."""

    YES = "yes"
    NO = "no"
    CANNOT_TELL = "cannot_tell"
    NOTHING_SPENT = "nothing_spent"
    UNKNOWN_MARGIN = "unknown_margin"
    NO_DATA = "no_data"


@dataclass(frozen=True)
class Answer:
    """`back` is the margin that one unit of money put in (spend and fee) brought back; `low` and `high` hold it, 95 %.

    `back` counts sales known to be the internet's; `high` also counts those without a source, in case all were.
    """

    pays: Pays
    sentence: Phrase
    back: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None


def answer_of(measures: Measures, currency: str, period: Period, has_data: bool, has_sales: bool = True) -> Answer:
    """The answer for the internet's sums, with `fee`, `internet_revenue` and `no_source_revenue` among them."""
    if not has_data:
        return Answer(Pays.NO_DATA, say("There is no data yet, so nothing can be said."))
    put_in = Decimal(measures["spend"] or 0) + Decimal(measures.get("fee") or 0)
    margin = metrics.value_of("margin", measures)
    if not put_in:
        return Answer(Pays.NOTHING_SPENT, _nothing_spent(measures, currency, period))
    if not has_sales:
        return Answer(
            Pays.CANNOT_TELL,
            say(
                "Whether the internet pays cannot be told for {period}: {put_in} was put in, but no sales have been "
                "uploaded.",
                period=period.span,
                put_in=Money(put_in, currency, short=True),
            ),
        )
    if margin is None:
        return Answer(
            Pays.UNKNOWN_MARGIN,
            say(
                "Whether the internet pays cannot be told for {period}: {put_in} was put in and {revenue} of revenue "
                "came back, but the margin is not known.",
                period=period.span,
                put_in=Money(put_in, currency, short=True),
                revenue=Money(metrics.value_of("net_revenue", measures) or Decimal(0), currency, short=True),
            ),
        )
    back = metrics.share(margin, put_in)
    low, high = _bounds(measures, margin, put_in, back)
    return _said(back or Decimal(0), low, high, currency, n_eff(_net(measures), measures["order_squares"]) or 0)


def _net(measures: Measures) -> Decimal | None:
    return metrics.value_of("net_revenue", measures)


def _bounds(
    measures: Measures, margin: Decimal, put_in: Decimal, back: Decimal | None
) -> tuple[Decimal | None, Decimal | None]:
    """Few deals widen both ends; sales without a source, should all of them be the internet's, the upper one."""
    net = _net(measures)
    around = roas_interval(net, measures["order_squares"], put_in)
    if around is None or around.high is None or net is None or back is None or not net:
        return None, None
    rate = metrics.share(margin, net) or Decimal(0)
    without = Decimal(measures.get("no_source_revenue") or 0)
    ends = sorted((rate * Decimal(str(around.low)), rate * Decimal(str(around.high))))
    return ends[0], ends[1] + (metrics.share(rate * max(without, Decimal(0)), put_in) or Decimal(0))


def _said(back: Decimal, low: Decimal | None, high: Decimal | None, currency: str, deals: float) -> Answer:
    unit = Money(Decimal(1), currency)
    values: dict[str, PhraseValue] = {"unit": unit, "back": Money(_coins(back), currency)}
    if low is None or high is None:
        sentence = say("Each {unit} put into the internet brought back {back} of margin.", **values)
        return Answer(Pays.NO if back < 1 else Pays.CANNOT_TELL, sentence, back, low, high)
    values |= {"low": Number(_coins(low), 2), "high": Number(_coins(high), 2)}
    if low >= 1 and deals >= ENOUGH_DEALS:
        sentence = say(
            "The internet pays: each {unit} put in brought back {back} of margin, {low} to {high} with the doubt.",
            **values,
        )
        return Answer(Pays.YES, sentence, back, low, high)
    if high < 1 and deals >= ENOUGH_DEALS:
        sentence = say(
            "The internet does not pay: each {unit} put in brought back {back} of margin, {low} to {high} with the "
            "doubt.",
            **values,
        )
        return Answer(Pays.NO, sentence, back, low, high)
    sentence = say(
        "Whether the internet pays cannot be told: each {unit} put in brought back {back} of margin, but with the "
        "doubt it is anything from {low} to {high}.",
        **values,
    )
    return Answer(Pays.CANNOT_TELL, sentence, back, low, high)


def _nothing_spent(measures: Measures, currency: str, period: Period) -> Phrase:
    net = _net(measures) or Decimal(0)
    if net:
        return say(
            "Nothing was put into the internet in {period}; {revenue} of revenue came from it all the same.",
            period=period.span,
            revenue=Money(net, currency, short=True),
        )
    return say("Nothing was put into the internet in {period}, and nothing came back.", period=period.span)


def _coins(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"))
