"""Every address that the server has, as its code says, and the ways of writing one that is not what it seems."""

from __future__ import annotations

import functools
import json
import os
import re
import subprocess
import sys

from tests import workspaces
from tests.attacks.workspace import ALDER, BIRCH

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "NONSENSE")

_LIST = """
import json, app
def below(routes, prefix=""):
    for route in routes:
        path = prefix + getattr(route, "path", "")
        yield path or "/"
        yield from below(getattr(route, "routes", None) or [], path)
print(json.dumps(sorted(set(below(app.app._build_starlette_app().routes)))))
"""
_FILLED = {
    "client": (ALDER, BIRCH), "slug": (ALDER, BIRCH), "kind": ("csv", "xlsx"), "format": ("csv",), "name": ("1", "2"),
    "secret": ("x" * 43,), "token": ("x" * 43,),
}  # fmt: skip
_OTHERS = (
    "/index.html", "/app.py", "/pages/client/campaigns.py", "/workspace.sqlite", "/secret.key", "/.env", "/main",
    "/closed", "/campaigns/x", "/static/", "/static/index.html", "/static/js/x.js", "/static/nonsense", "/app/static/",
    "/app/static/fonts", "/component", "/_stcore", "/_stcore/message", "/_stcore/message?hash=0", "/_stcore/metrics",
    "/docs", "/openapi.json", "/s", "/enter",
)  # fmt: skip


@functools.cache
def routes() -> tuple[str, ...]:
    """The paths of all routes, ours and Streamlit's, with their parameters in braces."""
    listed = subprocess.run(
        [sys.executable, "-c", _LIST], cwd=workspaces.ROOT, capture_output=True, check=True, text=True,
        env=os.environ | {"SVERKA_HOME": os.devnull},
    )  # fmt: skip
    found: list[str] = json.loads(listed.stdout.splitlines()[-1])
    return tuple(found)


def filled(route: str) -> list[str]:
    """A route with its parameters filled in, in each way that might lead somewhere."""
    paths = [route]
    for parameter in re.findall(r"{(\w+)(?::\w+)?}", route):
        pattern = re.compile(rf"{{{parameter}(:\w+)?}}")
        paths = [pattern.sub(value, path) for path in paths for value in _FILLED.get(parameter, ("1", f"{ALDER}/1"))]
    return paths


def known() -> list[str]:
    """Every address that the code has, and some that it might have."""
    return [path for route in routes() for path in filled(route)] + list(_OTHERS)


def tricks(path: str) -> list[str]:
    """Ways of writing an address that a server, or something before it, may read as that address."""
    bare = path.lstrip("/")
    first, slash, rest = bare.partition("/")
    return [
        f"//{bare}", f"///{bare}", f"/./{bare}", f"/%2e/{bare}", f"/x/../{bare}", f"/x/%2e%2e/{bare}", f"/..;/{bare}",
        f"/static/../{bare}", f"/static/%2e%2e/{bare}", f"/static/..%2f{bare}", f"/app/static/..%2f{bare}",
        f"/s/../{bare}", f"/healthz/../{bare}", f"/_stcore/health/../{bare}", f"/component/..%2f..%2f{bare}",
        f"/_stcore/bidi-components/..%2f{bare}", f"/%2f{bare}", f"/{bare}/", f"/{bare}//", f"/{bare}/.", f"/{bare}.",
        f"/{bare}%20", f"/{bare}%00", f"/{bare}%00.js", f"/{bare};a=b", f"/;/{bare}", f"/{bare}%3b", f"/{bare}%2f",
        f"/{bare}%5c", f"\\{bare}".replace("\\", "/%5c"), f"/{bare.upper()}", f"/{bare.title()}", f"/{bare}.html",
        f"/{first}%2f{rest}" if slash else f"/{bare[:1]}%{ord(bare[1]):02x}{bare[2:]}" if len(bare) > 1 else "/%2f",
        f"/%ef%bc%8f{bare}", f"/{bare}%e2%80%ae", f"/{bare}%ff", f"/{bare}?client={ALDER}", f"/{bare}?embed=true",
        f"/{bare}%3fclient={ALDER}", f"/{bare}%23", f"/sverka/{bare}", f"http://localhost/{bare}", f"/{bare}/healthz",
        f"/{bare}?/static/", f"/{bare}%0d%0aX-Sent: 1".replace(" ", ""),
    ]  # fmt: skip
