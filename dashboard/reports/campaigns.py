"""Campaigns: what they are doing right now, against plan and period before. For the marketing manager."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from dashboard.domain import metrics
from dashboard.domain.channels import CHANNELS
from dashboard.domain.period import Period, previous_like
from dashboard.reports import campaigns_plan, caveats, caveats_settings, fees, freshness
from dashboard.reports.campaigns_days import DaySums, Event, day_sums, events
from dashboard.reports.campaigns_due import Due, due
from dashboard.reports.campaigns_plan import PlanLine
from dashboard.reports.campaigns_verdict import verdict
from dashboard.reports.report import Measures, Metrics, Report
from dashboard.reports.selection import DateView, Selection

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse

ROW_MEASURES = ("impressions", "clicks", "spend", "leads", "target_leads", "orders", "net_revenue")
ROW_METRICS = ("cpc", "cpl", "cpql", "cpo", "roas")
_DAILY_UP_TO = 62  # a trend of more points than this says no more and costs more
_WEEKLY_UP_TO = 366


@dataclass(frozen=True)
class CampaignRow:
    """One campaign; '' is what came through the channel without naming a campaign. `trend` is leads by step."""

    channel: str
    campaign: str
    measures: Measures
    metrics: Metrics
    trend: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class Campaigns(Report):
    """The campaigns of a period: sums, ratios, the plan to date, the period before, days, and what is still due."""

    key: ClassVar[str] = "campaigns"

    then: Period
    then_measures: Measures
    then_metrics: Metrics
    plan: tuple[PlanLine, ...]
    campaigns: tuple[CampaignRow, ...]
    days: tuple[DaySums, ...]
    then_days: tuple[DaySums, ...]
    events: tuple[Event, ...]
    provisional_from: date | None
    due: Due | None

    @property
    def grows_late(self) -> bool:
        """True where the leads are too young for their orders to be judged."""
        return self.due is not None and self.due.matters(int(self.measures["orders"] or 0))

    def plan_of(self, measure: str, channel: str = "") -> PlanLine | None:
        """The plan's line for a measure, of one channel or ('') of the client as a whole."""
        return next((line for line in self.plan if (line.measure, line.channel) == (measure, channel)), None)

    def rows(self) -> list[dict[str, Any]]:
        """One row per campaign, the most spent first."""
        return [
            {
                "channel": row.channel,
                "campaign": row.campaign,
                **{key: row.measures[key] for key in ROW_MEASURES},
                **row.metrics,
                "trend": row.trend,
            }
            for row in self.campaigns
        ]


def build(warehouse: Warehouse, selection: Selection, today: date) -> Campaigns:
    """What the campaigns cost and brought in the selected period, as known today."""
    profile = warehouse.profile
    sources = freshness.sources(warehouse, today)
    as_of = freshness.known_until(warehouse, sources, today) or today
    then = selection.against or previous_like(_counted(selection.period, as_of))
    selection = replace(selection, against=then)

    def sums(name: str, params: dict[str, Any]) -> list[dict[str, Any]]:
        return freshness.known_only(warehouse.fetch(selection.query(name), **params), sources)

    in_sums = caveats.sums_of_periods(warehouse, selection, sources)
    rows = freshness.counted_only(sums("campaign_sums", selection.params()), in_sums=bool(in_sums))
    days, then_days = (day_sums(sums("day_sums", params)) for params in (selection.params(), selection.then_params()))
    fee = fees.fee(warehouse, selection.period)
    measures = _with_derived({**metrics.across(rows), "fee": fee})
    then_measures = _with_derived(
        {
            **freshness.known_only([metrics.total(day.measures for day in then_days)], sources)[0],
            "fee": fees.fee(warehouse, then),
        }
    )
    if not warehouse.gives(then.first, then.last):  # what the reader was not given is unknown to him, not nought
        then_measures, then_days = dict.fromkeys(then_measures), ()
    plan = campaigns_plan.read(warehouse, selection, rows, sources)
    still_due = None
    if selection.view is DateView.LEAD:
        still_due = due(warehouse, selection.period, as_of)
    young = still_due is not None and still_due.matters(int(measures["orders"] or 0))
    lines = tuple(line.held_back() if young and line.follows_leads else line for line in plan.lines)
    ratios = selection.of_one_day(metrics.compute_total(rows, fee=fee))
    since = caveats.provisional_from(selection, today, profile.provisional_days)
    return Campaigns(
        profile=profile,
        selection=selection,
        today=today,
        verdict=verdict(
            lines,
            measures,
            then_measures,
            then,
            profile.currency,
            empty=not rows,
            has_leads=freshness.tells(sources, "leads") or freshness.tells(sources, "revenue"),
        ),
        measures=measures,
        metrics=ratios,
        caveats=(
            *caveats_settings.settings_changed(warehouse, selection),
            *caveats.unsourced(sources),
            *caveats.sales_books(warehouse, selection, sources),
            *caveats.stale(sources),
            *in_sums,
            *caveats.unconverted(warehouse, selection),
            *caveats.booked_refunds(warehouse, selection),
            *caveats.unknown_margin(measures, profile.currency),
            *caveats.no_source(ratios["no_source_share"]),
            *caveats.young(still_due),
            *caveats.provisional(since),
            *caveats.unmarked_leads(measures),
            *caveats.plan_incomplete(plan.missing),
            *caveats.date_view(selection),
        ),
        sources=sources,
        then=then,
        then_measures=then_measures,
        then_metrics=metrics.compute(then_measures, *_COMPARED),
        plan=lines,
        campaigns=_campaigns(warehouse, selection, rows),
        days=days,
        then_days=then_days,
        events=events(warehouse, selection.period),
        provisional_from=since,
        due=still_due,
    )


