"""The metrics' definitions: ratios of sums, never means of ratios. `dashboard.domain.metrics` computes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dashboard.domain.formula import Formula
from dashboard.domain.measures import Better, Unit
from dashboard.domain.phrase import N_


@dataclass(frozen=True)
class Metric:
    """numerator / denominator, both sums over measures.

    No value unless the denominator and each of `only_if_positive` are above zero: without spend there is no cost per
    lead, rather than one of 0. `over` "paid": in a total over channels, only rows of paid channels count.
    """

    key: str
    label: str
    numerator: str
    denominator: str
    unit: Unit
    better: Better
    help: str
    only_if_positive: tuple[str, ...] = ()
    over: Literal["all", "paid"] = "all"

    @property
    def formula(self) -> str:
        """The whole formula as a person writes it."""
        top, bottom = (f"({text})" if " " in text else text for text in (self.numerator, self.denominator))
        return f"{top} / {bottom}"


_ALL = (
    Metric("ctr", N_("CTR"), "clicks", "impressions", "percent", "higher", N_("Clicks per impression."), over="paid"),
    Metric(
        "cpc",
        N_("CPC"),
        "spend",
        "clicks",
        "money",
        "lower",
        N_("Spend per click."),
        only_if_positive=("spend",),
        over="paid",
    ),
    Metric(
        "cpm",
        N_("CPM"),
        "1000 * spend",
        "impressions",
        "money",
        "lower",
        N_("Spend per thousand impressions."),
        only_if_positive=("spend",),
        over="paid",
    ),
    Metric(
        "click_to_lead",
        N_("Click to lead"),
        "leads",
        "clicks",
        "percent",
        "higher",
        N_("Leads per click of paid channels. Leads of later days than their clicks can bring it above 100 %."),
        over="paid",
    ),
    Metric("cpl", N_("CPL"), "spend", "leads", "money", "lower", N_("Spend per lead."), only_if_positive=("spend",)),
    Metric(
        "cpql",
        N_("Cost per target lead"),
        "spend",
        "target_leads",
        "money",
        "lower",
        N_("Spend per target lead."),
        only_if_positive=("spend",),
    ),
    Metric("cpo", N_("CPO"), "spend", "orders", "money", "lower", N_("Spend per order."), only_if_positive=("spend",)),
    Metric(
        "missed_call_rate",
        N_("Missed calls, share"),
        "calls_missed",
        "calls - calls_off_hours",
        "percent",
        "lower",
        N_("Incoming calls that nobody answered, per incoming call within the working hours."),
    ),
    Metric(
        "answered_rate",
        N_("Answered leads, share"),
        "leads_answered",
        "leads",
        "percent",
        "higher",
        N_("Leads that were answered, per lead."),
    ),
    Metric(
        "target_rate",
        N_("Target leads, share"),
        "target_leads",
        "leads_marked",
        "percent",
        "higher",
        N_("Target leads per lead that is known to be on target or not; unmarked leads do not count."),
    ),
    Metric(
        "target_to_order",
        N_("Target lead to order"),
        "orders",
        "target_leads",
        "percent",
        "higher",
        N_("Orders per target lead."),
    ),
    Metric("lead_to_order", N_("Lead to order"), "orders", "leads", "percent", "higher", N_("Orders per lead.")),
    Metric("aov", N_("Average order"), "revenue", "orders", "money", "higher", N_("Paid per order, before refunds.")),
    Metric("roas", N_("ROAS"), "net_revenue", "spend", "ratio", "higher", N_("Revenue per unit of spend.")),
    Metric(
        "romi",
        N_("ROMI"),
        "margin - spend",
        "spend",
        "percent",
        "higher",
        N_("Margin left after ads, per unit of spend."),
    ),
    Metric(
        "romi_full",
        N_("ROMI with the fee"),
        "margin - spend - fee",
        "spend + fee",
        "percent",
        "higher",
        N_("Margin left after ads and the agency's fee, per unit of both."),
    ),
    Metric(
        "roi",
        N_("ROI"),
        "profit",
        "spend + fee",
        "percent",
        "higher",
        N_("Profit per unit of all that advertising cost, the agency's fee included."),
    ),
    Metric(
        "drr",
        N_("Spend per revenue"),
        "spend",
        "net_revenue",
        "percent",
        "lower",
        N_("The share of revenue that goes to ads."),
        only_if_positive=("spend",),
    ),
    Metric(
        "mer",
        N_("MER"),
        "net_revenue",
        "spend",
        "ratio",
        "higher",
        N_("All revenue, whatever its source, per unit of all spend: no rule of attribution can change it."),
    ),
    Metric(
        "mer_full",
        N_("MER with the fee"),
        "net_revenue",
        "spend + fee",
        "ratio",
        "higher",
        N_("All revenue, whatever its source, per unit of all spend and the agency's fee."),
    ),
    Metric(
        "margin_rate",
        N_("Margin, share"),
        "margin",
        "net_revenue",
        "percent",
        "higher",
        N_("Margin per unit of revenue."),
    ),
    Metric(
        "refund_rate",
        N_("Refunds, share"),
        "refunds",
        "revenue",
        "percent",
        "lower",
        N_("Refunded per unit of what was paid."),
    ),
    Metric(
        "break_even_roas",
        N_("Break-even ROAS"),
        "net_revenue",
        "margin",
        "ratio",
        "lower",
        N_("The ROAS at which margin just pays for the ads."),
        only_if_positive=("net_revenue",),
    ),
    Metric(
        "break_even_roas_with_fee",
        N_("Break-even ROAS with the fee"),
        "(spend + fee) * net_revenue",
        "margin * spend",
        "ratio",
        "lower",
        N_("The ROAS at which margin just pays for the ads and the agency's fee."),
        only_if_positive=("net_revenue", "margin", "spend"),
    ),
    Metric(
        "internet_share",
        N_("Internet's share of revenue"),
        "internet_revenue",
        "business_revenue",
        "percent",
        "none",
        N_("Revenue credited to channels of the internet, per unit of all the client's revenue."),
    ),
    Metric(
        "no_source_share",
        N_("Revenue without a source, share"),
        "no_source_revenue",
        "net_revenue",
        "percent",
        "lower",
        N_("Revenue that no source is known for, per unit of revenue."),
    ),
)

METRICS: dict[str, Metric] = {metric.key: metric for metric in _ALL}
NUMERATORS: dict[str, Formula] = {metric.key: Formula(metric.numerator) for metric in _ALL}
DENOMINATORS: dict[str, Formula] = {metric.key: Formula(metric.denominator) for metric in _ALL}
