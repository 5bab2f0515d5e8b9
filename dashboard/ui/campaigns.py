"""The manager's figures, the campaigns as a table that unfolds to ad groups, and the list of events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

import streamlit as st

from dashboard.access.viewer import Viewer
from dashboard.charts import campaign_days
from dashboard.domain import metrics
from dashboard.domain.metrics import described
from dashboard.domain.phrase import N_, Number, Percent, Phrase, Span, say
from dashboard.i18n import _, current
from dashboard.reports import campaigns
from dashboard.reports.campaigns import Campaigns
from dashboard.reports.campaigns_plan import PlanLine
from dashboard.reports.change import FOLLOW_ORDERS, change
from dashboard.ui import ages, reporting
from dashboard.ui.cards import Card
from dashboard.ui.table import Column, Kind, Row, main_first
from dashboard.ui.tone import Tone

FIGURES = ("spend", "leads", "target_leads", "cpql", "orders", "contribution")
MORE_FIGURES = ("clicks", "cpl", "cpo", "roas")
_TABLE: tuple[tuple[str, Kind], ...] = (
    ("spend", "money"),
    ("clicks", "count"),
    ("leads", "count"),
    ("target_leads", "count"),
    ("cpl", "money"),
    ("orders", "count"),
    ("cpo", "money"),
    ("net_revenue", "money"),
    ("roas", "ratio"),
)
_PLAN = {"net_revenue": "revenue"}


def verdict_tone(report: Campaigns) -> Tone:
    """The mark before the sentence: the worst that a plan says."""
    tones = [plan_tone(line) for line in report.plan]
    order: tuple[Tone, ...] = ("bad", "caution", "unsure", "good")
    return next((tone for tone in order if tone in tones), "plain")


def plan_tone(line: PlanLine) -> Tone:
    """What standing so to the plan means for the reader."""
    below = (line.deviation or 0) < 0
    match line.status:
        case "red":
            return "caution" if line.measure == "spend" else "bad" if below else "good"
        case "amber":
            return "caution" if below or line.measure == "spend" else "good"
        case "too_few_data":
            return "unsure"
        case "ok":
            return "good"
        case _:
            return "plain"


def choose_measure(report: Campaigns) -> str:
    """Asks which measure the days show, of those that are known; leads unless another is chosen."""
    known = [key for key in campaign_days.MEASURES if report.measures[key] is not None]
    first = "leads" if "leads" in known else "spend"
    shown = st.segmented_control(
        _("By day"),
        known,
        default=first,
        format_func=lambda key: _(described(key).label),
        key=f"by-day-{current().code}",
        label_visibility="collapsed",
    )
    return shown or first


def figures(report: Campaigns, keys: Sequence[str] = FIGURES) -> list[Card]:
    """The cards: each against its plan where it has one, else against the period before."""
    return [_card(report, key) for key in keys]


def columns(currency: str) -> list[Column]:
    """The campaigns' table."""
    names = [Column("campaign", N_("Campaign"), width=245), Column("channel_name", N_("Channel"), width=140)]
    figures = [
        Column(key, metrics.described(key).label, kind, currency, help=metrics.described(key).help)
        for key, kind in _TABLE
    ]
    trend = Column("trend", N_("Trend of leads"), "spark", width=90)
    return main_first([*names, *figures, trend], "spend", "leads", "orders")


def group_columns(currency: str) -> list[Column]:
    """The table of ad groups: what a platform tells of them, and no more."""
    told: tuple[tuple[str, Kind], ...] = (
        ("spend", "money"),
        ("impressions", "count"),
        ("clicks", "count"),
        ("ctr", "percent"),
        ("cpc", "money"),
    )
    figures = [
        Column(key, metrics.described(key).label, kind, currency, help=metrics.described(key).help)
        for key, kind in told
    ]
    return [Column("ad_group", N_("Ad group"), width=235), *figures]


def rows(report: Campaigns) -> list[dict[str, Any]]:
    """One row per campaign, with the names as this reader reads them."""
    return [
        {
            **row,
            "id": (row["channel"], row["campaign"]),
            "campaign": row["campaign"] or _("without a campaign"),
            "channel_name": _(campaigns.channel_label(row["channel"])),
            "trend": row["trend"] if len(row["trend"]) > 1 else (),  # one day is no trend
        }
        for row in report.rows()
    ]


class AdGroups(Mapping[Any, Sequence[Row]]):
    """The ad groups of a campaign, asked for only when somebody unfolds it."""

    def __init__(self, viewer: Viewer, report: Campaigns) -> None:
        self._viewer, self._report = viewer, report

    def __getitem__(self, campaign: tuple[str, str]) -> Sequence[Row]:
        found = reporting.report(_ad_groups, self._viewer, self._report.selection, *campaign)
        return [{**row, "ad_group": row["ad_group"] or _("without an ad group")} for row in found]

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter((row.channel, row.campaign) for row in self._report.campaigns)

    def __len__(self) -> int:
        return len(self._report.campaigns)


