"""Which day an order counts on, as the reader chooses it. The choice stands in the address."""

from __future__ import annotations

import streamlit as st

from dashboard.i18n import _, current
from dashboard.reports.selection import VIEW_LABELS, DateView

_PARAM = "by"


def choose() -> DateView:
    """Draws the choice, and gives it: by the lead's day unless the address says otherwise."""
    views = list(DateView)
    asked = st.query_params.get(_PARAM)
    index = next((place for place, view in enumerate(views) if view.value == asked), 0)
    key = f"sv-date-view-{current().code}"
    return st.selectbox(
        _("Orders count"),
        views,
        index=index,
        format_func=lambda view: _(VIEW_LABELS[view]),
        key=key,
        label_visibility="collapsed",
        width=280,
        on_change=_keep,
        args=(key,),
    )


def _keep(key: str) -> None:
    st.query_params[_PARAM] = st.session_state[key].value
