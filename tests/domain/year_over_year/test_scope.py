"""What lies outside is taken out of the channels whole, and what becomes of a lead stays as it was."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.measures import Measures
from dashboard.domain.year_over_year.scope import OF_SALES, cut

D = Decimal
SPENT = {"spend": D(90)}


def sold(orders: int, each: int) -> Measures:
    return dict.fromkeys(OF_SALES, D(0)) | {"orders": orders, "revenue": D(orders * each)}


def asked(leads: int, target: int) -> Measures:
    return {"leads": leads, "leads_answered": leads, "leads_marked": leads, "target_leads": target}


def test_people_are_split_as_the_buyers_of_their_channel() -> None:
    google, direct = sold(8, 100) | asked(40, 20) | SPENT, sold(2, 100) | asked(10, 10)
    found = cut({"google_ads": google, "direct": direct}, {"closed": {"google_ads": sold(6, 100)}})
    inside = found.inside["google_ads"]
    assert {key: inside[key] for key in ("orders", "revenue", "leads", "target_leads", "spend")} == {
        "orders": 2, "revenue": 200, "leads": 10, "target_leads": 5, "spend": 90,
    }  # fmt: skip
    assert found.inside["direct"] == direct
    assert found.outside["closed"]["revenue"] == 600


def test_people_of_a_channel_that_sold_nothing_are_split_as_those_of_the_whole_year() -> None:
    channels = {"google_ads": sold(8, 100) | asked(40, 20), "email": sold(0, 0) | asked(12, 6)}
    found = cut(channels, {"closed": {"google_ads": sold(2, 100)}})
    assert found.inside["email"]["leads"] == 9


def test_sums_without_a_number_of_orders_are_split_by_their_money() -> None:
    book = {"offline": sold(0, 0) | {"revenue": D(1000)} | asked(10, 10)}
    found = cut(book, {"closed": {"offline": sold(0, 0) | {"revenue": D(300)}}})
    assert (found.inside["offline"]["revenue"], found.inside["offline"]["leads"]) == (700, 7)


def test_nothing_outside_leaves_the_channels_as_they_are() -> None:
    channels = {"direct": sold(2, 100) | asked(10, 10)}
    assert cut(channels, {}).inside == channels


@given(st.integers(1, 50), st.integers(0, 50), st.integers(1, 900), st.integers(0, 300))
def test_both_sides_of_the_cut_are_the_whole_and_close_alike(kept: int, gone: int, each: int, more: int) -> None:
    leads = kept + gone + more
    whole = sold(kept + gone, each) | asked(leads, leads)
    found = cut({"direct": whole}, {"opened": {"direct": sold(gone, each)}})
    inside, outside = found.inside["direct"], found.outside["opened"]
    for key in OF_SALES:
        assert (inside[key] or 0) + (outside[key] or 0) == whole[key]
    assert float(inside["orders"] or 0) / float(inside["leads"] or 1) == pytest.approx((kept + gone) / leads)
