"""Days of either period of which the source of sales, or those of leads, say nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dashboard.domain.client import ClientProfile
from dashboard.domain.comparison import Pair
from dashboard.domain.happenings import Happening
from dashboard.domain.period import Period
from dashboard.domain.series import SeriesKind
from dashboard.domain.year_over_year.calendar_factor import CalendarFactor
from dashboard.domain.year_over_year.day_kinds import kinds_of
from dashboard.domain.year_over_year.day_weights import DayWeights, KindOfDay
from dashboard.domain.year_over_year.silence import DayCount
from dashboard.domain.year_over_year.tracking_gap import Gap, tracking_gap
from dashboard.reports.year_over_year.days import Days
from dashboard.reports.year_over_year.series import Series

_BOOKS, _CRM = "orders", "deals"
_OF_SALES, _OF_LEADS = frozenset({_BOOKS, _CRM}), frozenset({"calls", "deals"})


@dataclass(frozen=True)
class Gaps:
    """What is missing of one period: of its sales, and of the leads that came in it."""

    sales: Gap | None = None
    leads: Gap | None = None

    @property
    def days(self) -> frozenset[date]:
        """Every day of which either is missing."""
        return frozenset(day for gap in (self.sales, self.leads) if gap for day in gap.days)

    @property
    def by_source(self) -> dict[frozenset[str], Gap]:
        """What is missing by the kinds of files that would tell it."""
        return {kinds: gap for kinds, gap in ((_OF_SALES, self.sales), (_OF_LEADS, self.leads)) if gap}


def gaps(days: Days, pair: Pair, calendar: CalendarFactor, series: Series, profile: ClientProfile) -> tuple[Gaps, Gaps]:
    """Of both periods, then and now.

    A day counts as missing only where the log names no outage on it, and nobody counted visits to the site: then the
    site is what was silent, and not the file.
    """
    kinds = kinds_of(pair.then, profile.country) | kinds_of(pair.now, profile.country)
    then, now = (_Period(days, period, kinds, calendar.weights, series).gaps() for period in (pair.then, pair.now))
    return then, now


@dataclass(frozen=True)
class _Period:
    """One of the periods, with the kinds of the days of both and what they weigh, where that is learnt."""

    days: Days
    of: Period
    kinds: Mapping[date, KindOfDay]
    weights: DayWeights | None
    series: Series

    def gaps(self) -> Gaps:
        told = self._logged(Happening.DATA_MISSING)
        has_books = any(row["kind"] == _BOOKS and row["day"] in self.of for row in self.days.coverage)
        leads = self._gap("leads", _OF_LEADS, told)
        # A CRM that tells of no leads cannot tell of their sales.
        lost = told | frozenset(leads.days if leads and not has_books else ())
        return Gaps(self._gap("orders", frozenset({_BOOKS if has_books else _CRM}), lost), leads)

    def _gap(self, measure: str, sources: frozenset[str], told: frozenset[date]) -> Gap | None:
        covered = frozenset(row["day"] for row in self.days.coverage if row["kind"] in sources)
        visits, down = self.series.of(SeriesKind.VISITS), self._logged(Happening.OUTAGE)
        silent = {day for day in self.of if not (day in covered or day in down or visits.get(day))}
        if not silent or not any(day in self.of for day in covered):
            return None
        weights = self._usual(measure, covered)
        return tracking_gap(
            (DayCount(day, self._count(day, measure), weights.get(day, 0.0)) for day in self.of), silent, told
        )

    def _usual(self, measure: str, covered: frozenset[date]) -> Mapping[date, float]:
        """What each day usually brings beside others: as the client's own days teach, or where they are too few, as its
        weekday did in both periods; a day off, or of a season, is then not missed."""
        if self.weights is not None:
            return {day: self.weights.weight(kind) for day, kind in self.kinds.items()}
        by_weekday: dict[int, list[date]] = {}
        for day, kind in self.kinds.items():
            if day in covered or not kind.extras:
                by_weekday.setdefault(kind.weekday, []).append(day)
        found: dict[date, float] = {}
        for alike in by_weekday.values():
            brought = [self._count(day, measure) for day in alike if day in covered]
            found |= dict.fromkeys(alike, sum(brought) / len(brought) if brought else 0.0)
        return found

    def _count(self, day: date, measure: str) -> int:
        return int(self.days.sums[day][measure] or 0) if day in self.days.sums else 0

    def _logged(self, what: Happening) -> frozenset[date]:
        return frozenset(
            day
            for event in self.days.happenings
            if event.what == what
            for day in Period(event.day, max(event.day, event.day_to)).overlap(self.of) or ()
        )


def covered_weeks(days: Days, period: Period, missing: Gaps, uses_leads: bool) -> list[float]:
    """Leads, or orders, of each seven days of the period that are known."""
    key = "leads" if uses_leads else "orders"
    run = list(period)
    weeks = (run[start : start + 7] for start in range(0, len(run) - 6, 7))
    return [
        sum(float(days.sums[day][key]) for day in week if day in days.sums)
        for week in weeks
        if missing.days.isdisjoint(week)
    ]
