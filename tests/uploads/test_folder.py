"""Where sent files wait: what one request removes because it is empty never stops another."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor

from dashboard.access.doors import uploads
from dashboard.uploads import folder
from dashboard.workspace import Workspace
from tests.uploads.conftest import CLIENT, SESSION


def test_senders_that_come_and_break_at_once_do_not_stop_one_another(workspace: Workspace) -> None:
    def sends_and_breaks(number: int) -> bool:
        for turn in range(50):
            place = folder.place(workspace, CLIENT, SESSION)
            folder.arrived(place)
            arriving = place / f"{number}-{turn}.part"
            uploads.make(arriving)
            shutil.rmtree(arriving)
        return True

    with ThreadPoolExecutor(8) as senders:
        assert all(senders.map(sends_and_breaks, range(8)))
