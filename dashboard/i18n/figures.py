"""Amounts, shares and numbers as a locale writes them.

Babel gives the marks and symbols; the digits are set here, because a page writes hundreds of figures and Babel
parses its pattern for each. Groups are parted by a narrow no-break space where the locale parts them by a space,
and the minus is a real one.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from functools import cache, lru_cache

from babel import Locale
from babel.numbers import get_currency_name, get_currency_precision, get_currency_symbol

UNKNOWN = "—"
MINUS = "\u2212"
SPACE = "\u00a0"
NARROW_SPACE = "\u202f"

Figure = Decimal | float | int

_NARROW_SYMBOLS = {"RUB": "₽", "KZT": "₸", "UAH": "₴", "TRY": "₺", "INR": "₹", "ILS": "₪"}
_SCALES = {
    "en": ((12, "tn"), (9, "bn"), (6, "m"), (3, "k")),
    "ru": ((12, "трлн"), (9, "млрд"), (6, "млн"), (3, "тыс")),
}
_POINTS = {"en": "pp", "ru": "п.\u202fп."}
_WHOLE_BELOW = Decimal(10_000)  # four digits read as easily as «3,41 тыс», and say more
_SHORT_FIGURES = 3


@dataclass(frozen=True)
class Marks:
    """How a locale sets a number."""

    decimal: str
    group: str
    unit_gap: str  # between the digits and «млн»
    percent_gap: str
    currency_first: bool


@cache
def marks(code: str) -> Marks:
    """The marks of a language; spaces in numbers are made narrow and unbreakable."""
    locale = Locale.parse(code)
    symbols = locale.number_symbols["latn"]
    group = NARROW_SPACE if str(symbols["group"]).isspace() else str(symbols["group"])
    percent = locale.percent_formats[None].pattern
    first = locale.currency_formats["standard"].pattern.startswith("¤")
    return Marks(
        decimal=str(symbols["decimal"]),
        group=group,
        unit_gap="" if first else SPACE,
        percent_gap=NARROW_SPACE if percent[-2].isspace() else "",
        currency_first=first,
    )


@cache
def currencies() -> frozenset[str]:
    """Every currency there is (ISO 4217 codes, as CLDR has them)."""
    return frozenset(map(str, Locale.parse("en").currencies))


@cache
def territories() -> frozenset[str]:
    """Every country there is (ISO 3166 alpha-2 codes, as CLDR has them)."""
    unassigned = {"EU", "EZ", "UN", "QO", "XA", "XB", "XK", "ZZ"}
    return frozenset(code for code in map(str, Locale.parse("en").territories) if len(code) == 2) - unassigned


@cache
def symbol(code: str, currency: str) -> str:
    """How a language writes a currency: ₽, $, CA$, CHF."""
    return _NARROW_SYMBOLS.get(currency) or get_currency_symbol(currency, Locale.parse(code))


def currency_name(code: str, currency: str) -> str:
    """What a language calls a currency: US Dollar."""
    return str(get_currency_name(currency, locale=Locale.parse(code)))


def territory_name(code: str, territory: str) -> str:
    """What a language calls a country: Germany."""
    return str(Locale.parse(code).territories.get(territory, territory))


@lru_cache(maxsize=8192)
def number(code: str, value: Figure, decimals: int | None = None, short: bool = False, signed: bool = False) -> str:
    """A number; `decimals` None writes it whole if it is whole, else with two."""
    exact = _exact(value)
    digits, unit = _short(code, exact, 1) if short else (_fixed(exact, _places(exact, 2, decimals)), "")
    return _sign(digits, signed) + _set(code, digits) + (marks(code).unit_gap + unit if unit else "")


@lru_cache(maxsize=8192)
def money(
    code: str, amount: Figure, currency: str, short: bool = False, signed: bool = False, decimals: int | None = None
) -> str:
    """An amount with its currency: whole if it is whole, else to the currency's smallest coin; short, rounded."""
    exact = _exact(amount)
    if short:
        digits, unit = _short(code, exact, get_currency_precision(currency))
    else:
        digits, unit = _fixed(exact, _places(exact, get_currency_precision(currency), decimals)), ""
    set_ = marks(code)
    body = _set(code, digits) + (set_.unit_gap + unit if unit else "")
    coin = symbol(code, currency)
    if set_.currency_first:
        return _sign(digits, signed) + coin + (SPACE if coin[-1].isalpha() else "") + body
    return _sign(digits, signed) + body + SPACE + coin


@lru_cache(maxsize=8192)
def percent(code: str, value: Figure, signed: bool = False, points: bool = False, decimals: int | None = None) -> str:
    """A share as per cent (0.14 → 14 %), or as percentage points. `decimals` None: fewer the larger it is."""
    hundredths = _exact(value) * 100
    if decimals is None:
        size = abs(hundredths)
        decimals = 0 if size >= 10 else 1 if size >= 1 else 2
        digits = _trimmed(_fixed(hundredths, decimals))
    else:
        digits = _fixed(hundredths, decimals)
    sign = _sign(digits, signed)
    if points:
        return sign + _set(code, digits) + SPACE + _POINTS.get(code, _POINTS["en"])
    return sign + _set(code, digits) + marks(code).percent_gap + "%"


def _exact(value: Figure) -> Decimal:
    return value if isinstance(value, Decimal) else Decimal(str(value))


def _places(value: Decimal, coin: int, decimals: int | None) -> int:
    if decimals is not None:
        return decimals
    rounded = round(value, coin)
    return 0 if rounded == rounded.to_integral_value() else coin


def _fixed(value: Decimal, decimals: int) -> Decimal:
    """Rounded half-even; a negative figure that rounds to nothing is nothing."""
    rounded = value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_EVEN)
    return abs(rounded) if rounded == 0 else rounded


def _trimmed(value: Decimal) -> Decimal:
    return Decimal(f"{value.normalize():f}")


def _short(code: str, value: Decimal, coin: int) -> tuple[Decimal, str]:
    """At most three significant figures with the scale's name; four digits stay whole, below 100 coins show."""
    if abs(value) < _WHOLE_BELOW:
        whole = _fixed(value, 0)
        if abs(whole) < _WHOLE_BELOW:
            return (whole if abs(whole) >= 100 else _fixed(value, _places(value, coin, None))), ""
    rounded = _fixed(value, _SHORT_FIGURES - 1 - value.adjusted())
    for exponent, name in _SCALES.get(code, _SCALES["en"]):
        if abs(rounded) >= Decimal(10) ** exponent:
            return _trimmed(rounded.scaleb(-exponent)), name
    return rounded, ""


def _sign(digits: Decimal, signed: bool) -> str:
    return MINUS if digits < 0 else "+" if signed and digits > 0 else ""


def _set(code: str, digits: Decimal) -> str:
    text = f"{abs(digits):,f}"
    set_ = marks(code)
    return text.replace(",", "\0").replace(".", set_.decimal).replace("\0", set_.group)
