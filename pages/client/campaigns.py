"""Campaigns: what they are doing right now, against the plan."""

from __future__ import annotations

import streamlit as st

from dashboard.charts import campaign_days
from dashboard.domain.period import Period
from dashboard.i18n import _, current
from dashboard.reports import campaigns
from dashboard.reports.selection import Selection
from dashboard.ui import campaigns as parts
from dashboard.ui import (
    cards,
    caveats,
    chart,
    date_view,
    empty,
    filters,
    gap_line,
    live,
    page,
    reporting,
    rests_on,
    session,
    style,
    table,
)
from dashboard.ui import verdict as answer

viewer = session.require("campaigns")
live.refresh(session.namespace(viewer))
known = reporting.sources(viewer)
if not known:
    page.head(_("Campaigns"), session.client_of(viewer).name)
    empty.no_data(viewer)
    st.stop()

with st.container(key="sv-filters", horizontal=True, vertical_alignment="center", gap="small"):
    earliest = min(source.first_day for source in known)
    period = filters.period(viewer, reporting.today(viewer), earliest=earliest)
    view = date_view.choose()
report = reporting.report(campaigns.build, viewer, Selection(period=period, view=view))
page.head(_("Campaigns"), report.profile.name, period, report.sources)
if not report.campaigns:
    empty.nothing_in(period, Period(earliest, report.data_as_of or earliest))
    st.stop()

answer.show(report.verdict, parts.verdict_tone(report))
gap_line.show(viewer, period)
cards.row(parts.figures(report))
cards.row(parts.figures(report, parts.MORE_FIGURES))

chart.show(
    campaign_days.figure(report, style.look(report.profile.accent), current(), parts.choose_measure(report)),
    key="campaign-days",
    description=_("The days of the period as bars, the days compared with as a grey line, the plan as a hairline."),
    caption=parts.caption(report),
)
chart.events(report.events)
table.show(
    parts.columns(report.currency),
    parts.rows(report),
    key="campaigns",
    sort_by="spend",
    groups=parts.AdGroups(viewer, report),
    group_key="id",
    group_columns=parts.group_columns(report.currency),
    description=_("Every campaign with what it cost and brought."),
)
caveats.show(report.caveats)
rests_on.show(report.sources, rule=report.selection.view_sentence)
