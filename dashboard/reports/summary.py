"""Summary, for the business owner: does the internet as a whole pay? One month, one sentence, a few figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from dashboard.domain import economics, metrics
from dashboard.domain.channels import CHANNELS
from dashboard.domain.period import Period, full_month, months_later
from dashboard.reports import caveats, caveats_settings, fees, freshness
from dashboard.reports.report import Measures, Report
from dashboard.reports.selection import Selection
from dashboard.reports.summary_answer import Answer, answer_of

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse

MONTHS_SHOWN = 13  # this month a year ago stands in the picture too


@dataclass(frozen=True)
class InternetMonth:
    """One month of the internet as a whole. Money in the client's currency; None where the margin is unknown."""

    month: date
    spend: Decimal
    fee: Decimal
    revenue: Decimal
    internet_revenue: Decimal
    contribution: Decimal | None
    unfinished: bool


@dataclass(frozen=True)
class Note:
    """What the agency wrote about the month."""

    month: date
    author: str
    text: str
    next_steps: str


@dataclass(frozen=True, kw_only=True)
class Summary(Report):
    """One month of the whole internet. `measures` and `metrics` are of the channels known to be the internet's.

    `share` is the internet's share of revenue if none, a like part, or all of the sales without a source were its own.
    """

    key: ClassVar[str] = "summary"

    answer: Answer
    share: tuple[Decimal, Decimal, Decimal] | None
    months: tuple[InternetMonth, ...]
    notes: tuple[Note, ...]

    def rows(self) -> list[dict[str, Any]]:
        """The months, the oldest first."""
        return [
            {
                "month": month.month,
                "spend": month.spend,
                "fee": month.fee,
                "revenue": month.revenue,
                "internet_revenue": month.internet_revenue,
                "contribution": month.contribution,
            }
            for month in self.months
        ]


def build(warehouse: Warehouse, selection: Selection, today: date) -> Summary:
    """The month of the selection's last day (as far as it is selected), and the twelve before it."""
    profile = warehouse.profile
    period = selection.period
    shown = Period(months_later(period.last.replace(day=1), 1 - MONTHS_SHOWN), max(period.last, period.first))
    rows: list[dict[str, Any]] = warehouse.fetch(
        "reports/month_channel_sums", date_from=min(shown.first, period.first.replace(day=1)), date_to=period.last
    )
    chosen = _chosen(warehouse, period, rows)
    ages = freshness.sources(warehouse, today)
    internet = metrics.total(_of_internet(chosen))
    everything = metrics.across(chosen)
    fee = fees.fee(warehouse, period) or Decimal(0)
    measures: dict[str, Any] = {
        **internet,
        "fee": fee,
        **{key: everything.get(key) for key in ("internet_revenue", "no_source_revenue", "business_revenue")},
    }
    answer = answer_of(measures, profile.currency, period, has_data=bool(ages), has_sales=_has_sales(ages, period))
    computed = metrics.compute(
        measures, "net_revenue", "margin", "contribution", "profit", "roas", "romi", "romi_full", "cpo", "drr",
        "internet_share",
    )  # fmt: skip
    computed |= metrics.compute({**everything, "fee": fee}, "mer", "mer_full", "no_source_share")
    return Summary(
        profile=profile,
        selection=selection,
        today=today,
        verdict=answer.sentence,
        measures=measures,
        metrics={**computed, "back_per_unit": answer.back, "back_low": answer.low, "back_high": answer.high},
        caveats=(
            *caveats_settings.settings_changed(warehouse, selection),
            *caveats.unsourced(ages),
            *caveats.sales_books(warehouse, selection, ages),
            *caveats.stale(ages),
            *caveats.sums_of_periods(warehouse, selection, ages),
            *caveats.unconverted(warehouse, selection),
            *caveats.booked_refunds(warehouse, selection),
            *caveats.unknown_margin(measures, profile.currency),
            *caveats.no_source(computed["no_source_share"]),
        ),
        sources=ages,
        answer=answer,
        share=economics.internet_share_bounds(everything),
        months=_months(warehouse, rows, shown, period, today),
        notes=_notes(warehouse, period),
    )


def _chosen(warehouse: Warehouse, period: Period, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The period's own rows: the months at hand where it is whole months, else asked for by its days."""
    if period.first.day == 1:
        return [row for row in rows if row["month"] >= period.first]
    asked: list[dict[str, Any]] = warehouse.fetch(
        "reports/month_channel_sums", date_from=period.first, date_to=period.last
    )
    return asked


def _has_sales(ages: Iterable[freshness.SourceAge], period: Period) -> bool:
    """Whether the books of sales know any day of the period: before and after them sales are unknown, not none."""
    books = freshness.told_by(ages, ("revenue",))
    return any(age.first_day <= period.last and period.first <= age.last_day for age in books)


def _of_internet(rows: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Rows of channels known to be the internet's; what has no source is not spread over them."""
    return [row for row in rows if CHANNELS[row["channel"]].is_internet]


def _months(
    warehouse: Warehouse, rows: list[dict[str, Any]], shown: Period, period: Period, today: date
) -> tuple[InternetMonth, ...]:
    """The months shown; of those that the reader was not given, none but the days of the period."""
    found = []
    for month in shown.months():
        own = [row for row in rows if row["month"] == month]
        internet: Measures = metrics.total(_of_internet(own))
        whole = full_month(month)
        counted = whole.overlap(shown) or whole
        if not warehouse.gives(counted.first, counted.last):
            given = counted.overlap(period)
            if given is None or not warehouse.gives(given.first, given.last):
                continue
            counted = given
        found.append(
            InternetMonth(
                month=month,
                spend=metrics.value_of("spend", internet) or Decimal(0),
                fee=fees.fee(warehouse, counted) or Decimal(0),
                revenue=metrics.value_of("net_revenue", metrics.total(own)) or Decimal(0),
                internet_revenue=metrics.value_of("net_revenue", internet) or Decimal(0),
                contribution=metrics.value_of("contribution", internet),
                unfinished=counted.last < whole.last or whole.last >= today,
            )
        )
    return tuple(found)


def _notes(warehouse: Warehouse, period: Period) -> tuple[Note, ...]:
    month = period.last.replace(day=1)
    return tuple(Note(**row) for row in warehouse.fetch("reports/notes", month_from=month, month_to=month))
