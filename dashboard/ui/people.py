"""Who did something, as people call it.

The record keeps a person's e-mail address, «agency session 1a2b» (who came by the server's own address), the name of a
reader's session, «terminal user anna», «terminal user anna, watch» (a watched folder) and «schedule» (a sheet that was
due).
"""

from __future__ import annotations

import re

from dashboard.domain.phrase import N_, Phrase, say

_SESSION, _TERMINAL, _WATCH, _SCHEDULE = "agency session ", "terminal user ", ", watch", "schedule"


_LINK = "link session "
_READER = re.compile(rf"(?:{_LINK})?[0-9a-f]{{12}}")
_OTHERS = {
    "server start": N_("the server, at its start"),
    "stranger": N_("a stranger"),
}


def name_of(by: str | None) -> Phrase | str:
    """Whoever the record names: a session of the agency, a user of the server's terminal, or the name as it is."""
    if not by:
        return "—"
    if by in _OTHERS:
        return say(_OTHERS[by])
    if _READER.fullmatch(by):
        return say("a reader, session {name}", name=by.removeprefix(_LINK))
    if by.startswith(_SESSION):
        return say("the agency, session {name}", name=by.removeprefix(_SESSION))
    if by.startswith(_TERMINAL) and by.endswith(_WATCH):
        return say("the watched folder of {name}", name=by.removeprefix(_TERMINAL).removesuffix(_WATCH))
    if by == _SCHEDULE:
        return say("the schedule")
    if by.startswith(_TERMINAL):
        return say("{name}, in the terminal", name=by.removeprefix(_TERMINAL))
    return by  # a person's e-mail address, or what else was written
