"""What a person says of a link, whether it is made or changed: the same fields with the same words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import streamlit as st

from dashboard.access import links, moments
from dashboard.access.link import Options
from dashboard.access.screens import CLIENT_SCREENS
from dashboard.domain.period import full_month
from dashboard.domain.period_policy import ANY_DAYS, Fixed, LastMonths, PeriodPolicy, Published
from dashboard.domain.phrase import N_
from dashboard.i18n import LANGUAGES, _, current
from dashboard.ui import frame

_ANY, _LAST, _PUBLISHED, _FIXED = "any", "last", "published", "fixed"
_PERIODS = {
    _ANY: N_("Any days"),
    _LAST: N_("The last months"),
    _PUBLISHED: N_("Published months only"),
    _FIXED: N_("Days that stay the same"),
}
_OWN = ""
_KEEP, _NONE, _NEW = "keep", "none", "new"
_PASSWORDS = {
    _KEEP: N_("The password stays"),
    _NEW: N_("Another password"),
    _NONE: N_("No password"),
}


@dataclass(frozen=True)
class Wanted:
    """What was said; `password` is None where it stays as it is."""

    options: Options
    until: datetime
    password: str | None


def ask(
    key: str,
    now: Options,
    *,
    until: date,
    today: date,
    timezone: str,
    has_password: bool | None = None,
    folded: str = "",
) -> Wanted:
    """Draws the fields with what holds `now`, and gives what they say. `has_password` None is a link to be made.

    With `folded`, a title, all but the note are folded away under it.
    """
    note = st.text_input(
        _("For whom"),
        now.note,
        key=f"{key}-note",
        max_chars=120,
        placeholder=_("a name, so that you know it later"),
        width=488,
    )
    with st.expander(folded, key=f"{key}-rest") if folded else st.container(key=f"{key}-rest"):
        screens = st.pills(
            _("Screens"),
            CLIENT_SCREENS,
            selection_mode="multi",
            default=[screen for screen in CLIENT_SCREENS if screen in now.screens],
            format_func=frame.title_of,
            key=f"{key}-screens",
        )
        with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key=f"{key}-days"):
            period = _period(key, now.period, today)
        with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key=f"{key}-for"):
            language, last = _language(key, now.language), _until(key, until, today)
        with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key=f"{key}-held"):
            password = _password(key, has_password)
            most = st.number_input(
                _("How many browsers may open it"),
                min_value=1,
                max_value=100_000,
                value=now.most_opens,
                step=1,
                placeholder=_("any number"),
                key=f"{key}-most",
                width=240,
            )
        writes = st.checkbox(
            _("May write the client’s note"),
            now.writes_notes,
            key=f"{key}-writes",
            help=_("On the screens “Summary” and “Year over year”: one note a month, signed “Client”."),
        )
    options = Options(tuple(screens), period, language or None, note, None if most is None else int(most), writes)
    return Wanted(options, moments.end_of(last, timezone), password)


def _language(key: str, now: str | None) -> str:
    codes = (_OWN, *LANGUAGES)
    return st.selectbox(
        _("Language"),
        codes,
        index=codes.index(now or _OWN),
        format_func=lambda code: LANGUAGES[code] if code else _("The reader’s own"),
        key=f"{key}-language",
        width=240,
    )


def _until(key: str, until: date, today: date) -> date:
    last = st.date_input(
        _("Open until, inclusive"),
        until,
        min_value=min(today, until),
        max_value=max(today + timedelta(days=links.MOST_DAYS - 1), until),
        format=_day_format(),
        key=f"{key}-until",
        width=240,
    )
    return last if isinstance(last, date) else until


def _period(key: str, now: PeriodPolicy, today: date) -> PeriodPolicy:
    kinds = list(_PERIODS)
    standing = {Published: _PUBLISHED, LastMonths: _LAST, Fixed: _FIXED}.get(type(now), _ANY)
    kind = st.selectbox(
        _("Days"),
        kinds,
        index=kinds.index(standing),
        format_func=lambda name: _(_PERIODS[name]),
        key=f"{key}-period",
        width=240,
    )
    if kind == _LAST:
        held = now if isinstance(now, LastMonths) else LastMonths(3)
        count = st.number_input(
            _("Whole months"), min_value=1, max_value=120, value=held.count, step=1, key=f"{key}-months", width=160
        )
        running = st.checkbox(_("and the running one"), held.running, key=f"{key}-running")
        return LastMonths(int(count), running=running)
    if kind == _FIXED:
        month = full_month(today.replace(day=1) - timedelta(days=1))
        first, last = (now.first, now.last) if isinstance(now, Fixed) else (month.first, month.last)
        picked = st.date_input(
            _("First and last day"), (first, last), format=_day_format(), key=f"{key}-fixed", width=280
        )
        return Fixed(*picked) if isinstance(picked, tuple) and len(picked) == 2 else Fixed(first, last)
    return Published() if kind == _PUBLISHED else ANY_DAYS


def _password(key: str, has_password: bool | None) -> str | None:
    how = _NEW
    if has_password is not None:
        choices = (_KEEP, _NEW, _NONE) if has_password else (_NONE, _NEW)
        how = st.selectbox(
            _("Password"),
            choices,
            format_func=lambda name: _(_PASSWORDS[name]),
            key=f"{key}-password-how",
            width=240,
        )
        if how != _NEW:
            return "" if how == _NONE and has_password else None
    typed = st.text_input(
        _("Password") if has_password is None else _("Another password"),
        key=f"{key}-password",
        max_chars=200,
        autocomplete="off",
        placeholder=_("none is asked"),
        help=_("At least 6 letters. Send it another way than the link, such as by phone."),
        width=240,
    )
    return typed if typed or has_password is None else None


def usual_end(today: date) -> date:
    """The last day of a link for which nothing else was said."""
    return today + timedelta(days=links.DAYS)


def _day_format() -> str:
    return "DD.MM.YYYY" if current().code == "ru" else "YYYY-MM-DD"
