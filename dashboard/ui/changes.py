"""What an import or its undo changes, as it is shown before anybody agrees and in the report that stays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from dashboard.charts import day_changes
from dashboard.domain.phrase import N_, Day, Money, Month, Number, Phrase, PhraseValue, Term, say, say_n
from dashboard.i18n import _, current
from dashboard.reports import import_changes
from dashboard.reports.import_changes import LABELS, Series
from dashboard.ui import chart, people, style, table
from dashboard.ui.markup import Markup, said, tag
from dashboard.ui.table import Column
from dashboard.warehouse.records import CampaignChange, DayChange, MonthChange, Preview

TABLES = {
    "ad_day": N_("Days of campaigns"),
    "calls": N_("Calls"),
    "leads": N_("Leads"),
    "sales": N_("Orders"),
    "rates": N_("Rates"),
    "plan": N_("Plan"),
    "events": N_("Events"),
    "notes": N_("Notes"),
    "series": N_("Series"),
    "refunds": N_("Refunds from accounting"),
}
_COUNTS = {
    "units_new": N_("new"),
    "units_replaced": N_("replaced"),
    "units_identical": N_("as they are"),
    "units_kept": N_("kept, not in the file"),
}
_UNDO_COUNTS = {
    "units_new": N_("come back"),
    "units_replaced": N_("as they were before"),
    "units_gone": N_("go"),
}


def counts(preview: Preview, *, rejected: int = 0, undo: bool = False) -> Markup:
    """How many units of each table are new, replaced, identical and kept, and how many rows are rejected."""
    shown = _UNDO_COUNTS if undo else _COUNTS
    cells: list[Markup] = []
    for change in preview.tables:
        name = said(TABLES.get(change.table, change.table)) or ""
        for key, label in shown.items():
            amount = getattr(change, key)
            if amount or (key == "units_new" and not undo):
                cells.append(_cell(f"{name}: {_(label)}", amount))
    if rejected:
        cells.append(_cell(_("Rows rejected"), rejected))
    return tag("ul", *cells, cls="sv-totals") if cells else Markup()


def _cell(label: str, amount: int) -> Markup:
    return tag(
        "li", tag("span", label, cls="sv-label"), tag("span", current().number(amount), cls="sv-num"), cls="sv-count"
    )


def warnings(preview: Preview) -> Markup:
    """The published months that are reached, and the gaps that are left."""
    lines = [tag("li", said(line)) for line in _published(preview.published)]
    lines += [tag("li", said(say("{gap}.", gap=gap))) for gap in import_changes.gaps_in_words(preview.gaps)]
    return tag("ul", *lines, cls="sv-messages") if lines else Markup()


def _published(reached: Sequence[MonthChange]) -> list[Phrase]:
    """One sentence for each published month and measure whose sum moves; one for a month that is only reached."""
    found: list[Phrase] = []
    for month in dict.fromkeys(change.month for change in reached):
        of_month = [change for change in reached if change.month == month]
        given: dict[str, PhraseValue] = {
            "month": Month(month),
            "day": Day(of_month[0].published_at.date()),
            "who": people.name_of(of_month[0].published_by),
        }
        moved = [change for change in of_month if change.before != change.after]
        sums = tuple(
            say(
                "{measure} of {days} from {change}",
                measure=Term(LABELS.get(change.measure, change.measure)),
                days=say_n("{count} day", "{count} days", change.days),
                change=_moved(change),
            )
            for change in moved
        )
        if sums:
            found.append(
                say("{month} was given to the owner on {day} ({who}). It changes: {sums}.", **given, sums=sums)
            )
        else:
            found.append(say("{month} was given to the owner on {day} ({who}). Its sums stay as they are.", **given))
    return found


def _moved(change: MonthChange) -> Phrase:
    def amount(value: Any) -> Money | Number:
        is_money = change.currency and change.measure in import_changes.MONEY
        return Money(value, change.currency) if is_money else Number(value)

    return say("{before} to {after}", before=amount(change.before), after=amount(change.after))


def details(preview: Preview, key: str, *, expanded: bool = False) -> None:
    """Draws the picture of the days, and the tables by day and by campaign."""
    found = import_changes.series(preview)
    if not found:
        return
    main = found[0]
    if any(change.day != main.days[0].day for change in main.days):
        chart.show(
            day_changes.figure(main, style.look(), current()),
            f"changes-{key}",
            description=_("What the days were, and what they become"),
        )
    for place, (name, days) in enumerate(_by_table(found)):
        with st.expander(_("By day: {what}").replace("{what}", name), expanded=expanded and place == 0):
            _days(days, f"{key}-days-{place}")
    for currency in sorted({line.currency for change in preview.tables for line in change.campaigns}):
        with st.expander(_("Money then, money after, by campaign"), expanded=expanded):
            _campaigns([line for change in preview.tables for line in change.campaigns], currency, f"{key}-{currency}")


def _by_table(found: Sequence[Series]) -> list[tuple[str, list[Series]]]:
    """The series of each table and currency, under the table's name."""
    groups: dict[tuple[str, str], list[Series]] = {}
    for one in found:
        groups.setdefault((one.table, one.currency), []).append(one)
    tables = [name for name, _currency in groups]
    named = []
    for (name, currency), members in groups.items():
        what = _(LABELS["spend"] if name == "ad_day" else TABLES.get(name, name)).lower()
        named.append((f"{what}, {currency}" if tables.count(name) > 1 else what, members))
    return named


