"""A phrase kept as JSON comes back as it was."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest

from dashboard.domain.phrase import Day, Money, Month, Number, Percent, Phrase, Span, Term, say, say_n
from dashboard.warehouse.phrase_json import from_json, to_json

DAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    "phrase",
    [
        say("Nothing was changed."),
        say("{a} of {b}", a=Money(Decimal("12.50"), "RUB", short=True), b=Percent(Decimal("0.14"), decimals=1)),
        say("{day} {span} {month}", day=Day(DAY, year=False), span=Span(DAY, DAY), month=Month(DAY)),
        say("{list}", list=(Term("Spend"), "text", 5, Decimal("1.1"), DAY)),
        say("{inner}", inner=say("It has {n}.", n=Number(Decimal("2.5")))),
        say("{nothing} {share}", nothing=None, share=Percent(0.25, points=True)),
        say_n("{count} row of {file}", "{count} rows of {file}", 3, file="march.csv"),
    ],
)
def test_a_phrase_comes_back_as_it_was(phrase: Phrase) -> None:
    assert from_json(json.loads(json.dumps(to_json(phrase)))) == phrase
