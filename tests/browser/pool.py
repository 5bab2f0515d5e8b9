"""Browsers that one test after another uses: what one has loaded of the program, it need not load and compile again."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.watching import Watch

_KNOWN = "cookies,local_storage,indexeddb,service_workers,cache_storage"  # all that a site can keep but copies of files


class Pool:
    """Contexts of one browser by what they are. One that was given back knows nobody and keeps nothing that a site
    stored; only the copies of the program's files stay."""

    def __init__(self, chromium: Browser) -> None:
        self._chromium = chromium
        self._free: dict[str, list[BrowserContext]] = {}
        self._kinds: dict[BrowserContext, str] = {}

    def take(self, **options: Any) -> Watch:
        """A browser of these options of playwright, which nobody else uses meanwhile, watched from now on."""
        kind = json.dumps(options, sort_keys=True)
        free = self._free.get(kind)
        context = free.pop() if free else self._chromium.new_context(**options)
        self._kinds[context] = kind
        return Watch(context)

    def give_back(self, watch: Watch) -> None:
        """Ends the watch, closes the pages and forgets everybody."""
        context = watch.context
        for page in context.pages:
            _forget_site(page)
            page.close()
        watch.end()
        context.clear_cookies()
        context.clear_permissions()
        self._free.setdefault(self._kinds.pop(context), []).append(context)


def _forget_site(page: Page) -> None:
    address = urlsplit(page.url)
    if address.scheme not in ("http", "https"):
        return
    session = page.context.new_cdp_session(page)
    site = f"{address.scheme}://{address.netloc}"
    session.send("Storage.clearDataForOrigin", {"origin": site, "storageTypes": _KNOWN})
    session.detach()
