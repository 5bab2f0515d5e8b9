"""Sees to it that a day's spend is counted once, however exports name and split it.

Works on the temporary view `incoming` and the table `scopes` of `comparing`, before a file meets the store.
"""

from __future__ import annotations

from datetime import date

import duckdb

from dashboard.domain.errors import FileRefused
from dashboard.domain.phrase import Money, Phrase, Span, say, say_n
from dashboard.warehouse.running import execute, select

Days = dict[str, date]


def renamed(connection: duckdb.DuckDBPyConnection, days: Days) -> list[Phrase]:
    """Gives a file's ad days the accounts and campaign keys by which the store has them, and says so.

    Raises FileRefused where the store has a day of a campaign under several, between which only a person can decide.
    """
    execute(connection, "imports/only_account")
    execute(connection, "imports/other_names", days)
    found = select(connection, "imports/other_names_said")[0]
    if found["open_count"]:
        raise FileRefused(
            say_n(
                "{count} day of a campaign ({campaign}, {days}) stands in the store under several accounts or campaign "
                "numbers, and the file does not say which of them it means: its spend would be counted twice. Export "
                "the report anew with the columns of the account and the campaign's number. Nothing was changed.",
                "{count} days of campaigns ({campaign}, {days}) stand in the store under several accounts or campaign "
                "numbers, and the file does not say which of them it means: its spend would be counted twice. Export "
                "the report anew with the columns of the account and the campaign's number. Nothing was changed.",
                found["open_count"],
                campaign=found["open_campaign"],
                days=Span(found["first_day"], found["last_day"]),
            )
        )
    accounts = select(connection, "imports/only_account_said")
    if not accounts and not found["unit_count"]:
        return []
    execute(connection, "imports/incoming_as_read_none")
    execute(connection, "imports/incoming_as_read")
    execute(connection, "imports/incoming_renamed")
    said = [
        say(
            "The file does not name its account: it is taken to be {account}, the only one of this platform here.",
            account=row["account"],
        )
        for row in accounts
    ]
    if found["unit_count"] and not accounts:
        said.append(
            say_n(
                "{count} day of a campaign ({campaign}) stands in the store under another account or campaign number: "
                "it is taken to be the same day, and is not counted twice.",
                "{count} days of campaigns ({campaign}) stand in the store under another account or campaign number: "
                "they are taken to be the same days, and are not counted twice.",
                found["unit_count"],
                campaign=found["campaign"],
            )
        )
    return said


def without_parts(connection: duckdb.DuckDBPyConnection, days: Days) -> list[Phrase]:
    """Leaves out of a file the ad days that a fuller report already stands for, and says so.

    Raises FileRefused where nothing else is in the file.
    """
    execute(connection, "imports/fuller", days)
    found = select(connection, "imports/fuller_said")
    if not found:
        return []
    execute(connection, "imports/incoming_whole_none")
    execute(connection, "imports/incoming_whole")
    execute(connection, "imports/incoming_unless_fuller")
    said = [
        say_n(
            "{count} day of a campaign has {before} in the store and only {after} in this finer report, which is a "
            "part: the fuller day stays. To correct it, import the report by campaigns.",
            "{count} days of campaigns have {before} in the store and only {after} in this finer report, which is a "
            "part: the fuller days stay. To correct them, import the report by campaigns.",
            row["unit_count"],
            before=Money(row["spend_held"], row["currency"]),
            after=Money(row["spend_arriving"], row["currency"]),
        )
        for row in found
    ]
    if not select(connection, "imports/anything_left")[0]["is_left"]:
        raise FileRefused(
            say(
                "All days of this file stand in the store by a fuller report: {before} there, only {after} here, where "
                "they are split finer and a part is left out. To see the split, undo the fuller import first. Nothing "
                "was changed.",
                before=Money(found[0]["spend_held"], found[0]["currency"]),
                after=Money(found[0]["spend_arriving"], found[0]["currency"]),
            )
        )
    return said


def refuse_spans(connection: duckdb.DuckDBPyConnection) -> None:
    """Raises FileRefused where a sum for several days would stand beside rows of the same days."""
    found = select(connection, "checks/counted_twice")[0]
    if found["campaign_count"]:
        raise FileRefused(
            say_n(
                "The spend of {count} campaign ({campaign}) would be counted twice: one file has a single sum for "
                "several days, another has rows of its own for {days}. Undo the earlier import, or import a file with "
                "a column of days. Nothing was changed.",
                "The spend of {count} campaigns ({campaign}, …) would be counted twice: one file has a single sum for "
                "several days, another has rows of its own for {days}. Undo the earlier import, or import a file with "
                "a column of days. Nothing was changed.",
                found["campaign_count"],
                campaign=found["campaign"],
                days=Span(found["first_day"], found["last_day"]),
            )
        )
