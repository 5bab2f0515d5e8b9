"""The answer of the report: how much these two periods differ by chance alone, and what may be said of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from dashboard.domain import metrics
from dashboard.domain.comparison import Alignment, Change
from dashboard.domain.metrics import Measures
from dashboard.domain.period import Period, months_later, year_before
from dashboard.domain.phrase import Money, say
from dashboard.domain.year_over_year.bridge import Bridge
from dashboard.domain.year_over_year.noise import Noise, Takings, noise
from dashboard.domain.year_over_year.verdict import Verdict, VerdictKind, verdict
from dashboard.reports.year_over_year.bridges import Bridges
from dashboard.reports.year_over_year.facts import Compared, Reason
from dashboard.reports.year_over_year.sizes import OrderSizes

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse

YEARS_OF_HISTORY = 3  # from so many on, the client's own earlier windows say how far growth scatters
_SPEND_MOVED = Decimal("0.25")  # a change of the spend that belongs into the answer itself


@dataclass(frozen=True)
class Chance:
    """How far growth scatters where nothing happened: that of the books, and that of what is counted alike in both
    periods, by which the answer is judged. None: nobody knows."""

    books: Noise | None = None
    alike: Noise | None = None


def chance(
    warehouse: Warehouse,
    now: Period,
    years: Iterable[tuple[OrderSizes, Measures]],
    bridged: Bridges,
    known_from: date | None,
) -> Chance:
    """`years` are the orders and sums of both periods' books, then and now.

    An order and its cancellation, which together are nothing, are no orders of what is counted alike either.
    """
    (of_then, then), (of_now, this) = ((sizes, _takings(sizes, sums)) for sizes, sums in years)
    if then is None or this is None:
        return Chance()
    windows = earlier_windows(warehouse, now, known_from)
    books = noise(then, this, bridged.dispersion, windows)
    if bridged.takings is None:
        return Chance(books, books)
    alike_then, alike_now = bridged.takings
    alike_then, alike_now = alike_then.without(of_then.undone_squares), alike_now.without(of_now.undone_squares)
    return Chance(books, noise(alike_then, alike_now, bridged.dispersion, windows))


def earlier_windows(warehouse: Warehouse, now: Period, known_from: date | None) -> list[tuple[float, float]]:
    """The net revenue of the windows of the same length before the period, with that of their years before.

    None of fewer than three years, nor where some of their days were not given to the reader.
    """
    first, last = known_from, now.first - timedelta(days=1)
    if first is None or months_later(now.last, -12 * YEARS_OF_HISTORY) < first or not warehouse.gives(first, last):
        return []
    rows = warehouse.fetch("reports/revenue_days", date_from=first, date_to=last)
    by_day = {row["day"]: float(row["revenue"] - row["refunds"]) for row in rows}
    found = []
    window = now.shifted(-now.days)
    while (before := year_before(window)).first >= first:
        found.append((_of(by_day, before), _of(by_day, window)))
        window = window.shifted(-now.days)
    return found


def answer(
    naive: Compared,
    basis: Compared,
    chance: Noise | None,
    bridge: Bridge | None,
    found: Iterable[Reason],
    spend: Change,
    currency: str,
    today: date,
    has_data: bool,
) -> Verdict:
    """The verdict of the report, with what the ads cost where that moved much."""
    if not has_data:
        return Verdict(VerdictKind.NOT_COMPARABLE, say("There is no data yet, so there is nothing to compare."))
    if basis.pair.alignment is Alignment.NAIVE and basis.pair.now.first >= today:
        return Verdict(
            VerdictKind.NOT_COMPARABLE, say("No day of this period is over yet, so there is nothing to compare.")
        )
    if basis.pair.alignment is Alignment.NAIVE:
        return Verdict(
            VerdictKind.NOT_COMPARABLE, say("These days have no sales data, so there is nothing to compare.")
        )
    said = verdict(
        naive.revenue,
        basis.revenue,
        chance,
        bridge,
        [reason.caveat for reason in found if not reason.of_channels],
        currency,
        basis.pair.now.last,
    )
    share = spend.share
    if said.kind is VerdictKind.NOT_COMPARABLE or share is None or abs(share) < _SPEND_MOVED:
        return said
    ads = say(
        "Ads cost {now} against {then}.",
        now=Money(spend.now or Decimal(0), currency, short=True),
        then=Money(spend.then or Decimal(0), currency, short=True),
    )
    return replace(said, more=(*said.more, ads))


def _takings(sizes: OrderSizes, sums: Measures) -> Takings | None:
    net, squares = metrics.value_of("net_revenue", sums), sizes.squares_of(sums)
    return None if net is None or squares is None else Takings(float(net), float(squares))


def _of(by_day: dict[date, float], period: Period) -> float:
    return sum(by_day.get(day, 0.0) for day in period)
