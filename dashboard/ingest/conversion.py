"""A recognised table → canonical rows in a DuckDB file, counted, with everything that was decided on the way."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import duckdb

from dashboard.domain.canonical import TABLES_OF, Kind
from dashboard.domain.channels import CHANNELS
from dashboard.domain.errors import WorkspaceUnusable
from dashboard.domain.phrase import say
from dashboard.domain.reading import Assumption, Outcome, Reading, SettledBy
from dashboard.domain.series import MARKET, WORDS
from dashboard.domain.watch import Stage
from dashboard.ingest import cells, contacts, own_figures, refusals
from dashboard.ingest.asking import with_outcomes
from dashboard.ingest.job import Conversion
from dashboard.ingest.kinds import MEASURES_OF_A_PLAN, REASONS, STEPS, WHOLE_ORDERS
from dashboard.ingest.own_figures import OwnFigures
from dashboard.ingest.periods import month_named
from dashboard.ingest.statements import rows, run
from dashboard.ingest.telling import asks, ended, told
from dashboard.ingest.untold import untold
from dashboard.ingest.writing import Writing, how_written

# Below this size a file is always copied out regular: it costs nothing, and copes with everything.
IN_PLACE_FROM = 4 << 20
_TRIED_UP_TO = 64 << 20  # a larger file that asks shows its readings on rows alone: each total costs a reading
_MEMORY = "700MB"  # however large a file is: what does not fit goes to the scratch folder
_WHOLE_WORDS = ("outgoing", "won", "lost", "never", "target", "off_target", "unmarked", "paid", "unpaid")
_BEGINNINGS = ("answered", "missed", "unmade", "phone", "site")
_LINES_TOLD = 20
_NEVER = r"[^\s\S]"


class _Irregular(Exception):
    """The file cannot be read in place: its rows are not one line each."""


def convert(job: Conversion) -> Reading:
    """The reading of a recognised table. Its DuckDB file lies in the job's scratch folder."""
    reading = _converted(job)
    if reading.outcome is Outcome.ASKS and job.look.size <= _TRIED_UP_TO:
        return with_outcomes(reading, lambda answers: _converted(replace(job, answers=job.answers | answers)))
    return reading


def _converted(job: Conversion) -> Reading:
    path = job.scratch / f"rows-{uuid.uuid4().hex}.duckdb"
    kept = False
    try:
        reading = _try(job, path, in_place=True) or _try(job, path, in_place=False)
        if reading is None:
            return ended(job, Outcome.REFUSED, refusals.beyond_reading(job.called))
        job.watch.check()
        kept = reading.rows is not None
        return reading
    finally:
        if not kept:
            path.unlink(missing_ok=True)


def _try(job: Conversion, path: Path, *, in_place: bool) -> Reading | None:
    """The reading, or None where the file cannot be read this way."""
    text = job.grid.text
    if in_place and (text is None or text.stat().st_size < IN_PLACE_FROM):
        return None
    path.unlink(missing_ok=True)
    try:
        with _connected(path, job) as connection:
            job.watch.at(Stage.READING)
            if in_place and text is not None:
                cells.in_place(connection, job.grid, job.found, text)
            else:
                cells.written_out(connection, job.grid, job.found, job.work, job.watch)
            return _read(connection, job, path, _lines_expected(job) if in_place else None)
    except duckdb.OutOfMemoryException as error:  # in memory, or on the disk that takes what memory does not hold
        raise WorkspaceUnusable(
            say(
                "{file} could not be read: {why}. Make room on the disk and try again. Nothing was changed.",
                file=job.called,
                why=str(error).splitlines()[0],
            )
        ) from error
    except (duckdb.Error, _Irregular):
        return None


def _lines_expected(job: Conversion) -> int | None:
    """How many rows a file has whose every row is one line; None where its bytes were not counted as UTF-8."""
    if job.look.codec not in ("utf-8", "utf-8-sig") or job.look.has_nul or job.look.is_mixed:
        text = job.grid.text
        if text is None:
            return None
        feeds, last = 0, b""
        with text.open("rb") as file:
            while piece := file.read(1 << 20):
                feeds += piece.count(b"\n")
                last = piece[-1:]
        return feeds + (last != b"\n") - job.grid.line_of(job.found.record)
    return job.look.line_feeds + (not job.look.ends_with_line_feed) - job.grid.line_of(job.found.record)


