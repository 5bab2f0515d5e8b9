"""One client's health: every finding from a few rows, and silence where all is well."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any, cast

import pytest

from dashboard.domain.coverage import DayState
from dashboard.domain.health import State
from dashboard.domain.period import Period
from dashboard.domain.phrase import Phrase
from dashboard.i18n import Language
from dashboard.reports import gaps, health
from dashboard.reports.health import Health
from tests.reports.marts import Marts

TODAY = date(2025, 7, 21)
YESTERDAY = TODAY - timedelta(days=1)
SPAN = Period(YESTERDAY - timedelta(days=119), YESTERDAY)


@pytest.fixture
def marts() -> Marts:
    """A hundred a day of spend, ten calls a day, all named by the one campaign that runs."""
    made = Marts()
    steady(made, SPAN)
    return made


def steady(marts: Marts, days: Iterable[date], *, but: Iterable[date] = ()) -> None:
    left_out = set(but)
    for day in days:
        if day not in left_out:
            marts.insert(
                "funnel_day", day=day, channel="google_ads", campaign="Brand", spend=100, clicks=50, impressions=500
            )
            marts.covered(day, "ads", "google_ads", 50, amount=100)
        marts.insert("funnel_day", day=day, channel="google_ads", campaign="Brand", leads=10)
        marts.covered(day, "calls", "calltouch", 10)


def built(marts: Marts, today: date = TODAY) -> Health:
    return health.build(cast(Any, marts), health.selection(today), today)


def written(language: str, phrase: Phrase | None) -> str:
    """A sentence with plain spaces."""
    return " ".join(Language(language).say(phrase).split())


def told(report: Health) -> list[tuple[str, str]]:
    return [(finding.id, written("en", finding.what)) for finding in report.findings]


def test_a_client_whose_sources_are_whole_is_healthy(marts: Marts) -> None:
    report = built(marts)
    assert told(report) == []
    assert report.state is State.HEALTHY
    assert written("en", report.verdict) == "All 2 sources are fresh and have every day."
    assert report.measures["days_missing"] == 0


def test_a_client_without_data_is_not_healthy() -> None:
    assert told(built(Marts())) == [("nothing_imported", "Nothing has been uploaded yet.")]


def test_missing_days_are_told_as_a_run_and_an_event_that_explains_them_weighs_less() -> None:
    marts, gap = Marts(), Period(date(2025, 7, 3), date(2025, 7, 5))
    steady(marts, SPAN, but=gap)
    report = built(marts)
    assert told(report) == [
        ("missing_days", "Google Ads: no rows for 3–5 July 2025, 3 days; totals of these days are too low.")
    ]
    assert report.state is State.UNHEALTHY
    assert report.by_source[0].days_missing == 3
    marts.insert("event_day", day=gap.first, day_to=gap.last, what="data_missing", text="no statistics")
    assert built(marts).state is State.REMARKS


def test_a_source_is_held_against_the_age_agreed_for_it(marts: Marts) -> None:
    later = TODAY + timedelta(days=4)
    assert [finding.id for finding in built(marts, later).findings] == ["stale_source", "stale_source"]
    marts.profile = replace(marts.profile, agreed_age_by_source={"calls": 4})
    report = built(marts, later)
    assert told(report) == [("stale_source", "Google Ads: no data after 20 July 2025, 4 days behind; agreed: 2.")]
    assert report.by_source[0].states[-2:] == (DayState.AWAITED, DayState.FUTURE)


def test_an_account_that_was_given_up_beside_a_fresh_one_is_not_late(marts: Marts) -> None:
    for day in Period(date(2024, 1, 1), date(2024, 3, 1)):
        marts.covered(day, "ads", "google_ads", 50, amount=100, account="old")
    report = built(marts)
    assert told(report) == []
    assert [(source.account, source.ended) for source in report.by_source] == [("", False), ("old", True), ("", False)]


def test_a_jump_is_told_with_now_and_then_and_with_the_event_that_may_explain_it(marts: Marts) -> None:
    day = date(2025, 7, 10)
    marts.connection.execute("update coverage_day set amount = 400 where kind = 'ads' and day = ?", [day])
    (found,) = built(marts).findings
    assert written("en", found.what) == (
        "Google Ads, 10 July 2025: spend is +300% against the usual, ₽400 instead of ₽100."
    )
    assert found.worth == 300
    assert built(marts).state is State.REMARKS
    marts.insert("event_day", day=day, day_to=day, what="promotion", text="Sale")
    assert "Sale" in written("en", built(marts).findings[0].todo)


def test_a_share_of_rejected_rows_is_of_all_rows_of_recent_files(marts: Marts) -> None:
    at = datetime.fromisoformat("2025-07-20")
    marts.imported("ads", "google_ads", 100, 4, at=at)
    marts.imported("ads", "google_ads", 900, 26, at=at)
    marts.imported("ads", "google_ads", 10, 10, at=datetime.fromisoformat("2024-01-01"))
    assert told(built(marts)) == [("rejected_rows", "Google Ads: 30 rows of 1,000 in recent files (3%) were rejected.")]


def test_a_file_made_before_its_last_day_was_over_leaves_that_day_not_whole(marts: Marts) -> None:
    marts.imported("calls", "calltouch", 100, 0, at=datetime.fromisoformat("2025-07-20 15:00"), last=YESTERDAY)
    assert [name for name, _ in told(built(marts))] == ["partial_day"]
    line = gaps.line(cast(Any, marts), Period(YESTERDAY, YESTERDAY), TODAY)
    assert written("en", line) == "Not whole yet: calls of Calltouch, 20 July 2025. The figures of that day will grow."


def test_leads_of_campaigns_that_no_ads_have_are_counted_with_their_share(marts: Marts) -> None:
    marts.leads(date(2025, 7, 1), "google_ads", "Brnad", 230)
    report = built(marts)
    assert told(report)[0] == (
        "unmatched_campaigns",
        "230 leads (20% of those from ads) name campaigns that no ads have, such as Brnad.",
    )


def test_ads_that_no_lead_ever_names_are_told_once_leads_were_to_be_expected(marts: Marts) -> None:
    marts.insert("funnel_day", day=YESTERDAY, channel="google_ads", campaign="New", spend=70, clicks=30, impressions=9)
    assert told(built(marts)) == []
    marts.insert("funnel_day", day=YESTERDAY, channel="google_ads", campaign="New", spend=70, clicks=30, impressions=9)
    ((name, text),) = told(built(marts))
    assert name == "spend_never_named"
    assert text.startswith("New (Google Ads) cost ₽140")


def test_the_line_of_a_page_is_about_its_own_period_alone() -> None:
    marts = Marts()
    steady(marts, SPAN, but=Period(date(2025, 7, 3), date(2025, 7, 5)))
    line = gaps.line(cast(Any, marts), Period(date(2025, 7, 1), date(2025, 7, 20)), TODAY)
    assert written("en", line) == "Missing: Google Ads, 3–5 July 2025. The figures of these days are too low."
    assert written("ru", line) == "Нет данных: Google Ads, 3–5 июля 2025. Цифры за эти дни занижены."
    assert gaps.line(cast(Any, marts), Period(date(2025, 6, 1), date(2025, 6, 30)), TODAY) is None


def test_of_all_clients_the_worst_is_named(marts: Marts) -> None:
    well = built(marts)
    ill = built(Marts(profile=replace(marts.profile, name="Harbor")))
    assert health.worst_first([well, ill]) == [ill, well]
    assert written("en", health.verdict_of_all([well, ill])) == (
        "The data of 1 of 2 clients are healthy. Harbor: Nothing has been uploaded yet."
    )
    assert written("en", health.verdict_of_all([well])) == "The data of the 1 client are healthy."


def test_the_json_has_the_findings_and_the_state(marts: Marts) -> None:
    told_json = built(marts).as_json()
    assert (told_json["report"], told_json["state"], told_json["findings"]) == ("health", "healthy", [])
    assert [row["last_day"] for row in told_json["rows"]] == ["2025-07-20", "2025-07-20"]


def test_refunds_of_accounting_without_a_sale_here_are_told_with_their_sum(marts: Marts) -> None:
    for order, fate, amount in (("12", "matched", 50), ("77", "unmatched", 15), ("78", "unmatched", 5)):
        marts.insert("refund_booked", day=YESTERDAY, order_id=order, channel="", fate=fate, amount=amount)
    report = built(marts)
    assert [said for said in told(report) if said[0] == "unmatched_refunds"] == [
        ("unmatched_refunds", "2 refunds from accounting, ₽20, have no sale here, so they stand in no figure.")
    ]
    assert report.state is State.UNHEALTHY
