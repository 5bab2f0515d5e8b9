"""Names: what calls, deals and sales call a campaign or a product, beside what the ads and the settings call it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from dashboard.domain import metrics
from dashboard.domain.client import ClientProfile
from dashboard.domain.naming import Name, NameDecision, NameKind
from dashboard.domain.phrase import Money, Phrase, say, say_n
from dashboard.reports.names_likeness import Likeness, likened

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse

# A campaign whose ads never ran while the name was met is hardly the one that it means.
_NEVER_TOGETHER = 0.8
# What is this much less alike than the best is not worth a person's time.
_FAR_BEHIND = 0.2


@dataclass(frozen=True)
class Met:
    """A name and what stands under it, ever: spend, revenue (net) in the client's money; days where it brought any."""

    name: Name
    spend: Decimal
    leads: int
    orders: int
    revenue: Decimal
    first_day: date | None
    last_day: date | None

    @property
    def worth(self) -> tuple[Decimal, int, int]:
        """What comes first where there are many: money, then leads."""
        return self.revenue, self.leads, self.orders


@dataclass(frozen=True)
class Suggestion:
    """What a name may mean, and how alike the two are."""

    meant: Met
    score: float
    likeness: Likeness


@dataclass(frozen=True)
class Effect:
    """What a match makes of the row of what is meant: its cost per lead now and then, None where there is none."""

    cpl_now: Decimal | None
    cpl_then: Decimal | None


@dataclass(frozen=True)
class Names:
    """The names of one client: those that match nothing (the dearest first), what they may mean, what was decided."""

    profile: ClientProfile
    unmatched: tuple[Met, ...]
    meant: Mapping[str, tuple[Met, ...]]  # by channel ('' for products): what a name may mean, by name
    decisions: tuple[NameDecision, ...]  # every one, the newest first
    contested: Mapping[int, Met]  # by the decision's number: a name said to mean a campaign, that has ads of its own

    def of(self, kind: NameKind) -> tuple[Met, ...]:
        """The unmatched names of this kind."""
        return tuple(met for met in self.unmatched if met.name.kind is kind)

    def candidates(self, name: Name) -> tuple[Met, ...]:
        """What a name may mean: the campaigns with ads of its channel, or the agreed products."""
        return tuple(one for one in self.meant.get(name.channel, ()) if not name.is_called(one.name.text))

    def suggestions(self, met: Met, most: int = 3) -> tuple[Suggestion, ...]:
        """What is most like the name, the best first. Nothing of it is applied by itself."""
        candidates = self.candidates(met.name)
        doubts = [1.0 if _together(met, one) else _NEVER_TOGETHER for one in candidates]
        found = likened(met.name.text, [one.name.text for one in candidates], most, doubts)
        return tuple(
            Suggestion(candidates[one.place], one.score, one.likeness)
            for one in found
            if one.score >= found[0].score - _FAR_BEHIND
        )

    def effect(self, met: Met, meant: Met) -> Effect:
        """What the row of `meant` becomes if the name means it."""
        now = metrics.compute({"spend": meant.spend, "leads": meant.leads}, "cpl")["cpl"]
        then = metrics.compute({"spend": meant.spend + met.spend, "leads": meant.leads + met.leads}, "cpl")["cpl"]
        return Effect(now, then)

    @property
    def in_force(self) -> tuple[NameDecision, ...]:
        """The decisions that nobody took back, the newest first."""
        return tuple(one for one in self.decisions if one.in_force)

    @property
    def withdrawn(self) -> tuple[NameDecision, ...]:
        """The decisions that were taken back, the last one first."""
        return tuple(one for one in self.decisions if not one.in_force)

    @property
    def verdict(self) -> Phrase:
        """The answer in one sentence."""
        campaigns = self.of(NameKind.CAMPAIGN)
        if campaigns:
            leads, revenue = sum(met.leads for met in campaigns), sum((met.revenue for met in campaigns), Decimal(0))
            return say_n(
                "{count} campaign name of calls and deals matches no campaign: {brought} stand apart from the spend "
                "that brought them.",
                "{count} campaign names of calls and deals match no campaign: {brought} stand apart from the spend "
                "that brought them.",
                len(campaigns),
                brought=_brought(leads, say("{amount} of sales", amount=self._money(revenue)) if revenue else None),
            )
        products = self.of(NameKind.PRODUCT)
        if products:
            leads, revenue = sum(met.leads for met in products), sum((met.revenue for met in products), Decimal(0))
            return say_n(
                "{count} product name is not matched with a product: {brought}.",
                "{count} product names are not matched with a product: {brought}.",
                len(products),
                brought=say("{amount} of sales", amount=self._money(revenue)) if revenue else _leads(leads),
            )
        if self.contested:
            return say_n(
                "{count} name that was said to mean another campaign has ads of its own by now.",
                "{count} names that were said to mean other campaigns have ads of their own by now.",
                len(self.contested),
            )
        if not any(channel for channel in self.meant):
            return say("There are no ads yet that a name could be matched with.")
        return say("Every name of calls, deals and sales is matched.")

    def _money(self, amount: Decimal) -> Money:
        return Money(amount, self.profile.currency, short=True)


