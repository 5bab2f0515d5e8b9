"""The bridge: three steps, every line in its place, and a sum that is exact to the hundredth."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.year_over_year.bridge import Bridge, Certainty, Group, OneYearOnly, Owner, Part, Restated

D = Decimal


def test_what_is_restated_and_what_is_new_come_before_the_like_for_like_parts() -> None:
    bridge = Bridge.of(
        Decimal(120),
        Decimal(114),
        [Restated("immature", now=Decimal(6)), Restated("vat", then=Decimal(-5))],
        [OneYearOnly("closed", then=Decimal(10)), OneYearOnly("new_channels", now=Decimal(8))],
        [Part("close", -3.0, 1.0), Part("leads", 10.0, 20.0), Part("calendar", 0.0)],
    )
    assert [(line.key, line.amount) for line in bridge.lines] == [
        ("immature", -6), ("vat", -5), ("closed", -10), ("new_channels", 8), ("leads", 10), ("close", -3),
    ]  # fmt: skip
    assert (bridge.comparable.then, bridge.comparable.now) == (115, 120)
    assert (bridge.like_for_like.then, bridge.like_for_like.now) == (105, 112)
    assert sum(line.amount for line in bridge.lines) == bridge.difference == -6
    assert bridge.reported.growth == Decimal("-0.05")
    assert bridge.sum_of(Group.SCOPE) == -2


def test_a_line_is_proven_from_two_standard_errors_on_and_counted_money_needs_no_proof() -> None:
    parts = [Part("close", -3.0, 1.0), Part("leads", 10.0, 20.0), Part("kept", 10.0), Part("spend", -2.0, 0.0)]
    bridge = Bridge.of(Decimal(0), Decimal(12), [Restated("immature", now=D(3), se=0.5)], parts=[*parts])
    found = {line.key: (line.certainty, line.proven, line.owner) for line in bridge.lines}
    assert found == {
        "immature": (Certainty.PROVEN, True, Owner.NOBODY),
        "close": (Certainty.PROVEN, True, Owner.CLIENT),
        "leads": (Certainty.IN_NOISE, False, Owner.AGENCY),
        "kept": (Certainty.UNKNOWN, False, Owner.CLIENT),
        "spend": (Certainty.COUNTED, False, Owner.AGENCY),
    }


def test_parts_that_miss_the_difference_are_refused() -> None:
    with pytest.raises(ValueError, match="miss the difference"):
        Bridge.of(Decimal(100), Decimal(110), parts=[Part("leads", 9.0)])


def test_fractions_of_a_cent_that_every_line_loses_do_not_break_the_sum() -> None:
    # Marts keep four decimals: four amounts of 0.4 of a cent each are nothing once rounded, and the parts hold them.
    small = D("0.004")
    bridge = Bridge.of(
        D(100),
        D("100.008"),
        [Restated("cohort", now=small), Restated("immature", now=small)],
        [OneYearOnly("new_channels", now=-small), OneYearOnly("ended_channels", then=small)],
        [Part("leads", float(5 * small))],
    )
    assert sum(line.amount for line in bridge.lines) == bridge.difference == D("0.01")


@given(st.lists(st.floats(-1e9, 1e9), min_size=1, max_size=9))
def test_rounded_parts_add_up_to_the_hundredth_and_none_moves_by_more_than_one(amounts: list[float]) -> None:
    keys = ("calendar", "demand", "availability", "price", "leads", "answered", "target", "close", "kept")
    whole = sum(map(Decimal, amounts), Decimal(0))
    bridge = Bridge.of(Decimal(0), whole, parts=[Part(key, each) for key, each in zip(keys, amounts, strict=False)])
    assert sum((line.amount for line in bridge.lines), Decimal(0)) == bridge.difference
    for key, each in zip(keys, amounts, strict=False):
        line = bridge.line(key)
        assert abs((line.amount if line else Decimal(0)) - Decimal(each)) < Decimal("0.02")
