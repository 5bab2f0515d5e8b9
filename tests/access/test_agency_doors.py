"""The agency's doors over HTTP: set-up, sign-in, second factor, invitation, new password; the routes alone."""

from __future__ import annotations

import re
from collections.abc import Callable

import pyotp
import pytest
from argon2 import PasswordHasher
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.access import accounts, audit, entries, moments, passwords, people, second_factor, sessions
from dashboard.access.doors.proceeding import STEP
from dashboard.access.doors.routes import routes

GOOD = "kettle orbit pencil marsh"
OTHER = "lantern quartz rowing thistle"
SEALING = b"s" * 32
HOME = "http://testserver"


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hashes of a smaller measure: the tests are not about guessing."""
    monkeypatch.setattr(passwords, "_HASHER", PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))
    passwords.nobodys.cache_clear()


@pytest.fixture
def browser(store) -> Callable[..., TestClient]:
    """Makes a browser that follows nothing by itself."""
    app = Starlette(
        routes=routes(lambda: store, lambda: HOME, lambda: SEALING, services=[("Google", "/sign-in/with/google")])
    )

    def make(address: str = "192.0.2.1", **headers: str) -> TestClient:
        headers = {"Origin": HOME, "Accept-Language": "en"} | headers
        return TestClient(app, follow_redirects=False, headers=headers, client=(address, 1))

    return make


@pytest.fixture
def owner(store):
    token = entries.issue(store, by="test")
    return accounts.set_up(store, token, email="olga@agency.example", name="Olga", password=GOOD)


def sign_in(client: TestClient, password: str = GOOD, email: str = "olga@agency.example"):
    return client.post("/sign-in", data={"email": email, "password": password})


def viewer_of(store, client: TestClient):
    return sessions.viewer(store, client.cookies.get(sessions.COOKIE))


def test_the_set_up_form_keeps_what_was_typed_and_signs_the_first_owner_in(store, browser):
    client, path = browser(), f"/enter/{entries.issue(store, by='test')}"
    assert 'autocomplete="new-password"' in client.get(path).text
    typed = {"name": 'Olga "<b>"', "email": "olga@agency.example", "password": GOOD, "again": OTHER}
    wrong = client.post(path, data=typed)
    assert wrong.status_code == 400
    assert "not the same" in wrong.text
    assert 'value="Olga &quot;&lt;b&gt;&quot;"' in wrong.text
    assert 'value="olga@agency.example"' in wrong.text
    assert GOOD not in wrong.text
    done = client.post(path, data=typed | {"again": GOOD})
    assert (done.status_code, done.headers["location"]) == (303, "/")
    assert viewer_of(store, client).is_owner
    assert client.get(path).status_code == 404


def test_before_the_set_up_nobody_is_asked_for_a_password(browser):
    answer = browser().get("/sign-in")
    assert "not set up yet" in answer.text
    assert "<form" not in answer.text


def test_a_right_password_opens_a_new_session_and_no_planted_cookie_becomes_it(store, browser, owner):
    client = browser()
    client.cookies.set(sessions.COOKIE, "planted", domain="testserver.local")
    assert 'autocomplete="username"' in client.get("/sign-in").text
    assert sign_in(client).status_code == 303
    assert client.cookies[sessions.COOKIE] != "planted"
    assert sessions.viewer(store, "planted") is None
    first = client.cookies[sessions.COOKIE]
    assert viewer_of(store, client).email == owner.email
    assert client.get("/sign-in").headers["location"] == "/"
    sign_in(client)
    assert client.cookies[sessions.COOKIE] != first
    assert sessions.viewer(store, first) is None


def test_a_wrong_password_and_an_unknown_e_mail_get_the_same_page(store, browser, owner):
    client = browser()
    wrong, nobody = sign_in(client, OTHER), sign_in(client, OTHER, "nobody@agency.example")
    assert wrong.status_code == nobody.status_code == 403
    assert wrong.text == nobody.text.replace("nobody@agency.example", owner.email)
    assert "set-cookie" not in wrong.headers
    assert [line.about for line in audit.newest(store, 2)] == ["", owner.email]


def test_tries_are_limited_by_account_and_by_address_and_not_beside(store, browser, owner):
    client = browser()
    codes = [sign_in(client, OTHER).status_code for _ in range(8)]
    assert codes[0] == 403
    assert codes[-1] == 429
    assert sign_in(client).status_code == 429
    assert sign_in(browser("198.51.100.7")).status_code == 303


@pytest.mark.parametrize("headers", [{"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}])
def test_another_sites_form_signs_nobody_in(browser, owner, headers):
    answer = sign_in(browser(**headers))
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


def test_a_form_that_is_far_too_long_is_no_form(browser, owner):
    assert browser().post("/sign-in", data={"email": "a", "password": "x" * 100_000}).status_code == 403


def test_a_service_has_its_button_on_the_page(browser, owner):
    assert 'href="/sign-in/with/google">Sign in with Google</a>' in browser().get("/sign-in").text


def test_an_invited_person_chooses_a_password_and_is_in(store, browser, owner):
    _, token = accounts.invite(
        store, email="maria@agency.example", name="Maria", role="manager", clients=["nord"], by="test"
    )
    client = browser()
    assert 'value="maria@agency.example"' in client.get(f"/enter/{token}").text
    # A change of the e-mail that is shown changes nothing: it is not read.
    sent = {"email": "olga@agency.example", "password": GOOD, "again": GOOD}
    assert client.post(f"/enter/{token}", data=sent).status_code == 303
    viewer = viewer_of(store, client)
    assert (viewer.email, viewer.own_clients) == ("maria@agency.example", ("nord",))
    assert client.get(f"/enter/{token}").status_code == 404


def with_factor(store, owner):
    key = second_factor.new_key()
    return key, second_factor.enrol(store, owner.id, SEALING, key, pyotp.TOTP(key).at(moments.now()))


def test_with_a_second_factor_the_password_alone_opens_nothing(store, browser, owner, later):
    key, codes = with_factor(store, owner)
    later(minutes=2)
    client = browser()
    assert sign_in(client).headers["location"] == "/sign-in/code"
    assert sessions.COOKIE not in client.cookies
    assert sessions.viewer(store, client.cookies[STEP]) is None
    assert 'autocomplete="one-time-code"' in client.get("/sign-in/code").text
    assert client.post("/sign-in/code", data={"code": "000000"}).status_code == 403
    code, step = pyotp.TOTP(key).at(moments.now()), client.cookies[STEP]
    assert client.post("/sign-in/code", data={"code": code}).headers["location"] == "/"
    assert viewer_of(store, client).email == owner.email
    replayed = browser()
    replayed.cookies.set(STEP, step)
    assert replayed.post("/sign-in/code", data={"code": codes[0]}).headers["location"] == "/sign-in"
    again = browser()
    sign_in(again)
    assert again.post("/sign-in/code", data={"code": code}).status_code == 403
    assert again.post("/sign-in/code", data={"code": codes[1]}).headers["location"] == "/"


def test_codes_are_not_tried_at_will(store, browser, owner):
    with_factor(store, owner)
    client = browser()
    sign_in(client)
    answers = [client.post("/sign-in/code", data={"code": f"{number:06}"}).status_code for number in range(8)]
    assert answers[-1] == 429


def test_without_a_right_password_there_is_nothing_to_type_a_code_for(store, browser, owner):
    _, codes = with_factor(store, owner)
    assert browser().get("/sign-in/code").headers["location"] == "/sign-in"
    assert browser().post("/sign-in/code", data={"code": codes[0]}).headers["location"] == "/sign-in"
    reset = browser()  # an address of another kind does not stand for a password
    reset.cookies.set(STEP, entries.issue(store, by="test", kind="reset", person=owner.id))
    assert reset.post("/sign-in/code", data={"code": codes[0]}).headers["location"] == "/sign-in"


def test_where_a_factor_is_required_it_is_set_up_before_anything_opens(store, browser, owner):
    second_factor.require(store, True, by="test")
    client = browser()
    assert sign_in(client).headers["location"] == "/sign-in/code"
    page = client.get("/sign-in/code").text
    assert "data:image/svg+xml" in page
    sealed = re.search(r'name="sealed" value="([^"]+)"', page)[1]
    key = re.search(r"<code>([A-Z2-7 ]+)</code>", page)[1].replace(" ", "")
    foreign = second_factor.sealed(b"t" * 32, f"{owner.id} {key}")
    code = pyotp.TOTP(key).at(moments.now())
    for typed in ({"sealed": sealed, "code": "000000"}, {"sealed": foreign, "code": code}, {"code": code}):
        assert sessions.COOKIE not in client.cookies
        assert client.post("/sign-in/code", data=typed).status_code in (200, 400)
    done = client.post("/sign-in/code", data={"sealed": sealed, "code": code})
    assert done.text.count("<li><code>") == second_factor.CODES
    assert viewer_of(store, client).email == owner.email
    assert people.of_id(store, owner.id).has_second_factor


def test_a_new_password_by_address_still_asks_for_the_second_factor(store, browser, owner):
    with_factor(store, owner)
    token = entries.issue(store, by="test", kind="reset", person=owner.id)
    client = browser()
    answer = client.post(f"/enter/{token}", data={"password": OTHER, "again": OTHER})
    assert answer.headers["location"] == "/sign-in/code"
    assert sessions.COOKIE not in client.cookies


@pytest.mark.parametrize("path", ["/sign-in", "/enter/nonsense", "/sign-in/code"])
def test_the_doors_speak_russian_to_whoever_asks_for_it(browser, owner, path):
    answer = browser(**{"Accept-Language": "ru"}).get(path)
    assert answer.status_code == 303 or '<html lang="ru">' in answer.text
