"""What a reader chooses: the days. The choice stands in the page's address, so the address can be sent to somebody."""

from __future__ import annotations

from datetime import date, timedelta

import streamlit as st

from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.period import Period, full_month, month_to_date, months_later, parse_period
from dashboard.domain.phrase import N_
from dashboard.i18n import _, current
from dashboard.ui.frame import PERIOD_PARAM

CHOICES: dict[str, str] = {
    "month": N_("This month so far"),
    "last-month": N_("Last month"),
    "quarter": N_("This quarter"),
    "30-days": N_("Last 30 days"),
    "own": N_("Own days"),
}
_BETWEEN = ".."


def period(viewer: object, today: date, *, earliest: date | None = None, default: str = "month") -> Period:
    """The chosen period; draws the choice. `default` is one of CHOICES. Days after `today` cannot be chosen."""
    del viewer  # a link's own limits on days will be read from here
    chosen, own = read(st.query_params.get(PERIOD_PARAM, ""), today, default)
    language = current()
    with st.popover(_label(chosen, own), key="sv-period"):
        st.radio(
            _("Days"),
            list(CHOICES),
            index=list(CHOICES).index(chosen),
            format_func=lambda key: _choice(key, today),
            key=f"sv-period-choice-{language.code}",
            on_change=_choose,
            args=(f"sv-period-choice-{language.code}", own),
        )
        if chosen == "own":
            picked = st.date_input(
                _("First and last day"),
                (own.first, own.last),
                min_value=min(earliest or own.first, own.first),
                max_value=max(today, own.last),
                format="DD.MM.YYYY" if language.code == "ru" else "YYYY-MM-DD",
                key=f"sv-period-own-{own.first}{_BETWEEN}{own.last}",
            )
            if isinstance(picked, tuple) and len(picked) == 2 and picked != (own.first, own.last):
                st.query_params[PERIOD_PARAM] = written(Period(*picked))
                st.rerun()
    return own


def month(viewer: object, today: date, *, earliest: date, last: date | None = None) -> Period:
    """A whole month, the newest complete one at first; draws the choice among those since `earliest`."""
    del viewer
    newest = (last or today.replace(day=1) - timedelta(days=1)).replace(day=1)
    months = [newest]
    while months[-1] > earliest.replace(day=1):
        months.append(months_later(months[-1], -1))
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


def read(text: str, today: date, default: str = "month") -> tuple[str, Period]:
    """The choice that an address states, and its days; what cannot be read is the default."""
    if _BETWEEN in text:
        first, _between, last = text.partition(_BETWEEN)
        try:
            return "own", parse_period(first, last)
        except SettingsInvalid:
            return default, days_of(default, today)
    known = text if text in CHOICES and text != "own" else default
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
    return span if choice == "own" else f"{_(CHOICES[choice])}: {span}"


def _choice(key: str, today: date) -> str:
    if key == "own":
        return _(CHOICES[key])
    days = days_of(key, today)
    return f"{_(CHOICES[key])}, {current().span(days.first, days.last, year=False, short=True)}"


def _choose(key: str, own: Period) -> None:
    choice = st.session_state[key]
    st.query_params[PERIOD_PARAM] = written(own) if choice == "own" else choice


def _choose_month(key: str) -> None:
    st.query_params[PERIOD_PARAM] = written(full_month(st.session_state[key]))
