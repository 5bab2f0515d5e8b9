from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from .. import samples
from ..conftest import SHOP, ReadText, RowsOf


def test_analytics_counts_net_sales_and_takes_a_row_below_nought_as_a_refund(
    read_text: ReadText, rows_of: RowsOf
) -> None:
    reading = read_text(samples.WOOCOMMERCE, profile=SHOP)
    assert reading.totals == {
        "rows": 4, "orders": 2, "paid": Decimal(3099), "refunded": Decimal(99), "net_revenue": Decimal(3000),
        "returned": Decimal(99),
    }  # fmt: skip
    assert reading.currency == "BDT"
    cup, _, waiting, back = rows_of(reading, "sales")
    assert (cup["source"], cup["medium"], waiting["paid"]) == ("Google", "organic", False)
    assert (back["order_id"], back["refunded_at"]) == ("11", datetime.fromisoformat("2026-03-04 10:00:00"))


def test_analytics_names_a_product_only_where_the_order_has_one(read_text: ReadText, rows_of: RowsOf) -> None:
    sales = rows_of(read_text(samples.WOOCOMMERCE, profile=SHOP), "sales")
    assert [(sale["product"], sale["quantity"]) for sale in sales[:2]] == [("Cup", Decimal(2)), ("", Decimal(2))]


def test_analytics_without_net_sales_reads_the_written_amount(read_text: ReadText) -> None:
    written = samples.WOOCOMMERCE.replace("Net Sales", "Other")
    assert [question.about for question in read_text(written, profile=SHOP).questions] == ["decimal_mark"]
    reading = read_text(written, profile=SHOP, answers={"decimal_mark": "."})
    assert reading.totals["net_revenue"] == Decimal(3000)


def test_totals_repeated_on_each_item_count_once_and_are_split_by_the_items_sums(
    read_text: ReadText, rows_of: RowsOf
) -> None:
    reading = read_text(samples.WOOCOMMERCE_EXPORT, profile=SHOP)
    assert reading.totals == {
        "rows": 4, "orders": 2, "paid": Decimal(45), "refunded": Decimal(6), "net_revenue": Decimal(39),
    }  # fmt: skip
    cup, pot, cancelled, _ = rows_of(reading, "sales")
    assert (cup["revenue"], pot["revenue"]) == (Decimal("11.67"), Decimal("23.33"))
    assert (cup["refunded"], pot["refunded"], cancelled["paid"]) == (Decimal(2), Decimal(4), False)


def test_a_number_that_begins_a_products_name_elsewhere_is_part_of_it(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text(samples.WOOCOMMERCE_EXPORT.replace(",Pot,", ",2 x 4 Timber,"), profile=SHOP)
    assert rows_of(reading, "sales")[1]["product"] == "2 x 4 Timber"
