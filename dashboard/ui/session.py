"""Who looks at this screen, at which client, in which language. Every screen begins with `require`; it fails closed.

Nothing is remembered about permission: each run asks the store, so that a link that was revoked closes at once. A
fragment reruns without the screen around it and has to be one made by `part`, which asks again.
"""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Hashable
from dataclasses import replace
from datetime import timedelta
from typing import Any, NoReturn, ParamSpec, TypeVar
from zoneinfo import available_timezones

import streamlit as st

from dashboard import i18n, settings
from dashboard.access import agency, held_links, origin, sessions
from dashboard.access.clients import Client
from dashboard.access.doors import notices
from dashboard.access.held_links import Ended
from dashboard.access.screens import WORKSPACE_SCREENS
from dashboard.access.viewer import Role, Viewer
from dashboard.domain import period_policy
from dashboard.domain.errors import SverkaError
from dashboard.domain.period_policy import Days
from dashboard.domain.phrase import N_, Phrase, say
from dashboard.ui import empty
from dashboard.ui.agency_bar import Person
from dashboard.warehouse.namespace import Namespace
from dashboard.warehouse.reader import Warehouse
from dashboard.workspace import Workspace

ROLES: dict[Role, str] = {"owner": N_("Owner"), "manager": N_("Manager"), "analyst": N_("Analyst")}

_CLIENT = "client"
_CLIENT_OF_TAB = "sverka-client"
_TWO_YEARS = "year_over_year"

P = ParamSpec("P")
T = TypeVar("T")

# What one run of a screen has looked up already, permission never: a run has a thread of its own.
_run = threading.local()


def begin() -> None:
    """Begins a run: within it, the list of clients and the version of the data stay the same."""
    _run.kept, _run.screen = {}, ""


@functools.cache
def workspace() -> Workspace:
    """The workspace that this server serves. Raises WorkspaceUnusable or WorkspaceNewer, again at every call."""
    return Workspace()


def cookie() -> str | None:
    """The session's secret as the browser sent it with this connection."""
    return st.context.cookies.get(sessions.COOKIE)


def viewer() -> Viewer | None:
    """Whoever looks now; None for a stranger, and for everybody whose links have all closed."""
    origin.came_from.set(came_from())
    return sessions.viewer(workspace().access, cookie())


def require(screen: str) -> Viewer:
    """The viewer, if this screen of the current client may be shown to them now; else the closed page, and no more."""
    now = viewer()
    if now is None:
        closed()
    client = _current(now)
    if client is None and _needs_client(screen) and now.kind == "agency" and not clients_of(now):
        _no_clients(now)
    if (client is None and _needs_client(screen)) or not now.may(client or "", screen):
        closed()
    _run.screen = screen
    if client is not None:
        _keep(now, client)
    return now


def _needs_client(screen: str) -> bool:
    return screen not in WORKSPACE_SCREENS


def _no_clients(now: Viewer) -> NoReturn:
    """What stands in the place of every screen that needs a client: for an owner, the way to the first one."""
    from dashboard.ui import client_add  # which needs this module to know who adds

    if _clients():
        empty.show(i18n._("No clients yet"), i18n._("You work for no client yet: ask an owner of the workspace."))
    elif now.is_owner:
        empty.show(i18n._("No clients yet"), i18n._("Add the first one here; its exports come next, on “Upload”."))
        client_add.form()
    else:
        empty.show(i18n._("No clients yet"), i18n._("An owner of the workspace adds them."))
    st.stop()


def require_writing(screen: str) -> Viewer:
    """The viewer, if they may now change what this screen shows of the current client.

    Whatever writes begins with it, also below a button that was drawn only for those who may: a role can have changed
    since. Whoever may only read is told so; for everybody else the page closes. Neither comes back from here.
    """
    now = require(screen)
    if not may_write(now):
        _refused(say("You may read this, not change it. If you need to, ask an owner of the workspace for the role."))
    return now


