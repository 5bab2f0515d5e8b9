"""What the agency and the client agreed about one client: everything that changes how numbers are made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any


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
    """What the agency charges from a month on: a sum a month in the client's currency, shares of what the internet's
    ads cost and its sales brought (0.1 is 10 %), and a sum for each of its leads or target leads. What is stated adds
    up."""

    since: date
    per_month: Decimal = Decimal(0)
    of_spend: Decimal = Decimal(0)
    per_lead: Decimal = Decimal(0)
    per_target_lead: Decimal = Decimal(0)
    of_sales: Decimal = Decimal(0)

    @property
    def follows_results(self) -> bool:
        """Whether it depends on what the month brought."""
        return bool(self.of_spend or self.per_lead or self.per_target_lead or self.of_sales)


@dataclass(frozen=True)
class VatRate:
    """The value-added tax rate in force from a day on (0.22 is 22 %)."""

    since: date
    rate: Decimal


@dataclass(frozen=True)
class OpenHours:
    """When somebody is there to answer on a weekday (1 is Monday): from the first moment up to the second."""

    weekday: int
    opens: time
    closes: time


@dataclass(frozen=True)
class Earlier:
    """What a setting was on the days before `until`, as long as no other `Earlier` of it ends before the day."""

    setting: str
    until: date
    value: Any


ALWAYS = date(2000, 1, 1)
"""Since when a fee or a VAT rate is in force that holds for all days."""

# Settings that may hold from a day on, with another value before it. Fees and VAT rates have days of their own.
DATED = (
    "attribution_rule",
    "attribution_window_days",
    "lead_window_days",
    "target_talk_seconds",
    "target_forms",
    "working_hours",
    "vat_deductible",
    "margin",
    "margin_by_product",
)

# To whom an order is credited: its own source, else the last touch; the last touch, else its own source; the first
# touch in the window, else its own source; its own source only. Direct and none come after each.
ATTRIBUTION_RULES = ("own_or_last_touch", "last_touch", "first_touch", "own_only")


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
    logo: str = ""  # the SHA-256 of a picture that the store keeps; '' is none
    attribution_rule: str = ATTRIBUTION_RULES[0]
    attribution_window_days: int = 90
    lead_window_days: int = 90
    target_talk_seconds: int = 30
    target_forms: bool = False  # a form or a chat that nobody marked is on target; else nobody knows
    working_hours: tuple[OpenHours, ...] = ()  # none stated: every call counts as one that could be answered
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
    earlier: tuple[Earlier, ...] = ()  # what settings of DATED were before the days from which the above hold

    def agreed_age(self, kind: str, platform: str) -> int:
        """How many whole days behind yesterday a source may be: by kind and platform, else by platform, else by kind,
        else what was agreed for all."""
        named = (f"{kind}/{platform}", platform, kind)
        return next(
            (self.agreed_age_by_source[name] for name in named if name in self.agreed_age_by_source),
            self.agreed_age_days,
        )

    def on(self, day: date) -> ClientProfile:
        """The settings as they hold on a day, without what was before. Fees and VAT rates are left as they stand."""
        latest_first = sorted(self.earlier, key=lambda one: one.until, reverse=True)
        then: dict[str, Any] = {one.setting: one.value for one in latest_first if day < one.until}
        return replace(self, earlier=(), **then) if self.earlier else self

    def eras(self) -> Iterator[tuple[date, date, ClientProfile]]:
        """The runs of days on which the same settings hold, the newest first: first day, last day, the settings."""
        starts = sorted({date.min, *(one.until for one in self.earlier)}, reverse=True)
        last = date.max
        for first in starts:
            yield first, last, self.on(first)
            last = first - timedelta(days=1) if first > date.min else first

    def with_dated(self, since: date, **settings: Any) -> ClientProfile:
        """With these settings of DATED in force from a day on; the days before keep what they had."""
        before = self.on(since - timedelta(days=1))
        kept = [one for one in self.earlier if one.setting not in settings or one.until < since]
        kept += [
            Earlier(name, since, getattr(before, name))
            for name, value in settings.items()
            if getattr(before, name) != value
        ]
        return replace(self, earlier=tuple(sorted(kept, key=lambda one: (one.until, one.setting))), **settings)

    def with_always(self, **settings: Any) -> ClientProfile:
        """With these settings in force on all days, whatever was before."""
        kept = tuple(one for one in self.earlier if one.setting not in settings)
        return replace(self, earlier=kept, **settings)
