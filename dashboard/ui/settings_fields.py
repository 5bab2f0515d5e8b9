"""The texts in which settings stand in the form, and back: what a person typed, read as what the settings hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import time
from decimal import Decimal, InvalidOperation

from dashboard.domain.client import OpenHours
from dashboard.domain.phrase import Phrase, say
from dashboard.i18n import current

HUNDRED = Decimal(100)
_SPAN = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*[-–—]\s*(\d{1,2})(?:[:.](\d{2}))?")
_GAPS = str.maketrans("", "", "     %")


class Unreadable(ValueError):
    """What was typed cannot be read; `phrase` says what was expected."""

    def __init__(self, phrase: Phrase) -> None:
        super().__init__(phrase.template)
        self.phrase = phrase


def number_text(value: Decimal | None) -> str:
    """A number as the form writes it: 37,5 in Russian; '' for none and for nought."""
    if not value:
        return ""
    plain = f"{value.normalize():f}"
    return plain.replace(".", ",") if current().code == "ru" else plain


def number(text: str) -> Decimal | None:
    """The number that was typed, with a point or a comma; None where nothing was. Raises Unreadable."""
    plain = text.translate(_GAPS).replace(",", ".")
    if not plain:
        return None
    try:
        value = Decimal(plain)
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite() or value < 0:
        raise Unreadable(say("“{text}” is no number such as 37.5", text=text))
    return value


def share_text(value: Decimal | None) -> str:
    """A share as per cent; '' for none."""
    if value is None:
        return ""
    return number_text(value * HUNDRED) or "0"


def share(text: str) -> Decimal | None:
    """A share typed as per cent; None where nothing was. Raises Unreadable."""
    value = number(text)
    return None if value is None else value / HUNDRED


def shares_text(shares: Iterable[tuple[str, Decimal]]) -> str:
    """Each product with its per cent on a line of its own."""
    return "\n".join(f"{name} = {share_text(value)}" for name, value in shares)


def shares(text: str) -> tuple[tuple[str, Decimal], ...]:
    """The lines «product = per cent» that were typed. Raises Unreadable naming the line."""
    found: dict[str, Decimal] = {}
    for line in filter(None, (line.strip() for line in text.splitlines())):
        name, sign, typed = line.rpartition("=")
        value = share(typed) if sign else None
        if value is None or not name.strip():
            raise Unreadable(say("“{text}” is no line such as “Implants = 55”", text=line))
        if name.strip() in found:
            raise Unreadable(say("“{text}” is there twice", text=name.strip()))
        found[name.strip()] = value
    return tuple(found.items())


def hours_text(hours: Sequence[OpenHours], weekday: int) -> str:
    """The spans of one weekday: 09:00–13:00, 14:00–18:00."""
    return ", ".join(f"{one.opens:%H:%M}–{one.closes:%H:%M}" for one in hours if one.weekday == weekday)


def hours(typed: Mapping[int, str]) -> tuple[OpenHours, ...]:
    """The working hours typed by weekday; a day without any is closed. Raises Unreadable."""
    found = []
    for weekday, text in sorted(typed.items()):
        for part in filter(None, (part.strip() for part in text.split(","))):
            read = _SPAN.fullmatch(part)
            if read is None:
                raise Unreadable(say("“{text}” is no span such as 9:00–18:00", text=part))
            found.append(OpenHours(weekday, _time(read[1], read[2], part), _time(read[3], read[4], part)))
    return tuple(found)


def _time(hour: str, minute: str | None, part: str) -> time:
    try:
        return time(int(hour) % 24 if hour == "24" else int(hour), int(minute or 0))
    except ValueError:
        raise Unreadable(say("“{text}” is no span such as 9:00–18:00", text=part)) from None


def whole(text: str) -> int:
    """A whole number that was typed. Raises Unreadable."""
    plain = text.translate(_GAPS)
    if not plain.isdecimal():
        raise Unreadable(say("“{text}” is no whole number", text=text))
    return int(plain)
