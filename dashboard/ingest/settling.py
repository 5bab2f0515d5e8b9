"""What a decision about a whole file rests on, in the order in which it is looked for; a file that has none asks."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from dashboard.domain.phrase import Phrase, PhraseValue, Span, Term, say
from dashboard.domain.reading import Assumption, SettledBy
from dashboard.ingest.decisions import (
    date_order,
    day_by,
    decimal_mark,
    differs,
    is_open,
    mark_evidence,
    order_within,
    with_full_stops,
)
from dashboard.ingest.declaration import Format
from dashboard.ingest.headers import folded
from dashboard.ingest.job import Conversion
from dashboard.ingest.neighbours import Rows, mark_by_neighbours, order_by_neighbours
from dashboard.ingest.periods import Stated

ROWS_BESIDE = 2_000


@dataclass(frozen=True)
class Settled:
    """A decision for the whole file: what, on what it rests, and why in words."""

    decided: str
    by: SettledBy
    because: Phrase | None = None

    def told(self, about: str) -> Assumption:
        """The decision as it is shown and kept."""
        return Assumption(about, self.decided, self.because, self.by)


Way = Callable[[], Settled | None]


def first_of(*ways: Way) -> Settled | None:
    """What the first way that leads anywhere gives; the later ones are not even tried."""
    return next((settled for way in ways if (settled := way())), None)


@dataclass(frozen=True)
class Case:
    """One file whose writing is to be decided. `above` are the lines above its header, `period` what they state."""

    job: Conversion
    same_kind: str
    above: tuple[str, ...]
    period: Stated | None
    dated: tuple[str, ...] = field(default=())

    @property
    def form(self) -> Format:
        """What the file was recognised as."""
        return self.job.found.form

    @cached_property
    def rows(self) -> Rows:
        """The first rows with every column of the file. Read only where something is open."""
        found = self.job.found
        records = self.job.grid.sample(found.record, ROWS_BESIDE)
        totals = re.compile(f"({'|'.join(map(re.escape, self.form.total_marks))})")
        return Rows(found.header, found.columns, records, totals, len(records) < ROWS_BESIDE)

    def answered(self, about: str) -> Settled | None:
        """What a person said; a mapping's option is a person's word too."""
        if about in self.job.answers:
            return Settled(self.job.answers[about], SettledBy.PERSON, say("A person said so."))
        return None

    def mapped(self, decided: str | None) -> Settled | None:
        """What the mapping says, where the file is read by one."""
        if decided and self.is_mapped:
            return Settled(decided, SettledBy.PERSON, say("The mapping says so."))
        return None

    @property
    def is_mapped(self) -> bool:
        """Whether a person said which column is which."""
        return self.form.name == f"plain_{self.form.kind}"

    def before(self, about: str, allowed: Sequence[str] = ()) -> Settled | None:
        """What the newest file of the same kind was decided to be."""
        for earlier in self.job.decided_before:
            if earlier.same_kind == self.same_kind and earlier.about == about:
                if allowed and earlier.decided not in allowed:
                    continue
                because = say("So it was in “{file}”, an export of the same kind.", file=earlier.file)
                return Settled(earlier.decided, SettledBy.BEFORE, because)
        return None

    def vendor(self, decided: str | None) -> Settled | None:
        """What the export always does."""
        if not decided:
            return None
        return Settled(decided, SettledBy.VENDOR, say("{format} always writes it so.", format=Term(self.form.label)))


def same_kind(form: Format, account: str, header: Sequence[str]) -> str:
    """Equal for exports that are written alike."""
    parts = [form.name, form.stored_as, account]
    if form.name.startswith("plain_"):
        headers = "\n".join(sorted(folded(cell) for cell in header if cell.strip()))
        parts.append(hashlib.sha256(headers.encode()).hexdigest()[:12])
    return "|".join(parts)


def settle_dates(case: Case, written: Sequence[str]) -> tuple[Settled | None, int]:
    """The order of day and month, and how many dates speak against it; None where the person must be asked."""
    order, any_open, against = date_order(written)
    habit = case.form.date_order if case.form.date_order in ("dmy", "mdy") else None
    open_ones = [cell for cell in written if differs(cell)]
    if order:
        within = _by_period(case, written) if open_ones and not with_full_stops(open_ones) else None
        if within and within.decided == order:  # it settles every date, the file's clear ones only their own
            return within, against
        return Settled(order, SettledBy.FILE, _proving(order, written)), against
    if not any_open:
        return Settled(case.form.date_order or "ymd", SettledBy.USUAL), 0
    if not open_ones:
        return Settled(habit or "dmy", SettledBy.USUAL, say("Every date is the same day in either order.")), 0
    return first_of(
        lambda: case.answered("date_order"),
        lambda: case.mapped(habit),
        lambda: _by_period(case, written),
        lambda: _beside(order_by_neighbours(case.rows, case.dated)),
        lambda: _with_full_stops(open_ones),
        lambda: case.before("date_order", ("dmy", "mdy")),
        lambda: case.vendor(habit),
    ), 0


def _proving(order: str, written: Sequence[str]) -> Phrase:
    if order == "ymd":
        return say("All dates are written so.")
    other = "mdy" if order == "dmy" else "dmy"
    cell = next((cell for cell in written if day_by(cell, order) and not day_by(cell, other)), None)
    if cell is None:  # a day that no month has: 31.02.2026
        cell = next(cell for cell in written if date_order([cell])[0] == order)
    return say("“{cell}” is a day in this order alone.", cell=cell[:10])


def _by_period(case: Case, written: Sequence[str]) -> Settled | None:
    order = order_within(written, case.period.readings) if case.period else None
    if order is None or case.period is None:
        return None
    period: PhraseValue = Span(*case.period.readings[order])
    if case.period.line in case.above:
        because = say("Only so the dates lie within the period above the header, {period}.", period=period)
    else:
        because = say("Only so the dates lie within the period of the file's name, {period}.", period=period)
    return Settled(order, SettledBy.PERIOD, because)


def _beside(found: tuple[str, Phrase] | None) -> Settled | None:
    return Settled(found[0], SettledBy.NEIGHBOURS, found[1]) if found else None


def _with_full_stops(open_ones: Sequence[str]) -> Settled | None:
    if not with_full_stops(open_ones):
        return None
    return Settled("dmy", SettledBy.VENDOR, say("With full stops, dates are written with the day first."))


def settle_mark(
    case: Case,
    counts: Sequence[str],
    others: Sequence[str],
    beyond: Callable[[], Sequence[str]],
    any_open_beyond: Callable[[], bool],
) -> tuple[Settled | None, int]:
    """The decimal mark, and how many numbers speak against it; None where the person must be asked.

    `beyond` gives clear numbers of the whole file, where the sample is not all of it; `any_open_beyond` says whether it
    has open ones. Both read the whole file, and are asked only where the sample proves nothing.
    """
    if case.job.grid.decimal_mark:
        return Settled(case.job.grid.decimal_mark, SettledBy.FILE, say("The file keeps numbers as numbers.")), 0
    mark, against = decimal_mark(counts, others)
    if mark is None:
        counts, others = (), beyond() or others
        mark, against = decimal_mark((), others)
    if mark:
        cells = ((cell, True) for cell in counts), ((cell, False) for cell in others)
        proof = next(cell for part in cells for cell, whole in part if mark_evidence(cell, whole) == mark)
        return Settled(mark, SettledBy.FILE, say("“{cell}” is a number in this reading alone.", cell=proof)), against
    if not any(is_open(cell) for cell in others) and not any_open_beyond():
        return Settled(case.form.decimal_mark or ".", SettledBy.USUAL, say("No number has a fraction.")), 0
    return first_of(
        lambda: case.answered("decimal_mark"),
        lambda: case.mapped(case.form.decimal_mark),
        lambda: _beside(mark_by_neighbours(case.rows)),
        lambda: case.before("decimal_mark", (".", ",")),
        lambda: case.vendor(case.form.decimal_mark),
    ), 0
