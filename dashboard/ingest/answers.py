"""What a person may answer about a file that asks, and how an answer is written."""

from __future__ import annotations

import re
from collections.abc import Mapping as Named
from datetime import date

from dashboard.domain.errors import AnswerInvalid
from dashboard.domain.phrase import say

# What can be asked → the answers there are; for the others, what an answer looks like.
CHOICES: dict[str, tuple[str, ...]] = {
    "date_order": ("dmy", "mdy"),
    "decimal_mark": (".", ","),
    "money_unit": ("units", "micros"),
}
_PERIOD = re.compile(r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)")
_CURRENCY = re.compile(r"[A-Z]{3}")


def checked(answers: Named[str, str]) -> dict[str, str]:
    """The answers, as they are used. Raises AnswerInvalid for one that answers nothing, or in no way there is."""
    given = {}
    for about, said in answers.items():
        value = said.strip()
        if about in CHOICES:
            if value not in CHOICES[about]:
                raise _invalid(about, said, tuple(CHOICES[about]))
        elif about == "period":
            if period_of(value) is None:
                raise _invalid(about, said, ("2026-03-01/2026-03-14",))
        elif about == "currency":
            value = value.upper()
            if not _CURRENCY.fullmatch(value):
                raise _invalid(about, said, ("USD", "EUR", "…"))
        elif about == "mapping":  # the name of one that was saved; which there are, the file's reader knows
            if not value:
                raise _invalid(about, said, ("…",))
        else:
            raise AnswerInvalid(
                say(
                    "“{about}” is nothing that a file asks. What can be answered: {known}. Nothing was imported.",
                    about=about, known=(*CHOICES, "period", "currency", "mapping"),
                )
            )  # fmt: skip
        given[about] = value
    return given


def period_of(value: str) -> tuple[date, date] | None:
    """First and last day of an answer such as `2026-03-01/2026-03-14`; None if it is none."""
    found = _PERIOD.fullmatch(value.strip())
    if not found:
        return None
    try:
        first, last = date.fromisoformat(found[1]), date.fromisoformat(found[2])
    except ValueError:
        return None
    return (first, last) if first <= last else None


def _invalid(about: str, said: str, expected: tuple[str, ...]) -> AnswerInvalid:
    return AnswerInvalid(
        say(
            "The answer {about}={value} is not one that can be given. Expected: {expected}. Nothing was imported.",
            about=about, value=said, expected=expected,
        )
    )  # fmt: skip
