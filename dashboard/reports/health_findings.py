"""What a person should settle about the sources, each in a sentence with its days, its size and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from dashboard.domain import health
from dashboard.domain.coverage import DayState
from dashboard.domain.health import Finding, Weight
from dashboard.domain.phrase import N_, Day, Money, Number, Percent, Phrase, Term, say, say_n
from dashboard.reports.health_sources import Gap, Leap, SourceHealth

_SHOWN_PER_SOURCE = 3
_AMOUNTS = {"ads": N_("spend"), "sales": N_("revenue"), "orders": N_("revenue"), "deals": N_("revenue")}


def of_source(source: SourceHealth, currency: str) -> Iterator[Finding]:
    """Everything about one source, the newest gaps and leaps only."""
    if source.stale:
        yield _stale(source)
    for gap in source.gaps[-_SHOWN_PER_SOURCE:]:
        yield _missing(source, gap)
    if DayState.PARTIAL in source.states:
        yield _partial(source)
    for leap in source.leaps[-_SHOWN_PER_SOURCE:]:
        yield _leap(source, leap, currency)
    yield from _rejected(source)


def unconverted(rows: Iterable[Mapping[str, Any]]) -> Iterator[Finding]:
    """Amounts in another currency that stand in no figure."""
    for row in rows:
        yield Finding(
            id="no_rate",
            weight=Weight.FAULT,
            what=say_n(
                "{amount} of {what} on {count} day has no rate, so it stands in no figure.",
                "{amount} of {what} on {count} days has no rate, so it stands in no figure.",
                int(row["day_count"]),
                amount=Money(row["amount"], row["currency"]),
                what=Term(_AMOUNTS.get(row["kind"], "amounts")),
            ),
            todo=say("Type in the rate of these days, or upload a table of rates."),
            owner=health.AGENCY,
            screen="upload",
        )


def unmatched_refunds(rows: Iterable[Mapping[str, Any]], currency: str) -> Iterator[Finding]:
    """Refunds from accounting whose sale is not here, or whose currency has no rate, so that no figure has them."""
    for row in rows:
        if row["fate"] != "unmatched":
            continue
        yield Finding(
            id="unmatched_refunds",
            weight=Weight.FAULT,
            what=say_n(
                "{count} refund from accounting, {amount}, has no sale here, so it stands in no figure.",
                "{count} refunds from accounting, {amount}, have no sale here, so they stand in no figure.",
                int(row["row_count"]),
                amount=Money(row["amount"], currency, short=True),
            ),
            todo=say("Compare their order numbers with those of the sales, or upload the sales of the days they lack."),
            owner=health.CLIENT,
            screen="upload",
            worth=Decimal(row["amount"]),
        )


def nothing_imported() -> Finding:
    """A client without a single source."""
    return Finding(
        id="nothing_imported",
        weight=Weight.FAULT,
        what=say("Nothing has been uploaded yet."),
        todo=say("Upload the first exports: ads, calls, and what was sold."),
        owner=health.AGENCY,
        screen="upload",
    )


def _stale(source: SourceHealth) -> Finding:
    return Finding(
        id="stale_source",
        weight=Weight.FAULT,
        what=say_n(
            "{source}: no data after {day}, {count} day behind; agreed: {agreed}.",
            "{source}: no data after {day}, {count} days behind; agreed: {agreed}.",
            source.age_days,
            source=source.name,
            day=Day(source.last_day),
            agreed=Number(source.agreed_days),
        ),
        todo=_export(source),
        owner=health.owner_of(source.kind),
        screen="upload",
        since=source.last_day,
    )


def _missing(source: SourceHealth, gap: Gap) -> Finding:
    what = say_n(
        "{source}: no rows for {days}, {count} day; totals of that day are too low.",
        "{source}: no rows for {days}, {count} days; totals of these days are too low.",
        gap.days.days,
        source=source.name,
        days=gap.days.span,
    )
    if gap.why:
        return Finding(
            id="missing_days",
            weight=Weight.LOOK,
            what=what,
            todo=say("Known: “{why}”. If they can be exported by now, upload these days.", why=gap.why.rstrip(".")),
            owner=health.owner_of(source.kind),
            screen="upload",
            since=gap.days.first,
        )
    return Finding(
        id="missing_days",
        weight=Weight.FAULT,
        what=what,
        todo=say("Export these days again and upload them, or upload an event that says why there are none."),
        owner=health.owner_of(source.kind),
        screen="upload",
        since=gap.days.first,
    )


def _partial(source: SourceHealth) -> Finding:
    return Finding(
        id="partial_day",
        weight=Weight.LOOK,
        what=say(
            "{source}: the file was made before {day} was over, so that day is not whole.",
            source=source.name,
            day=Day(source.last_day),
        ),
        todo=say("Export that day again once it is over, and upload it."),
        owner=health.owner_of(source.kind),
        screen="upload",
        since=source.last_day,
    )


def _leap(source: SourceHealth, leap: Leap, currency: str) -> Finding:
    jump = leap.jump
    money = source.kind == "ads"

    def amount(value: float) -> Money | Number:
        return Money(leap_amount(value), currency, short=True) if money else Number(round(value))

    template = (
        N_("{source}, {days}: spend is {share} against the usual, {now} instead of {then}.")
        if money
        else N_("{source}, {days}: {share} against the usual, {now} instead of {then}.")
    )
    return Finding(
        id="jump",
        weight=Weight.LOOK,
        what=say(
            template,
            source=source.name,
            days=jump.days.span,
            share=Percent(round(jump.share, 3), signed=True),
            now=amount(jump.now),
            then=amount(jump.then),
        ),
        todo=_explained(leap),
        owner=health.owner_of(source.kind),
        screen="campaigns",
        since=jump.days.first,
        worth=leap.worth,
    )


def leap_amount(value: float) -> Decimal:
    """A total as money, to the hundredth."""
    return Decimal(round(value * 100)) / 100


def _explained(leap: Leap) -> Phrase:
    if leap.noted:
        return say(
            "Noted on {day}: “{event}”. If that explains it, nothing is to be done.",
            day=Day(leap.noted.day),
            event=leap.noted.text.rstrip("."),
        )
    return say("Compare with the platform's own total. If it is true, upload an event, so that readers know why.")


def _rejected(source: SourceHealth) -> Iterator[Finding]:
    share = source.rejected_share
    if share is None or share < health.REJECTED_TO_LOOK_AT or source.rows_rejected < health.FEWEST_REJECTED:
        return
    yield Finding(
        id="rejected_rows",
        weight=Weight.FAULT if share >= health.REJECTED_TOO_MANY else Weight.LOOK,
        what=say_n(
            "{source}: {count} row of {rows} in recent files ({share}) was rejected.",
            "{source}: {count} rows of {rows} in recent files ({share}) were rejected.",
            source.rows_rejected,
            source=source.name,
            rows=Number(source.rows_read),
            share=Percent(share),
        ),
        todo=say("Look at the rejected rows and their reasons, correct the export, and upload it again."),
        owner=health.owner_of(source.kind),
        screen="imports",
    )


def _export(source: SourceHealth) -> Phrase:
    if health.owner_of(source.kind) == health.CLIENT:
        return say("Ask the client for the newest export, and upload it.")
    return say("Export the newest days, and upload them.")
