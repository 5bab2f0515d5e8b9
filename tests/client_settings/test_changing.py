"""A change of settings: shown beforehand, kept as a version, taken back to the very same figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as trying
from hypothesis import strategies as st

from dashboard.access import audit
from dashboard.client_settings import changing
from dashboard.client_settings.changing import Draft
from dashboard.domain.canonical import Kind
from dashboard.domain.client import ClientProfile, Fee
from dashboard.domain.errors import ClientExists, SettingsChangedMeanwhile, SettingsInvalid
from dashboard.reports.settings_effect import figures
from dashboard.workspace import Workspace
from tests.warehouse.conftest import row, write_reading

D = Decimal
OCTOBER, NOVEMBER = date(2026, 10, 1), date(2026, 11, 1)
TODAY = date(2026, 11, 22)
LOOM = ClientProfile("loom", "Loom", "USD", "US", "America/New_York", margin=D("0.4"), fees=(Fee(OCTOBER, D(10)),))
CLICK = {"source": "google", "medium": "cpc", "campaign": "A"}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """October: spend 100, two leads (a call of 40 s, a form), a sale of 1,000. November: the same sale again."""
    folder = tmp_path_factory.mktemp("settings")
    workspace = Workspace(folder / "workspace")
    workspace.add_client(LOOM, by="test")
    sales = [
        row("sales", order_id=str(day.month), sold=day, lead_created=day, revenue=1000, currency="USD", **CLICK)
        for day in (OCTOBER, NOVEMBER)
    ]
    tables = {
        Kind.ADS: {"ad_day": [row("ad_day", day=OCTOBER, day_to=OCTOBER, spend=100, currency="USD")]},
        Kind.CALLS: {"calls": [row("calls", started=OCTOBER, talk_seconds=40, phone_hash="p1", **CLICK)]},
        Kind.DEALS: {"leads": [row("leads", created=OCTOBER, way="form", phone_hash="p2", currency="USD", **CLICK)]},
        Kind.ORDERS: {"sales": sales},
    }
    with workspace.namespace("loom").store() as store:
        for place, (kind, rows) in enumerate(tables.items()):
            store.commit(write_reading(folder / f"{place}.duckdb", kind, rows), by="test")
        store.months.publish(date(2026, 9, 1), by="test")
    return workspace


@pytest.fixture
def workspace(made: Workspace, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    """The workspace, its settings put back afterwards."""
    monkeypatch.setenv("SVERKA_TODAY", TODAY.isoformat())
    yield made
    with made.namespace("loom").store() as store:
        store.save_profile(LOOM, by="test")


def draft(workspace: Workspace, since: date | None = None, **wanted: Any) -> Draft:
    return Draft(changing.history(workspace, "loom")[0].number, wanted, since)


def october(workspace: Workspace) -> dict[str, Decimal | None]:
    return figures(workspace.namespace("loom").reader(), [OCTOBER], TODAY)[OCTOBER]


def test_a_change_is_shown_beforehand_with_what_it_makes_of_the_last_month(workspace: Workspace) -> None:
    version = workspace.namespace("loom").version()
    seen = changing.preview(workspace, "loom", draft(workspace, margin=D("0.3")))
    assert seen.effect is not None
    (month,) = seen.effect.moved
    assert (month.month, month.given) == (OCTOBER, False)
    assert (month.before["profit"], month.after["profit"]) == (290, 190)  # 400 - 100 - 10, 300 - 100 - 10
    assert month.moved == ("profit", "romi", "contribution")
    assert workspace.namespace("loom").version() == version
    assert october(workspace)["profit"] == 290


def test_from_a_day_on_the_month_before_stays_as_it_was(workspace: Workspace) -> None:
    seen = changing.preview(workspace, "loom", draft(workspace, since=NOVEMBER, margin=D("0.3")))
    assert seen.effect is not None
    assert seen.effect.moved == ()
    changing.save(workspace, "loom", draft(workspace, since=NOVEMBER, margin=D("0.3")), by="anna")
    assert october(workspace)["profit"] == 290
    assert workspace.namespace("loom").reader().profile.margin == D("0.3")


def test_what_only_changes_the_look_moves_no_figure(workspace: Workspace) -> None:
    assert changing.preview(workspace, "loom", draft(workspace, accent="#AA0000")).effect is None


def test_a_fee_by_results_is_in_the_profit(workspace: Workspace) -> None:
    by_results = Fee(OCTOBER, of_spend=D("0.1"), per_lead=D(5), of_sales=D("0.02"))
    wanted = changing.fees_with(LOOM.fees, by_results, since=None)
    seen = changing.preview(workspace, "loom", draft(workspace, fees=wanted))
    assert seen.effect is not None
    assert seen.effect.moved[0].after["fee"] == 10 + 10 + 20


def test_who_saves_second_is_told_what_changed_and_nothing_is_lost(workspace: Workspace) -> None:
    first, second = draft(workspace, margin=D("0.3")), draft(workspace, accent="#AA0000")
    changing.save(workspace, "loom", first, by="anna@agency.example")
    with pytest.raises(SettingsChangedMeanwhile) as refused:
        changing.save(workspace, "loom", second, by="boris")
    assert "anna@agency.example" in str(refused.value)
    assert "0.4 → 0.3" in str(refused.value)
    changing.save(workspace, "loom", draft(workspace, **second.wanted), by="boris")
    profile = workspace.namespace("loom").reader().profile
    assert (profile.margin, profile.accent) == (D("0.3"), "#AA0000")


def test_every_change_is_a_version_and_stands_in_the_record_by_name(workspace: Workspace) -> None:
    changing.save(workspace, "loom", draft(workspace, margin=D("0.3"), accent="#AA0000"), by="anna")
    before = changing.history(workspace, "loom")
    assert (before[0].saved_by, before[0].profile.margin, before[1].profile.margin) == ("anna", D("0.3"), D("0.4"))
    line = audit.newest(workspace.access)[0]
    assert (line.who, line.what, line.client) == ("anna", "client settings changed", "loom")
    assert line.about == "accent, margin"


def test_an_earlier_version_comes_back_as_a_new_one(workspace: Workspace) -> None:
    was = changing.history(workspace, "loom")[0]
    changing.save(workspace, "loom", draft(workspace, margin=D("0.3")), by="anna")
    seen = changing.restoring(workspace, "loom", was.number)
    assert seen.effect is not None
    assert seen.effect.moved[0].after["profit"] == 290
    changing.restore(workspace, "loom", was.number, by="anna")
    newest = changing.history(workspace, "loom")[0]
    assert (newest.number, newest.restored, newest.profile) == (was.number + 2, was.number, was.profile)
    with pytest.raises(SettingsInvalid):
        changing.restore(workspace, "loom", newest.number, by="anna")


def test_the_currency_of_amounts_is_not_changed(workspace: Workspace) -> None:
    with pytest.raises(SettingsInvalid, match="currency stays USD"):
        changing.preview(workspace, "loom", draft(workspace, currency="EUR"))


def test_all_that_cannot_be_used_is_named_at_once(workspace: Workspace) -> None:
    with pytest.raises(SettingsInvalid) as refused:
        changing.save(workspace, "loom", draft(workspace, name=" ", timezone="Moon", margin=D(2)), by="anna")
    assert [word in str(refused.value) for word in ("Name:", "Time zone:", "Margin:")] == [True] * 3


def test_a_new_name_is_that_of_the_list_too_and_another_clients_is_refused(workspace: Workspace) -> None:
    workspace.add_client(replace(LOOM, slug="reed", name="Reed"), by="test")
    with pytest.raises(ClientExists):
        changing.save(workspace, "loom", draft(workspace, name="Reed"), by="anna")
    changing.save(workspace, "loom", draft(workspace, name="Loom & Co"), by="anna")
    assert workspace.client("loom").name == "Loom & Co"
    changing.save(workspace, "loom", draft(workspace, name="Loom"), by="anna")


shares = st.sampled_from([None, D("0.1"), D("0.5"), D(1)])
wants = st.fixed_dictionaries(
    {},
    optional={
        "margin": shares,
        "target_talk_seconds": st.integers(0, 60),
        "target_forms": st.booleans(),
        "attribution_rule": st.sampled_from(["own_only", "first_touch", "last_touch"]),
        "vat_deductible": st.booleans(),
    },
)


@trying(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(wants, st.none() | st.dates(date(2026, 9, 1), date(2026, 11, 30)))
def test_a_version_put_back_gives_the_figures_it_had(
    workspace: Workspace, wanted: dict[str, Any], since: date | None
) -> None:
    was, before = changing.history(workspace, "loom")[0], october(workspace)
    if not changing.save(workspace, "loom", draft(workspace, since, **wanted), by="anna"):
        return
    changing.restore(workspace, "loom", was.number, by="anna")
    assert october(workspace) == before
