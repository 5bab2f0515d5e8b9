"""Daily rates of other currencies, typed in."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import streamlit as st

from dashboard.access.viewer import Viewer
from dashboard.domain.errors import SverkaError
from dashboard.domain.phrase import Day, Phrase, say
from dashboard.i18n import _, current
from dashboard.ui import failure, session, upload
from dashboard.ui.markup import draw, said, tag
from dashboard.ui.plain import plain
from dashboard.ui.tone import MARKS

_SAVED = "sv-saved"


def form(viewer: Viewer, own_currency: str) -> None:
    """Lets people type a day's rate; what was typed stays until it is saved."""
    saved: Phrase | None = st.session_state.pop(_SAVED, None)
    with (
        st.expander(_("Daily rates of other currencies"), expanded=saved is not None),
        st.form("sv-rate", border=False),
    ):
        if saved is not None:
            draw(tag("p", tag("span", MARKS["good"], cls="sv-mark"), " ", said(saved), cls="sv-done sv-good"))
        day = st.date_input(_("Day"), format="DD.MM.YYYY" if current().code == "ru" else "YYYY-MM-DD")
        currency = st.text_input(_("Currency"), placeholder="USD", max_chars=3)
        rate = st.text_input(_("What one unit costs, in {currency}").replace("{currency}", plain(own_currency)))
        if not st.form_submit_button(_("Save the rate")):
            return
        _save(day, currency.strip().upper(), rate)


def _save(day: object, currency: str, text: str) -> None:
    written = text.strip().replace("\u00a0", "").replace(" ", "").replace(",", ".")
    if not (len(currency) == 3 and currency.isalpha() and isinstance(day, date)):
        st.error(_("A currency is three letters, such as USD. Nothing was saved."))
        return
    if not re.fullmatch(r"[0-9]{1,12}(\.[0-9]{0,12})?", written):
        st.error(_("“{text}” is not a number. Nothing was saved.").replace("{text}", plain(text)))
        return
    viewer = session.require_writing(upload.SCREEN)
    try:
        with session.namespace(viewer).store() as store:
            store.save_rate(day, currency, Decimal(written), by=session.name_of(viewer))
    except SverkaError as error:
        failure.show(error)
        return
    st.session_state[_SAVED] = say("Saved: {day}, {currency} = {rate}.", day=Day(day), currency=currency, rate=written)
    st.rerun()
