"""What a person is asked about a file that leaves two readings, each reading shown on the file's own rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

import duckdb

from dashboard.domain.phrase import Day as DayOf
from dashboard.domain.phrase import Number, Phrase, PhraseValue, Span, Term, say
from dashboard.domain.reading import Choice, Example, Outcome, Question, Reading
from dashboard.ingest.declaration import Format
from dashboard.ingest.periods import Stated
from dashboard.ingest.statements import rows, run

_SHOWN = 3
_ORDERS: dict[str, Phrase] = {"dmy": say("The day comes first"), "mdy": say("The month comes first")}
_MARKS: dict[str, Phrase] = {
    ".": say("The point is the decimal mark"),
    ",": say("The comma is the decimal mark"),
}
_UNITS: dict[str, Phrase] = {
    "units": say("Whole units of the currency"),
    "micros": say("Millionths of the currency's unit"),
}
Cells = Sequence[tuple[int, str]]


def about_dates(
    connection: duckdb.DuckDBPyConnection, cells: Cells, zone: str, month_first: bool
) -> Question:  # fmt: skip
    """Which of day and month comes first. `cells` are those that differ, with their lines."""
    choices = []
    for order in ("mdy", "dmy") if month_first else ("dmy", "mdy"):
        for name in ("moments", f"dates_{order}"):
            run(connection, name)
        choices.append(Choice(order, _ORDERS[order], _examples(connection, "example_days", cells, {"zone": zone})))
    return _question("date_order", choices)


def about_mark(connection: duckdb.DuckDBPyConnection, cells: Cells) -> Question:
    """Which mark parts off the fraction. `cells` are those that differ, with their lines."""
    choices = []
    for mark, name in ((".", "numbers_point"), (",", "numbers_comma")):
        for statement in (name, "money_units"):
            run(connection, statement)
        choices.append(Choice(mark, _MARKS[mark], _examples(connection, "example_amounts", cells, {})))
    return _question("decimal_mark", choices)


def about_unit(connection: duckdb.DuckDBPyConnection, cells: Cells) -> Question:
    """What one unit of the amounts is."""
    choices = []
    for unit in ("units", "micros"):
        for statement in ("numbers_point", f"money_{unit}"):
            run(connection, statement)
        choices.append(Choice(unit, _UNITS[unit], _examples(connection, "example_amounts", cells, {})))
    return _question("money_unit", choices)


def about_currency(sign: str, codes: Sequence[str], cells: Cells) -> Question:
    """Which of the currencies that share a sign it is."""
    choices = []
    for code in codes:
        rows_shown = tuple(Example(line, cell, code) for line, cell in cells[:1])
        choices.append(Choice(code, Phrase(code), rows_shown))
    return Question("currency", tuple(choices), say("Which currency is “{sign}” in this file?", sign=sign))


def about_period(period: Stated | None) -> Question:
    """Which days the file covers: chosen where its heading has two readings, typed where it has none."""
    choices = []
    if period is not None and period.is_open:
        for order, (first, last) in period.readings.items():
            row = Example(0, period.line.strip(), Span(first, last))
            choices.append(Choice(f"{first.isoformat()}/{last.isoformat()}", _ORDERS[order], (row,)))
    return _question("period", choices)


_ASKED: dict[str, Phrase] = {
    "date_order": say("Which comes first in the dates of this file, the day or the month?"),
    "decimal_mark": say("Which is the decimal mark in the numbers of this file?"),
    "money_unit": say("What are the amounts of this file counted in?"),
    "period": say("Which days does this file cover?"),
}


def _question(about: str, choices: Sequence[Choice]) -> Question:
    return Question(about, tuple(choices), _ASKED[about])


def _examples(
    connection: duckdb.DuckDBPyConnection, query: str, cells: Cells, parameters: dict[str, str]
) -> tuple[Example, ...]:
    shown = list({cell: line for line, cell in reversed(cells)}.items())[::-1][:_SHOWN]
    told = rows(connection, query, {"cells": [cell for cell, _ in shown], **parameters})
    meanings = {row["cell"]: row["meaning"] for row in told}
    return tuple(Example(line, cell, _value(meanings[cell])) for cell, line in shown)


def _value(meaning: object) -> PhraseValue:
    if isinstance(meaning, date):
        return DayOf(meaning)
    if isinstance(meaning, Decimal):
        return Number(meaning, decimals=0 if meaning == int(meaning) else 3)
    return None


def with_outcomes(asked: Reading, read_with: Callable[[dict[str, str]], Reading]) -> Reading:
    """The reading that asks, each choice with what it makes of the whole file; what else is open is the first choice.

    `read_with` reads the file with answers, and its rows are removed here.
    """
    usual = {question.about: question.choices[0].value for question in asked.questions if question.choices}
    usual.setdefault("period", "2000-01-01/2000-01-01")
    questions = []
    for question in asked.questions:
        choices = []
        for choice in question.choices:
            reading = read_with(usual | {question.about: choice.value})
            if reading.rows is not None:
                reading.rows.unlink(missing_ok=True)
            if reading.outcome is Outcome.READABLE:
                period = reading.period if question.about in ("date_order", "period") else None
                choice = replace(choice, totals=reading.totals, currency=reading.currency, period=period)
            choices.append(choice)
        questions.append(replace(question, choices=tuple(choices)))
    return replace(asked, questions=tuple(questions))


_ABOUT: dict[str, Phrase] = {
    "date_order": say("whether the day or the month comes first in its dates"),
    "decimal_mark": say("which mark is the decimal one in its numbers"),
    "money_unit": say("what one unit of its amounts is"),
    "currency": say("which currency its amounts are in"),
    "period": say("which days it covers"),
}


def sentence(called: str, form: Format, questions: Sequence[Question]) -> Phrase:
    """What the file does not say, and that a person must."""
    return say(
        "“{file}” was recognised as “{format}” and does not say {what}. Say it, or export the file so that it does. "
        "{export} Nothing was imported.",
        file=called, format=Term(form.label), export=Term(form.export),
        what=tuple(_ABOUT[question.about] for question in questions),
    )  # fmt: skip
