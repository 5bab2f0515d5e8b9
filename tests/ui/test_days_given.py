"""The days that a screen may show to whoever looks now."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dashboard import ledger
from dashboard.access.clients import Client
from dashboard.access.viewer import Grant, Viewer
from dashboard.domain.client import ClientProfile
from dashboard.domain.period import Period
from dashboard.domain.period_policy import Fixed, Free, LastMonths, Published
from dashboard.ui import session
from dashboard.workspace import Workspace

MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    made = Workspace(tmp_path)
    made.add_client(ClientProfile("shop", "Shop", "USD", "US", "America/New_York", "en"), by="test")
    monkeypatch.setattr(session, "workspace", lambda: made)
    monkeypatch.setattr(session, "client_of", lambda viewer: Client("shop", "Shop"))
    monkeypatch.setenv("SVERKA_TODAY", "2026-04-15")
    return made


def on(screen: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session._run, "screen", screen, raising=False)
    monkeypatch.setattr(session._run, "kept", None, raising=False)


def holder(*grants: Grant) -> Viewer:
    return Viewer("link", "a", grants=grants)


def test_a_month_opens_when_it_is_published_and_closes_when_it_is_withdrawn(workspace, monkeypatch) -> None:
    on("summary", monkeypatch)
    owner = holder(Grant("shop", ("summary",), period=Published()))
    assert session.days_given(owner) == ()
    ledger.publish_month(workspace, "shop", date(2026, 3, 1), by="test")
    assert session.days_given(owner) == (MARCH,)
    assert session.warehouse(owner).days == (MARCH,)
    ledger.withdraw_month(workspace, "shop", date(2026, 3, 1), by="test")
    assert session.days_given(owner) == ()
    assert session.warehouse(owner).days == ()


def test_two_links_add_up_on_the_screen_that_both_open_and_not_on_another(workspace, monkeypatch) -> None:
    reader = holder(
        Grant("shop", ("summary", "channels"), period=Fixed(MARCH.first, MARCH.last)),
        Grant("shop", ("channels",), period=LastMonths(1)),
        Grant("shop", ("campaigns",), period=Free()),
    )
    for screen, days in (
        ("summary", (MARCH,)),
        ("channels", (Period(date(2026, 3, 1), date(2026, 4, 30)),)),
        ("campaigns", None),
        ("year_over_year", ()),
        ("", ()),
    ):
        on(screen, monkeypatch)
        assert session.days_given(reader) == days


def test_the_year_before_comes_with_the_year_over_year_alone(workspace, monkeypatch) -> None:
    reader = holder(Grant("shop", ("summary", "year_over_year"), period=Fixed(MARCH.first, MARCH.last)))
    on("summary", monkeypatch)
    assert session.warehouse(reader).days == (MARCH,)
    on("year_over_year", monkeypatch)
    assert session.days_given(reader) == (MARCH,)
    assert session.warehouse(reader).days == (Period(date(2025, 3, 1), date(2025, 4, 1)), MARCH)


def test_people_of_the_agency_see_all_days(workspace, monkeypatch) -> None:
    on("summary", monkeypatch)
    assert session.days_given(Viewer("agency", "a", role="owner", own_clients=None)) is None
    assert session.warehouse(Viewer("agency", "a", role="owner", own_clients=None)).days is None
