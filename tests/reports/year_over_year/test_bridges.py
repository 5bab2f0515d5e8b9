"""Laws of both bridges, whatever the channels' sums are: exact, and the same story told from the other end."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from math import log
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dashboard.domain import metrics
from dashboard.domain.year_over_year.bridge import Bridge, Certainty, Group
from dashboard.domain.year_over_year.lmdi import Factor
from dashboard.reports.year_over_year.bridges import takings
from dashboard.reports.year_over_year.bridging import Known, Sides, revenue
from dashboard.reports.year_over_year.currencies import at_rates
from dashboard.reports.year_over_year.profit import profit

D = Decimal
CHANNELS = ("google_ads", "organic_search", "direct")
Row = dict[str, Any]


def row(leads: int, answered: int, target: int, orders: int, each: int, refunded: int, cost: int, spend: int) -> Row:
    """A channel's year: so many orders of `each`, of which a part was refunded and a part was cost."""
    money = D(orders * each)
    return {
        "leads": leads,
        "leads_answered": min(answered, leads),
        "leads_marked": leads,
        "target_leads": min(target, leads),
        "orders": orders,
        "revenue": money,
        "refunds": money * refunded / 100,
        "cogs": money * cost / 100,
        "refunded_cogs": D(0),
        "revenue_without_cost": D(0),
        "order_squares": D(orders) * (each * (100 - refunded) / D(100)) ** 2,
        "spend": D(spend),
    }


counts = st.integers(0, 60)
rows = st.builds(row, counts, counts, counts, st.integers(0, 30), st.integers(1, 999), *[st.integers(0, 100)] * 3)
years = st.dictionaries(st.sampled_from(CHANNELS), rows, min_size=1)
amounts = st.integers(0, 5000).map(D)


def ends(then: dict[str, Row], now: dict[str, Row], earlier: int = 7, **known: Any) -> Sides:
    """Both years by the day of the lead; the books hold what the channels do, and one sale to an earlier lead."""
    books = [metrics.total([*year.values(), row(0, 0, 0, 1, earlier, 0, 50, 0)]) for year in (then, now)]
    return Sides.of((books[0], books[1]), (then, now), ({}, {}), Known(**known), 1.5, by_lead=True)


def both(then: dict[str, Row], now: dict[str, Row], **known: Any) -> tuple[Bridge, Bridge]:
    sides = ends(then, now, **known)
    left = profit(sides, (now, then), (D(10), D(30)))
    assert left is not None
    return revenue(sides).bridge, left


def amount(bridge: Bridge, key: str) -> Decimal:
    line = bridge.line(key)
    return line.amount if line else D(0)


def net(sums: Row) -> Decimal:
    return metrics.value_of("net_revenue", sums) or D(0)


def paid(year: dict[str, Row], rate: Decimal) -> dict[str, Row]:
    """The same orders at another rate of exchange."""
    money = ("revenue", "refunds", "cogs")
    by = {**dict.fromkeys(money, rate), "order_squares": rate**2}
    return {name: {key: value * by.get(key, 1) for key, value in sums.items()} for name, sums in year.items()}


def sold(year: dict[str, Row]) -> bool:
    return metrics.value_of("net_revenue", metrics.total(year.values())) != 0


@settings(max_examples=60)
@given(years, years, amounts, amounts)
def test_both_bridges_add_up_to_the_hundredth(
    then: dict[str, Row], now: dict[str, Row], immature: Decimal, returns: Decimal
) -> None:
    assume(sold(now))
    for bridge in both(then, now, immature=immature, returns=returns):
        assert sum((line.amount for line in bridge.lines), D(0)) == bridge.difference
        assert all(line.se is None or line.se >= 0 for line in bridge.lines)


@settings(max_examples=40)
@given(years, years, st.integers(50, 150))
def test_a_rate_of_exchange_is_a_line_and_no_other(then: dict[str, Row], now: dict[str, Row], per_cent: int) -> None:
    """Whatever the rate, what is alike is what it would be had the rate stayed."""
    rate = D(per_cent) / 100  # the money of every sale was another currency's, and this is what its rate became
    gained = {name: net(of) * (1 / rate - 1) for name, of in paid(now, rate).items()}
    at_earlier = ends(then, now)
    booked = paid(now, rate)
    moved = Sides.of(
        ends(then, booked).books,
        (then, at_rates(booked, booked, gained)),
        ({}, {}),
        Known(),
        1.5,
        by_lead=True,
        at_own_rates=booked,
    )
    stayed, changed = revenue(at_earlier).bridge, revenue(moved).bridge
    assert sum((line.amount for line in changed.lines), D(0)) == changed.difference
    exchanged = sum((net(of) for of in paid(now, rate).values()), D(0)) - sum((net(of) for of in now.values()), D(0))
    assert abs(amount(changed, "currency") - exchanged) <= D("0.01")
    for line in changed.of_group(Group.LIKE_FOR_LIKE):
        assert abs(line.amount - amount(stayed, line.key)) <= D("0.03")


