"""Which days of both periods each source has: one strip for each period, told in words too."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from dashboard.domain.coverage import DayState
from dashboard.domain.period import Period
from dashboard.domain.phrase import N_, Number, Phrase, say, say_n
from dashboard.i18n import _, current
from dashboard.reports.year_over_year.report import YearOverYear
from dashboard.reports.year_over_year.strips import Strip
from dashboard.ui.ages import source_name
from dashboard.ui.markup import Markup, draw, said, tag

_STATES: dict[DayState, str] = {
    DayState.COMPLETE: N_("complete"),
    DayState.QUIET: N_("nothing, as is usual on such days"),
    DayState.PROVISIONAL: N_("may still change"),
    DayState.PARTIAL: N_("not whole"),
    DayState.MISSING: N_("missing"),
    DayState.AWAITED: N_("not uploaded yet"),
    DayState.FUTURE: N_("still to come"),
    DayState.BEFORE: N_("before the source began"),
}
_ABSENT = (DayState.MISSING, DayState.AWAITED, DayState.BEFORE)


def show(report: YearOverYear) -> None:
    """Draws the strips; nothing without a source that has days."""
    draw(markup(report))


def markup(report: YearOverYear) -> Markup:
    """The strips as HTML."""
    if not report.strips:
        return Markup()
    pair = report.compared[0].pair
    rows = [_row(strip, pair.now, pair.then) for strip in report.strips]
    title = tag("h2", _("Which days are there"))
    return tag(
        "section", title, tag("p", said(answer(report.strips))), tag("ul", *rows, cls="sv-strips"), _key(report.strips),
        cls="sv-section",
    )  # fmt: skip


def answer(strips: Sequence[Strip]) -> Phrase:
    """What the strips say, in a sentence."""
    lacking = [strip for strip in strips if any(state in _ABSENT for state in (*strip.now, *strip.then))]
    if not lacking:
        return say("Every source has all days of both periods that can be there.")
    return say_n(
        "{count} of {all} sources lacks days of one period or the other.",
        "{count} of {all} sources lack days of one period or the other.",
        len(lacking),
        all=Number(len(strips)),
    )


def _row(strip: Strip, now: Period, then: Period) -> Markup:
    lines = [
        _line(period, states, kind) for period, states, kind in ((then, strip.then, "then"), (now, strip.now, "now"))
    ]
    return tag("li", tag("span", source_name(strip), cls="sv-label"), *lines)


def _line(period: Period, states: Sequence[DayState], kind: str) -> Markup:
    """A strip in runs of days, as wide as they are many; what it lacks is written beside it."""
    runs = [(state, len(list(days))) for state, days in groupby(states)]
    parts = (tag("i", cls=f"sv-is-{state}", style=f"flex-grow:{count}") for state, count in runs)
    year = tag("span", current().span(period.first, period.last, short=True), cls="sv-small")
    return tag(
        "span",
        year,
        tag("span", *parts, cls=f"sv-strip sv-{kind}", aria_hidden="true"),
        tag("span", _counted(states), cls="sv-small sv-num"),
        cls="sv-strip-line",
    )


def _counted(states: Sequence[DayState]) -> str:
    """The days that are there of all, and which kind is not."""
    there = sum(state not in (*_ABSENT, DayState.FUTURE) for state in states)
    counted = _("{there} of {all} days").replace("{there}", current().number(there))
    return counted.replace("{all}", current().number(len(states)))


def _key(strips: Sequence[Strip]) -> Markup:
    """What the patterns mean, of those that are drawn."""
    seen = {state for strip in strips for state in (*strip.now, *strip.then)}
    if seen <= {DayState.COMPLETE}:
        return Markup()
    items = (
        tag("li", tag("span", tag("i", cls=f"sv-is-{state}"), cls="sv-strip sv-now", aria_hidden="true"), _(name))
        for state, name in _STATES.items()
        if state in seen
    )
    return tag("ul", *items, cls="sv-strip-key sv-small", aria_hidden="true")  # beside the strips, which are hidden too
