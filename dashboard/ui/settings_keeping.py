"""What is kept of the client and how it goes: an export of everything, a customer forgotten, archive and erasure."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TypeVar
from urllib.parse import quote

import streamlit as st

from dashboard.access.clients import Client, Clients
from dashboard.access.viewer import Viewer
from dashboard.domain.errors import SettingsInvalid, SverkaError
from dashboard.domain.phrase import Number, Phrase, say, say_n
from dashboard.domain.watch import STAGES
from dashboard.i18n import _, current
from dashboard.keeping import erasing, forgetting
from dashboard.keeping.desk import ExportDesk, Making, Ready
from dashboard.ui import failure, section, session, upload
from dashboard.ui.markup import Markup, draw, join, said, tag
from dashboard.ui.tone import MARKS

SCREEN = "settings"

T = TypeVar("T")

_LOOKS_EVERY = 1.0  # seconds, while an export is being made
_SAID, _TURN, _FOUND = "sv-keeping-said", "sv-keeping-turn", "sv-keeping-found"
_MEGABYTE = 1_000_000


@functools.cache
def desk() -> ExportDesk:
    """The exports of this server. Raises WorkspaceUnusable or WorkspaceNewer, again at every call."""
    return ExportDesk(session.workspace())


def close() -> None:
    """Ends the work on exports, at the server's end."""
    if desk.cache_info().currsize:
        desk().close()


def show(viewer: Viewer) -> None:
    """Draws all of it for those who may change the client; for an owner archive and erasure too."""
    if not session.may_write(viewer):
        return
    done: Phrase | None = st.session_state.pop(_SAID, None)
    if done is not None:
        draw(tag("p", tag("span", MARKS["good"], cls="sv-mark"), " ", said(done), cls="sv-done sv-good", role="status"))
    section.show(
        _("All data of the client"),
        _("One ZIP: every table as Parquet, the rest as JSON, with a description. No phones, no e-mails, no secrets."),
    )
    making = desk().making(session.client_of(viewer).slug, viewer.session)
    busy = making is not None and not making.ended
    session.part(SCREEN, run_every=_LOOKS_EVERY if busy else None)(_exports)(busy)
    section.show(
        _("Forget a customer"),
        _("A customer of the client who asks to be forgotten. Calls, deals and orders stay in the sums, without them."),
    )
    _forget(viewer)
    if viewer.is_owner:
        section.show(_("Put away or erase"), None)
        _archive(viewer)
        _erase(viewer)


def _exports(was_busy: bool) -> None:
    viewer = session.require_writing(SCREEN)
    client = session.client_of(viewer).slug
    making = desk().making(client, viewer.session)
    busy = making is not None and not making.ended
    if was_busy and not busy:
        st.rerun()
    if making is not None and making.error is not None:
        failure.show(making.error)
    for ready in desk().ready(client, viewer.session):
        with st.container(horizontal=True, vertical_alignment="center", width="content", key=f"sv-export-{ready.key}"):
            draw(_link(client, ready))
            if st.button(_("Remove"), key=f"sv-export-remove-{ready.key}", type="tertiary"):
                session.require_writing(SCREEN)
                desk().remove(client, viewer.session, ready.key)
                st.rerun()
    if making is not None and busy:
        draw(_on_its_way(making))
        if st.button(_("Cancel"), key="sv-export-cancel", type="tertiary"):
            session.require_writing(SCREEN)
            desk().cancel(client, viewer.session)
            st.rerun()
    elif st.button(_("Make an export"), key="sv-export"):
        now = session.require_writing(SCREEN)
        desk().begin(client, now.session, session.name_of(now), recordings=now.hears_recordings)
        st.rerun()


def _link(client: str, ready: Ready) -> Markup:
    made = current().day(ready.made_at.date())
    size = said(say("{size} MB", size=Number(max(ready.size / _MEGABYTE, 0.1), decimals=1)))
    where = f"download/export/{quote(client, safe='')}/{ready.key}.zip"
    link = tag("a", _("Fetch the export"), href=where, target="_blank", rel="noopener")
    kept = _("kept for a day, for you alone")
    return tag("p", link, tag("span", f" · {made} · {size} · {kept}"), cls="sv-small sv-downloads")


def _on_its_way(making: Making) -> Markup:
    words = _(STAGES[making.stage]) if making.stage else _("waits for its turn")
    if making.share is not None:
        words = f"{words}, {current().percent(making.share, decimals=0)}"
    done = None if making.share is None else f"{making.share:.3f}"
    return tag(
        "section",
        tag("p", words, cls="sv-facts", role="status"),
        tag("progress", max="1", value=done, aria_label=_("Export")),
        cls="sv-file sv-busy",
    )


