"""What the agency and the client agreed about one client: everything that changes how numbers are made."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class ChannelRule:
    """Sends traffic to a channel. Patterns are case-insensitive regular expressions searched in the value; '' fits all.

    Rules are tried in order; the first that fits decides.
    """

    channel: str
    source: str = ""
    medium: str = ""
    campaign: str = ""


@dataclass(frozen=True)
class ProductRule:
    """Names the product that a campaign or a deal's title is about, by a regular expression."""

    product: str
    pattern: str


@dataclass(frozen=True)
class Fee:
    """What the agency charges a month, from a month on, in the client's currency."""

    since: date
    per_month: Decimal


@dataclass(frozen=True)
class VatRate:
    """The value-added tax rate in force from a day on (0.22 is 22 %)."""

    since: date
    rate: Decimal


@dataclass(frozen=True)
class ClientProfile:
    """One client's settings. Money in `currency`; times in `timezone` (IANA); `country` is ISO 3166 alpha-2."""

    slug: str
    name: str
    currency: str
    country: str
    timezone: str
    language: str = "en"
    accent: str = ""  # a colour as #RRGGBB; '' is the product's own
    attribution_window_days: int = 90
    lead_window_days: int = 90
    target_talk_seconds: int = 30
    provisional_days: int = 3
    agreed_age_days: int = 2
    agreed_age_by_source: dict[str, int] = field(default_factory=dict)  # "calls", "meta_ads" or "ads/meta_ads" → days
    vat_deductible: bool = True
    vat: tuple[VatRate, ...] = ()
    margin: Decimal | None = None
    margin_by_product: tuple[tuple[str, Decimal], ...] = ()
    fees: tuple[Fee, ...] = ()
    channel_rules: tuple[ChannelRule, ...] = ()  # before the usual ones of dashboard.domain.channels
    product_rules: tuple[ProductRule, ...] = ()
    sales_books: tuple[str, ...] = ()  # the platforms whose sales count; empty: nobody decided, and all count
    value_names: dict[str, str] = field(default_factory=dict)  # product in a file → the product's agreed name

    def agreed_age(self, kind: str, platform: str) -> int:
        """How many whole days behind yesterday a source may be: by kind and platform, else by platform, else by kind,
        else what was agreed for all."""
        named = (f"{kind}/{platform}", platform, kind)
        return next(
            (self.agreed_age_by_source[name] for name in named if name in self.agreed_age_by_source),
            self.agreed_age_days,
        )
