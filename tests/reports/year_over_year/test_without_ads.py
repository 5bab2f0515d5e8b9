"""“Without the ads?” from marts to sentences: what is picked, what is said, what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import numpy as np
import pytest

from dashboard.domain.period import Period
from dashboard.i18n import Language
from dashboard.reports.selection import Selection
from dashboard.reports.year_over_year import report as year_over_year
from dashboard.reports.year_over_year.without_ads.outcome import Outcome, WithoutAds
from tests.reports.marts import Marts
from tests.reports.year_over_year.weeks_of_ads import BEGAN, MONDAY, SOLD, happened, regions_of, sale, shop, told, write

ENGLISH, RUSSIAN = Language("en"), Language("ru")


def said(found: WithoutAds) -> str:
    return " ".join(ENGLISH.say(part) for part in (found.text, *found.notes)).replace("\u00a0", " ")


def test_an_effect_is_shown_with_what_attribution_claims_beside_it() -> None:
    found = told(shop())
    assert found.outcome is Outcome.SHOWN
    assert found.start is not None
    assert found.start.day == MONDAY + timedelta(weeks=BEGAN)
    assert found.window == Period(found.start.day, found.start.day + timedelta(weeks=22, days=-1))  # a third of before
    figures = found.figures
    assert figures is not None
    assert figures.effect == figures.actual - figures.expected
    assert figures.effect_low > 0
    assert figures.claim is not None
    assert figures.effect_low <= figures.claim <= figures.effect_high
    assert not figures.contradicts
    text = said(found)
    assert text.startswith("Without the ads, sales of 7 April – 7 September 2025 would have been")
    assert "within the range of the effect" in text
    assert "searches without the brand" in text
    assert "The smallest effect that these data could show is" in text
    assert found.experiments == ()


def test_no_effect_is_shown_where_nothing_came_of_the_ads_and_none_is_denied() -> None:
    found = told(shop(lift=0.0))
    assert found.outcome is Outcome.NOT_SHOWN
    assert said(found).startswith("No effect is shown: without the ads, sales of")
    assert "A smaller one may be there all the same." in said(found)


def test_a_claim_outside_the_range_is_said() -> None:
    marts = shop(lift=0.0)
    for week in range(BEGAN, 90):  # credited to the ads, and missing among the others
        day = MONDAY + timedelta(weeks=week)
        write(marts, SOLD, [sale(day, "google_ads", 40), sale(day, "organic_search", -40)])
    found = told(marts)
    assert found.figures is not None
    assert found.figures.contradicts
    assert "One of the two is wrong." in said(found)


def test_ads_that_grew_at_once_are_held_against_what_they_were() -> None:
    marts = shop(spend_before=70)
    happened(marts, BEGAN, "ads_started", "The full programme")
    found = told(marts)
    assert found.outcome is Outcome.SHOWN
    assert said(found).startswith("Had the ads stayed as they were before 7 April 2025, sales of")
    assert "The ads were not off before 7 April 2025" in said(found)


def test_an_event_without_more_spend_is_no_start() -> None:
    marts = shop(spend_before=700)
    happened(marts, BEGAN, "ads_started", "The full programme")
    assert [refusal.key for refusal in told(marts).refusals] == ["no_start"]


def test_where_no_start_is_found_it_says_why_shows_the_sales_and_plans_an_experiment() -> None:
    found = told(shop(spend_before=700))
    assert found.outcome is Outcome.REFUSED
    assert [refusal.key for refusal in found.refusals] == ["no_start"]
    assert "The ads ran all the time" in ENGLISH.say(found.refusals[0].text)
    assert all(step.expected is None for step in found.steps)
    assert len(found.steps) == 90
    (experiment,) = found.experiments
    assert ENGLISH.say(experiment.text).startswith("Switch the ads off and on by turns, 1 week at a time, for")
    assert "The ads cost" in ENGLISH.say(experiment.worth)


@pytest.mark.parametrize(
    ("marts", "refused"),
    [
        (lambda: shop(demand=False), ["no_control"]),
        (lambda: shop(began=40), ["short"]),
        (lambda: Marts(), ["no_sales"]),
    ],
)
def test_it_refuses_with_the_reason(marts: object, refused: list[str]) -> None:
    assert callable(marts)
    found = told(marts())
    assert found.outcome is Outcome.REFUSED
    assert [refusal.key for refusal in found.refusals] == refused


def test_brand_searches_and_a_control_that_something_moved_are_no_controls() -> None:
    marts = shop()
    marts.connection.execute("update series_span set name = 'Nord kettles'")
    assert [refusal.key for refusal in told(marts).refusals] == ["no_control"]
    marts = shop()
    happened(marts, BEGAN + 2, "definition", "Kettles are counted with teapots now")
    assert [refusal.key for refusal in told(marts).refusals] == ["control_moved"]
    marts = shop()
    happened(marts, BEGAN + 2, "price", "New prices")
    found = told(marts)
    assert found.outcome is Outcome.SHOWN
    assert [event.what for event in found.also] == ["price"]


def test_searches_for_what_the_client_is_stay_and_those_for_its_own_name_do_not() -> None:
    marts = shop()
    marts.profile = replace(marts.profile, name="Kettles “Boil”", slug="shop")
    assert told(marts).outcome is Outcome.SHOWN
    marts.connection.execute("update series_span set name = 'boil opening hours'")
    assert [refusal.key for refusal in told(marts).refusals] == ["no_control"]


def test_goods_that_were_never_advertised_are_a_control_unless_some_spend_names_none() -> None:
    marts = shop(demand=False)
    marts.connection.execute("update funnel_day set product = 'Kettle'")
    chance = np.random.default_rng(4)
    write(
        marts,
        SOLD,
        [
            sale(
                MONDAY + timedelta(weeks=week),
                "organic_search",
                int(chance.poisson(30 + 6 * np.sin(week / 8))),
                product="Rug",
            )
            for week in range(90)
        ],
    )
    assert told(marts).outcome is not Outcome.REFUSED
    marts = shop(demand=False)
    marts.connection.execute("update funnel_day set product = 'Kettle' where spend = 0")
    assert [refusal.key for refusal in told(marts).refusals] == ["no_control"]


def test_a_reader_who_was_given_some_days_is_told_that_it_takes_all(monkeypatch: pytest.MonkeyPatch) -> None:
    marts = shop()
    monkeypatch.setattr(marts, "gives", lambda first, last: first >= date(2025, 1, 1))
    assert [refusal.key for refusal in told(marts).refusals] == ["not_given"]


def test_the_report_holds_it_and_its_json_tells_it_in_numbers() -> None:
    marts = shop()
    today = MONDAY + timedelta(weeks=90)
    made = year_over_year.build(marts, Selection(period=Period(date(2025, 8, 1), date(2025, 8, 31))), today)  # type: ignore[arg-type]
    told_json = made.as_json()["without_ads"]
    assert told_json["outcome"] == "shown"
    assert told_json["window"] == ["2025-04-07", "2025-09-07"]
    assert told_json["figures"]["effect"] == float(made.without_ads.figures.effect)  # type: ignore[union-attr]
    assert told_json["text"].startswith("Without the ads")
    again = year_over_year.build(marts, Selection(period=Period(date(2025, 7, 1), date(2025, 7, 31))), today)  # type: ignore[arg-type]
    assert again.without_ads == made.without_ads  # of the client, not of the days chosen


def test_every_sentence_has_its_russian() -> None:
    for marts in (shop(), shop(lift=0.0), shop(spend_before=700)):
        found = told(marts)
        for phrase in (found.text, *found.notes, *(experiment.text for experiment in found.experiments)):
            assert RUSSIAN.say(phrase) != ENGLISH.say(phrase)


def test_the_effect_is_in_the_client_s_money_to_the_hundredth() -> None:
    figures = told(shop()).figures
    assert figures is not None
    assert figures.expected == figures.expected.quantize(Decimal("0.01"))
    assert figures.expected_low < figures.expected < figures.expected_high


REGIONS = ["Kazan", "Perm", "Omsk", "Ufa", "Tomsk", "Samara", "Tver", "Tula", "Pskov", "Orel"]


def test_regions_with_ads_are_held_against_a_likeness_of_those_without() -> None:
    marts = shop(demand=False)
    regions_of(marts, REGIONS, 2, 0.6)
    happened(marts, BEGAN, "ads_started", "Ads in Kazan and Perm")
    found = told(marts)
    assert found.outcome is Outcome.SHOWN
    assert [ENGLISH.say(name) for name in found.controls] == ["regions without ads"]
    text = said(found)
    assert "These are the sales of the regions where the ads began: Kazan and Perm." in text
    assert "Against a likeness mixed from 8 regions without ads the effect is +" in text


def test_where_the_ads_began_everywhere_regions_are_no_control() -> None:
    marts = shop(demand=False)
    regions_of(marts, REGIONS, 10, 0.6)
    happened(marts, BEGAN, "ads_started", "The full programme")
    assert [refusal.key for refusal in told(marts).refusals] == ["no_control"]


def test_a_test_by_regions_is_planned_where_the_sales_name_them() -> None:
    marts = shop(spend_before=700)
    assert told(marts).wanted is not None
    regions_of(marts, REGIONS, 0, 0.0)
    found = told(marts)
    assert found.wanted is None
    turns, by_regions = found.experiments
    assert ENGLISH.say(turns.text).startswith("Switch the ads off and on by turns")
    assert ENGLISH.say(by_regions.text).startswith("Switch the ads off in these regions alone,")
    assert len(by_regions.plan.regions) == 5
