"""What an import or its undo changes, in one sentence and in series: for a screen, a terminal and the record alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.phrase import N_, Money, Phrase, PhraseValue, Span, Term, say, say_n
from dashboard.domain.platforms import PLATFORM_NAMES
from dashboard.warehouse.records import DayChange, Gap, Preview, TableChange

MONEY = frozenset({"spend", "revenue", "refunded", "amount"})
LABELS = {
    "spend": N_("spend"),
    "revenue": N_("revenue"),
    "refunded": N_("refunded"),
    "amount": N_("sums of deals"),
    "calls": N_("calls"),
    "leads": N_("leads"),
    "orders": N_("orders"),
    "rate": N_("rate"),
    "rows": N_("rows"),
}
_GAPS_NAMED = 6
_MAIN = {"ad_day": "spend", "calls": "calls", "leads": "leads", "sales": "revenue", "rates": "rate"}


@dataclass(frozen=True)
class Series:
    """One measure of one table in one currency, day by day: what it was and what it becomes; None: nothing stands."""

    table: str
    measure: str
    currency: str
    days: tuple[DayChange, ...]

    @property
    def is_money(self) -> bool:
        """Whether the values are in the currency."""
        return self.measure in MONEY and bool(self.currency)


def series(preview: Preview) -> tuple[Series, ...]:
    """Every series of the preview, table by table, the main measure of each first, the newest day first."""
    found: dict[tuple[str, str, str], list[DayChange]] = {}
    for table in preview.tables:
        for change in table.changes:
            found.setdefault((table.table, change.measure, change.currency), []).append(change)
    made = [Series(*key, tuple(sorted(days, key=lambda day: day.day, reverse=True))) for key, days in found.items()]
    return tuple(sorted(made, key=lambda one: one.measure != _MAIN.get(one.table, one.measure)))


def sentence(preview: Preview, source: Term, rejected: int = 0) -> Phrase:
    """What an import does, in one sentence: what it adds, what it replaces, what it rejects."""
    clauses = [clause for table in preview.tables for clause in _imported(table, source)]
    if not clauses:
        clauses = [say("changes nothing: all of it is there already")]
    if rejected:
        clauses.append(say_n("{count} row rejected", "{count} rows rejected", rejected))
    return _joined(clauses)


def undo_sentence(preview: Preview, source: Term) -> Phrase:
    """What taking an import back does, in one sentence."""
    clauses = [clause for table in preview.tables for clause in _turned(table, source)]
    return _joined(clauses or [say("changes no figure: later imports have replaced all of it")])


def gaps_in_words(gaps: Sequence[Gap]) -> tuple[Phrase, ...]:
    """The gaps, source by source: first those that the import itself leaves; of many the newest are named."""
    ordered = sorted(gaps, key=lambda gap: (not gap.opened, -gap.first.toordinal()))
    said = [_gap(gap) for gap in ordered[:_GAPS_NAMED]]
    more = len(gaps) - len(said)
    if more:
        said.append(say_n("{count} more gap before that", "{count} more gaps before that", more))
    return tuple(said)


def _gap(gap: Gap) -> Phrase:
    source = Term(PLATFORM_NAMES.get(gap.platform, gap.platform))
    values: dict[str, PhraseValue] = {"source": source, "days": Span(gap.first, gap.last)}
    if gap.account:
        if gap.opened:
            return say("no data of {source}, account {account}, for {days}", account=gap.account, **values)
        return say("no data of {source}, account {account}, for {days}, as before", account=gap.account, **values)
    if gap.opened:
        return say("no data of {source} for {days}", **values)
    return say("no data of {source} for {days}, as before", **values)


def _imported(table: TableChange, source: Term) -> Iterator[Phrase]:
    if table.table == "ad_day":
        yield from _ads(table, source)
        return
    if table.units_new:
        what = _units(table.table, table.units_new)
        revenue = None if table.units_replaced else _gained(table.changes, "revenue")
        yield _of_source(table, what, source, revenue)
    if table.units_replaced:
        yield say("replaces {what}", what=_units(table.table, table.units_replaced))
        for before, after in _moved(table.changes, "revenue"):
            yield say("revenue of these days: {before} becomes {after}", before=before, after=after)


def _of_source(table: TableChange, what: Phrase, source: Term, revenue: Money | None) -> Phrase:
    if table.table not in ("calls", "leads", "sales"):
        return say("adds {what}", what=what)
    if revenue is not None:
        return say("adds {what} of {source}, {amount} of revenue", what=what, source=source, amount=revenue)
    return say("adds {what} of {source}", what=what, source=source)


def _ads(table: TableChange, source: Term) -> Iterator[Phrase]:
    for currency in _currencies(table.changes):
        days = [change for change in table.changes if change.currency == currency and change.measure == "spend"]
        added = [change for change in days if change.before is None]
        moved = [change for change in days if change.before is not None]
        if added:
            yield say(
                "adds {what} of {source}, {amount} of spend",
                what=_units("ad_day", _count(added)),
                source=source,
                amount=Money(_after(added), currency),
            )
        if moved:
            values: dict[str, PhraseValue] = {
                "what": _units("ad_day", _count(moved)),
                "before": Money(_before(moved), currency),
                "after": Money(_after(moved), currency),
            }
            if table.units_replaced:
                yield say("replaces {what}: {before} becomes {after}", **values)
            else:
                yield say("adds to {what}: {before} becomes {after}", **values)


def _turned(table: TableChange, source: Term) -> Iterator[Phrase]:
    if table.table == "ad_day":
        for currency in _currencies(table.changes):
            days = [change for change in table.changes if change.currency == currency and change.measure == "spend"]
            gone = [change for change in days if change.after is None]
            moved = [change for change in days if change.after is not None]
            if gone:
                yield say(
                    "takes away {what} of {source}, {amount} of spend",
                    what=_units("ad_day", _count(gone)),
                    source=source,
                    amount=Money(_before(gone), currency),
                )
            if moved:
                yield say(
                    "changes {what}: {before} becomes {after}",
                    what=_units("ad_day", _count(moved)),
                    before=Money(_before(moved), currency),
                    after=Money(_after(moved), currency),
                )
        return
    for template, count in (
        (N_("takes away {what} of {source}"), table.units_gone),
        (N_("changes {what} of {source} back"), table.units_replaced),
        (N_("brings back {what} of {source}"), table.units_new),
    ):
        if count:
            yield Phrase(template, (("what", _units(table.table, count)), ("source", source)))
    for before, after in _moved(table.changes, "revenue"):
        yield say("revenue of these days: {before} becomes {after}", before=before, after=after)


def _units(table: str, count: int) -> Phrase:
    match table:
        case "ad_day":
            return say_n("{count} day", "{count} days", count)
        case "calls":
            return say_n("{count} call", "{count} calls", count)
        case "leads":
            return say_n("{count} lead", "{count} leads", count)
        case "sales":
            return say_n("{count} order", "{count} orders", count)
        case "rates":
            return say_n("{count} rate", "{count} rates", count)
        case "plan":
            return say_n("{count} line of the plan", "{count} lines of the plan", count)
        case "events":
            return say_n("{count} event", "{count} events", count)
        case "refunds":
            return say_n("{count} refund", "{count} refunds", count)
        case "series":
            return say_n("{count} value of a series", "{count} values of series", count)
        case _:
            return say_n("{count} note", "{count} notes", count)


def _joined(clauses: Sequence[Phrase]) -> Phrase:
    whole = clauses[-1]
    for clause in reversed(clauses[:-1]):
        whole = say("{clause}; {more}", clause=clause, more=whole)
    return say("{sentence}.", sentence=whole)


def _gained(changes: Iterable[DayChange], measure: str) -> Money | None:
    """What the days gain of a measure in all, where all of it is in one currency."""
    moved = list(_moved(changes, measure))
    if len(moved) != 1:
        return None
    before, after = moved[0]
    return Money(after.amount - before.amount, after.currency)


def _moved(changes: Iterable[DayChange], measure: str) -> Iterator[tuple[Money, Money]]:
    """A measure of all changed days before and after, currency by currency, where it moves."""
    known = [change for change in changes if change.measure == measure]
    for currency in _currencies(known):
        days = [change for change in known if change.currency == currency]
        if _before(days) != _after(days):
            yield Money(_before(days), currency), Money(_after(days), currency)


def _currencies(changes: Iterable[DayChange]) -> list[str]:
    return sorted({change.currency for change in changes})


def _count(days: Iterable[DayChange]) -> int:
    return sum(change.others or 1 for change in days)


def _before(days: Iterable[DayChange]) -> Decimal:
    return sum((Decimal(change.before or 0) for change in days), Decimal(0))


def _after(days: Iterable[DayChange]) -> Decimal:
    return sum((Decimal(change.after or 0) for change in days), Decimal(0))
