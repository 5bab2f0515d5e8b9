"""The sentence that says what an import does, in both languages."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from dashboard.domain.phrase import Term
from dashboard.i18n import Language
from dashboard.reports import import_changes
from dashboard.warehouse.records import DayChange, Gap, Preview, TableChange

SOURCE = Term("Google Ads")


def day(number: int) -> date:
    return date(2026, 3, number)


def spend(number: int, before: int | None, after: int | None, others: int = 0) -> DayChange:
    values = (None if amount is None else Decimal(amount) for amount in (before, after))
    return DayChange(day(number), "spend", *values, "USD", others)


def plain(text: str) -> str:
    return " ".join(text.split())


def said(preview: Preview, language: str = "en", rejected: int = 0) -> str:
    return plain(Language(language).say(import_changes.sentence(preview, SOURCE, rejected)))


ADS = Preview(
    (
        TableChange(
            "ad_day", units_new=1, units_replaced=2, changes=(spend(1, 10, 12), spend(2, 20, 23), spend(3, None, 7))
        ),
    )
)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Adds 1 day of Google Ads, $7 of spend; replaces 2 days: $30 becomes $35; 1 row rejected."),
        (
            "ru",
            "Добавляет 1 день (Google Ads), расход 7 $; заменяет 2 дня: было 30 $, станет 35 $; отклонена 1 строка.",
        ),
    ],
)
def test_ads_are_told_in_days_and_money(language: str, sentence: str) -> None:
    assert said(ADS, language, rejected=1) == sentence


def test_a_campaign_beside_others_adds_to_days_that_are_there() -> None:
    preview = Preview((TableChange("ad_day", units_new=1, changes=(spend(1, 10, 15),)),))
    assert said(preview) == "Adds to 1 day: $10 becomes $15."


def test_days_summed_in_one_line_are_counted() -> None:
    preview = Preview((TableChange("ad_day", units_new=9, changes=(spend(1, None, 15, others=8), spend(2, None, 1))),))
    assert said(preview) == "Adds 9 days of Google Ads, $16 of spend."


def test_orders_are_told_in_orders_and_revenue() -> None:
    revenue = DayChange(day(1), "revenue", None, Decimal(50), "USD")
    added = Preview((TableChange("sales", units_new=2, changes=(revenue,)),))
    assert said(added) == "Adds 2 orders of Google Ads, $50 of revenue."
    moved = DayChange(day(1), "revenue", Decimal(50), Decimal(40), "USD")
    replaced = Preview((TableChange("sales", units_replaced=1, changes=(moved,)),))
    assert said(replaced) == "Replaces 1 order; revenue of these days: $50 becomes $40."


def test_nothing_new_is_said_as_such() -> None:
    assert said(Preview((TableChange("calls", units_identical=3),))) == "Changes nothing: all of it is there already."


def test_an_undo_tells_what_goes_and_what_changes_back() -> None:
    undo = Preview(
        (TableChange("ad_day", units_gone=1, units_replaced=1, changes=(spend(1, 12, 10), spend(2, 7, None))),)
    )
    text = plain(Language("en").say(import_changes.undo_sentence(undo, SOURCE)))
    assert text == "Takes away 1 day of Google Ads, $7 of spend; changes 1 day: $12 becomes $10."
    nothing = Language("en").say(import_changes.undo_sentence(Preview(), SOURCE))
    assert nothing == "Changes no figure: later imports have replaced all of it."


def test_of_many_gaps_the_imports_own_come_first_and_the_rest_is_counted() -> None:
    old = [Gap("ad_day", "google_ads", "", day(2 * place), day(2 * place), opened=False) for place in range(1, 8)]
    own = Gap("ad_day", "google_ads", "one", day(20), day(21), opened=True)
    lines = [plain(Language("en").say(line)) for line in import_changes.gaps_in_words([*old, own])]
    assert lines[0] == "no data of Google Ads, account one, for 20–21 March 2026"
    assert lines[-1] == "2 more gaps before that"
    assert len(lines) == 7


def test_series_stand_with_the_main_measure_first_and_the_newest_day_first() -> None:
    found = import_changes.series(ADS)
    assert [(one.table, one.measure, one.is_money) for one in found] == [("ad_day", "spend", True)]
    assert [change.day for change in found[0].days] == [day(3), day(2), day(1)]
