"""The rules that find what makes two years unlike, numbered as in the catalogue of the method.

Each looks at the facts and gives one caveat, or none. None of them names a cause: they say what differs.
"""

from __future__ import annotations

from collections.abc import Callable

from dashboard.domain.caveats import Caveat, in_order
from dashboard.domain.unlike_counting import (
    coverage_differs,
    no_source_moved,
    returns_to_come,
    rules_changed,
    sales_immature,
    unconverted_amounts,
    vat_changed,
)
from dashboard.domain.unlike_days import (
    data_end_early,
    days_differ,
    events_differ,
    holidays_moved,
    working_days_differ,
)
from dashboard.domain.unlike_size import counts_small, few_orders_decide, spend_changed
from dashboard.domain.year_facts import YearFacts

RULES: tuple[Callable[[YearFacts], Caveat | None], ...] = (
    days_differ,
    working_days_differ,
    holidays_moved,
    events_differ,
    data_end_early,
    sales_immature,
    returns_to_come,
    coverage_differs,
    no_source_moved,
    rules_changed,
    unconverted_amounts,
    vat_changed,
    spend_changed,
    few_orders_decide,
    counts_small,
)


def find(facts: YearFacts) -> tuple[Caveat, ...]:
    """All caveats that these facts give: blockers first, then by what they are worth."""
    return in_order(rule(facts) for rule in RULES)
