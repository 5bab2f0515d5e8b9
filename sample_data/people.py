"""Made-up people: a phone and an e-mail each, and the ways in which others write them down.

No number belongs to anybody: the Russian ones use codes that are not given out, the American ones the exchange 555,
the addresses the domains that are reserved for examples.
"""

from __future__ import annotations

from dataclasses import dataclass

from sample_data.chance import Chance

RU_CODES = ("943", "944", "945", "946", "947", "972", "973", "974", "975", "976")
US_CODES = ("212", "315", "347", "516", "518", "585", "607", "631", "646", "716", "718", "845", "914", "917", "201")


@dataclass(frozen=True)
class Person:
    """`phone` in digits with the country code; `email` as the person would type it."""

    phone: str
    email: str


def russian(chance: Chance) -> Person:
    phone = f"7{chance.choice(RU_CODES)}{chance.randrange(10_000_000):07d}"
    return Person(phone, f"p{phone[1:]}@mail.example")


def american(chance: Chance) -> Person:
    phone = f"1{chance.choice(US_CODES)}555{chance.randrange(10_000):04d}"
    return Person(phone, f"c{phone[1:]}{chance.randrange(100):02d}@shop.example")


def as_written_in_russia(phone: str, chance: Chance) -> str:
    """The same number as a manager may type it."""
    code, rest = phone[1:4], phone[4:]
    way = chance.randrange(4)
    if way == 0:
        return f"+7 ({code}) {rest[:3]}-{rest[3:5]}-{rest[5:]}"
    if way == 1:
        return f"8{code}{rest}"
    if way == 2:
        return f"+7{code}{rest}"
    return f"8 {code} {rest[:3]} {rest[3:]}"


def as_written_in_america(phone: str, chance: Chance) -> str:
    code, rest = phone[1:4], phone[4:]
    way = chance.randrange(3)
    if way == 0:
        return f"+1{code}{rest}"
    if way == 1:
        return f"({code}) {rest[:3]}-{rest[3:]}"
    return f"{code}-{rest[:3]}-{rest[3:]}"


def as_shown_by_callrail(phone: str) -> str:
    return f"+1 ({phone[1:4]}) {phone[4:7]}-{phone[7:]}"
