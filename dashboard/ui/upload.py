"""Uploading: what was sent is read at once, held until a person agrees, and only then taken in.

The files lie on the desk (dashboard/uploads), which works beside the server; here is what a screen does with them.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable
from pathlib import Path

import streamlit as st

from dashboard.access.viewer import Viewer
from dashboard.intake import Mapping
from dashboard.ui import session, upload_place
from dashboard.uploads.desk import Desk
from dashboard.uploads.held import HeldFile

SCREEN = "upload"


@functools.cache
def desk() -> Desk:
    """The desk of this server. Raises WorkspaceUnusable or WorkspaceNewer, again at every call."""
    return Desk(session.workspace())


def close() -> None:
    """Ends the work on all files, at the server's end."""
    if desk.cache_info().currsize:
        desk().close()


def drop(viewer: Viewer) -> None:
    """Draws the place to drop files."""
    upload_place.show(session.client_of(viewer).slug)


def held(viewer: Viewer) -> list[HeldFile]:
    """What this session has sent for the client that it looks at, in the order of arrival."""
    return desk().files(session.client_of(viewer).slug, viewer.session)


def take(files: Iterable[HeldFile]) -> None:
    """Has files taken in, one after the other, each by itself."""
    desk().add(files, by=session.name_of(session.require_writing(SCREEN)))
    st.rerun()


def read_again(held: HeldFile, *, mapping: Mapping | None = None, answers: dict[str, str] | None = None) -> None:
    """Has a file read once more, with a mapping or with answers to what it asked, and shows the screen anew."""
    session.require_writing(SCREEN)
    desk().read_again(held, mapping=mapping, answers=answers)
    st.rerun()


def ask_again(held: HeldFile) -> None:
    """Has a file read as if nothing had been answered about it, and shows the screen anew."""
    session.require_writing(SCREEN)
    desk().read_again(held, anew=True)
    st.rerun()


def cancel(held: HeldFile) -> None:
    """Stops the work on a file, of which nothing is left then."""
    session.require_writing(SCREEN)
    desk().cancel(held)
    st.rerun()


def remove(*files: HeldFile) -> None:
    """Takes files off the list, and from the disk."""
    session.require_writing(SCREEN)
    for held in files:
        desk().remove(held)
    st.rerun()


def forget(viewer: Viewer, import_id: int) -> None:
    """Takes what was added as that import off the list: it was taken back."""
    session.require_writing("imports")
    for one in held(viewer):
        if one.record is not None and one.record.import_id == import_id:
            desk().remove(one)


def let_go(client: str) -> None:
    """Lets go of all that was sent for a client that is to be erased, by whomever."""
    desk().let_go(client)


def rejected_of(client: str, name: str, key: str) -> tuple[str, Path] | None:
    """What a file that the session of that name has sent is called, and where its rejected rows lie; None without."""
    for one in desk().files(client, name):
        if one.key == key and one.offered is not None and one.offered.reading.rows is not None:
            return one.file, one.offered.reading.rows
    return None
