"""Values of which the mapping says nothing: a file may bring new ones, and what they count as has to be seen."""

from __future__ import annotations

import duckdb
from duckdb import ColumnExpression

from dashboard.domain.canonical import Kind
from dashboard.domain.phrase import N_, Phrase, Term, say_n
from dashboard.ingest.recognition import Recognised
from dashboard.ingest.statements import rows

_NAMED = 5
_COUNT_AS: dict[str, str] = {
    "answered": N_("A call counts as answered there if there was talk."),
    "direction": N_("A call counts as incoming there."),
    "target": N_("They have no mark there."),
    "stage": N_("A deal counts as open there."),
    "status": N_("An order counts as not paid there."),
    "paid": N_("An order counts as not paid there."),
    "way": N_("They count as having come otherwise."),
}
_DECIDED_BY_STAGE = N_("What a deal came to is then decided by its stage.")


def untold(connection: duckdb.DuckDBPyConnection, found: Recognised) -> list[Phrase]:
    """A sentence for each column of the view `cells` that has such values."""
    said = []
    for column, words in found.form.told_words.items():
        places = found.columns.get(column, ())
        if not places:
            continue
        connection.view("cells").select(ColumnExpression(column).alias("cell")).create_view("told_about", replace=True)
        new = rows(connection, "words_untold", {"words": list(words)})
        if new:
            of_deals = column == "status" and found.form.kind is Kind.DEALS
            counted = _DECIDED_BY_STAGE if of_deals else _COUNT_AS[column]
            named = tuple(row["word"] for row in new[:_NAMED]) + (("…",) if len(new) > _NAMED else ())
            said.append(
                say_n(
                    "“{header}” has {count} value of which the mapping says nothing: {values}. {counted}",
                    "“{header}” has {count} values of which the mapping says nothing: {values}. {counted}",
                    count=len(new), header=found.header[places[0]], values=named, counted=Term(counted),
                )
            )  # fmt: skip
    return said
