"""Reasons of scope: goods and places that exist in one year only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from dashboard.domain import metrics
from dashboard.domain.phrase import Number, Percent, Phrase, PhraseValue, Value, say
from dashboard.reports.year_over_year.facts import CLIENTS, Facts, Reason
from dashboard.reports.year_over_year.goods import Product
from dashboard.reports.year_over_year.locations import Location
from dashboard.reports.year_over_year.reasons.catalogue import cannot_be_told
from dashboard.reports.year_over_year.reasons.weighing import line_of, weighed_in_revenue

_NAMED_AT_MOST = 3


def assortment(facts: Facts) -> Iterator[Reason]:
    """Y20: goods that were sold in one year only."""
    goods = facts.goods
    if not goods.changed or not facts.has_then:
        return
    came = sum((product.net_now for product in goods.new), Decimal(0))
    went = -sum((product.net_then for product in goods.ended), Decimal(0))
    alike = metrics.growth(goods.known_now - came, goods.known_then + went)
    came, went = _by_lines(facts, ("new_goods", came), ("ended_goods", went))
    values: dict[str, PhraseValue] = {
        "alike": _percent(alike),
        "came": facts.money(came),
        "went": facts.money(-went),
        "new": _names(goods.new),
        "ended": _names(goods.ended),
    }
    if came and went:
        text = say(
            "On goods that were sold in both periods revenue changed by {alike}. New ones brought {came} ({new}), "
            "those no longer sold had brought {went} ({ended}).",
            **values,
        )
    elif came:
        text = say(
            "On goods that were sold in both periods revenue changed by {alike}. New ones brought {came} ({new}).",
            **values,
        )
    else:
        text = say(
            "On goods that were sold in both periods revenue changed by {alike}. Those no longer sold had brought "
            "{went} ({ended}).",
            **values,
        )
    yield from _of_scope(facts, "Y20", text, (came, went), ("new_goods", "ended_goods"), _KNOWN_BY_GOODS)


def places(facts: Facts) -> Iterator[Reason]:
    """Y21: places that were open in one year only, or not all of it."""
    held = facts.locations
    if not facts.has_then:
        return
    if not held.are_told:
        yield cannot_be_told(
            "Y21",
            say(
                "Whether stores, branches or sites opened or closed cannot be told, because most sales do not say "
                "where they were made."
            ),
            upload="locations",
        )
        return
    if not held.opened and not held.closed:
        return
    alike = [
        sum((place.now for place in held.alike), Decimal(0)),
        sum((place.then for place in held.alike), Decimal(0)),
    ]
    came, went = _by_lines(
        facts,
        ("opened", sum((place.now - place.then for place in held.opened), Decimal(0))),
        ("closed", sum((place.now - place.then for place in held.closed), Decimal(0))),
    )
    values: dict[str, PhraseValue] = {
        "count": Number(len(held.alike)),
        "alike": _percent(metrics.growth(*alike)),
        "whole": _percent(facts.change.share),
        "opened": _places(held.opened),
        "came": facts.signed(came),
        "closed": _places(held.closed),
        "went": facts.signed(went),
    }
    if held.opened and held.closed:
        text = say(
            "In the same places ({count}) revenue changed by {alike}, in all by {whole}. Opened: {opened}, {came}; "
            "closed: {closed}, {went}.",
            **values,
        )
    elif held.opened:
        text = say(
            "In the same places ({count}) revenue changed by {alike}, in all by {whole}. Opened: {opened}, {came}.",
            **values,
        )
    else:
        text = say(
            "In the same places ({count}) revenue changed by {alike}, in all by {whole}. Closed: {closed}, {went}.",
            **values,
        )
    yield from _of_scope(facts, "Y21", text, (came, went), ("opened", "closed"), _KNOWN_BY_PLACES)


_KNOWN_BY_GOODS = say("The first and the last sale of each product ever.")
_KNOWN_BY_PLACES = say(
    "The place of each sale, and the log of openings and closings; open on all days of both periods."
)


def _by_lines(facts: Facts, *worth: tuple[str, Decimal]) -> tuple[Decimal, Decimal]:
    """What came and what went as the bridge's lines have it, which count nothing twice; else as it was sold."""
    came, went = (
        amount if facts.bridge is None or not amount else line_of(facts, key) or Decimal(0) for key, amount in worth
    )
    return came, went


def _of_scope(
    facts: Facts, id: str, text: Phrase, worth: tuple[Decimal, Decimal], lines: tuple[str, str], known_by: Phrase
) -> Iterator[Reason]:
    """Worth what came and what went. It matters by the larger of the two: one that makes up for the other is no reason
    to keep silent of both."""
    largest = max(zip(worth, lines, strict=True), key=lambda one: abs(one[0]))
    found = weighed_in_revenue(facts, id, text, largest[0])
    if found is not None:
        line = "" if line_of(facts, largest[1]) is None else largest[1]
        yield Reason(replace(found, figure=sum(worth, Decimal(0))), known_by, CLIENTS, line=line)


def _names(products: Sequence[Product]) -> tuple[Value | Phrase, ...]:
    return _listed([product.name for product in products])


def _places(locations: Sequence[Location]) -> tuple[Value | Phrase, ...]:
    return _listed([place.name for place in locations])


def _listed(names: Sequence[str]) -> tuple[Value | Phrase, ...]:
    more = len(names) - _NAMED_AT_MOST
    shown: list[Value | Phrase] = list(names[:_NAMED_AT_MOST])
    return (*shown, say("and {count} more", count=Number(more))) if more > 0 else tuple(shown)


def _percent(share: Decimal | None) -> Percent | Phrase:
    return say("nobody knows how much") if share is None else Percent(share, signed=True)
