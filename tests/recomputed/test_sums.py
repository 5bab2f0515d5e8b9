"""The demo's two years made anew from its raw files: people, credit and money come out as in the product."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import pytest

from dashboard.workspace import Workspace
from tests import workspaces
from tests.recomputed import demo
from tests.recomputed.people import Client, Sums

THEN, NOW = (date(2025, 10, 1), date(2025, 10, 31)), (date(2026, 10, 1), date(2026, 10, 31))
STORED = ("leads", "leads_answered", "leads_marked", "target_leads", "orders", "revenue", "refunds")


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return Workspace(workspaces.shared(tmp_path_factory))


@pytest.fixture(scope="module")
def recomputed(workspace: Workspace) -> dict[str, Client]:
    files = workspace.root / "files"
    return {"nord": demo.nord(files / "nord"), "harbor": demo.harbor(files / "harbor")}


@pytest.mark.parametrize("client", ["nord", "harbor"])
def test_each_channel_of_both_years_has_the_sums_that_its_files_give(
    workspace: Workspace, recomputed: dict[str, Client], client: str
) -> None:
    reader = workspace.namespace(client).reader()
    for first, last in (THEN, NOW):
        for by_lead, query in ((True, "campaign_sums_by_lead"), (False, "campaign_sums_by_sale")):
            rows = reader.fetch(f"reports/{query}", date_from=first, date_to=last)
            by_hand = {
                channel: stored(sums) for channel, sums in recomputed[client].sums(first, last, by_lead=by_lead).items()
            }
            assert by_channel(rows) == by_hand, (first, query)


def stored(sums: Sums) -> tuple[Any, ...]:
    return (sums.leads, sums.answered, sums.marked, sums.target, sums.orders, sums.revenue, sums.refunds)


def by_channel(rows: Iterable[Mapping[str, Any]]) -> dict[str, tuple[Any, ...]]:
    found: dict[str, list[Any]] = {}
    for row in rows:
        of = found.setdefault(row["channel"], [0] * len(STORED))
        for place, measure in enumerate(STORED):
            of[place] += row[measure]
    return {channel: tuple(sums) for channel, sums in found.items() if any(sums)}
