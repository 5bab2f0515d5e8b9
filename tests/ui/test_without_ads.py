"""“Without the ads?” on the page: figures with their range, reasons with a template for who may upload one."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from dashboard.i18n import use
from dashboard.ui.year_over_year import without_ads as drawn
from tests.reports.year_over_year.weeks_of_ads import BEGAN, happened, shop, told


def test_the_figures_carry_their_range_and_a_claim_outside_it_is_marked() -> None:
    use("en")
    found = told(shop())
    assert found.figures is not None
    labels = [str(card.label) for card in drawn.cards_of(found, found.figures, "USD")]
    assert labels == [
        "Net revenue",
        "Without the ads",
        "Effect",
        "Smallest effect that would show",
        "Credited to the ads",
    ]
    assert drawn.cards_of(found, found.figures, "USD")[-1].sub == "within the range"
    too_much = replace(found.figures, claim=found.figures.effect_high + Decimal(1))
    card = drawn.cards_of(found, too_much, "USD")[-1]
    assert (card.sub, card.tone) == ("outside the range", "caution")


def test_a_reason_offers_its_template_to_who_may_upload() -> None:
    use("en")
    refused = told(shop(demand=False))
    assert "#template-demand" in drawn.notes_markup(refused, offers=True)
    assert "#template-" not in drawn.notes_markup(refused, offers=False)


def test_what_a_log_says_becomes_no_markup() -> None:
    use("en")
    marts = shop()
    happened(marts, BEGAN + 1, "price", "<script>alert(1)</script>")
    html = drawn.notes_markup(told(marts), offers=False)
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_an_experiment_is_told_with_what_it_is_worth_and_costs() -> None:
    use("ru")
    html = drawn.experiments_markup(told(shop(spend_before=700)), offers=True)
    assert "Что дало бы ответ" in html
    assert "Попеременно выключать и включать рекламу" in html
    assert "#template-locations" in html
    assert drawn.experiments_markup(told(shop()), offers=True) == ""
    use("en")
