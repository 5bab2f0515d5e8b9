"""What is still to come back and what a rate of exchange moved, from files to the bridge (golden 07 and 11)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

import pytest

from dashboard.domain.client import ClientProfile
from dashboard.domain.period import Period
from dashboard.reports.year_over_year.report import YearOverYear
from dashboard.workspace import Workspace
from sample_data.layouts.numbers import table
from tests.stories import telling

SHOP = ClientProfile(
    slug="refunds-and-rates",
    name="Refunds and rates",
    currency="RUB",
    country="KZ",
    timezone="Asia/Almaty",
    language="en",
    provisional_days=0,
    margin=Decimal("0.5"),
    sales_books=("till",),
)
MAPPING = """kind = "orders"
[columns]
order_id = "Order"
sold = "Day"
revenue = "Sum"
refunded = "Back"
refunded_at = "Back on"
currency = "Currency"
[options]
platform = "till"
date_order = "ymd"
decimal_mark = "."
"""
DECEMBER = Period(date(2025, 12, 1), date(2025, 12, 31))
SOLD = (date(2024, 12, 21), date(2025, 12, 21))
RATES = (90, 81)


def files() -> Iterator[tuple[str, bytes]]:
    """A hundred orders of 10,000 a year, of which ten come back in the end: three within five days, the rest in forty;
    and an order of 1,000 dollars. Of earlier orders three hundred say how long refunds take."""
    rows = [["Order", "Day", "Sum", "Back", "Back on", "Currency"]]
    for day, count in ((date(2024, 10, 1), 200), (SOLD[0], 100), (SOLD[1], 100)):
        for number in range(count):
            after = (5 if number % 100 < 3 else 40) if number % 100 < 10 else None
            back = None if after is None else day + timedelta(days=after)
            if back is not None and back > DECEMBER.last:
                back = None
            returned = ["0", ""] if back is None else ["10000", f"{back}"]
            rows.append([f"{day:%y}-{day:%m}-{number}", f"{day}", "10000", *returned, "RUB"])
    for day in SOLD:
        rows.append([f"usd-{day:%y}", f"{day}", "1000", "0", "", "USD"])
    rows.append(["last", f"{DECEMBER.last}", "1", "0", "", "RUB"])  # until here the till has told
    yield "till.csv", table(rows, ",", "\n").encode()
    rates = [[f"{day}", "USD", str(rate)] for day, rate in zip(SOLD, RATES, strict=True)]
    yield "rates.csv", table([["day", "currency", "rate"], *rates], ",", "\n").encode()


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> YearOverYear:
    workspace = Workspace(tmp_path_factory.mktemp("refunds"))
    telling.tell(workspace, SHOP, files(), [MAPPING])
    return telling.year_over_year(workspace, SHOP.slug, DECEMBER, date(2026, 1, 1))


def test_refunds_to_come_and_the_rate_are_lines_of_the_bridge(report: YearOverYear) -> None:
    assert report.bridge is not None
    worth = {line.key: line.amount for line in report.bridge.lines}
    assert worth["currency"] == -9_000
    rate = Decimal(300_000) / (3_000_000 + 90_000)  # of what was sold in 2024
    still = rate * (Decimal("0.7") * (1_000_000 + 81_000) + 1)  # ten days old, and the last one of that very day
    assert worth["returns_to_come"] == still.quantize(Decimal("0.01"))
    (reason,) = [one for one in report.reasons if one.id == "Y07"]
    assert (reason.caveat.figure, reason.line) == (worth["returns_to_come"], "returns_to_come")
