"""The colours and type of a chart, for light and for dark paper, with the client's own accent made readable."""

from __future__ import annotations

import re
from colorsys import hls_to_rgb, rgb_to_hls
from dataclasses import dataclass, replace

LEAST_CONTRAST = 4.5  # WCAG AA for text
_HEX = re.compile(r"#[0-9A-Fa-f]{6}")


@dataclass(frozen=True)
class Look:
    """Every colour a chart may use, as #RRGGBB, and its two faces of type."""

    dark: bool
    paper: str
    surface: str
    ink: str
    muted: str
    hairline: str
    accent: str
    good: str
    bad: str
    caution: str
    then: str
    font: str = "IBM Plex Sans, system-ui, -apple-system, Segoe UI, sans-serif"
    serif: str = "Source Serif Text, Georgia, serif"

    @property
    def band(self) -> str:
        """The accent, pale enough to lie under lines and figures."""
        return faded(self.accent, 0.16)


LIGHT = Look(
    dark=False,
    paper="#FBFAF7",
    surface="#F3F1EB",
    ink="#1D2125",
    muted="#6B7076",
    hairline="#E3E0D8",
    accent="#0F5F6B",
    good="#2C7A57",
    bad="#B3432B",
    caution="#9F6511",
    then="#98968E",
)
DARK = Look(
    dark=True,
    paper="#15181B",
    surface="#1D2125",
    ink="#ECE9E2",
    muted="#9AA0A6",
    hairline="#2C3136",
    accent="#5FB7C3",
    good="#6CC295",
    bad="#E58468",
    caution="#E0AF5B",
    then="#767E86",
)


def look_of(theme: str | None, accent: str = "") -> Look:
    """The look for a theme ('dark', or light for anything else) with a client's accent; '' or no colour: our own."""
    look = DARK if theme == "dark" else LIGHT
    if not _HEX.fullmatch(accent):
        return look
    return replace(look, accent=readable(accent, look.paper))


def readable(colour: str, paper: str) -> str:
    """The colour itself, or the nearest darker (on dark paper lighter) one that text in it can be read on the paper."""
    hue, light, saturation = rgb_to_hls(*_parts(colour))
    end = 1.0 if luminance(paper) < 0.5 else 0.0
    found = colour.upper()
    while contrast(found, paper) < LEAST_CONTRAST and light != end:
        light = min(light + 0.01, end) if end else max(light - 0.01, end)
        found = _hex(hls_to_rgb(hue, light, saturation))
    return found


def contrast(one: str, other: str) -> float:
    """The WCAG contrast ratio of two colours, from 1 to 21. Source: WCAG 2.2, «contrast ratio»."""
    brighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of a colour, 0 (black) to 1 (white). Source: WCAG 2.2, «relative luminance»."""
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def faded(colour: str, strength: float) -> str:
    """The colour as rgba with this opacity (0 to 1)."""
    red, green, blue = (round(part * 255) for part in _parts(colour))
    return f"rgba({red},{green},{blue},{strength:g})"


def _parts(colour: str) -> tuple[float, float, float]:
    return int(colour[1:3], 16) / 255, int(colour[3:5], 16) / 255, int(colour[5:7], 16) / 255


def _hex(parts: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(part * 255):02X}" for part in parts)