def _forget(viewer: Viewer) -> None:
    turn = st.session_state.get(_TURN, 0)
    with st.form(f"sv-forget-{turn}", border=False):
        typed = st.text_input(_("Phone or e-mail"), key=f"sv-forget-{turn}-typed", autocomplete="off", width=360)
        asked = st.form_submit_button(_("See what there is"), key="sv-forget-look")
    client = session.client_of(viewer).slug
    if asked:
        session.require_writing(SCREEN)
        st.session_state[_FOUND] = None
        found = _tried(lambda: forgetting.find(session.workspace(), client, typed))
        st.session_state[_FOUND] = None if found is None else (client, typed, found)
    kept: tuple[str, str, forgetting.Found] | None = st.session_state.get(_FOUND)
    if kept is None or kept[:2] != (client, typed):
        return
    draw(tag("ul", *(tag("li", said(sentence)) for sentence in forgetting.told(kept[2])), cls="sv-steps"))
    with st.container(horizontal=True):
        if st.button(_("Forget for good"), key="sv-forget-do", type="primary"):
            now = session.require_writing(SCREEN)
            with st.spinner(_("Writing the data anew")):
                found = _tried(lambda: forgetting.forget(session.workspace(), client, typed, session.name_of(now)))
            if found is not None:
                _anew(say("The customer is forgotten."))
        if st.button(_("Leave as is"), key="sv-forget-leave", type="tertiary"):
            _anew(None)


def _archive(viewer: Viewer) -> None:
    client = session.client_of(viewer)
    with (
        st.container(horizontal=True),
        st.popover(_("Put the client away"), key=f"sv-away-{client.slug}"),
    ):  # another client’s is another
        st.write(_("Its links no longer open and nobody sees it. All data stay, and an owner can bring it back."))
        if st.button(_("Put it away"), key=f"sv-archive-{client.slug}", type="primary"):
            now = session.require_owner(SCREEN)
            _change(
                lambda: Clients(session.workspace().access).archive(client.slug, session.name_of(now)),
                say("{name} is put away.", name=client.name),
            )
    for put_away in Clients(session.workspace().access).archived():
        _put_away(put_away)


def _put_away(client: Client) -> None:
    with st.container(horizontal=True, vertical_alignment="center", width="content", key=f"sv-archived-{client.slug}"):
        draw(tag("p", tag("b", client.name), " ", _("is put away"), cls="sv-noted"))
        if st.button(_("Bring back"), key=f"sv-restore-{client.slug}", help=client.name, type="tertiary"):
            now = session.require_owner(SCREEN)
            _change(
                lambda: Clients(session.workspace().access).bring_back(client.slug, session.name_of(now)),
                say("{name} is back: links that have not ended open again.", name=client.name),
                leaves=False,
            )


def _erase(viewer: Viewer) -> None:
    client = session.client_of(viewer)
    fold = st.expander(_("Erase the client for good"), key=f"sv-erase-fold-{client.slug}", on_change="rerun")
    if not fold.open:
        return
    with fold:
        going = _tried(lambda: erasing.foresee(session.workspace(), client.slug))
        if going is None:
            return
        draw(
            join([tag("p", _("What goes:")), tag("ul", *(tag("li", said(one)) for one in told(going)), cls="sv-steps")])
        )
        with st.form(f"sv-erase-{client.slug}", border=False):
            typed = st.text_input(_("Type the client’s name"), placeholder=going.name, autocomplete="off", width=360)
            sure = st.form_submit_button(_("Erase for good"), key=f"sv-erase-{client.slug}-sure", type="primary")
        if not sure:
            return
        now = session.require_owner(SCREEN)
        if typed.strip() != going.name:
            failure.show(SettingsInvalid(say("The name typed is not “{name}”. Nothing was erased.", name=going.name)))
            return
        upload.let_go(client.slug)
        _change(
            lambda: erasing.erase(session.workspace(), client.slug, session.name_of(now)),
            say("{name} is erased.", name=going.name),
        )


def told(going: erasing.Going) -> tuple[Phrase, ...]:
    """What goes with a client, and what does not, in sentences."""
    return (
        say(
            "{rows} of {imports}, {months} and {links}.",
            rows=say_n("{count} row", "{count} rows", going.rows),
            imports=say_n("{count} import", "{count} imports", going.imports),
            months=say_n("{count} published month", "{count} published months", going.months),
            links=say_n("{count} link", "{count} links", going.links),
        ),
        say_n(
            "{count} file on the server, {size} MB: data, settings, plans, notes, mappings, exports, files that wait.",
            "{count} files on the server, {size} MB: data, settings, plans, notes, mappings, exports, files that wait.",
            going.files,
            size=Number(going.size / _MEGABYTE, decimals=1),
        ),
        say("The key by which phones and e-mails were hashed: a copy without the keys cannot be asked about a phone.")
        if going.own_key
        else say("It is older than keys of its own: copies can be asked about a phone by the workspace’s key."),
        say("The record keeps its lines, with the client’s short name. Nothing brings back the rest."),
        say("Copies of the workspace that were made before keep what they have."),
    )


def _tried(work: Callable[[], T]) -> T | None:
    try:
        return work()
    except SverkaError as error:
        failure.show(error)
        return None


def _change(work: Callable[[], None], done: Phrase, *, leaves: bool = True) -> None:
    try:
        work()
    except SverkaError as error:
        failure.show(error)
        return
    if leaves:
        session.leave_client()
    _anew(done)


def _anew(done: Phrase | None) -> None:
    """Draws the page again, with fields that hold nothing of what was typed."""
    st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1
    st.session_state[_FOUND] = None
    st.session_state[_SAID] = done
    st.rerun()
