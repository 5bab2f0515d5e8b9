"""Currencies as exports name them, and their ISO 4217 codes."""

from __future__ import annotations

from dashboard.ingest.headers import folded

_NAMES: dict[str, tuple[str, ...]] = {
    "RUB": ("₽", "руб.", "руб", "р.", "р", "рубль", "российский рубль", "rub", "rur"),
    "USD": ("$", "us$", "usd", "доллар сша"),
    "EUR": ("€", "eur", "евро"),
    "GBP": ("£", "gbp"),
    "KZT": ("₸", "тенге", "kzt", "тг"),
    "BYN": ("br", "byn", "бел. руб."),
    "UAH": ("₴", "грн", "грн.", "uah"),
    "UZS": ("сум", "uzs"),
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
