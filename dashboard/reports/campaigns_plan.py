"""The plan up to today against the fact, as a whole and by channel, by the weight of the days that are over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from dashboard.domain import calendar, metrics, pacing
from dashboard.domain.pacing import Level, PlanStatus
from dashboard.domain.period import Period, full_month
from dashboard.reports.freshness import SourceAge, reached
from dashboard.reports.selection import Selection

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse

PLANNED = ("spend", "clicks", "leads", "target_leads", "orders", "revenue")
YOUNG = "young"  # not judged: the leads' time to buy is not over
_FACT = {"revenue": "net_revenue"}


@dataclass(frozen=True)
class PlanLine:
    """One measure of one channel ('' is the client as a whole) against its plan.

    `plan` is that of the period's days, `to_date` the part of it up to `until`, the last day the measure's sources
    reach. `deviation` is a share of `to_date`; `events` how many things were counted, None for money. `status` is a
    `pacing.Level` or `young`.
    """

    measure: str
    channel: str
    plan: Decimal
    to_date: Decimal
    actual: Decimal
    until: date
    status: str
    deviation: Decimal | None
    confidence: float | None
    events: int | None

    @property
    def follows_leads(self) -> bool:
        """True for what young leads can still change where orders count on their lead's day."""
        return self.measure in ("orders", "revenue")

    def held_back(self) -> PlanLine:
        """The same line without a judgement."""
        return replace(self, status=YOUNG)


@dataclass(frozen=True)
class Plan:
    """`lines` are measures planned in every month of the period; `missing` the months that plan nothing."""

    lines: tuple[PlanLine, ...]
    missing: tuple[date, ...]


def read(
    warehouse: Warehouse, selection: Selection, rows: Sequence[Mapping[str, Any]], sources: Sequence[SourceAge]
) -> Plan:
    """The plan of the period against `rows`, sums by channel. A measure not planned in every month is left out.

    Where only channels have a plan, the client's as a whole is their sum, if it leaves out no channel that counts.
    """
    months = selection.period.months()
    found = warehouse.fetch("reports/plan_months", month_from=months[0], month_to=months[-1])
    planned = {(row["channel"], row["measure"], row["month"]): row["value"] for row in found}
    sums = {"": metrics.total(rows), **metrics.total(rows, by="channel")}
    for measure in PLANNED:
        planned |= _whole(measure, planned, sums)
    country = warehouse.profile.country
    channels = ["", *sorted({channel for channel, _, _ in planned} - {""})]
    lines = [
        line
        for measure in PLANNED
        for channel in channels
        if (line := _line(measure, channel, planned, sums, selection.period, sources, country))
    ]
    held = {month for _, _, month in planned}
    return Plan(tuple(lines), tuple(month for month in months if held and month not in held))


def _whole(
    measure: str, planned: Mapping[tuple[str, str, date], Decimal], sums: Mapping[str, metrics.Total]
) -> dict[tuple[str, str, date], Decimal]:
    parts = {key: value for key, value in planned.items() if key[1] == measure}
    channels = {channel for channel, _, _ in parts}
    counting = {channel for channel, of in sums.items() if channel and _fact(measure, of)}
    if "" in channels or not counting <= channels:
        return {}
    whole: dict[tuple[str, str, date], Decimal] = {}
    for (_, _, month), value in parts.items():
        whole["", measure, month] = whole.get(("", measure, month), Decimal(0)) + value
    return whole


def _fact(measure: str, sums: metrics.Total) -> Decimal | None:
    return metrics.value_of(_FACT.get(measure, measure), sums)


def daily(line: PlanLine, country: str, period: Period) -> dict[date, Decimal]:
    """The period's plan spread over its days by their weight."""
    days = calendar.days(country, period.first, period.last)
    whole = pacing.weight(days)
    return {day.day: pacing.plan_to_date(line.plan, pacing.weight([day]), whole) or Decimal(0) for day in days}


def _line(
    measure: str,
    channel: str,
    planned: Mapping[tuple[str, str, date], Decimal],
    sums: Mapping[str, metrics.Total],
    period: Period,
    sources: Sequence[SourceAge],
    country: str,
) -> PlanLine | None:
    months = period.months()
    values = {month: planned.get((channel, measure, month)) for month in months}
    known = {month: value for month, value in values.items() if value is not None}
    if len(known) < len(months):
        return None
    until = min(period.last, reached(sources, measure, channel) or period.last)
    if until < period.first:
        return None
    plan = sum((_part(value, month, period, country) for month, value in known.items()), Decimal(0))
    counted = Period(period.first, until)
    to_date = sum((_part(value, month, counted, country) for month, value in known.items()), Decimal(0))
    of_channel = sums.get(channel) or metrics.total([])
    actual = _fact(measure, of_channel)
    if actual is None:
        return None  # what is unknown is neither on plan nor off it
    judged = _judge(measure, to_date, actual, of_channel)
    return PlanLine(
        measure=measure,
        channel=channel,
        plan=plan,
        to_date=to_date,
        actual=actual,
        until=until,
        status=str(judged.level),
        deviation=judged.deviation,
        confidence=judged.confidence,
        events=None if measure in ("spend", "revenue") else int(actual),
    )


def _part(value: Decimal, month: date, period: Period, country: str) -> Decimal:
    whole = full_month(month)
    part = whole.overlap(period)
    if part is None:
        return Decimal(0)
    if part == whole:
        return value
    elapsed, full = (pacing.weight(calendar.days(country, days.first, days.last)) for days in (part, whole))
    return pacing.plan_to_date(value, elapsed, full) or Decimal(0)


def _judge(measure: str, to_date: Decimal, actual: Decimal, sums: Mapping[str, Decimal | int | None]) -> PlanStatus:
    if not to_date:
        return PlanStatus(Level.NO_PLAN, None, None)
    if measure == "spend":
        return pacing.spend_status(to_date, actual)
    if measure == "revenue":
        return pacing.money_status(to_date, actual, Decimal(sums.get("order_squares") or 0))
    return pacing.status(to_date, actual)
