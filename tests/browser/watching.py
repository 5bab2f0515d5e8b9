"""What a page must never do, watched from its first request to its last."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response, WebError

# Streamlit looks for its own address above the page's before it finds it at the root.
_PROBE = re.compile(r"(/\w+)+/_stcore/(health|host-config)")


class Watch:
    """Everything that the pages of one browser ask for, and everything they complain of."""

    def __init__(self, context: BrowserContext) -> None:
        self.context = context
        self.hosts: set[str] = set()
        self.complaints: list[str] = []
        self._refused: set[str] = set()
        self._heard = {
            "request": self._asks,
            "response": self._answered,
            "console": self._says,
            "weberror": self._breaks,
        }
        for what, hear in self._heard.items():
            context.on(what, hear)

    def end(self) -> None:
        """Watches no longer."""
        for what, hear in self._heard.items():
            self.context.remove_listener(what, hear)

    def nothing_was_wrong(self) -> None:
        """No other host was asked; no script failed; nothing was missing but what was looked for on purpose."""
        others = self.hosts - {"localhost"}
        assert not others, others
        assert not self.complaints, self.complaints

    def _asks(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in ("data", "blob"):
            self.hosts.add(address.hostname or "")

    def _answered(self, response: Response) -> None:
        if response.status >= 400 and response.request.is_navigation_request():
            self._refused.add(response.url)  # a closed page, which the test itself looks at

    def _says(self, message: ConsoleMessage) -> None:
        place = message.location.get("url", "")
        if message.type == "error" and not _PROBE.fullmatch(urlsplit(place).path) and place not in self._refused:
            self.complaints.append(f"{message.text} ({place})")

    def _breaks(self, error: WebError) -> None:
        self.complaints.append(str(error.error))