def _days(found: Sequence[Series], key: str) -> None:
    rows: dict[tuple[Any, int], dict[str, Any]] = {}
    columns = [Column("day", N_("Day"), width=170)]
    for one in found:
        label = _(LABELS.get(one.measure, one.measure))
        kind: table.Kind = "money" if one.is_money else "count"
        decimals = None if one.is_money else (4 if one.measure == "rate" else 0)
        for when, words in (("before", _("{measure} then")), ("after", _("{measure} after"))):
            columns.append(
                Column(
                    f"{one.measure}-{when}",
                    words.replace("{measure}", label),
                    kind,
                    one.currency,
                    decimals=2 if one.is_money else decimals,
                )
            )
        for change in one.days:
            row = rows.setdefault((change.day, change.others), {"day": _day(change)})
            row[f"{one.measure}-before"] = change.before
            row[f"{one.measure}-after"] = change.after
    table.show(columns, list(rows.values()), key, search=False)


def _day(change: DayChange) -> str:
    day = current().day(change.day, short=True)
    if not change.others:
        return day
    return current().say(
        say_n("{day} and {count} day before", "{day} and {count} days before", change.others - 1, day=day)
    )


def _campaigns(lines: Sequence[CampaignChange], currency: str, key: str) -> None:
    shown = [line for line in lines if line.currency == currency]
    columns = [
        Column("campaign", N_("Campaign"), width=300),
        *(
            Column(name, label, "money" if currency else "count", currency, decimals=2, signed=name == "difference")
            for name, label in (("before", N_("Then")), ("after", N_("After")), ("difference", N_("Difference")))
        ),
    ]
    if any(line.kept for line in shown):
        columns.append(
            Column(
                "kept",
                N_("Kept, not in the file"),
                "money" if currency else "count",
                currency,
                decimals=2,
                help=N_("On these days the file does not have the campaign; what is there stays."),
            )
        )
    rows = [
        {
            "campaign": _campaign(line),
            "before": line.before,
            "after": line.after,
            "difference": (line.after or 0) - (line.before or 0),
            "kept": line.kept or None,
        }
        for line in shown
    ]
    table.show(columns, rows, key)


def _campaign(line: CampaignChange) -> str:
    if line.others:
        return current().say(say_n("{count} more campaign", "{count} more campaigns", line.others))
    return line.campaign or _("without a name")
