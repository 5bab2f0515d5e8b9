"""Days, spans, months and ages as each language says them."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.i18n import Language, best_of

EN, RU = Language("en"), Language("ru")
TODAY = date(2026, 11, 22)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_a_day_is_written_out_and_can_be_short() -> None:
    assert plain(EN.day(date(2026, 11, 18))) == "18 November 2026"
    assert plain(RU.day(date(2026, 11, 18))) == "18 ноября 2026"
    assert plain(RU.day(date(2026, 5, 1), year=False, short=True)) == "1 мая"
    assert plain(EN.day(date(2026, 10, 1), short=True)) == "1 Oct 2026"


@pytest.mark.parametrize(
    ("first", "last", "english", "russian"),
    [
        (date(2026, 11, 1), date(2026, 11, 18), "1–18 November 2026", "1–18 ноября 2026"),
        (date(2026, 10, 28), date(2026, 11, 3), "28 October – 3 November 2026", "28 октября – 3 ноября 2026"),
        (date(2025, 12, 30), date(2026, 1, 2), "30 December 2025 – 2 January 2026", "30 декабря 2025 – 2 января 2026"),
        (date(2026, 11, 1), date(2026, 11, 1), "1 November 2026", "1 ноября 2026"),
    ],
)
def test_a_span_repeats_nothing_that_its_ends_share(first: date, last: date, english: str, russian: str) -> None:
    assert plain(EN.span(first, last)) == english
    assert plain(RU.span(first, last)) == russian


def test_a_month_alone_stands_in_the_nominative_with_a_capital() -> None:
    assert plain(RU.month(date(2026, 11, 18))) == "Ноябрь 2026"
    assert RU.month(date(2026, 5, 1), year=False) == "Май"
    assert plain(EN.month(date(2026, 11, 18))) == "November 2026"


@pytest.mark.parametrize(
    ("day", "english", "russian"),
    [
        (22, "today", "сегодня"),
        (21, "yesterday", "вчера"),
        (20, "2 days ago", "2 дня назад"),
        (17, "5 days ago", "5 дней назад"),
        (1, "21 days ago", "21 день назад"),
    ],
)
def test_an_age_is_said_as_people_say_it(day: int, english: str, russian: str) -> None:
    assert EN.age(date(2026, 11, day), TODAY) == english
    assert RU.age(date(2026, 11, day), TODAY) == russian


def test_the_browsers_first_language_that_we_speak_is_taken() -> None:
    assert best_of("de-DE,ru;q=0.8,en;q=0.5") == "ru"
    assert best_of("fr-FR") == "en"
    assert best_of(None) == "en"
    assert best_of("en-GB") == "en"