def caption(report: Campaigns) -> str:
    """How to read the days' chart: the marks that are on it."""
    told = [_("Grey: the days compared with.")] if report.then_days else []
    if report.provisional_from:
        told.append(_("Hatched: days that can still change."))
    if report.events:
        told.append(_("Numbers: what happened, listed below."))
    return " ".join(told)


def _ad_groups(warehouse: Any, selection: Any, channel: str, campaign: str, today: Any) -> list[dict[str, Any]]:
    del today
    return campaigns.ad_groups(warehouse, selection, channel, campaign)


def _card(report: Campaigns, key: str) -> Card:
    language, described = current(), metrics.described(key)
    value = report.measures[key] if key in report.measures else report.metrics[key]
    written = {
        "money": lambda: language.money(value, report.currency, short=True),
        "ratio": lambda: language.number(value, decimals=2) if value is not None else "—",
        "percent": lambda: language.percent(value),
        "count": lambda: language.number(value, short=True),
    }[described.unit]()
    line = report.plan_of(_PLAN.get(key, key))
    sub, tone = _to_plan(line) if line and line.status not in ("young", "no_plan") else _to_then(report, key)
    if key == "orders" and report.due and report.grows_late:
        sub, tone = say("+{due} due: young", due=Number(report.due.whole)), "plain"
    days = report.days if key in ("spend", "clicks", "leads", "target_leads", "orders") else ()
    unfinished = sum(1 for day in days if report.provisional_from and day.day >= report.provisional_from)
    return Card(
        label=described.label,
        value=written,
        sub=sub,
        tone=tone,
        spark=[day.measures[key] for day in days] if len(days) <= 62 else (),
        unfinished=unfinished,
        plan=metrics.share(line.plan, report.selection.period.days) if line and days else None,
        definition=described.help,
        sums=_sums(report, key, line),
        sources=ages.told_by(
            report.sources, parts_of(key), report.selection.view_sentence if key in FOLLOW_ORDERS else None
        ),
        reason=metrics.why_missing(key, report.measures, currency=report.currency) if value is None else None,
    )


def _to_plan(line: PlanLine) -> tuple[Phrase, Tone]:
    size = Percent(line.deviation or Decimal(0), signed=True)
    if line.status == "ok":
        return say("on plan ({size})", size=size), "good"
    if line.status == "too_few_data":
        return say("{size} to plan: too few to tell", size=size), "unsure"
    if line.status == "amber":
        return say("{size} to plan: likely", size=size), plan_tone(line)
    return say("{size} to plan: sure", size=size), plan_tone(line)


def _to_then(report: Campaigns, key: str) -> tuple[Phrase | None, Tone]:
    if report.grows_late and key in FOLLOW_ORDERS:
        return say("young: not comparable yet"), "plain"
    found = change(key, report.measures, report.then_measures)
    if found is None:
        return None, "plain"
    base = Span(report.then.first, report.then.last)
    size = Percent(found.share, signed=True)
    if found.in_noise:
        return say("{size} to {then}: in the noise", size=size, then=base), "unsure"
    tone: Tone = "plain" if found.is_better is None else "good" if found.is_better else "bad"
    return say("{size} to {then}", size=size, then=base), tone


def parts_of(key: str) -> tuple[str, ...]:
    """The sums that a figure is made of."""
    return {
        "cpl": ("spend", "leads"),
        "cpql": ("spend", "target_leads"),
        "cpo": ("spend", "orders"),
        "roas": ("net_revenue", "spend"),
        "contribution": ("margin", "spend"),
    }.get(key, (key,))


def _sums(report: Campaigns, key: str, line: PlanLine | None) -> list[tuple[Phrase | str, str]]:
    """What the figure is made of, and its plan."""
    language = current()

    def written(name: str, amount: Decimal | int | None) -> str:
        if metrics.described(name).unit == "money":
            return language.money(amount, report.currency)
        return language.number(amount)

    parts = parts_of(key)
    found: list[tuple[Phrase | str, str]] = [
        (metrics.described(part).label, written(part, report.measures[part])) for part in parts
    ]
    if line:
        found.append((N_("Plan to date"), written(key, line.to_date)))
        found.append((N_("Plan of the period"), written(key, line.plan)))
    if parts == (key,) and report.then_measures[key] is not None:
        found.append((say("in {then}", then=report.then.span), written(key, report.then_measures[key])))
    return found
