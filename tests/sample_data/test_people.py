"""A person stays the same person however the number is written, and is nobody's."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import phonenumbers
import pytest

from sample_data import people
from sample_data.chance import Chance
from tests.sample_data import reading_back


@pytest.mark.parametrize(
    ("make", "write", "country"),
    [
        (people.russian, people.as_written_in_russia, "RU"),
        (people.american, people.as_written_in_america, "US"),
    ],
)
def test_a_number_written_in_any_way_is_the_same_number(
    make: Callable[[Chance], people.Person], write: Callable[[str, Chance], str], country: str
) -> None:
    chance = Chance("a number in many ways")
    written = set()
    for _ in range(200):
        person = make(chance)
        text = write(person.phone, chance)
        written.add("".join("0" if sign.isdigit() else sign for sign in text))
        read = phonenumbers.parse(text, country)
        assert phonenumbers.format_number(read, phonenumbers.PhoneNumberFormat.E164) == f"+{person.phone}"
        assert phonenumbers.is_valid_number(read)
    assert len(written) >= 3


def test_numbers_and_addresses_belong_to_nobody() -> None:
    chance = Chance("nobody")
    for _ in range(200):
        assert people.russian(chance).phone[1:4] in people.RU_CODES
        american = people.american(chance)
        assert american.phone[4:7] == "555"
        assert american.email.endswith(".example")


def test_the_clinics_calls_and_deals_meet_by_phone(files: dict[str, list[Path]]) -> None:
    callers = {reading_back.digits(row["callerNumber"]) for row in reading_back.calls(files["nord/calltouch"])}
    deals = reading_back.deals(files["nord/amocrm"]).values()
    by_call = [deal for deal in deals if reading_back.digits(deal["Рабочий телефон"]) in callers]
    assert 0.35 < len(by_call) / len(deals) < 0.65
    without_source = [deal for deal in by_call if not deal["utm_source"]]
    assert len(without_source) > 1000  # only the call tells where these came from


def test_the_shops_calls_and_phone_orders_meet_by_phone(files: dict[str, list[Path]]) -> None:
    calls = [row for path in files["harbor/callrail"] for row in reading_back.records(path, "utf-8", ",")]
    callers = {reading_back.digits(row["Phone Number"]) for row in calls}
    lines = [lines[0] for lines in reading_back.orders(files["harbor/orders"]).values()]
    late = [line for line in lines if line["Source"] == "shopify_draft_order" and line["Created at"] >= "2026-01-01"]
    known = [line for line in late if reading_back.digits(line["Phone"]) in callers]
    assert len(known) / len(late) > 0.9


def test_some_callers_withhold_their_number(files: dict[str, list[Path]]) -> None:
    calls = reading_back.calls(files["nord/calltouch"])
    assert 0.01 < sum(row["callerNumber"] == "" for row in calls) / len(calls) < 0.04
