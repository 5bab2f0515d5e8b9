"""Whose sales a page counts is said on it, and which sources are behind."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dashboard.domain.period import Period
from dashboard.i18n import Language
from dashboard.reports import caveats
from dashboard.reports.freshness import SourceAge, sources
from dashboard.reports.selection import Selection
from tests.reports.marts import CLINIC, Marts

DAY = date(2025, 6, 10)
JUNE = Selection(Period(date(2025, 6, 1), date(2025, 6, 30)))


def two_books(*counting: str) -> Marts:
    marts = Marts(profile=replace(CLINIC, sales_books=counting))
    for book in counting or ("amocrm", "shopify"):
        marts.insert("attribution", platform=book, order_id="1", sold=DAY, lead_day=DAY, revenue=90)
    for book in ("amocrm", "shopify"):
        marts.covered(DAY, "orders", book)
    return marts


def told(marts: Marts, selection: Selection = JUNE) -> list[tuple[str, str]]:
    ages = sources(marts, date(2025, 7, 20))
    return [(one.id, Language("en").say(one.text)) for one in caveats.sales_books(marts, selection, ages)]


def test_two_books_of_the_same_days_that_nobody_decided_on_are_a_caveat() -> None:
    ((key, text),) = told(two_books())
    assert key == "undecided_sales_books"
    assert text.startswith("On 1 day amoCRM and Shopify all have sales")


def test_in_a_period_in_which_they_do_not_meet_there_is_none() -> None:
    assert told(two_books(), Selection(Period(date(2025, 7, 1), date(2025, 7, 31)))) == []


def test_the_book_that_is_left_out_is_named() -> None:
    ((key, text),) = told(two_books("shopify"))
    assert key == "sales_books"
    assert "from Shopify alone" in text
    assert "amoCRM adds leads" in text


def test_two_books_that_both_count_by_decision_need_no_words() -> None:
    assert told(two_books("amocrm", "shopify")) == []


def test_sources_that_end_on_the_same_day_are_named_in_one_sentence() -> None:
    ends = [
        SourceAge("ads", "meta_ads", date(2026, 3, 1), date(2026, 3, 14), 5, True),
        SourceAge("orders", "one_c", date(2026, 3, 1), date(2026, 3, 14), 5, True),
        SourceAge("calls", "sipuni", date(2026, 3, 1), date(2026, 3, 15), 4, True),
        SourceAge("calls", "callrail", date(2026, 3, 1), date(2026, 3, 19), 0, False),
    ]
    said = [Language("en").say(caveat.text).replace("\u00a0", " ") for caveat in caveats.stale(ends)]
    assert said == [
        "No data after 14 March 2026: Meta Ads (ads) and 1C (orders). They are 5 days behind, 2 are agreed. "
        "What happened later is in no figure here.",
        "Sipuni (calls) has no data after 15 March 2026: 4 days behind, 2 are agreed. "
        "What happened later is in no figure here.",
    ]
