"""Channels: which of them bring profit, and where the next unit of money goes. For whoever splits the budget."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from dashboard.domain import metrics
from dashboard.domain.channels import NO_SOURCE
from dashboard.domain.metrics import Measures
from dashboard.domain.period import Period, previous_like
from dashboard.domain.phrase import Phrase
from dashboard.domain.statistics import ChannelSums
from dashboard.domain.statistics import Tier as Rank
from dashboard.domain.statistics import tiers as ranks
from dashboard.domain.statistics.ranking import ENOUGH_ORDERS
from dashboard.reports import caveats, caveats_settings, channels_verdict, fees, freshness
from dashboard.reports.campaigns_days import Event, events
from dashboard.reports.campaigns_due import Due, due
from dashboard.reports.channels_products import Grid, grid
from dashboard.reports.channels_row import ChannelRow
from dashboard.reports.channels_tiers import Tier, deals, interval, tier, usual_margin
from dashboard.reports.report import Metrics, Report
from dashboard.reports.selection import DateView, Selection

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse

ROW_MEASURES = (
    "spend",
    "leads",
    "target_leads",
    "orders",
    "phone_orders",
    "net_revenue",
    "margin",
    "contribution",
)
ROW_METRICS = ("romi", "roas", "break_even_roas", "cpo", "drr", "margin_rate", "refund_rate", "aov")


@dataclass(frozen=True, kw_only=True)
class Channels(Report):
    """The channels of a period, best tier first. `ranked` is False where too much of the revenue has no source."""

    key: ClassVar[str] = "channels"

    then: Period
    then_measures: Measures
    then_metrics: Metrics
    channels: tuple[ChannelRow, ...]
    ranks: tuple[Rank, ...]
    ranked: bool
    grid: Grid
    phone: Phrase | None
    best_use: Phrase | None
    due: Due | None
    events: tuple[Event, ...]

    @property
    def grows_late(self) -> bool:
        """True where the leads are too young for their orders to be compared with those of earlier ones."""
        return self.due is not None and self.due.matters(int(self.measures["orders"] or 0))

    def rows(self) -> list[dict[str, Any]]:
        """One row per channel, by tier and contribution."""
        return [
            {
                "channel": row.channel,
                "tier": str(row.tier) if self.ranked else None,
                **{key: row.measures[key] for key in ROW_MEASURES},
                **row.metrics,
                "share": row.share,
                "contribution_low": row.interval.low if row.interval else None,
                "contribution_high": row.interval.high if row.interval else None,
                "deals": row.deals,
            }
            for row in self.channels
        ]


def build(warehouse: Warehouse, selection: Selection, today: date) -> Channels:
    """What each channel cost and brought in the selected period, and which of them can be told from nothing."""
    profile = warehouse.profile
    sources = freshness.sources(warehouse, today)
    as_of = freshness.known_until(warehouse, sources, today) or today
    counted = selection.period.overlap(Period(date.min, max(as_of, selection.period.first))) or selection.period
    then = selection.against or previous_like(counted)
    selection = replace(selection, against=then)

    in_sums = caveats.sums_of_periods(warehouse, selection, sources)
    cells = freshness.counted_only(
        warehouse.fetch(selection.query("product_sums"), **selection.params()), in_sums=bool(in_sums)
    )
    then_sums = metrics.total(warehouse.fetch(selection.query("product_sums"), **selection.then_params()))
    fee, then_fee = fees.fee(warehouse, selection.period), fees.fee(warehouse, then)
    measures: Measures = {**(total := {**metrics.across(cells), "fee": fee}), **metrics.derive(total)}
    before: Measures = {**(total := {**then_sums, "fee": then_fee}), **metrics.derive(total)}
    if not warehouse.gives(then.first, then.last):  # what the reader was not given is unknown to him, not nought
        before = dict.fromkeys(before)
    ratios = selection.of_one_day(metrics.compute_total(cells, fee=fee))
    still_due = due(warehouse, selection.period, as_of) if selection.view is DateView.LEAD else None
    young = still_due is not None and still_due.matters(int(measures["orders"] or 0))
    rows = _channels(cells, measures, young=young)
    without = caveats.no_source(ratios["no_source_share"])
    ranked = not any(caveat.blocks for caveat in without)
    found = grid(cells)
    by_phone = channels_verdict.phone_orders(warehouse.fetch(selection.query("way_sums"), **selection.params()))
    since = caveats.provisional_from(selection, today, profile.provisional_days)
    few = [row.label for row in rows if row.measures["spend"] and row.deals is not None and row.deals < ENOUGH_ORDERS]
    paid = [ChannelSums.of(row.channel, row.measures) for row in rows if row.channel != NO_SOURCE]
    return Channels(
        profile=profile,
        selection=selection,
        today=today,
        verdict=channels_verdict.verdict(
            rows,
            ratios["no_source_share"],
            ranked=ranked,
            young=young,
            phone=by_phone,
            has_sales=freshness.tells(sources, "revenue"),
        ),
        measures=measures,
        metrics=ratios,
        caveats=(
            *caveats_settings.settings_changed(warehouse, selection),
            *caveats.unsourced(sources),
            *caveats.sales_books(warehouse, selection, sources),
            *without,
            *caveats.unknown_margin(measures, profile.currency),
            *in_sums,
            *caveats.unconverted(warehouse, selection),
            *caveats.booked_refunds(warehouse, selection),
            *caveats.stale(sources),
            *caveats.young(still_due),
            *caveats.few_deals(few),
            *caveats.provisional(since),
            *caveats.date_view(selection),
        ),
        sources=sources,
        then=then,
        then_measures=before,
        then_metrics=metrics.compute(before, "romi", "roas", "cpo", "drr"),
        channels=rows,
        ranks=tuple(ranks(paid)),
        ranked=ranked,
        grid=found,
        best_use=channels_verdict.best_use(ranks(paid)) if ranked else None,
        phone=channels_verdict.phone(by_phone),
        events=events(warehouse, selection.period),
        due=still_due,
    )


def _channels(cells: Sequence[Mapping[str, Any]], whole: Measures, *, young: bool) -> tuple[ChannelRow, ...]:
    usual = usual_margin(whole)
    contribution = whole["contribution"]
    rows = []
    for channel, sums in metrics.total(cells, by="channel").items():
        if not any(sums[key] for key in ("spend", "leads", "orders", "revenue", "refunds")):
            continue
        measures: Measures = {**sums, **metrics.derive(sums)}
        rows.append(
            ChannelRow(
                channel=channel,
                tier=tier(channel, measures, usual, young=young),
                measures=measures,
                metrics=metrics.compute(measures, *ROW_METRICS),
                share=metrics.share(measures["contribution"], contribution),
                interval=interval(measures, usual),
                deals=deals(measures),
                missing=metrics.why_missing("contribution", measures),
            )
        )
    order = list(Tier)
    rows.sort(key=lambda row: (order.index(row.tier), -(row.measures["contribution"] or Decimal("-Infinity"))))
    return tuple(rows)