@contextmanager
def _connected(path: Path, job: Conversion) -> Iterator[duckdb.DuckDBPyConnection]:
    connection = duckdb.connect(str(path), config={"memory_limit": _MEMORY, "temp_directory": str(job.work / "spill")})
    # Counted for whoever watches, and never printed: it would stand amid what a command prints.
    connection.execute("set enable_progress_bar_print = false")
    connection.execute("set enable_progress_bar = true")
    connection.execute("attach ':memory:' as aside")
    country, secret = job.profile.country, job.secret

    def phone_key(cell: str) -> str:
        number = contacts.phone_number(cell, country)
        return contacts.keyed_hash(secret, "phone", number) + number.lstrip("+") if number else ""

    def email_key(cell: str) -> str:
        address = contacts.email_address(cell)
        return contacts.keyed_hash(secret, "email", address) if address else ""

    def name_key(cell: str) -> str:
        name = contacts.person_name(cell)
        return contacts.keyed_hash(secret, "name", name)[:12] if name else ""

    def month_start(cell: str) -> str:
        month = month_named(cell)
        return month.isoformat() if month else ""

    money = "DECIMAL(18,4)"
    connection.create_function("name_key", name_key, ["VARCHAR"], "VARCHAR")
    connection.create_function("month_start", month_start, ["VARCHAR"], "VARCHAR")
    connection.create_function("phone_key", phone_key, ["VARCHAR"], "VARCHAR")
    connection.create_function("email_key", email_key, ["VARCHAR"], "VARCHAR")
    connection.create_function("share_of", contacts.share_of, [money, money, money], money)
    try:
        with job.watch.over(connection):
            yield connection
    finally:
        for name in ("phone_key", "email_key", "share_of", "name_key", "month_start"):
            connection.remove_function(name)
        connection.close()


def _read(connection: duckdb.DuckDBPyConnection, job: Conversion, path: Path, lines: int | None) -> Reading:
    form, found = job.found.form, job.found
    writing = how_written(connection, job)
    if writing.is_empty:
        return ended(job, Outcome.EMPTY, refusals.no_rows(job.called, form))
    if writing.questions:
        return asks(job, writing)
    steps = STEPS[form.kind]
    parameters = _parameters(job, writing)
    numbers = "numbers_comma" if writing.decimal_mark == "," else "numbers_point"
    for name in (numbers, f"money_{writing.money_unit}", "text", "moments", f"dates_{writing.date_order}", "rate_of"):
        run(connection, name)
    if form.kind in (Kind.CALLS, Kind.DEALS, Kind.ORDERS):
        run(connection, "contact")
    writing = replace(writing, messages=(*writing.messages, *untold(connection, found)))
    run(connection, steps.typed, parameters)
    if lines is not None and connection.table(steps.counted).count("*").fetchall()[0][0] != lines:
        raise _Irregular
    if form.one_day_is_all and writing.period:
        run(connection, "ad_day_of_all", parameters)
    own = own_figures.of(connection, job.grid, found) if form.kind is Kind.ADS else None
    if form.kind is Kind.ORDERS and not form.words.get("paid"):
        own = OwnFigures(next(iter(rows(connection, "order_lines_stated")), {}))
    remarks = rows(connection, steps.remarks) if steps.remarks else []
    writing = _with_totals_rows(connection, job, writing)
    run(connection, steps.sort_out)
    run(connection, "rejects_table")
    run(connection, "rejects", {"faults": list(REASONS), "reasons": list(REASONS.values())})
    split = form.kind is Kind.ORDERS and "order_total" in found.columns
    for name in WHOLE_ORDERS if split else steps.keep:
        run(connection, name, parameters)
    totals = rows(connection, steps.totals, parameters)[0]
    rejected = int(rows(connection, "rejects_count")[0]["rejected"])
    currencies = rows(connection, steps.currencies) if steps.currencies else []
    for table in TABLES_OF[form.kind]:
        if connection.table(table.name).columns != [*table.columns, "line"]:
            raise ValueError(f"{table.name} has other columns than the canonical ones")
    worst = rows(connection, "rejects_first")
    run(connection, "cells_gone")
    if not totals["rows"]:
        if worst:
            return ended(job, Outcome.REFUSED, refusals.all_rejected(job.called, form, **worst[0]))
        return ended(job, Outcome.EMPTY, refusals.no_rows(job.called, form))
    return told(job, writing, path, totals, rejected, currencies, own, remarks)


