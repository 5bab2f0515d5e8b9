"""Draws a figure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from dashboard.domain.phrase import Phrase
from dashboard.i18n import _, current
from dashboard.reports.campaigns_days import Event
from dashboard.ui.markup import Markup, draw, said, tag

_CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showTips": False}


def show(
    figure: Mapping[str, Any],
    key: str,
    height: int | None = None,
    description: Phrase | str | None = None,
    *,
    caption: Phrase | str | None = None,
) -> None:
    """Draws a Plotly figure given as a plain mapping (`data`, `layout`).

    `height` in pixels, else the layout's own, else 320. `description` is read aloud instead of the picture; `caption`
    stands below it. Where there is nothing to draw, it says so.
    """
    if not figure.get("data"):
        draw(tag("p", _("There is nothing to draw for these days."), cls="sv-small"))
        return
    tall = height or figure.get("layout", {}).get("height") or 320
    with st.container(key=f"sv-chart-{key}", gap="xxsmall"):
        st.plotly_chart(
            dict(figure), height=tall, theme=None, key=key, config=_CONFIG, alt=said(description), width="stretch"
        )
        if caption:
            draw(tag("p", said(caption), cls="sv-small"))


def events(listed: Sequence[Event]) -> None:
    """Draws what happened, in the order of the numbered flags; nothing where there is nothing."""
    draw(events_markup(listed))


def events_markup(listed: Sequence[Event]) -> Markup:
    """The list as HTML."""
    if not listed:
        return Markup()
    years = {day.year for event in listed for day in (event.day, event.day_to)}
    items = (
        tag("li", tag("b", current().span(event.day, event.day_to, year=len(years) > 1)), " ", event.text)
        for event in listed
    )
    return tag("ol", *items, cls="sv-events")
