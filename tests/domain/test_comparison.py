"""One year against another: like days, and no per cent without a base."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from dashboard.domain.caveats import Caveat, Severity, in_order, weighed
from dashboard.domain.comparison import (
    Alignment,
    Change,
    Coverage,
    Pair,
    common_end,
    coverage,
    pairs,
)
from dashboard.domain.period import Period, full_month
from dashboard.domain.phrase import Money, Percent, say

D = Decimal
DECEMBER = full_month(date(2011, 12, 1))
NINTH = date(2011, 12, 9)

# December 2010 whole, its first nine days, and the first nine days of December 2011: a retailer's real figures.
NAIVE = Change(D("433668.01"), D("748957.02"))
NINE_DAYS = Change(D("433668.01"), D("377488.45"))
UNFINISHED = Caveat("Y05", Severity.BLOCKER, say("Data end early."))


def test_a_month_that_is_not_over_stands_against_its_elapsed_days_too() -> None:
    naive, elapsed, aligned = pairs(DECEMBER, NINTH)
    assert naive == Pair(Alignment.NAIVE, DECEMBER, full_month(date(2010, 12, 1)))
    assert elapsed.now == Period(date(2011, 12, 1), NINTH)
    assert elapsed.then == Period(date(2010, 12, 1), date(2010, 12, 9))
    assert aligned.then == Period(date(2010, 12, 2), date(2010, 12, 10))
    assert (aligned.alignment, aligned.then.first.weekday()) == (Alignment.WEEKDAY_ALIGNED, 3)


def test_without_data_in_the_period_only_the_naive_pair_is_left() -> None:
    assert len(pairs(DECEMBER, None)) == 1
    assert len(pairs(DECEMBER, date(2011, 11, 30))) == 1


def test_both_years_end_where_the_first_source_ends() -> None:
    assert common_end([date(2011, 12, 31), NINTH], DECEMBER) == NINTH
    assert common_end([date(2012, 1, 5)], DECEMBER) == DECEMBER.last
    assert common_end([date(2011, 11, 30), NINTH], DECEMBER) is None
    assert common_end([], DECEMBER) is None


def test_the_naive_fall_of_42_per_cent_is_a_rise_of_15_over_the_same_days() -> None:
    assert NAIVE.share is not None
    assert NINE_DAYS.share is not None
    assert round(NAIVE.share, 2) == D("-0.42")
    assert round(NINE_DAYS.share, 3) == D("0.149")


def test_no_per_cent_is_said_where_the_base_is_missing() -> None:
    assert Change(D(5), D(0)).share is None
    assert Change(D(5), None).share is None
    assert Change(D(5), D(4), is_base_known=False).share is None
    assert Change(D(5), D(4), is_base_known=False).difference is None
    assert Change(D(5), D(0)).difference == 5


def test_a_change_in_words_has_a_per_cent_only_with_a_base() -> None:
    five, four = Money(D(5), "RUB"), Money(D(4), "RUB")
    assert Change(D(5), D(4)).phrase("RUB") == say(
        "{now} against {then}, {share}", now=five, then=four, share=Percent(D("0.25"), signed=True, decimals=1)
    )
    assert Change(D(5), D(0)).phrase("RUB") == say("{now} against {then}", now=five, then=Money(D(0), "RUB"))
    assert Change(D(5), None).phrase("RUB") == say("{now}; nothing is known of the earlier period", now=five)
    assert Change(None, D(4)).phrase("RUB") == say("no figure for this period")


def test_a_source_covers_the_days_that_it_has_rows_on() -> None:
    now, then = Period(date(2026, 3, 1), date(2026, 3, 2)), Period(date(2025, 3, 1), date(2025, 3, 2))
    rows = [
        {"day": date(2026, 3, 1), "kind": "calls", "platform": "calltouch"},
        {"day": date(2026, 3, 2), "kind": "calls", "platform": "calltouch"},
        {"day": date(2025, 3, 2), "kind": "calls", "platform": "calltouch"},
        {"day": date(2025, 6, 1), "kind": "ads", "platform": "meta_ads"},
    ]
    ads, calls = coverage(rows, now, then, {"calltouch": "Calltouch"})
    assert calls == Coverage("calls", "calltouch", 2, 2, 1, 2, "Calltouch")
    assert (calls.share_now, calls.share_then) == (1, D("0.5"))
    assert (ads.days_now, ads.days_then, ads.label) == (0, 0, "")


TEXT = say("something differs")


@pytest.mark.parametrize(
    ("figure", "base", "change", "severity"),
    [
        (19, 1000, 400, None),  # 1.9 % of the base, under 20 % of the change
        (20, 1000, 400, Severity.MEDIUM),  # 2 % of the base
        (-20, 1000, 400, Severity.MEDIUM),
        (10, 1000, 50, Severity.MEDIUM),  # 20 % of the change
        (50, 1000, 400, Severity.HIGH),  # 5 % of the base
        (15, 1000, 10, Severity.HIGH),  # without it the change turns its sign
        (15, None, 10, Severity.HIGH),
        (15, None, None, None),
    ],
)
def test_a_caveat_is_said_by_what_it_is_worth(
    figure: int, base: int | None, change: int | None, severity: Severity | None
) -> None:
    found = weighed(
        "Y01", TEXT, D(figure), None if base is None else D(base), None if change is None else D(change), Severity.HIGH
    )
    assert (found.severity if found else None) == severity


def test_blockers_come_first_then_what_is_worth_most() -> None:
    small, large = Caveat("Y01", Severity.HIGH, TEXT, D(5)), Caveat("Y02", Severity.MEDIUM, TEXT, D(-9))
    unknown = Caveat("Y09", Severity.HIGH, TEXT)
    assert in_order([unknown, None, small, UNFINISHED, large]) == (UNFINISHED, large, small, unknown)


def test_aligned_days_of_the_specification(shared: Callable[[str], Path]) -> None:
    golden = json.loads(shared("golden/05_calendar.json").read_text(encoding="utf-8"))
    for case in golden["align_364"]:
        day = date.fromisoformat(case["date"])
        aligned = pairs(Period(day, day), day)[2].then
        assert aligned.first.isoformat() == case["aligned"]
    example = golden["growth_example"]
    change = Change(D(str(example["revenue_2025_02"])), D(str(example["revenue_2024_02"])))
    assert float(change.share or 0) == pytest.approx(example["naive_growth"])
