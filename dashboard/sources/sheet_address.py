"""The address of a Google sheet as a person copies it, taken apart. Only the document's id of it is ever used."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.phrase import say

_ID = re.compile(r"[A-Za-z0-9_-]{20,100}")
_PATH = re.compile(r"/spreadsheets/(?:u/\d+/)?d/([^/]+)(?:/.*)?")
_HOST = "docs.google.com"


@dataclass(frozen=True)
class SheetAddress:
    """A document, and the tab that the address opens (its `gid`); None where it names none."""

    document: str
    tab: int | None = None

    def written(self) -> str:
        """The address that a browser opens."""
        opened = "" if self.tab is None else f"#gid={self.tab}"
        return f"https://{_HOST}/spreadsheets/d/{self.document}/edit{opened}"


def parse(text: str) -> SheetAddress:
    """The document and the tab of an address, or of a bare document id. Raises SettingsInvalid."""
    written = text.strip()
    if _ID.fullmatch(written):
        return SheetAddress(written)
    if _HOST not in written:
        raise _no_address(written)
    try:
        address = urlsplit(written if "://" in written else f"https://{written}")
        found = _PATH.fullmatch(address.path)
        on_google = address.scheme in ("http", "https") and address.hostname == _HOST
    except ValueError:
        raise _no_address(written) from None
    if "/d/e/" in address.path and on_google:
        raise SettingsInvalid(
            say(
                "This is the address of a page published on the web, not of the sheet itself. Open the sheet for "
                "editing and copy the address from there. Nothing was changed."
            )
        )
    if not on_google or found is None or not _ID.fullmatch(found[1]):
        raise _no_address(written)
    named = parse_qs(address.fragment).get("gid") or parse_qs(address.query).get("gid") or [""]
    return SheetAddress(found[1], int(named[0]) if re.fullmatch(r"[0-9]{1,18}", named[0]) else None)


def _no_address(written: str) -> SettingsInvalid:
    return SettingsInvalid(
        say(
            "“{address}” is not the address of a Google sheet: expected https://docs.google.com/spreadsheets/d/…. "
            "Open the sheet in a browser and copy its address. Nothing was changed.",
            address=written[:120],
        )
    )
