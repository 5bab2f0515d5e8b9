"""The head of a screen: what it is, whose it is, which days, and how fresh."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard.domain.period import Period
from dashboard.i18n import _, current
from dashboard.reports.freshness import SourceAge, data_as_of
from dashboard.ui.ages import source_name
from dashboard.ui.markup import Markup, draw, join, tag


def head(title: str, client: str, period: Period | None = None, ages: Sequence[SourceAge] = ()) -> None:
    """Draws the head. `title` is a translated text; stale sources are named with their last day."""
    st.session_state["sv-title"] = title
    draw(markup(title, client, period, ages))


def markup(title: str, client: str, period: Period | None = None, ages: Sequence[SourceAge] = ()) -> Markup:
    """The head as HTML."""
    facts: list[Markup] = [tag("span", client, cls="sv-client")] if client else []
    if period:
        facts.append(tag("span", current().span(period.first, period.last, short=True)))
    if newest := data_as_of(ages):
        day = current().day(newest, year=False, short=True)
        facts.append(join([tag("span", _("data to {day}").replace("{day}", day)), _stale(ages)]))
    return tag("header", tag("h1", title), tag("p", *_dotted(facts), cls="sv-facts"), cls="sv-head")


def _stale(ages: Sequence[SourceAge]) -> Markup | None:
    late = [age for age in ages if age.stale]
    if not late:
        return None
    named = current().listed(
        f"{source_name(age, short=True)}: {current().day(age.last_day, year=False, short=True)}" for age in late
    )
    return tag("span", f" ({named} ", tag("b", "!", title=_("older than agreed")), ")", cls="sv-late")


def _dotted(facts: Sequence[Markup]) -> list[Markup | str]:
    return [part for fact in facts for part in (" · ", fact)][1:]
