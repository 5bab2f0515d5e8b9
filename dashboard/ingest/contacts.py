"""Phones and e-mails → keyed hashes. What identifies a person goes in here and does not come out."""

from __future__ import annotations

import hashlib
import hmac
import re
from decimal import ROUND_HALF_EVEN, Decimal

import phonenumbers

# As `without_contacts` of queries/staging/ingest/text.sql has them; RE2 and Python read them alike.
EMAIL_WITHIN = r"[\w.+-]+@[\w-]+\.[\w.-]+"
PHONE_WITHIN = (
    r"\+\d[\d\s().\-]{6,}\d|\b\d{10,15}\b|\b[78][\s\-(]*\d{3}[\s\-)]*\d{3}[\s\-]*\d{2}[\s\-]*\d{2}\b"
    r"|\(\d{3}\)\s*\d{3}[\s\-]\d{4}|\b\d{3}-\d{3}-\d{4}\b"
)
HIDDEN = "•••"

# Where digits alone may be anything (a campaign's number, a day): what is written as a phone, and nothing else. Each
# with what stands in its place.
WRITTEN = (
    (EMAIL_WITHIN, HIDDEN),
    (
        r"\+\d[\d\s().\-]{6,}\d|\b[78][\s\-(]+\d{3}[\s\-)]+\d{3}[\s\-]*\d{2}[\s\-]*\d{2}\b"
        r"|\(\d{3}\)\s*\d{3}[\s\-]\d{4}|\b\d{3}-\d{3}-\d{4}\b",
        HIDDEN,
    ),
    (r"(^|[^0-9])[78]9\d{9}(?:\b|(_))", rf"\1{HIDDEN}\2"),
)
MAY_BE_WRITTEN = r"@|\d[\d\s().\-]{8,}\d"

_SEVERAL = re.compile(r"[,;/|\n]+")
_LONGEST = 200


def phone_number(cell: str, country: str) -> str | None:
    """The first phone in a cell as E.164, read as people of the country write it; None where there is none."""
    for part in _SEVERAL.split(cell[:_LONGEST]):
        for written in (part, f"+{part.strip()}"):
            try:
                number = phonenumbers.parse(written, country.upper())
            except phonenumbers.NumberParseException:
                continue
            if phonenumbers.is_possible_number(number):
                return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
    return None


def email_address(cell: str) -> str | None:
    """The first e-mail in a cell, trimmed and in lower case; None where there is none."""
    for part in re.split(r"[,;|\s]+", cell[: _LONGEST * 2]):
        if part.count("@") == 1 and "." in part.partition("@")[2]:
            return part.strip("<>\"' ").lower()
    return None


def without_written(text: str) -> str:
    """A text of people's own, such as a file's name, without the phones and e-mails written in it."""
    for pattern, instead in WRITTEN:
        text = re.sub(pattern, instead, text)
    return text


def person_name(cell: str) -> str:
    """A name in one spelling: case and blanks levelled."""
    return " ".join(cell[: _LONGEST * 2].casefold().split())


def keyed_hash(secret: bytes, what: str, value: str) -> str:
    """32 hexadecimal digits that say whether two contacts are one, and nothing else to whoever lacks the secret."""
    return hmac.new(secret, f"{what}:{value}".encode(), hashlib.sha256).hexdigest()[:32]


def share_of(whole: Decimal, weight: Decimal, all_weights: Decimal) -> Decimal:
    """A row's part of an order's total, to the cent; 0 where no row has a weight."""
    if not all_weights:
        return Decimal(0)
    return (whole * weight / all_weights).quantize(Decimal("0.01"), rounding=ROUND_HALF_EVEN)
