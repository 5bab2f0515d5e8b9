"""What a browser calls itself, as people call it."""

from __future__ import annotations

from dashboard.i18n import _

# Each browser and system by a word of its own; those that also bear another's word come first.
_BROWSERS = (
    ("YaBrowser/", "Yandex Browser"), ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
)  # fmt: skip
_SYSTEMS = (
    ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "ChromeOS"),
    ("Macintosh", "Mac"), ("Linux", "Linux"),
)  # fmt: skip


def name_of(agent: str) -> str:
    """«Firefox, Windows»; what is known of it, or that nothing is."""
    found = [next((name for word, name in known if word in agent), "") for known in (_BROWSERS, _SYSTEMS)]
    return ", ".join(name for name in found if name) or _("Unknown device")
