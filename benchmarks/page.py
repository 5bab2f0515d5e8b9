"""docs/performance.md: each number beside the command that produced it, ratios first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from benchmarks import machine
from benchmarks.imports import ImportRate
from benchmarks.large import LargeStep
from benchmarks.reports import ReportTime
from benchmarks.screens import ScreenTime
from benchmarks.start import Start
from benchmarks.without_ads import ClientTime, ModelTime
from benchmarks.year_over_year import GrownTime

PAGE = Path(__file__).resolve().parent.parent / "docs" / "performance.md"

_HEAD = """# Performance

What is measured, how, and what came of it. Machines differ, so ratios stand first: to DuckDB's own `read_csv`, and to
queries that an analyst would write by hand on the same tables. Times are medians with the quickest and the slowest run.
`make bench` measures all of it again and writes this page; each part has a command of its own. Workspaces are made in
a temporary folder and thrown away.
"""


def write(parts: dict[str, str]) -> None:
    """Puts measured parts in the place of the same parts of the page; keeps the others, and the notes by hand."""
    text = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    kept = dict(re.findall(r"<!-- (\w+) -->\n(.*?)(?=\n<!-- |\Z)", text, re.DOTALL))
    kept |= parts
    order = [
        key
        for key in ("imports", "large", "reports", "screens", "year_over_year", "without_ads", "start", "notes")
        if key in kept
    ]
    body = "\n".join(f"<!-- {key} -->\n{kept[key].strip()}\n" for key in order)
    PAGE.write_text(f"{_HEAD}\n{body}", encoding="utf-8")


def imports(rates: Sequence[ImportRate], command: str) -> str:
    """The part on imports."""
    table = _table(
        ("file", "ratio of time", "ratio of work", "read_csv, s", "read and compare, s", "take in, s", "rows/s"),
        [
            (
                f"{rate.rows:,} {rate.what}, {rate.size / 1e6:.0f} MB",
                rate.whole.over(rate.raw),
                rate.whole.work_over(rate.raw),
                rate.raw.seconds(),
                rate.offered.seconds(),
                rate.accepted.seconds(),
                f"{rate.rows / rate.whole.median:,.0f}",
            )
            for rate in rates
        ],
    )
    return _part(
        "Import",
        command,
        "The whole way of a file (read, compared with the store, taken in in one transaction, marts built, snapshot "
        "published) against `read_csv` of the same file into a table of a new database. *Work* is processor time of "
        "all threads. Aim: at most 3.",
        table,
    )


def large(steps: Sequence[LargeStep], command: str) -> str:
    """The part on large files."""
    table = _table(
        ("file", "what", "time, s", "work, s", "ratio of work to read_csv", "most memory, MiB"),
        [
            (
                f"{one.rows:,} {one.of}, {one.size / 1e6:,.0f} MB",
                one.what,
                f"{one.clock:.1f}",
                f"{one.work:.1f}",
                f"{one.work / one.raw:.2f}" if one.raw else "",
                f"{one.memory / (1 << 20):,.0f}",
            )
            for one in steps
        ],
    )
    return _part(
        "Large files",
        command,
        "`python -m dashboard import` and `undo`, each a process of its own, from its start to its end; memory is the "
        "most that the whole process held (resident). *Work* is processor time of all threads. Aim: 1,536 MiB at most.",
        table,
    )


def reports(times: Sequence[ReportTime], command: str) -> str:
    """The part on reports."""
    table = _table(
        ("report", "ad rows", "ratio to by hand", "queries", "queries, ms", "by hand, ms", "whole report, ms"),
        [
            (
                one.report,
                f"{one.rows:,}",
                one.queries.over(one.by_hand),
                str(one.count),
                one.queries.milliseconds(),
                one.by_hand.milliseconds(),
                one.whole.milliseconds(),
            )
            for one in sorted(times, key=lambda one: (one.report, one.rows))
        ],
    )
    return _part(
        "Reports",
        command,
        "The queries of each report, with so many ad rows of two years behind it beside the sample shop's calls and "
        "orders, against one hand-written query per figure (`benchmarks/by_hand/`) on the same snapshot. The whole "
        "report adds the ratios and the words; a screen keeps it for as long as the data stay the same. Aims: under "
        "50 ms, at most 1.5, and nearly the same at any size.",
        table,
    )


def screens(times: Sequence[ScreenTime], command: str) -> str:
    """The part on screens."""
    table = _table(
        ("screen", "rerun, ms of server time", "of it work, ms", "link to last chart, s", "just after the start, s"),
        [
            (
                one.screen,
                one.rerun.milliseconds(),
                f"{1000 * one.rerun.work:.1f}",
                one.warm.seconds(),
                one.cold.seconds(),
            )
            for one in times
        ],
    )
    return _part(
        "Screens",
        command,
        "The demo's shop in Chromium at 1440 × 900. From the click on the link, in a browser that has never been there "
        "before, to the last chart, on a server that is warm and on one that has just begun to answer; server and "
        "browser share the machine. A rerun is Streamlit's whole run of the script. Aims: 50 ms, and 2 s.",
        table,
    )


def without_ads(models: Sequence[ModelTime], client: ClientTime, command: str) -> str:
    """The part on “without the ads?”."""
    table = _table(
        ("what", "ratio to the report", "time, ms", "of it work, ms"),
        [
            *(
                (
                    f"model: {one.before} {one.unit.name.lower()}s before, {one.since} since",
                    one.times.over(client.report),
                    one.times.milliseconds(),
                    f"{1000 * one.times.work:.1f}",
                )
                for one in models
            ),
            *(
                (what, times.over(client.report), times.milliseconds(), f"{1000 * times.work:.1f}")
                for what, times in (
                    ("the clinic, from its marts to the sentences", client.whole),
                    ("the clinic's whole year over year, once that is kept", client.report),
                    ("the same, kept", client.kept),
                )
            ),
        ],
    )
    return _part(
        "Without the ads?",
        command,
        "What sales would have been without the ads: the model with its twelve placebos (25 × 25 points of the grid "
        "each), one control, and the demo's clinic as a whole with the experiment's plan. It is made once for each "
        "version of a client's figures and each day, whatever days are chosen; reports then find it kept. Aim: 300 ms.",
        table,
    )


def year_over_year(found: Sequence[GrownTime], command: str) -> str:
    """The part on the comparison of two periods."""
    alone = {one.client: one for one in found if not one.grown}
    table = _table(
        (
            "client",
            "ten times",
            "rows",
            "ratio of work",
            "work, ms",
            "queries",
            "queries, ms",
            "report, ms",
            "first, ms",
        ),
        [
            (
                one.client,
                ", ".join(one.grown) or "nothing",
                f"{one.rows:,}",
                one.further.work_over(alone[one.client].further),
                f"{1000 * one.further.work:.0f}",
                str(one.count),
                one.queries.milliseconds(),
                one.further.milliseconds(),
                one.first.milliseconds(),
            )
            for one in found
        ],
    )
    return _part(
        "Year over year",
        command,
        "The whole comparison of a month with the year before (queries, calendar, bridges, reasons, words) of the "
        "demo's clients, as they are and with ten times as many orders, campaigns, products or uploaded series. *Rows* "
        "are those of the largest table behind it, *work* is processor time of all threads. Each of the last five "
        "months is asked for once, so that nothing of its own days is kept; *first* is the first report of a new "
        "version of the figures. “Without the ads?” is a part of its own, and was made before. A screen builds a "
        "report once for a version of the figures, the days given and the days chosen, and finds it kept in every "
        "rerun after that. Aim: 150 ms.",
        table,
    )


def start(made: Start, command: str) -> str:
    """The part on the first start."""
    table = _table(
        ("files", "time, s", "work, s", "work per file, s"),
        [(str(made.files), f"{made.clock:.1f}", f"{made.work:.1f}", f"{made.work / max(made.files, 1):.2f}")],
    )
    return _part("First start", command, "Making the demo agency, whose files go through the whole import.", table)


def _part(title: str, command: str, what: str, table: str) -> str:
    load = machine.load()
    busy = f" One-minute load at the end of the run: {load}." if load else ""
    return f"## {title}\n\n`{command}`\n\n{what}\n\n{table}\n\nOn {machine.described()}{busy}\n"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
