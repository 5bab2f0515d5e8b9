"""How old each source's data is, and how far each measure can be counted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from dashboard.domain.phrase import N_, Term
from dashboard.domain.platforms import platform_name

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse

# The kinds of source that a measure is counted from; deals and orders come when they come, so a quiet day is no gap.
_ADS = frozenset({"ads"})
_LEADS = frozenset({"calls", "deals", "leads"})
_ORDERS = frozenset({"deals", "orders", "sales"})
_SALES = _ORDERS | {"orders_period"}  # a book of sums of months tells of money, and of no order
_COUNTED_FROM = {
    "impressions": _ADS,
    "clicks": _ADS,
    "spend": _ADS,
    "calls": _LEADS,
    "leads": _LEADS,
    "target_leads": _LEADS,
}
_COUNTS_OF_ORDERS = ("orders", "phone_orders")

_OF_LEADS = (
    "calls", "calls_missed", "calls_off_hours", "forms", "leads", "leads_answered", "leads_marked", "target_leads",
)  # fmt: skip
_OF_SALES = (
    "orders", "phone_orders", "revenue", "refunds", "cogs", "refunded_cogs", "revenue_without_cost", "order_squares",
)  # fmt: skip

KIND_LABELS = {
    "ads": N_("ads"),
    "ads_period": N_("ads without days"),
    "calls": N_("calls"),
    "deals": N_("deals"),
    "leads": N_("leads"),
    "orders": N_("orders"),
    "orders_period": N_("sales of whole periods"),
}


@dataclass(frozen=True)
class SourceAge:
    """A source's newest day, and its age in whole days; stale where older than what was agreed with the client."""

    kind: str
    platform: str
    first_day: date
    last_day: date
    age_days: int
    stale: bool
    agreed_days: int = 2


def sources(warehouse: Warehouse, today: date) -> tuple[SourceAge, ...]:
    """Every source of the client, by kind and platform.

    A source is as old as the days between its newest row and yesterday: today is not over, so nobody can have it whole.
    """
    found = []
    today = warehouse.seen_from(today)
    for row in warehouse.fetch("reports/source_ages", today=today):
        age = age_days(row["last_day"], today)
        agreed = warehouse.profile.agreed_age(row["kind"].removesuffix("_period"), row["platform"])
        found.append(
            SourceAge(row["kind"], row["platform"], row["first_day"], row["last_day"], age, age > agreed, agreed)
        )
    return tuple(found)


def known_until(warehouse: Warehouse, ages: Iterable[SourceAge], today: date) -> date | None:
    """The newest day that any source covers, also past the days that a reader was given; None without data."""
    return warehouse.reaches_to(today) or data_as_of(ages)


def age_days(last_day: date, today: date) -> int:
    """How many whole days lie between a source's last day and today, none of them counted."""
    return max(0, (today - last_day).days - 1)


def source_name(source: SourceAge) -> Term:
    """What the source calls itself."""
    return platform_name(source.platform)


def data_as_of(ages: Iterable[SourceAge]) -> date | None:
    """The newest day that any source covers."""
    return max((age.last_day for age in ages), default=None)


def tells(ages: Iterable[SourceAge], measure: str) -> bool:
    """Whether anything that was ever imported could have told of the measure: without it a zero is no result."""
    return bool(told_by(ages, [measure]))


def known_only(rows: Iterable[Mapping[str, Any]], ages: Iterable[SourceAge]) -> list[dict[str, Any]]:
    """The rows, with None for each measure that nothing ever imported could have told of: it is unknown, not nought."""
    known = tuple(ages)
    unknown = {
        key: None
        for measure, keys in (("leads", _OF_LEADS), ("revenue", _OF_SALES), ("orders", _COUNTS_OF_ORDERS))
        if not tells(known, measure)
        for key in keys
    }
    return [{key: unknown.get(key, value) for key, value in row.items()} for row in rows]


def counted_only(rows: Iterable[Mapping[str, Any]], *, in_sums: bool) -> list[dict[str, Any]]:
    """The rows, with None for their orders where sales are there as sums of months alone: unknown, not nought."""
    found = [dict(row) for row in rows]
    if in_sums and not any(row["orders"] for row in found):
        for row in found:
            row |= dict.fromkeys(_COUNTS_OF_ORDERS)
    return found


def told_by(ages: Iterable[SourceAge], measures: Iterable[str]) -> tuple[SourceAge, ...]:
    """The sources that these measures are counted from; all that is sold comes from the books of sales."""
    kinds = {
        kind
        for measure in measures
        for kind in (_ORDERS if measure in _COUNTS_OF_ORDERS else _COUNTED_FROM.get(measure, _SALES))
    }
    return tuple(age for age in ages if age.kind in kinds)


def reached(ages: Iterable[SourceAge], measure: str, channel: str = "") -> date | None:
    """The last day that a measure can be counted to: of its own sources, else the newest day of all.

    What a channel's own platform tells reaches as far as that platform's data. A plan to date is compared no further
    than this, or a late file would look like a missed plan.
    """
    known = tuple(ages)
    kinds = _COUNTED_FROM.get(measure)
    own = tuple(age for age in known if kinds and age.kind in kinds)
    of_channel = tuple(age for age in own if channel and age.platform == channel)
    return data_as_of(of_channel or own or known)
