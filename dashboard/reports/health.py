"""Health: how far one client's data can be trusted, and what would settle the rest. For the agency."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from dashboard.domain import metrics
from dashboard.domain.health import STATE_NAMES, Finding, State, Weight, in_order, state_of
from dashboard.domain.period import Period
from dashboard.domain.phrase import Phrase, say, say_n
from dashboard.reports import freshness, health_campaigns, health_findings, health_sources
from dashboard.reports.health_sources import SourceHealth
from dashboard.reports.report import Report, plain
from dashboard.reports.selection import Selection

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse

DAYS_LOOKED_AT = 92  # the last quarter: what is older was either seen or does not matter now


@dataclass(frozen=True, kw_only=True)
class Health(Report):
    """The health of one client's data. `by_source` has each source's days, the period's; findings stand worst first."""

    key: ClassVar[str] = "health"

    by_source: tuple[SourceHealth, ...]
    findings: tuple[Finding, ...]

    @property
    def state(self) -> State:
        """How the data are as a whole."""
        return state_of(self.findings)

    @property
    def faults(self) -> int:
        """How many things make figures wrong or late now."""
        return sum(finding.weight is Weight.FAULT for finding in self.findings)

    @property
    def in_use(self) -> tuple[SourceHealth, ...]:
        """The sources that were not given up."""
        return tuple(source for source in self.by_source if not source.ended)

    def rows(self) -> list[dict[str, Any]]:
        """One row per source."""
        return [
            {
                "kind": source.kind,
                "platform": source.platform,
                "account": source.account,
                "first_day": source.first_day,
                "last_day": source.last_day,
                "age_days": source.age_days,
                "agreed_days": source.agreed_days,
                "stale": source.stale,
                "ended": source.ended,
                "days_missing": source.days_missing,
                "missing": [[gap.days.first, gap.days.last] for gap in source.gaps],
                "jumps": [
                    {
                        "days": [leap.jump.days.first, leap.jump.days.last],
                        "now": round(leap.jump.now, 2),
                        "then": round(leap.jump.then, 2),
                        "worth": leap.worth,
                    }
                    for leap in source.leaps
                ],
                "rows_read": source.rows_read,
                "rows_rejected": source.rows_rejected,
                "rejected_share": source.rejected_share,
            }
            for source in self.by_source
        ]

    def as_json(self) -> dict[str, Any]:
        """The report as JSON, with its state and every finding in English."""
        return {
            **super().as_json(),
            "state": str(self.state),
            "findings": [
                {
                    "id": finding.id,
                    "weight": str(finding.weight),
                    "what": plain(finding.what),
                    "todo": plain(finding.todo),
                    "owner": finding.owner,
                    "screen": finding.screen,
                    "since": plain(finding.since),
                    "worth": plain(finding.worth),
                }
                for finding in self.findings
            ],
        }


def selection(today: date) -> Selection:
    """The days that health is looked at over unless others are asked for: the last 92, today included."""
    return Selection(period=Period(today - timedelta(days=DAYS_LOOKED_AT - 1), today))


def build(warehouse: Warehouse, chosen: Selection, today: date) -> Health:
    """How healthy the client's data are over the chosen period, as known today."""
    profile = warehouse.profile
    period = chosen.period
    by_source = health_sources.read(warehouse, period, today, since=period.first)
    match = health_campaigns.read(warehouse, period)
    found = [finding for source in by_source for finding in health_findings.of_source(source, profile.currency)]
    found += health_findings.unconverted(warehouse.fetch("reports/unconverted_sums", **chosen.params()))
    booked = warehouse.fetch("reports/booked_refunds", **chosen.params())
    found += health_findings.unmatched_refunds(booked, profile.currency)
    found += health_campaigns.findings(match)
    if not by_source:
        found.append(health_findings.nothing_imported())
    findings = in_order(found)
    return Health(
        profile=profile,
        selection=chosen,
        today=today,
        verdict=_verdict(findings, len([source for source in by_source if not source.ended])),
        measures={
            "days_missing": sum(source.days_missing for source in by_source),
            "jumps": sum(len(source.leaps) for source in by_source),
            "rows_read": sum(source.rows_read for source in by_source),
            "rows_rejected": sum(source.rows_rejected for source in by_source),
            "spend_never_named": match.silent_spend,
        },
        metrics={
            "rejected_share": metrics.share(
                sum(source.rows_rejected for source in by_source), sum(source.rows_read for source in by_source)
            ),
            "unmatched_share": match.unmatched_share,
            "no_source_share": match.no_source_share,
        },
        caveats=(),
        sources=freshness.sources(warehouse, today),
        by_source=by_source,
        findings=findings,
    )


def _verdict(findings: tuple[Finding, ...], sources: int) -> Phrase:
    faults = [finding for finding in findings if finding.weight is Weight.FAULT]
    if faults:
        return say_n(
            "{count} thing makes figures wrong or late: {first}",
            "{count} things make figures wrong or late, first of all: {first}",
            len(faults),
            first=faults[0].what,
        )
    whole = say_n(
        "The {count} source is fresh and has every day.", "All {count} sources are fresh and have every day.", sources
    )
    if any(finding.id == "missing_days" for finding in findings):
        whole = say("Every source is fresh, and what is missing is known.")
    if not findings:
        return whole
    return say_n(
        "{whole} {count} remark below is worth a look.",
        "{whole} {count} remarks below are worth a look.",
        len(findings),
        whole=whole,
    )


def state_name(state: State) -> str:
    """The state in words, to be translated where it is shown."""
    return STATE_NAMES[state]


def worst_first(built: list[Health]) -> list[Health]:
    """Several clients' reports, the one with the most to settle first."""
    order = list(State)
    return sorted(
        built,
        key=lambda one: (order.index(one.state), -one.faults, -len(one.findings), one.profile.name.casefold()),
    )


def verdict_of_all(built: list[Health]) -> Phrase:
    """The answer for all clients: how many are healthy, and the worst thing about the worst."""
    healthy = sum(one.state is not State.UNHEALTHY for one in built)
    worst = next(iter(worst_first(built)), None)
    if worst is None:
        return say("There are no clients yet.")
    if healthy == len(built):
        return say_n(
            "The data of the {count} client are healthy.", "The data of all {count} clients are healthy.", healthy
        )
    return say_n(
        "The data of {healthy} of {count} client are healthy. {client}: {what}",
        "The data of {healthy} of {count} clients are healthy. {client}: {what}",
        len(built),
        healthy=healthy,
        client=worst.profile.name,
        what=worst.findings[0].what,
    )
