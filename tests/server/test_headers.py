"""What every answer carries, and what no log does."""

from __future__ import annotations

import re

import pytest

from dashboard.access import entries
from dashboard.access.doors.shell import shell
from tests.server.stream import Stream

ALWAYS = (
    "content-security-policy", "x-content-type-options", "x-frame-options", "referrer-policy", "permissions-policy",
    "cross-origin-opener-policy",
)  # fmt: skip


def assert_headed(headers) -> None:
    assert [name for name in ALWAYS if name not in headers] == []
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "http:" not in headers["content-security-policy"]
    assert headers["referrer-policy"] in ("same-origin", "no-referrer")


@pytest.mark.parametrize(
    "path", ["/", "/campaigns", "/s/nonsense", "/enter/nonsense", "/healthz", "/sign-out", "/robots.txt", "/nonsense",
             "/_stcore/health", "/_stcore/host-config", "/static/nonsense.js", "/app/static/nonsense", "/media/x",
             "/component/x", "//x"],
)  # fmt: skip
def test_every_answer_carries_the_headers(server, path):
    with server.browser() as browser:
        for method in ("GET", "HEAD", "POST", "OPTIONS"):
            assert_headed(browser.request(method, server.address + path).headers)


def test_the_shell_and_the_programs_files_carry_them_too(server):
    with server.browser(cookies={"sverka_session": server.cookie(server.link())}) as browser:
        page = browser.get("/campaigns")
        assert_headed(page.headers)
        assert page.headers["cache-control"] == "no-store"
        script = re.search(r'src="\./(static/js/[^"]+)"', page.text)[1]
        answer = browser.get(f"/{script}")
        assert answer.status_code == 200
        assert_headed(answer.headers)
        assert "immutable" in answer.headers["cache-control"]


def test_the_upgrade_of_the_websocket_carries_them(server):
    with Stream(server.port) as stream:
        assert_headed(stream.answer.headers)


def test_an_answer_to_an_error_of_our_own_carries_them_and_tells_nothing(start):
    with start() as server, server.browser() as browser:
        cookie = server.cookie(server.link())
        with server.store.writing() as connection:
            connection.exec_driver_sql("alter table sessions rename to lost")
        browser.cookies.set("sverka_session", cookie)
        answer = browser.get("/campaigns")
    assert answer.status_code == 500
    assert "Something went wrong" in answer.text
    assert "sessions" not in answer.text
    assert_headed(answer.headers)


def test_no_secret_and_no_cookie_gets_into_the_log(start):
    with start() as server:
        link, token = server.link(), entries.issue(server.store, by="test")
        cookie = server.cookie(link)
        with server.browser(cookies={"sverka_session": cookie}) as browser:
            browser.get("/campaigns")
            browser.get("/s/never-made")
            browser.post(f"/enter/{token}")
        with Stream(server.port, cookie) as stream:
            session = next(m.new_session.initialize.session_id for m in stream.run() if m.HasField("new_session"))
            with server.store.writing() as connection:
                connection.exec_driver_sql("alter table sessions rename to lost")
            stream.run("campaigns")  # fails, and is logged
        with server.browser(cookies={"sverka_session": cookie}) as browser:
            browser.get("/campaigns")
        log = server.log.read_text("utf-8")
    assert "no such table" in log
    for secret in (link.removeprefix("/s/"), "never-made", token, cookie, session):
        assert secret not in log


def test_the_shell_is_ours(tmp_path):
    index = tmp_path / "index.html"
    index.write_text(
        "<!-- theirs --><html><head><title>Streamlit</title><script>inline()</script>"
        '<script type="module" src="./a.js"></script><link rel="service-desc" href="./x" />'
        '<link rel="shortcut icon" href="./favicon.png" /></head><body><noscript>theirs</noscript></body></html>'
    )
    html = shell(index)
    assert "<title>Sverka</title>" in html
    assert '<script type="module" src="./a.js"></script>' in html
    for gone in ("theirs", "inline()", "service-desc", "favicon", "Streamlit"):
        assert gone not in html
