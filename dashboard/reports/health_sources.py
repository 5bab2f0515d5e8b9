"""Each source of a client day by day: what is there, what is missing, and which totals are not the usual ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from dashboard.domain import calendar, metrics
from dashboard.domain.client import ClientProfile
from dashboard.domain.coverage import WEEKS_LOOKED_AT, DayState, Rows, day_states, runs
from dashboard.domain.jumps import WEEKS_BEFORE, Jump, jumps
from dashboard.domain.period import Period
from dashboard.domain.phrase import PhraseValue, Term, say
from dashboard.domain.platforms import PLATFORM_NAMES
from dashboard.reports.campaigns_days import Event, events
from dashboard.reports.freshness import KIND_LABELS, age_days

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse

JUDGED_DAYS = 28  # jumps are told of the last four weeks: older ones have been seen, or never will be
NOTED_BEFORE = timedelta(days=28)  # so long after an event a jump may still come of it
ENDED_AFTER_DAYS = 60  # a source as old as this beside a fresh one of its kind has been given up, not forgotten
EXPLAINS_GAPS = "data_missing"  # the event that says why there are no data
_BEFORE = timedelta(days=7 * WEEKS_BEFORE + JUDGED_DAYS)
_AROUND = timedelta(weeks=WEEKS_LOOKED_AT)
_CENT = Decimal("0.01")

Key = tuple[str, str, str]


@dataclass(frozen=True)
class Gap:
    """Days in a row that a source should have rows for and has not; `why` is the event that explains them, or ''."""

    days: Period
    why: str = ""


@dataclass(frozen=True)
class Leap:
    """A run of days whose total is not the usual one. `worth` is the difference in money where it can be told, `noted`
    an event that may explain it."""

    jump: Jump
    worth: Decimal | None
    noted: Event | None = None


@dataclass(frozen=True)
class SourceHealth:
    """One source (its account is '' where the platform has only one): its days, its gaps, its leaps, its imports.

    `states` has one for each day of the period looked at. Rows are those of its recent imports.
    """

    kind: str
    platform: str
    account: str
    first_day: date
    last_day: date
    age_days: int
    agreed_days: int
    stale: bool
    ended: bool
    states: tuple[DayState, ...]
    gaps: tuple[Gap, ...]
    leaps: tuple[Leap, ...]
    rows_read: int
    rows_rejected: int

    @property
    def days_missing(self) -> int:
        """How many days of the period should have rows and have none."""
        return self.states.count(DayState.MISSING)

    @property
    def rejected_share(self) -> Decimal | None:
        """The rows that its recent imports could not take, of all that they had; None without an import."""
        return metrics.share(self.rows_rejected, self.rows_read)

    @property
    def name(self) -> PhraseValue:
        """What people call it, as a value of a phrase."""
        return source_name(self.kind, self.platform, self.account)


def source_name(kind: str, platform: str, account: str = "") -> PhraseValue:
    """A source in a sentence: «Google Ads», «calls of Calltouch», with its account where there are several."""
    label, of = Term(KIND_LABELS.get(kind, kind)), Term(PLATFORM_NAMES.get(platform, platform))
    named: PhraseValue = of if kind == "ads" else say("{kind} of {platform}", kind=label, platform=of)
    if not platform or platform == kind:
        named = label
    return say("{source}, account {account}", source=named, account=account) if account else named


def read(warehouse: Warehouse, period: Period, today: date, since: date) -> tuple[SourceHealth, ...]:
    """Every source of the client over the period; rejected rows are those of imports since a day."""
    known = _known(warehouse, period, today)
    imports = {(row["kind"], row["format"]): row for row in warehouse.fetch("reports/import_rows", since=since)}
    pairs = [(kind, platform) for kind, platform, _ in known.spans]
    return tuple(
        _source(known, key, period, _imports_of(key, imports, pairs), several=pairs.count(key[:2]) > 1)
        for key in known.spans
    )


@dataclass(frozen=True)
class _Known:
    """What every source is judged by."""

    profile: ClientProfile
    today: date
    spans: Mapping[Key, tuple[date, date]]
    days: Mapping[Key, Mapping[date, Mapping[str, Any]]]
    events: Sequence[Event]
    holidays: frozenset[date]

    def states(self, rows: Rows, period: Period) -> tuple[DayState, ...]:
        return day_states(rows, period, self.today, self.profile.provisional_days, self.holidays)

    def is_given_up(self, own: Key) -> bool:
        """Old beside a fresh source of the same kind."""
        ages = {key: age_days(last, self.today) for key, (_, last) in self.spans.items() if key[0] == own[0]}
        return ages[own] > ENDED_AFTER_DAYS and min(ages.values()) <= ENDED_AFTER_DAYS


def _known(warehouse: Warehouse, period: Period, today: date) -> _Known:
    first = min(period.first, today - _BEFORE)
    last = max(period.last, today)
    days: dict[Key, dict[date, Mapping[str, Any]]] = {}
    for row in warehouse.fetch(
        "reports/source_days", date_from=min(period.first - _AROUND, today - _BEFORE), date_to=today
    ):
        days.setdefault((row["kind"], row["platform"], row["account"]), {})[row["day"]] = row
    spans = {
        (row["kind"], row["platform"], row["account"]): (row["first_day"], row["last_day"])
        for row in warehouse.fetch("reports/source_spans", today=today)
        if row["kind"] in KIND_LABELS and not row["kind"].endswith("_period")
    }
    closed = (day.day for day in calendar.days(warehouse.profile.country, first, last) if day.holiday)
    return _Known(warehouse.profile, today, spans, days, events(warehouse, Period(first, last)), frozenset(closed))


def _source(known: _Known, key: Key, period: Period, imports: Mapping[str, Any], *, several: bool) -> SourceHealth:
    kind, platform, account = key
    first, last = known.spans[key]
    age, agreed, ended = age_days(last, known.today), known.profile.agreed_age(kind, platform), known.is_given_up(key)
    counts = {day: row["row_count"] for day, row in known.days.get(key, {}).items()}
    rows = Rows(counts, first, last, every_day=kind == "ads", unfinished=imports.get("unfinished_day"))
    states = known.states(rows, period)
    return SourceHealth(
        kind=kind,
        platform=platform,
        account=account if several else "",
        first_day=first,
        last_day=last,
        age_days=age,
        agreed_days=agreed,
        stale=age > agreed and not ended,
        ended=ended,
        states=states,
        gaps=tuple(Gap(run, _why(run, known.events)) for run in runs(list(period), states, DayState.MISSING)),
        leaps=() if ended else _leaps(known, key, rows),
        rows_read=int(imports.get("rows_read", 0)),
        rows_rejected=int(imports.get("rows_rejected", 0)),
    )


def _imports_of(
    key: Key, imports: Mapping[tuple[str, str], Mapping[str, Any]], pairs: Sequence[tuple[str, str]]
) -> Mapping[str, Any]:
    """The imports of a source: those of its platform's format, else those of its kind where it is the only one."""
    kind, platform, _ = key
    if (kind, platform) in imports:
        return imports[kind, platform]
    of_kind = [row for (of, _), row in imports.items() if of == kind]
    alone = len({other for of, other in pairs if of == kind}) == 1
    return of_kind[0] if alone and len(of_kind) == 1 else {}


