"""The client's saved mappings: what each reads, and what a person can do with it."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

import streamlit as st

from dashboard import mappings
from dashboard.access.viewer import Viewer
from dashboard.domain.errors import SverkaError
from dashboard.domain.phrase import Number, Phrase, say, say_n
from dashboard.domain.saved_mapping import SavedMapping
from dashboard.i18n import _, current
from dashboard.ui import failure, mapping_words, session
from dashboard.ui.markup import Markup, draw, said, tag
from dashboard.ui.people import name_of
from dashboard.ui.tone import MARKS

_SAID = "sv-mapping-said"


def said_last() -> None:
    """Draws what came of the last thing done here, once."""
    last: Phrase | None = st.session_state.pop(_SAID, None)
    if last is not None:
        draw(tag("p", tag("span", MARKS["good"], cls="sv-mark"), " ", said(last), cls="sv-done sv-good", role="status"))


def say_next(phrase: Phrase) -> None:
    """Has something said when the screen is drawn next."""
    st.session_state[_SAID] = phrase


def show(viewer: Viewer) -> None:
    """Draws the mappings in force, and those that were removed, to be put back."""
    warehouse = session.warehouse(viewer)
    every, zone = warehouse.mapping_versions(), ZoneInfo(warehouse.profile.timezone)
    standing = warehouse.mappings()
    if not standing:
        nothing = _(
            "Nothing is saved yet. A table that is not known when it is dropped on Upload is explained from there."
        )
        draw(tag("p", nothing, cls="sv-small"))
    for one in standing:
        versions = [version for version in every if version.number == one.number]
        with st.container(key=f"sv-map-saved-{one.number}"):
            _one(viewer, one, versions, zone)
    removed = [one for one in every if one.removed and one.version == _newest(every, one.number)]
    if removed:
        with st.expander(_("Removed")):
            for one in removed:
                draw(tag("p", tag("b", one.name), " ", tag("span", said(_by(one, zone)), cls="sv-small")))
                if st.button(_("Put back"), key=f"sv-map-back-{one.number}", type="tertiary", help=one.name):
                    _save(one, say("“{name}” is back.", name=one.name))


def _one(viewer: Viewer, one: SavedMapping, versions: Sequence[SavedMapping], zone: ZoneInfo) -> None:
    draw(_described(one, zone))
    with st.container(horizontal=True, gap="small"):
        if st.button(_("Correct"), key=f"sv-map-correct-{one.number}", help=one.name):
            st.query_params["mapping"] = str(one.number)
            st.rerun()
        with st.popover(_("Rename")):
            name = st.text_input(
                _("New name"), value=one.name, key=f"sv-map-name-{one.number}-{one.version}", max_chars=80
            )
            if st.button(_("Save the name"), key=f"sv-map-rename-{one.number}"):
                _save(one, say("It is called “{name}” now.", name=name), name=name)
        if len(versions) > 1:
            with st.popover(_("Earlier versions")):
                for version in versions[1:]:
                    label = f"{version.name} · {said(_by(version, zone))}"
                    draw(tag("p", label, cls="sv-small"))
                    back = st.button(_("Return to it"), key=f"sv-map-version-{one.number}-{version.version}")
                    if back and not version.removed:
                        _save(version, say("“{name}” is as it was.", name=version.name))
        with st.popover(_("Remove")):
            draw(
                tag(
                    "p",
                    _("Files of this layout will not be recognised any more. What was imported by it stays as it is."),
                    cls="sv-small",
                )
            )
            if st.button(_("Remove it"), key=f"sv-map-remove-{one.number}"):
                _remove(one)


def _described(one: SavedMapping, zone: ZoneInfo) -> Markup:
    try:
        mapping = mappings.parsed(one.contents, one.name)
    except SverkaError as error:
        return tag("section", tag("h3", one.name), tag("p", said(error.phrase), cls="sv-small sv-bad"), cls="sv-file")
    kind = _(mapping_words.KINDS[mapping.kind][0])
    columns = say_n("{count} column", "{count} columns", len(mapping.headers))
    facts = " · ".join([kind, said(columns) or "", said(_by(one, zone)) or ""])
    headers = current().listed(mapping.headers)
    return tag(
        "section",
        tag("h3", one.name),
        tag("p", facts, cls="sv-facts"),
        tag("p", headers, cls="sv-small"),
        cls="sv-file",
    )


def _by(one: SavedMapping, zone: ZoneInfo) -> Phrase:
    at = one.saved_at.astimezone(zone)
    when = f"{current().day(at.date(), short=True)}, {at:%H:%M}"
    if one.removed:
        return say("removed {when} by {who}", when=when, who=name_of(one.saved_by))
    return say("version {number}, {when} by {who}", number=Number(one.version), when=when, who=name_of(one.saved_by))


def _newest(every: Sequence[SavedMapping], number: int) -> int:
    return max(one.version for one in every if one.number == number)


def _save(one: SavedMapping, phrase: Phrase, *, name: str | None = None) -> None:
    viewer = session.require_writing("mapping")
    try:
        with session.namespace(viewer).store() as store:
            store.mappings.save(one.name if name is None else name, one.contents, session.name_of(viewer), one.number)
    except SverkaError as error:
        failure.show(error)
        return
    say_next(phrase)
    st.rerun()


def _remove(one: SavedMapping) -> None:
    viewer = session.require_writing("mapping")
    try:
        with session.namespace(viewer).store() as store:
            store.mappings.remove(one.number, session.name_of(viewer))
    except SverkaError as error:
        failure.show(error)
        return
    say_next(say("“{name}” is removed.", name=one.name))
    st.rerun()
