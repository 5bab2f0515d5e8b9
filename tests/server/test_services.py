"""Signing in with a service of OpenID Connect: the whole way, and every lie on it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, expect

from dashboard.access import audit, people, sessions
from dashboard.access.doors import attempts
from tests.server import oidc
from tests.server.conftest import Running, running
from tests.server.oidc import Service


@pytest.fixture(scope="module")
def started() -> Iterator[Service]:
    with oidc.serving() as service:
        yield service


@pytest.fixture(scope="module")
def server(program: Path, started: Service, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    home = tmp_path_factory.mktemp("services")
    (home / "secrets.toml").write_text(started.file())
    (home / "secrets.toml").chmod(0o600)
    with running(program, home) as made:
        yield made


@pytest.fixture
def service(started: Service) -> Service:
    started.honest()
    return started


def out(browser: httpx.Client) -> str:
    """Begins, and gives the address at the service to which the browser is sent."""
    begun = browser.get("/sign-in/with/local")
    assert begun.status_code == 303
    onward = browser.get(begun.headers["location"])
    assert onward.status_code == 303
    return onward.headers["location"]


def back(browser: httpx.Client) -> str:
    """Goes out to the service, and gives the address by which it sends the browser back."""
    return httpx.get(out(browser)).headers["location"]


def test_the_service_is_asked_with_state_nonce_and_a_challenge(server: Running, service: Service) -> None:
    with server.browser() as browser:
        back(browser)
    asked = service.asked[-1]
    assert asked["redirect_uri"] == f"{server.address}/oauth2callback"
    assert asked["code_challenge_method"] == "S256"
    assert asked["scope"].split() == ["openid", "email", "profile"]
    assert min(map(len, (asked["state"], asked["nonce"], asked["code_challenge"]))) >= 20


def test_whoever_was_not_invited_is_told_whom_to_ask(server: Running, service: Service) -> None:
    service.email = "stranger@agency.example"
    with server.browser() as browser:
        answer = browser.get(back(browser))
        assert (answer.status_code, "sverka_session" in browser.cookies) == (403, False)
        assert "You have no account here" in answer.text
        assert "_streamlit_user" not in str(answer.headers)


@pytest.mark.parametrize(
    ("says", "signs", "shown"),
    [
        ({"iss": "https://evil.example"}, "RS256", "did not work"),
        ({"aud": "another-client"}, "RS256", "did not work"),
        ({"nonce": "replayed"}, "RS256", "did not work"),
        ({"nonce": None}, "RS256", "did not work"),
        ({"exp": int(time.time()) - 3600}, "RS256", "did not work"),
        ({}, "HS256", "did not work"),
        ({}, "other", "did not work"),
        ({"email_verified": False}, "RS256", "is not confirmed there"),
        ({"email_verified": None}, "RS256", "is not confirmed there"),
        ({"email": None}, "RS256", "is not confirmed there"),
    ],
    ids=[
        "issuer",
        "audience",
        "nonce",
        "no nonce",
        "expired",
        "HS256",
        "another key",
        "unverified",
        "silent",
        "nobody",
    ],
)
def test_a_lie_opens_nothing(
    server: Running, service: Service, says: dict[str, object], signs: str, shown: str
) -> None:
    service.says, service.signs = says, signs
    with server.browser() as browser:
        answer = browser.get(back(browser))
        assert answer.status_code == 403
        assert shown in answer.text
        assert "sverka_session" not in browser.cookies


@pytest.fixture(scope="module")
def anna(server: Running) -> people.Person:
    return people.add(
        server.store, email="anna@agency.example", name="Anna", role="manager", clients=["nord"], by="test"
    )


def test_an_invited_person_gets_a_session_of_ours_and_nothing_of_the_services(
    server: Running, service: Service, anna: people.Person
) -> None:
    with server.browser() as browser:
        answer = browser.get(back(browser))
        assert (answer.status_code, answer.headers["location"]) == (303, "/")
        assert set(browser.cookies) == {"sverka_session"}
        assert browser.get("/").headers["location"] == "/campaigns?client=nord"
        assert browser.get("/campaigns?client=harbor").status_code == 403
        viewer = sessions.viewer(server.store, browser.cookies["sverka_session"])
        assert viewer is not None
        assert (viewer.person, viewer.role) == (anna.id, "manager")
        browser.get("/sign-out", headers={"Sec-Fetch-Site": "same-origin"})
        assert browser.get("/campaigns?client=nord").status_code == 403
    assert audit.newest(server.store, 2)[1].who == "anna@agency.example"


def test_an_address_to_come_back_by_is_good_once_and_in_its_own_browser_alone(
    server: Running, service: Service, anna: people.Person
) -> None:
    with server.browser() as browser, server.browser() as other:
        address = back(browser)
        assert other.get(address).status_code == 403  # an attacker's answer, planted in somebody else's browser
        assert browser.get(address).status_code == 303
        first = browser.cookies["sverka_session"]
        assert browser.get(address).status_code == 403
        assert browser.get(back(browser)).status_code == 303
        assert browser.cookies["sverka_session"] != first
        assert sessions.viewer(server.store, first) is None


def test_a_cookie_planted_before_is_not_the_one_that_is_signed_in(
    server: Running, service: Service, anna: people.Person
) -> None:
    planted = server.cookie(server.link("harbor"))
    with server.browser(cookies={"sverka_session": planted}) as browser:
        browser.get(back(browser))
    with server.browser(cookies={"sverka_session": planted}) as thief:
        assert thief.get("/campaigns?client=nord").status_code == 403


def test_whoever_has_left_does_not_come_back_by_the_service(server: Running, service: Service) -> None:
    service.email = "gone@agency.example"
    gone = people.add(server.store, email=service.email, name="Gone", role="analyst", clients=["nord"], by="test")
    with server.browser() as browser:
        assert browser.get(back(browser)).status_code == 303
        people.end(server.store, gone.id, by="test")
        assert browser.get("/campaigns?client=nord").status_code == 403
        assert "You have no account here" in browser.get(back(browser)).text


def test_behind_tls_no_cookie_of_the_way_goes_without_it(server: Running, service: Service) -> None:
    with server.browser(headers={"X-Forwarded-Proto": "https"}) as browser:
        begun = browser.get("/sign-in/with/local")
        answer = browser.get(begun.headers["location"])
    assert answer.headers["set-cookie"].startswith("_streamlit_session=")
    assert "; secure" in answer.headers["set-cookie"].lower()


def test_only_our_own_page_begins_and_only_what_is_set_up(server: Running) -> None:
    with server.browser() as browser:
        foreign = browser.get("/sign-in/with/local", headers={"Sec-Fetch-Site": "cross-site"})
        assert foreign.headers["location"] == "/sign-in"
        assert browser.get("/sign-in/with/another").status_code == 404
        assert browser.get("/auth/login?provider=made-up").status_code == 403
        assert browser.get("/auth/logout").status_code == 403
        assert browser.get("/oauth2callback?state=x&code=y").status_code == 403
        assert browser.get("/oauth2callback?error=access_denied&error_description=%0d%0aX-Evil:1").status_code == 403


def test_streamlits_own_cookie_opens_nothing(server: Running, service: Service, anna: people.Person) -> None:
    with server.browser(cookies={"_streamlit_user": "made-up"}) as browser:
        assert browser.get("/campaigns?client=nord").status_code == 403


def test_a_service_that_is_away_is_said_calmly(server: Running, service: Service) -> None:
    with server.browser() as browser:
        begun = browser.get("/sign-in/with/local").headers["location"]
        service.is_away = True
        answer = browser.get(begun)
    assert answer.status_code == 502
    assert "does not answer" in answer.text
    assert service.address not in answer.text


def test_nobody_has_the_service_asked_without_end(server: Running, service: Service) -> None:
    with server.browser(headers={"X-Forwarded-For": "203.0.113.7"}) as browser:
        begun = browser.get("/sign-in/with/local").headers["location"]
        for _ in range(attempts.NETWORK.free):
            attempts.failed(server.store, "service begun", "203.0.113.7")
        assert [browser.get(begun).status_code for _ in range(2)] == [303, 429]
    with server.browser() as another:
        assert out(another)


def test_in_a_real_browser_the_way_leads_to_the_first_screen_and_signing_out_ends_it(
    server: Running, service: Service, anna: people.Person, chromium: Browser
) -> None:
    with chromium.new_context(locale="en-GB") as context:
        page = context.new_page()
        page.goto(f"{server.address}/sign-in/with/local")
        expect(page.get_by_text("DRAWN campaigns OF nord")).to_be_visible(timeout=30_000)
        names = {cookie["name"] for cookie in context.cookies()}
        assert "sverka_session" in names
        assert not [name for name in names if name.startswith(("_streamlit_user", "_streamlit_session"))]
        page.get_by_role("button", name="Anna").click()
        page.get_by_role("link", name="Sign out").click()
        expect(page.get_by_role("heading", name="You are signed out")).to_be_visible()
        page.goto(f"{server.address}/campaigns?client=nord")
        expect(page.get_by_role("heading", name="This page is closed")).to_be_visible()
