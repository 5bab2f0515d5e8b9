"""What a reader must keep in mind, each in one sentence with its figure. One rule for every report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from dashboard.domain.phrase import N_, Day, Money, Month, Number, Percent, Phrase, PhraseValue, Term, say, say_n
from dashboard.domain.platforms import platform_name
from dashboard.reports.freshness import KIND_LABELS, SourceAge, source_name, tells
from dashboard.reports.report import Caveat, Measures
from dashboard.reports.selection import Selection

if TYPE_CHECKING:
    from datetime import date

    from dashboard.reports.campaigns_due import Due
    from dashboard.warehouse.reader import Warehouse

NO_SOURCE_LIMIT = Decimal("0.20")  # above it a ranking of channels says more about tracking than about channels

_AMOUNTS = N_("amounts")
_UNCONVERTED_WHAT = {
    "ads": N_("spend"),
    "deals": N_("revenue"),
    "sales": N_("revenue"),
    "orders": N_("revenue"),
}


def stale(sources: Iterable[SourceAge]) -> list[Caveat]:
    """One for all sources that are older than agreed and end on the same day."""
    alike: dict[tuple[date, int], list[SourceAge]] = {}
    for source in sources:
        if source.stale:
            alike.setdefault((source.last_day, source.agreed_days), []).append(source)
    return [Caveat("stale_source", _behind(found)) for found in alike.values()]


def _behind(sources: Sequence[SourceAge]) -> Phrase:
    named = [(source_name(one), Term(KIND_LABELS.get(one.kind, one.kind))) for one in sources]
    values: dict[str, PhraseValue] = {
        "day": Day(sources[0].last_day),
        "age": Number(sources[0].age_days),
        "agreed": Number(sources[0].agreed_days),
    }
    if len(named) == 1:
        source, kind = named[0]
        return say(
            "{source} ({kind}) has no data after {day}: {age} days behind, {agreed} are agreed. "
            "What happened later is in no figure here.",
            source=source,
            kind=kind,
            **values,
        )
    return say(
        "No data after {day}: {sources}. They are {age} days behind, {agreed} are agreed. "
        "What happened later is in no figure here.",
        sources=tuple(say("{source} ({kind})", source=source, kind=kind) for source, kind in named),
        **values,
    )


def unsourced(sources: Iterable[SourceAge]) -> list[Caveat]:
    """What no source can tell of yet; nothing where nothing at all was imported."""
    known = tuple(sources)
    if not known:
        return []
    has_sales, found = tells(known, "revenue"), []
    if not has_sales:
        text = say("No sales have been uploaded: orders, revenue and all that rests on them are unknown, not zero.")
        found.append(Caveat("no_source_of_sales", text, blocks=True))
    if not tells(known, "leads"):
        text = say("No calls, forms or deals have been uploaded: leads are unknown, not zero.")
        found.append(Caveat("no_source_of_sales" if not has_sales else "no_source_of_leads", text, not has_sales))
    return found


def unconverted(warehouse: Warehouse, selection: Selection) -> list[Caveat]:
    """One for each kind and currency with amounts that no rate turned into the client's currency."""
    return [
        Caveat(
            "unconverted_amounts",
            say_n(
                "{amount} of {what} on {count} day is not converted, because there is no rate for it, and stands in "
                "no figure here.",
                "{amount} of {what} on {count} days is not converted, because there is no rate for them, and stands "
                "in no figure here.",
                int(row["day_count"]),
                amount=Money(row["amount"], row["currency"]),
                what=Term(_UNCONVERTED_WHAT.get(row["kind"], _AMOUNTS)),
            ),
        )
        for row in warehouse.fetch("reports/unconverted_sums", **selection.params())
    ]


def sums_of_periods(warehouse: Warehouse, selection: Selection, sources: Iterable[SourceAge]) -> list[Caveat]:
    """One for each book whose sales of the period are sums of months: no day is known of them, and no order."""
    if not any(source.kind == "orders_period" for source in sources):
        return []
    return [
        Caveat(
            "sums_of_periods",
            say(
                "{amount} of revenue are sums of whole months or periods from {source}: they stand on the last day of "
                "each, and their orders are not known. Where other sales are beside them, CPO and the average order "
                "may look higher than they are; a period that ends earlier has none of the sum.",
                amount=Money(row["amount"], warehouse.profile.currency, short=True),
                source=platform_name(row["platform"]),
            ),
        )
        for row in warehouse.fetch("reports/period_sums", **selection.params())
    ]


def booked_refunds(warehouse: Warehouse, selection: Selection) -> list[Caveat]:
    """What accounting told of refunds that no order shows: sums allocated to channels, and refunds without a sale."""
    booked = {row["fate"]: row for row in warehouse.fetch("reports/booked_refunds", **selection.params())}
    found = []
    if "allocated" in booked:
        found.append(
            Caveat(
                "allocated_refunds",
                say(
                    "{amount} of refunds are allocated: accounting knows them by month alone, so each channel bears "
                    "its share of net revenue, on the last day of the month with a sale.",
                    amount=Money(booked["allocated"]["amount"], warehouse.profile.currency, short=True),
                ),
            )
        )
    if "unmatched" in booked:
        found.append(
            Caveat(
                "unmatched_refunds",
                say_n(
                    "{count} refund from accounting ({amount}) has no sale here: it stands in no figure.",
                    "{count} refunds from accounting ({amount}) have no sale here: they stand in no figure.",
                    booked["unmatched"]["row_count"],
                    amount=Money(booked["unmatched"]["amount"], warehouse.profile.currency, short=True),
                ),
            )
        )
    return found


