"""Which days of both periods each source has, as strips: complete, missing, young, still to come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dashboard.domain import calendar
from dashboard.domain.coverage import WEEKS_LOOKED_AT, DayState, Rows, day_states
from dashboard.domain.period import Period
from dashboard.reports.freshness import KIND_LABELS, SourceAge
from dashboard.reports.year_over_year.gaps import Gaps

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse

_AROUND = timedelta(weeks=WEEKS_LOOKED_AT)


@dataclass(frozen=True)
class Strip:
    """One source: the state of each day of this period, and of the earlier one."""

    kind: str
    platform: str
    now: tuple[DayState, ...]
    then: tuple[DayState, ...]

    @property
    def is_whole(self) -> bool:
        """Whether nothing of either period is missing, young or still to come."""
        return set(self.now) | set(self.then) <= {DayState.COMPLETE, DayState.QUIET}


def strips(
    warehouse: Warehouse, now: Period, then: Period, ages: tuple[SourceAge, ...], today: date, gaps: Iterable[Gaps] = ()
) -> tuple[Strip, ...]:
    """Each source that has days, in the order of its name; sums of whole periods have none.

    What the bridge fills for `gaps` is missing here too, whether a single source might be silent on such a day or not.
    """
    today = warehouse.seen_from(today)
    rows: dict[tuple[str, str], dict[date, int]] = {}
    for period in (then, now):
        around = {"date_from": period.first - _AROUND, "date_to": min(period.last + _AROUND, max(today, period.first))}
        counted: dict[tuple[str, str, date], int] = {}
        for row in warehouse.fetch("reports/source_days", **around):
            key = (row["kind"], row["platform"], row["day"])
            counted[key] = counted.get(key, 0) + row["row_count"]
        for (kind, platform, day), count in counted.items():
            rows.setdefault((kind, platform), {})[day] = count
    known = [age for age in ages if age.kind in KIND_LABELS and not age.kind.endswith("_period")]
    found = (_strip(warehouse, age, rows.get((age.kind, age.platform), {}), now, then, today) for age in known)
    lost = [(of, frozenset(gap.days)) for year in gaps for of, gap in year.by_source.items()]
    return tuple(
        replace(strip, now=_without(strip.now, now, missing), then=_without(strip.then, then, missing))
        for strip in found
        for missing in [frozenset(day for of, days in lost if strip.kind in of for day in days)]
    )


def _without(states: tuple[DayState, ...], period: Period, missing: frozenset[date]) -> tuple[DayState, ...]:
    return tuple(
        DayState.MISSING if day in missing and state is DayState.QUIET else state
        for day, state in zip(period, states, strict=True)
    )


def _strip(
    warehouse: Warehouse, age: SourceAge, by_day: Mapping[date, int], now: Period, then: Period, today: date
) -> Strip:
    source = Rows(by_day, age.first_day, age.last_day, every_day=age.kind == "ads")
    profile = warehouse.profile
    states = [
        day_states(
            source,
            period,
            today,
            profile.provisional_days,
            frozenset(day.day for day in calendar.days(profile.country, period.first, period.last) if day.holiday),
        )
        for period in (now, then)
    ]
    return Strip(age.kind, age.platform, *states)
