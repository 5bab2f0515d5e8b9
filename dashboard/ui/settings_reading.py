"""What stands in the fields of the settings form, and what of it a person wants changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from dashboard.client_settings.changing import fees_with, vat_with
from dashboard.domain.client import ALWAYS, DATED, ClientProfile, Fee, VatRate
from dashboard.domain.phrase import Phrase
from dashboard.ui import settings_fields as fields

WEEK = range(1, 8)
FEE_PARTS = ("per_month", "of_spend", "per_lead", "per_target_lead", "of_sales")
_SHARES = ("of_spend", "of_sales")
_PLAIN = ("currency", "timezone", "country", "language", "vat_deductible", "attribution_rule", "target_forms")
_WHOLE = ("attribution_window_days", "lead_window_days", "target_talk_seconds", "agreed_age_days", "provisional_days")
AGE = "age:"

Typed = Mapping[str, Any]


@dataclass
class Wanted:
    """The settings that differ from those in force, and what of the typed cannot be read, by field."""

    settings: dict[str, Any] = field(default_factory=dict)
    problems: dict[str, Phrase] = field(default_factory=dict)


def newest_fee(profile: ClientProfile) -> Fee:
    """The fee that was agreed last; one of nought where none was."""
    return max(profile.fees, key=lambda fee: fee.since, default=Fee(ALWAYS))


def newest_vat(profile: ClientProfile) -> VatRate | None:
    """The VAT rate that was agreed last."""
    return max(profile.vat, key=lambda rate: rate.since, default=None)


def filled(profile: ClientProfile, sources: Iterable[str]) -> dict[str, Any]:
    """What stands in each field for these settings. `sources` are keys such as "ads/meta_ads"."""
    fee, vat = newest_fee(profile), newest_vat(profile)
    found: dict[str, Any] = {name: getattr(profile, name) for name in ("name", "accent", *_PLAIN)}
    found |= {name: str(getattr(profile, name)) for name in _WHOLE}
    found["vat"] = fields.share_text(vat.rate) if vat else ""
    found["margin"] = fields.share_text(profile.margin)
    found["margin_by_product"] = fields.shares_text(profile.margin_by_product)
    for part in FEE_PARTS:
        value = getattr(fee, part)
        found[f"fee_{part}"] = (
            (fields.share_text(value) if value else "") if part in _SHARES else fields.number_text(value)
        )
    found |= {f"hours_{day}": fields.hours_text(profile.working_hours, day) for day in WEEK}
    found |= {f"{AGE}{source}": _age_text(profile, source) for source in sources}
    return found


def wanted(typed: Typed, profile: ClientProfile, since: date | None) -> Wanted:
    """What the typed texts change of the settings; `since` is the day from which dated ones are to hold."""
    found = Wanted()

    def take(name: str, read: Callable[[], Any], *, at: str = "") -> None:
        try:
            value = read()
        except fields.Unreadable as error:
            found.problems[at or name] = error.phrase
            return
        if value != getattr(profile, name):
            found.settings[name] = value

    take("name", lambda: str(typed["name"]).strip())
    take("accent", lambda: _colour(typed["accent"]))
    for name in _PLAIN:
        take(name, lambda name=name: typed[name])  # type: ignore[misc]
    for name in _WHOLE:
        take(name, lambda name=name: fields.whole(typed[name]))  # type: ignore[misc]
    take("margin", lambda: fields.share(typed["margin"]))
    take("margin_by_product", lambda: _in_order(fields.shares(typed["margin_by_product"]), profile))
    take("vat", lambda: _vat(typed["vat"], profile, since))
    take("fees", lambda: _fees(typed, profile, since))
    take("working_hours", lambda: _hours(typed, profile))
    take("agreed_age_by_source", lambda: _ages(typed, profile))
    return found


def is_dated(settings: Iterable[str]) -> bool:
    """Whether any of these settings may hold from a day on, or for all days."""
    return any(name in (*DATED, "fees", "vat") for name in settings)


def _colour(text: str) -> str:
    plain = text.strip()
    return plain if not plain or plain.startswith("#") else f"#{plain}"


def _in_order(shares: tuple[tuple[str, Any], ...], profile: ClientProfile) -> Any:
    return profile.margin_by_product if dict(shares) == dict(profile.margin_by_product) else shares


def _vat(text: str, profile: ClientProfile, since: date | None) -> Any:
    rate, newest = fields.share(text), newest_vat(profile)
    if rate == (newest.rate if newest else None):
        return profile.vat
    if rate is None:
        return ()
    return vat_with(profile.vat, VatRate(ALWAYS, rate), since)


def _fees(typed: Typed, profile: ClientProfile, since: date | None) -> Any:
    read = {part: (fields.share if part in _SHARES else fields.number)(typed[f"fee_{part}"]) or 0 for part in FEE_PARTS}
    newest = newest_fee(profile)
    if all(read[part] == getattr(newest, part) for part in FEE_PARTS):
        return profile.fees
    if not any(read.values()) and since is None:
        return ()
    zero = {part: type(newest.per_month)(value) for part, value in read.items()}
    return fees_with(profile.fees, Fee(ALWAYS, **zero), since)


def _hours(typed: Typed, profile: ClientProfile) -> Any:
    read = fields.hours({day: typed[f"hours_{day}"] for day in WEEK})
    standing = sorted(profile.working_hours, key=lambda one: (one.weekday, one.opens))
    return profile.working_hours if list(read) == standing else read


def _age_text(profile: ClientProfile, source: str) -> str:
    kind, _slash, platform = source.partition("/")
    agreed = profile.agreed_age_by_source
    own = next((agreed[name] for name in (source, platform, kind) if name in agreed), None)
    return "" if own is None else str(own)


def _ages(typed: Typed, profile: ClientProfile) -> Any:
    found = dict(profile.agreed_age_by_source)
    for name, text in typed.items():
        source = name.removeprefix(AGE)
        if name == source or str(text).strip() == _age_text(profile, source):
            continue
        if str(text).strip():
            found[source] = fields.whole(text)
        else:
            found.pop(source, None)
    return found
