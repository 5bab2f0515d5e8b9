"""Another rule of credit forbids comparing channels, and another meaning of a target lead comparing target leads."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from dashboard.domain.year_over_year.verdict import VerdictKind
from dashboard.reports.year_over_year.marks import lasting_jump
from tests.reports.marts import CLINIC, Marts
from tests.reports.year_over_year.telling import both, found, report, said

JUNE = date(2025, 6, 1)


@pytest.fixture
def marts() -> Marts:
    """One order of 100 a day then, of 200 now."""
    marts = Marts()
    for day, is_now in both(marts):
        marts.sale(day, "google_ads", revenue=200 if is_now else 100)
    return marts


def test_another_rule_of_credit_blocks_channels_and_leaves_totals(marts: Marts) -> None:
    marts.profile = CLINIC.with_dated(JUNE, attribution_rule="first_touch")
    told = report(marts)
    (reason,) = found(told, "Y10")
    assert said(reason) == (
        "Sales are credited to channels by another rule: Rule of attribution, since 1 June 2025: the sale’s own "
        "source, else the last touch → the first touch, else the sale’s own source. Channels of these two periods "
        "cannot be compared; totals can."
    )
    assert reason.of_channels
    assert not reason.blocks
    assert told.answer.kind is VerdictKind.CHANGED


@pytest.mark.parametrize("since", [date(2024, 11, 1), date(2026, 1, 5)])
def test_a_rule_that_both_years_share_is_no_reason(marts: Marts, since: date) -> None:
    marts.profile = CLINIC.with_dated(since, attribution_rule="first_touch", target_talk_seconds=60)
    assert not found(report(marts), "Y10")
    assert not found(report(marts), "Y11")


def test_a_rule_put_back_between_the_years_is_no_reason(marts: Marts) -> None:
    marts.profile = CLINIC.with_dated(JUNE, attribution_window_days=30).with_dated(
        date(2025, 9, 1), attribution_window_days=CLINIC.attribution_window_days
    )
    assert not found(report(marts), "Y10")


def test_a_platforms_own_change_comes_from_the_log(marts: Marts) -> None:
    marts.happened(JUNE, "attribution", "Metrica: last significant click")
    (reason,) = found(report(marts), "Y10")
    assert said(reason).startswith("From 1 June 2025 on a platform credits by another rule: “Metrica: last")
    assert not found(report(marts), "Y11")


def test_another_talk_of_a_target_call_is_said(marts: Marts) -> None:
    marts.profile = replace(CLINIC).with_dated(JUNE, target_talk_seconds=60)
    (reason,) = found(report(marts), "Y11")
    assert "Talk of a target call, since 1 June 2025: from 30 seconds → from 60 seconds." in said(reason)


def test_another_definition_comes_from_the_log(marts: Marts) -> None:
    marts.happened(JUNE, "definition", "Chats count too")
    assert "means something else: “Chats count too”" in said(found(report(marts), "Y11")[0])


def test_a_lasting_jump_of_the_share_on_target_is_found_and_its_day_too(marts: Marts) -> None:
    for ahead in range(396):
        day = date(2024, 12, 1) + timedelta(days=ahead)
        marts.leads(day, "google_ads", count=20, target=16 if day >= JUNE else 10)
    (reason,) = found(report(marts), "Y11")
    assert said(reason) == (
        "Around 1 June 2025 the share of leads on target went from 50% to 80% within two weeks and stayed there: leads "
        "may have been marked by another rule from then on."
    )
    marts.happened(date(2025, 6, 3), "definition", "Chats count too")
    assert len(found(report(marts), "Y11")) == 1  # the log says why, so the jump is not said a second time


def test_a_dip_that_comes_back_and_a_jump_of_few_leads_are_none() -> None:
    first, last = date(2025, 1, 1), date(2025, 4, 30)
    run = [first + timedelta(days=ahead) for ahead in range(120)]
    dip = {day: (2 if 50 <= ahead < 64 else 10, 20) for ahead, day in enumerate(run)}
    few = {day: (1 if ahead < 60 else 2, 2) for ahead, day in enumerate(run) if ahead % 7 == 0}
    assert lasting_jump(dip, first, last) is None
    assert lasting_jump(few, first, last) is None
    assert lasting_jump({}, first, last) is None
