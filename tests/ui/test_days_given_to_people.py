"""Somebody of the agency who merely holds a link to a client they do not work for is bound by that link."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

from dashboard.access.viewer import Grant, Viewer
from dashboard.domain.period_policy import Fixed
from dashboard.ui import session

JUNE = Fixed(date(2026, 6, 1), date(2026, 6, 30))


@pytest.fixture(autouse=True)
def _looks_at_nord(monkeypatch):
    whole = SimpleNamespace(profile=SimpleNamespace(timezone="UTC"), months=lambda: ())
    monkeypatch.setattr(session, "client_of", lambda now: SimpleNamespace(slug="nord"))
    monkeypatch.setattr(session, "_whole", lambda now: whole)
    monkeypatch.setattr(session, "_screen", lambda: "campaigns")


@pytest.mark.parametrize(("own", "bound"), [(("harbor",), True), (("nord",), False)])
def test_a_link_binds_whoever_does_not_work_for_its_client(own, bound):
    link = Grant("nord", ("campaigns",), period=JUNE)
    days = session.days_given(Viewer("agency", "s", (link,), role="analyst", own_clients=own))
    assert (days is not None) is bound
