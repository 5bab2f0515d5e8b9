"""The screen of health: all clients in one table, and one of them unfolded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

import duckdb
import streamlit as st

from dashboard.access.clients import Client
from dashboard.access.screens import AGENCY_SCREENS, SCREENS
from dashboard.access.viewer import Viewer
from dashboard.charts import source_coverage
from dashboard.charts.source_coverage import STATE_NAMES as DAY_NAMES
from dashboard.domain.coverage import DayState
from dashboard.domain.errors import SverkaError
from dashboard.domain.health import State, Weight
from dashboard.domain.phrase import N_, say
from dashboard.i18n import _, current
from dashboard.reports import health
from dashboard.reports.health import Health
from dashboard.reports.health_sources import SourceHealth
from dashboard.ui import ages, cards, chart, failure, frame, reporting, section, session, style, table
from dashboard.ui import verdict as answer
from dashboard.ui.cards import Card
from dashboard.ui.markup import Markup, draw, said, tag
from dashboard.ui.table import Column, Row
from dashboard.ui.tone import MARKS, Tone

TONES: dict[State, Tone] = {State.UNHEALTHY: "caution", State.REMARKS: "unsure", State.HEALTHY: "good"}
_NAMES = {
    "campaigns": N_("Campaigns"),
    "upload": N_("Upload"),
    "imports": N_("Imports"),
    "names": N_("Names"),
}


@dataclass(frozen=True)
class Checked:
    """One client and its health, or why that cannot be told."""

    client: Client
    report: Health | None
    error: BaseException | None = None


def check(viewer: Viewer) -> list[Checked]:
    """Every client that the viewer may look at, the worst first. Reads snapshots only; kept until a client's change."""
    found = [_check(client) for client in session.clients_of(viewer)]
    order = {id(report): place for place, report in enumerate(health.worst_first(_reports(found)))}
    return sorted(found, key=lambda one: -1 if one.report is None else order[id(one.report)])


def _check(client: Client) -> Checked:
    try:
        return Checked(client, reporting.report_of(client.slug, _recent))
    except (SverkaError, duckdb.Error, OSError) as error:
        return Checked(client, None, error)


def _recent(warehouse: object, today: date) -> Health:
    return health.build(warehouse, health.selection(today), today)  # type: ignore[arg-type]


def _reports(checked: Sequence[Checked]) -> list[Health]:
    return [one.report for one in checked if one.report is not None]


def answer_of_all(checked: Sequence[Checked]) -> None:
    """Draws the sentence: how many clients are healthy, and the worst thing about the worst."""
    built = _reports(checked)
    healthy = all(one.state is not State.UNHEALTHY for one in built) and len(built) == len(checked)
    alone = built[0].verdict if len(checked) == len(built) == 1 else health.verdict_of_all(built)
    answer.show(alone, "good" if healthy else "caution")
    for one in checked:
        if one.error is not None:
            failure.show(one.error)


def clients(checked: Sequence[Checked], chosen: str) -> None:
    """Draws the table of all clients; picking one turns the screen to that client."""
    # Another table for each client, so that a row once picked does not pull the reader back.
    picked = table.show(
        _columns(), [_row(one.client, one.report) for one in checked if one.report],
        key=f"health-clients-{chosen}", picks=True,
        description=_("Every client with how far its data can be trusted, the worst first."),
    )  # fmt: skip
    if picked and picked["slug"] != chosen:
        st.query_params[frame.CLIENT_PARAM] = picked["slug"]
        st.rerun()


def _columns() -> list[Column]:
    return [
        Column("client", N_("Client"), width=170, pinned=True),
        Column("state", N_("Data"), width=190),
        Column("late", N_("Late"), "count", help=N_("Sources that are older than agreed.")),
        Column("ads", N_("Ads to"), "day"),
        Column("leads", N_("Calls to"), "day"),
        Column("sold", N_("Sales to"), "day"),
        Column(
            "missing", N_("Days missing"), "count", help=N_("Days of the last 92 that should have rows, per source.")
        ),
        Column("jumps", N_("Jumps"), "count", help=N_("Totals of the last 28 days that are not the usual ones.")),
        Column(
            "rejected", N_("Rejected"), "percent", help=N_("Rows that recent files had and that could not be taken.")
        ),
        Column("unmatched", N_("Unmatched"), "percent", help=N_("Leads from ads that name a campaign no ads have.")),
    ]


def _row(client: Client, report: Health) -> Row:
    last = {source.kind: source.last_day for source in sorted(report.in_use, key=lambda source: source.last_day)}
    return {
        "slug": client.slug,
        "client": client.name,
        "state": f"{MARKS[TONES[report.state]]} {_(health.state_name(report.state))}",
        "late": sum(source.stale for source in report.by_source),
        "ads": last.get("ads"),
        "leads": last.get("calls"),
        "sold": last.get("orders", last.get("deals")),
        "missing": report.measures["days_missing"],
        "jumps": report.measures["jumps"],
        "rejected": report.metrics["rejected_share"],
        "unmatched": report.metrics["unmatched_share"],
    }


