"""What a change of a client's settings moves: the same months by the old settings and by the new, from the reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from dashboard.domain import metrics
from dashboard.domain.period import full_month, months_later
from dashboard.domain.phrase import Month, Phrase, say, say_n
from dashboard.reports import campaigns, summary
from dashboard.reports.selection import Selection

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse

# What the owner reads of a month, from the summary; what the manager does, from the campaigns.
OF_SUMMARY = ("profit", "romi", "net_revenue", "fee")
OF_CAMPAIGNS = ("spend", "leads", "target_leads", "cpl", "cpql", "orders", "contribution", "missed_call_rate")
FIGURES = (*OF_SUMMARY, *OF_CAMPAIGNS)

Figures = dict[str, Decimal | None]


@dataclass(frozen=True)
class MonthMoved:
    """One month's figures by the settings in force and by the new ones. `given`: the owner has them already."""

    month: date
    given: bool
    before: Figures
    after: Figures

    @property
    def moved(self) -> tuple[str, ...]:
        """The figures that differ, in the order of FIGURES."""
        return tuple(key for key in FIGURES if self.before[key] != self.after[key])


@dataclass(frozen=True)
class Effect:
    """What a change moves. `months` are the last full one and those given to the owner, the newest first."""

    months: tuple[MonthMoved, ...]

    @property
    def moved(self) -> tuple[MonthMoved, ...]:
        """The months in which anything moves."""
        return tuple(month for month in self.months if month.moved)

    @property
    def sentence(self) -> Phrase:
        """How much of the past moves, in one sentence."""
        given = [month.month for month in self.moved if month.given]
        if given:
            return say_n(
                "The figures of {count} month that was given to the owner change: {months}.",
                "The figures of {count} months that were given to the owner change: {months}.",
                len(given),
                months=tuple(Month(month) for month in given),
            )
        if self.moved:
            return say(
                "The figures of {month} change; none that was given to the owner.", month=Month(self.moved[0].month)
            )
        return say("No figure of the last full month changes, nor of any month that was given to the owner.")


def months_of(warehouse: Warehouse, today: date) -> dict[date, bool]:
    """The months that a change is shown for, the newest first, and whether the owner was given each."""
    given = {one.month for one in warehouse.months() if one.withdrawn_at is None}
    last = months_later(today.replace(day=1), -1)
    return {month: month in given for month in sorted({last, *given}, reverse=True)}


def figures(warehouse: Warehouse, months: Iterable[date], today: date) -> dict[date, Figures]:
    """The figures of these months as the reports have them."""
    found = {}
    for month in months:
        selection = Selection(period=full_month(month))
        owners = summary.build(warehouse, selection, today)
        managers = campaigns.build(warehouse, selection, today)
        found[month] = {
            **{key: _figure(key, owners) for key in OF_SUMMARY},
            **{key: _figure(key, managers) for key in OF_CAMPAIGNS},
        }
    return found


def effect(months: Mapping[date, bool], before: Mapping[date, Figures], after: Mapping[date, Figures]) -> Effect:
    """What moves between the figures by the settings in force and those by new ones; `months` says which were given."""
    return Effect(tuple(MonthMoved(month, given, before[month], after[month]) for month, given in months.items()))


def _figure(key: str, report: summary.Summary | campaigns.Campaigns) -> Decimal | None:
    if key in report.metrics:
        return report.metrics[key]
    return metrics.value_of(key, report.measures)