def _why(run: Period, listed: Iterable[Event]) -> str:
    """The event that says why these days are missing, if there is one for all of them."""
    said = (event for event in listed if event.what == EXPLAINS_GAPS)
    return next((event.text for event in said if event.day <= run.first and run.last <= event.day_to), "")


def _leaps(known: _Known, key: Key, rows: Rows) -> tuple[Leap, ...]:
    first = max(rows.first, known.today - _BEFORE)
    last = min(rows.last, known.today - timedelta(days=max(known.profile.provisional_days, 1)))
    if last <= first:
        return ()
    span = Period(first, last)
    counted = key[0] != "ads"
    totals = _totals(known, key, rows, span, counted=counted)
    price = _price(known, key, span) if counted else Decimal(1)
    judged = Period(max(first, last - timedelta(days=JUDGED_DAYS - 1)), last)
    return tuple(
        Leap(
            jump,
            None if price is None else (Decimal(abs(jump.difference)) * price).quantize(_CENT),
            _noted(jump.days, known.events),
        )
        for jump in jumps(totals, judged, counted=counted)
    )


def _totals(known: _Known, key: Key, rows: Rows, span: Period, *, counted: bool) -> dict[date, float]:
    """The days that can be judged: neither missing nor unfinished, no holidays, no money without a rate."""
    by_day = known.days.get(key, {})
    found = {}
    for day, state in zip(span, known.states(rows, span), strict=True):
        row = by_day.get(day)
        unpriced = row is not None and not counted and row["unit_count"] and not row["amount"]
        if state in (DayState.COMPLETE, DayState.QUIET) and day not in known.holidays and not unpriced:
            found[day] = float(row["unit_count" if counted else "amount"]) if row else 0.0
    return found if any(found.values()) else {}


def _noted(run: Period, listed: Iterable[Event]) -> Event | None:
    """The event that began nearest to the run, on its days or shortly before."""
    near = [event for event in listed if run.first - NOTED_BEFORE <= event.day <= run.last]
    return min(near, key=lambda event: abs(event.day - run.first), default=None)


def _price(known: _Known, key: Key, span: Period) -> Decimal | None:
    """What one call, deal or order is worth: an order its usual revenue, a lead what ads usually cost for one."""
    own = {day: row for day, row in known.days.get(key, {}).items() if day in span}
    paid = [own] if key[0] == "orders" else [days for (kind, _, _), days in known.days.items() if kind == "ads"]
    amount = sum(Decimal(row["amount"]) for days in paid for day, row in days.items() if day in span)
    return metrics.share(amount, sum(int(row["unit_count"]) for row in own.values())) if amount else None
