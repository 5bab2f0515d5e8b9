"""People of the agency: what each role may, of which clients, and that a change holds at the next look."""

from __future__ import annotations

import pytest

from dashboard.access import audit, people, sessions
from dashboard.access.clients import Clients
from dashboard.access.screens import AGENCY_SCREENS, CLIENT_SCREENS
from dashboard.access.viewer import Grant, Viewer
from dashboard.domain.errors import SettingsInvalid

READ = (*CLIENT_SCREENS, "health", "imports")
NOT_ANALYSTS = tuple(screen for screen in AGENCY_SCREENS if screen not in ("health", "imports", "account"))


def viewer_of(role, *clients):
    own = None if role == "owner" else clients
    return Viewer("agency", "session", person="p", role=role, own_clients=own)


@pytest.mark.parametrize(
    ("viewer", "client", "reads", "does", "writes"),
    [
        (viewer_of("owner"), "nord", True, True, True),
        (viewer_of("owner"), "harbor", True, True, True),
        (viewer_of("manager", "nord"), "nord", True, True, True),
        (viewer_of("manager", "nord"), "harbor", False, False, False),
        (viewer_of("analyst", "nord"), "nord", True, False, False),
        (viewer_of("analyst", "nord"), "harbor", False, False, False),
        (viewer_of("manager"), "nord", False, False, False),
        (Viewer("agency", "session", role="manager"), "nord", False, False, False),
        (Viewer("agency", "session"), "nord", False, False, False),
        (Viewer("link", "session", (Grant("nord", ("campaigns",)),), role="owner"), "harbor", False, False, False),
    ],
    ids=[
        "owner", "owner elsewhere", "manager", "manager elsewhere", "analyst", "analyst elsewhere", "manager of none",
        "manager of nothing said", "no role", "link",
    ],
)  # fmt: skip
def test_what_each_role_may_of_which_client(viewer, client, reads, does, writes):
    assert {viewer.may(client, screen) for screen in READ} == {reads}
    of_client = [screen for screen in NOT_ANALYSTS if screen not in ("people", "audit")]
    assert {viewer.may(client, screen) for screen in of_client} == {does}
    assert viewer.may_write(client) is writes
    assert not viewer.may(client, "nonsense")


@pytest.mark.parametrize("screen", [screen for screen in AGENCY_SCREENS if screen == "people"] or [None])
def test_only_an_owner_opens_what_is_of_all_people(screen):
    if screen is not None:
        assert viewer_of("owner").may("", screen)
        assert not viewer_of("manager", "nord").may("nord", screen)
        assert not viewer_of("analyst", "nord").may("nord", screen)


def signed_in(store, role, *clients):
    person = people.add(store, email=f"{role}@agency.example", name=role.title(), role=role, clients=clients, by="test")
    return person, sessions.enter(store, None, person.id)


def change(store, person, role, *clients, by="test"):
    return people.change(store, person.id, name=person.name, role=role, clients=clients, hears_recordings=False, by=by)


@pytest.fixture(autouse=True)
def _owner(store):
    people.add(store, email="first@agency.example", name="First", role="owner", by="test")


def test_a_session_knows_its_person_and_their_clients(store):
    _, cookie = signed_in(store, "manager", "nord")
    viewer = sessions.viewer(store, cookie)
    assert (viewer.email, viewer.name, viewer.role) == ("manager@agency.example", "Manager", "manager")
    assert viewer.own_clients == ("nord",)


def test_another_role_and_other_clients_hold_at_the_next_look(store):
    person, cookie = signed_in(store, "manager", "nord")
    change(store, person, "analyst", "harbor")
    viewer = sessions.viewer(store, cookie)
    assert (viewer.role, viewer.own_clients, viewer.may_write("nord")) == ("analyst", ("harbor",), False)


def test_whoever_left_has_no_session_and_is_not_found_again(store):
    person, cookie = signed_in(store, "analyst", "nord")
    people.end(store, person.id, by="test")
    assert sessions.viewer(store, cookie) is None
    assert people.of_email(store, person.email) is None


def test_a_client_put_away_is_nobodys_to_open(store):
    _, cookie = signed_in(store, "manager", "nord", "harbor")
    Clients(store).archive("nord", by="test")
    assert sessions.viewer(store, cookie).own_clients == ("harbor",)


def test_the_last_owner_stays_one(store):
    owner = people.of_email(store, "first@agency.example")
    with pytest.raises(SettingsInvalid, match="only owner"):
        people.end(store, owner.id, by="test")
    with pytest.raises(SettingsInvalid, match="only owner"):
        change(store, owner, "manager")


def test_an_email_is_one_persons_in_whatever_case_and_an_unknown_client_is_refused(store):
    with pytest.raises(SettingsInvalid, match=r"first@agency\.example"):
        people.add(store, email=" First@Agency.example ", name="Again", role="analyst", by="test")
    with pytest.raises(SettingsInvalid):
        people.add(store, email="other@agency.example", name="Other", role="analyst", clients=["nobody"], by="test")
    assert people.of_email(store, "other@agency.example") is None


def test_each_change_is_in_the_record(store):
    person, _ = signed_in(store, "analyst", "nord")
    change(store, person, "manager", "nord", by="owner@agency.example")
    people.end(store, person.id, by="owner@agency.example")
    assert [(line.who, line.what) for line in audit.newest(store, 3)] == [
        ("owner@agency.example", "person ended"),
        ("owner@agency.example", "person changed"),
        ("analyst@agency.example", "signed in"),
    ]
