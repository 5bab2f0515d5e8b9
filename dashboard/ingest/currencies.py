"""Currencies as exports name them, and their ISO 4217 codes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from babel.numbers import list_currencies

from dashboard.ingest.headers import folded

_BESIDE = re.compile(r"^[-(]?([^\d\s.,()+'-]{1,4})\s?[-\d(]|[\d)]\s?([^\d\s,()+%'-]{1,4})$")
_NAMES: dict[str, tuple[str, ...]] = {
    "RUB": ("₽", "руб.", "руб", "р.", "р", "рубль", "российский рубль", "rub", "rur"),
    "USD": ("$", "us$", "usd", "доллар сша"),
    "SEK": ("kr", "sek"),
    "JPY": ("¥", "jpy"),
    "EUR": ("€", "eur", "евро"),
    "GBP": ("£", "gbp"),
    "KZT": ("₸", "тенге", "kzt", "тг"),
    "BYN": ("br", "byn", "бел. руб."),
    "UAH": ("₴", "грн", "грн.", "uah"),
    "UZS": ("сум", "uzs"),
    "INR": ("₹", "inr"),
    "BDT": ("৳", "bdt"),
    "TRY": ("₺", "try"),
    "PLN": ("zł", "pln"),
    "ILS": ("₪", "ils"),
    "VND": ("₫", "vnd"),
}
_DOLLARS = frozenset({"USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN"})
_NUMBER = re.compile(r"[\d\s.,'’+\-−()]+")
# Signs of several currencies; the one that is mostly meant first.
_SHARED: dict[str, tuple[str, ...]] = {
    "$": ("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN"),
    "kr": ("SEK", "NOK", "DKK", "ISK"),
    "kr.": ("DKK", "SEK", "NOK", "ISK"),
    "¥": ("JPY", "CNY"),
}
_CODES = {folded(name): code for code, names in _NAMES.items() for name in names}


def code_of(word: str) -> str | None:
    """The code of a currency named by its sign, code or name; None if it is none we know.

    >>> code_of("руб.")
    'RUB'
    """
    plain = folded(word)
    if plain in _CODES:
        return _CODES[plain]
    return plain.upper() if len(plain) == 3 and plain.isascii() and plain.isalpha() else None


def codes_beside(amounts: Iterable[str], own: str) -> tuple[str, ...]:
    """The currencies whose sign or code stands beside one of the amounts. A bare dollar sign is the client's dollar.

    >>> codes_beside(["€ 2.900,00", "11000", "€ 11398,00"], "RUB")
    ('EUR',)
    """
    words = {word.strip() for amount in amounts if (word := _NUMBER.sub(" ", amount).strip())}
    codes = {
        own if word == "$" and own in _DOLLARS else code
        for word in words
        if (code := code_of(word)) and code in list_currencies()
    }
    return tuple(sorted(codes))


def shared_by(sign: str) -> tuple[str, ...]:
    """The currencies that use a sign, where it is not one's alone.

    >>> shared_by("kr"), shared_by("€")
    (('SEK', 'NOK', 'DKK', 'ISK'), ())
    """
    return _SHARED.get(folded(sign), ())


def sign_in(cell: str) -> str:
    """What stands beside the number in a cell of money: `€` in `€1,622.60`; '' where nothing does."""
    found = _BESIDE.search(cell.strip())
    return (found[1] or found[2]).strip() if found else ""
