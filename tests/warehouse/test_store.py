"""What a file does to the store, and what taking it back does."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dashboard.domain.canonical import Kind
from dashboard.domain.errors import FileRefused, ImportUnknown
from dashboard.domain.reading import Outcome, Reading
from dashboard.warehouse.namespace import Namespace
from dashboard.warehouse.records import DayChange
from tests.warehouse.conftest import Write, ads, day, live, live_in, row


def test_a_first_file_is_imported_whole(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        record = store.commit(write(Kind.ADS, ads((1, "A", 5), (2, "A", 6)), file="march.csv"), by="anna")
    assert (record.import_id, record.status, record.file, record.imported_by) == (1, "imported", "march.csv", "anna")
    assert record.units == {"ad_day": {"new": 2, "replaced": 0, "identical": 0, "kept": 0}}
    assert live(namespace) == [(day(1), "A", 5), (day(2), "A", 6)]


def test_the_same_file_again_changes_nothing(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        first = write(Kind.ADS, ads((1, "A", 5), (1, "B", 7)))
        store.commit(first, by="anna")
        version = namespace.version()
        again = store.commit(first, by="boris")
        assert (again.status, again.import_id) == ("unchanged", 1)
        assert len(store.imports()) == 1
    assert namespace.version() == version


def test_an_overlapping_file_replaces_its_days_and_keeps_the_others(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        store.commit(write(Kind.ADS, ads((1, "A", 5), (2, "A", 6))), by="anna")
        record = store.commit(write(Kind.ADS, ads((2, "A", 60), (3, "A", 7))), by="anna")
    assert record.status == "replaced"
    assert live(namespace) == [(day(1), "A", 5), (day(2), "A", 60), (day(3), "A", 7)]


def test_identical_units_are_not_written_again(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        store.commit(write(Kind.ADS, ads((1, "A", 5), (2, "A", 6))), by="anna")
        record = store.commit(write(Kind.ADS, ads((2, "A", 6), (3, "A", 7))), by="anna")
        assert record.units["ad_day"] == {"new": 1, "replaced": 0, "identical": 1, "kept": 0}
    assert live(namespace, "ad_day", "day", "import_id") == [(day(1), 1), (day(2), 1), (day(3), 2)]


def test_a_unit_of_several_rows_is_one_whatever_their_order(namespace: Namespace, write: Write) -> None:
    rows = [row("ad_day", ad_group="x", spend=1), row("ad_day", ad_group="y", spend=2)]
    with namespace.store() as store:
        store.commit(write(Kind.ADS, {"ad_day": rows}), by="anna")
        assert store.preview(write(Kind.ADS, {"ad_day": rows[::-1]})).changes_nothing
        assert store.preview(write(Kind.ADS, {"ad_day": rows[:1]})).units_replaced == 1


def test_an_order_that_moved_to_another_day_leaves_its_first_day(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        store.commit(write(Kind.ORDERS, {"sales": [row("sales", sold=day(1))]}), by="anna")
        record = store.commit(write(Kind.ORDERS, {"sales": [row("sales", sold=day(9))]}), by="anna")
    assert record.units["sales"]["replaced"] == 1
    assert live(namespace, "sales", "cast(sold as date)") == [(day(9),)]


def test_a_deal_and_its_sale_come_and_go_together(namespace: Namespace, write: Write) -> None:
    deals = {"leads": [row("leads", status="won")], "sales": [row("sales")]}
    with namespace.store() as store:
        record = store.commit(write(Kind.DEALS, deals), by="anna")
        assert (len(live_in(store, "leads", "status")), len(live_in(store, "sales", "status"))) == (1, 1)
        store.undo(record.import_id, by="anna")
        assert (len(live_in(store, "leads", "status")), len(live_in(store, "sales", "status"))) == (0, 0)


def test_a_deal_that_is_no_longer_won_loses_its_sale_until_that_is_undone(namespace: Namespace, write: Write) -> None:
    won = {
        "leads": [row("leads", status="won"), row("leads", lead_id="2")],
        "sales": [row("sales", platform="bitrix24")],
    }
    lost = {"leads": [row("leads", status="lost")], "sales": []}
    with namespace.store() as store:
        store.commit(write(Kind.DEALS, won), by="anna")
        file = write(Kind.DEALS, lost)
        preview = store.preview(file)
        record = store.commit(file, by="anna")
        assert preview.tables[1].changes[0] == DayChange(day(1), "revenue", Decimal(100), None, "RUB")
        assert record.units["sales"] == {"new": 0, "replaced": 1, "identical": 0, "kept": 0}
        assert live_in(store, "leads", "lead_id", "status") == [("1", "lost"), ("2", "open")]
        assert live_in(store, "sales", "order_id") == []
        assert store.commit(file, by="anna").status == "unchanged"
        store.undo(record.import_id, by="anna")
        assert live_in(store, "sales", "order_id") == [("1",)]


def test_a_deal_lost_stays_without_its_sale_when_the_import_that_won_it_is_undone(
    namespace: Namespace, write: Write
) -> None:
    won = {"leads": [row("leads", status="won")], "sales": [row("sales", platform="bitrix24")]}
    with namespace.store() as store:
        store.commit(write(Kind.DEALS, won), by="anna")
        lost = store.commit(write(Kind.DEALS, {"leads": [row("leads", status="lost")], "sales": []}), by="anna")
        store.undo(1, by="anna")
        assert (live_in(store, "leads", "status"), live_in(store, "sales", "order_id")) == ([("lost",)], [])
        store.undo(lost.import_id, by="anna")
        assert (live_in(store, "leads", "status"), live_in(store, "sales", "order_id")) == ([], [])


def test_undoing_a_replacement_brings_the_replaced_rows_back(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        store.commit(write(Kind.ADS, ads((1, "A", 5), (2, "A", 6))), by="anna")
        second = store.commit(write(Kind.ADS, ads((2, "A", 60), (3, "A", 7))), by="anna")
        store.undo(second.import_id, by="boris")
        undone = store.imports()[0]
    assert live(namespace) == [(day(1), "A", 5), (day(2), "A", 6)]
    assert (undone.import_id, undone.undone_by) == (2, "boris")
    assert undone.undone_at is not None


def test_undoing_an_old_import_leaves_what_replaced_it(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        store.commit(write(Kind.ADS, ads((1, "A", 5), (2, "A", 6))), by="anna")
        store.commit(write(Kind.ADS, ads((2, "A", 60))), by="anna")
        store.undo(1, by="anna")
    assert live(namespace) == [(day(2), "A", 60)]


def test_a_unit_that_two_files_carried_word_for_word_outlives_the_undo_of_either(
    namespace: Namespace, write: Write
) -> None:
    with namespace.store() as store:
        store.commit(write(Kind.ADS, ads((1, "A", 5), (2, "A", 6))), by="anna")
        store.commit(write(Kind.ADS, ads((2, "A", 6), (3, "A", 7))), by="anna")
        store.undo(1, by="anna")
    assert live(namespace) == [(day(2), "A", 6), (day(3), "A", 7)]


def test_an_import_is_undone_once_and_only_if_it_is_there(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        store.commit(write(Kind.ADS, ads((1, "A", 5))), by="anna")
        store.undo(1, by="anna")
        with pytest.raises(ImportUnknown, match="undone already"):
            store.undo(1, by="anna")
        with pytest.raises(ImportUnknown, match="no import 7"):
            store.undo(7, by="anna")


def test_a_file_undone_can_come_in_again(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        file = write(Kind.ADS, ads((1, "A", 5)))
        store.commit(file, by="anna")
        store.undo(1, by="anna")
        assert store.commit(file, by="anna").status == "imported"
    assert live(namespace) == [(day(1), "A", 5)]


def test_rejected_rows_are_kept_with_line_and_reason(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        store.commit(write(Kind.ADS, ads((1, "A", 5)), rejects=[(17, "no such day", "31.02.2026;A")]), by="anna")
        (reject,) = store.rejects(1)
        assert (reject.line, reject.reason, reject.content) == (17, "no such day", "31.02.2026;A")
        with pytest.raises(ImportUnknown):
            store.rejects(2)


def test_a_file_without_a_currency_is_in_the_clients_own(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        record = store.commit(write(Kind.ADS, ads((1, "A", 5), currency="")), by="anna")
    assert live(namespace, "ad_day", "currency") == [("RUB",)]
    assert any("does not name its currency" in message.template for message in record.messages)


def test_a_file_that_was_refused_is_not_taken(namespace: Namespace) -> None:
    refused = Reading(file="cat.png", sha256="0" * 64, outcome=Outcome.REFUSED)
    with namespace.store() as store, pytest.raises(FileRefused, match=r"cat\.png"):
        store.commit(refused, by="anna")


def test_a_note_and_a_rate_are_typed_replaced_and_undone(namespace: Namespace) -> None:
    with namespace.store() as store:
        store.save_note(day(9), "agency", "first", "")
        second = store.save_note(day(1), "agency", "second", "call more")
        rate = store.save_rate(day(1), "USD", Decimal("91.5"), by="anna")
        assert (second.status, second.file, second.format) == ("replaced", "", "typed")
        assert live_in(store, "notes", "month", "text") == [(day(1), "second")]
        assert live_in(store, "rates", "currency", "rate") == [("USD", Decimal("91.5"))]
        store.undo(second.import_id, by="anna")
        store.undo(rate.import_id, by="anna")
        assert live_in(store, "notes", "text") == [("first",)]
        assert live_in(store, "rates", "rate") == []
