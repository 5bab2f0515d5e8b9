"""Whose screen shows a picture or a file that Streamlit keeps under `/media/`: its address alone opens nothing.

Streamlit gives such a file to whoever has its address, as long as any page shows it. Here each page says, when it is
drawn, for whom and of what it is; the gate then asks whether the one who wants the file sees such a page now.
"""

from __future__ import annotations

import threading
from pathlib import PurePosixPath

from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

from dashboard.access.viewer import Viewer

_drawn: dict[str, tuple[str, str, str]] = {}  # Streamlit's session: ours, the client, the screen
_lock = threading.Lock()


def drawn_for(viewer: Viewer | None, client: str, screen: str) -> None:
    """Says, at the start of a run, for whom its page is drawn; None takes back what was said."""
    context = get_script_run_ctx()
    if context is None:
        return
    with _lock:
        if viewer is None:
            _drawn.pop(context.session_id, None)
        else:
            _drawn[context.session_id] = (viewer.session, client, screen)


def may_have(path: str, viewer: Viewer) -> bool:
    """Whether a page that this viewer has open, and may still see, shows the file at this address."""
    if not runtime.exists():
        return False
    shown = _showing(PurePosixPath(path).stem)
    with _lock:
        pages = [_drawn[session] for session in shown if session in _drawn]
    return any(own == viewer.session and viewer.may(client, screen) for own, client, screen in pages)


def _showing(file_id: str) -> tuple[str, ...]:
    """The sessions of Streamlit that show a file; those that are gone are forgotten on the way."""
    manager = runtime.get_instance().media_file_mgr
    with manager._lock:
        held = {session: set(files.values()) for session, files in manager._files_by_session_and_coord.items()}
    with _lock:
        if len(_drawn) > 2 * len(held) + 1000:
            for session in [known for known in _drawn if known not in held]:
                del _drawn[session]
    return tuple(session for session, files in held.items() if file_id in files)
