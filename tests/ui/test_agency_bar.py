"""The agency's screens stand in groups; the person's own account stands in a menu of its own."""

from __future__ import annotations

from types import SimpleNamespace

from dashboard.access.screens import AGENCY_SCREENS
from dashboard.ui.agency_bar import ACCOUNT, GROUPS, grouped


def test_every_screen_of_the_agency_stands_in_one_group_or_in_the_account_menu():
    placed = [screen for _label, screens in GROUPS for screen in screens]
    assert len(placed) == len(set(placed))
    assert set(AGENCY_SCREENS) <= {*placed, ACCOUNT}


def test_a_group_without_a_screen_to_offer_is_left_out():
    own = [SimpleNamespace(key=key) for key in ("health", "imports", "account")]
    assert [(label, [screen.key for screen in screens]) for label, screens in grouped(own)] == [
        ("Data", ["health", "imports"])
    ]
