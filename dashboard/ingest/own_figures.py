"""What an advertising file says of itself: its own totals, how many rows it has, what it leaves out or hides."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import duckdb

from dashboard.domain.phrase import Number, Phrase, say, say_n
from dashboard.domain.reading import HiddenRows
from dashboard.ingest.declaration import FOOTER_MARKS, Format
from dashboard.ingest.grid import Grid
from dashboard.ingest.recognition import Recognised
from dashboard.ingest.statements import rows

NEVER = r"[^\s\S]"
_KINDS_SHOWN = 8


@dataclass(frozen=True)
class OwnFigures:
    """`stated` is the totals row that counts the file's rows, by measure; `row_count` how many it says they are."""

    stated: dict[str, Decimal | int | None]
    row_count: int | None = None
    hidden: tuple[HiddenRows, ...] = ()
    messages: tuple[Phrase, ...] = ()


def parameters(form: Format) -> dict[str, Any]:
    """What the statements need to know of the format's own words."""
    platforms = [(word, platform) for platform, words in form.words.items() for word in words]
    return {
        "platform_words": [word for word, _ in platforms],
        "platforms": [platform for _, platform in platforms],
        "total_marks": _totals(form.total_marks),
        "hidden_marks": _beginning(form.hidden_marks),
        "not_conversions": _beginning(form.not_conversions),
        "masked": form.masked or NEVER,
        "day_span": form.day_span,
    }


def of(connection: duckdb.DuckDBPyConnection, grid: Grid, found: Recognised) -> OwnFigures:
    """Asked of the tables `ad_day` and `cells` while totals rows still stand among the others."""
    form = found.form
    totals = rows(connection, "ad_day_stated")
    wider = re.compile(_beginning(form.wider_marks))
    stated = next((row for row in totals if not wider.match(row["mark"].lower())), {})
    above = [" ".join(cells) for _, cells in grid.head[: found.record]]
    return OwnFigures(
        {measure: value for measure, value in stated.items() if measure != "mark"},
        _row_count(form.row_count, [*above, *(row["mark"] for row in totals)]),
        _hidden(connection, stated) if form.hidden_marks else (),
        (*_results(connection, found), *_masked(connection, form)),
    )


def footer_marks(form: Format) -> str:
    """A regular expression for the cells that begin a format's footer."""
    return _beginning(tuple(mark for mark in form.total_marks if mark in FOOTER_MARKS))


def _row_count(pattern: str, lines: list[str]) -> int | None:
    if not pattern:
        return None
    found = next((match for line in lines if (match := re.search(pattern, line, re.IGNORECASE))), None)
    return int(re.sub(r"\D", "", found[1])) if found else None


def _hidden(connection: duckdb.DuckDBPyConnection, stated: dict[str, Any]) -> tuple[HiddenRows, ...]:
    """Each total of rows that are not in the file, as a share of it and of what is there."""
    found = []
    for row in rows(connection, "ad_day_hidden"):
        measure = next((key for key in ("spend", "clicks", "impressions") if row[key] is not None), None)
        if measure is None:
            continue
        amount = Decimal(row[measure])
        there = Decimal(stated.get(measure) or 0)
        share = amount / (amount + there) if amount + there else None
        found.append(HiddenRows(row["name"].partition(":")[2].strip() or row["name"], measure, amount, share))
    return tuple(found)


def _kind(written: str) -> str:
    """A kind of results as a person reads it: of `actions:link_click`, an export's own code, «link click»."""
    return written.rpartition(":")[2].strip().replace("_", " ") or written


def _results(connection: duckdb.DuckDBPyConnection, found: Recognised) -> list[Phrase]:
    if "result_kind" not in found.columns or "conversions" not in found.columns:
        return []
    kinds = rows(connection, "ad_day_results")
    if not kinds:
        return []
    not_counted = re.compile(_beginning(found.form.not_conversions))
    named = tuple(
        say("{kind}: {count}", kind=_kind(row["kind"]), count=Number(row["amount"])) for row in kinds[:_KINDS_SHOWN]
    )
    if any(not_counted.match(row["kind"].lower()) for row in kinds):
        return [
            say(
                "Its results are of these kinds: {kinds}. Clicks, views and the like are not counted as conversions.",
                kinds=named,
            )
        ]
    if len(kinds) == 1:
        return []
    return [say("Its results are of several kinds, counted together as conversions: {kinds}.", kinds=named)]


def _masked(connection: duckdb.DuckDBPyConnection, form: Format) -> list[Phrase]:
    if not form.masked:
        return []
    count = int(rows(connection, "ad_day_masked", {"masked": form.masked})[0]["masked"])
    if not count:
        return []
    return [
        say_n(
            "{count} row hides how often it was shown (“<5”, say): it counts as not shown.",
            "{count} rows hide how often they were shown (“<5”, say): they count as not shown.",
            count,
        )
    ]


def _beginning(words: tuple[str, ...]) -> str:
    return f"^({'|'.join(map(re.escape, words))})" if words else NEVER


def _totals(marks: tuple[str, ...]) -> str:
    """A total is its mark alone or with what it is a total of, so that a campaign «Total Care» is none."""
    footers = [re.escape(mark) for mark in marks if mark in FOOTER_MARKS]
    totals = [re.escape(mark) for mark in marks if mark not in FOOTER_MARKS]
    patterns = (
        [rf"({'|'.join(totals)})\s*($|[:(=]|[-–—]\s|of\s+\d|rows\b|records\b|results\b|(по|за|по всем)\s)"]
        if totals
        else []
    )
    if footers:
        patterns.append(f"({'|'.join(footers)})")
    return f"^({'|'.join(patterns)})" if patterns else NEVER
