"""An error's log line is plain English."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from dashboard.domain.errors import FileRefused, SverkaError
from dashboard.domain.phrase import Day, Money, Month, Number, Percent, PhraseValue, Span, Term, say, say_n


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("clicks.csv", "clicks.csv"),
        (17, "17"),
        (None, "None"),
        (Decimal("1.50"), "1.50"),
        (date(2026, 2, 28), "2026-02-28"),
        (Money(Decimal("12.30"), "RUB"), "12.30 RUB"),
        (Percent(Decimal("0.14")), "0.14"),
        (Number(3), "3"),
        (Day(date(2026, 2, 28)), "2026-02-28"),
        (Month(date(2026, 2, 28)), "2026-02"),
        (Span(date(2026, 2, 1), date(2026, 2, 28)), "2026-02-01–2026-02-28"),
        (Term("Spend"), "Spend"),
        (say("no {what}", what=Term("orders")), "no orders"),
        (("a", Term("b")), "a, b"),
    ],
)
def test_every_kind_of_value_is_written_plainly(value: PhraseValue, written: str) -> None:
    assert str(FileRefused(say("Refused: {value}.", value=value))) == f"Refused: {written}."


def test_a_place_without_a_value_stays_visible() -> None:
    assert str(SverkaError(say("Row {line} of {file}.", line=3))) == "Row 3 of {file}."


@pytest.mark.parametrize(("count", "written"), [(1, "1 row was rejected"), (3, "3 rows were rejected")])
def test_a_count_chooses_the_wording(count: int, written: str) -> None:
    assert str(SverkaError(say_n("{count} row was rejected", "{count} rows were rejected", count))) == written


def test_the_phrase_stays_with_the_error_for_the_readers_language() -> None:
    phrase = say("There is no client “{name}”.", name="clinic")
    assert SverkaError(phrase).phrase is phrase
