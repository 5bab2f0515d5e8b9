"""How one file writes numbers, dates and money: decided once, for all of it, told as assumptions, else asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import duckdb
from duckdb import ColumnExpression

from dashboard.domain.canonical import Kind
from dashboard.domain.phrase import Phrase, Term, say
from dashboard.domain.reading import Assumption, Question, SettledBy
from dashboard.ingest import asking
from dashboard.ingest.amounts import OPEN_UNITS, settle_currency, settle_unit, settle_vat, signs_beside, told_currency
from dashboard.ingest.answers import period_of
from dashboard.ingest.decisions import differs, is_open, month_comes_first
from dashboard.ingest.declaration import AMOUNTS, COUNTS, DATES, NUMBERS
from dashboard.ingest.job import Conversion
from dashboard.ingest.periods import stated
from dashboard.ingest.records import Record
from dashboard.ingest.settling import Case, Settled, first_of, same_kind, settle_dates, settle_mark
from dashboard.ingest.statements import rows

_SAMPLE = 20_000
_UNSURE = say("This layout was not checked against a real file: compare the totals with the source.")
_OFFSET = re.compile(r"\d:\d\d.*?(Z|[+-]\d\d:?\d\d)\s*$")
_ZONE_ABOVE = re.compile(r"^\W*(?:time zone|часовой пояс|tijdzone)\W*\s*:\s*(\S.*?)\W*$", re.IGNORECASE)


@dataclass(frozen=True)
class Writing:
    """`period` is what stands above the header or in the file's name, or what a person said of a file without days;
    `currency` '' where each row has its own, or nothing says it.

    With `questions` the file cannot be read before a person answers, and the rest is as far as it was decided.
    """

    decimal_mark: str
    date_order: str
    money_unit: str
    includes_vat: bool
    currency: str
    signs_beside: bool
    account: str
    same_kind: str
    period: tuple[date, date] | None
    is_empty: bool
    assumptions: tuple[Assumption, ...]
    messages: tuple[Phrase, ...]
    questions: tuple[Question, ...] = ()


class _Sample:
    """The first rows of the view `cells`, by canonical column, and what the rest of the file has where it matters."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, job: Conversion) -> None:
        form, columns = job.found.form, job.found.columns
        self.connection = connection
        self.dates = [column for column in DATES[form.kind] if column in columns]
        self.numbers = [column for column in NUMBERS[form.kind] if column in columns]
        accounts = ["account"] if form.kind is Kind.ADS else []
        names = list(dict.fromkeys([*self.dates, *self.numbers, *accounts, "line"]))
        sample = connection.view("cells").select(*map(ColumnExpression, names)).limit(_SAMPLE).fetchall()
        self._lined = {
            name: [(row[-1], row[place]) for row in sample if row[place]] for place, name in enumerate(names)
        }
        self.is_empty = not sample
        self.is_part = len(sample) >= _SAMPLE

    def of(self, *columns: str) -> list[str]:
        return [cell for column in columns for _, cell in self._lined.get(column, ())]

    def lined(self, *columns: str) -> list[tuple[int, str]]:
        return [pair for column in columns for pair in self._lined.get(column, ())]


