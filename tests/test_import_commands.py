"""The terminal's verbs about imports: what would change, one import's report, rejected rows, months given out."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.cli import main
from tests.test_command_line import ADS, ADS_LATER, ads, printed, workspace

__all__ = ["ads", "workspace"]  # fixtures


def test_a_dry_run_tells_days_campaigns_gaps_and_published_months(
    ads: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    later = tmp_path / "later.csv"
    later.write_text(ADS_LATER.replace("2026-03-01,Brand", "2026-03-05,Brand"), encoding="utf-8")
    main(["import", str(ads), "--client", "shop"])
    main(["month", "publish", "2026-03", "--client", "shop"])
    (told,) = printed(capsys, "import", str(later), "--client", "shop", "--dry-run", "--json")
    preview = told["preview"]
    assert preview["sentence"] == "Adds 1 day of Google Ads, $5 of spend; replaces 1 day: $7.50 becomes $8.50."
    assert [(day["day"], day["before"], day["after"]) for day in preview["days"]] == [
        ("2026-03-02", 7.5, 8.5),
        ("2026-03-05", None, 5),
    ]
    assert [(line["campaign"], line["before"], line["after"]) for line in preview["campaigns"]] == [
        ("Brand", 7.5, 13.5)
    ]
    assert [(gap["platform"], gap["from"], gap["to"]) for gap in preview["gaps"]] == [
        ("google_ads", "2026-03-03", "2026-03-04")
    ]
    (month,) = preview["published_months"]
    assert (month["month"], month["before"], month["after"], month["days"]) == ("2026-03", 7.5, 13.5, 2)


def test_an_imports_report_its_rejected_rows_and_the_months_are_shown(
    ads: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ads.write_text(ADS.replace("2026-03-02,Brand", "2026-02-31,Brand"), encoding="utf-8")
    main(["import", str(ads), "--client", "shop"])
    shown = printed(capsys, "imports", "show", "1", "--client", "shop", "--json")
    assert shown["preview"]["sentence"] == "Adds 1 day of Google Ads, $5 of spend; 1 row rejected."
    assert shown["imported_by"].startswith("terminal user ")
    assert main(["imports", "show", "7", "--client", "Shop"]) == 1
    would = printed(capsys, "undo", "1", "--client", "shop", "--dry-run", "--json")
    assert would["sentence"] == "Takes away 1 day of Google Ads, $5 of spend."
    main(["month", "publish", "2026-03", "--client", "shop"])
    main(["month", "withdraw", "2026-03", "--client", "shop"])
    (month,) = printed(capsys, "month", "list", "--client", "shop", "--json")
    assert month["month"] == "2026-03"
    assert month["withdrawn_by"].startswith("terminal user ")
