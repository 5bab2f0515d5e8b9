"""The comparison as mappings of values of the domain, in the shape that `report --json` prints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from dashboard.domain.comparison import Change
from dashboard.domain.coverage import DayState
from dashboard.domain.period import Period
from dashboard.domain.statistics.interval import Interval
from dashboard.domain.year_over_year.bridge import Bridge
from dashboard.reports.year_over_year.facts import Reason
from dashboard.reports.year_over_year.slices import Slice
from dashboard.reports.year_over_year.strips import Strip

if TYPE_CHECKING:
    from dashboard.reports.year_over_year.report import YearOverYear


def ways(report: YearOverYear) -> list[dict[str, Any]]:
    """Each way to compare: its days, the revenue of both, the change as a share."""
    return [
        {
            "alignment": str(way.pair.alignment),
            "now_from": way.pair.now.first,
            "now_to": way.pair.now.last,
            "then_from": way.pair.then.first,
            "then_to": way.pair.then.last,
            "revenue_now": way.revenue.now,
            "revenue_then": way.revenue.then,
            "difference": way.revenue.difference,
            "change": way.revenue.share,
            "working_days_now": way.working_now,
            "working_days_then": way.working_then,
        }
        for way in report.compared
    ]


def both_periods(report: YearOverYear) -> dict[str, Any]:
    """All that no other report has."""
    return {
        "then": _days(report.compared[0].pair.then),
        "answer": str(report.answer.kind),
        "interval": _interval(report.interval),
        "like_for_like": _interval(report.like_for_like),
        "bridge": _bridge(report.bridge),
        "profit_bridge": _bridge(report.profit_bridge),
        "changes": {key: _change(change) for key, change in report.changes.items()},
        "reasons": [_reason(reason) for reason in report.reasons],
        "cannot_be_told": [_reason(reason) for reason in report.unknown],
        "calendar": {
            "factor": report.calendar.factor,
            "standard_error": report.calendar.se,
            "accepted": report.calendar.accepted,
            "learnt": report.calendar.learnt_factor,
            "why": report.calendar.why,
        },
        "coverage": [_strip(strip) for strip in report.strips],
        "months": _slices(report.months),
        "weeks": _slices(report.weeks),
        "channels": [{"channel": line.channel, **_line(line)} for line in report.channels],
        "products": [{"product": line.product, **_line(line)} for line in report.products],
        "events": [
            {"from": event.day, "to": event.day_to, "what": event.what, "text": event.text, "now": event.is_now}
            for event in report.happenings
        ],
        "notes": [
            {"month": note.month, "author": note.author, "text": note.text, "next_steps": note.next_steps}
            for note in report.notes
        ],
        "without_ads": report.without_ads.as_json(),
    }


def _days(period: Period) -> list[Any]:
    return [period.first, period.last]


def _interval(interval: Interval | None) -> list[Any] | None:
    return None if interval is None else [interval.low, interval.high]


def _bridge(bridge: Bridge | None) -> dict[str, Any] | None:
    """The amounts of both periods at each step, and the lines between them, which add up to the difference."""
    if bridge is None:
        return None
    steps = {"reported": bridge.reported, "comparable": bridge.comparable, "like_for_like": bridge.like_for_like}
    return {
        **{key: {"then": years.then, "now": years.now, "change": years.growth} for key, years in steps.items()},
        "lines": [
            {
                "key": line.key,
                "group": str(line.group),
                "amount": line.amount,
                "se": line.se,
                "proven": line.proven,
                "certainty": str(line.certainty),
                "owner": str(line.owner),
            }
            for line in bridge.lines
        ],
    }


def _change(change: Change) -> Mapping[str, Any]:
    return {"then": change.base, "now": change.now, "difference": change.difference, "change": change.share}


def _line(line: Any) -> dict[str, Any]:
    return {"revenue": _change(line.revenue), "spend": _change(line.spend), "orders": _change(line.orders)}


def _slices(found: Iterable[Slice]) -> list[dict[str, Any]]:
    return [{"now": _days(one.now), "then": _days(one.then), **_line(one)} for one in found]


def _reason(reason: Reason) -> dict[str, Any]:
    return {
        "id": reason.id,
        "severity": str(reason.severity),
        "text": reason.text,
        "figure": reason.caveat.figure,
        "known_by": reason.known_by,
        "owner": reason.owner,
        "settled_by": reason.settled_by,
        "upload": reason.upload or None,
        "line": reason.line or None,
    }


def _strip(strip: Strip) -> dict[str, Any]:
    """How many days of each period are in each state that occurs."""

    def counted(states: tuple[DayState, ...]) -> dict[str, int]:
        return {str(state): states.count(state) for state in DayState if state in states}

    return {"kind": strip.kind, "platform": strip.platform, "now": counted(strip.now), "then": counted(strip.then)}
