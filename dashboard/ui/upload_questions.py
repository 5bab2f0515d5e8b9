"""What a file leaves open, asked beside both readings of its own rows; answered, the file is read again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import streamlit as st

from dashboard.domain.phrase import N_, Day
from dashboard.domain.reading import Choice, Example, Outcome, Question, Reading, SettledBy
from dashboard.i18n import _, current
from dashboard.ui import upload
from dashboard.ui.markup import Markup, draw, said, tag
from dashboard.ui.plain import plain
from dashboard.ui.tone import MARKS
from dashboard.uploads.held import HeldFile

_MONEY = {
    "spend": N_("Spend"),
    "revenue": N_("Revenue"),
    "paid": N_("Paid"),
    "net_revenue": N_("Revenue after refunds"),
}


def show(held: HeldFile) -> None:
    """Draws the questions of a file that asks; of one that was read by answers, the way back to them."""
    reading = held.offered.reading if held.offered else None
    if reading is None:
        return
    if reading.outcome is Outcome.ASKS and reading.questions:
        _ask(held, reading)
        return
    answered = held.answers and any(made.settled_by is SettledBy.PERSON for made in reading.assumptions)
    if answered and st.button(_("Answer anew"), key=f"sv-anew-{held.key}", help=held.file):
        upload.ask_again(held)


def _ask(held: HeldFile, reading: Reading) -> None:
    given = asked(reading, held.key)
    if given is not None:
        upload.read_again(held, answers=given)


def asked(reading: Reading, key: str) -> dict[str, str] | None:
    """Draws the questions that are open; gives the answers once a person has given all of them, and said so."""
    given: dict[str, str] = {}
    for question in reading.questions:
        answer = _answer(f"sv-answer-{key}-{question.about}", question)
        if answer is not None:
            given[question.about] = answer
    if not st.button(_("Read the file so"), key=f"sv-answered-{key}", help=reading.file):
        return None
    if len(given) == len(reading.questions):
        return given
    draw(_still([question for question in reading.questions if question.about not in given]))
    return None


def _still(questions: Sequence[Question]) -> Markup:
    text = (
        _("Choose a reading first. Nothing was read yet.")
        if any(question.choices for question in questions)
        else _("Choose the first and the last day first, in that order. Nothing was read yet.")
    )
    return tag("p", MARKS["bad"], " ", text, cls="sv-bad", role="alert")


def _answer(key: str, question: Question) -> str | None:
    label = said(question.asks) or question.about
    draw(tag("p", label, cls="sv-asked"))
    draw(_readings(question))
    if not question.choices:
        return _days(key)
    values = [choice.value for choice in question.choices]
    labels = {choice.value: _label(question, choice) for choice in question.choices}
    chosen: str | None = st.radio(
        label, values, index=None, format_func=labels.__getitem__, key=key, label_visibility="collapsed"
    )
    return chosen


def _label(question: Question, choice: Choice) -> str:
    """A choice in words, with the example that tells it from the others."""
    words = current().currency(choice.value) if question.about == "currency" else said(choice.label) or ""
    example = next(iter(choice.rows), None)
    if example is None or question.about == "currency":
        return words
    return plain(f"{words}: {example.cell} → {_meaning(example)}")


def _days(key: str) -> str | None:
    form = "DD.MM.YYYY" if current().code == "ru" else "YYYY-MM-DD"
    left, right = st.columns(2)
    first = left.date_input(_("First day"), value=None, format=form, key=f"{key}-first")
    last = right.date_input(_("Last day"), value=None, format=form, key=f"{key}-last")
    if isinstance(first, date) and isinstance(last, date) and first <= last:
        return f"{first.isoformat()}/{last.isoformat()}"
    return None


def _readings(question: Question) -> Markup:
    """The file's own rows, and what each of them means by each reading; below, what the whole file comes to."""
    if not question.choices or question.about in ("currency", "mapping"):
        return Markup()
    head = [tag("th", _("At line"), scope="col", cls="sv-num"), tag("th", _("In the file"), scope="col")]
    head += [tag("th", said(choice.label), scope="col") for choice in question.choices]
    rows = []
    for place, example in enumerate(question.choices[0].rows):
        meanings = [_meaning(choice.rows[place]) for choice in question.choices]
        line = str(example.line) if example.line else ""
        rows.append(
            tag("tr", tag("td", line, cls="sv-num"), tag("td", example.cell), *(tag("td", cell) for cell in meanings))
        )
    rows += [
        tag("tr", tag("td"), tag("th", name, scope="row"), *(tag("td", cell) for cell in cells), cls="sv-sum")
        for name, cells in _outcomes(question)
    ]
    table = tag("table", tag("thead", tag("tr", *head)), tag("tbody", *rows), cls="sv-readings")
    return tag("div", table, cls="sv-scrolls", tabindex="0", role="region", aria_label=said(question.asks))


def _meaning(example: Example) -> str:
    meaning = example.meaning
    return current().day(meaning.day, short=True) if isinstance(meaning, Day) else current().value(meaning)


def _outcomes(question: Question) -> list[tuple[str, list[str]]]:
    """What differs between the readings of the whole file: its days, its money."""
    found = []
    periods = [choice.period for choice in question.choices if choice.period]
    if question.about == "date_order" and len(periods) == len(question.choices):
        found.append((_("All days"), [current().span(*period, short=True) for period in periods]))
    for measure, label in _MONEY.items():
        if len({choice.totals.get(measure) for choice in question.choices}) > 1:
            found.append((_(label), [_amount(choice, measure) for choice in question.choices]))
    return found


def _amount(choice: Choice, measure: str) -> str:
    amount: Decimal | int | None = choice.totals.get(measure)
    return current().money(amount, choice.currency) if choice.currency else current().number(amount)
