"""Settings on a day, and what a change from a day on leaves of the days before."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.client import ClientProfile
from dashboard.warehouse import profile_json

SHOP = ClientProfile("shop", "Shop", "USD", "US", "America/New_York", margin=Decimal("0.4"))
OCTOBER, NOVEMBER = date(2026, 10, 1), date(2026, 11, 1)

days = st.dates(date(2025, 1, 1), date(2026, 12, 31))
margins = st.sampled_from([None, *(Decimal(share) / 10 for share in range(1, 10))])


def test_a_setting_holds_from_its_day_and_the_one_before_it_until_then() -> None:
    changed = SHOP.with_dated(NOVEMBER, margin=Decimal("0.35"))
    assert changed.margin == Decimal("0.35")
    assert changed.on(NOVEMBER).margin == Decimal("0.35")
    assert changed.on(NOVEMBER - timedelta(days=1)).margin == Decimal("0.4")


def test_a_change_for_all_days_leaves_nothing_of_what_was() -> None:
    changed = SHOP.with_dated(NOVEMBER, margin=Decimal("0.35")).with_always(margin=Decimal("0.5"))
    assert changed.earlier == ()
    assert changed.on(date.min).margin == Decimal("0.5")


def test_a_change_from_an_earlier_day_takes_the_place_of_the_later_ones() -> None:
    changed = SHOP.with_dated(NOVEMBER, margin=Decimal("0.35")).with_dated(OCTOBER, margin=Decimal("0.3"))
    assert [one.until for one in changed.earlier] == [OCTOBER]
    assert changed.on(NOVEMBER).margin == Decimal("0.3")


@given(st.lists(st.tuples(days, margins), max_size=5), days, margins, days)
def test_from_a_day_on_changes_no_day_before_it(
    before: list[tuple[date, Decimal | None]], since: date, margin: Decimal | None, asked: date
) -> None:
    profile = SHOP
    for day, share in before:
        profile = profile.with_dated(day, margin=share)
    changed = profile.with_dated(since, margin=margin)
    assert changed.on(asked).margin == (margin if asked >= since else profile.on(asked).margin)
    era = next(held for first, last, held in changed.eras() if first <= asked <= last)
    assert era.margin == changed.on(asked).margin
    assert profile_json.from_json(profile_json.to_json(changed)) == changed
