"""What a person sees before taking an import back, and what of an import still stands."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dashboard.domain.canonical import Kind
from dashboard.domain.errors import ImportUnknown
from dashboard.warehouse.namespace import Namespace
from dashboard.warehouse.records import CampaignChange, DayChange, Standing
from tests.warehouse.conftest import Write, ads, day, live_in, row


def test_the_preview_of_an_undo_shows_what_comes_back_and_what_goes(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        store.commit(write(Kind.ADS, ads((1, "A", 5), (2, "A", 6))), by="anna")
        store.commit(write(Kind.ADS, ads((2, "A", 60), (3, "B", 7))), by="anna")
        before = live_in(store)
        (table,) = store.undo_preview(2).tables
        assert live_in(store) == before
        assert store.imports()[0].undone_at is None
    assert (table.units_new, table.units_replaced, table.units_gone) == (0, 1, 1)
    assert table.changes == (
        DayChange(day(2), "spend", Decimal(60), Decimal(6), "RUB"),
        DayChange(day(3), "spend", Decimal(7), None, "RUB"),
    )
    assert table.campaigns == (
        CampaignChange("A", "spend", Decimal(60), Decimal(6), "RUB"),
        CampaignChange("B", "spend", Decimal(7), None, "RUB"),
    )


def test_undoing_what_was_replaced_whole_changes_no_figure(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        store.commit(write(Kind.ADS, ads((1, "A", 5))), by="anna")
        store.commit(write(Kind.ADS, ads((1, "A", 6))), by="anna")
        assert store.undo_preview(1).changes_nothing


def test_an_undo_names_the_gap_that_it_opens_and_the_published_month(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        for number in (1, 2, 3):
            store.commit(write(Kind.ADS, ads((number, "A", 5))), by="anna")
        store.months.publish(day(1), by="anna")
        preview = store.undo_preview(2)
    assert [(gap.first, gap.last, gap.opened) for gap in preview.gaps] == [(day(2), day(2), True)]
    (reached,) = preview.published
    assert (reached.before, reached.after, reached.days) == (Decimal(5), 0, 1)


def test_an_import_that_is_not_there_or_undone_has_no_preview(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        with pytest.raises(ImportUnknown, match="no import 7"):
            store.undo_preview(7)
        store.commit(write(Kind.ADS, ads((1, "A", 5))), by="anna")
        store.undo(1, by="anna")
        with pytest.raises(ImportUnknown, match="undone already"):
            store.undo_preview(1)


def test_what_stands_of_an_import_and_what_replaced_the_rest(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        first = store.commit(write(Kind.ADS, ads((1, "A", 5), (2, "A", 6), (3, "A", 7))), by="anna")
        store.commit(write(Kind.ADS, ads((2, "A", 60))), by="anna")
        store.commit(write(Kind.ADS, ads((3, "A", 70))), by="anna")
        assert store.standing(first) == (Standing("ad_day", 1, ((2, 1), (3, 1))),)
        store.undo(3, by="anna")
        assert store.standing(first) == (Standing("ad_day", 2, ((2, 1),)),)
        store.undo(1, by="anna")
        assert store.standing(first) == (Standing("ad_day", 0, ((2, 1),), withdrawn=2),)


def test_a_sale_that_was_withdrawn_stands_in_no_import(namespace: Namespace, write: Write) -> None:
    won = {"leads": [row("leads", status="won")], "sales": [row("sales", platform="bitrix24")]}
    with namespace.store() as store:
        first = store.commit(write(Kind.DEALS, won), by="anna")
        store.commit(write(Kind.DEALS, {"leads": [row("leads", status="lost")], "sales": []}), by="anna")
        assert store.standing(first) == (Standing("leads", 0, ((2, 1),)), Standing("sales", 0, (), withdrawn=1))


def test_an_old_import_partly_replaced_and_its_successor_are_taken_back_in_either_order(
    namespace: Namespace, write: Write
) -> None:
    with namespace.store() as store:
        store.commit(write(Kind.ADS, ads((1, "A", 5), (2, "A", 6))), by="anna")
        store.commit(write(Kind.ADS, ads((1, "A", 50), (2, "A", 60))), by="anna")
        store.commit(write(Kind.ADS, ads((2, "A", 600))), by="anna")
        assert [change.after for change in store.undo_preview(2).changes] == [Decimal(5)]
        store.undo(2, by="anna")
        assert live_in(store) == [(day(1), "A", 5), (day(2), "A", 600)]
        assert [(change.before, change.after) for change in store.undo_preview(3).changes] == [(600, 6)]
        store.undo(3, by="anna")
        assert live_in(store) == [(day(1), "A", 5), (day(2), "A", 6)]
