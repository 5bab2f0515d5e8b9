"""Which channels can be told apart, and which pay."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.statistics import ChannelSums, Standing, Tier, standing, tiers


def channel(key: str, revenue: int, spend: int, orders: int, margin: int | None = None) -> ChannelSums:
    """A channel of even orders: as many as its n_eff."""
    squares = Decimal(revenue**2) / orders if orders else Decimal(0)
    known = None if margin is None else Decimal(margin)
    return ChannelSums(key, Decimal(revenue), squares, Decimal(spend), known)


def test_twice_the_return_on_a_hundred_orders_each_is_a_tier_of_its_own() -> None:
    good, bad = channel("good", 800, 100, 100), channel("bad", 400, 100, 100)
    assert tiers([bad, good], on="revenue") == [Tier(("good",), ranked=True), Tier(("bad",), ranked=True)]


def test_the_same_return_is_one_tier() -> None:
    assert tiers([channel("a", 400, 100, 100), channel("b", 400, 100, 100)], on="revenue") == [
        Tier(("a", "b"), ranked=True)
    ]


def test_fewer_than_ten_orders_are_not_ranked_however_good_they_look() -> None:
    few, many = channel("few", 90000, 100, 9), channel("many", 400, 100, 100)
    assert tiers([few, many], on="revenue") == [Tier(("many",), ranked=True), Tier(("few",), ranked=False)]


def test_a_channel_that_is_like_both_its_neighbours_joins_them() -> None:
    found = tiers(
        [channel(key, revenue, 100, 30) for key, revenue in (("a", 800), ("b", 600), ("c", 420))], on="revenue"
    )
    assert found == [Tier(("a", "b", "c"), ranked=True)]


def test_the_ranking_is_by_margin_where_the_margins_differ() -> None:
    dear = channel("phone", 300, 100, 100, margin=200)
    cheap = channel("site", 600, 100, 100, margin=100)
    assert [tier.channels for tier in tiers([cheap, dear])] == [("phone",), ("site",)]
    assert [tier.channels for tier in tiers([cheap, dear], on="revenue")] == [("site",), ("phone",)]


def test_a_channel_without_spend_is_not_ranked() -> None:
    assert tiers([channel("organic", 400, 0, 100, margin=100)]) == [Tier(("organic",), ranked=False)]


def test_a_channel_earns_loses_or_nobody_can_tell() -> None:
    assert standing(channel("a", 400, 100, 100, margin=160)) is Standing.EARNS
    assert standing(channel("a", 400, 100, 100, margin=60)) is Standing.LOSES
    assert standing(channel("a", 400, 100, 100, margin=101)) is Standing.CANNOT_TELL
    assert standing(channel("a", 400, 100, 9, margin=400)) is Standing.CANNOT_TELL
    assert standing(channel("a", 400, 100, 100, margin=-5)) is Standing.LOSES


def test_without_spend_or_margin_there_is_no_break_even_to_stand_against() -> None:
    assert standing(channel("a", 400, 0, 100, margin=160)) is Standing.NO_SPEND
    assert standing(channel("a", 400, 100, 100)) is Standing.MARGIN_UNKNOWN


def test_spend_without_a_sale_loses_once_three_hidden_orders_would_not_have_paid_it() -> None:
    silent = channel("a", 0, 100, 0, margin=0)
    assert standing(silent, margin_per_order=Decimal(33)) is Standing.LOSES
    assert standing(silent, margin_per_order=Decimal(34)) is Standing.CANNOT_TELL
    assert standing(silent) is Standing.CANNOT_TELL


def test_the_sums_of_a_channel_come_from_its_row() -> None:
    row = {"revenue": Decimal(50), "refunds": Decimal(10), "spend": Decimal(4), "order_squares": Decimal(1600)}
    sums = ChannelSums.of("email", row)
    assert (sums.net_revenue, sums.spend, sums.n_eff, sums.margin) == (Decimal(40), Decimal(4), 1, None)


@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**5), st.integers(1, 500)), max_size=8))
def test_every_channel_is_in_one_tier(sums: list[tuple[int, int, int]]) -> None:
    channels = [channel(str(place), *figures) for place, figures in enumerate(sums)]
    found = [key for tier in tiers(channels, on="revenue") for key in tier.channels]
    assert sorted(found) == sorted(channel.key for channel in channels)
