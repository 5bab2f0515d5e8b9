"""Local accounts: setting up, inviting, passwords and the second factor, as facts of the store."""

from __future__ import annotations

import pyotp
import pytest
from argon2 import PasswordHasher

from dashboard.access import (
    accounts,
    audit,
    entries,
    moments,
    passwords,
    people,
    second_factor,
    sessions,
    signed_in,
    tables,
)
from dashboard.domain.errors import EntryDead, SettingsInvalid

GOOD = "kettle orbit pencil marsh"
OTHER = "lantern quartz rowing thistle"
SEALING = b"s" * 32


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hashes of a smaller measure: the tests are not about guessing."""
    monkeypatch.setattr(passwords, "_HASHER", PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))
    passwords.nobodys.cache_clear()


def set_up(store, email="Olga@Agency.example"):
    token = entries.issue(store, by="test")
    return accounts.set_up(store, token, email=email, name="Olga", password=GOOD)


def invited(store, email="maria@agency.example", role="manager", clients=("nord",)):
    return accounts.invite(store, email=email, name="Maria", role=role, clients=clients, by="test")


def events(store, count=1):
    return [line.what for line in audit.newest(store, count)]


def test_the_first_owner_is_made_once_and_signs_in_with_what_they_chose(store):
    first, second = entries.issue(store, by="test"), entries.issue(store, by="test")
    assert entries.look(store, first).kind == "set_up"
    owner = accounts.set_up(store, first, email="Olga@Agency.example", name=" Olga  P ", password=GOOD)
    assert (owner.email, owner.name, owner.role) == ("olga@agency.example", "Olga P", "owner")
    for token in (first, second):
        with pytest.raises(EntryDead):
            accounts.set_up(store, token, email="b@agency.example", name="B", password=GOOD)
    assert accounts.check(store, " OLGA@agency.example", GOOD).id == owner.id
    assert accounts.check(store, "olga@agency.example", OTHER) is None
    assert accounts.check(store, "nobody@agency.example", GOOD) is None


@pytest.mark.parametrize(
    "password",
    ["", "short", "elevenchars", "password1234", "qwertyuiop12", "aaaaaaaaaaaaaa", "olga@agency.example", "x" * 201],
)
def test_a_short_long_or_easy_password_is_refused_and_the_address_stays_good(store, password):
    token = entries.issue(store, by="test")
    with pytest.raises(SettingsInvalid):
        accounts.set_up(store, token, email="olga@agency.example", name="Olga", password=password)
    assert entries.look(store, token)


def test_the_same_letters_of_another_keyboard_are_the_same_password(store):
    token = entries.issue(store, by="test")
    accounts.set_up(store, token, email="o@agency.example", name="O", password="ﬁlament café quartz 12")
    assert accounts.check(store, "o@agency.example", "filament cafe\u0301 quartz 12")


def test_a_hash_of_an_older_measure_is_made_anew_at_the_next_sign_in(store, monkeypatch):
    set_up(store)
    monkeypatch.setattr(passwords, "_HASHER", PasswordHasher(time_cost=2, memory_cost=128, parallelism=1))
    assert accounts.check(store, "olga@agency.example", GOOD)
    with store.reading() as connection:
        kept = connection.execute(tables.people.select()).one().password_hash
    assert "m=128,t=2" in kept
    assert accounts.check(store, "olga@agency.example", GOOD)


def test_nobody_costs_as_many_hashes_as_a_wrong_password(store, monkeypatch):
    set_up(store)
    counted = []
    monkeypatch.setattr(passwords, "is_right", lambda kept, password: counted.append(kept) or False)
    for email in ("olga@agency.example", "nobody@agency.example", "kelvin\u212a@agency.example", ""):
        accounts.check(store, email, OTHER)
    assert len(counted) == 4
    assert all(kept.startswith("$argon2id$") for kept in counted)


def test_an_invitation_is_good_once_for_seven_days_and_a_newer_one_replaces_it(store, later):
    set_up(store)
    person, token = invited(store)
    renewed = entries.issue(store, by="test", kind="invitation", person=person.id)
    assert entries.look(store, token) is None
    assert accounts.accept(store, renewed, password=GOOD).id == person.id
    with pytest.raises(EntryDead):
        accounts.accept(store, renewed, password=OTHER)
    assert accounts.check(store, "maria@agency.example", GOOD)
    _, third = invited(store, "third@agency.example")
    later(days=7, seconds=1)
    assert entries.look(store, third) is None


def test_an_invitation_taken_back_opens_nothing_and_the_person_is_gone(store):
    set_up(store)
    person, token = invited(store)
    accounts.withdraw(store, person.id, by="test")
    assert (entries.look(store, token), people.of_id(store, person.id)) == (None, None)
    assert events(store) == ["invitation withdrawn"]
    again, _ = invited(store, role="analyst")
    assert (again.id, again.role) == (person.id, "analyst")


def test_a_new_password_by_address_ends_every_session_and_the_old_password(store):
    owner = set_up(store)
    cookie = sessions.enter(store, None, owner.id)
    token = entries.issue(store, by="test", kind="reset", person=owner.id)
    accounts.accept(store, token, password=OTHER)
    assert sessions.viewer(store, cookie) is None
    assert accounts.check(store, owner.email, GOOD) is None
    assert accounts.check(store, owner.email, OTHER)


def test_changing_ones_own_password_ends_the_other_sessions_alone(store):
    owner = set_up(store)
    here, there = (sessions.enter(store, None, owner.id) for _ in range(2))
    session = sessions.viewer(store, here).session
    with pytest.raises(SettingsInvalid, match="another one"):
        accounts.change_password(store, owner.id, old=OTHER, new=OTHER, session=session)
    accounts.change_password(store, owner.id, old=GOOD, new=OTHER, session=session)
    assert sessions.viewer(store, here)
    assert sessions.viewer(store, there) is None


def test_sessions_are_listed_with_device_and_place_and_end_one_by_one(store, later):
    owner = set_up(store)
    first = sessions.enter(store, None, owner.id, "192.0.2.1", "Firefox")
    second = sessions.enter(store, None, owner.id, "192.0.2.2", "Chrome")
    later(minutes=30)
    assert sessions.viewer(store, first)
    seen = signed_in.of(store, owner.id)
    assert [(one.agent, one.came_from) for one in seen] == [("Firefox", "192.0.2.1"), ("Chrome", "192.0.2.2")]
    assert seen[0].last_seen > seen[0].since
    assert signed_in.end(store, owner.id, seen[1].session, by="test")
    assert not signed_in.end(store, owner.id, seen[1].session, by="test")
    assert not signed_in.end(store, owner.id, "%" * 12, by="test")
    assert sessions.viewer(store, second) is None
    third = sessions.enter(store, None, owner.id)
    assert signed_in.end_all(store, owner.id, by="test", but=seen[0].session) == 1
    assert sessions.viewer(store, third) is None
    assert sessions.viewer(store, first)


def test_a_session_of_somebody_else_is_not_ended_by_its_name(store):
    owner = set_up(store)
    person, token = invited(store)
    accounts.accept(store, token, password=GOOD)
    cookie = sessions.enter(store, None, person.id)
    assert not signed_in.end(store, owner.id, sessions.viewer(store, cookie).session, by="test")
    assert sessions.viewer(store, cookie)


def enrolled(store, person):
    key = second_factor.new_key()
    return key, second_factor.enrol(store, person, SEALING, key, pyotp.TOTP(key).at(moments.now()))


def test_a_code_is_good_once_and_for_this_key_alone(store, later):
    owner = set_up(store)
    with pytest.raises(SettingsInvalid):
        second_factor.enrol(store, owner.id, SEALING, second_factor.new_key(), "000000")
    key, _ = enrolled(store, owner.id)
    code = pyotp.TOTP(key).at(moments.now())
    assert not second_factor.check(store, owner.id, SEALING, code)  # it has set the factor up already
    later(seconds=60)
    code = pyotp.TOTP(key).at(moments.now())
    assert not second_factor.check(store, owner.id, b"t" * 32, code)
    assert second_factor.check(store, owner.id, SEALING, f" {code[:3]} {code[3:]} ")
    assert not second_factor.check(store, owner.id, SEALING, code)


def test_the_database_holds_neither_key_nor_recovery_code(store, tmp_path):
    owner = set_up(store)
    key, codes = enrolled(store, owner.id)
    store.close()
    held = b"".join(file.read_bytes() for file in tmp_path.glob("workspace.sqlite*"))
    assert not [
        text for text in (key, GOOD, *codes, *(code.replace("-", "") for code in codes)) if text.encode() in held
    ]


def test_each_recovery_code_is_good_once_and_new_ones_replace_the_old(store):
    owner = set_up(store)
    _, codes = enrolled(store, owner.id)
    assert len(set(codes)) == second_factor.CODES == second_factor.codes_left(store, owner.id)
    assert second_factor.check(store, owner.id, SEALING, codes[0].upper())
    assert events(store) == ["recovery code used"]
    assert not second_factor.check(store, owner.id, SEALING, codes[0])
    renewed = second_factor.renew_codes(store, owner.id, by="test")
    assert not second_factor.check(store, owner.id, SEALING, codes[1])
    assert second_factor.check(store, owner.id, SEALING, renewed[1])


def test_a_factor_taken_away_asks_no_code_and_its_recovery_codes_are_worth_nothing(store):
    owner = set_up(store)
    _, codes = enrolled(store, owner.id)
    second_factor.remove(store, owner.id, by="test")
    assert not people.of_id(store, owner.id).has_second_factor
    assert not second_factor.check(store, owner.id, SEALING, codes[0])


def test_the_rule_for_all_is_kept_and_recorded(store):
    assert not second_factor.is_required(store)
    second_factor.require(store, True, by="test")
    assert second_factor.is_required(store)
    second_factor.require(store, False, by="test")
    assert not second_factor.is_required(store)
    assert events(store, 2) == ["second factor optional", "second factor required"]


def test_whoever_left_keeps_no_password_factor_or_address(store):
    owner = set_up(store)
    people.add(store, email="b@agency.example", name="B", role="owner", by="test")
    _, codes = enrolled(store, owner.id)
    token = entries.issue(store, by="test", kind="reset", person=owner.id)
    people.end(store, owner.id, by="test")
    assert accounts.check(store, owner.email, GOOD) is None
    assert entries.look(store, token) is None
    assert not second_factor.check(store, owner.id, SEALING, codes[0])
