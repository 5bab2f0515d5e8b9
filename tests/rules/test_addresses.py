"""No screen and no page of ours names an address from the root of the host: the server may stand below a folder."""

from __future__ import annotations

import re
from pathlib import Path

from tests.rules.source import ROOT, for_each, python_files

# A link, form or request that begins at the root; notices.page and dashboard/access/doors/edge.py put the folder before
# what goes through them.
FROM_THE_ROOT = re.compile(r"""(href|src)=f?["']+/(?!/)|<form[^>]*action=["']/|(fetch|open)\(\s*("POST",\s*)?[`"']/""")
SCRIPTS = [path.relative_to(ROOT) for path in sorted((ROOT / "dashboard").rglob("*.js"))]


@for_each([*python_files("dashboard", "pages"), *SCRIPTS])
def test_addresses_are_relative_to_the_page(path: Path) -> None:
    assert FROM_THE_ROOT.search((ROOT / path).read_text("utf-8")) is None
