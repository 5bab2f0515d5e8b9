"""One year against another: like days with like days, and no per cent where there is no base.

The naive difference sets the asked period against the same dates a year before, whether or not this year's data
reach its end. It is never shown alone: beside it stand the same elapsed days, and the same weekdays 364 days earlier.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from dashboard.domain.formula import EXACT
from dashboard.domain.metrics import growth, share
from dashboard.domain.period import Period, year_before
from dashboard.domain.phrase import Money, Percent, Phrase, say
from dashboard.domain.year_over_year.second_period import like_days, like_weekdays


class Alignment(StrEnum):
    """Which days of the year before stand against which."""

    NAIVE = "naive"
    SAME_ELAPSED = "same_elapsed"
    WEEKDAY_ALIGNED = "weekday_aligned"


@dataclass(frozen=True)
class Pair:
    """Two periods set against each other."""

    alignment: Alignment
    now: Period
    then: Period


def pairs(period: Period, data_until: date | None, then: Period | None = None) -> tuple[Pair, ...]:
    """The period against an earlier one (None: the year before), three ways.

    `data_until` is the last day that every source has; only the naive way is left where no day of the period has data.
    """
    then = then or year_before(period)
    naive = Pair(Alignment.NAIVE, period, then)
    if data_until is None or data_until < period.first:
        return (naive,)
    elapsed, before = like_days(Period(period.first, min(period.last, data_until)), period, then)
    return (
        naive,
        Pair(Alignment.SAME_ELAPSED, elapsed, before),
        Pair(Alignment.WEEKDAY_ALIGNED, elapsed, like_weekdays(elapsed, before)),
    )


def common_end(last_days: Collection[date], period: Period) -> date | None:
    """The last day that every source has, within the period; None without a source, or where one ends before it."""
    if not last_days or min(last_days) < period.first:
        return None
    return min(*last_days, period.last)


@dataclass(frozen=True)
class Change:
    """An amount now and then; None where it is not known. `is_base_known` False: the year before has no data at all."""

    now: Decimal | None
    then: Decimal | None
    is_base_known: bool = True

    @property
    def base(self) -> Decimal | None:
        """What it was then; None where it is not known, which is not zero."""
        return self.then if self.is_base_known else None

    @property
    def difference(self) -> Decimal | None:
        """Now less then; None where either is missing."""
        if self.now is None or self.then is None or not self.is_base_known:
            return None
        return EXACT.subtract(self.now, self.then)

    @property
    def share(self) -> Decimal | None:
        """The change as a share of the base (0.149 is +14.9 %); None where the base is missing, zero or below."""
        return growth(self.now, self.then) if self.is_base_known else None

    def phrase(self, currency: str) -> Phrase:
        """The change in words: in per cent where there is a base, else without."""
        if self.now is None:
            return say("no figure for this period")
        if self.then is None or not self.is_base_known:
            return say("{now}; nothing is known of the earlier period", now=Money(self.now, currency))
        money = {"now": Money(self.now, currency), "then": Money(self.then, currency)}
        if self.share is None:
            return say("{now} against {then}", **money)
        return say("{now} against {then}, {share}", **money, share=Percent(self.share, signed=True, decimals=1))


@dataclass(frozen=True)
class Coverage:
    """On how many days of each period a source has rows. Shares are from 0 to 1; `label` is what people call it."""

    kind: str
    platform: str
    days_now: int
    of_now: int
    days_then: int
    of_then: int
    label: str = ""

    @property
    def share_now(self) -> Decimal:
        """The share of this period's days that it has rows on."""
        return share(self.days_now, self.of_now) or Decimal(0)

    @property
    def share_then(self) -> Decimal:
        """The share of the earlier period's days that it has rows on."""
        return share(self.days_then, self.of_then) or Decimal(0)


def coverage(
    rows: Iterable[Mapping[str, Any]], now: Period, then: Period, labels: Mapping[str, str] | None = None
) -> list[Coverage]:
    """Each source's coverage of both periods, from rows with `day`, `kind` and `platform`, one per day with data.

    `labels` name the platforms for people.
    """
    seen: dict[tuple[str, str], set[date]] = {}
    for row in rows:
        seen.setdefault((row["kind"], row["platform"]), set()).add(row["day"])
    return [
        Coverage(
            kind=kind,
            platform=platform,
            days_now=sum(day in now for day in days),
            of_now=now.days,
            days_then=sum(day in then for day in days),
            of_then=then.days,
            label=(labels or {}).get(platform, ""),
        )
        for (kind, platform), days in sorted(seen.items())
    ]
