"""The command that prints a report's figures."""

from __future__ import annotations

import argparse

from dashboard import settings
from dashboard.domain.period import Period, parse_period
from dashboard.reports.catalogue import REPORTS
from dashboard.reports.health import Health
from dashboard.reports.health import selection as recent
from dashboard.reports.selection import Selection
from dashboard.terminal import print_json
from dashboard.workspace import Workspace


def report(options: argparse.Namespace) -> int:
    """Prints one report's figures."""
    workspace = Workspace()
    warehouse = workspace.namespace(options.client).reader()
    today = settings.today(warehouse.profile.timezone)
    if options.first and options.last:
        selection = Selection(period=Period(options.first, options.last), against=_then(options))
    elif options.report == Health.key and not options.first and not options.last:
        selection = recent(today)
    else:
        options.misused("--from and --to are needed")
    built = REPORTS[options.report](warehouse, selection, today)
    if options.json:
        print_json(built.as_json())
    else:
        for key, value in built.as_json()["metrics"].items():
            print(f"{key}\t{'—' if value is None else value}")
    return 0


def _then(options: argparse.Namespace) -> Period | None:
    if not options.then:
        return None
    first, between, last = options.then.partition("..")
    if not between:
        options.misused("--then needs FROM..TO, such as 2025-11-01..2025-11-30")
    return parse_period(first, last)
