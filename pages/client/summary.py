"""Summary: does the internet as a whole pay?"""

from __future__ import annotations

from dashboard.charts import internet_months
from dashboard.domain.phrase import say
from dashboard.i18n import _, current
from dashboard.reports import summary
from dashboard.reports.selection import Selection
from dashboard.ui import (
    cards,
    caveats,
    chart,
    empty,
    filters,
    gap_line,
    live,
    note,
    note_form,
    page,
    reporting,
    rests_on,
    session,
    style,
    verdict,
)
from dashboard.ui import summary as parts

viewer = session.require("summary")
known = reporting.sources(viewer)
if not known:
    page.head(_("Summary"), session.client_of(viewer).name)
    empty.no_data(viewer)
else:
    period = filters.month(viewer, reporting.today(viewer), earliest=min(source.first_day for source in known))
    report = reporting.report(summary.build, viewer, Selection(period=period))
    page.head(_("Summary"), report.profile.name, period, report.sources)
    verdict.show(report.verdict, parts.TONES.get(report.answer.pays, "plain"))
    gap_line.show(viewer, period)
    cards.row(parts.figures(report))
    if len(report.months) > 1:  # a link may show a single month, whose figures stand above
        chart.show(
            internet_months.figure(report, style.look(report.profile.accent), current()),
            key="internet-months",
            description=say("Thirteen months of spend against what was left of it."),
            caption=_(
                "Up: the internet's margin less spend. Down, in grey: spend and the agency's fee. "
                "Hatched: not finished."
            ),
        )
    for written in report.notes:
        note.show(
            written.text, written.next_steps, author=note.named(written.author), when=current().month(written.month)
        )
    note_form.show(viewer, "summary", report.selection.period.last.replace(day=1), report.notes)
    caveats.show(report.caveats)
    rests_on.show(
        report.sources,
        rule=say("Revenue is counted on the day of the sale; a sale without a source is credited to nobody."),
    )
    live.refresh(session.namespace(viewer))
