"""What is told of a file that was read: its totals, its own total beside them, and what a person must know."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from dashboard.domain.canonical import Kind
from dashboard.domain.phrase import N_, Money, Number, Percent, Phrase, Span, Term, say, say_n
from dashboard.domain.reading import Assumption, FileTotal, HiddenRows, Outcome, Reading, SettledBy
from dashboard.ingest import asking
from dashboard.ingest.headers import folded
from dashboard.ingest.job import Conversion
from dashboard.ingest.kinds import STEPS
from dashboard.ingest.own_figures import OwnFigures
from dashboard.ingest.remarks import in_words
from dashboard.ingest.writing import Writing

_TAIL = 1 << 14
_COUNTED_BY = {"callers": "phone", "target": "target"}  # what a call log without the column leaves unknown
_MEASURES = {"spend": N_("spend"), "clicks": N_("clicks"), "impressions": N_("impressions")}


def ended(job: Conversion, outcome: Outcome, phrase: Phrase) -> Reading:
    """A reading without rows."""
    form = job.found.form
    return Reading(
        job.called, job.sha256, outcome, form.name, form.kind, messages=(phrase,), columns=job.found.header,
        assumptions=job.assumptions,
    )  # fmt: skip


def asks(job: Conversion, writing: Writing) -> Reading:
    """A reading that needs a person's answers before its rows can be made."""
    form = job.found.form
    return Reading(
        job.called, job.sha256, Outcome.ASKS, form.name, form.kind, columns=job.found.header,
        assumptions=(*job.assumptions, *writing.assumptions), questions=writing.questions,
        messages=(asking.sentence(job.called, form, writing.questions),), same_kind=writing.same_kind,
    )  # fmt: skip


def told(
    job: Conversion,
    writing: Writing,
    path: Path,
    totals: dict[str, Any],
    rejected: int,
    currencies: list[dict[str, Any]],
    own: OwnFigures | None,
    remarks: list[dict[str, Any]],
) -> Reading:
    """What is said about the rows that now lie in `path`."""
    form = job.found.form
    steps = STEPS[form.kind]
    first, last = totals.pop("first_day"), totals.pop("last_day")
    last_start, spans = totals.pop("last_start", None), int(totals.pop("rows_of_spans", 0))
    kept = int(totals["rows"])
    codes = {row["currency"] or job.profile.currency for row in currencies if row["currency"] or row["amount"]}
    currency = (codes or {job.profile.currency}).pop() if steps.money and len(codes) < 2 else None
    own = own or OwnFigures({})
    messages = [*job.messages, *writing.messages, *map(Phrase, form.says), *own.messages]
    if _cut_off(job):
        messages.append(say("The last row of the file breaks off: the file may be cut. Export it again to be sure."))
    in_file = kept + rejected + sum(int(row["row_count"]) for row in remarks)
    if form.row_limit and in_file >= form.row_limit:
        messages.append(
            say(
                "The file has {count} rows, the most that {format} puts into one file: what comes after them is in "
                "another. Export shorter periods; a call that stands in two files counts once.",
                count=Number(in_file), format=Term(form.label),
            )
        )  # fmt: skip
    messages += [in_words(row["why"], int(row["row_count"])) for row in remarks]
    if len(codes) > 1:
        amounts = tuple(Money(Decimal(row["amount"]), row["currency"] or job.profile.currency) for row in currencies)
        messages.append(
            say("The file has amounts in several currencies, which are not added up: {amounts}.", amounts=amounts)
        )
    money = () if len(codes) > 1 else steps.money
    counted: dict[str, Decimal | int] = {
        key: Decimal(value) if key in money else int(value)
        for key, value in totals.items()
        if value is not None and (key in money or key not in steps.money)
    }
    if form.kind is Kind.ADS:
        missing = [measure for measure in _MEASURES if measure not in job.found.columns]
        counted = {key: value for key, value in counted.items() if key not in missing}
        if missing:
            names = tuple(Term(_MEASURES[measure]) for measure in missing)
            messages.append(say("The file has no column of these, and they stay unknown: {names}.", names=names))
    if form.kind is Kind.CALLS:
        unknown = {
            measure for measure, column in _COUNTED_BY.items() if column in form.columns.keys() - job.found.columns
        }
        counted = {key: value for key, value in counted.items() if key not in unknown}
    messages += _lacking(job)
    if twice := _headers_twice(job):
        messages.append(
            say("These headers stand in the file more than once, and the first column of each is read: {names}.",
                names=twice)
        )  # fmt: skip
    file_totals = _file_totals(own.stated, counted, kept)
    if rejected:
        messages.append(
            say_n(
                "{count} row was rejected; the list of rejected rows says why.",
                "{count} rows were rejected; the list of rejected rows says why.",
                count=rejected,
            )
        )
    if own.row_count is not None and own.row_count != kept + rejected:
        messages.append(
            say(
                "The file says that it has {stated} rows, and {read} were found: it may be cut. Export it again.",
                stated=Number(own.row_count), read=Number(kept + rejected),
            )
        )  # fmt: skip
    messages += [_hidden(hidden, currency) for hidden in own.hidden]
    if any(not total.agrees for total in file_totals):
        messages.append(say("The file's own total is not the sum of its rows."))
    if form.kind is Kind.ADS and "day" not in job.found.columns and writing.period:
        messages.append(
            say(
                "The rows have no day: each is kept as a whole for {period}. {export}",
                period=Span(*writing.period), export=Term(form.export),
            )
        )  # fmt: skip
    elif spans:
        messages.append(
            say_n(
                "{count} row covers more than one day: it is kept as a whole and spread over nothing. {export}",
                "{count} rows cover more than one day: they are kept as a whole and spread over nothing. {export}",
                spans,
                export=Term(form.export),
            )
        )
    days = (first, last) if isinstance(first, date) and isinstance(last, date) else None
    return Reading(
        job.called, job.sha256, Outcome.READABLE, form.name, form.kind, path, kept + rejected, kept, rejected,
        days, currency, counted, file_totals,
        (*job.assumptions, *writing.assumptions, *_days(writing, days), *_clicks(job)), tuple(messages),
        job.found.header, hidden=own.hidden, last_start=last_start, rows_of_spans=spans, same_kind=writing.same_kind,
    )  # fmt: skip


