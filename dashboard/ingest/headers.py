"""Headers as they are compared: without the differences that a reader does not see."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

# Cyrillic letters that look like Latin ones; exports mix them within a word («Kлики» with a Latin K).
_LOOKALIKES = str.maketrans("авекмнорстухіїј", "abekmhopctyxiij")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
# A unit of money says how a column is written, not which column it is: «Сумма, тыс. руб.» is «Сумма, руб.».
_THOUSANDS = re.compile(
    r"(?<![\w\d])(?:в\s+тысячах|тысяч(?:ах)?|тыс\.?|in thousands(?: of)?|thousands|'?000s)(?!\w)|\('?000s?\)"
)
_INCLUDING_VAT = re.compile(
    r"\b(?:с|вкл\w*\.?|включая)\s+ндс\b|\b(?:incl\w*\.?|with)\s+vat\b|\binkl\w*\.?\s+mwst|\bincl\.?\s+btw\b"
)
_WITHOUT_VAT = re.compile(
    r"\b(?:без|искл\w*\.?)\s+ндс\b|\b(?:excl\w*\.?|without|ex\.?)\s+vat\b|\bexkl\w*\.?\s+mwst|\bexcl\.?\s+btw\b"
)
_CURRENCY_PLACE = "{currency}"
_ANY_PLACE = "{any}"
PLACES = (_CURRENCY_PLACE, _ANY_PLACE)


@lru_cache(maxsize=4096)
def folded(header: str) -> str:
    """A header in one spelling: case, blanks, full-width, unseen and look-alike characters levelled."""
    plain = _UNSEEN.sub("", unicodedata.normalize("NFKC", header)).casefold().replace("ё", "е")
    plain, units = _THOUSANDS.subn(" ", plain)
    plain = " ".join(plain.replace("«", '"').replace("»", '"').split()).strip(" \"'*")
    if units:
        plain = plain.replace(" )", ")").replace("( ", "(").removesuffix("()").rstrip(" ,")
    return plain.translate(_LOOKALIKES)


@lru_cache(maxsize=4096)
def _pattern(alias: str) -> re.Pattern[str] | None:
    if _ANY_PLACE in alias:
        before, _, after = alias.partition(_ANY_PLACE)
        return re.compile(f"{re.escape(folded(before))}.{{1,100}}?{re.escape(folded(after))}")
    if _CURRENCY_PLACE not in alias:
        return None
    before, _, after = alias.partition(_CURRENCY_PLACE)
    start = re.escape(folded(before)) + r"\s*" if before else ""
    return re.compile(f"{start}(?P<currency>[^()]{{1,20}}?){re.escape(folded(after)) if after else ''}")


def fits(alias: str, header: str) -> bool:
    """Whether a header of a file is the declared one."""
    pattern = _pattern(alias)
    return folded(alias) == folded(header) if pattern is None else pattern.fullmatch(folded(header)) is not None


def distinct(header: Sequence[str]) -> tuple[str, ...]:
    """A header with one name for each place: a name that stands again and an empty one are told by number.

    >>> distinct(["Day", "Cost", "", "cost"])
    ('Day', 'Cost', '#3', 'cost #2')
    """
    taken = {folded(cell) for cell in header}
    met: dict[str, int] = {}
    names = []
    for place, cell in enumerate(header, 1):
        name, key = cell.strip(), folded(cell)
        met[key] = met.get(key, 0) + 1
        number = met[key] if key else place
        if not key or number > 1:
            start = f"{name} #" if key else "#"
            while folded(f"{start}{number}") in taken:
                number += 1
            name = f"{start}{number}"
            taken.add(folded(name))
        names.append(name)
    return tuple(names)


def currency_word(alias: str, header: str) -> str | None:
    """What stands in the header where the declared one has `{currency}`."""
    pattern = _pattern(alias)
    found = pattern.fullmatch(folded(header)) if pattern else None
    return found["currency"].strip() if found and _CURRENCY_PLACE in alias else None


def in_thousands(header: str) -> bool:
    """Whether a header says that its amounts are thousands: «Сумма, тыс. руб.»."""
    return _THOUSANDS.search(unicodedata.normalize("NFKC", header).casefold()) is not None


def includes_vat(text: str) -> bool | None:
    """Whether a text says that amounts include value-added tax, or that they do not; None where it says neither."""
    plain = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    without, including = _WITHOUT_VAT.search(plain), _INCLUDING_VAT.search(plain)
    return None if bool(without) == bool(including) else including is not None
