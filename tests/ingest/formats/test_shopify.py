from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from dashboard.ingest.contacts import share_of

from .. import samples
from ..conftest import SHOP, ReadText, RowsOf


def test_totals_of_the_first_line_are_split_and_add_up_exactly(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text(samples.SHOPIFY, profile=SHOP)
    assert reading.totals == {
        "rows": 4, "orders": 2, "paid": Decimal(44), "refunded": Decimal(6), "net_revenue": Decimal(38),
    }  # fmt: skip
    cup, pot, _, _ = rows_of(reading, "sales")
    assert (cup["revenue"], pot["revenue"]) == (Decimal("11.67"), Decimal("23.33"))  # 35 over 10 and 20
    assert (cup["refunded"], pot["refunded"]) == (Decimal(2), Decimal(4))


def test_an_unpaid_order_is_kept_and_counts_for_nothing(read_text: ReadText, rows_of: RowsOf) -> None:
    sales = rows_of(read_text(samples.SHOPIFY, profile=SHOP), "sales")
    assert [(sale["order_id"], sale["paid"]) for sale in sales] == [
        ("#1", True),
        ("#1", True),
        ("#2", False),
        ("#3", True),
    ]


def test_tags_of_the_note_and_the_way_of_the_order_are_read(read_text: ReadText, rows_of: RowsOf) -> None:
    cup, pot, _, drafted = rows_of(read_text(samples.SHOPIFY, profile=SHOP), "sales")
    for line in (cup, pot):
        assert (line["source"], line["medium"], line["campaign"], line["way"]) == ("google", "cpc", "brand", "site")
    assert drafted["way"] == "phone"
    assert drafted["phone_hash"]


def test_times_are_the_clients_own(read_text: ReadText, rows_of: RowsOf) -> None:
    drafted = rows_of(read_text(samples.SHOPIFY, profile=SHOP), "sales")[-1]
    assert drafted["sold"] == datetime.fromisoformat("2026-03-09 19:00:00")  # 02:00 +0300 is the evening before


def test_a_row_of_several_lines_is_counted_by_where_it_begins(read_text: ReadText, rows_of: RowsOf) -> None:
    assert [sale["line"] for sale in rows_of(read_text(samples.SHOPIFY, profile=SHOP), "sales")] == [2, 5, 6, 7]


def test_a_cancelled_order_counts_until_its_money_goes_back_and_is_said_to(read_text: ReadText) -> None:
    cancelled = read_text(
        samples.SHOPIFY.replace("9.00,,0.00,61", "9.00,2026-03-11 10:00:00 +0300,0.00,61"), profile=SHOP
    )
    assert cancelled.totals == read_text(samples.SHOPIFY, profile=SHOP).totals
    assert "cancelled" in " ".join(message.template for message in cancelled.messages)


def test_of_an_order_paid_in_part_only_that_part_counts(read_text: ReadText) -> None:
    part = samples.SHOPIFY.replace(",Id,", ",Outstanding Balance,").replace(
        "paid,2026-03-10", "partially_paid,2026-03-10"
    )
    reading = read_text(
        part.replace(",0.00,61,", ",0.00,4.00,").replace(",59,", ",0,").replace(",60,", ",7,"), profile=SHOP
    )
    assert reading.totals["paid"] == Decimal(40)  # 35, and 5 of 9


@given(
    st.decimals(0, 100_000, places=2),
    st.lists(st.decimals(0, 1000, places=2), min_size=1, max_size=9),
)
def test_shares_never_differ_from_the_whole_by_more_than_a_cent_a_row(whole: Decimal, weights: list[Decimal]) -> None:
    total = sum(weights, Decimal(0))
    shares = [share_of(whole, weight, total) for weight in weights]
    if total:
        assert abs(sum(shares) - whole) <= Decimal("0.01") * len(weights)
    else:
        assert not any(shares)
