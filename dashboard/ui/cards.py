"""The few figures that carry the answer; each can be opened to see what it is and what it was made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.phrase import Phrase
from dashboard.i18n import _
from dashboard.ui.markup import Markup, draw, join, said, tag
from dashboard.ui.tone import MARKS, NAMES, Tone


@dataclass(frozen=True)
class Card:
    """One figure. `value` is written already; `sub` says the change and its base.

    `spark` are the days of the period, oldest first (None: unknown), the last `unfinished` of them hatched; `plan` is
    the plan of one day on the same scale. `definition`, `sums` (label, written amount) and `sources` open with the
    card; `reason` says why there is no value.
    """

    label: Phrase | str
    value: str
    sub: Phrase | str | None = None
    tone: Tone = "plain"
    spark: Sequence[Decimal | float | int | None] = ()
    unfinished: int = 0
    plan: Decimal | float | None = None
    definition: Phrase | str | None = None
    sums: Sequence[tuple[Phrase | str, str]] = ()
    sources: Phrase | str | None = None
    reason: Phrase | str | None = None


def row(cards: Sequence[Card]) -> None:
    """Draws the cards: six abreast on a wide screen, two on a phone."""
    draw(markup(cards))


def markup(cards: Sequence[Card]) -> Markup:
    """The cards as HTML."""
    return tag("div", *(_card(card) for card in cards), cls=f"sv-cards sv-of-{min(len(cards), 6)}")


def _card(card: Card) -> Markup:
    mark = tag("span", MARKS[card.tone], cls="sv-mark", role="img", aria_label=_(NAMES[card.tone]))
    head = join(
        [
            tag("span", said(card.label), cls="sv-label"),
            tag("span", card.value, cls="sv-value", title=said(card.reason)),
            tag("span", mark if MARKS[card.tone] else None, said(card.sub) or "\u00a0", cls="sv-sub"),
            _spark(card),
        ]
    )
    tone = f"sv-card sv-{card.tone}"
    if not (card.definition or card.sums or card.sources or card.reason):
        return tag("div", tag("div", head, cls="sv-face"), cls=tone)
    opened = tag("div", *_opened(card), cls="sv-opened")
    return tag("details", tag("summary", head, cls="sv-face"), opened, cls=f"{tone} sv-opens", name="sv-card")


def _opened(card: Card) -> list[Markup]:
    parts = [tag("p", said(text)) for text in (card.reason, card.definition) if text]
    if card.sums:
        rows = (tag("tr", tag("td", said(label)), tag("td", amount, cls="sv-num")) for label, amount in card.sums)
        parts.append(tag("table", tag("tbody", *rows), cls="sv-sums"))
    if card.sources:
        parts.append(tag("p", said(card.sources), cls="sv-small"))
    return parts


def _spark(card: Card) -> Markup | None:
    """The days as bars on one scale from zero; a day below zero is drawn as none, an unknown one as a dot."""
    known = [float(value) for value in card.spark if value is not None]
    if not known:
        return None
    top = max([*known, float(card.plan or 0)]) or 1.0
    finished = len(card.spark) - card.unfinished
    bars = []
    for place, value in enumerate(card.spark):
        height = 0 if value is None else max(round(float(value) / top * 100), 0)
        kind = "sv-unknown" if value is None else "sv-unfinished" if place >= finished else None
        bars.append(tag("i", cls=kind or "", style=f"height:{height}%"))
    plan = tag("b", style=f"bottom:{round(float(card.plan) / top * 100)}%") if card.plan else None
    return tag("span", *bars, plan, cls="sv-spark", aria_hidden="true")
