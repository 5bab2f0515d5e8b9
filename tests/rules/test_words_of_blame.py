"""What may not be said of two years: that ads gave nothing, that anybody is to thank or to blame, or why it came so."""

from __future__ import annotations

import re

from babel.messages.pofile import read_po

from scripts import messages
from tests.rules.source import ROOT
from tests.rules.test_texts import RUSSIAN

NEVER = re.compile(
    r"\b(ads|advertising|agency|client)( \w+)? (gave|brought|did|achieved) nothing|thanks to|to blame|\bfault\b"
    r"|реклама (ничего не|не) (дала|принесла|сработала)|ничего не (дала|принесла|сделал)"
    r"|благодаря|по вине|виноват|заслуг",
    re.IGNORECASE,
)
A_CAUSE = re.compile(r"because|due to|owing to|потому что|из-за|вследствие", re.IGNORECASE)
WHY_IT_CANNOT_BE_TOLD = re.compile(r"cannot|not known|нельзя|невозможно|неизвест", re.IGNORECASE)


def said() -> list[tuple[str, str]]:
    """Every text in both languages, with the first file that says it."""
    with RUSSIAN.open("rb") as file:
        catalogue = read_po(file, locale="ru")
    found = []
    for text, places in messages.texts(ROOT).items():
        english = text if isinstance(text, tuple) else (text,)
        entry = catalogue.get(english[0])
        russian = entry.string if entry else ""
        found += [(one, places[0][0]) for one in (*english, *([russian] if isinstance(russian, str) else russian))]
    return found


def test_nobody_is_thanked_or_blamed_and_no_ads_are_said_to_have_given_nothing() -> None:
    assert not [f"{where}: {text}" for text, where in said() if NEVER.search(text)]


def test_of_two_years_because_says_only_why_something_cannot_be_told() -> None:
    causes = [
        f"{where}: {text}"
        for text, where in said()
        if "year_over_year" in where and A_CAUSE.search(text) and not WHY_IT_CANNOT_BE_TOLD.search(text)
    ]
    assert not causes
