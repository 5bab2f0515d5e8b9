"""Year over year: what is alike, what is not, and what each difference is worth."""

from __future__ import annotations

from dashboard.charts.year_over_year import days as figures
from dashboard.domain.phrase import say
from dashboard.i18n import _, current
from dashboard.reports.selection import DateView, Selection
from dashboard.reports.year_over_year import report as year_over_year
from dashboard.ui import (
    caveats,
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
    table,
    verdict,
)
from dashboard.ui.year_over_year import answer as two_years

viewer = session.require("year_over_year")
known = reporting.sources(viewer)
if not known:
    page.head(_("Year over year"), session.client_of(viewer).name)
    empty.no_data(viewer)
else:
    period = filters.period(viewer, reporting.today(viewer), earliest=min(source.first_day for source in known))
    report = reporting.report(year_over_year.build, viewer, Selection(period=period, view=DateView.SALE))
    look = style.look(report.profile.accent)
    page.head(_("Year over year"), report.profile.name, period, report.sources)
    verdict.show(report.verdict, two_years.TONES[report.answer.kind])
    gap_line.show(viewer, period)
    two_years.ways(report)
    caveats.show(two_years.cards_of(report.reasons, report.currency), _("What makes the two years unlike"))
    section.show(_("The same days of both years"))
    chart.show(
        figures.figure(report, look, current()),
        key="two-years",
        description=say("Revenue of the same days, this year and the year before."),
    )
    chart.show(
        figures.coverage(report, two_years.source_names(report), look, current()),
        key="coverage",
        description=say("The days on which each source has data, in both years."),
    )
    two_years.happenings(report)
    section.show(_("Both years, line by line"))
    two_years.facts(report)
    section.show(_("By channel"))
    table.show(
        two_years.channel_columns(report.currency), two_years.channel_rows(report), key="yoy-channels", search=False
    )
    rests_on.show(report.sources, rule=report.selection.view_sentence)
    live.refresh(session.namespace(viewer))
