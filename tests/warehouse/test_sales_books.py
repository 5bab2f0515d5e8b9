"""Sales of two books: said where they meet, and left to a person."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.domain.canonical import Kind
from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.phrase import Money
from dashboard.warehouse.namespace import Namespace
from tests.warehouse.conftest import Write, day, row


def order(platform: str, number: str, revenue: int, on: int = 1) -> dict[str, object]:
    return row("sales", platform=platform, order_id=number, revenue=revenue, sold=day(on))


def test_the_preview_says_what_two_books_have_on_the_same_days(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        store.commit(write(Kind.ORDERS, {"sales": [order("amocrm", "1", 70), order("amocrm", "2", 9, 2)]}), by="anna")
        (said,) = store.preview(write(Kind.ORDERS, {"sales": [order("shopify", "7", 60)]})).messages
    values = dict(said.values)
    assert said.count == 1
    assert (values["amount"], values["other_amount"]) == (Money(60, "RUB"), Money(70, "RUB"))


def test_books_that_never_meet_are_not_spoken_of(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        store.commit(write(Kind.ORDERS, {"sales": [order("amocrm", "1", 70)]}), by="anna")
        preview = store.preview(write(Kind.ORDERS, {"sales": [order("shopify", "7", 60, 2)]}))
    assert preview.messages == ()


def test_a_file_of_a_book_that_does_not_count_says_so(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        store.commit(write(Kind.ORDERS, {"sales": [order("shopify", "7", 60)]}), by="anna")
        store.save_profile(replace(store.profile(), sales_books=("shopify",)), by="anna")
        (said,) = store.preview(write(Kind.ORDERS, {"sales": [order("amocrm", "1", 70, 2)]})).messages
        assert "do not count" in said.template
        assert store.preview(write(Kind.ORDERS, {"sales": [order("shopify", "8", 5, 2)]})).messages == ()


def test_a_book_without_sales_cannot_be_the_one_that_counts(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        store.commit(write(Kind.ORDERS, {"sales": [order("shopify", "7", 60)]}), by="anna")
        with pytest.raises(SettingsInvalid, match="has brought no sales"):
            store.save_profile(replace(store.profile(), sales_books=("Shopify",)), by="anna")
        assert store.profile().sales_books == ()


def test_who_decided_and_when_is_kept(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        store.commit(write(Kind.ORDERS, {"sales": [order("shopify", "7", 60)]}), by="anna")
        store.save_profile(replace(store.profile(), sales_books=("shopify",)), by="boris")
        (kept,) = store._connection.execute("select saved_by from profile order by version desc limit 1").fetchall()
    assert kept == ("boris",)
