"""The months whose figures were given to the owner, noted by hand until months are published here."""

from __future__ import annotations

from datetime import date

import streamlit as st

from dashboard import ledger, settings
from dashboard.access.viewer import Viewer
from dashboard.domain.errors import SverkaError
from dashboard.domain.phrase import Day, Month, Number, PhraseValue, say
from dashboard.i18n import _, current
from dashboard.ui import failure, imports_list, people, section, session
from dashboard.ui.markup import draw, said, tag
from dashboard.warehouse.records import PublishedMonth

_MONTHS_BACK = 24


def show(viewer: Viewer) -> None:
    """Draws the months, newest first, with what notes one and what withdraws it."""
    warehouse = session.warehouse(viewer)
    zone = warehouse.profile.timezone
    section.show(
        _("Months given to the owner"),
        _(
            "Note a month when its figures went to the owner: an import that reaches into it then says so beforehand. "
            "This is a note only: it freezes no figure."
        ),
    )
    found, writes = warehouse.months(), session.may_write(viewer)
    for month in found:
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"sv-month-{_key(month)}"):
            draw(tag("p", _line(month, zone), cls="sv-month" if month.withdrawn_at is None else "sv-month sv-small"))
            if (
                writes
                and month.withdrawn_at is None
                and st.button(_("Withdraw"), key=f"sv-withdraw-{month.month}", type="tertiary")
            ):
                _change(month.month, publish=False)
    if not writes:
        return
    given = {month.month for month in found if month.withdrawn_at is None}
    free = [month for month in _recent(settings.today(zone)) if month not in given]
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        chosen = st.selectbox(
            _("Month"), free, format_func=current().month, key=f"sv-month-to-note-{len(given)}", width=220
        )
        if st.button(_("Note it as given"), key="sv-note-month") and chosen is not None:
            _change(chosen, publish=True)


def _line(month: PublishedMonth, zone: str) -> str:
    values: dict[str, PhraseValue] = {
        "month": Month(month.month),
        "moment": imports_list.moment(month.published_at, zone),
        "who": people.name_of(month.published_by),
        "version": Number(month.data_version),
    }
    if month.withdrawn_at is None:
        return said(say("{month}: given {moment} ({who}), data version {version}", **values)) or ""
    withdrawn: dict[str, PhraseValue] = {
        "day": Day(month.withdrawn_at.date()),
        "other": people.name_of(month.withdrawn_by),
    }
    return (
        said(
            say(
                "{month}: given {moment} ({who}), data version {version}; withdrawn {day} ({other})",
                **values,
                **withdrawn,
            )
        )
        or ""
    )


def _key(month: PublishedMonth) -> str:
    return f"{month.month}-{month.published_at:%Y%m%d%H%M%S}"


def _recent(today: date) -> list[date]:
    """The first days of the last months, this one first."""
    found = [today.replace(day=1)]
    while len(found) < _MONTHS_BACK:
        last = found[-1]
        found.append(date(last.year - (last.month == 1), (last.month - 2) % 12 + 1, 1))
    return found


def _change(month: date, *, publish: bool) -> None:
    viewer = session.require_writing("imports")
    change = ledger.publish_month if publish else ledger.withdraw_month
    try:
        change(session.workspace(), session.client_of(viewer).slug, month, by=session.name_of(viewer))
    except SverkaError as error:
        failure.show(error)
        return
    st.rerun()
