"""Reasons of the client's own prices: what is growth of money, and what of goods sold."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from dashboard.domain import metrics
from dashboard.domain.phrase import Day, Percent, Phrase, PhraseValue, say
from dashboard.domain.series import SeriesKind
from dashboard.domain.year_over_year.logmean import worth_of_factor
from dashboard.domain.year_over_year.prices import real_growth
from dashboard.reports.year_over_year.facts import CLIENTS, Facts, Reason
from dashboard.reports.year_over_year.reasons.catalogue import cannot_be_told
from dashboard.reports.year_over_year.reasons.weighing import weighed_in_revenue
from dashboard.reports.year_over_year.shared_factors import price_index


def own_prices(facts: Facts) -> Iterator[Reason]:
    """Y13: prices rose or fell, so revenue and the quantity sold went different ways."""
    if not facts.has_then or facts.change.share is None or facts.goods.dearer == 1:
        return
    told = _by_goods(facts) or _by_index(facts)
    if told is None:
        yield _unknown(facts)
        return
    text, worth, known_by = told
    line = facts.bridge.line("price") if facts.bridge else None
    found = weighed_in_revenue(facts, "Y13", text, line.amount if line else worth)
    if found is not None:
        yield Reason(found, known_by, CLIENTS, line="price" if line else "")


def _by_index(facts: Facts) -> tuple[Phrase, Decimal, Phrase] | None:
    factor, nominal = price_index(facts.basis.pair, facts.series), facts.change.share
    if factor is None or factor.then <= 0 or factor.now <= 0 or nominal is None:
        return None
    risen = factor.now / factor.then
    text = say(
        "Prices changed by {prices} by the index that was uploaded. Revenue changed by {nominal}; at the earlier "
        "prices that is {real}.",
        prices=Percent(risen - 1, signed=True, decimals=1),
        nominal=Percent(nominal, signed=True, decimals=1),
        real=Percent(real_growth(float(nominal), risen - 1), signed=True, decimals=1),
    )
    names = facts.series.names(SeriesKind.PRICE_INDEX)
    return text, worth_of_factor(facts.change, risen), say("The price index: {names}.", names=tuple(names) or "—")


def _by_goods(facts: Facts) -> tuple[Phrase, Decimal, Phrase] | None:
    goods = facts.goods
    found = goods.prices
    now = sum((product.gross_now for product in goods.matched), Decimal(0))
    then = sum((product.gross_then for product in goods.matched), Decimal(0))
    nominal = metrics.growth(now, then)
    if found is None or nominal is None:
        return None
    values: dict[str, PhraseValue] = {
        "prices": Percent(found.fisher - 1, signed=True, decimals=1),
        "share": Percent(min(Decimal(1), goods.matched_shares[0])),
        "nominal": Percent(nominal, signed=True, decimals=1),
        "real": Percent(real_growth(float(nominal), found.fisher - 1), signed=True, decimals=1),
    }
    text = say(
        "Prices of the goods that were sold in both periods changed by {prices}. Revenue of these goods, {share} of "
        "all, changed by {nominal}; at the earlier prices that is {real}.",
        **values,
    )
    return text, Decimal(found.price_worth).quantize(Decimal("0.01")), say("Pieces and money of each product (Fisher).")


def _unknown(facts: Facts) -> Reason:
    changed = [event for event in facts.evidence.logged("price") if event.day > facts.basis.pair.then.first]
    if changed:
        return cannot_be_told(
            "Y13",
            say(
                "The log says of {day}: “{text}”. What that is worth cannot be told, because the sales have no pieces "
                "and no price index was uploaded.",
                day=Day(changed[-1].day),
                text=changed[-1].text,
            ),
            upload="price-index",
        )
    return cannot_be_told(
        "Y13",
        say(
            "What part of the change is prices cannot be told, because the sales have no pieces and no price index was "
            "uploaded."
        ),
        upload="price-index",
    )
