"""Cookies: edited, cut, doubled, planted before, replayed after the end."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from random import Random
from secrets import token_hex
from urllib.parse import quote

import httpx

from dashboard.access import accounts, links, sessions
from dashboard.access.screens import SCREENS
from tests.attacks.record import Record
from tests.attacks.target import SHELL, Target
from tests.attacks.workspace import ALDER, BIRCH, NAMES, ONLY
from tests.server.conftest import BROWSER

NAME = "sverka_session"


def edited(good: str, chance: Random, many: int) -> list[str]:
    """What a cookie may be made into; none of it is a cookie that was given."""
    hashed = hashlib.sha256(good.encode()).hexdigest()
    given = [
        "", " ", good[:-1], good[1:], good + "A", good + good, good.swapcase(), good[::-1], f"{good[:-1]}_",
        hashed, hashed[:12], hashed.upper(), quote(good[:5]) + good[6:], "%00", f"{good}%00", f"{good}\\", "\\x00",
        "null", "undefined", "[object Object]", "true", "0", "-1", "' or '1'='1", '" or ""="', "%", "_", "*", "../",
        "{}", "[]", "A" * 4000, "\xff" * 200, "\xe9", f"b'{good}'", f"={good}=", f"{NAME}={good[:-2]}",
    ]  # fmt: skip
    letters = [*sorted(set(good)), "-", "_"]
    for _ in range(many):
        place, letter = chance.randrange(len(good)), chance.choice(letters)
        given.append(good[:place] + letter + good[place + 1 :])
    return [one for one in given if one != good]


def test_no_edited_cookie_is_anybodys(target: Target, record: Record, chance: Random, times: int) -> None:
    for good in (target.holder(target.link(ALDER, "campaigns")), target.agency()):
        for cookie in edited(good, chance, 40 * times):
            answer = target.ask("/campaigns", cookie=cookie)
            record.attempt("cookies", answer.status in (400, 403, 431) and SHELL not in answer.text, f"{cookie!r}")
        for cookie in edited(good, chance, 3 * times)[:: 4 if times == 1 else 1]:
            if cookie.isascii() and cookie.isprintable() and len(cookie) < 3000:
                with target.stream(cookie or "x") as stream:
                    text = stream.text("campaigns", f"client={ALDER}")
                record.attempt("cookies", not any(w in text for w in (NAMES[ALDER], ONLY[ALDER])), f"stream {cookie!r}")


def test_two_cookies_are_never_more_than_one_of_them(target: Target, record: Record) -> None:
    alder, birch = (target.holder(target.link(client, "campaigns")) for client in (ALDER, BIRCH))
    for first, second in ((alder, birch), (birch, alder), ("x" * 43, alder), (alder, "x" * 43)):
        for written in (f"{first}; {NAME}={second}", f"{first}, {NAME}={second}", f'"{first}"; {NAME}="{second}"'):
            with httpx.Client(base_url=target.server.address, headers={"Cookie": f"{NAME}={written}"}) as browser:
                opens = [browser.get(f"/campaigns?client={client}").status_code == 200 for client in (ALDER, BIRCH)]
            record.attempt("cookies", not all(opens), f"both of {written}")


def test_a_session_that_somebody_planted_learns_of_nothing_that_is_opened_after(target: Target, record: Record) -> None:
    planters: dict[str, Callable[[], str]] = {
        "a link's": lambda: target.holder(target.link(ALDER, "campaigns")),
        "an analyst's": lambda: target.person("analyst", ALDER)[1],
        "a made up one": lambda: "planted" * 6 + "x",
    }
    for whose, planted_by in planters.items():
        planted = planted_by()
        with httpx.Client(base_url=target.server.address, headers=BROWSER, cookies={NAME: planted}) as victim:
            answer = victim.get(target.link(BIRCH, "campaigns"))
            assert answer.status_code == 303
            mine = answer.cookies.get(NAME)
        record.attempt("cookies", mine is not None and mine != planted, f"{whose} cookie was kept")
        now = sessions.viewer(target.workspace.access, planted)
        held = now is None or BIRCH not in now.clients()
        record.attempt("cookies", held, f"{whose} session got what the victim opened")
        own = sessions.viewer(target.workspace.access, mine)
        record.attempt("readers", own is not None and BIRCH in own.clients(), "the victim's own link does not open")


def test_a_tab_that_is_open_stays_open_when_another_link_is_opened(target: Target, record: Record) -> None:
    first = target.holder(target.link(ALDER, "campaigns"))
    with target.stream(first) as stream:
        stream.run("campaigns")
        with httpx.Client(base_url=target.server.address, headers=BROWSER, cookies={NAME: first}) as browser:
            second = browser.get(target.link(BIRCH, "campaigns")).cookies[NAME]
        record.attempt("readers", NAMES[ALDER] in stream.text("campaigns"), "the open tab was closed")
        record.attempt("cookies", NAMES[BIRCH] not in stream.text("campaigns", f"client={BIRCH}"), "it sees the other")
        for client in (ALDER, BIRCH):
            answer = target.ask(f"/campaigns?client={client}", cookie=second)
            record.attempt("readers", answer.status == 200, f"{client} does not open beside the other")
        target.ask("/sign-out", "POST", second, b"", Origin=target.server.address)
        for cookie in (first, second):
            held = sessions.viewer(target.workspace.access, cookie) is None
            record.attempt("cookies", held, "a cookie from before is good after signing out")
        record.attempt("cookies", NAMES[ALDER] not in stream.text("campaigns"), "an open tab after signing out")


def test_a_cookie_is_worth_nothing_after_the_end(target: Target, record: Record) -> None:
    store = target.workspace.access

    def revoked() -> str:
        cookie = target.holder(target.link(ALDER, "campaigns", "channels"))
        links.revoke(store, links.of_client(store, ALDER)[0].public_id, by="test")
        return cookie

    def signed_out(cookie: str) -> str:
        target.ask("/sign-out", "POST", cookie, b"", Origin=target.server.address)
        return cookie

    def with_another_password() -> str:
        """A session of somebody who then changes the password in another one, which goes on."""
        email, old, new = (
            f"{token_hex(4)}@agency.example",
            "umbrella lantern quarry violin",
            "copper meadow oyster train",
        )
        person, token = accounts.invite(store, email=email, name="Again", role="manager", clients=(ALDER,), by="test")
        accounts.accept(store, token, password=old)
        stolen, kept = (sessions.enter(store, None, person.id) for _ in range(2))
        mine = sessions.viewer(store, kept)
        assert mine is not None
        accounts.change_password(store, person.id, old=old, new=new, session=mine.session)
        record.attempt("readers", sessions.viewer(store, kept) is not None, "the session that changed the password")
        return stolen

    ends = {
        "another password": with_another_password,
        "a revoked link": revoked,
        "signing out of a link": lambda: signed_out(target.holder(target.link(ALDER, "campaigns"))),
        "signing out of the agency": lambda: signed_out(target.agency()),
    }
    for end, make in ends.items():
        cookie = make()
        for screen in SCREENS:
            record.attempt(
                "cookies", SHELL not in target.ask(f"/{screen}", cookie=cookie).text, f"{screen} after {end}"
            )
        for path in ("/media/x", f"/download/rejects/{ALDER}/1.csv", f"/upload/{ALDER}"):
            record.attempt("cookies", target.ask(path, cookie=cookie).status in (403, 404), f"{path} after {end}")
        with target.stream(cookie) as stream:
            record.attempt("cookies", ONLY[ALDER] not in stream.text("campaigns"), f"a stream after {end}")
