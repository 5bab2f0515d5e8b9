"""The page that Streamlit's program loads into, made ours: no inline script, no foreign title, icon or pointer."""

from __future__ import annotations

import re
from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from dashboard.access.screens import SCREENS

# What leaves the page: Streamlit's own remarks, an inline script that the policy would refuse, the description of an
# interface that is off, the preloading of a font that the theme does not use, and a text about all that.
_LEAVES = re.compile(
    r"<!--.*?-->|<script>.*?</script>|<link\s[^>]*rel=\"(?:service-desc|shortcut icon)\"[^>]*>"
    r"|<link\s[^>]*as=\"font\"[^>]*>|<noscript>.*?</noscript>",
    re.DOTALL,
)
_TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)
# Streamlit asks for the parts that draw charts and tables only when the first of them arrives; every screen has both.
_SOON = ("PlotlyChart.*.js", "DataFrame.*.js", "arrowFormatUtils.*.js")
_HEAD = '<title>Sverka</title><link rel="icon" href="data:,"><meta name="robots" content="noindex">'


def shell(index: Path) -> str:
    """Streamlit's own index.html without what the product does not want."""
    html = _LEAVES.sub("", index.read_text("utf-8"))
    return re.sub(r"\n\s*\n+", "\n", _TITLE.sub(_HEAD + _preloads(index), html, count=1)).lstrip()


def files(index: Path) -> frozenset[str]:
    """The addresses of the files of Streamlit's program, which are beside its index.html."""
    found = (path.relative_to(index.parent) for path in (index.parent / "static").rglob("*") if path.is_file())
    return frozenset(f"/{path.as_posix()}" for path in found)


def _preloads(index: Path) -> str:
    found = (path for pattern in _SOON for path in sorted((index.parent / "static" / "js").glob(pattern)))
    return "".join(f'<link rel="modulepreload" crossorigin href="./static/js/{path.name}">' for path in found)


def routes(index: Path) -> list[Route]:
    """The screens' addresses, answered with the shell; the gate stands before them."""
    html = shell(index)

    async def answer(request: Request) -> Response:
        return HTMLResponse(html)

    return [Route(f"/{screen}", answer) for screen in SCREENS]
