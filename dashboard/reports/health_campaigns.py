"""Campaigns that leads name and no ads have, and ads that no lead ever names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from dashboard.domain import health, metrics
from dashboard.domain.channels import CHANNELS, NO_SOURCE
from dashboard.domain.health import Finding, Weight
from dashboard.domain.naming import Name, NameKind
from dashboard.domain.period import Period
from dashboard.domain.phrase import Money, Number, Percent, Term, say, say_n

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse

_NAMED_AT_MOST = 3


@dataclass(frozen=True)
class Match:
    """The campaigns of paid channels over the period: what leads and ads say of each other."""

    rows: Sequence[Mapping[str, Any]]
    currency: str
    decided: frozenset[tuple[str, str, str]] = frozenset()  # the names that a person has spoken about: `Name.key`

    @property
    def unknown(self) -> list[Mapping[str, Any]]:
        """Campaigns that leads or sales name, of channels with ads, that no row of ads ever had and nobody settled."""
        advertised = {row["channel"] for row in self.rows if row["ever_advertised"]}
        return [
            row
            for row in self._paid()
            if row["campaign"] and not row["ever_advertised"] and row["channel"] in advertised and _brought(row)
            if Name(NameKind.CAMPAIGN, row["channel"], row["campaign"]).key not in self.decided
        ]

    @property
    def unmatched_share(self) -> Decimal | None:
        """The leads (without any, the orders) of such campaigns, of all that paid channels with ads brought."""
        advertised = {row["channel"] for row in self.rows if row["ever_advertised"]}
        paid = [row for row in self._paid() if row["channel"] in advertised]
        return metrics.share(sum(map(_brought, self.unknown)), sum(map(_brought, paid)))

    @property
    def silent(self) -> list[tuple[Mapping[str, Any], float]]:
        """Campaigns that cost money and were never named, with how many leads so many clicks usually bring."""
        named = [row for row in self._paid() if row["ever_named"] and row["clicks"]]
        leads, clicks = sum(map(_brought, named)), sum(row["clicks"] for row in named)
        if not leads or not clicks:
            return []
        found = [
            (row, leads / clicks * row["clicks"]) for row in self._paid() if row["spend"] and not row["ever_named"]
        ]
        return [(row, usual) for row, usual in found if usual >= health.LEADS_EXPECTED]

    @property
    def silent_spend(self) -> Decimal:
        """What the campaigns cost that no lead ever named, though leads were to be expected."""
        return sum((Decimal(row["spend"]) for row, _ in self.silent), Decimal(0))

    @property
    def without_ads(self) -> list[tuple[str, int]]:
        """Paid channels that brought leads and of which no row of ads was ever uploaded, with the leads."""
        advertised = {row["channel"] for row in self.rows if row["ever_advertised"]}
        found: dict[str, int] = {}
        for row in self._paid():
            if row["channel"] not in advertised:
                found[row["channel"]] = found.get(row["channel"], 0) + _brought(row)
        return [(channel, count) for channel, count in found.items() if count >= health.FEWEST_UNMATCHED]

    @property
    def no_source_share(self) -> Decimal | None:
        """Revenue whose source nobody knows, of all revenue."""
        without = sum((row["revenue"] for row in self.rows if row["channel"] == NO_SOURCE), Decimal(0))
        return metrics.share(without, sum((row["revenue"] for row in self.rows), Decimal(0)))

    def _paid(self) -> list[Mapping[str, Any]]:
        return [row for row in self.rows if row["channel"] in CHANNELS and CHANNELS[row["channel"]].is_paid]


def read(warehouse: Warehouse, period: Period) -> Match:
    """What leads and ads of the period say of each other."""
    rows = warehouse.fetch("reports/campaign_match", date_from=period.first, date_to=period.last)
    decided = frozenset(one.name.key for one in warehouse.name_decisions() if one.in_force)
    return Match(rows, warehouse.profile.currency, decided)


def findings(match: Match) -> Iterator[Finding]:
    """What of it a person should settle."""
    yield from _unknown(match)
    for row, usual in match.silent:
        yield Finding(
            id="spend_never_named",
            weight=Weight.LOOK,
            what=say(
                "{campaign} ({channel}) cost {spend}, and no call, lead or sale ever named it: so many clicks usually "
                "bring about {usual}.",
                campaign=row["campaign"] or Term("no campaign"),
                channel=Term(CHANNELS[row["channel"]].label),
                spend=Money(row["spend"], match.currency, short=True),
                usual=Number(round(usual)),
            ),
            todo=say("Check the tags in its ads, or say which name calls and deals use for it."),
            owner=health.AGENCY,
            screen="names",
            worth=Decimal(row["spend"]),
        )
    for channel, count in match.without_ads:
        yield Finding(
            id="leads_without_ads",
            weight=Weight.LOOK,
            what=say_n(
                "{channel} brought {count} lead, and its ads have never been uploaded: what it cost is unknown.",
                "{channel} brought {count} leads, and its ads have never been uploaded: what they cost is unknown.",
                count,
                channel=Term(CHANNELS[channel].label),
            ),
            todo=say("Upload the platform's export by day and campaign."),
            owner=health.AGENCY,
            screen="upload",
        )
    share = match.no_source_share
    if share is not None and share > health.NO_SOURCE_TO_LOOK_AT:
        yield Finding(
            id="no_source_share",
            weight=Weight.LOOK,
            what=say("{share} of revenue has no source, so it stands with no channel.", share=Percent(share)),
            todo=say("Ask for the source of each deal or order, or join the sales to calls by phone."),
            owner=health.CLIENT,
            screen="upload",
        )


def _unknown(match: Match) -> Iterator[Finding]:
    share = match.unmatched_share or Decimal(0)
    count = sum(map(_brought, match.unknown))
    if share < health.UNMATCHED_TO_LOOK_AT or count < health.FEWEST_UNMATCHED:
        return
    largest = sorted(match.unknown, key=_brought, reverse=True)
    revenue = sum((Decimal(row["revenue"]) for row in match.unknown), Decimal(0))
    yield Finding(
        id="unmatched_campaigns",
        weight=Weight.FAULT if share >= health.UNMATCHED_TOO_MANY else Weight.LOOK,
        what=say_n(
            "{count} lead ({share} of those from ads) names a campaign that no ads have, such as {campaigns}.",
            "{count} leads ({share} of those from ads) name campaigns that no ads have, such as {campaigns}.",
            count,
            share=Percent(share),
            campaigns=tuple(str(row["campaign"]) for row in largest[:_NAMED_AT_MOST]),
        ),
        todo=say("Say which campaign each name means, or upload the ads that are missing."),
        owner=health.AGENCY,
        screen="names",
        worth=revenue or None,
    )


def _brought(row: Mapping[str, Any]) -> int:
    return int(row["leads"] or row["orders"])
