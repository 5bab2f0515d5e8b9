"""A stranger sees nothing, on no path, from the first request after the start."""

from __future__ import annotations

import pytest

from dashboard.access.screens import SCREENS
from tests.server.stream import Stream, hash_of, piece_of

CLOSED = "This page is closed"


@pytest.mark.parametrize("script", ["", "bare.py"], ids=["with the gate", "Streamlit alone"])
@pytest.mark.parametrize("by_hash", [False, True], ids=["by name", "by hash"])
def test_the_first_request_after_the_start_shows_a_stranger_no_screen(start, script, by_hash):
    with start(script=script, wait=False) as server:
        for screen in SCREENS:
            with Stream(server.port) as stream:
                text = stream.text(by_hash=hash_of(screen)) if by_hash else stream.text(screen)
            assert CLOSED in text
            assert "DRAWN" not in text
            assert "nord" not in text.lower()


@pytest.mark.parametrize(
    "asked",
    ["", "nonsense", "client/campaigns", "pages/client/campaigns", "main", "closed", "../pages/client/campaigns.py"],
)
def test_no_name_and_no_hash_leads_a_stranger_to_a_screen(server, asked):
    with Stream(server.port) as stream:
        for text in (stream.text(asked), stream.text(by_hash=hash_of(asked)), stream.text(asked, "client=nord")):
            assert "DRAWN" not in text
            assert CLOSED in text


def test_a_stranger_is_not_told_which_screens_there_are(server):
    with Stream(server.port) as stream:
        (navigation,) = [m.navigation for m in stream.run() if m.WhichOneof("type") == "navigation"]
    assert [page.page_name for page in navigation.app_pages] == ["Sverka"]


@pytest.mark.parametrize(
    "path",
    [
        "/", "/campaigns", "/channels", "/summary", "/year_over_year", "/upload", "/nonsense", "/campaigns/deeper",
        "/index.html", "/pages/client/campaigns.py", "/client/campaigns", "/main", "/closed", "/%2e%2e/app.py",
        "/_stcore/metrics", "/_stcore/agent/openapi.json", "/_stcore/agent/interact", "/_stcore/script-health-check",
        "/media/whatever", "/s", "/s/", "/s/a/b", "/enter", "/enter/", "/app", "/auth/login", "/oauth2callback",
        "//evil",
    ],
)  # fmt: skip
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_every_address_is_closed_to_a_stranger(server, path, method):
    with server.browser() as browser:
        answer = browser.request(method, f"{server.address}{path}")
    assert answer.status_code in (403, 404, 405)
    assert "DRAWN" not in answer.text
    assert 'id="root"' not in answer.text  # not even the shell that Streamlit's program loads into


def test_only_the_agency_uploads(server):
    for cookies in ({}, {"sverka_session": server.cookie(server.link())}):
        with server.browser(cookies=cookies) as browser:
            assert browser.put("/_stcore/upload_file/session/file", content=b"x").status_code == 403


def test_a_made_up_cookie_is_a_stranger(server):
    with Stream(server.port, "x" * 43) as stream:
        assert CLOSED in stream.text("campaigns")
    with server.browser(cookies={"sverka_session": "x" * 43}) as browser:
        assert browser.get("/campaigns").status_code == 403


def test_a_fragment_that_somebody_else_may_see_does_not_run_for_a_stranger(server):
    with Stream(server.port, server.cookie(server.link())) as stream:
        drawn = stream.run("campaigns")
    fragment = piece_of(drawn)
    with Stream(server.port) as stream:
        stream.run()
        assert "PIECE" not in stream.text(fragment=fragment)


def test_another_sites_script_does_not_get_the_websocket(server):
    with pytest.raises(Exception, match="403"), Stream(server.port, headers={"Origin": "https://evil.example"}):
        raise AssertionError("it was let in")


def test_our_own_page_gets_the_websocket(server):
    with Stream(server.port, headers={"Origin": server.address}) as stream:
        assert CLOSED in stream.text()
