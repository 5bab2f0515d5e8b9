"""What can be answered about a file, and what is said of an answer that is none."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.domain.errors import AnswerInvalid
from dashboard.ingest.answers import checked, period_of


def test_answers_are_taken_as_they_are_meant() -> None:
    given = {"date_order": " dmy", "decimal_mark": ",", "currency": "usd", "period": "2026-03-01/2026-03-14"}
    assert checked(given) == given | {"date_order": "dmy", "currency": "USD"}


@pytest.mark.parametrize(
    ("about", "value"),
    [
        ("date_order", "day"), ("decimal_mark", ""), ("money_unit", "kopecks"), ("currency", "$"), ("colour", "red"),
        ("period", "2026-03-14/2026-03-01"), ("period", "March"), ("period", "2026-02-30/2026-03-01"),
    ],
)  # fmt: skip
def test_an_answer_that_cannot_be_given_is_named(about: str, value: str) -> None:
    with pytest.raises(AnswerInvalid) as refused:
        checked({about: value})
    assert about in str(refused.value)
    assert "Nothing was imported." in str(refused.value)


def test_a_period_is_two_days_in_their_order() -> None:
    assert period_of("2026-03-01/2026-03-14") == (date(2026, 3, 1), date(2026, 3, 14))
    assert period_of("2026-03-01") is None