def _lacking(job: Conversion) -> Iterator[Phrase]:
    """What is counted otherwise where a column of the platform's export is not in the file."""
    asked, found = job.found.form.columns, job.found.columns
    for column in ("refunded", "order_refunded"):
        if column in asked and column not in found:
            yield say("The file has no column “{header}”: refunds are not taken off.", header=asked[column][0])
    if job.found.form.kind is not Kind.CALLS:
        return
    if "talk" in asked and "talk" not in found and "duration" in found:
        yield say("The file has no column “{header}”: a call's ringing counts as talk.", header=asked["talk"][0])
    if "parent_id" in asked and "parent_id" not in found:
        yield say(
            "The file has no column “{header}”: a call that was passed on counts once for each of its parts.",
            header=asked["parent_id"][0],
        )
    lost = tuple(asked[column][0] for column in ("from_extension", "to_extension") if column in asked.keys() - found)
    if lost:
        yield say(
            "Without these columns calls within the firm, calls out and calls in cannot all be told apart: {names}.",
            names=lost,
        )
    if "phone" not in found:
        yield say("The file has no column of the telephone: how many different people called stays unknown.")


def _cut_off(job: Conversion) -> bool:
    """Whether the text ends without a line's end, within a row that is shorter than the header."""
    if job.grid.text is None:
        return False
    with job.grid.text.open("rb") as file:
        file.seek(max(file.seek(0, os.SEEK_END) - _TAIL, 0))
        _, line_end, last = file.read().decode("utf-8", errors="replace").rpartition("\n")
    if not line_end:  # one line longer than what was looked at
        return False
    return 1 < len(last.split(job.grid.delimiter)) < len(job.found.header)


def _days(writing: Writing, days: tuple[date, date] | None) -> tuple[Assumption, ...]:
    """The days of a file whose rows say them; those of a file without any were decided before."""
    if days is None or any(made.about == "period" for made in writing.assumptions):
        return ()
    because = say("The rows say their days.")
    return (Assumption("period", f"{days[0].isoformat()}/{days[1].isoformat()}", because, SettledBy.FILE),)


def _headers_twice(job: Conversion) -> tuple[str, ...]:
    """The headers read that name several columns: which of them is meant, nobody can know."""
    found = job.found
    read = [found.header[place] for places in found.columns.values() for place in places[:1]]
    every = Counter(map(folded, found.header))
    return tuple(dict.fromkeys(header.strip() for header in read if every[folded(header)] > 1))


def _clicks(job: Conversion) -> tuple[Assumption, ...]:
    """Which of the platform's clicks are meant: they differ by more than their names."""
    places = job.found.columns.get("clicks", ()) if job.found.form.kind is Kind.ADS else ()
    return (Assumption("clicks", job.found.header[places[0]].strip()),) if places else ()


def _hidden(hidden: HiddenRows, currency: str | None) -> Phrase:
    """What the file leaves out, and what follows for days that are in the store already."""
    is_money = hidden.measure == "spend" and currency
    return say(
        "“{name}” are not in the file row by row: {measure} {amount}, which is {share} of all. "
        "For the full figures export a report by campaigns.",
        name=hidden.name,
        amount=Money(hidden.amount, currency) if is_money and currency else Number(hidden.amount),
        measure=Term(_MEASURES[hidden.measure]),
        share=Percent(hidden.share) if hidden.share is not None else "—",
    )


def _file_totals(
    stated: dict[str, Decimal | int | None], counted: dict[str, Decimal | int], kept: int
) -> tuple[FileTotal, ...]:
    """The file's first totals row beside ours. Platforms round each row, so money may differ by half a cent a row."""
    found = []
    for measure, value in stated.items():
        if value is None or measure not in counted:
            continue
        ours = Decimal(counted[measure])
        leeway = max(Decimal("0.01"), kept * Decimal("0.005")) if measure == "spend" else Decimal(0)
        found.append(FileTotal(measure, Decimal(value), ours, abs(Decimal(value) - ours) <= leeway))
    return tuple(found)
