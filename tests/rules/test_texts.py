"""Every text that a person reads has its Russian, with the same places to fill."""

from __future__ import annotations

import re
from pathlib import Path

from babel.messages.pofile import read_po

from scripts import messages
from tests.rules.source import ROOT

RUSSIAN = ROOT / "dashboard/i18n/locale/ru/LC_MESSAGES/sverka.po"
PLACE = re.compile(r"\{(\w+)\}")


def texts() -> dict[str | tuple[str, ...], str]:
    """Each text of the product and the first file that says it."""
    return {text: said[0][0] for text, said in messages.texts(ROOT).items()}


def test_every_text_has_its_russian() -> None:
    with RUSSIAN.open("rb") as file:
        catalogue = read_po(file, locale="ru")
    missing = []
    for message, where in texts().items():
        entry = catalogue.get(message if isinstance(message, str) else message[0])
        translated = entry.string if entry else ""
        whole = all(translated) if isinstance(translated, tuple | list) else bool(translated)
        if not whole or (entry and entry.fuzzy):
            missing.append(f"{where}: {message}")
    assert not missing, "\n".join(missing)


def test_a_translation_fills_the_same_places() -> None:
    with RUSSIAN.open("rb") as file:
        catalogue = read_po(file, locale="ru")
    wrong = []
    for entry in catalogue:
        if not entry.id:
            continue
        stated = entry.id if isinstance(entry.id, tuple | list) else (entry.id,)
        places = set().union(*(PLACE.findall(text) for text in stated))
        strings = entry.string if isinstance(entry.string, tuple | list) else (entry.string,)
        for text in strings:
            if not set(PLACE.findall(text)) <= places or (len(stated) == 1 and set(PLACE.findall(text)) != places):
                wrong.append(f"{stated[0]} → {text}")
    assert not wrong, "\n".join(wrong)


def test_no_translation_is_left_without_its_text() -> None:
    known = {message if isinstance(message, str) else message[0] for message in texts()}
    with RUSSIAN.open("rb") as file:
        catalogue = read_po(file, locale="ru")
    stale = [entry.id for entry in catalogue if entry.id and _first(entry.id) not in known]
    assert not stale, stale


def test_a_lead_has_one_word_in_russian() -> None:
    with RUSSIAN.open("rb") as file:
        catalogue = read_po(file, locale="ru")
    strings = [(entry.id, text) for entry in catalogue for text in _all(entry.string)]
    assert not [said for said in strings if re.search(r"\bлид(?!ер)", said[1], re.IGNORECASE)]


def test_a_reason_calls_what_was_before_the_earlier_period_since_any_two_can_be_compared() -> None:
    a_year_apart = re.compile(r"last year|this year|a year ago|the year before(?! them)", re.IGNORECASE)
    said = {text: where for text, where in texts().items() if "year_over_year/reasons/" in where}
    assert not [text for text in said if any(a_year_apart.search(one) for one in _all(text))]


def _all(text: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def _first(text: str | tuple[str, ...] | list[str]) -> str:
    return text if isinstance(text, str) else text[0]


def test_the_catalogue_is_a_file_a_translator_can_open() -> None:
    assert Path(RUSSIAN).read_text(encoding="utf-8").startswith("#")


def test_a_clients_name_is_put_into_no_quotes() -> None:
    """Names have quotes of their own: «Клиника «Норд»» is none."""
    with RUSSIAN.open("rb") as file:
        catalogue = read_po(file, locale="ru")
    said = [text for entry in catalogue for text in ([entry.string] if isinstance(entry.string, str) else entry.string)]
    assert not [text for text in said if "«{client}»" in text]