def sales_books(warehouse: Warehouse, selection: Selection, sources: Iterable[SourceAge]) -> list[Caveat]:
    """Whose sales count where others are left out; or that several books count on the same days and nobody decided."""
    books = sorted({source.platform for source in sources if source.kind in ("deals", "orders", "orders_period")})
    if len(books) < 2:
        return []
    counting = warehouse.profile.sales_books
    if counting:
        left = [book for book in books if book not in counting]
        if not left:
            return []
        text = say(
            "Sales count from {books} alone, as was decided for this client; {left} adds leads and no revenue.",
            books=tuple(map(platform_name, counting)),
            left=tuple(map(platform_name, left)),
        )
        return [Caveat("sales_books", text)]
    meeting = warehouse.fetch("reports/sales_books_meeting", **selection.params())
    if not meeting:
        return []
    text = say_n(
        "On {count} day {books} all have sales, and all count: if they are the same sales, revenue is counted twice. "
        "Nobody has decided yet whose sales count.",
        "On {count} days {books} all have sales, and all count: if they are the same sales, revenue is counted twice. "
        "Nobody has decided yet whose sales count.",
        max(row["day_count"] for row in meeting),
        books=tuple(platform_name(row["platform"]) for row in meeting),
    )
    return [Caveat("undecided_sales_books", text)]


def provisional_from(selection: Selection, today: date, days: int) -> date | None:
    """The first day of the period that the sources may still correct; None where none is that young."""
    first = max(today - timedelta(days=days - 1), selection.period.first)
    return first if days and first <= min(selection.period.last, today) else None


def provisional(since: date | None) -> list[Caveat]:
    """The last days, which ad platforms still correct."""
    if since is None:
        return []
    text = say("From {day} on the figures can still change: ad platforms correct their last days.", day=Day(since))
    return [Caveat("provisional_days", text)]


def unknown_margin(measures: Measures, currency: str) -> list[Caveat]:
    """Revenue whose cost of goods nobody stated."""
    without = Decimal(measures.get("revenue_without_cost") or 0)
    if not without:
        return []
    text = say(
        "{amount} of revenue has no known cost of goods, so margin, contribution and ROMI that include it are unknown. "
        "State a margin in the client's settings, or bring costs in with the sales.",
        amount=Money(without, currency, short=True),
    )
    return [Caveat("unknown_margin", text)]


def no_source(share: Decimal | None) -> list[Caveat]:
    """How much of the revenue nobody can credit; above a fifth it blocks a ranking."""
    if not share or share <= 0:
        return []
    if share > NO_SOURCE_LIMIT:
        text = say(
            "{share} of revenue has no source, more than {limit}: which channel leads may be an accident of tracking, "
            "so channels are not ranked.",
            share=Percent(share),
            limit=Percent(NO_SOURCE_LIMIT),
        )
        return [Caveat("no_source_share", text, blocks=True)]
    return [Caveat("no_source_share", say("{share} of revenue has no source.", share=Percent(share)))]


def few_deals(channels: Sequence[str]) -> list[Caveat]:
    """Channels (by label) whose revenue rests on fewer than ten deals' worth of orders."""
    if not channels:
        return []
    text = say(
        "Too few deals to judge {channels}: the revenue rests on the weight of fewer than ten orders.",
        channels=tuple(Term(label) for label in channels),
    )
    return [Caveat("few_deals", text)]


def unmarked_leads(measures: Measures) -> list[Caveat]:
    """Leads that nobody marked: the count of target leads is a floor."""
    leads, marked = int(measures.get("leads") or 0), int(measures.get("leads_marked") or 0)
    if marked >= leads:
        return []
    text = say_n(
        "{count} of {leads} leads carries no mark of being on target or not: target leads are at least what is shown.",
        "{count} of {leads} leads carry no mark of being on target or not: target leads are at least what is shown.",
        leads - marked,
        leads=Number(leads),
    )
    return [Caveat("unmarked_leads", text)]


def young(due: Due | None) -> list[Caveat]:
    """Leads whose time to buy is not over."""
    if due is None or not due.whole:
        return []
    text = say_n(
        "The last leads are young: {count} order is still expected from them, as sales usually go here. "
        "Orders, revenue and all that rests on them will grow.",
        "The last leads are young: {count} orders are still expected from them, as sales usually go here. "
        "Orders, revenue and all that rests on them will grow.",
        due.whole,
    )
    return [Caveat("young_leads", text)]


def plan_incomplete(months: Sequence[date]) -> list[Caveat]:
    """Months of the period that the plan leaves out."""
    if not months:
        return []
    text = say(
        "There is no plan for {months}, so the period as a whole is held against none.",
        months=tuple(Month(month) for month in months),
    )
    return [Caveat("plan_incomplete", text)]


def date_view(selection: Selection) -> list[Caveat]:
    """Which day orders count on."""
    return [Caveat("date_view", selection.view_sentence)]