def how_written(connection: duckdb.DuckDBPyConnection, job: Conversion) -> Writing:
    """Decide from a sample of the view `cells`, and from all of it where the sample proves nothing.

    Raises duckdb.Error where the file cannot be read as it stands.
    """
    form, grid, found = job.found.form, job.grid, job.found
    sample = _Sample(connection, job)
    above = tuple(" ".join(cell for cell in cells if cell.strip()) for _, cells in grid.head[: max(found.record, 0)])
    account = _account(form.account_line, above)
    accounts = {account} if account else {cell.strip() for cell in sample.of("account")}
    kind = same_kind(form, accounts.pop() if len(accounts) == 1 else "", found.header)
    period = stated(above) or stated([*reversed(job.called.split("/"))], days_alone=False)
    case = Case(job, kind, above, period, tuple(sample.dates))
    questions: list[Question] = []
    messages: list[Phrase] = []
    told = _layout(job)

    dates, order = _dates(sample, case, questions, messages)
    numbers, mark = _mark(sample, case, questions, messages)
    told += [*dates, *numbers]
    amounts = [column for column in AMOUNTS if column in sample.numbers]
    currency = unit = None
    signs: tuple[str, ...] = ()
    if form.kind in (Kind.ADS, Kind.DEALS, Kind.ORDERS):
        cells = sample.lined(*amounts[:1])
        currency, sign, shared = settle_currency(case, [cell for _, cell in cells])
        signs = signs_beside(case, [cell for _, cell in cells])
        if signs and form.kind is not Kind.ADS:
            told.append(Assumption("currency", ", ".join(signs), say("It stands beside amounts."), SettledBy.FILE))
        elif currency is None:
            questions.append(asking.about_currency(sign, shared, cells))
        else:
            told.append(told_currency(currency, job.profile.currency))
        if signs and form.kind is Kind.ADS:
            messages.append(say("Amounts stand with several currencies' signs ({signs}) and were added up as one "
                                "currency. Export the currency as a column.", signs=signs))  # fmt: skip
        beyond = rows(connection, "number_evidence") if sample.is_part and form.money_unit in OPEN_UNITS else []
        unit = settle_unit(case, [*(cell for _, cell in cells), *(row["written"] for row in beyond)])
        if unit is None:
            questions.append(asking.about_unit(connection, cells[:100]))
        else:
            told.append(unit.told("money_unit"))
        if found.other_unit:
            messages.append(say("“{column}” is in another unit than the other amounts: check the totals.",
                                column=found.other_unit))  # fmt: skip
    vat = settle_vat(case) if amounts and form.kind in (Kind.ADS, Kind.DEALS, Kind.ORDERS) else None
    if vat:
        told.append(vat.told("vat"))
    told += _zone(case, sample)
    days, span = _period(case, order, questions)
    told += days
    _unheeded(job, told, messages)
    return Writing(
        mark,
        order,
        unit.decided if unit else "units",
        vat is not None and vat.decided == "included",
        "" if currency is None or currency.decided == "column" else currency.decided,
        bool(signs),
        account,
        kind,
        span,
        sample.is_empty,
        tuple(told),
        tuple(messages),
        tuple(questions),
    )


def _dates(
    sample: _Sample, case: Case, questions: list[Question], messages: list[Phrase]
) -> tuple[list[Assumption], str]:
    if not sample.dates:
        return [], "ymd"
    written = sample.of(*sample.dates)
    settled, against = settle_dates(case, written)
    if sample.is_part and (settled is None or settled.by is not SettledBy.FILE):
        settled, against = settle_dates(case, [row["written"] for row in rows(sample.connection, "date_evidence")])
    if against:
        messages.append(
            say("Some dates are written otherwise than the rest: those that are no day in that order were rejected.")
        )
    if settled is not None:
        return [settled.told("date_order")], settled.decided
    cells = [(line, cell) for line, cell in sample.lined(*sample.dates) if differs(cell)][:100]
    profile = case.job.profile
    questions.append(asking.about_dates(sample.connection, cells, profile.timezone, month_comes_first(profile.country)))
    return [], "dmy"


def _mark(
    sample: _Sample, case: Case, questions: list[Question], messages: list[Phrase]
) -> tuple[list[Assumption], str]:
    if not sample.numbers:
        return [], "."
    counts = [column for column in sample.numbers if column in COUNTS]
    others = [column for column in sample.numbers if column not in COUNTS]

    def beyond() -> list[str]:
        return [row["written"] for row in rows(sample.connection, "number_evidence")] if sample.is_part else []

    def later() -> list[tuple[int, str]]:
        found = rows(sample.connection, "number_open") if sample.is_part and others else []
        return [(row["line"], row["written"]) for row in found]

    settled, against = settle_mark(case, sample.of(*counts), sample.of(*others), beyond, lambda: bool(later()))
    if against:
        messages.append(
            say(
                "Some numbers are written otherwise than the rest, whose decimal mark is “{mark}”.",
                mark=settled.decided if settled else "",
            )
        )
    if settled is not None:
        return [settled.told("decimal_mark")], settled.decided
    cells = [(line, cell) for line, cell in sample.lined(*others) if is_open(cell)][:100]
    questions.append(asking.about_mark(sample.connection, cells or later()))
    return [], "."


