"""What stands under a name, and what a decision would move, in words."""

from __future__ import annotations

from urllib.parse import unquote_plus

from dashboard.domain.phrase import Money, Phrase, say, say_n
from dashboard.reports.names import Met, Names


def readable(text: str) -> str:
    """What a name says that is written as links encode it; '' where it says it plainly."""
    read = unquote_plus(text) if "%" in text else text
    return read if read != text and "\ufffd" not in read else ""


def brought(met: Met, currency: str) -> tuple[Phrase, ...]:
    """Leads, orders, sales and spend under the name; what is none is left out."""
    parts = []
    if met.leads:
        parts.append(say_n("{count} lead", "{count} leads", met.leads))
    if met.orders:
        parts.append(say_n("{count} order", "{count} orders", met.orders))
    if met.revenue:
        parts.append(say("{amount} of sales", amount=Money(met.revenue, currency, short=True)))
    if met.spend:
        parts.append(say("{amount} of spend", amount=Money(met.spend, currency, short=True)))
    return tuple(parts) or (say("calls only, no lead of its own"),)


def effect(names: Names, met: Met, meant: Met) -> tuple[Phrase, ...]:
    """What would move onto the row of `meant`, and what becomes of its cost per lead."""
    currency = names.profile.currency
    parts = brought(met, currency)
    moved = say("moves {what} onto it", what=parts) if met.leads or met.orders or met.revenue or met.spend else parts[0]
    made = names.effect(met, meant)
    if made.cpl_then is None or made.cpl_now == made.cpl_then:
        return (moved,)
    then = Money(made.cpl_then, currency, short=True)
    if made.cpl_now is None:
        return moved, say("a lead then costs {then}", then=then)
    now = Money(made.cpl_now, currency, short=True)
    return moved, say("a lead then costs {then}, now {now}", then=then, now=now)
