"""The files that were sent, each with where it is on its way, and what a person can do with it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard.access.viewer import Viewer
from dashboard.domain.phrase import N_
from dashboard.domain.watch import STAGES
from dashboard.i18n import _, current, ngettext
from dashboard.ui import frame, session, upload, upload_folds, upload_questions, upload_report
from dashboard.ui.markup import Markup, draw, tag
from dashboard.ui.plain import plain
from dashboard.uploads.held import ENDED, HeldFile, State

_LOOKS_EVERY = 1.0  # seconds, while something is being done
_FEW = 3  # files that are all drawn whole

STATES: dict[State, str] = {
    State.WAITING: N_("waits for its turn to be read"),
    State.READING: N_("is being read"),
    State.AGREED: N_("waits for its turn to be added"),
    State.ADDING: N_("is being added"),
}


def show() -> None:
    """Draws them; looks again by itself while work on one of them goes on."""
    viewer = session.require("upload")
    busy = any(one.is_busy for one in upload.held(viewer))
    session.part("upload", run_every=_LOOKS_EVERY if busy else None)(_files)(busy)


def _files(was_busy: bool) -> None:
    viewer = session.require("upload")
    files = upload.held(viewer)
    if was_busy and not any(one.is_busy for one in files):
        st.rerun()  # the whole screen: what was added is in its history now
    if len(files) > _FEW:
        draw(upload_folds.counts(files))
        _take(viewer, files)
    for held in upload_folds.ordered(files):
        with st.container(key=f"sv-held-{held.key}"):
            _folded(viewer, held, fold=len(files) > _FEW)
    if len(files) <= _FEW:
        _take(viewer, files)
        return
    ended = [one for one in files if one.state in ENDED]
    if ended and st.button(_("Take what is done off the list"), key="sv-remove-ended", type="tertiary"):
        upload.remove(*ended)


def _take(viewer: Viewer, files: Sequence[HeldFile]) -> None:
    ready = [one for one in files if one.can_be_taken]
    if not ready:
        return
    client = session.client_of(viewer).name
    label = ngettext("Add {count} file for {client}", "Add {count} files for {client}", len(ready))
    label = label.replace("{count}", str(len(ready))).replace("{client}", plain(client))
    if st.button(label, type="primary", key="sv-take"):
        upload.take(ready)


def _folded(viewer: Viewer, held: HeldFile, *, fold: bool) -> None:
    """One file; among many, one that asks nothing of a person is a line, and is drawn whole once it is unfolded."""
    if not fold or held.state not in upload_folds.FOLDED:
        _file(viewer, held, removable=not (fold and held.state in ENDED))
        return
    whole = st.expander(upload_folds.line(held), key=f"sv-fold-{held.key}", on_change="rerun")
    if whole.open:
        with whole:
            _file(viewer, held)


def _file(viewer: Viewer, held: HeldFile, *, removable: bool = True) -> None:
    if held.is_busy:
        draw(_on_its_way(held))
        if held.can_be_cancelled and _button(held, "cancel", _("Cancel")):
            upload.cancel(held)
        return
    if held.state is State.MAPPING:
        draw(_line(held, _("is the mapping for the tables beside it that are not recognised")))
    elif held.state is State.CANCELLED:
        draw(_line(held, _("cancelled; nothing of it was kept")))
    elif held.state is State.ADDED:
        upload_report.show_done(held)
    else:
        upload_report.show(viewer, held)
        upload_questions.show(held)
    if held.state is State.NEEDS_MAPPING:
        label = _("Say what its columns are")
        if st.button(label, key=f"sv-explain-{held.key}", help=plain(held.file), type="primary"):
            frame.turn_to("mapping", file=held.key)
    if removable and _button(held, "remove", _("Take off the list") if held.state in ENDED else _("Remove")):
        upload.remove(held)


def _on_its_way(held: HeldFile) -> Markup:
    share = held.share
    words = _(STAGES[held.stage]) if held.stage else ""
    if words and share is not None:
        words = f"{words}, {current().percent(share, decimals=0)}"
    done = None if share is None else f"{share:.3f}"
    return tag(
        "section",
        tag("h3", held.file),
        tag("p", " · ".join(filter(None, (_(STATES[held.state]), words))), cls="sv-facts", role="status"),
        tag("progress", max="1", value=done, aria_label=held.file),
        cls="sv-file sv-busy",
    )


def _line(held: HeldFile, text: str) -> Markup:
    return tag("p", tag("b", held.file), ": ", text, cls="sv-noted")


def _button(held: HeldFile, what: str, label: str) -> bool:
    return st.button(label, key=f"sv-{what}-{held.key}", help=plain(held.file), type="tertiary")
