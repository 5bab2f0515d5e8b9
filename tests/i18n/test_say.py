"""A phrase becomes a sentence: typed values, plural forms, phrases within phrases, lists, and what is missing."""

from __future__ import annotations

import threading
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from babel.messages.pofile import read_po

from dashboard import i18n
from dashboard.domain.phrase import Day, Money, Month, Number, Percent, Phrase, Span, Term, say, say_n
from dashboard.i18n import Language, catalogue

PO = """
msgid "{count} lead on {day}"
msgid_plural "{count} leads on {day}"
msgstr[0] "{count} заявка за {day}"
msgstr[1] "{count} заявки за {day}"
msgstr[2] "{count} заявок за {day}"

msgid "Spend in {month} was {amount}, {change} to {span}."
msgstr "Расход за {month} — {amount}, {change} к {span}."

msgid "{month} is not over."
msgstr "{month} ещё не закончился."

msgid "Search ads"
msgstr "Поисковая реклама"

msgid "No data from {channels}."
msgstr "Нет данных: {channels}."

msgid "Why: {reason}"
msgstr "Почему: {reason}"

msgid "no margin"
msgstr "нет маржи"
"""


@pytest.fixture
def russian(monkeypatch: pytest.MonkeyPatch) -> Language:
    """Russian with a catalogue of a few texts of its own."""
    small = catalogue.compiled(read_po(BytesIO(PO.encode()), locale="ru"))
    monkeypatch.setattr("dashboard.i18n.language.translations", lambda code: small)
    return Language("ru")


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("count", "said"), [(1, "1 заявка"), (2, "2 заявки"), (5, "5 заявок"), (11, "11 заявок"), (21, "21 заявка")]
)
def test_russian_counts_leads_in_three_forms(russian: Language, count: int, said: str) -> None:
    phrase = say_n("{count} lead on {day}", "{count} leads on {day}", count, day=Day(date(2026, 11, 4), year=False))
    assert plain(russian.say(phrase)) == f"{said} за 4 ноября"


def test_english_counts_leads_in_two(russian: Language) -> None:
    assert [i18n.Language("en").ngettext("{count} hat", "{count} hats", n) for n in (1, 2)] == [
        "{count} hat",
        "{count} hats",
    ]


def test_each_value_is_written_as_its_kind_and_a_month_inside_a_sentence_is_small(russian: Language) -> None:
    phrase = say(
        "Spend in {month} was {amount}, {change} to {span}.",
        month=Month(date(2026, 11, 1)),
        amount=Money(Decimal(412345), "RUB", short=True),
        change=Percent(Decimal("0.12"), signed=True),
        span=Span(date(2026, 10, 1), date(2026, 10, 18)),
    )
    assert plain(russian.say(phrase)) == "Расход за ноябрь 2026 — 412 тыс ₽, +12 % к 1–18 октября 2026."


def test_a_sentence_that_begins_with_a_value_begins_with_a_capital(russian: Language) -> None:
    assert (
        plain(russian.say(say("{month} is not over.", month=Month(date(2026, 5, 1))))) == "Май 2026 ещё не закончился."
    )


def test_phrases_within_phrases_terms_and_lists_are_said_in_the_same_language(russian: Language) -> None:
    assert russian.say(say("Why: {reason}", reason=say("no margin"))) == "Почему: нет маржи"
    channels = (Term("Search ads"), "VK", "2GIS")
    assert (
        russian.say(say("No data from {channels}.", channels=channels)) == "Нет данных: Поисковая реклама, VK и 2GIS."
    )


def test_a_name_from_a_file_is_never_looked_up(russian: Language) -> None:
    assert russian.say(say("Why: {reason}", reason="Search ads")) == "Почему: Search ads"


def test_a_place_without_a_value_stays_visible() -> None:
    assert Language("en").say(say("From {first} to {last}", first="a")) == "From a to {last}"


def test_braces_in_a_value_are_not_filled_again() -> None:
    assert Language("en").say(say("{a} and {b}", a="{b}", b="two")) == "{b} and two"


def test_plain_values_are_written_by_their_type() -> None:
    phrase = Phrase("{a}, {b}, {c}, {d}", (("a", 1234), ("b", Decimal("2.5")), ("c", date(2026, 1, 2)), ("d", None)))
    assert plain(Language("en").say(phrase)) == "1,234, 2.50, 2 January 2026, —"
    assert Language("en").say(None) == "—"
    assert Language("en").value(Number(1500, short=True)) == "1,500"


def test_a_thread_reads_english_until_its_reader_is_known() -> None:
    i18n.use("ru")
    seen: list[str] = []
    thread = threading.Thread(target=lambda: seen.append(i18n.current().code))
    thread.start()
    thread.join()
    assert (i18n.current().code, seen) == ("ru", ["en"])
    i18n.use("en")


def test_an_unknown_language_reads_as_english() -> None:
    assert Language("xx").code == "en"


def test_a_name_at_the_start_keeps_its_own_letters() -> None:
    assert Language("en").say(say("{format} has no rows.", format="amoCRM")) == "amoCRM has no rows."


def test_quotation_marks_within_quotation_marks_are_the_inner_ones() -> None:
    assert Language("en").say(say("Added to «{client}».", client="Clinic «Nord»")) == "Added to «Clinic „Nord“»."
    assert Language("en").say(say("Added to “{client}”.", client="The “North” shop")) == "Added to “The ‘North’ shop”."
    assert Language("en").say(say("Added to {client}.", client="Clinic «Nord»")) == "Added to Clinic «Nord»."
