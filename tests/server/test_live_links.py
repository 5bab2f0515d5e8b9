"""What a link gave is taken away again: from the open tab, which learns why, and from the addresses that it showed."""

from __future__ import annotations

import httpx
import pytest

from dashboard.access import agency, links, moments
from dashboard.access.agency import Agency
from dashboard.access.link import Options
from dashboard.domain.period_policy import Published
from tests.server.stream import Stream


def file_of(drawn) -> str:
    """The address of the file that a page shows."""
    found = {
        message.delta.new_element.download_button.url
        for message in drawn
        if message.delta.new_element.HasField("download_button")
    }
    (address,) = found
    return address


def watching(drawn) -> str:
    """The piece of the page that looks whether the viewer may still see it."""
    pieces = [message.delta.fragment_id for message in drawn if message.delta.fragment_id]
    return pieces[0]


def fetched(server, address: str, cookie: str | None) -> httpx.Response:
    cookies = {"sverka_session": cookie} if cookie else {}
    with server.browser(cookies=cookies) as browser:
        return browser.get(address)


def test_a_file_of_a_page_is_for_who_sees_that_page_and_dies_with_its_link(server):
    cookie = server.cookie(server.link("nord", "campaigns"))
    mine = server.made[-1]
    other = server.cookie(server.link("harbor", "campaigns"))
    same_client = server.cookie(server.link("nord", "campaigns"))
    with Stream(server.port, cookie) as stream, Stream(server.port, other) as neighbour:
        address = file_of(stream.run("campaigns"))
        neighbour.run("campaigns")
        assert fetched(server, address, cookie).text == "FILE OF campaigns"
        assert fetched(server, address, None).status_code == 403
        # Whose page shows the same bytes has the same address, and may have them.
        assert fetched(server, address, other).text == "FILE OF campaigns"
        assert fetched(server, address, same_client).status_code == 404  # has the link, and no such page
        links.revoke(server.store, mine, by="test")
        assert fetched(server, address, cookie).status_code == 403
    assert fetched(server, address, other).status_code in (200, 404)


def test_a_session_with_another_link_loses_the_files_of_the_closed_one(server):
    first = server.link("nord", "summary")
    mine = server.made[-1]
    cookie = server.cookie(first, server.link("harbor", "channels"))
    with Stream(server.port, cookie) as stream:
        address = file_of(stream.run("summary", "client=nord"))
        assert fetched(server, address, cookie).status_code == 200
        links.revoke(server.store, mine, by="test")
        assert fetched(server, address, cookie).status_code == 404
        assert fetched(server, "/channels?client=harbor", cookie).status_code == 200


CHANGES = {
    "revoked": (lambda server, link: links.revoke(server.store, link, by="test"), "closed by the agency"),
    "new address": (lambda server, link: links.rotate(server.store, "nord", link, by="test"), "renewed"),
    "new password": (
        lambda server, link: links.set_password(server.store, "nord", link, "open sesame", by="test"), "renewed",
    ),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_an_open_page_closes_by_itself_and_says_why_and_whom_to_ask(server, change):
    agency.save(server.store, Agency("Agency North", "Anna, +7 900 000-00-00"), by="test")
    does, why = CHANGES[change]
    cookie = server.cookie(server.link("nord", "campaigns"))
    with Stream(server.port, cookie) as stream:
        piece = watching(stream.run("campaigns"))
        assert "closed" not in stream.text(fragment=piece)
        does(server, server.made[-1])
        assert "DRAWN" not in stream.text(fragment=piece)  # which only has the page run again
        text = stream.text("campaigns")
    assert "DRAWN" not in text
    assert why in text
    assert "Agency North, Anna, +7 900 000-00-00" in text
    page = fetched(server, "/campaigns", cookie)
    assert (page.status_code, why in page.text) == (403, True)
    assert why not in fetched(server, "/campaigns", "x" * 43).text
    agency.save(server.store, Agency(), by="test")


def test_a_narrowed_link_takes_the_screen_from_the_open_page(server):
    cookie = server.cookie(server.link("nord", "campaigns", "channels"))
    with Stream(server.port, cookie) as stream:
        piece = watching(stream.run("campaigns"))
        links.edit(server.store, "nord", server.made[-1], Options(("channels",), Published()), by="test")
        stream.run(fragment=piece)
        assert "DRAWN campaigns" not in stream.text("campaigns")
        assert "DRAWN channels" in stream.text("channels")


def test_an_expired_link_says_so_in_its_own_language(server, monkeypatch):
    cookie = server.cookie(server.link("nord", "campaigns", language="ru"))
    with Stream(server.port, cookie) as stream:
        stream.run("campaigns")
        now = moments.now()
        with server.store.writing() as connection:
            connection.exec_driver_sql(
                "update links set expires_at = ? where public_id = ?", (moments.written(now), server.made[-1])
            )
        assert "Срок ссылки закончился" in stream.text("campaigns")