def build(warehouse: Warehouse, today: date) -> Names:
    """The names of the client's data as they are now. `today` does not matter."""
    del today
    decisions = warehouse.name_decisions()
    standing = [one for one in decisions if one.in_force]
    settled = {one.name.key for one in standing}
    campaigns = [_campaign(row) for row in warehouse.fetch("reports/campaign_extents")]
    advertised = [met for met, has_ads in campaigns if has_ads]
    with_ads = {met.name.channel for met in advertised}
    strangers = [met for met, has_ads in campaigns if not has_ads and met.name.channel in with_ads]
    products = [_product(row) for row in warehouse.fetch("reports/product_extents")]
    agreed = _agreed(warehouse.profile, products, standing)
    strangers += [met for met in products if met.name.text not in agreed]
    known = {met.name.text: met for met in products}
    offered = [known.get(name) or _nothing_yet(name) for name in sorted(agreed)]
    meant: dict[str, list[Met]] = {}
    for met in [*advertised, *offered]:
        meant.setdefault(met.name.channel, []).append(met)
    unmatched = [met for met in _together_in_any_case(strangers) if met.name.key not in settled]
    return Names(
        warehouse.profile,
        tuple(sorted(unmatched, key=lambda met: met.worth, reverse=True)),
        {channel: tuple(found) for channel, found in meant.items()},
        decisions,
        _contested(standing, advertised),
    )


def _agreed(profile: ClientProfile, products: Iterable[Met], standing: Iterable[NameDecision]) -> set[str]:
    """The products that the settings name, and without any those that were sold; and those that a person has named."""
    in_settings = {
        *(rule.product for rule in profile.product_rules),
        *profile.value_names.values(),
        *(product for product, _ in profile.margin_by_product),
    }
    sold = {met.name.text for met in products if met.orders}
    meant = {one.meaning for one in standing if one.name.kind is NameKind.PRODUCT and one.meaning}
    return (in_settings or sold) | meant


def _contested(standing: Iterable[NameDecision], advertised: Iterable[Met]) -> dict[int, Met]:
    """The decisions that moved a name's leads elsewhere, though it has ads of its own by now."""
    with_ads = {met.name.key: met for met in advertised}
    return {
        one.number: with_ads[one.name.key]
        for one in standing
        if one.meaning and one.name.key in with_ads and with_ads[one.name.key].name.text != one.meaning
    }


def _campaign(row: Mapping[str, Any]) -> tuple[Met, bool]:
    has_ads = bool(row["advertised"])
    first, last = ("first_ad", "last_ad") if has_ads else ("first_day", "last_day")
    name = Name(NameKind.CAMPAIGN, row["channel"], row["campaign"])
    return _met(name, row, row[first], row[last]), has_ads


def _product(row: Mapping[str, Any]) -> Met:
    return _met(Name(NameKind.PRODUCT, "", row["product"]), row, row["first_day"], row["last_day"])


def _met(name: Name, row: Mapping[str, Any], first: date | None, last: date | None) -> Met:
    return Met(name, row["spend"], int(row["leads"]), int(row["orders"]), row["revenue"], first, last)


def _nothing_yet(product: str) -> Met:
    return Met(Name(NameKind.PRODUCT, "", product), Decimal(0), 0, 0, Decimal(0), None, None)


def _together_in_any_case(names: Sequence[Met]) -> list[Met]:
    """The names, those that differ in capitals alone taken for one: a decision holds for all of them."""
    found: dict[tuple[str, str, str], Met] = {}
    for met in names:
        other = found.get(met.name.key)
        if other is not None:
            days = [day for day in (met.first_day, other.first_day, met.last_day, other.last_day) if day]
            met = Met(
                max(other, met, key=lambda one: one.worth).name,
                other.spend + met.spend,
                other.leads + met.leads,
                other.orders + met.orders,
                other.revenue + met.revenue,
                min(days, default=None),
                max(days, default=None),
            )
        found[met.name.key] = met
    return list(found.values())


def _together(met: Met, candidate: Met) -> bool:
    """Whether there was a day between the first and the last of both; also where either has none."""
    if not (met.first_day and met.last_day and candidate.first_day and candidate.last_day):
        return True
    return met.first_day <= candidate.last_day and candidate.first_day <= met.last_day


def _brought(leads: int, sales: Phrase | None) -> Phrase | tuple[Phrase, ...]:
    if sales is None:
        return _leads(leads)
    return (_leads(leads), sales) if leads else sales


def _leads(count: int) -> Phrase:
    return say_n("{count} lead", "{count} leads", count)