def test_what_is_still_to_come_is_as_unsure_in_its_line_in_the_rate_it_raises_and_in_the_growth() -> None:
    then, now = ({name: row(60, 50, 40, 20, 100, 0, 40, 5) for name in CHANNELS} for _ in range(2))
    sure, unsure = (ends(then, now, immature=D(900), immature_se=se) for se in (0, 400))
    lines = [{line.key: line for line in revenue(sides).bridge.lines} for sides in (sure, unsure)]
    assert (lines[0]["cohort"].certainty, lines[1]["cohort"].se) == (Certainty.COUNTED, 400)
    # Of 6,900 of this year 400 are unsure: of the mean of both years as much, and in all three channels alike.
    mean = 900 / log(6900 / 6000)
    assert (lines[1]["close"].se or 0) ** 2 - (lines[0]["close"].se or 0) ** 2 == pytest.approx(
        (mean * 400 / 6900) ** 2
    )
    back = [
        {line.key: line.se or 0 for line in revenue(ends(then, now, returns=D(300), returns_se=se)).bridge.lines}
        for se in (0, 200)
    ]
    assert back[1]["returns_to_come"] == 200
    mean = 300 / log(6000 / 5700)
    assert back[1]["kept"] ** 2 - back[0]["kept"] ** 2 == pytest.approx((mean * 200 / 5700) ** 2)
    counted = [takings(sides, revenue(sides).bridge) for sides in (sure, unsure)]
    assert [year.variance(1.0) for year in counted[0]] == pytest.approx([600_000 / 6000**2, 600_000 / 6900**2])
    assert counted[1][1].variance(1.0) == pytest.approx((600_000 + 400**2) / 6900**2)
    spreads = [(made.interval.high or 0) - made.interval.low for made in map(revenue, (sure, unsure)) if made.interval]
    assert spreads[1] > spreads[0]


TURNED = {"ended_channels": "new_channels", "new_channels": "ended_channels"}


@settings(max_examples=40)
@given(years, years, st.floats(15, 25), st.floats(15, 25), st.floats(0.8, 1.25))
def test_swapped_years_change_every_sign(
    then: dict[str, Row], now: dict[str, Row], days_then: float, days_now: float, dearer: float
) -> None:
    """Those of what all channels share too: the calendar's factor turns over, and so do the prices'."""
    calendar = Factor("calendar", days_then, days_now, 0.01, shared=True)
    common = calendar, Factor("price", 1.0, dearer, shared=True)
    turned = tuple(replace(factor, then=factor.now, now=factor.then) for factor in common)
    for there, back in zip(both(then, now, common=common), both(now, then, common=turned), strict=True):
        for line in there.lines:
            if line.key != "fee":
                assert abs(line.amount + amount(back, TURNED.get(line.key, line.key))) <= D("0.03")


@settings(max_examples=40)
@given(years, years)
def test_another_currency_scales_the_lines_and_leaves_the_growth(then: dict[str, Row], now: dict[str, Row]) -> None:
    def paid(year: dict[str, Row]) -> dict[str, Row]:
        money = ("revenue", "refunds", "cogs", "spend")
        return {
            name: {
                key: value * (100 if key in money else 10000 if key == "order_squares" else 1)
                for key, value in sums.items()
            }
            for name, sums in year.items()
        }

    plain, scaled = ends(then, now), ends(paid(then), paid(now), earlier=700)
    before, after = revenue(plain).bridge, revenue(scaled).bridge
    for line in before.lines:
        assert abs(amount(after, line.key) - 100 * line.amount) <= 2
    assert before.like_for_like.growth == after.like_for_like.growth


@settings(max_examples=40)
@given(years, years)
def test_a_channel_of_nothing_changes_nothing(then: dict[str, Row], now: dict[str, Row]) -> None:
    nothing = {"email": row(0, 0, 0, 0, 1, 0, 0, 0)}
    assert both({**then, **nothing}, {**now, **nothing}) == both(then, now)
