"""The folder that the server is reached under, its cookies' outer names, and whose word is taken for an address."""

from __future__ import annotations

import asyncio

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse
from starlette.routing import Route

from dashboard.access.doors import headers
from dashboard.access.doors.callers import Callers
from dashboard.access.doors.edge import Edge, without
from dashboard.access.doors.notices import page

SITE = ("https://crm.example",)


def echo(request: Request) -> JSONResponse:
    seen = {
        "path": request.url.path,
        "scheme": request.url.scheme,
        "cookies": request.cookies,
        "from": request.client.host if request.client else "",
    }
    answer = JSONResponse(seen)
    answer.set_cookie("sverka_session", "secret", httponly=True, samesite="lax")
    answer.set_cookie("_streamlit_user", "signed", path="/")
    return answer


class Asking:
    """A browser without memory before the app, at this address."""

    def __init__(self, app: Starlette, by: tuple[str, int]) -> None:
        self._transport = httpx.ASGITransport(app, client=by)

    def get(self, address: str, **options: object) -> httpx.Response:
        async def asked() -> httpx.Response:
            async with httpx.AsyncClient(transport=self._transport) as client:
                return await client.get(address, **options)

        return asyncio.run(asked())


def asking(own: str, *, proxies: tuple[str, ...] = (), framing: tuple[str, ...] = (), by: str = "203.0.113.7"):
    routes = [
        Route("/away", lambda request: RedirectResponse("/campaigns", 303)),
        Route("/form", lambda request: page(request, ("Title",), 200, action="/sign-out", button="Go")),
        Route("/{rest:path}", echo),
    ]
    middleware = [
        Middleware(Callers, proxies=proxies),
        Middleware(Edge, own=lambda: own, framing=lambda: framing),
        Middleware(headers.SecurityHeaders, framing=lambda: framing),
    ]
    app = Starlette(routes=routes, middleware=middleware)
    return Asking(app, (by, 5))


BELOW = "https://host.example/reports"


@pytest.mark.parametrize("path", ["/reports/campaigns", "/campaigns"])
def test_the_folder_comes_off_whether_or_not_a_proxy_took_it(path):
    assert asking("https://host.example/reports").get(f"https://host.example{path}").json()["path"] == "/campaigns"


@pytest.mark.parametrize(
    ("path", "within"),
    [
        ("/reports", "/"),
        ("/reports/", "/"),
        ("/reports/s/x", "/s/x"),
        ("/reportsx", "/reportsx"),
        ("/reports/reports/a", "/reports/a"),
    ],
)
def test_only_the_whole_folder_comes_off(path, within):
    assert without("/reports", path) == within
    assert without("", path) == path


def test_redirects_and_forms_get_the_folder():
    asked = asking(BELOW)
    assert asked.get(f"{BELOW}/away").headers["location"] == "/reports/campaigns"
    assert 'action="/reports/sign-out"' in asked.get(f"{BELOW}/form").text


@pytest.mark.parametrize(
    ("own", "name", "path"),
    [
        ("http://localhost:8501", "sverka_session", "Path=/;"),
        ("https://host.example", "__Host-sverka_session", "Path=/;"),
        (BELOW, "__Secure-sverka_session", "Path=/reports;"),
    ],
)
def test_a_cookie_is_bound_as_tightly_as_the_address_allows(own, name, path):
    given, theirs = asking(own).get(f"{own}/x").headers.get_list("set-cookie")
    assert given.startswith(f"{name}=secret; ")
    assert path in f"{given};"
    assert "HttpOnly" in given
    assert "SameSite=lax" in given
    assert ("Secure" in given) is own.startswith("https")
    assert ("Secure" in theirs) is own.startswith("https")  # Streamlit's own sign-in never says so


