"""Year over year: what is alike, what is not, and what each difference is worth."""

from __future__ import annotations

import streamlit as st

from dashboard.charts.year_over_year import days
from dashboard.domain.phrase import say
from dashboard.i18n import _, current
from dashboard.reports.selection import DateView, Selection
from dashboard.reports.year_over_year import report as year_over_year
from dashboard.ui import (
    chart,
    empty,
    filters,
    gap_line,
    live,
    page,
    reporting,
    rests_on,
    section,
    session,
    style,
    verdict,
)
from dashboard.ui.year_over_year import (
    against,
    answer,
    bridge,
    coverage,
    happened,
    method,
    reasons,
    tables,
    without_ads,
)

viewer = session.require("year_over_year")
live.refresh(session.namespace(viewer))
known = reporting.sources(viewer)
if not known:
    page.head(_("Year over year"), session.client_of(viewer).name)
    empty.no_data(viewer)
    st.stop()

with st.container(key="sv-filters", horizontal=True, vertical_alignment="center", gap="small"):
    today = reporting.today(viewer)
    period = filters.period(viewer, today, earliest=min(source.first_day for source in known))
    then = against.period(viewer, period, known, today)
page.head(_("Year over year"), session.client_of(viewer).name, period, known)
report = reporting.report(year_over_year.build, viewer, Selection(period=period, against=then, view=DateView.SALE))
verdict.show(report.answer.headline, answer.TONES[report.answer.kind], reason=report.answer.rest)
gap_line.show(viewer, period)
answer.show(report)
against.why(report)
coverage.show(report)
bridge.show(report)
reasons.show(report, viewer)
reasons.show_unknown(report, viewer)
section.show(_("The same days of both periods"))
chart.show(
    days.figure(report, style.look(report.profile.accent), current()),
    key="two-years",
    description=say("Revenue of the same days of both periods."),
)
tables.show(report)
without_ads.show(report, viewer)
happened.show(report, viewer)
method.show(report)
rests_on.show(report.sources, rule=report.selection.view_sentence)
