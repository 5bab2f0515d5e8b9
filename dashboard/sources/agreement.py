"""What a person agreed a sheet to be, and what is no longer so.

A sheet that is not what was agreed is never taken in unasked: somebody renamed, emptied or rearranged it, for a reason
that only people know.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field

from dashboard.domain.phrase import Number, Percent, Phrase, say, say_n
from dashboard.domain.reading import Outcome, Reading
from dashboard.sources.asking import to_be_asked
from dashboard.warehouse.records import Preview

# Decided for the whole table: with another one the same cells mean other days, or other money. Not the decimal mark:
# a sheet's numbers have none, and what is typed as text beside them may have either.
_DECISIONS = ("date_order", "currency", "vat", "time_zone", "money_unit")
_FEWER_THAN = 0.5  # of the rows that were there
_FEW = 20  # units: below this, much of it may change on any day
_MUCH = 0.5  # of the units that the table carries
_REJECTED_MUCH = 0.1  # of the rows


@dataclass(frozen=True)
class Agreed:
    """The sheet as a person saw it and said yes. `rows` is how many it had when it was last taken in."""

    document: str
    tab: str
    headers: tuple[str, ...]
    format: str
    rows: int
    rejected: int = 0
    decisions: dict[str, str] = field(default_factory=dict)
    replaced_at_most: float = 0.0  # the largest share of its units that one refresh has replaced
    answers: dict[str, str] = field(default_factory=dict)

    def as_json(self) -> str:
        """For the store."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Agreed:
        """What `as_json` wrote."""
        kept = json.loads(text)
        return cls(**{**kept, "headers": tuple(kept["headers"])})


def agreed(document: str, tab: str, reading: Reading, answers: dict[str, str]) -> Agreed:
    """What a yes to this reading agrees to."""
    return Agreed(
        document,
        tab,
        reading.columns,
        reading.format or "",
        reading.rows_read,
        reading.rows_rejected,
        decisions(reading),
        answers=answers,
    )


def decisions(reading: Reading) -> dict[str, str]:
    """What was decided for the whole table and changes what its cells mean."""
    return {one.about: one.decided for one in reading.assumptions if one.about in _DECISIONS}


def renamed(before: Agreed, document: str, tab: str) -> tuple[Phrase, ...]:
    """Whether the document or the tab is called otherwise now."""
    return tuple(
        say("It was called “{before}” and is now called “{now}”.", before=then, now=now)
        for then, now in ((before.document, document), (before.tab, tab))
        if then != now
    )


def emptied(before: Agreed, rows: int) -> tuple[Phrase, ...]:
    """Whether most of the rows are gone."""
    if rows == 0:
        return (
            say_n("The sheet is empty: it had {count} row.", "The sheet is empty: it had {count} rows.", before.rows),
        )
    if rows < before.rows * _FEWER_THAN:
        return (
            say(
                "More than half of the rows are gone: there are {now}, and there were {before}.",
                now=Number(rows),
                before=Number(before.rows),
            ),
        )
    return ()


def rearranged(before: Agreed, headers: tuple[str, ...]) -> tuple[Phrase, ...]:
    """Whether columns were renamed, removed, added or put into another order."""
    if headers == before.headers:
        return ()
    gone = tuple(header for header in before.headers if header not in headers)
    new = tuple(header for header in headers if header not in before.headers)
    if gone and new:
        return (say("Columns were renamed: {gone} are gone, and {new} are new.", gone=gone, new=new),)
    if gone:
        return (say("Columns are gone: {gone}.", gone=gone),)
    if new:
        return (say("Columns were added: {new}.", new=new),)
    return (say("The columns stand in another order: {headers}.", headers=headers),)


def otherwise(before: Agreed, reading: Reading) -> tuple[Phrase, ...]:
    """Everything about the table that is no longer as agreed, most telling first."""
    if reading.outcome is Outcome.EMPTY:
        return emptied(before, 0)
    if moved := rearranged(before, reading.columns):
        return moved
    if asked := to_be_asked(reading):
        return asked
    return (*_read_otherwise(before, reading), *emptied(before, reading.rows_read), *_rejects(before, reading))


def _read_otherwise(before: Agreed, reading: Reading) -> Iterator[Phrase]:
    if reading.format != before.format:
        yield say("It is recognised as another kind of table than before.")
        return
    now = decisions(reading)
    for about, decided in before.decisions.items():
        if about in now and now[about] != decided:
            yield say(
                "Its cells read otherwise than before: {before} was decided then, {now} now.",
                before=decided,
                now=now[about],
            )


def _rejects(before: Agreed, reading: Reading) -> Iterator[Phrase]:
    share, then = _share(reading.rows_rejected, reading.rows_read), _share(before.rejected, before.rows)
    if share > max(_REJECTED_MUCH, 2 * then):
        yield say("{share} of its rows cannot be taken, far more than before.", share=Percent(share))


def replaces_much(before: Agreed, preview: Preview) -> tuple[Phrase, ...]:
    """Whether far more would be replaced than this sheet has ever replaced unasked."""
    share = replaced_share(preview)
    if preview.units_replaced < _FEW or share <= max(_MUCH, 2 * before.replaced_at_most):
        return ()
    return (
        say(
            "It would replace {count} records, {share} of all it has: far more than usual.",
            count=Number(preview.units_replaced),
            share=Percent(share),
        ),
    )


def replaced_share(preview: Preview) -> float:
    """How much of what the table carries replaces something that is there."""
    return _share(preview.units_replaced, preview.units_new + preview.units_replaced + preview.units_identical)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
