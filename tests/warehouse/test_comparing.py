"""What a person sees before agreeing: money then, money after, and what stays."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dashboard.domain.canonical import Kind
from dashboard.domain.errors import FileRefused
from dashboard.domain.phrase import Money, Span
from dashboard.warehouse.namespace import Namespace
from dashboard.warehouse.records import CampaignChange, DayChange, Preview
from tests.warehouse.conftest import Write, ads, day, live, row


def spend(preview: Preview) -> list[DayChange]:
    return [change for change in preview.changes if change.measure == "spend"]


def test_a_preview_of_a_first_file_has_nothing_before(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        preview = store.preview(write(Kind.ADS, ads((1, "A", 5), (1, "B", 7), (2, "A", 6))))
    assert (preview.units_new, preview.units_replaced, preview.units_identical) == (3, 0, 0)
    assert preview.status == "imported"
    assert preview.changes == [
        DayChange(day(1), "spend", None, Decimal(12), "RUB"),
        DayChange(day(2), "spend", None, Decimal(6), "RUB"),
    ]


def test_a_preview_writes_nothing(namespace: Namespace, write: Write) -> None:
    version = namespace.version()
    with namespace.store() as store:
        store.preview(write(Kind.ADS, ads((1, "A", 5))))
        assert store.imports() == []
    assert live(namespace) == []
    assert namespace.version() == version


def test_a_preview_shows_the_money_then_and_after_on_the_days_that_change(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        store.commit(write(Kind.ADS, ads((1, "A", 5), (2, "A", 6), (2, "B", 40))), by="anna")
        preview = store.preview(write(Kind.ADS, ads((1, "A", 5), (2, "A", 60), (3, "A", 7))))
    assert (preview.units_new, preview.units_replaced, preview.units_identical) == (1, 1, 1)
    assert spend(preview) == [
        DayChange(day(2), "spend", Decimal(46), Decimal(100), "RUB"),
        DayChange(day(3), "spend", None, Decimal(7), "RUB"),
    ]


def test_a_preview_shows_the_campaigns_that_change_the_largest_first(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        store.commit(write(Kind.ADS, ads((1, "A", 5), (1, "B", 9), (1, "C", 1))), by="anna")
        (table,) = store.preview(write(Kind.ADS, ads((1, "A", 6), (1, "B", 2), (1, "C", 1)))).tables
    assert table.campaigns == (
        CampaignChange("B", "spend", Decimal(9), Decimal(2), "RUB"),
        CampaignChange("A", "spend", Decimal(5), Decimal(6), "RUB"),
    )


def test_what_the_file_does_not_carry_is_kept_and_said(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        store.commit(write(Kind.ADS, ads((1, "A", 5), (1, "B", 40), (2, "B", 2), (9, "B", 8))), by="anna")
        file = write(Kind.ADS, ads((1, "A", 50), (3, "A", 7)))
        preview = store.preview(file)
        store.commit(file, by="anna")
    assert preview.tables[0].units_kept == 2
    (message,) = preview.messages
    assert message.count == 2
    assert dict(message.values)["amount"] == Money(Decimal(42), "RUB")
    assert (day(1), "B", 40) in live(namespace)


def test_another_account_of_the_platform_is_neither_compared_nor_spoken_of(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        store.commit(write(Kind.ADS, ads((1, "A", 5), account="one")), by="anna")
        preview = store.preview(write(Kind.ADS, ads((1, "A", 7), account="two")))
    assert preview.units_new == 1
    assert preview.messages == ()
    assert spend(preview) == [DayChange(day(1), "spend", None, Decimal(7), "RUB")]


def test_amounts_of_two_currencies_are_never_added(namespace: Namespace, write: Write) -> None:
    rows = ads((1, "A", 5))["ad_day"] + ads((1, "B", 7), currency="USD")["ad_day"]
    with namespace.store() as store:
        preview = store.preview(write(Kind.ADS, {"ad_day": rows}))
    assert spend(preview) == [
        DayChange(day(1), "spend", None, Decimal(5), "RUB"),
        DayChange(day(1), "spend", None, Decimal(7), "USD"),
    ]


def test_a_sum_for_several_days_is_refused_beside_daily_rows_of_its_campaign(
    namespace: Namespace, write: Write
) -> None:
    daily = write(Kind.ADS, ads((4, "A", 5), (4, "B", 7)))
    total = write(Kind.ADS, ads((1, "A", 50), (1, "C", 9), day_to=day(9)))
    with namespace.store() as store:
        store.commit(daily, by="anna")
        with pytest.raises(FileRefused, match="counted twice") as refused:
            store.preview(total)
        assert dict(refused.value.phrase.values)["days"] == Span(day(4), day(4))
        store.undo(1, by="anna")
        store.commit(total, by="anna")
        with pytest.raises(FileRefused, match="counted twice"):
            store.commit(daily, by="anna")
    assert live(namespace) == [(day(1), "A", 50), (day(1), "C", 9)]


def test_sums_for_months_that_follow_each_other_stand_side_by_side(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        store.commit(write(Kind.ADS, ads((1, "A", 50), day_to=day(31))), by="anna")
        record = store.commit(write(Kind.ADS, ads((32, "A", 60), day_to=day(61))), by="anna")
        longer = store.commit(write(Kind.ADS, ads((32, "A", 65), day_to=day(62))), by="anna")
    assert (record.status, longer.status) == ("imported", "replaced")


def test_the_same_file_is_seen_to_change_nothing(namespace: Namespace, write: Write) -> None:
    file = write(Kind.ORDERS, {"sales": [row("sales"), row("sales", item=2, revenue=50)]})
    with namespace.store() as store:
        store.commit(file, by="anna")
        preview = store.preview(file)
    assert preview.changes_nothing
    assert (preview.status, preview.changes, preview.units_identical) == ("unchanged", [], 1)


def test_a_refund_that_came_later_shows_as_a_change_of_its_order(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        store.commit(write(Kind.ORDERS, {"sales": [row("sales")]}), by="anna")
        preview = store.preview(write(Kind.ORDERS, {"sales": [row("sales", refunded=30, refunded_at=day(9))]}))
    assert DayChange(day(1), "refunded", Decimal(0), Decimal(30), "RUB") in preview.changes
    assert DayChange(day(1), "revenue", Decimal(100), Decimal(100), "RUB") in preview.changes


def test_what_is_there_already_is_said_beside_what_is_new(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        store.commit(write(Kind.CALLS, {"calls": [row("calls", call_id="1")]}), by="anna")
        preview = store.preview(write(Kind.CALLS, {"calls": [row("calls", call_id="1"), row("calls", call_id="2")]}))
    assert [change.measure for change in preview.changes] == ["calls"]
    assert [(message.template[:7], message.count) for message in preview.messages] == [("{count}", 1)]
