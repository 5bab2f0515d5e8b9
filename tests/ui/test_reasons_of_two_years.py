"""The cards of what makes two periods unlike: named, with their figure, and a template only for who may upload it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dashboard.domain.caveats import Caveat, Severity
from dashboard.domain.phrase import say
from dashboard.i18n import use
from dashboard.reports.year_over_year.facts import CLIENTS, Reason
from dashboard.ui import caveats, frame
from dashboard.ui.year_over_year import reasons

STOCK = Reason(
    Caveat("Y19", Severity.HIGH, say("Nothing was there for a week."), Decimal(-5000)),
    say("The table of stock."),
    CLIENTS,
    say("The stock of each day."),
    upload="stock",
)


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    use("en")
    monkeypatch.setattr(frame, "kept_params", lambda: {"client": "shop", "period": "month"})


def test_a_card_says_what_how_much_whose_and_what_would_settle_it() -> None:
    html = caveats.markup(reasons.cards_of([STOCK], "USD", offers=True))
    for written in (
        "Goods out of stock",
        "−$5,000",
        "Nothing was there",
        "The table of stock.",
        "The stock of each day.",
    ):
        assert written in html, written
    assert 'href="upload?client=shop&amp;template=stock#template-stock"' in html


def test_whoever_may_not_upload_is_led_to_no_template() -> None:
    assert "upload?" not in caveats.markup(reasons.cards_of([STOCK], "USD", offers=False))
    assert "upload?" not in reasons.unknown_markup([STOCK], offers=False)
    assert "upload?" in reasons.unknown_markup([STOCK], offers=True)


def test_what_matters_most_stands_open_and_the_rest_is_folded_and_numbered_on() -> None:
    cards = reasons.cards_of([STOCK] * 9, "USD", offers=False)
    html = reasons.markup(cards)
    open_part, folded = html.split("<details")
    assert (open_part.count("<li"), folded.count("<li")) == (6, 3)
    assert "3 more" in folded
    assert "counter-reset: caveat 6" in folded
    assert "<details" not in reasons.markup(cards[:7])  # one card alone is not worth a fold