def test_a_cookie_that_another_address_of_the_host_planted_is_not_ours():
    asked = asking("https://host.example")
    for planted in ("sverka_session=evil", "__host-sverka_session=evil", "__Secure-sverka_session=evil"):
        seen = asked.get("https://host.example/x", headers={"Cookie": f"a=1; {planted}"}).json()
        assert "sverka_session" not in seen["cookies"]
        assert seen["cookies"]["a"] == "1"
    own = asked.get("https://host.example/x", headers={"Cookie": "__Host-sverka_session=good"}).json()
    assert own["cookies"] == {"sverka_session": "good"}


@pytest.mark.parametrize(
    ("by", "said", "counts"),
    [
        ("203.0.113.7", "198.51.100.9", "203.0.113.7"),  # nobody's proxy: what it says is nothing
        ("10.0.0.5", "198.51.100.9", "198.51.100.9"),
        ("::ffff:10.0.0.5", "198.51.100.9", "198.51.100.9"),
        ("10.0.0.5", "1.1.1.1, 198.51.100.9", "198.51.100.9"),  # what the reader wrote before is not believed
        ("10.0.0.5", "1.1.1.1, 198.51.100.9, 10.0.0.6", "198.51.100.9"),
        ("10.0.0.5", "2001:db8::9", "2001:db8::9"),
        ("10.0.0.5", "", "10.0.0.5"),
    ],
)
def test_an_address_is_believed_of_a_named_proxy_alone(by, said, counts):
    asked = asking("http://host.example", proxies=("10.0.0.0/24",), by=by)
    assert asked.get("http://host.example/x", headers={"X-Forwarded-For": said}).json()["from"] == counts


def test_several_headers_of_addresses_are_one_chain():
    asked = asking("http://host.example", proxies=("10.0.0.5",), by="10.0.0.5")
    sent = [("X-Forwarded-For", "1.1.1.1"), ("X-Forwarded-For", "198.51.100.9"), ("Forwarded", "for=1.2.3.4")]
    assert asked.get("http://host.example/x", headers=sent).json()["from"] == "198.51.100.9"


@pytest.mark.parametrize(("by", "scheme"), [("10.0.0.5", "https"), ("203.0.113.7", "http")])
def test_a_scheme_is_believed_of_a_named_proxy_alone(by, scheme):
    asked = asking("http://host.example", proxies=("10.0.0.5",), by=by)
    answer = asked.get("http://host.example/x", headers={"X-Forwarded-Proto": "https"})
    assert answer.json()["scheme"] == scheme
    assert ("strict-transport-security" in answer.headers) is (scheme == "https")


IN_FRAME = {"Sec-Fetch-Dest": "iframe", "Sec-Fetch-Site": "cross-site"}


def test_a_link_in_a_named_sites_frame_gets_a_cookie_for_that_site_alone():
    answer = asking("https://host.example", framing=SITE).get("https://host.example/s/secret", headers=IN_FRAME)
    given = answer.headers.get_list("set-cookie")[0]
    assert "SameSite=None" in given
    assert "Partitioned" in given
    assert "Secure" in given
    assert "frame-ancestors https://crm.example" in answer.headers["content-security-policy"]
    assert "x-frame-options" not in answer.headers


@pytest.mark.parametrize(
    ("path", "framing", "sent"),
    [
        ("/s/secret", (), IN_FRAME),
        ("/enter/token", SITE, IN_FRAME),
        ("/s/secret", SITE, {}),
        ("/people", SITE, IN_FRAME),
    ],
)
def test_any_other_cookie_stays_out_of_frames(path, framing, sent):
    answer = asking("https://host.example", framing=framing).get(f"https://host.example{path}", headers=sent)
    assert "SameSite=lax" in answer.headers.get_list("set-cookie")[0]
    assert "Partitioned" not in str(answer.headers)


@pytest.mark.parametrize("path", ["/enter/token", "/people", "/", "/health", "/static/x.js"])
def test_only_what_a_link_opens_may_be_framed(path):
    answer = asking("https://host.example", framing=SITE).get(f"https://host.example{path}")
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["x-frame-options"] == "DENY"