def one_client(viewer: Viewer, report: Health, client: Client, *, alone: bool) -> None:
    """Draws one client: the answer (said above already where it is `alone`), its figures, what to settle, its days."""
    section.show(client.name, None if alone else said(report.verdict))
    cards.row(_figures(report))
    draw(_findings(report, viewer, client))
    if report.in_use:
        section.show(_("Which days are there"))
        chart.show(
            source_coverage.figure(
                report, [_written(source) for source in report.in_use], style.look(report.profile.accent), current()
            ),
            key="coverage-calendar",
            description=_("One strip for each source: its days of the last three months."),
            caption=_caption(report),
        )
        table.show(_source_columns(), [_source_row(source) for source in report.by_source], key="health-sources",
                   search=False, description=_("Every source with its last day, its age and its gaps."))  # fmt: skip


def _figures(report: Health) -> list[Card]:
    language, sources = current(), report.in_use
    fresh = sum(not source.stale for source in sources)
    rejected, read = report.measures["rows_rejected"], report.measures["rows_read"]
    share = report.metrics["unmatched_share"]
    return [
        Card(N_("Fresh sources"), f"{language.number(fresh)} / {language.number(len(sources))}",
             _fresh(len(sources) - fresh), _tone(fresh == len(sources))),
        Card(N_("Days missing"), language.number(report.measures["days_missing"]),
             _("in the last 92 days, all sources"), _tone(not report.measures["days_missing"])),
        Card(N_("Jumps"), language.number(report.measures["jumps"]), _("in the totals of the last 28 days")),
        Card(N_("Rejected rows"), language.percent(report.metrics["rejected_share"]),
             said(say("{rejected} of {read} in recent files", rejected=rejected, read=read))),
        Card(N_("Unmatched leads"), language.percent(share), _("of those from ads, by campaign")),
        Card(N_("Sales without a source"), language.percent(report.metrics["no_source_share"]), _("of revenue")),
    ]  # fmt: skip


def _fresh(late: int) -> str:
    if not late:
        return _("none is older than agreed")
    return _("older than agreed: {count}").replace("{count}", current().number(late))


def _tone(is_well: bool) -> Tone:
    return "plain" if is_well else "caution"


def _findings(report: Health, viewer: Viewer, client: Client) -> Markup:
    if not report.findings:
        return Markup()
    language = current()
    items = []
    for finding in report.findings:
        screen = finding.screen if finding.screen in SCREENS else "upload"
        kept = {**frame.kept_params(), frame.CLIENT_PARAM: client.slug}
        if screen in AGENCY_SCREENS:
            kept.pop(frame.PERIOD_PARAM, None)
        link = Markup()
        if viewer.may(client.slug, screen):
            link = tag("a", _(_NAMES.get(screen, "Upload")), href=f"{screen}?{urlencode(kept)}", target="_self")
        worth = None
        if finding.worth is not None:
            worth = tag("p", language.money(finding.worth, report.currency, short=True), cls="sv-figure")
        facts = (
            (tag("dt", _("What to do")), tag("dd", said(finding.todo), " ", link)),
            (tag("dt", _("Whose it is")), tag("dd", _(finding.owner))),
        )
        body = tag("dl", *(part for fact in facts for part in fact))
        blocks = "sv-blocks" if finding.weight is Weight.FAULT else ""
        items.append(tag("li", tag("p", said(finding.what), cls="sv-strong"), worth, body, cls=blocks))
    return tag("section", tag("h2", _("What to settle")), tag("ol", *items, cls="sv-caveats"))


def _caption(report: Health) -> str:
    """What the marks of the picture mean, those alone that it has."""
    meanings = {
        DayState.COMPLETE: _("Solid: complete."),
        DayState.PROVISIONAL: _("Hatched: may still change."),
        DayState.PARTIAL: _("Hatched: may still change."),
        DayState.QUIET: _("Pale: nothing, as is usual on such days."),
        DayState.MISSING: _("Empty frame: missing."),
        DayState.AWAITED: _("Thin frame: not uploaded yet."),
    }
    there = {state for source in report.in_use for state in source.states}
    return " ".join(dict.fromkeys(meanings[state] for state in DAY_NAMES if state in there))


def _written(source: SourceHealth) -> str:
    day = current().day(source.last_day, year=False, short=True)
    return f"{_name(source)} · {_('to {day}').replace('{day}', day)}{' !' if source.stale else ''}"


def _name(source: SourceHealth) -> str:
    name = ages.source_name(source)
    return f"{name} · {source.account}" if source.account else name


def _source_columns() -> list[Column]:
    return [
        Column("source", N_("Source"), width=240, pinned=True),
        Column("state", N_("State"), width=190),
        Column("last_day", N_("Last day"), "day"),
        Column("age", N_("Days behind"), "count"),
        Column("agreed", N_("Agreed"), "count", help=N_("How many days behind yesterday the source may be.")),
        Column("missing", N_("Days missing"), "count"),
        Column("jumps", N_("Jumps"), "count"),
        Column("rows", N_("Rows in recent files"), "count"),
        Column("rejected", N_("Rejected"), "percent"),
        Column("first_day", N_("First day"), "day"),
    ]


def _source_row(source: SourceHealth) -> Row:
    if source.ended:
        state = _("given up")
    elif source.stale:
        state = f"! {_('older than agreed')}"
    else:
        state = f"! {_('days missing')}" if source.days_missing else f"✓ {_('fresh and whole')}"
    return {
        "source": _name(source),
        "state": state,
        "first_day": source.first_day,
        "last_day": source.last_day,
        "age": source.age_days,
        "agreed": source.agreed_days,
        "missing": source.days_missing,
        "jumps": len(source.leaps),
        "rows": source.rows_read,
        "rejected": source.rejected_share,
    }
