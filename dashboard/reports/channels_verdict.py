"""The answer in one sentence: which channels earn, which cannot be told from nothing, and what nobody can credit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from dashboard.domain import metrics
from dashboard.domain.channels import CHANNELS
from dashboard.domain.phrase import N_, Number, Percent, Phrase, PhraseValue, Term, say, say_n
from dashboard.domain.statistics import Tier as Rank
from dashboard.reports.caveats import NO_SOURCE_LIMIT
from dashboard.reports.channels_tiers import Tier

if TYPE_CHECKING:
    from dashboard.reports.channels_row import ChannelRow

_WEIGHTY = Decimal("0.25")  # a share of the margin that nobody who splits a budget may overlook


@dataclass(frozen=True)
class PhoneOrders:
    """Orders that came by phone: how many of all (`of`), and their share of the margin, of the revenue without one."""

    orders: int
    of: int
    margin_share: Decimal | None
    revenue_share: Decimal | None

    @property
    def share(self) -> Decimal | None:
        """Their share of all orders; None without any."""
        return metrics.share(self.orders, self.of)

    @property
    def carries(self) -> bool:
        """Whether they weigh so much more than they count that the answer must say so."""
        share, weight = self.share, self.margin_share
        return share is not None and weight is not None and weight >= _WEIGHTY and weight >= 2 * share


def phone_orders(ways: Iterable[Mapping[str, Any]]) -> PhoneOrders:
    """The phone's part, from the rows of `way_sums`."""
    known = list(ways)
    whole, phone = metrics.total(known), metrics.total(row for row in known if row["way"] == "phone")
    return PhoneOrders(
        int(phone["orders"] or 0),
        int(whole["orders"] or 0),
        metrics.share(metrics.value_of("margin", phone), metrics.value_of("margin", whole)),
        metrics.share(metrics.value_of("net_revenue", phone), metrics.value_of("net_revenue", whole)),
    )


def verdict(
    rows: Sequence[ChannelRow],
    no_source: Decimal | None,
    *,
    ranked: bool,
    young: bool = False,
    phone: PhoneOrders | None = None,
    has_sales: bool = True,
) -> Phrase:
    """The sentence that opens the page."""
    if not rows:
        return say("Nothing was spent and nothing was sold in this period.")
    if not has_sales:
        return say("What the channels earned is unknown: no sales have been uploaded.")
    if not ranked and no_source is not None:
        return say(
            "{share} of revenue has no source, more than {limit}: the channels cannot be ranked by what they bring.",
            share=Percent(no_source),
            limit=Percent(NO_SOURCE_LIMIT),
        )
    parts = [
        part
        for part in (
            _earns(rows),
            _loses(rows),
            _cannot_tell(rows, young),
            _unknown(rows),
            _carries(phone),
            _without(no_source),
        )
        if part
    ]
    if not parts:
        return say("No channel was paid for in this period, so there is no spend to judge.")
    return _joined(parts)


def best_use(ranks: Sequence[Rank]) -> Phrase | None:
    """Which channels bring the most margin per unit of spend, for whoever has the next one to place; None if unknown.

    What a channel brought on average is not what the next unit of spend brings, and the sentence says so.
    """
    ranked = [rank.channels for rank in ranks if rank.ranked]
    if not ranked:
        return None
    names = tuple(Term(CHANNELS[key].label if key in CHANNELS else key) for key in ranked[0])
    if len(names) > 1:
        text = N_("Per unit of spend, {channels} cannot be told apart, so none is the better place for more money.")
    elif len(ranked) > 1:
        text = N_(
            "{channels} brings the most margin per unit of spend; whether more of it would too, only a test tells."
        )
    else:
        return None
    return say(text, channels=names)


def phone(found: PhoneOrders) -> Phrase | None:
    """How many of the orders came by phone, and how much of the margin is theirs; None without orders."""
    if found.share is None:
        return None
    values: dict[str, PhraseValue] = {"by_phone": Number(found.orders), "share": Percent(found.share)}
    if found.orders and found.margin_share is not None:
        return say_n(
            "{by_phone} of {count} order ({share}) came by phone, with {weight} of the margin.",
            "{by_phone} of {count} orders ({share}) came by phone, with {weight} of the margin.",
            found.of, **values, weight=Percent(found.margin_share),
        )  # fmt: skip
    if found.orders and found.revenue_share is not None:
        return say_n(
            "{by_phone} of {count} order ({share}) came by phone, with {weight} of the revenue.",
            "{by_phone} of {count} orders ({share}) came by phone, with {weight} of the revenue.",
            found.of, **values, weight=Percent(found.revenue_share),
        )  # fmt: skip
    return say_n(
        "{by_phone} of {count} order ({share}) came by phone.",
        "{by_phone} of {count} orders ({share}) came by phone.",
        found.of, **values,
    )  # fmt: skip


def _names(rows: Sequence[ChannelRow], tier: Tier) -> tuple[Term, ...]:
    return tuple(Term(row.label) for row in rows if row.tier is tier and not row.missing)


def _earns(rows: Sequence[ChannelRow]) -> Phrase | None:
    names = _names(rows, Tier.EARNS)
    if not names:
        return None
    return say_n("{channels} earns", "{channels} earn", len(names), channels=names)


def _loses(rows: Sequence[ChannelRow]) -> Phrase | None:
    names = _names(rows, Tier.LOSES)
    if not names:
        return None
    return say_n("{channels} loses", "{channels} lose", len(names), channels=names)


def _cannot_tell(rows: Sequence[ChannelRow], young: bool) -> Phrase | None:
    names = _names(rows, Tier.CANNOT_TELL)
    if not names:
        return None
    if young:
        return say("{channels} cannot be told from break-even yet, for the last leads are young", channels=names)
    return say_n(
        "{channels} cannot be told from break-even", "{channels} cannot be told from break-even", len(names),
        channels=names,
    )  # fmt: skip


def _unknown(rows: Sequence[ChannelRow]) -> Phrase | None:
    names = tuple(Term(row.label) for row in rows if row.missing and row.tier is not Tier.NO_SOURCE)
    return say("what {channels} earned is unknown without a margin", channels=names) if names else None


def _carries(phone: PhoneOrders | None) -> Phrase | None:
    if phone is None or not phone.carries:
        return None
    return say(
        "orders by phone, {share} of all, bring {weight} of the margin",
        share=Percent(phone.share or Decimal(0)),
        weight=Percent(phone.margin_share or Decimal(0)),
    )


def _without(share: Decimal | None) -> Phrase | None:
    return say("{share} of revenue has no source", share=Percent(share)) if share and share > 0 else None


def _joined(parts: Sequence[Phrase]) -> Phrase:
    """Clauses one after another, each joined to what stands before it."""
    whole = parts[0]
    for part in parts[1:]:
        whole = say("{before}; {after}", before=whole, after=part)
    return say("{sentence}.", sentence=whole)
