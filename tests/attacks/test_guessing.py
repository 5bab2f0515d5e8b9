"""Secrets guessed at full rate, and readers beside the attack."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import httpx
import pyotp

from dashboard.access import accounts, entries, links, second_factor
from tests.attacks.record import Record
from tests.attacks.target import SHELL, Target
from tests.attacks.workspace import ALDER, NAMES, OWNER
from tests.server.conftest import BROWSER

FORM = "application/x-www-form-urlencoded"
FREE = 70
"""Failures after which whoever fails on has to wait, with some to spare."""


@contextmanager
def beside(target: Target, attack: Callable[[httpx.Client], object], attackers: int = 3) -> Iterator[None]:
    """Attacks at full rate as long as the block runs."""
    over = threading.Event()

    def go_on() -> None:
        with httpx.Client(base_url=target.server.address, headers=BROWSER, timeout=30) as browser:
            while not over.is_set():
                attack(browser)

    threads = [threading.Thread(target=go_on) for _ in range(attackers)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        over.set()
        for thread in threads:
            thread.join()


def guess(number: int) -> str:
    return f"{number:x}".rjust(43, "A")


def test_addresses_are_guessed_in_vain_and_soon_not_at_all(target: Target, record: Record, times: int) -> None:
    for door in ("s", "enter"):
        statuses = Counter[int]()
        with httpx.Client(base_url=target.server.address, headers=BROWSER) as browser:
            for number in range(150 * times):
                answer = browser.get(f"/{door}/{guess(number)}")
                statuses[answer.status_code] += 1
                held = answer.status_code in (404, 429) and "set-cookie" not in answer.headers
                record.attempt("guessing", held, f"/{door}/: {answer.status_code}")
        record.attempt("guessing", statuses[404] <= FREE, f"/{door}/ is tried without a wait: {statuses}")


def test_readers_beside_a_guesser_are_served_from_the_same_network(target: Target, record: Record, times: int) -> None:
    cookie, tried = target.holder(target.link(ALDER, "campaigns")), Counter[str]()

    def attack(browser: httpx.Client) -> None:
        tried["guess"] += 1
        browser.get(f"/s/{guess(tried['guess'])}")

    with beside(target, attack):
        for _ in range(5 * times):
            page = target.ask(f"/campaigns?client={ALDER}", cookie=cookie)
            record.attempt("readers", page.status == 200 and SHELL in page.text, f"a page: {page.status}")
            with target.stream(cookie) as stream:
                record.attempt("readers", NAMES[ALDER] in stream.text("campaigns"), "a screen was not drawn")
            record.attempt("readers", bool(target.holder(target.link(ALDER, "campaigns"))), "a good link")
            token = entries.issue(target.workspace.access, by="test")
            signed = target.ask(f"/enter/{token}", "POST", None, b"", Origin=target.server.address)
            record.attempt("readers", signed.status == 303, f"signing in: {signed.status}")
    for _ in range(tried["guess"]):
        record.attempt("guessing", True, "an address")


def test_a_links_password_is_guessed_in_vain_and_soon_not_at_all(target: Target, record: Record, times: int) -> None:
    store = target.workspace.access
    made = links.add(store, client=ALDER, screens=("campaigns",), password="correct horse battery", by="test")
    with httpx.Client(base_url=target.server.address, headers=BROWSER) as browser:
        statuses = Counter[int]()
        for number in range(30 * times):
            answer = browser.post(made.path, data={"password": f"guess {number}"})
            statuses[answer.status_code] += 1
            held = answer.status_code in (403, 429) and "set-cookie" not in answer.headers
            record.attempt("guessing", held, f"a password: {answer.status_code}")
        record.attempt("guessing", statuses[403] <= 10, f"a password is tried without a wait: {statuses}")
        for written in (b"", b"password=", b"password", b"password[]=x", b"password=x&password=correct+horse+battery2",
                        b"%ff%fe", b"password=" + b"a" * 100_000, b"\x00" * 50):  # fmt: skip
            answer = browser.post(
                made.path, content=written, headers={"content-type": "application/x-www-form-urlencoded"}
            )
            held = answer.status_code < 500 and "set-cookie" not in answer.headers
            record.attempt("guessing", held, f"a form {written[:30]!r}: {answer.status_code}")
    assert links.revoke(store, made.public_id, by="test")


def test_many_guesses_at_once_are_not_more_than_one_after_another(target: Target, record: Record) -> None:
    store = target.workspace.access
    made = links.add(store, client=ALDER, screens=("campaigns",), password="another horse battery", by="test")
    statuses = Counter[int]()
    ready = threading.Barrier(12)

    def one(number: int) -> None:
        with httpx.Client(base_url=target.server.address, headers=BROWSER, timeout=60) as browser:
            ready.wait()
            for again in range(3):
                statuses[browser.post(made.path, data={"password": f"{number} {again}"}).status_code] += 1

    threads = [threading.Thread(target=one, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for _ in range(statuses.total()):
        record.attempt("guessing", True, "a password among many at once")
    record.attempt("guessing", statuses[403] <= 8, f"many at once: {statuses}")
    assert links.revoke(store, made.public_id, by="test")


def test_a_persons_password_is_guessed_in_vain_and_soon_not_at_all(target: Target, record: Record, times: int) -> None:
    statuses = Counter[int]()
    with httpx.Client(base_url=target.server.address, headers=BROWSER) as browser:
        for email in (OWNER, "nobody@agency.example"):
            statuses.clear()
            for number in range(12 * times):
                answer = browser.post("/sign-in", data={"email": email, "password": f"guess {number}"})
                statuses[answer.status_code] += 1
                held = answer.status_code in (403, 429) and "set-cookie" not in answer.headers
                record.attempt("guessing", held, f"{email}: {answer.status_code}")
            record.attempt("guessing", statuses[403] <= 6, f"{email} is tried without a wait: {statuses}")


def test_a_persons_code_is_guessed_in_vain_also_by_many_at_once(target: Target, record: Record, times: int) -> None:
    workspace, key, password = target.workspace, second_factor.new_key(), "umbrella lantern quarry violin"
    person, token = accounts.invite(
        workspace.access, email="codes@agency.example", name="Codes", role="analyst", by="test"
    )
    accounts.accept(workspace.access, token, password=password)
    second_factor.enrol(workspace.access, person.id, workspace.sealing, key, pyotp.TOTP(key).now())
    statuses, ready = Counter[int](), threading.Barrier(6, timeout=60)
    browsers = [httpx.Client(base_url=target.server.address, headers=BROWSER, timeout=60) for _ in range(6)]
    for browser in browsers:
        shown = browser.post("/sign-in", data={"email": person.email, "password": password})
        record.attempt("readers", shown.headers.get("location") == "/sign-in/code", f"a password: {shown.status_code}")

    def one(number: int) -> None:
        ready.wait()
        for again in range(3 * times):
            answer = browsers[number].post("/sign-in/code", data={"code": f"{number:03}{again:03}"})
            statuses[answer.status_code] += 1
            held = answer.status_code in (403, 429) and "sverka_session" not in browsers[number].cookies
            record.attempt("guessing", held, f"a code: {answer.status_code}")

    threads = [threading.Thread(target=one, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for browser in browsers:
        browser.close()
    record.attempt("guessing", statuses[403] <= 8, f"codes are tried without a wait: {statuses}")
