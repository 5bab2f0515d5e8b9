"""What is asked of a series, and every reason for which no answer may be given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import numpy as np

from dashboard.domain.counterfactual.mixture import Floats
from dashboard.domain.counterfactual.placebos import FEWEST, Placebos, pseudo_starts
from dashboard.domain.counterfactual.regressors import Unit, filled
from dashboard.domain.phrase import Day, Number, Percent, Phrase, say, say_n

LEAST_WEEKS = 52
LEAST_DAYS = 90
LONGEST_DAYS = 30  # of a horizon counted in days
TIMES_LONGER = 3  # the time before, against the horizon
MOST_MISSING = 0.10
FEWEST_SALES = 30
WORST_HELD_OUT = 0.20
LEAST_COVERED = 0.70


@dataclass(frozen=True)
class Control:
    """A series that ads cannot move. `moved_by` says what else moved it since the start, '' if nothing did."""

    name: Phrase | str
    values: tuple[float | None, ...]
    moved_by: str = ""


@dataclass(frozen=True)
class Question:
    """A series in equal steps from the day `first`; what began, began at step `before`.

    `observed` is None where a step is not known; `sales` is how many sales each step holds. `by_source` names a series
    that only counts what is credited to a source; `changed_on` is when that credit began to be given otherwise.
    """

    unit: Unit
    first: date
    observed: tuple[float | None, ...]
    sales: tuple[int, ...]
    before: int
    controls: tuple[Control, ...]
    by_source: bool = False
    changed_on: date | None = None

    @property
    def horizon(self) -> int:
        """How many steps there are since the start."""
        return len(self.observed) - self.before

    @property
    def series(self) -> Floats:
        """What was observed, nan where it is not known."""
        return np.array([np.nan if value is None else value for value in self.observed], dtype=float)

    @property
    def usable(self) -> tuple[Control, ...]:
        """The controls that vary, are known throughout (gaps within are bridged), and that nothing else moved."""
        return tuple(
            control for control in self.controls if not control.moved_by and _is_whole(control, len(self.observed))
        )


@dataclass(frozen=True)
class Refusal:
    """Why nothing may be said; `key` tells the reasons apart."""

    key: str
    text: Phrase


def refusals(question: Question) -> Iterator[Refusal]:
    """Every reason that can be seen before anything is computed."""
    yield from _short(question)
    yield from _controls(question)
    yield from _missing(question)
    yield from _credited(question)
    sold = sum(question.sales[question.before :])
    if question.horizon > 0 and sold < FEWEST_SALES:
        text = say_n(
            "Only {count} sale since the start: it takes {least} to tell anything.",
            "Only {count} sales since the start: it takes {least} to tell anything.",
            sold,
            least=Number(FEWEST_SALES),
        )
        yield Refusal("few_sales", text)


def failed(placebos: Placebos | None) -> Iterator[Refusal]:
    """Every reason that only the placebos show."""
    if placebos is None:
        text = say(
            "The time before the start is too short for {count} trials at days when nothing began.",
            count=Number(FEWEST),
        )
        yield Refusal("placebos_few", text)
        return
    if placebos.held_out > WORST_HELD_OUT:
        text = say(
            "Foretelling times at which nothing began, the model was wrong by {error} on average; {most} is the most "
            "that is allowed.",
            error=Percent(placebos.held_out),
            most=Percent(WORST_HELD_OUT),
        )
        yield Refusal("held_out", text)
    if placebos.covered < LEAST_COVERED:
        text = say(
            "At times when nothing began, what came lay within the model's range in {share} of the trials only; at "
            "least {least} must.",
            share=Percent(placebos.covered),
            least=Percent(LEAST_COVERED),
        )
        yield Refusal("not_covered", text)


def _short(question: Question) -> Iterator[Refusal]:
    if question.unit is Unit.WEEK and question.before < LEAST_WEEKS:
        text = say_n(
            "There is {count} week of data before the start: it takes {least}.",
            "There are {count} weeks of data before the start: it takes {least}.",
            question.before,
            least=Number(LEAST_WEEKS),
        )
        yield Refusal("short", text)
    if question.unit is Unit.DAY and question.before < LEAST_DAYS:
        text = say_n(
            "There is {count} day of data before the start: it takes {least}.",
            "There are {count} days of data before the start: it takes {least}.",
            question.before,
            least=Number(LEAST_DAYS),
        )
        yield Refusal("short", text)
    if question.unit is Unit.DAY and question.horizon > LONGEST_DAYS:
        text = say(
            "Counted by the day, no more than {most} days since the start can be told of.", most=Number(LONGEST_DAYS)
        )
        yield Refusal("long", text)
    if question.before < TIMES_LONGER * question.horizon:
        text = say(
            "The time before the start is {before} steps, and since then there are {horizon}: it takes three times as "
            "many before.",
            before=Number(question.before),
            horizon=Number(question.horizon),
        )
        yield Refusal("ratio", text)
    elif question.horizon < 1:
        yield Refusal("nothing_since", say("No whole step since the start has data yet."))
    elif len(pseudo_starts(question.before, question.horizon)) < FEWEST:
        yield from failed(None)


def _controls(question: Question) -> Iterator[Refusal]:
    moved = [control for control in question.controls if control.moved_by]
    if question.usable:
        return
    for control in moved:
        text = say(
            "A control was moved by something else since the start ({control}: {event}).",
            control=control.name,
            event=control.moved_by,
        )
        yield Refusal("control_moved", text)
    if not moved:
        text = say(
            "There is no series beside the sales that the ads cannot have moved, such as searches for the goods "
            "without the brand, goods that were never advertised, or regions without ads."
        )
        yield Refusal("no_control", text)


def _missing(question: Question) -> Iterator[Refusal]:
    missing = sum(value is None for value in question.observed)
    if missing > MOST_MISSING * len(question.observed):
        text = say(
            "{share} of the time has no sales data; at most {most} may be missing.",
            share=Percent(Decimal(missing) / len(question.observed)),
            most=Percent(MOST_MISSING),
        )
        yield Refusal("missing", text)


def _credited(question: Question) -> Iterator[Refusal]:
    changed = question.changed_on
    if not question.by_source or changed is None:
        return
    if question.first <= changed < question.unit.day(question.first, len(question.observed)):
        text = say(
            "How sales are credited to their sources changed on {day}: only all sales together can be compared.",
            day=Day(changed),
        )
        yield Refusal("credit_changed", text)


def _is_whole(control: Control, steps: int) -> bool:
    values = filled(control.values)
    known = sum(value is not None for value in control.values)
    whole = len(values) == steps and bool(np.isfinite(values).all())
    return whole and known >= (1 - MOST_MISSING) * steps and float(np.ptp(values)) > 0
