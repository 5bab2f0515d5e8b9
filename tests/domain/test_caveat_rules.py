"""What makes two years unlike, one rule each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from dashboard.domain import unlike_counting, unlike_days, unlike_size
from dashboard.domain.calendar import days
from dashboard.domain.caveat_rules import RULES, find
from dashboard.domain.caveats import Severity
from dashboard.domain.comparison import Change, Coverage
from dashboard.domain.period import Period, full_month, year_before
from dashboard.domain.phrase import Money, Number, Percent
from dashboard.domain.year_facts import DatedNote, YearFacts

D = Decimal
MARCH = full_month(date(2026, 3, 1))
ALIKE = YearFacts(
    asked=MARCH,
    now=MARCH,
    then=year_before(MARCH),
    currency="RUB",
    revenue=Change(D(1100), D(1000)),
    spend=Change(D(100), D(100)),
    data_until={"Calltouch": MARCH.last},
)


def facts(**others: Any) -> YearFacts:
    """Two years that are alike in all but these."""
    return replace(ALIKE, **others)


def test_two_years_that_are_alike_have_no_caveat() -> None:
    assert find(ALIKE) == ()


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_says_which_of_the_catalogue_it_is(rule: object) -> None:
    assert (rule.__doc__ or "").startswith("Y")


def test_the_leap_day_is_worth_its_part() -> None:
    february = full_month(date(2025, 2, 1))
    found = unlike_days.days_differ(
        facts(asked=february, now=february, then=year_before(february), revenue=Change(D(1000), D(1000)))
    )
    assert found is not None
    assert found.figure == D("-35.09")  # 1000 × ln(28 / 29)
    assert (found.severity, found.id) == (Severity.MEDIUM, "Y01")


def test_fewer_working_days_are_worth_what_the_days_off_sell_less() -> None:
    may = full_month(date(2025, 5, 1))  # 18 working days against 20 in 2024
    now, then = (days("RU", period.first, period.last) for period in (may, year_before(may)))
    known = facts(asked=may, now=may, then=year_before(may), days_now=now, days_then=then)
    unweighed = unlike_days.working_days_differ(known)
    assert unweighed is not None
    assert unweighed.figure is None
    assert dict(unweighed.text.values) == {"now": Number(18), "then": Number(20)}
    weighed = unlike_days.working_days_differ(
        replace(known, non_working_weight=D("0.4"), revenue=Change(D(1000), D(1000)))
    )
    assert weighed is not None
    assert weighed.figure == D("-50.43")  # 1000 × ln(23.2 / 24.4)
    assert weighed.severity is Severity.HIGH


def test_days_off_that_sell_like_others_make_working_days_no_matter() -> None:
    may = full_month(date(2025, 5, 1))
    now, then = (days("RU", period.first, period.last) for period in (may, year_before(may)))
    known = facts(now=may, then=year_before(may), days_now=now, days_then=then, non_working_weight=D(1))
    assert unlike_days.working_days_differ(known) is None


def test_a_holiday_of_one_year_only_is_named_and_days_off_in_its_stead_are_not() -> None:
    now, then = Period(date(2026, 5, 9), date(2026, 5, 12)), Period(date(2025, 5, 10), date(2025, 5, 13))
    found = unlike_days.holidays_moved(
        facts(days_now=days("RU", now.first, now.last), days_then=days("RU", then.first, then.last))
    )
    assert found is not None
    assert "Victory Day" in str(found.text)
    assert unlike_days.holidays_moved(facts(days_now=days("RU", now.first, now.last)[2:])) is not None
    whole = [days("RU", date(year, 5, 1), date(year, 5, 31)) for year in (2025, 2026)]
    assert unlike_days.holidays_moved(facts(days_now=whole[1], days_then=whole[0])) is None


def test_the_event_log_is_quoted() -> None:
    sale = DatedNote(date(2025, 3, 8), date(2025, 3, 10), "Spring sale")
    outage = DatedNote(date(2026, 3, 2), date(2026, 3, 2), "Hosting down")
    found = unlike_days.events_differ(facts(events_now=(outage,), events_then=(sale,)))
    assert found is not None
    assert str(found.text).index("Hosting down") < str(found.text).index("Spring sale")


def test_a_period_not_loaded_to_its_end_blocks_the_naive_difference() -> None:
    december = full_month(date(2011, 12, 1))
    elapsed = Period(date(2011, 12, 1), date(2011, 12, 9))
    found = unlike_days.data_end_early(
        facts(
            asked=december,
            now=elapsed,
            then=year_before(elapsed),
            data_until={"orders": elapsed.last},
            revenue=Change(D("433668.01"), D("377488.45")),
            naive_revenue=Change(D("433668.01"), D("748957.02")),
        )
    )
    assert found is not None
    assert (found.severity, found.figure) == (Severity.BLOCKER, D("-371468.57"))
    assert found.share_of_base is not None
    assert round(found.share_of_base, 3) == D("0.496")


def test_immature_sales_are_worth_what_is_still_to_come() -> None:
    assert unlike_counting.sales_immature(facts(complete_now=D("0.98"))) is None
    found = unlike_counting.sales_immature(facts(complete_now=D("0.5"), revenue=Change(D(1000), D(1000))))
    assert found is not None
    assert found.figure == D("-693.15")  # 1000 × ln(0.5)
    aged = unlike_counting.sales_immature(facts(complete_now=D("0.5"), orders_at_same_age=(12, 30)))
    assert aged is not None
    assert dict(aged.text.values) == {"share": Percent(D("0.5")), "seen": Number(12), "all": Number(30)}


def test_young_sales_with_few_refunds_may_still_have_them() -> None:
    young = facts(refund_rate_now=D("0.02"), refund_rate_then=D("0.10"), refunds_are_young=True)
    found = unlike_counting.returns_to_come(young)
    assert found is not None
    assert found.figure == 88  # 1100 × 8 %
    assert unlike_counting.returns_to_come(replace(young, refunds_are_young=False)) is None
    assert unlike_counting.returns_to_come(replace(young, refund_rate_now=D("0.11"))) is None


def test_a_source_that_began_in_between_is_told_with_its_days() -> None:
    found = unlike_counting.coverage_differs(
        facts(
            coverage=(
                Coverage("calls", "calltouch", 31, 31, 0, 31, "Calltouch"),
                Coverage("ads", "google_ads", 31, 31, 30, 31, "Google Ads"),
            )
        )
    )
    assert found is not None
    assert "Calltouch" in str(found.text)
    assert "Google Ads" not in str(found.text)


def test_a_share_without_a_source_that_moved_makes_growth_partly_tracking() -> None:
    assert unlike_counting.no_source_moved(facts(no_source_now=D("0.10"), no_source_then=D("0.15"))) is None
    assert unlike_counting.no_source_moved(facts(no_source_now=D("0.10"), no_source_then=D("0.40"))) is not None
    assert unlike_counting.no_source_moved(facts(no_source_now=D("0.10"))) is None


def test_a_change_of_rules_leaves_only_totals_to_compare() -> None:
    change = DatedNote(date(2025, 9, 1), date(2025, 9, 1), "Window of 30 days instead of 90")
    found = unlike_counting.rules_changed(facts(rule_changes=(change,)))
    assert found is not None
    assert (found.id, found.severity) == ("Y10", Severity.HIGH)


def test_amounts_without_a_rate_are_named_in_their_currency() -> None:
    found = unlike_counting.unconverted_amounts(facts(unconverted={"USD": D(5)}))
    assert found is not None
    assert dict(found.text.values)["amounts"] == (Money(D(5), "USD"),)


def test_another_vat_rate_matters_only_where_spend_holds_the_tax() -> None:
    assert unlike_counting.vat_changed(ALIKE) is None
    assert unlike_counting.vat_changed(facts(vat_now=D("0.22"), vat_then=D("0.20"))) is not None


@pytest.mark.parametrize(
    ("now", "then", "is_said"), [(125, 100, False), (126, 100, True), (80, 100, False), (79, 100, True), (5, 0, True)]
)
def test_spend_is_said_outside_four_fifths_to_five_fourths(now: int, then: int, is_said: bool) -> None:
    assert (unlike_size.spend_changed(facts(spend=Change(D(now), D(then)))) is not None) is is_said


def test_no_per_cent_of_spend_is_said_without_spend_a_year_before() -> None:
    found = unlike_size.spend_changed(facts(spend=Change(D(5), D(0))))
    assert found is not None
    assert "share" not in dict(found.text.values)
    assert unlike_size.spend_changed(facts(spend=Change(D(5), D(4), is_base_known=False))) is None


def test_few_even_orders_in_either_year_decide() -> None:
    assert unlike_size.few_orders_decide(facts(n_eff_now=50.0, n_eff_then=10.0)) is None
    assert unlike_size.few_orders_decide(facts(n_eff_now=50.0, n_eff_then=3.5)) is not None


def test_12_orders_against_8_cannot_be_told_apart_and_120_against_80_can() -> None:
    found = unlike_size.counts_small(facts(orders_now=12, orders_then=8))
    assert found is not None
    values = dict(found.text.values)
    assert isinstance(values["low"], Percent)
    assert round(float(values["low"].value), 2) == -0.44
    assert unlike_size.counts_small(facts(orders_now=120, orders_then=80)) is None
    assert unlike_size.counts_small(facts(orders_now=5, orders_then=0)) is None


def test_what_blocks_stands_first() -> None:
    elapsed = Period(date(2026, 3, 1), date(2026, 3, 9))
    found = find(
        facts(now=elapsed, then=year_before(elapsed), spend=Change(D(300), D(100)), orders_now=1, orders_then=2)
    )
    assert [caveat.id for caveat in found] == ["Y05", "Y24", "Y18"]
