"""What the cells of a column look like, before anybody says what they are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

from dashboard.ingest.contacts import EMAIL_WITHIN, HIDDEN, PHONE_WITHIN, email_address, phone_number

_SAMPLE = 200
_MOST = 0.8  # share of the filled cells that have to look alike
_FEW_WORDS = 20

_DATE = re.compile(
    r"\s*(\d{4}[-./]\d{1,2}([-./]\d{1,2})?|\d{1,2}[-./]\d{1,2}[-./]\d{2,4}"
    r"|\d{1,2}\.?\s+[^\W\d_]{3,12}\.?,?\s+\d{4}|[^\W\d_]{3,12}\.?\s+\d{1,2},?\s+\d{4})"
    r"([T,\s]+\d{1,2}:\d{2}(:\d{2})?.*)?\s*"
)
_TIME = re.compile(r"\s*\d{1,3}:\d{2}(:\d{2})?\s*")
_NUMBER = re.compile(r"[-+−]?[\d\s\u00a0\u202f'.,]*\d[\d\s\u00a0\u202f'.,]*")
_MONEY_MARKS = re.compile(r"[₽$€£¥₴₸]|руб\.?|р\.|\b(rub|usd|eur|gbp|kzt|uah|byn)\b", re.IGNORECASE)
_EMAIL = re.compile(EMAIL_WITHIN)
_PHONE = re.compile(PHONE_WITHIN)


class Look(StrEnum):
    """The look of most of a column's cells."""

    EMPTY = "empty"
    DATE = "date"
    TIME = "time"  # of the day, or how long
    PHONE = "phone"
    EMAIL = "email"
    MONEY = "money"  # a number with a currency's mark or a decimal part
    NUMBER = "number"
    WORD = "word"  # the same few words again and again
    TEXT = "text"


def look_of(cells: Iterable[str], country: str) -> Look:
    """How a column looks, judged by its first filled cells; phones are read as people of the country write them."""
    sample: list[str] = []
    for cell in cells:
        if cell.strip(" -—–\u00a0"):
            sample.append(cell.strip()[:200])
        if len(sample) >= _SAMPLE:
            break
    if not sample:
        return Look.EMPTY
    for look, fits in (
        (Look.EMAIL, lambda cell: email_address(cell) is not None),
        (Look.DATE, lambda cell: _DATE.fullmatch(cell) is not None),
        (Look.TIME, lambda cell: _TIME.fullmatch(cell) is not None),
        (Look.PHONE, lambda cell: _is_phone(cell, country)),
    ):
        if sum(map(fits, sample)) >= _MOST * len(sample):
            return look
    numbers = [cell for cell in sample if _is_number(cell)]
    if len(numbers) >= _MOST * len(sample):
        return Look.MONEY if any(_is_money(cell) for cell in numbers) else Look.NUMBER
    different = {cell.casefold() for cell in sample}
    if len(different) <= min(_FEW_WORDS, max(len(sample) // 2, 2)) and max(map(len, different)) <= 60:
        return Look.WORD
    return Look.TEXT


def hidden(cell: str, look: Look) -> str:
    """A cell as it may be shown: phones and e-mails are blanked, of a phone the last two digits stay."""
    if look is Look.PHONE:
        digits = [letter for letter in cell if letter.isdigit()]
        return f"{HIDDEN} {''.join(digits[-2:])}" if digits else cell
    if look in (Look.DATE, Look.TIME, Look.MONEY, Look.NUMBER):
        return _EMAIL.sub(HIDDEN, cell)
    return _PHONE.sub(HIDDEN, _EMAIL.sub(HIDDEN, cell))


def _is_phone(cell: str, country: str) -> bool:
    digits = sum(letter.isdigit() for letter in cell)
    if not 10 <= digits <= 15 or sum(letter.isalpha() for letter in cell) > 2:
        return False
    written = cell if not cell.isdigit() or len(cell) in (10, 11) else f"+{cell}"
    number = phone_number(written, country)
    return number is not None and (not cell.isdigit() or len(cell) != 10 or number.startswith("+7"))


def _is_number(cell: str) -> bool:
    plain = _MONEY_MARKS.sub("", cell).strip(" %\u00a0")
    return _NUMBER.fullmatch(plain) is not None


def _is_money(cell: str) -> bool:
    return _MONEY_MARKS.search(cell) is not None or re.search(r"[.,]\d{1,2}\s*\D*$", cell) is not None