def require_owner(screen: str) -> Viewer:
    """The viewer, if they are now an owner of the workspace; like `require_writing` otherwise."""
    now = require(screen)
    if not now.is_owner:
        _refused(say("Only an owner of the workspace changes this. Ask one of them."))
    return now


def may_write(now: Viewer) -> bool:
    """Whether to offer this viewer what changes something of the current client."""
    return now.may_write(_current(now) or "")


def part(screen: str, run_every: float | timedelta | None = None) -> Callable[[Callable[P, Any]], Callable[P, Any]]:
    """A fragment of a screen that reruns by itself: asks again each time, and closes the whole screen if need be.

    It speaks the language of the screen that it is on, which alone knows it.
    """
    language = i18n.current().code

    def guarded(draw: Callable[P, Any]) -> Callable[P, Any]:
        @functools.wraps(draw)
        def run(*args: P.args, **kwargs: P.kwargs) -> Any:
            i18n.use(language)
            now = viewer()
            client = _current(now) if now else None
            if now is None or (client is None and _needs_client(screen)) or not now.may(client or "", screen):
                st.rerun()
            _run.screen = screen
            return draw(*args, **kwargs)

        return st.fragment(run, run_every=run_every)

    return guarded


def client_of(now: Viewer) -> Client:
    """The client looked at: the address's, else the one of this tab, else the viewer's first. Closes without one."""
    slug = _current(now)
    for client in _clients():
        if client.slug == slug:
            return client
    closed()


def clients_of(now: Viewer) -> tuple[Client, ...]:
    """The clients that this viewer may change to, by name."""
    known = _known(now)
    return tuple(client for client in _clients() if client.slug in known)


def leave_client() -> None:
    """Turns from the client looked at to the viewer's first: it was put away or erased."""
    st.session_state.pop(_CLIENT_OF_TAB, None)
    st.query_params.pop(_CLIENT, None)


def namespace(now: Viewer) -> Namespace:
    """The namespace of the client that this viewer looks at."""
    return workspace().namespace(client_of(now).slug)


def name_of(now: Viewer) -> str:
    """How the record names this viewer."""
    return now.email or f"link session {now.session}"


def came_from() -> str:
    """The network address of whoever looks, for the record; '' for this very machine."""
    told = st.context.ip_address
    return told if isinstance(told, str) else ""


def timezone() -> str:
    """The time zone of the reader's browser; UTC where it tells none that there is."""
    told = st.context.timezone or "UTC"
    return told if told in available_timezones() else "UTC"


def warehouse(now: Viewer) -> Warehouse:
    """The newest data of the client that this viewer looks at: of the days that they were given on this screen."""
    days = days_given(now)
    if days is None:
        return _whole(now)
    if _screen() == _TWO_YEARS:
        days = period_policy.with_year_before(days)
    slug = client_of(now).slug
    return _once(("warehouse", slug, days), lambda: workspace().namespace(slug).given(days))


def days_given(now: Viewer) -> Days | None:
    """The days that this screen may show to this viewer, as of now; None for all.

    Looked up again each time: a month that was withdrawn, a link that was narrowed, close at the next run.
    """
    if now.works_for(client_of(now).slug):  # who only holds a link is bound by it, also somebody of the agency
        return None
    policies = now.periods(client_of(now).slug, _screen())
    whole = _whole(now)
    published = [month.month for month in whole.months() if month.withdrawn_at is None] if policies else []
    today = settings.today(whole.profile.timezone)
    given = [period_policy.days(policy, today, published) for policy in policies]
    if any(days is None for days in given):
        return None
    return period_policy.joined(run for days in given for run in days or ())


def _whole(now: Viewer) -> Warehouse:
    slug = client_of(now).slug
    return _once(("warehouse", slug), lambda: workspace().namespace(slug).reader())


def _screen() -> str:
    """The screen that runs now; '' before one has begun, which nobody's link opens."""
    return getattr(_run, "screen", "")


