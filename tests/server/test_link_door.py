"""The door of a shared link: a person goes straight in, a preview learns nothing, a password is asked for."""

from __future__ import annotations

import httpx
import pytest

from dashboard.access import agency, links
from dashboard.access.agency import Agency

PREVIEWS = [
    "TelegramBot (like TwitterBot)",
    "WhatsApp/2.23.20.0",
    "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1 "
    "Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0",
    "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
    "Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)",
    "LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)",
    "Mozilla/5.0 (compatible; vkShare; +http://vk.com/dev/Share)",
    "Viber/20.1.0",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) SkypeUriPreview Preview/0.5",
]
SAFARI = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1"
TAP = {"User-Agent": SAFARI, "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document", "Accept-Language": "en"}


def visitor(server, **headers: str) -> httpx.Client:
    return httpx.Client(base_url=server.address, timeout=30, headers=headers)


@pytest.mark.parametrize("agent", PREVIEWS)
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_preview_shows_no_figure_sets_no_cookie_and_uses_no_opening_up(server, agent, method):
    path = server.link("nord", "campaigns", most_opens=1, note="for the owner")
    with visitor(server, **(TAP | {"User-Agent": agent})) as program:
        answers = [program.request(method, address) for address in (path, "/s/" + "x" * 43)]
    for answer in answers:
        answer.headers.pop("date")
        assert answer.status_code == 200
        assert "set-cookie" not in answer.headers
        assert not [word for word in ("nord", "Nord", "owner", "campaigns", "Campaigns") if word in answer.text]
    assert (answers[0].text, answers[0].headers) == (answers[1].text, answers[1].headers)
    assert server.opens_of_last() == 0


@pytest.mark.parametrize(
    "headers",
    [
        TAP,
        {"User-Agent": SAFARI, "Accept": "text/html,*/*;q=0.8", "Accept-Language": "ru"},  # plain HTTP in an office
    ],
    ids=["with TLS", "without"],
)
def test_a_browser_goes_straight_in(server, headers):
    with visitor(server, **headers) as browser:
        assert browser.get(server.link()).status_code == 303
    assert server.opens_of_last() == 1


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"User-Agent": "curl/8.9"},
        TAP | {"Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "image"},
        TAP | {"Sec-Purpose": "prefetch"},
        {"User-Agent": SAFARI, "Accept": "*/*"},
    ],
)
def test_whoever_cannot_be_told_from_a_program_is_asked_for_one_tap(server, headers):
    path = server.link()
    with visitor(server, **headers) as somebody:
        asked = somebody.get(path)
        assert (asked.status_code, "Open the report" in asked.text) == (200, True)
        assert "set-cookie" not in asked.headers
        assert server.opens_of_last() == 0
        assert somebody.post(path).status_code == 303
    assert server.opens_of_last() == 1


def test_another_site_cannot_tap(server):
    path = server.link()
    with visitor(server, Origin="https://elsewhere.example") as page:
        assert page.post(path).status_code == 404
    assert server.opens_of_last() == 0


def test_a_password_is_asked_for_until_it_is_right(server):
    path = server.link("nord", "campaigns", password="open sesame", language="ru")
    with visitor(server, **TAP) as browser:
        asked = browser.get(path)
        assert (asked.status_code, '<html lang="ru">' in asked.text, "nord" in asked.text) == (200, True, False)
        wrong = browser.post(path, data={"password": "open"})
        assert (wrong.status_code, "set-cookie" in wrong.headers) == (403, False)
        assert browser.post(path, content=b"\xff=\xff").status_code in (200, 404)
        assert browser.post(path, content=b"password=" + b"x" * 5000).status_code == 404
        assert browser.post(path, data={"password": "open sesame"}).headers["location"] == "/campaigns?client=nord"
        assert browser.get(path).status_code == 303  # it holds the link now
    assert server.opens_of_last() == 1


def test_whoever_guesses_a_password_waits(server):
    path = server.link("nord", "campaigns", password="open sesame")
    with visitor(server, **TAP) as browser:
        statuses = [browser.post(path, data={"password": f"guess {number}"}).status_code for number in range(8)]
        assert statuses[:5] == [403] * 5
        assert statuses[-1] == 429
        assert browser.post(path, data={"password": "open sesame"}).status_code == 429


def test_used_up_expired_revoked_and_never_made_links_get_the_same_page_with_whom_to_ask(server):
    agency.save(server.store, Agency("Agency <North>", "Anna, +7 900 000-00-00"), by="test")
    used_up, revoked = server.link(most_opens=1), server.link()
    server.revoke_last()
    rotated = server.link()
    links.rotate(server.store, "nord", server.made[-1], by="test")
    with visitor(server, **TAP) as browser:
        assert browser.get(used_up).status_code == 303
    answers = []
    for path in (used_up, revoked, rotated, "/s/" + "x" * 43, "/s/x"):
        with visitor(server, **TAP) as browser:
            answers.append(browser.get(path))
    for answer in answers:
        answer.headers.pop("date")
        assert answer.status_code == 404
        assert (answer.content, answer.headers) == (answers[0].content, answers[0].headers)
    assert "Agency &lt;North&gt;" in answers[0].text
    assert "Anna, +7 900 000-00-00" in answers[0].text
    agency.save(server.store, Agency(), by="test")
