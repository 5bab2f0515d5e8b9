"""A day's spend is counted once, whatever names and splits the exports of it have."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from dashboard.domain.canonical import Kind
from dashboard.domain.errors import FileRefused
from dashboard.domain.phrase import Money
from dashboard.i18n import Language
from dashboard.warehouse.namespace import Namespace
from tests.warehouse.conftest import NoMarts, Write, ads, day, live, live_in, row, write_reading
from tests.warehouse.test_undo_law import QuietStore


def said(messages: tuple[Any, ...]) -> str:
    return " ".join(Language("en").say(message) for message in messages).replace("\u00a0", " ")


def test_a_file_without_an_account_is_the_platforms_only_account(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        store.commit(write(Kind.ADS, ads((1, "A", 5), account="one")), by="anna")
        preview = store.preview(write(Kind.ADS, ads((1, "A", 5), (2, "A", 6))))
        record = store.commit(write(Kind.ADS, ads((1, "A", 5), (2, "A", 6))), by="anna")
    assert (preview.units_new, preview.units_identical) == (1, 1)
    assert "taken to be one" in said(preview.messages)
    assert record.messages[-len(preview.messages) :] == preview.messages
    assert live(namespace, "ad_day", "day", "account") == [(day(1), "one"), (day(2), "one")]


def test_a_file_with_an_account_replaces_the_same_days_without_one(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        store.commit(write(Kind.ADS, ads((1, "A", 5), (2, "A", 6))), by="anna")
        record = store.commit(write(Kind.ADS, ads((1, "A", 7), (3, "B", 1), account="one")), by="anna")
    assert "are not counted twice" in said(record.messages) or "is not counted twice" in said(record.messages)
    assert live(namespace) == [(day(1), "A", 7), (day(2), "A", 6), (day(3), "B", 1)]


def test_an_unknown_account_that_fits_two_is_refused(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        store.commit(write(Kind.ADS, ads((1, "A", 5), account="one")), by="anna")
        store.commit(write(Kind.ADS, ads((1, "A", 9), (1, "B", 3), account="two")), by="anna")
        with pytest.raises(FileRefused, match="several accounts"):
            store.preview(write(Kind.ADS, ads((1, "A", 5))))
        store.commit(write(Kind.ADS, ads((1, "B", 4))), by="anna")
    assert live(namespace) == [(day(1), "A", 5), (day(1), "A", 9), (day(1), "B", 4)]


def test_two_known_accounts_are_never_one(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        store.commit(write(Kind.ADS, ads((1, "A", 5), account="one")), by="anna")
        store.commit(write(Kind.ADS, ads((1, "A", 5), account="two")), by="anna")
    assert live(namespace) == [(day(1), "A", 5), (day(1), "A", 5)]


@pytest.mark.parametrize("name", ["Brand", " brand"])
@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_campaign_by_name_and_by_number_is_one(
    namespace: Namespace, write: Write, order: tuple[int, ...], name: str
) -> None:
    by_number = ads((1, "71", 5), campaign="Brand")
    by_name = ads((1, name, 5))
    with namespace.store() as store:
        for place in order:
            store.commit(write(Kind.ADS, (by_number, by_name)[place]), by="anna")
    assert [spend for _, _, spend in live(namespace)] == [5]


def test_two_numbers_of_one_name_are_two_campaigns_and_the_name_alone_is_refused(
    namespace: Namespace, write: Write
) -> None:
    with namespace.store() as store:
        store.commit(write(Kind.ADS, ads((1, "71", 5), campaign="Brand")), by="anna")
        store.commit(write(Kind.ADS, ads((1, "72", 9), campaign="Brand")), by="anna")
        with pytest.raises(FileRefused, match="campaign numbers"):
            store.commit(write(Kind.ADS, ads((1, "Brand", 14))), by="anna")
    assert live(namespace) == [(day(1), "71", 5), (day(1), "72", 9)]


def test_a_sum_of_days_under_another_account_or_number_is_refused_too(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        store.commit(write(Kind.ADS, ads((4, "71", 5), campaign="Brand", account="one")), by="anna")
        with pytest.raises(FileRefused, match="counted twice"):
            store.preview(
                write(
                    Kind.ADS,
                    ads(
                        (
                            1,
                            "Brand",
                            50,
                        ),
                        day_to=day(9),
                    ),
                )
            )
        store.commit(write(Kind.ADS, ads((1, "Brand", 50), day_to=day(9), account="two")), by="anna")


def finer(*parts: int, number: int = 1, campaign: str = "A") -> list[dict[str, Any]]:
    """A day of a campaign, split into search terms."""
    return [
        row("ad_day", day=day(number), campaign_key=campaign, ad_group="g", keyword=f"k{place}", spend=part)
        for place, part in enumerate(parts)
    ]


def test_a_finer_report_that_is_a_part_leaves_the_fuller_day(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        store.commit(write(Kind.ADS, ads((1, "A", 100))), by="anna")
        file = write(Kind.ADS, {"ad_day": finer(30, 30) + finer(7, number=2)})
        preview = store.preview(file)
        store.commit(file, by="anna")
    assert (preview.units_new, preview.units_replaced, preview.tables[0].units_kept) == (1, 0, 0)
    values = dict(preview.messages[0].values)
    assert (values["before"], values["after"]) == (Money(100, "RUB"), Money(60, "RUB"))
    assert live(namespace) == [(day(1), "A", 100), (day(2), "A", 7)]


def test_a_finer_report_with_nothing_but_parts_is_refused_with_both_sums(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        store.commit(write(Kind.ADS, ads((1, "A", 100))), by="anna")
        with pytest.raises(FileRefused, match="fuller report"):
            store.commit(write(Kind.ADS, {"ad_day": finer(30, 30)}), by="anna")
        store.commit(write(Kind.ADS, {"ad_day": finer(60, 40)}), by="anna")
    assert live(namespace) == [(day(1), "A", 40), (day(1), "A", 60)]


def test_a_fuller_report_replaces_the_parts(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        store.commit(write(Kind.ADS, {"ad_day": finer(30, 30)}), by="anna")
        record = store.commit(write(Kind.ADS, ads((1, "A", 100))), by="anna")
    assert (record.status, live(namespace)) == ("replaced", [(day(1), "A", 100)])


def test_days_that_lose_money_are_said_first_with_both_sums(namespace: Namespace, write: Write) -> None:
    with namespace.store() as store:
        store.commit(write(Kind.ADS, ads((1, "A", 100), (2, "A", 100), (3, "A", 100))), by="anna")
        preview = store.preview(write(Kind.ADS, ads((1, "A", 90), (2, "A", 96), (3, "A", 300))))
        nothing = store.preview(write(Kind.ADS, ads((1, "A", 95))))
    assert said(preview.messages[:1]).startswith("The spend of 1 day falls from ₽100 to ₽90.")
    assert nothing.messages == ()


EXPORTS: tuple[dict[str, list[dict[str, Any]]], ...] = (
    ads((1, "A", 100), (2, "A", 50)),
    ads((1, "A", 100), (2, "A", 50), account="one"),
    ads((1, "71", 100), (2, "71", 50), campaign="A", account="one"),
    {"ad_day": finer(30, 30) + finer(50, number=2)},
)


@pytest.mark.parametrize("order", tuple(permutations(range(len(EXPORTS)))))
def test_exports_of_the_same_days_give_the_fullest_in_any_order(tmp_path: Path, order: tuple[int, ...]) -> None:
    with QuietStore(tmp_path, NoMarts()) as store:
        for step, place in enumerate(order):
            store.commit(write_reading(tmp_path / f"{step}.duckdb", Kind.ADS, EXPORTS[place]), by="anna")
            spends = live_in(store, "ad_day", "day", "cast(spend as integer)")
            assert sum(spend for _, spend in spends) <= 150
    assert sum(spend for _, spend in spends) == 150