_COMPARED = ("cpl", "cpql", "cpo", "roas", "romi")


def ad_groups(warehouse: Warehouse, selection: Selection, channel: str, campaign: str) -> list[dict[str, Any]]:
    """The ad groups of one campaign, the most spent first: impressions, clicks, spend, CTR and CPC."""
    found = warehouse.fetch("reports/ad_group_sums", **selection.params(), channel=channel, campaign=campaign)
    return sorted(
        ({**row, **metrics.compute(row, "ctr", "cpc")} for row in found), key=lambda row: row["spend"], reverse=True
    )


def channel_label(key: str) -> str:
    """The channel's name, to be translated where it is shown; a key that no channel has is its own name."""
    return CHANNELS[key].label if key in CHANNELS else key


def _counted(period: Period, as_of: date) -> Period:
    """The days of the period that data can exist for, so that 17 days are not compared with 18."""
    return Period(period.first, min(period.last, max(period.first, as_of)))


def _with_derived(measures: Mapping[str, Decimal | int | None]) -> dict[str, Decimal | int | None]:
    return {**measures, **metrics.derive(measures)}


def _campaigns(
    warehouse: Warehouse, selection: Selection, rows: Sequence[Mapping[str, Any]]
) -> tuple[CampaignRow, ...]:
    trends = _trends(warehouse, selection.period)
    found = [
        CampaignRow(
            channel=row["channel"],
            campaign=row["campaign"],
            measures={**row, "net_revenue": metrics.value_of("net_revenue", row)},
            metrics=metrics.compute(row, *ROW_METRICS),
            trend=trends.get((row["channel"], row["campaign"]), ()),
        )
        for row in rows
        if any(row[key] for key in ("spend", "clicks", "leads", "orders", "revenue"))
    ]
    found.sort(key=lambda row: (-Decimal(row.measures["spend"] or 0), -int(row.measures["leads"] or 0), row.campaign))
    return tuple(found)


def _trends(warehouse: Warehouse, period: Period) -> dict[tuple[str, str], tuple[int, ...]]:
    step = "day" if period.days <= _DAILY_UP_TO else "week" if period.days <= _WEEKLY_UP_TO else "month"
    points = warehouse.fetch("reports/campaign_trend", date_from=period.first, date_to=period.last, step=step)
    steps = sorted({row["step"] for row in points})
    place = {day: index for index, day in enumerate(steps)}
    found: dict[tuple[str, str], list[int]] = {}
    for row in points:
        line = found.setdefault((row["channel"], row["campaign"]), [0] * len(steps))
        line[place[row["step"]]] = int(row["leads"])
    return {campaign: tuple(line) for campaign, line in found.items()}
