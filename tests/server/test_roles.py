"""Each role reaches its screens of its clients and no others, whichever way it asks; what changed holds at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from dashboard.access import people, sessions
from dashboard.access.people import Person
from dashboard.access.screens import CLIENT_SCREENS, SCREENS, WORKSPACE_SCREENS
from tests.server.conftest import Running
from tests.server.stream import Stream, hash_of, piece_of

CLIENTS = ("nord", "harbor")
OF_CLIENTS = [screen for screen in SCREENS if screen not in WORKSPACE_SCREENS]
READS = {*CLIENT_SCREENS, "health", "imports"}

# What each may open of its own client, of another's, and what it may change of its own.
LAW = {
    "owner": (set(OF_CLIENTS), set(OF_CLIENTS), True),
    "manager": (set(OF_CLIENTS), set(), True),
    "analyst": (READS, set(), False),
}


@contextmanager
def somebody(server: Running, role: str, *clients: str) -> Iterator[tuple[Person, str]]:
    """A person of this role with a session, and without it in the end."""
    email = f"{role}-{len(people.all(server.store))}@agency.example"
    person = people.add(server.store, email=email, name=role.title(), role=role, clients=clients, by="test")
    yield person, sessions.enter(server.store, None, person.id)
    if people.of_email(server.store, email):
        people.end(server.store, person.id, by="test")


def become(server: Running, person: Person, role: str, *clients: str) -> None:
    """Gives a person another role and other clients."""
    people.change(
        server.store, person.id, name=person.name, role=role, clients=clients, hears_recordings=False, by="test"
    )


@pytest.mark.parametrize("role", LAW)
def test_a_role_opens_its_screens_of_its_clients_and_writes_where_it_may(server: Running, role: str) -> None:
    own, others, writes = LAW[role]
    with (
        somebody(server, role, "nord") as (person, cookie),
        server.browser(cookies={"sverka_session": cookie}) as browser,
        Stream(server.port, cookie) as stream,
    ):
        for client, allowed in (("nord", own), ("harbor", others)):
            for screen in OF_CLIENTS:
                there = screen in allowed
                assert browser.get(f"/{screen}?client={client}").status_code == (200 if there else 403)
                text = stream.text(by_hash=hash_of(screen), query=f"client={client}&write=1")
                assert (f"DRAWN {screen} OF {client}" in text) is there
                assert ("OFFERS TO WRITE" in text) is (there and writes)
                assert (f"WRITTEN BY {person.email}" in text) is (there and writes)
                assert "OF harbor" not in text or client == "harbor"
        asked = stream.text("health", "client=nord&own=1")
        assert (f"SETTLED BY {person.email}" in asked) is (role == "owner")
        assert ("Only an owner of the workspace changes this" in asked) is (role != "owner")


@pytest.mark.parametrize("role", ["manager", "analyst"])
def test_without_a_client_in_the_address_it_is_ones_own(server: Running, role: str) -> None:
    with somebody(server, role, "harbor") as (_, cookie), Stream(server.port, cookie) as stream:
        assert "DRAWN health OF harbor" in stream.text("health")
        with server.browser(cookies={"sverka_session": cookie}) as browser:
            assert browser.get("/").headers["location"] == "/campaigns?client=harbor"


def test_the_bar_offers_only_own_clients_and_screens(server: Running) -> None:
    with somebody(server, "analyst", "nord") as (_, cookie), Stream(server.port, cookie) as stream:
        came = stream.run("health")
        (navigation,) = [message.navigation for message in came if message.WhichOneof("type") == "navigation"]
        offered = {page.url_pathname for page in navigation.app_pages} - {"", *WORKSPACE_SCREENS}
        assert offered == READS
        assert "harbor" not in str(came).lower()


def test_whoever_works_for_no_client_sees_none(server: Running) -> None:
    with somebody(server, "manager") as (_, cookie), Stream(server.port, cookie) as stream:
        for query in ("", "client=nord"):
            assert "DRAWN" not in stream.text("health", query)


def test_a_role_that_was_taken_holds_at_the_next_run_of_an_open_page(server: Running) -> None:
    with somebody(server, "manager", "nord") as (person, cookie), Stream(server.port, cookie) as stream:
        drawn = stream.run("imports", "client=nord&write=1")
        assert "WRITTEN BY" in str(drawn)
        become(server, person, "analyst", "nord")
        text = stream.text("imports", "client=nord&write=1")
        assert "DRAWN imports OF nord" in text
        assert "You may read this, not change it" in text
        assert "WRITTEN BY" not in text
        assert "DRAWN upload" not in stream.text("upload", "client=nord")


def test_a_client_that_was_taken_closes_its_open_page_and_its_pieces(server: Running) -> None:
    with somebody(server, "manager", *CLIENTS) as (person, cookie), Stream(server.port, cookie) as stream:
        drawn = stream.run("health", "client=nord")
        fragment = piece_of(drawn)
        assert "PIECE OF health" in stream.text(fragment=fragment, query="client=nord")
        become(server, person, "manager", "harbor")
        assert "PIECE" not in stream.text(fragment=fragment, query="client=nord")
        assert "DRAWN" not in stream.text("health", "client=nord")
        assert "DRAWN health OF harbor" in stream.text("health", "client=harbor")


def test_whoever_was_ended_is_a_stranger_at_the_next_run(server: Running) -> None:
    with somebody(server, "manager", "nord") as (person, cookie), Stream(server.port, cookie) as stream:
        assert "DRAWN" in stream.text("health", "client=nord")
        people.end(server.store, person.id, by="test")
        text = stream.text("health", "client=nord")
        assert "DRAWN" not in text
        assert "This page is closed" in text
        with server.browser(cookies={"sverka_session": cookie}) as browser:
            assert browser.get("/health?client=nord").status_code == 403


@pytest.mark.parametrize(
    ("role", "client", "status"),
    [("manager", "harbor", 403), ("analyst", "nord", 403), ("analyst", "harbor", 403)],
)
def test_the_upload_route_asks_for_itself_who_sends_for_which_client(
    server: Running, role: str, client: str, status: int
) -> None:
    own = {"origin": server.address, "sec-fetch-site": "same-origin", "x-sverka-upload": "1"}
    with (
        somebody(server, role, "nord") as (_, cookie),
        server.browser(cookies={"sverka_session": cookie}) as browser,
    ):
        assert browser.post(f"/upload/{client}", content=b"x", headers=own).status_code == status
        assert browser.put("/_stcore/upload_file/a/b", content=b"x").status_code == 403
