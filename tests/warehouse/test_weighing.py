"""What a person sees before agreeing beyond the money: gaps that are left, months that were published, what is kept."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from dashboard.domain.canonical import Kind
from dashboard.domain.errors import SettingsInvalid
from dashboard.warehouse import weighing
from dashboard.warehouse.namespace import Namespace
from dashboard.warehouse.records import CampaignChange, DayChange, Gap, ImportRecord, Preview
from dashboard.warehouse.store import Store
from tests.warehouse.conftest import Write, ads, day, row

MARCH, APRIL = date(2026, 3, 1), date(2026, 4, 1)


def calls(*numbers: int) -> dict[str, list[dict[str, object]]]:
    """One call on each of these days."""
    return {"calls": [row("calls", call_id=str(number), started=day(number)) for number in numbers]}


def last_record(store: Store) -> ImportRecord:
    return store.imports()[0]


def gaps(preview: Preview) -> list[tuple[date, date, bool]]:
    return [(gap.first, gap.last, gap.opened) for gap in preview.gaps]


def test_days_without_rows_between_the_file_and_what_is_there_are_named(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        store.commit(write(Kind.ADS, ads((1, "A", 5), (2, "A", 5))), by="anna")
        preview = store.preview(write(Kind.ADS, ads((6, "A", 5), (8, "A", 5))))
    assert preview.gaps == (
        Gap("ad_day", "google_ads", "", day(3), day(5), opened=True),
        Gap("ad_day", "google_ads", "", day(7), day(7), opened=True),
    )


def test_a_gap_that_was_there_before_is_not_laid_at_the_files_door(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        store.commit(write(Kind.ADS, ads((1, "A", 5), (9, "A", 5))), by="anna")
        assert gaps(store.preview(write(Kind.ADS, ads((4, "A", 5))))) == [
            (day(2), day(3), False),
            (day(5), day(8), False),
        ]
        assert gaps(store.preview(write(Kind.ADS, ads(*((number, "A", 5) for number in range(2, 9)))))) == []


def test_a_sum_for_several_days_covers_them_all(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        store.commit(write(Kind.ADS, ads((1, "A", 50), day_to=day(5))), by="anna")
        assert gaps(store.preview(write(Kind.ADS, ads((6, "A", 5))))) == []


def test_a_quiet_day_of_calls_is_a_gap_only_between_two_files(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        assert gaps(store.preview(write(Kind.CALLS, calls(1, 9)))) == []
        store.commit(write(Kind.CALLS, calls(1, 9)), by="anna")
        assert gaps(store.preview(write(Kind.CALLS, calls(12, 13)))) == []
        assert gaps(store.preview(write(Kind.CALLS, calls(13, 14)))) == [(day(10), day(12), True)]


def test_sources_have_gaps_of_their_own(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        store.commit(write(Kind.ADS, ads((1, "A", 5))), by="anna")
        assert gaps(store.preview(write(Kind.ADS, ads((5, "A", 5), platform="meta_ads")))) == []


def test_what_a_file_does_in_a_published_month_is_said_and_kept(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        store.commit(write(Kind.ADS, ads((1, "A", 5), (2, "A", 6), (40, "A", 9))), by="anna")
        store.months.publish(MARCH, by="boris")
        file = write(Kind.ADS, ads((2, "A", 60), (3, "A", 7), (41, "A", 1)))
        (reached,) = store.preview(file).published
        assert (reached.month, reached.published_by, reached.days, reached.measure) == (MARCH, "boris", 2, "spend")
        assert (reached.before, reached.after, reached.currency) == (Decimal(6), Decimal(67), "RUB")
        assert store.commit(file, by="anna").published == (reached,)
    assert namespace.reader().change_of(namespace.reader().imports()[0]).published == (reached,)


def test_a_month_withdrawn_is_published_no_more_and_stays_on_record(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        store.months.publish(day(17), by="boris")
        with pytest.raises(SettingsInvalid, match="already"):
            store.months.publish(MARCH, by="anna")
        store.months.withdraw(MARCH, by="anna")
        with pytest.raises(SettingsInvalid, match="not noted"):
            store.months.withdraw(MARCH, by="anna")
        assert store.preview(write(Kind.ADS, ads((1, "A", 5)))).published == ()
    (month,) = namespace.reader().months()
    assert (month.month, month.published_by, month.withdrawn_by) == (MARCH, "boris", "anna")
    assert month.data_version == 1


def test_what_a_removed_campaign_keeps_is_said_by_name(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        store.commit(write(Kind.ADS, ads((1, "A", 5), (1, "gone", 40), (9, "gone", 8))), by="anna")
        (table,) = store.preview(write(Kind.ADS, ads((1, "A", 6)))).tables
    assert table.campaigns == (
        CampaignChange("A", "spend", Decimal(5), Decimal(6), "RUB"),
        CampaignChange("gone", "spend", Decimal(40), Decimal(40), "RUB", kept=Decimal(40)),
    )


def test_a_long_list_of_campaigns_and_of_days_ends_in_a_line_for_the_rest(
    namespace: Namespace, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(weighing, "CAMPAIGNS_SHOWN", 1)
    monkeypatch.setattr(weighing, "DAYS_SHOWN", 1)
    with namespace.store() as store:
        (table,) = store.preview(write(Kind.ADS, ads((1, "A", 5), (2, "B", 9), (3, "C", 2)))).tables
    assert [(line.campaign, line.after, line.others) for line in table.campaigns] == [("B", 9, 0), ("", 7, 2)]
    assert [(line.day, line.after, line.others) for line in table.changes] == [(day(2), 14, 2), (day(3), 2, 0)]


def test_what_an_import_changed_is_kept_with_it(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        store.commit(write(Kind.ADS, ads((1, "A", 5))), by="anna")
        file = write(Kind.ADS, ads((1, "A", 50), (4, "B", 7)))
        shown = store.preview(file)
        store.commit(file, by="anna")
        store.commit(write(Kind.ADS, ads((1, "A", 5000))), by="anna")
    reader = namespace.reader()
    kept = reader.change_of(reader.imports()[1])
    assert (kept.changes, kept.gaps) == (shown.changes, shown.gaps)
    assert kept.tables[0].campaigns == shown.tables[0].campaigns
    assert (kept.units_new, kept.units_replaced) == (1, 1)


def test_orders_are_counted_beside_their_money(namespace: Namespace, write: Write) -> None:
    lines = [row("sales"), row("sales", item=2, revenue=50), row("sales", order_id="2", revenue=7)]
    with namespace.store() as store:
        preview = store.preview(write(Kind.ORDERS, {"sales": lines}))
    assert [(change.measure, change.after) for change in preview.changes] == [
        ("revenue", 157),
        ("orders", 2),
        ("refunded", 0),
    ]


def test_an_unpaid_order_is_counted_and_its_money_is_not(namespace: Namespace, write: Write) -> None:
    unpaid = row("sales", order_id="2", revenue=7, refunded=2, paid=False)
    with namespace.store() as store:
        preview = store.preview(write(Kind.ORDERS, {"sales": [row("sales"), unpaid]}))
        assert {change.measure: change.after for change in preview.changes} == {
            "revenue": 100,
            "orders": 2,
            "refunded": 0,
        }
        store.commit(write(Kind.ORDERS, {"sales": [row("sales"), unpaid]}), by="anna")
        paid = store.preview(write(Kind.ORDERS, {"sales": [row("sales"), unpaid | {"paid": True}]}))
    assert DayChange(day(1), "revenue", Decimal(100), Decimal(107), "RUB") in paid.changes