def settle(now: Viewer | None) -> Client | None:
    """The client that this run is about, kept for this tab; None if there is none that the viewer may look at."""
    slug = _current(now) if now else None
    if now is None or slug is None:
        return None
    _keep(now, slug)
    return client_of(now)


def screens_of(now: Viewer) -> tuple[str, ...]:
    """The keys of the screens to offer: those of the current client, and of the whole workspace."""
    return now.screens(_current(now) or "")


def person_of(now: Viewer) -> Person | None:
    """Who is signed in, for the bar; None for whoever came through a link."""
    return Person(now.name, i18n._(ROLES[now.role])) if now.role else None


def accent_of(now: Viewer) -> str:
    """The colour of the client that this viewer looks at; '' is the product's own, also while there is no data."""
    try:
        return _whole(now).profile.accent
    except SverkaError:
        return ""  # the screen below says what is the matter


def _refused(reason: Phrase) -> NoReturn:
    empty.show(i18n._("Nothing was changed"), reason)
    st.stop()


def logo_of(now: Viewer) -> str:
    """The logo of the client that this viewer looks at, as base64 of a PNG; '' if there is none, or no data."""
    try:
        return warehouse(now).logo()
    except SverkaError:
        return ""  # the screen below says what is the matter


def closed() -> NoReturn:
    """Says that there is nothing to see here, and ends the run: in both languages, or why, to whoever held a link."""
    known = agency.of(workspace().access)
    if why := _ended():
        title, *texts = map(i18n.current().say, notices.ended_texts(why, known))
        empty.show(title, " ".join(texts))
        st.stop()
    order = sorted(i18n.LANGUAGES, key=lambda code: code != i18n.current().code)
    for language in (i18n.Language(code) for code in order):
        title, *texts = map(language.say, notices.closed_texts(known))
        empty.show(title, " ".join(texts))
    st.stop()


def _ended() -> Ended | None:
    """The link that this tab showed and that is closed now; None where none was, and for people of the agency."""
    now = viewer()
    if now is not None and now.kind == "agency":
        return None
    client = st.query_params.get(_CLIENT) or st.session_state.get(_CLIENT_OF_TAB)
    found = held_links.ended(workspace().access, cookie())
    return next((one for one in found if client in (None, one.client)), None)


def language_of(now: Viewer | None, client: Client | None) -> str | None:
    """The language that the link asks for through which this viewer looks, or looked until it closed."""
    if now and client:
        return now.language(client.slug)
    why = _ended() if now is None else None
    return why.language if why else None


def standing() -> Viewer | None:
    """Who looks, and what they may see now, to be compared with what it was."""
    now = viewer()
    return now and replace(now, grants=tuple(sorted(now.grants, key=lambda grant: grant.link)))


def _current(now: Viewer) -> str | None:
    """The slug of the client looked at; None if there is none, or the address names one that is not theirs."""
    asked = st.query_params.get(_CLIENT)
    known = _known(now)
    if asked:
        return asked if asked in known else None
    kept = st.session_state.get(_CLIENT_OF_TAB)
    return kept if kept in known else next(iter(known), None)


def _known(now: Viewer) -> tuple[str, ...]:
    if now.kind == "link":
        return now.clients()
    return tuple(client.slug for client in _clients() if now.own_clients is None or client.slug in now.clients())


def _clients() -> tuple[Client, ...]:
    return _once("clients", lambda: workspace().clients())


def _once(key: Hashable, look_up: Callable[[], T]) -> T:
    kept: dict[Hashable, T] | None = getattr(_run, "kept", None)
    if kept is None:
        return look_up()
    if key not in kept:
        kept[key] = look_up()
    return kept[key]


def _keep(now: Viewer, slug: str) -> None:
    """Remembers the client for this tab, and puts it into the address where it could be another."""
    st.session_state[_CLIENT_OF_TAB] = slug
    several = now.is_owner or len(now.clients()) > 1
    if several and st.query_params.get(_CLIENT) != slug:
        st.query_params[_CLIENT] = slug
