"""A story's files through the product's own import into a workspace, and the report that comes of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from dashboard import intake
from dashboard import mappings as mappings_of
from dashboard.domain.client import ClientProfile
from dashboard.domain.period import Period
from dashboard.reports.selection import Selection
from dashboard.reports.year_over_year import report
from dashboard.reports.year_over_year.report import YearOverYear
from dashboard.workspace import Workspace
from tests import workspaces
from tests.stories import then_and_now, twelve_lines


def told(temporary: pytest.TempPathFactory) -> Path:
    """A workspace with every story in it, which all processes of this test session share. Never write to it."""
    return workspaces.once(temporary, "stories", _tell_all)


def _tell_all(folder: Path) -> None:
    workspace = Workspace(folder)
    workspaces.owner(workspace.access)
    tell(workspace, then_and_now.CLINIC, then_and_now.files(), [then_and_now.ORDERS_ARE])
    tell(workspace, twelve_lines.SHOPS, twelve_lines.files(), twelve_lines.MAPPINGS)


def tell(
    workspace: Workspace, profile: ClientProfile, files: Iterable[tuple[str, bytes]], mappings: Iterable[str]
) -> None:
    """Adds the client, keeps its mappings and takes its files in, as a person would by hand; no row is left out."""
    workspace.add_client(profile, by="test")
    written = workspace.root / "files" / profile.slug
    written.mkdir(parents=True)
    for number, text in enumerate(mappings, start=1):
        mappings_of.save(workspace, profile.slug, f"table {number}", text, by="test")
    paths = []
    for name, content in files:
        paths.append(written / name)
        paths[-1].write_bytes(content)
    for record in intake.take_in(workspace, profile.slug, paths, by="test"):
        assert not record.rows_rejected, record


def year_over_year(workspace: Workspace, client: str, period: Period, today: date) -> YearOverYear:
    """The report of a period, as a screen asks for it."""
    return report.build(workspace.namespace(client).reader(), Selection(period), today)
