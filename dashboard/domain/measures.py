"""Measures: what adds up over days, channels and campaigns. Counts are whole; money is in the client's currency."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce
from typing import Any, Literal, cast, overload

from dashboard.domain.formula import EXACT, Formula, exact
from dashboard.domain.phrase import N_

Unit = Literal["money", "percent", "ratio", "count"]
Better = Literal["higher", "lower", "none"]
Measures = Mapping[str, Decimal | int | None]
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Measure:
    """A measure. `formula` is empty for one that is stored, else how it follows from stored ones."""

    key: str
    label: str
    unit: Unit
    better: Better
    help: str
    formula: str = ""


_ALL = (
    Measure("impressions", N_("Impressions"), "count", "none", N_("How often an ad was shown.")),
    Measure("clicks", N_("Clicks"), "count", "none", N_("Clicks on ads.")),
    Measure(
        "spend",
        N_("Spend"),
        "money",
        "none",
        N_("What the platforms charged, on the client's VAT basis, at the day's rate. The agency's fee is not in it."),
    ),
    Measure("calls", N_("Calls"), "count", "higher", N_("Incoming calls, answered or not.")),
    Measure(
        "calls_missed",
        N_("Missed calls"),
        "count",
        "lower",
        N_("Incoming calls that nobody answered, within the client's working hours where they are agreed."),
    ),
    Measure(
        "calls_off_hours",
        N_("Calls out of hours"),
        "count",
        "none",
        N_("Incoming calls outside the client's working hours; they are in calls too, and are never missed ones."),
    ),
    Measure("forms", N_("Forms"), "count", "higher", N_("Forms and chats sent from the site.")),
    Measure(
        "leads",
        N_("Leads"),
        "count",
        "higher",
        N_("First contacts of people: a call and the deal that came of it are one lead."),
    ),
    Measure(
        "leads_answered",
        N_("Answered leads"),
        "count",
        "higher",
        N_("Leads that somebody on the client's side answered."),
    ),
    Measure(
        "leads_marked",
        N_("Marked leads"),
        "count",
        "none",
        N_("Leads that are known to be on target or not: by a mark of either side, or by the client's rule."),
    ),
    Measure(
        "target_leads",
        N_("Target leads"),
        "count",
        "higher",
        N_("Leads that either side marked as on target, or that the client's rule accepts."),
    ),
    Measure("orders", N_("Orders"), "count", "higher", N_("Paid orders.")),
    Measure(
        "phone_orders", N_("Phone orders"), "count", "higher", N_("Paid orders made by phone; they are in orders too.")
    ),
    Measure(
        "revenue",
        N_("Revenue before refunds"),
        "money",
        "higher",
        N_("What was paid for orders, refunds not yet taken off."),
    ),
    Measure(
        "refunds",
        N_("Refunds"),
        "money",
        "lower",
        N_("What was paid back, on the day and channel of the sale it undoes."),
    ),
    Measure(
        "cogs", N_("Cost of goods"), "money", "none", N_("What the goods sold cost the client, refunded ones too.")
    ),
    Measure(
        "refunded_cogs",
        N_("Cost of goods returned"),
        "money",
        "none",
        N_("The cost of goods that came back with refunds."),
    ),
    Measure(
        "revenue_without_cost",
        N_("Revenue of unknown margin"),
        "money",
        "lower",
        N_("Revenue whose cost of goods is not known: neither by line, nor by product, nor by client."),
    ),
    Measure(
        "order_squares",
        N_("Sum of squared orders"),
        "count",
        "none",
        N_("The squares of each order's revenue, summed: says on how many orders a figure really rests."),
    ),
    Measure("fee", N_("Agency fee"), "money", "none", N_("What the agency charges; never part of spend.")),
    Measure(
        "net_revenue",
        N_("Revenue"),
        "money",
        "higher",
        N_("What was paid for orders less what was refunded."),
        "revenue - refunds",
    ),
    Measure(
        "margin",
        N_("Margin"),
        "money",
        "higher",
        N_("Revenue less the cost of the goods kept. Unknown as long as any revenue has no known cost."),
        "net_revenue - (cogs - refunded_cogs)",
    ),
    Measure("contribution", N_("Contribution"), "money", "higher", N_("Margin less spend."), "margin - spend"),
    Measure(
        "profit", N_("Profit"), "money", "higher", N_("Margin less spend and the agency's fee."), "contribution - fee"
    ),
    Measure(
        "internet_revenue",
        N_("Revenue from the internet"),
        "money",
        "higher",
        N_("Revenue of sales credited to channels of the internet."),
    ),
    Measure(
        "no_source_revenue",
        N_("Revenue without a source"),
        "money",
        "lower",
        N_("Revenue of sales that no source is known for; never spread over the channels."),
    ),
    Measure(
        "business_revenue",
        N_("Revenue of the whole business"),
        "money",
        "higher",
        N_("All revenue of the client, whatever way it came."),
    ),
)

MEASURES: dict[str, Measure] = {measure.key: measure for measure in _ALL}
FORMULAS: dict[str, Formula] = {measure.key: Formula(measure.formula) for measure in _ALL if measure.formula}
OF_CHANNELS = ("internet_revenue", "no_source_revenue", "business_revenue")  # made by dashboard.domain.metrics.across
STORED: tuple[str, ...] = tuple(key for key in MEASURES if key not in FORMULAS and key not in OF_CHANNELS)
_KNOWN = (*STORED, *OF_CHANNELS)


def value_of(key: str, measures: Measures) -> Decimal | None:
    """A measure's value, stored or derived; None where it, or any measure that it needs, is unknown.

    The margin is unknown as soon as any revenue in the sum has no known cost. Raises KeyError for a name that is
    no measure.
    """
    if key not in MEASURES:
        raise KeyError(key)
    formula = FORMULAS.get(key)
    if formula is None:
        return exact(measures.get(key))
    if key == "margin" and measures.get("revenue_without_cost") != 0:
        return None
    return formula.value(lambda name: value_of(name, measures))


def derive(measures: Measures) -> dict[str, Decimal | None]:
    """All derived measures: net_revenue, margin, contribution, profit."""
    return {key: value_of(key, measures) for key in FORMULAS}


def stored_needs(key: str) -> tuple[str, ...]:
    """The stored measures that a measure rests on, itself if it is stored."""
    formula = FORMULAS.get(key)
    if formula is None:
        return (key,)
    found = [need for name in formula.names for need in stored_needs(name)]
    return tuple(dict.fromkeys([*found, "revenue_without_cost"] if key == "margin" else found))


Total = dict[str, Decimal | int | None]


@overload
def total(rows: Iterable[Row]) -> Total: ...
@overload
def total(rows: Iterable[Row], *, by: str) -> dict[Any, Total]: ...
@overload
def total(rows: Iterable[Row], *, by: Sequence[str] | Callable[[Row], Any]) -> dict[Any, Total]: ...


def total(
    rows: Iterable[Row], *, by: str | Sequence[str] | Callable[[Row], Any] | None = None
) -> Total | dict[Any, Total]:
    """The stored measures of all rows summed; with `by` (a column, columns, or a function of a row) one sum per value.

    Sums keep the order in which the values first appear. A measure that a row does not have adds nothing; one that is
    None (unknown) makes the sum unknown. The sum of no rows is zero in every measure but the fee, which is left out.
    """
    if by is None:
        return _sum(rows)
    groups: dict[Any, list[Row]] = {}
    for row in rows:
        groups.setdefault(_group(row, by), []).append(row)
    return {value: _sum(members) for value, members in groups.items()}


def _group(row: Row, by: str | Sequence[str] | Callable[[Row], Any]) -> Any:
    if isinstance(by, str):
        return row[by]
    return by(row) if callable(by) else tuple(row[column] for column in by)


def _sum(rows: Iterable[Row]) -> Total:
    found = list(rows)
    if not found:
        return {key: Decimal(0) if MEASURES[key].unit == "money" else 0 for key in STORED if key != "fee"}
    columns = found[0].keys()
    if all(row.keys() == columns for row in found):  # as the rows of one query are
        return {key: _sum_of([row[key] for row in found]) for key in _KNOWN if key in columns}
    return {key: _sum_of([row[key] for row in found if key in row]) for key in _columns(found)}


def _columns(rows: Sequence[Row]) -> list[str]:
    present = {key for row in rows for key in row}
    return [key for key in _KNOWN if key in present]


def _sum_of(values: Sequence[Decimal | int | None]) -> Decimal | int | None:
    if None in values:
        return None
    if set(map(type, values)) == {int}:
        return sum(cast("Sequence[int]", values))
    return reduce(EXACT.add, cast("Sequence[Decimal]", values), Decimal(0))
