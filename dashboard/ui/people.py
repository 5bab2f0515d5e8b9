"""Who did something, as people call it.

The record keeps a person's e-mail address, «agency session 1a2b» (who came by the server's own address), «terminal user
anna», «terminal user anna, watch» (a watched folder) and «schedule» (a sheet that was due).
"""

from __future__ import annotations

from dashboard.domain.phrase import Phrase, say

_SESSION, _TERMINAL, _WATCH, _SCHEDULE = "agency session ", "terminal user ", ", watch", "schedule"


def name_of(by: str | None) -> Phrase | str:
    """Whoever the record names: a session of the agency, a user of the server's terminal, or the name as it is."""
    if not by:
        return "—"
    if by.startswith(_SESSION):
        return say("the agency, session {name}", name=by.removeprefix(_SESSION))
    if by.startswith(_TERMINAL) and by.endswith(_WATCH):
        return say("the watched folder of {name}", name=by.removeprefix(_TERMINAL).removesuffix(_WATCH))
    if by == _SCHEDULE:
        return say("the schedule")
    if by.startswith(_TERMINAL):
        return say("{name}, in the terminal", name=by.removeprefix(_TERMINAL))
    return by  # a person's e-mail address, or what else was written
