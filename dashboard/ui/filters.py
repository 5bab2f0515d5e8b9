"""What a reader chooses: the days. The choice stands in the page's address, so the address can be sent to somebody."""

from __future__ import annotations

from datetime import date, timedelta

import streamlit as st

from dashboard.access.viewer import Viewer
from dashboard.domain import period_policy
from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.period import Period, full_month, month_to_date, months_later, parse_period
from dashboard.domain.period_policy import Days
from dashboard.domain.phrase import N_
from dashboard.i18n import _, current
from dashboard.ui import empty, session
from dashboard.ui.frame import PERIOD_PARAM

OWN = "own"
GIVEN = "given"
CHOICES: dict[str, str] = {
    GIVEN: N_("All that this link shows"),
    "month": N_("This month so far"),
    "last-month": N_("Last month"),
    "quarter": N_("This quarter"),
    "30-days": N_("Last 30 days"),
    OWN: N_("Own days"),
}
_FIRST_YEAR, _YEARS_AHEAD = 1990, 10
_BETWEEN = ".."


def period(viewer: Viewer, today: date, *, earliest: date | None = None, default: str = "month") -> Period:
    """The chosen period; draws the choice. `default` is one of CHOICES. Days after `today` cannot be chosen.

    Nor can days that the viewer was not given: a choice that has any of them is not offered, and an address that names
    them shows what of them was given, else all that was.
    """
    given = session.days_given(viewer)
    offered = offers(given, today)
    if not offered:
        empty.no_day()
        st.stop()
    chosen, own = chosen_of(st.query_params.get(PERIOD_PARAM, ""), given, today, default)
    language = current()
    names = [*offered, OWN]
    with st.popover(_label(chosen, own), key="sv-period"):
        st.radio(
            _("Days"),
            names,
            index=names.index(chosen),
            format_func=lambda key: _choice(key, offered),
            key=f"sv-period-choice-{language.code}",
            on_change=_choose,
            args=(f"sv-period-choice-{language.code}", own),
        )
        if chosen == OWN:
            first = given[0].first if given else min(earliest or own.first, own.first)
            last = min(given[-1].last, today) if given else max(today, own.last)
            picked = st.date_input(
                _("First and last day"),
                (own.first, own.last),
                min_value=min(first, own.first),
                max_value=max(last, own.last),
                format="DD.MM.YYYY" if language.code == "ru" else "YYYY-MM-DD",
                key=f"sv-period-own-{own.first}{_BETWEEN}{own.last}",
            )
            if isinstance(picked, tuple) and len(picked) == 2 and picked != (own.first, own.last):
                st.query_params[PERIOD_PARAM] = written(Period(*picked))
                st.rerun()
    return own


def month(viewer: Viewer, today: date, *, earliest: date, last: date | None = None) -> Period:
    """A whole month, the newest complete one at first; draws the choice among those since `earliest`.

    A viewer who was given days without a whole month among them gets those days.
    """
    given = session.days_given(viewer)
    newest = (last or today.replace(day=1) - timedelta(days=1)).replace(day=1)
    months = [newest]
    while months[-1] > earliest.replace(day=1):
        months.append(months_later(months[-1], -1))
    months = [first for first in months if period_policy.holds(given, full_month(first))]
    if not months:
        return period(viewer, today, earliest=earliest, default="last-month")
    asked = read(st.query_params.get(PERIOD_PARAM, ""), today, "last-month")[1].first.replace(day=1)
    key = f"sv-month-{current().code}"
    picked = st.selectbox(
        _("Month"),
        months,
        index=months.index(asked) if asked in months else 0,
        format_func=lambda first: current().month(first),
        key=key,
        label_visibility="collapsed",
        width=220,
        on_change=_choose_month,
        args=(key,),
    )
    return full_month(picked)


def offers(given: Days | None, today: date) -> dict[str, Period]:
    """The choices to offer, each with its days: those of CHOICES that were given, and for a limited viewer all days
    of the newest run that was. Nothing where no day given has begun."""
    known = {key: days_of(key, today) for key in CHOICES if key not in (OWN, GIVEN)}
    if given is None:
        return known
    newest = max((run for run in given if run.first <= today), default=None)
    if newest is None:
        return {}
    held = {key: days for key, days in known.items() if period_policy.holds(given, days)}
    return {GIVEN: Period(newest.first, min(newest.last, today)), **held}


def chosen_of(text: str, given: Days | None, today: date, default: str) -> tuple[str, Period]:
    """The choice that an address states, and its days, all of them given. Raises KeyError where no day is."""
    offered = offers(given, today)
    chosen, asked = read(text, today, default)
    if chosen == OWN:
        held = period_policy.part_of(given, asked, today if given is not None else date.max)
        if held is not None:
            return OWN, held
        chosen = default
    if text == GIVEN or chosen not in offered:
        chosen = GIVEN if GIVEN in offered else default
    return chosen, offered[chosen]


def read(text: str, today: date, default: str = "month") -> tuple[str, Period]:
    """The choice that an address states, and its days; what cannot be read is the default."""
    if _BETWEEN in text:
        first, _between, last = text.partition(_BETWEEN)
        try:
            own = parse_period(first, last)
        except SettingsInvalid:
            return default, days_of(default, today)
        # Nobody has such days, and there would be none before them to compare with.
        far = own.first.year < _FIRST_YEAR or own.last.year > today.year + _YEARS_AHEAD
        return (default, days_of(default, today)) if far else (OWN, own)
    known = text if text in CHOICES and text not in (OWN, GIVEN) else default
    return known, days_of(known, today)


def written(period: Period) -> str:
    """A period of one's own as the address states it: 2026-11-01..2026-11-18."""
    return f"{period.first.isoformat()}{_BETWEEN}{period.last.isoformat()}"


def days_of(choice: str, today: date) -> Period:
    """The days of a choice, seen from today."""
    match choice:
        case "last-month":
            return full_month(today.replace(day=1) - timedelta(days=1))
        case "quarter":
            return Period(today.replace(month=today.month - (today.month - 1) % 3, day=1), today)
        case "30-days":
            return Period(today - timedelta(days=29), today)
        case _:
            return month_to_date(today)


def _label(choice: str, days: Period) -> str:
    span = current().span(days.first, days.last, short=True)
    return span if choice == OWN else f"{_(CHOICES[choice])}: {span}"


def _choice(key: str, offered: dict[str, Period]) -> str:
    if key == OWN:
        return _(CHOICES[key])
    days = offered[key]
    return f"{_(CHOICES[key])}, {current().span(days.first, days.last, year=False, short=True)}"


def _choose(key: str, own: Period) -> None:
    choice = st.session_state[key]
    st.query_params[PERIOD_PARAM] = written(own) if choice == OWN else choice


def _choose_month(key: str) -> None:
    st.query_params[PERIOD_PARAM] = written(full_month(st.session_state[key]))
