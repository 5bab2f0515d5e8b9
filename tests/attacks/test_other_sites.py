"""Another site's page, in a browser that is signed in here: what it sends is not done, and nothing of ours is in it."""

from __future__ import annotations

from random import Random

import pytest

from dashboard.access import entries
from tests.attacks import addresses
from tests.attacks.record import Record
from tests.attacks.target import Target
from tests.attacks.test_links import seen
from tests.attacks.workspace import ALDER
from tests.server.stream import Stream

WRITING = ("POST", "PUT", "PATCH", "DELETE")
FORM = "application/x-www-form-urlencoded"


def strangers(target: Target) -> list[dict[str, str]]:
    """How a browser marks what another site's page has sent."""
    host = f"localhost:{target.port}"
    origins = [
        "https://evil.example", "null", f"http://{host}.evil.example", f"http://{host}@evil.example",
        f"http://evil.example/{host}", f"http://evil.example:{target.port}", "http://localhost:1",
        f"https://evil.{host}",
    ]  # fmt: skip
    marked = [{"Origin": origin, "Sec_Fetch_Site": "cross-site"} for origin in origins]
    return [*marked, {"Origin": origins[0]}, {"Sec_Fetch_Site": "cross-site"}, {"Sec_Fetch_Site": "same-site"}]


@pytest.fixture(scope="module")
def agency(target: Target) -> str:
    return target.agency()


def test_nothing_that_another_site_sends_is_done(
    target: Target, record: Record, agency: str, chance: Random, times: int
) -> None:
    before = seen(target)
    for route in addresses.routes():
        for path in addresses.filled(route)[:2]:
            for method in WRITING:
                for mark in chance.sample(strangers(target), len(strangers(target)) if times > 1 else 3):
                    answer = target.ask(path, method, agency, b"x=1", Content_Type=FORM, X_Sverka_Upload="1", **mark)
                    held = "set-cookie" not in answer.headers or "sverka" not in answer.headers["set-cookie"]
                    record.attempt("other sites", held and answer.status < 500, f"{method} {path} {mark}")
    record.attempt("other sites", seen(target) == before, f"something was written: {seen(target)}, {before}")
    record.attempt("readers", target.ask("/health", cookie=agency).status == 200, "signed out by another site")


def test_a_form_of_another_site_signs_nobody_in_and_nobody_out(target: Target, record: Record, agency: str) -> None:
    for mark in strangers(target):
        token = entries.issue(target.workspace.access, by="test")
        answer = target.ask(f"/enter/{token}", "POST", None, b"", Content_Type=FORM, **mark)
        record.attempt("other sites", answer.status != 303 and "set-cookie" not in answer.headers, f"enter {mark}")
        record.attempt(
            "other sites", entries.look(target.workspace.access, token) is not None, f"a token used up by {mark}"
        )
        target.ask("/sign-out", "POST", agency, b"", Content_Type=FORM, **mark)
        target.ask("/sign-out", "GET", agency, **(mark | {"Sec_Fetch_Site": "cross-site"}))
        record.attempt("other sites", target.ask("/health", cookie=agency).status == 200, f"signed out by {mark}")


def test_another_sites_script_gets_no_websocket(target: Target, record: Record, agency: str) -> None:
    for mark in strangers(target):
        if "Origin" not in mark:
            continue
        try:
            with Stream(target.port, agency, headers={"Origin": mark["Origin"]}):
                held = False
        except Exception:  # however it was refused  # noqa: BLE001
            held = True
        record.attempt("other sites", held, f"websocket from {mark}")


def test_no_page_of_ours_stands_in_a_frame_or_is_read_by_another_site(
    target: Target, record: Record, agency: str
) -> None:
    link = target.holder(target.link(ALDER, "campaigns"))
    for path in addresses.known():
        for cookie in (None, link, agency):
            answer = target.ask(path, cookie=cookie, Origin="https://evil.example", Sec_Fetch_Dest="iframe")
            policy = answer.headers.get("content-security-policy", "")
            held = (
                "frame-ancestors 'none'" in policy
                and answer.headers.get("x-frame-options") == "DENY"
                and "*" not in answer.headers.get("access-control-allow-origin", "")
                and "evil" not in answer.headers.get("access-control-allow-origin", "")
            )
            record.attempt("other sites", held, f"{path}: {answer.headers}")
