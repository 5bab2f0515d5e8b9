"""Two clients with campaigns of the same names, at the same version of their data: no figure of one is the other's."""

from __future__ import annotations

import re
import threading

from dashboard.access.screens import CLIENT_SCREENS
from tests.attacks.record import Record
from tests.attacks.target import Target
from tests.attacks.workspace import ALDER, BIRCH, NAMES, ONLY

_FIGURE = re.compile(r"\$[\d,.]*\d{3}")
PERIOD = "period=2026-11-08..2026-11-21"


def test_what_is_kept_of_one_client_is_never_shown_as_the_others(target: Target, record: Record, times: int) -> None:
    workspace = target.workspace
    assert workspace.namespace(ALDER).version() == workspace.namespace(BIRCH).version()
    both = target.agency()
    holders = {client: target.holder(target.link(client, *CLIENT_SCREENS)) for client in (ALDER, BIRCH)}
    came: list[tuple[str, str, str]] = []

    def reads(client: str, cookie: str) -> None:
        with target.stream(cookie) as stream:
            for _ in range(times):
                for screen in CLIENT_SCREENS:
                    came.append((client, screen, stream.text(screen, f"client={client}&{PERIOD}")))

    threads = [
        threading.Thread(target=reads, args=(client, cookie))
        for client in (ALDER, BIRCH)
        for cookie in (both, holders[client])
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(came) == 4 * times * len(CLIENT_SCREENS)
    figures = {
        (client, screen): {one for whose, where, text in came if (whose, where) == (client, screen)
                           for one in _FIGURE.findall(text)}
        for client in (ALDER, BIRCH) for screen in CLIENT_SCREENS
    }  # fmt: skip
    assert sum(map(len, figures.values())) > 40
    for client, screen, text in came:
        other = BIRCH if client == ALDER else ALDER
        held = ONLY[other] not in text and (NAMES[client] in text)
        record.attempt("caches", held, f"{screen} of {client} names the other")
        for one in figures[other, screen] - figures[client, screen]:
            record.attempt("caches", one not in _FIGURE.findall(text), f"{screen} of {client} shows {one}")
    for screen in CLIENT_SCREENS:
        shared = {one for one in figures[ALDER, screen] & figures[BIRCH, screen] if len(one) > 6}
        record.attempt("caches", not shared, f"{screen} has figures in common: {shared}")
