"""What the terminal says of the health of all clients' data."""

from __future__ import annotations

import argparse

from dashboard import settings
from dashboard.domain.errors import SverkaError
from dashboard.domain.health import State
from dashboard.i18n import Language
from dashboard.reports.health import build, selection, worst_first
from dashboard.terminal import print_json
from dashboard.workspace import Workspace


def everybody(options: argparse.Namespace) -> int:
    """Says of every client whether its data are healthy, the worst first; exit code 1 if any are not."""
    workspace = Workspace()
    built, failed = [], []
    for client in workspace.clients():
        try:
            warehouse = workspace.namespace(client.slug).reader()
            today = settings.today(warehouse.profile.timezone)
            built.append(build(warehouse, selection(today), today))
        except SverkaError as error:
            failed.append({"client": client.name, "state": "unreadable", "verdict": Language("en").say(error.phrase)})
    results = [*failed, *(one.as_json() for one in worst_first(built))]
    if options.json:
        print_json(results)
    else:
        for result in results:
            print(f"{result['client']}\t{result['state']}\t{result['verdict']}")
    return 1 if failed or any(one.state is State.UNHEALTHY for one in built) else 0
