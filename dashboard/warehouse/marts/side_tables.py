"""What the settings say about values met in the rows: computed here once per value, joined in SQL.

Each function takes the distinct values and gives the rows of one small table. Nothing here reads or writes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, time
from decimal import ROUND_HALF_EVEN, Decimal, localcontext

from dashboard.domain.channels import channel_of
from dashboard.domain.client import ClientProfile, VatRate

DIRECT = "direct"
NO_SOURCE = "no_source"

_FACTOR = Decimal("0.000000000001")
_CENT_OF_CENT = Decimal("0.0001")
_TOUCH = {DIRECT: 1, NO_SOURCE: 0}


def traffic_channels(
    traffic: Iterable[tuple[str, str, str]], profile: ClientProfile
) -> list[tuple[str, str, str, str, int]]:
    """(source, medium, campaign) → with the channel and its touch: 2 a source of its own, 1 direct, 0 none."""
    rows = []
    for source, medium, campaign in traffic:
        channel = channel_of(source, medium, campaign, profile.channel_rules)
        rows.append((source, medium, campaign, channel, _TOUCH.get(channel, 2)))
    return rows


def campaign_products(campaigns: Iterable[str], profile: ClientProfile) -> list[tuple[str, str]]:
    """Campaign → the product that the client's rules find in its name; campaigns without one are left out."""
    found = ((campaign, _ruled(campaign, profile)) for campaign in sorted(set(campaigns)))
    return [(campaign, product) for campaign, product in found if product]


def product_names(decided: Mapping[str, str | None], profile: ClientProfile) -> list[tuple[str, str]]:
    """A product as a file writes it → its agreed name: what a person decided (given with each text), else the one
    settled for this very text, else the rules', else the text itself."""
    return [
        (text, meaning or profile.value_names.get(text) or _ruled(text, profile) or text)
        for text, meaning in decided.items()
    ]


def era_days(profile: ClientProfile, first: date | None, last: date | None) -> list[tuple[date, int]]:
    """(day, era) of the days from first to last on which other settings held than do now; now is era 0."""
    rows: list[tuple[date, int]] = []
    if first is None or last is None:
        return rows
    for era, (begins, ends, _settings) in enumerate(profile.eras()):
        if era:
            run = range(max(begins, first).toordinal(), min(ends, last).toordinal() + 1)
            rows += [(date.fromordinal(day), era) for day in run]
    return rows


def era_rules(profile: ClientProfile) -> list[tuple[int, str, int, int, int, bool]]:
    """Each era with its rules: attribution and its window, the window of a lead, what makes a lead one on target."""
    return [
        (
            era,
            held.attribution_rule,
            held.attribution_window_days,
            held.lead_window_days,
            held.target_talk_seconds,
            held.target_forms,
        )
        for era, (_first, _last, held) in enumerate(profile.eras())
    ]


def open_hours(profile: ClientProfile) -> list[tuple[int, int, int, int]]:
    """(era, weekday, first minute, minute of closing) of the hours in which calls can be answered.

    An era for which nobody stated hours has all hours of all weekdays.
    """
    rows = []
    for era, (_first, _last, held) in enumerate(profile.eras()):
        if not held.working_hours:
            rows += [(era, weekday, 0, 24 * 60) for weekday in range(1, 8)]
        for hours in held.working_hours:
            rows.append((era, hours.weekday, _minute(hours.opens), _minute(hours.closes) or 24 * 60))
    return rows


def cost_shares(products: Iterable[str], profile: ClientProfile) -> list[tuple[int, str, Decimal]]:
    """(era, product) → cost of goods as a share of revenue (1 − margin rate); products whose margin nobody stated are
    left out, and the client's rate holds for those without one of their own."""
    rows = []
    for era, (_first, _last, held) in enumerate(profile.eras()):
        own = dict(held.margin_by_product)
        for product in sorted(set(products)):
            rate = own.get(product, held.margin)
            if rate is not None:
                rows.append((era, product, (1 - rate).quantize(_FACTOR)))
    return rows


def books_left_out(platforms: Iterable[tuple[str]], profile: ClientProfile) -> list[tuple[str]]:
    """The platforms whose sales do not count, of those that have any; none where nobody decided."""
    return [(platform,) for (platform,) in platforms if profile.sales_books and platform not in profile.sales_books]


def money_factors(
    amounts: Iterable[tuple[date, str, bool, Decimal | None]], profile: ClientProfile
) -> list[tuple[date, str, bool, Decimal]]:
    """(day, currency, includes VAT, rate of the day) → with the factor that turns an amount into the client's money.

    The client's own currency (also written '') is 1; another without a rate has no row. Where the client deducts VAT,
    an amount that includes it is divided by 1 + the rate of its day.
    """
    rows = []
    eras = list(profile.eras())
    with localcontext() as context:
        context.prec = 40
        for day, currency, includes_vat, rate in amounts:
            factor = Decimal(1) if currency in ("", profile.currency) else rate
            if factor is None:
                continue
            if includes_vat and next(held for first, _, held in eras if first <= day).vat_deductible:
                factor /= 1 + vat_rate(profile.vat, day)
            rows.append((day, currency, includes_vat, factor.quantize(_FACTOR, ROUND_HALF_EVEN)))
    return rows


def foreign_units(
    amounts: Iterable[tuple[date, str, bool, Decimal | None]], profile: ClientProfile
) -> list[tuple[date, str, Decimal]]:
    """(day, currency, includes VAT, rate of the day) → how much of another currency one of the client's is, by day."""
    own = ("", profile.currency)
    rates = {(day, currency): rate for day, currency, _, rate in amounts if rate and currency not in own}
    return [(day, currency, (1 / rate).quantize(_FACTOR)) for (day, currency), rate in sorted(rates.items())]


def vat_rate(rates: Iterable[VatRate], day: date) -> Decimal:
    """The rate in force on the day, 0 before the first."""
    since = [rate for rate in rates if rate.since <= day]
    return max(since, key=lambda rate: rate.since).rate if since else Decimal(0)


def refunded_costs(
    lines: Iterable[tuple[Decimal, Decimal, Decimal]],
) -> list[tuple[Decimal, Decimal, Decimal, Decimal]]:
    """(revenue, cost, refunded) of a line given back in part → with the part of its cost that came back."""
    with localcontext() as context:
        context.prec = 40
        return [
            (revenue, cost, refunded, (cost * refunded / revenue).quantize(_CENT_OF_CENT, ROUND_HALF_EVEN))
            for revenue, cost, refunded in lines
        ]


def _minute(moment: time) -> int:
    return moment.hour * 60 + moment.minute


def _ruled(text: str, profile: ClientProfile) -> str:
    for rule in profile.product_rules:
        if re.search(rule.pattern, text, re.IGNORECASE):
            return rule.product
    return ""
