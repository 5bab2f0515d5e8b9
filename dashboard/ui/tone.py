"""What a figure or a sentence means for the reader; colour is never its only sign."""

from __future__ import annotations

from typing import Literal

from dashboard.domain.phrase import N_

Tone = Literal["plain", "good", "bad", "caution", "unsure"]

MARKS: dict[Tone, str] = {"plain": "", "good": "✓", "bad": "▾", "caution": "!", "unsure": "≈"}
NAMES: dict[Tone, str] = {
    "plain": "",
    "good": N_("good"),
    "bad": N_("bad"),
    "caution": N_("needs attention"),
    "unsure": N_("within the noise"),
}
