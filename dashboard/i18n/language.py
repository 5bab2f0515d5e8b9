"""One reader's language: texts, sentences, figures and days."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from babel.lists import format_list

from dashboard.domain.phrase import N_, Day, Money, Month, Number, Percent, Phrase, PhraseValue, Span, Term
from dashboard.i18n import days, figures
from dashboard.i18n.catalogue import translations
from dashboard.i18n.figures import UNKNOWN, Figure

LANGUAGES = {"en": "English", "ru": "Русский"}

_PLACE = re.compile(r"\{(\w+)\}")
_QUOTES = ("«»", "“”")
_INNER = str.maketrans("«»“”", "„“‘’")  # quotation marks within quotation marks
_AGES = (N_("today"), N_("yesterday"))


@dataclass(frozen=True, init=False)
class Language:
    """Everything that depends on who reads. Cheap to make; what it reads from files is kept by code."""

    code: str

    def __init__(self, code: str) -> None:
        object.__setattr__(self, "code", code if code in LANGUAGES else "en")

    @property
    def name(self) -> str:
        """The language's name in itself."""
        return LANGUAGES[self.code]

    def gettext(self, text: str) -> str:
        """The text in this language; the English itself where there is no translation."""
        return translations(self.code).gettext(text) if text else ""

    def ngettext(self, one: str, many: str, count: int) -> str:
        """The wording that fits `count`."""
        return translations(self.code).ngettext(one, many, count)

    def say(self, phrase: Phrase | str | None) -> str:
        """A phrase as text. A place without a value stays visible; a plain string is looked up as it is."""
        if phrase is None:
            return UNKNOWN
        if isinstance(phrase, str):
            return self.gettext(phrase)
        return self._filled(phrase, opens=True)

    def _filled(self, phrase: Phrase, opens: bool) -> str:
        """A phrase with its places filled; what it begins with is written large only where it opens the sentence."""
        if phrase.plural is not None and phrase.count is not None:
            template = self.ngettext(phrase.template, phrase.plural, phrase.count)
        else:
            template = self.gettext(phrase.template)
        values = dict(phrase.values)

        def fill(place: re.Match[str]) -> str:
            if place[1] not in values:
                return place[0]
            value = values[place[1]]
            text = self.value(value)
            if opens and place.start() == 0 and isinstance(value, Month | Term | Phrase):
                return _capital(text)  # a name keeps its own letters: amoCRM
            before, after = template[: place.start()][-1:], template[place.end() :][:1]
            return text.translate(_INNER) if before + after in _QUOTES else text

        return _PLACE.sub(fill, template) if values else template

    def value(self, value: PhraseValue) -> str:
        """One typed value of a phrase as text."""
        match value:
            case None:
                return UNKNOWN
            case str():
                return value
            case Term(text):
                return self.gettext(text)
            case Phrase():
                return self._filled(value, opens=False)
            case tuple():
                return self.listed(self.value(item) for item in value)
            case Money(amount, currency, short, signed):
                return self.money(amount, currency, short, signed)
            case Percent(share, signed, points, decimals):
                return self.percent(share, signed, points, decimals)
            case Number(number, decimals, short, signed):
                return self.number(number, decimals, short, signed)
            case Day(day, year):
                return self.day(day, year)
            case Span(first, last):
                return self.span(first, last)
            case Month(day):
                return days.month(self.code, day)
            case date():
                return self.day(value)
            case int() | Decimal():
                return self.number(value)

    def money(
        self, amount: Figure | None, currency: str, short: bool = False, signed: bool = False,
        decimals: int | None = None,
    ) -> str:  # fmt: skip
        """1 927 431 ₽, or short 1,93 млн ₽. Coins are written unless there are none; `decimals` 0 leaves them out."""
        return UNKNOWN if amount is None else figures.money(self.code, amount, currency, short, signed, decimals)

    def percent(
        self, share: Figure | None, signed: bool = False, points: bool = False, decimals: int | None = None
    ) -> str:
        """A share (0.14) as 14 %; from 10 % whole, below with one or two decimals unless `decimals` says."""
        return UNKNOWN if share is None else figures.percent(self.code, share, signed, points, decimals)

    def number(
        self, value: Figure | None, decimals: int | None = None, short: bool = False, signed: bool = False
    ) -> str:
        """A plain number, whole if it is whole, else with two decimals."""
        return UNKNOWN if value is None else figures.number(self.code, value, decimals, short, signed)

    def day(self, day: date | None, year: bool = True, short: bool = False) -> str:
        """18 November 2026."""
        return UNKNOWN if day is None else days.day(self.code, _date(day), year, short)

    def span(self, first: date, last: date, year: bool = True, short: bool = False) -> str:
        """1–18 November 2026."""
        return days.span(self.code, first, last, year, short)

    def month(self, day: date, year: bool = True, short: bool = False) -> str:
        """«Ноябрь 2026», as it stands alone; inside a sentence a phrase writes it small."""
        return _capital(days.month(self.code, _date(day), year, short))

    def age(self, last: date | None, today: date) -> str:
        """How long ago a day was: today, yesterday, 5 days ago."""
        if last is None:
            return UNKNOWN
        count = max((today - last).days, 0)
        if count < len(_AGES):
            return self.gettext(_AGES[count])
        return self.ngettext("{count} day ago", "{count} days ago", count).replace("{count}", self.number(count))

    def symbol(self, currency: str) -> str:
        """How the language writes a currency: ₽, $, CA$."""
        return figures.symbol(self.code, currency)

    def currency(self, currency: str) -> str:
        """A currency by its name and code: US Dollar (USD)."""
        return f"{_capital(figures.currency_name(self.code, currency))} ({currency})"

    def listed(self, items: Iterable[str]) -> str:
        """One, two and three."""
        return format_list(list(items), locale=self.code)

    @property
    def separators(self) -> str:
        """The decimal and the group mark, as Plotly's `separators` takes them."""
        found = figures.marks(self.code)
        return found.decimal + found.group


def best_of(accepted: str | None, fallback: str = "en") -> str:
    """The first of a browser's languages («ru-RU,ru;q=0.9») that the product speaks."""
    for part in (accepted or "").replace(";", ",").split(","):
        code = part.strip().split("-")[0].lower()
        if code in LANGUAGES:
            return code
    return fallback


def _capital(text: str) -> str:
    first = text.split(maxsplit=1)[0] if text.strip() else ""
    return text if first[1:] != first[1:].lower() else text[:1].upper() + text[1:]  # amoCRM keeps its own letters


def _date(day: date) -> date:
    return date(day.year, day.month, day.day)
