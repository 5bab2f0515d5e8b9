"""A sentence the product says, before any language is chosen.

Reports, errors and caveats are built once and read in several languages, so they carry phrases: an English
template with named places, and typed values for the places. `dashboard.i18n` turns a phrase into text; until
then nothing is formatted. `say` and `say_n` are the words that the message extraction looks for.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class Money:
    """An amount in one currency (ISO 4217 code). `short` writes at most three significant figures (1.93m)."""

    amount: Decimal
    currency: str
    short: bool = False
    signed: bool = False


@dataclass(frozen=True)
class Percent:
    """A share (0.14 is 14 %). `signed` writes the plus too; `points` writes percentage points."""

    value: Decimal | float
    signed: bool = False
    points: bool = False
    decimals: int | None = None


@dataclass(frozen=True)
class Number:
    """A plain number, rounded half-even to `decimals` (None: whole if it is whole, else two)."""

    value: Decimal | float | int
    decimals: int | None = None
    short: bool = False
    signed: bool = False


@dataclass(frozen=True)
class Day:
    """One day. `year` False leaves the year out where the context gives it."""

    day: date
    year: bool = True


@dataclass(frozen=True)
class Span:
    """A run of days, both ends included."""

    first: date
    last: date


@dataclass(frozen=True)
class Month:
    """The month that holds this day."""

    day: date


@dataclass(frozen=True)
class Term:
    """A word of the product that has a translation of its own, such as a channel's or a measure's name."""

    text: str


Value = Money | Percent | Number | Day | Span | Month | Term | str | int | date | Decimal | None


@dataclass(frozen=True)
class Phrase:
    """An English template with its values; `plural` and `count` where the wording follows a number."""

    template: str
    values: tuple[tuple[str, Value | Phrase | tuple[Value | Phrase, ...]], ...] = field(default=())
    plural: str | None = None
    count: int | None = None


PhraseValue = Value | Phrase | tuple[Value | Phrase, ...]


def say(template: str, /, **values: PhraseValue) -> Phrase:
    """A phrase from its English template and the values of its {places}. A tuple of values is joined as a list."""
    return Phrase(template, tuple(values.items()))


def say_n(one: str, many: str, /, count: int, **values: PhraseValue) -> Phrase:
    """A phrase whose wording follows `count`, which the template can name as {count}."""
    return Phrase(one, (("count", Number(count)), *values.items()), plural=many, count=count)


def N_(text: str, /) -> str:
    """Marks a text for translation where it is defined; whoever shows it looks the translation up."""
    return text