def _with_totals_rows(connection: duckdb.DuckDBPyConnection, job: Conversion, writing: Writing) -> Writing:
    """What was decided, with the lines that are no rows of the report: those that add up others, and the footer."""
    table = connection.table(STEPS[job.found.form.kind].counted).select("line", "fault")
    if not table.filter("fault = 'total'").limit(1).fetchall():
        return writing
    table.create_view("sorted_out", replace=True)
    marks = {"footer_marks": own_figures.footer_marks(job.found.form)}
    lines: dict[bool, list[str]] = {True: [], False: []}
    for row in rows(connection, "lines_left_out", marks):
        lines[row["is_footer"]].append(str(row["line"]))
    told = [
        Assumption(about, ", ".join(found[:_LINES_TOLD]), because, SettledBy.FILE)
        for about, found, because in (
            ("totals_rows", lines[False],
             say("They add up other rows and were left out; the first of them is shown beside the sum.")),
            ("footer_rows", lines[True], say("They say whose the report is, and are no rows of it.")),
        )
        if found
    ]  # fmt: skip
    return replace(writing, assumptions=(*writing.assumptions, *told))


def _series() -> dict[str, list[str]]:
    """The agreed words of a series, each with what it means, and the kinds that are of the market and not of a day."""
    words = [(word, str(kind)) for kind, words in WORDS.items() for word in words]
    return {
        "series_words": [word for word, _ in words],
        "series_meanings": [kind for _, kind in words],
        "series_of_spans": [str(kind) for kind in MARKET],
    }


def _beginning(words: tuple[str, ...], whole: bool = False) -> str:
    """A regular expression for cells that begin with one of the words, or are one; that nothing fits without words."""
    return f"^({'|'.join(map(re.escape, words))}){'$' if whole else ''}" if words else _NEVER


def _parameters(job: Conversion, writing: Writing) -> dict[str, Any]:
    form, found = job.found.form, job.found
    words = form.words
    first, last = writing.period or (None, None)
    return {
        **{f"{key}_words": list(words.get(key, ())) for key in _WHOLE_WORDS},
        **{f"{key}_words": _beginning(words.get(key, ()), key in form.whole_words) for key in _BEGINNINGS},
        "platform": form.stored_as,
        "account": form.account or writing.account,
        "source": form.source,
        "medium": form.medium,
        "way": form.way,
        "includes_vat": writing.includes_vat,
        "period_first": first,
        "period_last": last,
        "counts_products": form.counts_products,
        "has_day": "day" in found.columns,
        "has_sold": bool({"sold", "month"} & found.columns.keys()),
        "has_total": "order_total" in found.columns,
        "has_product": "product" in found.columns,
        "blank_campaign_is_total": form.blank_campaign_is_total,
        **own_figures.parameters(form),
        "zone": job.profile.timezone,
        "written_zone": form.zone,
        "legs_share_id": form.legs_share_id,
        "has_answer_time": "answered_at" in found.columns,
        "today": datetime.now(ZoneInfo(job.profile.timezone)).date(),
        "currency": writing.currency or "",
        "signs_beside": writing.signs_beside,
        "states_profit": "gross_profit" in found.columns,
        "has_id": any(column in found.columns for column in ("lead_id", "order_id")),
        "measures": list(MEASURES_OF_A_PLAN),
        "channels": list(CHANNELS),
        "series": form.series,
        **_series(),
    }
