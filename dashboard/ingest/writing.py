"""How one file writes numbers, dates and money: decided once, for all of it, and told as assumptions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

import duckdb
from duckdb import ColumnExpression

from dashboard.domain.canonical import Kind
from dashboard.domain.client import ClientProfile
from dashboard.domain.phrase import Phrase, Term, say
from dashboard.domain.reading import Assumption
from dashboard.ingest.currencies import codes_beside
from dashboard.ingest.decisions import date_order, decimal_mark, order_within, usual_order
from dashboard.ingest.declaration import COUNTS, DATES, MONEY, NUMBERS, Format
from dashboard.ingest.grid import Grid
from dashboard.ingest.periods import stated
from dashboard.ingest.recognition import Recognised
from dashboard.ingest.statements import rows

_SAMPLE = 20_000


@dataclass(frozen=True)
class Writing:
    """`period` is what stands above the header or in the file's name; `currency` '' where nothing says it;
    `signs_beside` where it stands beside amounts."""

    decimal_mark: str
    date_order: str
    currency: str
    signs_beside: bool
    account: str
    period: tuple[date, date] | None
    is_empty: bool
    assumptions: tuple[Assumption, ...]
    messages: tuple[Phrase, ...]


def how_written(
    connection: duckdb.DuckDBPyConnection, grid: Grid, found: Recognised, called: str, profile: ClientProfile
) -> Writing:
    """Decide from a sample of the view `cells`, and from all of it where the sample proves nothing.

    Raises duckdb.Error where the file cannot be read as it stands.
    """
    form = found.form
    dates = [column for column in DATES[form.kind] if column in found.columns]
    numbers = [column for column in NUMBERS[form.kind] if column in found.columns]
    counts = [column for column in numbers if column in COUNTS]
    names = list(dict.fromkeys([*dates, *numbers, "line"]))
    sample = connection.view("cells").select(*map(ColumnExpression, names)).limit(_SAMPLE).fetchall()
    by_name = {name: [row[place] for row in sample if row[place]] for place, name in enumerate(names)}
    above = [" ".join(cell for cell in cells if cell.strip()) for _, cells in grid.head[: max(found.record, 0)]]
    messages: list[Phrase] = []

    mark, against = (
        (grid.decimal_mark or None, 0)
        if grid.decimal_mark
        else decimal_mark(
            [cell for name in counts for cell in by_name[name]],
            [cell for name in numbers if name not in counts for cell in by_name[name]],
        )
    )
    if mark is None and numbers and len(sample) >= _SAMPLE:
        mark, against = decimal_mark((), [row["written"] for row in rows(connection, "number_evidence")])
    mark_proved = mark is not None
    mark = mark or form.decimal_mark or "."
    if against:
        messages.append(
            say("Some numbers are written otherwise than the rest, whose decimal mark is “{mark}”.", mark=mark)
        )

    written = [cell for name in dates for cell in by_name[name]]
    order, is_open = date_order(written)
    if order is None and is_open and len(sample) >= _SAMPLE:
        written = [row["written"] for row in rows(connection, "date_evidence")]
        order, is_open = date_order(written)
    because: Phrase | None = None
    period = stated([*above, *reversed(called.split("/"))], order if order in ("dmy", "mdy") else None)
    if order is None and is_open:
        order, because = _settled(written, period, found, profile)
        if because is not None:
            messages.append(because)
    order = order or form.date_order or "ymd"

    assumptions = _layout(grid, found)
    assumptions.append(Assumption("decimal_mark", mark, None if mark_proved else say("No number proves it.")))
    if dates:
        assumptions.append(Assumption("date_order", order, because))
    if form.kind in (Kind.CALLS, Kind.DEALS, Kind.ORDERS):
        assumptions.append(_zone(form, profile))
    signs: tuple[str, ...] = ()
    if "currency" not in found.columns and not found.currency and not form.currency:
        signs = codes_beside((cell for name in numbers if name in MONEY for cell in by_name[name]), profile.currency)
    currency = found.currency or form.currency or (signs[0] if len(signs) == 1 else "")
    if form.kind in (Kind.ADS, Kind.DEALS, Kind.ORDERS):
        assumptions += _money(found, currency, signs, profile)
    return Writing(
        mark,
        order,
        currency,
        bool(signs),
        _account(form.account_line, above),
        period,
        not sample,
        tuple(assumptions),
        tuple(messages),
    )


def _settled(
    written: list[str], period: tuple[date, date] | None, found: Recognised, profile: ClientProfile
) -> tuple[str, Phrase | None]:
    """The order of day and month where the dates themselves leave it open, and what the person must check."""
    if found.form.date_order in ("dmy", "mdy"):
        return found.form.date_order, None
    within = order_within(written, period) if period else None
    if within:
        return within, None
    usual = usual_order(profile.country)
    order = say("day first") if usual == "dmy" else say("month first")
    return usual, say(
        "Every date of the file can be read with the day first or with the month first. It was read {order}, "
        "as is usual in the client's country.",
        order=order,
    )


def _layout(grid: Grid, found: Recognised) -> list[Assumption]:
    line = grid.line_of(found.record)
    told = [Assumption("format", found.form.name)]
    if grid.delimiter:
        told.append(Assumption("delimiter", {"\t": "tab"}.get(grid.delimiter, grid.delimiter)))
    if grid.sheet:
        told.append(Assumption("sheet", grid.sheet))
    told += grid.told
    if found.record < 0:
        return [*told, Assumption("header_line", "—", say("The file has none: its columns stand in a known order."))]
    return [*told, Assumption("header_line", str(line)), Assumption("preamble_lines", str(line - 1))]


def _zone(form: Format, profile: ClientProfile) -> Assumption:
    if form.zone and form.zone != profile.timezone:
        because = say("{format} writes times in {zone}: they are moved.", format=Term(form.label), zone=form.zone)
        return Assumption("time_zone", profile.timezone, because)
    return Assumption("time_zone", profile.timezone)


def _money(found: Recognised, currency: str, signs: tuple[str, ...], profile: ClientProfile) -> list[Assumption]:
    form = found.form
    told = []
    if "currency" in found.columns:
        told.append(Assumption("currency", "column", say("It stands in each row.")))
    elif found.currency:
        told.append(Assumption("currency", currency, say("The header says it.")))
    elif signs:
        told.append(Assumption("currency", ", ".join(signs), say("It stands beside amounts.")))
    elif currency:
        told.append(Assumption("currency", currency, say("{format} writes it so.", format=Term(form.label))))
    else:
        told.append(Assumption("currency", profile.currency, say("The file does not say; it is the client's own.")))
    if form.money_unit != "units":
        told.append(Assumption("money_unit", form.money_unit))
    if form.kind is Kind.ADS:
        because = say("The file does not say.") if found.includes_vat is None else None
        told.append(Assumption("vat", "included" if found.includes_vat else "excluded", because))
    return told


def _account(pattern: str, above: list[str]) -> str:
    if not pattern:
        return ""
    matches = (re.search(pattern, line) for line in above)
    return next((match[1].strip() for match in matches if match), "")
