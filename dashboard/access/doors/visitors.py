"""Who opens a link: a person's browser, a program that shows a preview of it in a chat, or nobody can say.

A preview must neither show figures nor use an opening up, and a person must not have to tap twice. So browsers, which
say what they do in headers that no page can forge, go straight in; previews are told apart by name; and whoever is
neither is asked for one tap.
"""

from __future__ import annotations

import re
from enum import StrEnum

from starlette.requests import Request


class Visitor(StrEnum):
    """Who asks."""

    BROWSER = "browser"
    PREVIEW = "preview"
    UNKNOWN = "unknown"


# Telegram, WhatsApp, Facebook and iMessage (which bears Facebook's and Twitter's names), Slack, Discord, LinkedIn, VK,
# Viber, Teams and Skype, Signal, Mail.ru, Odnoklassniki, Google, Yandex, Bing, Apple, mail scanners.
_PREVIEWS = re.compile(
    r"bot\b|bot/|\bbot|crawl|spider|preview|facebookexternalhit|facebot|^whatsapp|vkshare|^viber|skypeuri|embedly"
    r"|linkexpanding|pinterest|mail\.ru|okhttp|scanner|safelinks|proofpoint|barracuda|mimecast|googleimageproxy",
    re.IGNORECASE,
)
_ENGINES = re.compile(r"^Mozilla/5\.0 \(.+\).*(AppleWebKit/|Gecko/)")


def of(request: Request) -> Visitor:
    """Who asks for this address; HEAD is never a person."""
    headers = request.headers
    agent = headers.get("user-agent", "")
    if request.method == "HEAD" or _PREVIEWS.search(agent):
        return Visitor.PREVIEW
    if headers.get("sec-purpose") or headers.get("purpose") or headers.get("x-moz"):  # loaded ahead of being asked for
        return Visitor.UNKNOWN
    if "sec-fetch-mode" in headers or "sec-fetch-dest" in headers:
        goes = (headers.get("sec-fetch-mode"), headers.get("sec-fetch-dest"))
        # A frame of another site shows only what docs/security.md says; a person looks there too.
        return Visitor.BROWSER if goes in (("navigate", "document"), ("navigate", "iframe")) else Visitor.UNKNOWN
    # Browsers leave those headers out where there is no TLS; then they are known by all that they do send.
    looks = _ENGINES.search(agent) and "text/html" in headers.get("accept", "") and headers.get("accept-language")
    return Visitor.BROWSER if looks else Visitor.UNKNOWN