def _period(case: Case, order: str, questions: list[Question]) -> tuple[list[Assumption], tuple[date, date] | None]:
    """What the file states; asked where its rows have no days, and are that period's."""
    dated = {Kind.ADS: {"day"}, Kind.ORDERS: {"sold", "month"}}.get(case.form.kind)
    if dated is None or dated & case.job.found.columns.keys():
        return [], case.period.by(order) if case.period else None
    habits = [settled.decided for settled in (case.before("date_order", ("dmy", "mdy")),) if settled]
    habits += [case.form.date_order] if case.form.date_order in ("dmy", "mdy") else []
    span = case.period.by(None) if case.period else None
    if case.period and span is None:
        span = next((found for habit in habits if (found := case.period.by(habit))), None)

    def above() -> Settled | None:
        if span is None or case.period is None:
            return None
        line = case.period.line.strip()
        because = (
            say("It stands above the header: “{line}”.", line=line)
            if case.period.line in case.above
            else say("The file's name says it: “{name}”.", name=line)
        )
        return Settled(f"{span[0].isoformat()}/{span[1].isoformat()}", SettledBy.PERIOD, because)

    settled = first_of(above, lambda: case.answered("period"))
    if settled is None:
        questions.append(asking.about_period(case.period))
        return [], None
    return [settled.told("period")], period_of(settled.decided)


def _unheeded(job: Conversion, told: list[Assumption], messages: list[Phrase]) -> None:
    """Says where a person's answer is not what the file itself proves."""
    decided = {one.about: one for one in told}
    for about, value in job.answers.items():
        one = decided.get(about)
        if one and one.settled_by is SettledBy.FILE and one.decided != value:
            messages.append(
                say(
                    "The answer {about}={value} was not taken: the file itself proves {decided}.",
                    about=about, value=value, decided=one.decided,
                )
            )  # fmt: skip


def _layout(job: Conversion) -> list[Assumption]:
    grid, found = job.grid, job.found
    line = grid.line_of(found.record)
    because = say("Its words are those of the export.")
    told = [Assumption("format", found.form.name, None if found.form.grade != "C" else _UNSURE)]
    if grid.delimiter:
        told.append(
            Assumption(
                "delimiter", {"\t": "tab"}.get(grid.delimiter, grid.delimiter), say("The header is found with it.")
            )
        )
    if grid.sheet:
        told.append(Assumption("sheet", grid.sheet))
    told += [*grid.told, *_phantom(grid.delimiter, grid.head[found.record :] if found.record >= 0 else ())]
    if found.record < 0:
        return [*told, Assumption("header_line", "—", say("The file has none: its columns stand in a known order."))]
    return [*told, Assumption("header_line", str(line), because), Assumption("preamble_lines", str(line - 1))]


def _phantom(delimiter: str, head: Sequence[Record]) -> list[Assumption]:
    """A delimiter after the last cell of every line makes a column that is none."""
    if not delimiter or len(head) < 2 or any(len(cells) < 2 or cells[-1].strip() for _, cells in head):
        return []
    width = len(head[0][1])
    if any(len(cells) != width for _, cells in head):
        return []
    because = say("Every line ends with a delimiter: the last column has no name and no values.")
    return [Assumption("phantom_column", str(width), because, SettledBy.FILE)]


def _zone(case: Case, sample: _Sample) -> list[Assumption]:
    """The time zone that times are kept in, and what they were moved from."""
    zone, kind = case.job.profile.timezone, case.form.kind
    if kind in (Kind.CALLS, Kind.DEALS, Kind.ORDERS):
        moved = next((found[1] for cell in sample.of(*sample.dates) if (found := _OFFSET.search(cell))), None)
        if moved:
            because = say("The times say their own zone (“{offset}”) and were moved to the client's.", offset=moved)
            return [Assumption("time_zone", zone, because, SettledBy.FILE)]
        written = case.form.zone
        if written and written != zone:
            because = say(
                "{format} writes times in {zone}: they are moved.", format=Term(case.form.label), zone=written
            )
            return [Assumption("time_zone", zone, because, SettledBy.VENDOR)]
        return [Assumption("time_zone", zone, say("The times are taken as the client's own."), SettledBy.USUAL)]
    if kind is Kind.ADS:
        named = next((found[1] for line in case.above if (found := _ZONE_ABOVE.match(line))), None)
        if named:
            because = say("It stands above the header: “{line}”.", line=named)
            return [Assumption("time_zone", named, because, SettledBy.FILE)]
        if case.form.zone:
            because = say("{format} always writes it so.", format=Term(case.form.label))
            return [Assumption("time_zone", case.form.zone, because, SettledBy.VENDOR)]
        return [Assumption("time_zone", "account", say("{format} counts days so.", format=Term(case.form.label)))]
    return []


def _account(pattern: str, above: tuple[str, ...]) -> str:
    if not pattern:
        return ""
    matches = (re.search(pattern, line) for line in above)
    return next((match[1].strip() for match in matches if match), "")
