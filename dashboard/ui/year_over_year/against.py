"""The second choice of the screen: the period that the first is compared with, and why it is like it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import streamlit as st

from dashboard.access.viewer import Viewer
from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.period import Period, parse_period
from dashboard.domain.period_policy import Days, holds, with_year_before
from dashboard.domain.phrase import N_
from dashboard.domain.year_over_year.second_period import Choice, Proposal, Trait, days_of, proposals, traits
from dashboard.i18n import _, current
from dashboard.reports.freshness import SourceAge
from dashboard.reports.year_over_year.report import SALES_KINDS, YearOverYear
from dashboard.ui import session
from dashboard.ui.filters import written
from dashboard.ui.frame import THEN_PARAM
from dashboard.ui.markup import Markup, draw, said, tag

NAMES: dict[Choice, str] = {
    Choice.YEAR_BEFORE: N_("The year before"),
    Choice.WEEKDAYS: N_("The same weekdays, 364 days before"),
    Choice.PREVIOUS: N_("The period just before"),
    Choice.TWO_YEARS: N_("Two years before"),
    Choice.HOLIDAY: N_("Around the same holiday"),
    Choice.OWN: N_("Own days"),
}
_BETWEEN = ".."
_ALIKE, _UNLIKE = "✓", "≠"


def period(viewer: Viewer, now: Period, ages: Sequence[SourceAge], today: date) -> Period:
    """The earlier period chosen; draws the choice, each proposal with what it has in common and what not.

    A viewer who was given some days chooses among those alone, and those of the year before them.
    """
    given = session.days_given(viewer)
    held = None if given is None else with_year_before(given)
    country = session.warehouse(viewer).profile.country
    offered = {one.choice: one for one in proposals(now, country, known(ages, today), held)}
    chosen, then = chosen_of(st.query_params.get(THEN_PARAM, ""), now, country, held)
    language = current()
    names = [*offered, Choice.OWN] if chosen in offered or chosen is Choice.OWN else [chosen, *offered, Choice.OWN]
    span = language.span(then.first, then.last, short=True)
    label = span if chosen is Choice.OWN else f"{_(NAMES[chosen])}: {span}"
    with st.popover(_("Compared with: {days}").replace("{days}", _small(label)), key="sv-then"):
        key = f"sv-then-choice-{language.code}-{written(now)}"
        st.radio(
            _("Compared with"),
            names,
            index=names.index(chosen),
            format_func=lambda choice: _name(offered.get(choice), choice),
            captions=[_caption(offered.get(choice)) for choice in names],
            key=key,
            on_change=_choose,
            args=(key, then),
        )
        if chosen is Choice.OWN:
            _own(now, then, held, ages)
    return then


def known(ages: Sequence[SourceAge], today: date) -> Period | None:
    """The days that the books of sales have whole, which today is not; None where there are none."""
    books = [age for age in ages if age.kind in SALES_KINDS]
    if not books:
        return None
    first = min(age.first_day for age in books)
    return Period(first, max(first, min(max(age.last_day for age in books), today - timedelta(days=1))))


def chosen_of(text: str, now: Period, country: str, held: Days | None) -> tuple[Choice, Period]:
    """The choice that an address states, and its days; the year before where it states none that may be looked at."""
    if _BETWEEN in text:
        first, _between, last = text.partition(_BETWEEN)
        try:
            own = parse_period(first, last)
        except SettingsInvalid:
            own = None
        if own is not None and holds(held, own):
            return Choice.OWN, own
    elif text in set(Choice) - {Choice.OWN}:
        then = days_of(Choice(text), now, country)
        if holds(held, then):
            return Choice(text), then
    return Choice.YEAR_BEFORE, days_of(Choice.YEAR_BEFORE, now, country)


def why(report: YearOverYear) -> None:
    """Draws in what the two periods compared are alike, and in what not."""
    pair = report.compared[0].pair
    draw(why_markup(traits(pair.now, pair.then, report.profile.country, known(report.sources, report.today))))


def why_markup(found: Sequence[Trait]) -> Markup:
    """The traits as chips, each with a mark of its own."""
    chips = (tag("li", _marked(trait), cls="" if trait.is_alike else "sv-unlike") for trait in found)
    return tag("ul", *chips, cls="sv-traits", aria_label=_("In what the two periods are alike")) if found else Markup()


def _marked(trait: Trait) -> str:
    return f"{_ALIKE if trait.is_alike else _UNLIKE} {said(trait.text)}"


def _name(proposal: Proposal | None, choice: Choice) -> str:
    if proposal is None:
        return _(NAMES[choice])
    return f"{_(NAMES[choice])}: {current().span(proposal.then.first, proposal.then.last, short=True)}"


def _caption(proposal: Proposal | None) -> str:
    """The traits as badges, which Streamlit writes in its own Markdown; no text of a stranger's is among them."""
    if proposal is None:
        return ""
    return " ".join(f":{'green' if one.is_alike else 'gray'}-badge[{_marked(one)}]" for one in proposal.traits)


def _own(now: Period, then: Period, held: Days | None, ages: Sequence[SourceAge]) -> None:
    first = held[0].first if held else min([age.first_day for age in ages] + [then.first])
    latest = max(then.last, now.first - timedelta(days=1))
    picked = st.date_input(
        _("First and last day"),
        (then.first, then.last),
        min_value=min(first, then.first),
        max_value=latest,
        format="DD.MM.YYYY" if current().code == "ru" else "YYYY-MM-DD",
        key=f"sv-then-own-{written(then)}",
    )
    if isinstance(picked, tuple) and len(picked) == 2 and picked != (then.first, then.last):
        st.query_params[THEN_PARAM] = written(Period(*picked))
        st.rerun()


def _choose(key: str, then: Period) -> None:
    choice: Choice = st.session_state[key]
    st.query_params[THEN_PARAM] = written(then) if choice is Choice.OWN else str(choice)


def _small(label: str) -> str:
    return label[:1].lower() + label[1:]
