"""A shared link opens its client's screens and no other, whichever way a reader asks."""

from __future__ import annotations

import pytest

from dashboard.access.screens import SCREENS
from tests.server.stream import Stream, hash_of, piece_of

CLOSED = "This page is closed"


def test_a_link_leads_to_its_first_screen_with_a_cookie_that_scripts_cannot_read(server):
    with server.browser() as browser:
        answer = browser.get(server.link("nord", "summary", "campaigns"))
    assert (answer.status_code, answer.headers["location"]) == (303, "/summary?client=nord")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert "secure" not in cookie
    assert answer.headers["referrer-policy"] == "no-referrer"


def test_behind_tls_the_cookie_is_never_sent_without_it(server):
    with server.browser(headers={"X-Forwarded-Proto": "https"}) as browser:
        answer = browser.get(server.link())
    assert "secure" in answer.headers["set-cookie"].lower()
    assert answer.headers["strict-transport-security"].startswith("max-age=")


def test_the_root_leads_to_the_first_screen(server):
    with server.browser(cookies={"sverka_session": server.cookie(server.link("nord", "channels"))}) as browser:
        assert browser.get("/").headers["location"] == "/channels?client=nord"


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("query", ["", "client=nord", "client=harbor", "client=nord&client=harbor", "client="])
@pytest.mark.parametrize("by_hash", [False, True], ids=["by name", "by hash"])
def test_no_way_of_asking_draws_another_client_or_another_screen(link_to_two_screens, screen, query, by_hash):
    with Stream(*link_to_two_screens) as stream:
        stream.run("campaigns")  # a run that is allowed first: nothing of it may open the next
        text = stream.text(by_hash=hash_of(screen), query=query) if by_hash else stream.text(screen, query)
    assert "OF harbor" not in text
    for other in ("summary", "year_over_year", "upload"):
        assert f"DRAWN {other}" not in text
    if query == "client=harbor" or query.endswith("&client=harbor"):
        assert "DRAWN" not in text
    elif screen in ("campaigns", "channels"):
        assert f"DRAWN {screen} OF nord" in text


@pytest.fixture(scope="module")
def link_to_two_screens(server) -> tuple[int, str]:
    return server.port, server.cookie(server.link("nord", "campaigns", "channels"))


@pytest.mark.parametrize("path", ["/summary", "/upload", "/campaigns?client=harbor", "/nonsense", "/campaigns/x"])
def test_the_gate_closes_what_the_link_does_not_open(server, link_to_two_screens, path):
    with server.browser(cookies={"sverka_session": link_to_two_screens[1]}) as browser:
        assert browser.get("/campaigns?client=nord").status_code == 200
        answer = browser.get(path)
    assert answer.status_code in (403, 404)
    assert CLOSED in answer.text


def test_the_navigation_names_only_the_screens_of_the_link(server, link_to_two_screens):
    with Stream(*link_to_two_screens) as stream:
        (navigation,) = [m.navigation for m in stream.run("campaigns") if m.WhichOneof("type") == "navigation"]
    assert [page.url_pathname for page in navigation.app_pages] == ["", "campaigns", "channels"]


def test_two_links_in_one_browser_show_each_its_own_client(server):
    cookie = server.cookie(server.link("nord", "campaigns"), server.link("harbor", "summary"))
    with Stream(server.port, cookie) as stream:
        assert "DRAWN campaigns OF nord" in stream.text("campaigns", "client=nord")
        assert "DRAWN summary OF harbor" in stream.text(by_hash=hash_of("summary"), query="client=harbor")
        assert "DRAWN" not in stream.text("summary", "client=nord").replace("DRAWN campaigns OF nord", "")
        assert "DRAWN campaigns OF harbor" not in stream.text("campaigns", "client=harbor")


def test_a_tab_remembers_its_client_when_the_address_has_lost_it(server):
    cookie = server.cookie(server.link("nord", "campaigns", "channels"), server.link("harbor", "campaigns", "channels"))
    with Stream(server.port, cookie) as stream:
        stream.run("campaigns", "client=nord")
        assert "DRAWN channels OF nord" in stream.text(by_hash=hash_of("channels"))


def test_a_revoked_link_closes_under_the_readers_eyes(server):
    cookie = server.cookie(server.link("nord", "campaigns"))
    with Stream(server.port, cookie) as stream:
        drawn = stream.run("campaigns")
        fragment = piece_of(drawn)
        assert "PIECE OF campaigns" in stream.text(fragment=fragment)
        server.revoke_last()
        assert "PIECE" not in stream.text(fragment=fragment)
        text = stream.text("campaigns")
    assert "DRAWN" not in text
    assert "This link was closed by the agency" in text


def test_dead_wrong_and_never_made_links_get_the_same_answer(server):
    with server.browser() as browser:
        revoked = server.link()
        server.revoke_last()
        answers = [browser.get(path) for path in (revoked, "/s/" + "x" * 43, "/s/nonsense", "/s/a/b")]
    for answer in answers:
        answer.headers.pop("date")
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.text for answer in answers}) == 1
    assert len({str(sorted(answer.headers.items())) for answer in answers}) == 1
    assert "set-cookie" not in answers[0].headers


def test_a_program_that_only_asks_about_a_link_gets_no_session(server):
    with server.browser() as browser:
        answer = browser.head(server.link())
        assert answer.status_code == 200
        assert "set-cookie" not in answer.headers
        assert server.opens_of_last() == 0


def test_the_closed_page_is_in_the_readers_language(server):
    with server.browser(headers={"Accept-Language": "ru-RU,ru;q=0.9,en;q=0.8"}) as browser:
        assert '<html lang="ru">' in browser.get("/s/nonsense").text


def test_who_tries_without_end_is_asked_to_wait_and_a_right_link_opens_nevertheless(start):
    with start() as server, server.browser(headers={"Accept-Language": "ru"}) as browser:
        good = server.link()
        statuses = [browser.get(f"/s/{number}").status_code for number in range(61)]
        assert statuses == [404] * 61
        waiting = browser.get("/s/62")
        assert waiting.status_code == 429
        assert 0 < int(waiting.headers["retry-after"]) <= 5
        assert "Слишком много попыток" in waiting.text
        assert browser.get(good).status_code == 303
        assert browser.get("/campaigns").status_code == 200
