"""The record: who did what, when and from where; newest first, a page at a time, by what is chosen."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import streamlit as st

from dashboard import audit_files
from dashboard.access import audit, audit_search
from dashboard.access.audit import Change
from dashboard.access.viewer import Viewer
from dashboard.domain.phrase import N_, Phrase
from dashboard.i18n import _, current
from dashboard.ui import empty, frame, people, session, style, table
from dashboard.ui.markup import draw, tag
from dashboard.ui.table import Column

_OLDER = "before"
_PARAMS = ("of", "what", "who", "from", "since", "until")
_WAITS = {
    "address": N_("addresses that open nothing"),
    "link password": N_("a link’s password"),
    "sign-in": N_("signing in"),
    "code": N_("a code of the second factor"),
    "own password": N_("one’s own password"),
    "service": N_("signing in by a service"),
    "service begun": N_("signing in by a service"),
}


def show(viewer: Viewer) -> None:
    """Draws the choices, the lines and the way to older ones."""
    workspace, zone = session.workspace(), audit_files.zone_of(st.context.timezone)
    names = {client.slug: client.name for client in session.clients_of(viewer)}
    _choices(names)
    asked = audit_files.read(st.query_params, audit_files.visible(viewer, workspace), zone)
    before = st.query_params.get(_OLDER, "")
    number = int(before) if before.isascii() and before.isdigit() and len(before) < 16 else None
    found = audit_search.page(workspace.access, asked, number)
    if not found.lines:
        empty.show(_("Nothing was found"), _("Choose less, or other days."))
        _ways(None, number)
        return
    rows = [_row(line, names, zone) for line in found.lines]
    table.show(_columns(), rows, key=f"sv-audit-{found.lines[0].seq}", search=False)
    _ways(found.older, number)
    _files(zone)


def _choices(names: dict[str, str]) -> None:
    events = sorted(audit.EVENTS, key=lambda key: _(audit.EVENTS[key]).casefold())
    with (
        st.popover(_("Choose lines"), key="sv-audit-sheet")
        if style.on_phone()
        else st.container(horizontal=True, gap="small", vertical_alignment="bottom", key="sv-audit-choices")
    ):
        _one(_("Client"), "of", list(names), names.get, _("All"))
        _one(_("What"), "what", events, lambda key: _(audit.EVENTS[key]), _("Everything"))
        _begins(_("Who"), "who", _("How the name begins"))
        _begins(_("From where"), "from", _("How the address begins"))
        _days()


def _one(label: str, param: str, keys: list[str], written: Callable[[str], str | None], everything: str) -> None:
    asked = st.query_params.get(param, "")
    key = f"sv-audit-{param}-{current().code}"
    st.selectbox(
        label,
        ["", *keys],
        index=keys.index(asked) + 1 if asked in keys else 0,
        format_func=lambda chosen: (written(chosen) or chosen) if chosen else everything,
        key=key,
        on_change=lambda: _choose(**{param: st.session_state[key]}),
        width=200,
    )


def _begins(label: str, param: str, hint: str) -> None:
    key = f"sv-audit-{param}"
    st.text_input(
        label,
        value=st.query_params.get(param, ""),
        key=key,
        placeholder=hint,
        max_chars=120,
        on_change=lambda: _choose(**{param: st.session_state[key].strip()}),
        width=200,
    )


def _days() -> None:
    asked = [day for name in ("since", "until") if (day := audit_files.day_of(st.query_params.get(name, "")))]
    key = f"sv-audit-days-{current().code}"

    def choose() -> None:
        picked = st.session_state[key]
        if len(picked) == 2:
            _choose(since=picked[0].isoformat(), until=picked[1].isoformat())
        elif not picked:
            _choose(since="", until="")

    st.date_input(
        _("Days"),
        [*asked] if len(asked) == 2 else [],
        format="DD.MM.YYYY" if current().code == "ru" else "YYYY-MM-DD",
        key=key,
        on_change=choose,
        width=270,
    )


def _choose(**chosen: str) -> None:
    """Puts a choice into the address, and goes back to the newest lines."""
    for name, value in (*chosen.items(), (_OLDER, "")):
        if value:
            st.query_params[name] = value
        elif name in st.query_params:
            del st.query_params[name]


def _ways(older: int | None, before: int | None) -> None:
    with st.container(horizontal=True, gap="small", key="sv-audit-ways"):
        if before is not None:
            st.button(_("← Newest"), key="sv-audit-newest", on_click=_choose)
        if older is not None:
            st.button(_("Older →"), key="sv-audit-older", on_click=_go, args=(older,))


def _go(older: int) -> None:
    st.query_params[_OLDER] = str(older)


def _files(zone: ZoneInfo) -> None:
    asked = {name: st.query_params[name] for name in _PARAMS if name in st.query_params}
    query = urlencode({**asked, "zone": zone.key, frame.LANGUAGE_PARAM: current().code})
    csv, xlsx = (
        tag("a", label, href=f"download/audit.{kind}?{query}", target="_blank", rel="noopener")
        for kind, label in (("csv", _("These lines as CSV")), ("xlsx", _("as XLSX")))
    )
    draw(tag("p", csv, " · ", xlsx, cls="sv-small sv-downloads"))


def _row(line: Change, names: dict[str, str], zone: ZoneInfo) -> dict[str, object]:
    language = current()
    local, phone = line.at.astimezone(zone), style.on_phone()
    return {
        "at": f"{language.day(local.date(), year=not phone, short=True)}, {local:%H:%M:%S}",
        "who": language.say(people.name_of(line.who)),
        "what": language.gettext(audit.EVENTS.get(line.what, line.what)),
        "client": names.get(line.client or "", line.client or ""),
        "about": language.say(_about(line)),
        "came_from": line.came_from,
    }


def _about(line: Change) -> Phrase | str:
    return _WAITS.get(line.about, line.about) if line.what == "tries limited" else line.about


def _columns() -> list[Column]:
    return [
        Column("at", N_("When"), width=190),
        Column("who", N_("Who"), width=205),
        Column("what", N_("What"), width=290),
        Column("client", N_("Client"), width=150),
        Column("about", N_("About"), width=205),
        Column("came_from", N_("From where"), width=140),
    ]
