"""Channels: which of them bring profit, and which cannot be told apart."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from dashboard.charts import channel_contribution, product_leads
from dashboard.domain.period import Period
from dashboard.i18n import _, current
from dashboard.reports import channels
from dashboard.reports.selection import Selection
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
    section,
    session,
    style,
    table,
)
from dashboard.ui import channels as parts
from dashboard.ui import verdict as answer

viewer = session.require("channels")
live.refresh(session.namespace(viewer))
known = reporting.sources(viewer)
if not known:
    page.head(_("Channels"), session.client_of(viewer).name)
    empty.no_data(viewer)
    st.stop()

with st.container(key="sv-filters", horizontal=True, vertical_alignment="center", gap="small"):
    earliest = min(source.first_day for source in known)
    period = filters.period(viewer, reporting.today(viewer), earliest=earliest, default="quarter")
    view = date_view.choose()
report = reporting.report(channels.build, viewer, Selection(period=period, view=view))
page.head(_("Channels"), report.profile.name, period, report.sources)
if not report.channels:
    empty.nothing_in(period, Period(earliest, report.data_as_of or earliest))
    st.stop()

if not report.ranked and st.toggle(_("Rank the channels all the same"), key=f"rank-{current().code}"):
    report = replace(report, ranked=True)
look = style.look(report.profile.accent)
answer.show(report.verdict, "plain" if report.ranked else "caution", reason=report.best_use)
gap_line.show(viewer, period)
cards.row(parts.figures(report))
chart.show(
    channel_contribution.figure(report, look, current()),
    key="channel-contribution",
    description=_("Contribution of each channel, with its doubt as a whisker."),
    caption=report.phone,
)
if report.events:
    section.show(_("What happened"))
    chart.events(report.events)
section.show(_("Which products pay, and in which channel"), report.grid.told(report.currency))
if len(report.grid.by_lead) > 1 and any(cell.per_lead for cell in report.grid.by_lead):
    chart.show(
        product_leads.figure(report, look, current()),
        key="product-leads",
        description=_("For each product: what a lead brings as a bar, what it costs as a grey one."),
    )
parts.grid(report.grid, report.currency)
table.show(parts.columns(report), parts.rows(report), key="channels", search=False)
caveats.show(report.caveats)
rests_on.show(report.sources, rule=report.selection.view_sentence)
