"""Which names match nothing, what each may mean, and what a match would move: from rows one can add in the head."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, cast

import pytest

from dashboard.domain.client import ProductRule
from dashboard.domain.naming import Name, NameDecision, NameKind
from dashboard.domain.period import Period
from dashboard.domain.phrase import Phrase
from dashboard.i18n import Language
from dashboard.reports import health_campaigns
from dashboard.reports.names import Names, build
from tests.reports.marts import CLINIC, Marts

DAY = date(2025, 7, 1)
NOSE = replace(CLINIC, product_rules=(ProductRule("Rhinoplasty", "rhino"),))


def built(marts: Marts) -> Names:
    return build(cast(Any, marts), DAY)


def written(language: str, phrase: Phrase) -> str:
    """A sentence with plain spaces."""
    return " ".join(Language(language).say(phrase).split())


def decision(text: str, meaning: str, channel: str = "google_ads", number: int = 1) -> NameDecision:
    kind = NameKind.CAMPAIGN if channel else NameKind.PRODUCT
    return NameDecision(number, Name(kind, channel, text), meaning, datetime(2025, 7, 2, tzinfo=UTC), "anna")


def names(found: Names) -> list[str]:
    return [met.name.text for met in found.unmatched]


@pytest.fixture
def marts() -> Marts:
    """100 spent on Search, which brought 2 leads; 3 leads and a sale of 100 under another name of it."""
    made = Marts()
    made.spend(DAY, "google_ads", "Search", 100)
    made.leads(DAY, "google_ads", "Search", 2)
    made.leads(DAY, "google_ads", "poisk", 3)
    made.sale(DAY, "google_ads", "poisk")
    return made


def test_a_name_without_ads_is_unmatched_and_the_campaign_with_ads_is_suggested(marts: Marts) -> None:
    found = built(marts)
    (met,) = found.unmatched
    assert (met.name.text, met.leads, met.orders, met.revenue) == ("poisk", 3, 1, 100)
    (suggested,) = found.suggestions(met)
    assert suggested.meant.name.text == "Search"
    made = found.effect(met, suggested.meant)
    assert (made.cpl_now, made.cpl_then) == (Decimal(50), Decimal(20))
    assert written("en", found.verdict) == (
        "1 campaign name of calls and deals matches no campaign: 3 leads and ₽100 of sales stand apart from the "
        "spend that brought them."
    )


def test_sales_without_a_lead_are_told_alone() -> None:
    marts = Marts()
    marts.spend(DAY, "google_ads", "Search", 100)
    marts.sale(DAY, "google_ads", "poisk")
    assert "matches no campaign: ₽100 of sales stand apart" in written("en", built(marts).verdict)


def test_names_of_channels_without_ads_are_not_asked_about(marts: Marts) -> None:
    marts.leads(DAY, "vk_ads", "other", 9)
    marts.leads(DAY, "organic", "blog", 9)
    assert names(built(marts)) == ["poisk"]


def test_the_dearest_name_comes_first_and_capitals_are_one_name(marts: Marts) -> None:
    marts.leads(DAY, "google_ads", "other", 1)
    marts.sale(DAY, "google_ads", "OTHER", revenue=500)
    assert [(met.name.text, met.leads, met.revenue) for met in built(marts).unmatched] == [
        ("OTHER", 1, 500),
        ("poisk", 3, 100),
    ]


def test_what_is_decided_is_not_asked_again_in_any_case_until_it_is_taken_back(marts: Marts) -> None:
    marts.decided = (decision("POISK", ""),)
    assert names(built(marts)) == []
    assert written("en", built(marts).verdict) == "Every name of calls, deals and sales is matched."
    marts.decided = (replace(marts.decided[0], withdrawn_at=datetime(2025, 7, 3, tzinfo=UTC), withdrawn_by="anna"),)
    assert names(built(marts)) == ["poisk"]
    assert (len(built(marts).in_force), len(built(marts).withdrawn)) == (0, 1)


def test_a_decided_name_no_longer_counts_as_unmatched_in_health(marts: Marts) -> None:
    period = Period(DAY, DAY)
    before = health_campaigns.read(cast(Any, marts), period)
    assert ([row["campaign"] for row in before.unknown], before.unmatched_share) == (["poisk"], Decimal("0.6"))
    marts.decided = (decision("Poisk", ""),)
    assert health_campaigns.read(cast(Any, marts), period).unmatched_share == 0
    marts.decided = (decision("Poisk", "", channel="vk_ads"),)
    assert health_campaigns.read(cast(Any, marts), period).unmatched_share == Decimal("0.6")


def test_a_decided_name_that_gets_ads_of_its_own_is_told(marts: Marts) -> None:
    marts.decided = (decision("POISK", "Search"), decision("own", "", number=2))
    assert built(marts).contested == {}
    marts.spend(DAY, "google_ads", "poisk", 7)
    marts.spend(DAY, "google_ads", "own", 7)
    found = built(marts)
    assert [(number, met.spend) for number, met in found.contested.items()] == [(1, 7)]
    assert written("en", found.verdict) == ("1 name that was said to mean another campaign has ads of its own by now.")


def test_without_ads_there_is_nothing_to_match_with() -> None:
    marts = Marts()
    marts.leads(DAY, "google_ads", "poisk", 3)
    assert names(built(marts)) == []
    assert written("en", built(marts).verdict) == "There are no ads yet that a name could be matched with."


def test_products_of_sales_are_held_against_the_agreed_ones() -> None:
    marts = Marts(profile=NOSE)
    marts.sale(DAY, "organic", product="Rinoplastika")
    marts.sale(DAY, "organic", product="RHINOPLASTY", revenue=9)
    found = built(marts)
    assert names(found) == ["Rinoplastika", "RHINOPLASTY"]
    assert [[one.meant.name.text for one in found.suggestions(met)] for met in found.unmatched] == [["Rhinoplasty"]] * 2
    assert written("en", found.verdict) == "2 product names are not matched with a product: ₽109 of sales."


def test_where_no_product_is_agreed_the_names_of_leads_are_held_against_what_was_sold() -> None:
    marts = Marts()
    marts.sale(DAY, "organic", product="Mattress")
    marts.sale(DAY, "organic", product="Bed frame")
    marts.leads(DAY, "organic", product="mattresses")
    found = built(marts)
    assert names(found) == ["mattresses"]
    assert [one.meant.name.text for one in found.suggestions(found.unmatched[0])] == ["Mattress"]
    assert written("en", found.verdict) == "1 product name is not matched with a product: 1 lead."
    marts.decided = (decision("mattresses", "Mattress", channel=""),)
    assert names(built(marts)) == []
