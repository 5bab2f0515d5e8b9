"""The agency's one-time sign-in address, and leaving again."""

from __future__ import annotations

import pytest

from dashboard.access import entries
from dashboard.access.screens import SCREENS
from tests.server.stream import Stream, hash_of


def entered(server, browser):
    path = f"/enter/{entries.issue(server.store, by='test')}"
    return browser.post(path, headers={"Origin": server.address})


def test_a_one_time_address_signs_in_once_and_opens_every_client(start):
    with start() as server, server.browser() as browser:
        path = server.sign_in_path()
        shown = browser.get(path)
        assert shown.status_code == 200
        assert f'<form method="post" action="{path}">' in shown.text
        assert "set-cookie" not in shown.headers
        answer = browser.post(path)
        assert (answer.status_code, answer.headers["location"]) == (303, "/")
        assert browser.get("/").headers["location"] == "/campaigns"
        with Stream(server.port, browser.cookies["sverka_session"]) as stream:
            for screen in SCREENS:
                for client in ("nord", "harbor"):
                    assert f"DRAWN {screen} OF {client}" in stream.text(
                        by_hash=hash_of(screen), query=f"client={client}"
                    )
            assert "DRAWN" not in stream.text("campaigns", "client=nobody")
        with server.browser() as other:
            assert other.get(path).status_code == other.post(path).status_code == 404


def test_looking_at_the_address_does_not_use_it_up(server):
    path = f"/enter/{entries.issue(server.store, by='test')}"
    with server.browser() as preview:
        assert [preview.get(path).status_code, preview.head(path).status_code] == [200, 200]
    with server.browser() as browser:
        assert browser.post(path).status_code == 303


def test_a_form_that_another_site_sends_neither_signs_in_nor_uses_the_address_up(server):
    path = f"/enter/{entries.issue(server.store, by='test')}"
    with server.browser() as browser:
        for origin in ("https://evil.example", "null"):
            assert browser.post(path, headers={"Origin": origin}).status_code == 404
        assert browser.post(path).status_code == 303


def test_a_dead_address_looks_as_one_that_never_was(server):
    token = entries.issue(server.store, by="test")
    assert entries.use(server.store, token)
    with server.browser() as browser:
        assert browser.get(f"/enter/{token}").text == browser.get("/enter/nonsense").text == browser.get("/s/x").text


@pytest.mark.parametrize("headers", [{}, {"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none"}])
def test_signing_out_ends_the_session_everywhere(server, headers):
    with server.browser() as browser:
        entered(server, browser)
        cookie = browser.cookies["sverka_session"]
        with Stream(server.port, cookie) as stream:
            assert "DRAWN" in stream.text("campaigns")
            assert browser.get("/sign-out", headers=headers).status_code == 200
            assert "DRAWN" not in stream.text("campaigns")
    with server.browser(cookies={"sverka_session": cookie}) as thief:
        assert thief.get("/campaigns").status_code == 403


def test_another_site_cannot_sign_the_reader_out(server):
    with server.browser() as browser:
        entered(server, browser)
        asked = browser.get("/sign-out", headers={"Sec-Fetch-Site": "cross-site"})
        assert "<form" in asked.text
        browser.post("/sign-out", headers={"Origin": "https://evil.example"})
        assert browser.get("/campaigns").status_code == 200
        browser.post("/sign-out", headers={"Origin": server.address})
        assert browser.get("/campaigns").status_code == 403
