"""What each setting of a client is called, what a change of it moves, and its value in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from enum import Enum
from itertools import groupby
from typing import Any

from dashboard.domain.client import ALWAYS, ClientProfile, Fee, OpenHours, VatRate
from dashboard.domain.phrase import N_, Day, Money, Percent, Phrase, Term, say, say_n
from dashboard.domain.platforms import platform_name


class Moves(Enum):
    """What a change of a setting moves: figures of the past, what is imported from now on, ages, or only the look."""

    FIGURES = "figures"
    IMPORTS = "imports"
    AGES = "ages"
    LOOK = "look"


@dataclass(frozen=True)
class Setting:
    """One setting: its key, its name (to be translated), what a change of it moves."""

    key: str
    label: str
    moves: Moves


SETTINGS: dict[str, Setting] = {
    one.key: one
    for one in (
        Setting("name", N_("Name"), Moves.LOOK),
        Setting("logo", N_("Logo"), Moves.LOOK),
        Setting("accent", N_("Accent colour"), Moves.LOOK),
        Setting("language", N_("Language"), Moves.LOOK),
        Setting("currency", N_("Currency"), Moves.FIGURES),
        Setting("timezone", N_("Time zone"), Moves.IMPORTS),
        Setting("country", N_("Country"), Moves.IMPORTS),
        Setting("vat_deductible", N_("VAT basis"), Moves.FIGURES),
        Setting("vat", N_("VAT rate"), Moves.FIGURES),
        Setting("margin", N_("Margin"), Moves.FIGURES),
        Setting("margin_by_product", N_("Margin by product"), Moves.FIGURES),
        Setting("fees", N_("Agency fee"), Moves.FIGURES),
        Setting("attribution_rule", N_("Rule of attribution"), Moves.FIGURES),
        Setting("attribution_window_days", N_("Window of attribution"), Moves.FIGURES),
        Setting("lead_window_days", N_("Window of a lead"), Moves.FIGURES),
        Setting("target_talk_seconds", N_("Talk of a target call"), Moves.FIGURES),
        Setting("target_forms", N_("Forms that nobody marked"), Moves.FIGURES),
        Setting("working_hours", N_("Working hours"), Moves.FIGURES),
        Setting("provisional_days", N_("Days that are provisional"), Moves.AGES),
        Setting("agreed_age_days", N_("Agreed age of data"), Moves.AGES),
        Setting("agreed_age_by_source", N_("Agreed age by source"), Moves.AGES),
        Setting("channel_rules", N_("Rules for channels"), Moves.FIGURES),
        Setting("product_rules", N_("Rules for products"), Moves.FIGURES),
        Setting("sales_books", N_("Whose sales count"), Moves.FIGURES),
        Setting("value_names", N_("Names of products"), Moves.FIGURES),
    )
}

RULES: dict[str, str] = {
    "own_or_last_touch": N_("the sale’s own source, else the last touch"),
    "last_touch": N_("the last touch, else the sale’s own source"),
    "first_touch": N_("the first touch, else the sale’s own source"),
    "own_only": N_("the sale’s own source only"),
}
WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))
LANGUAGE_NAMES = {"en": N_("English"), "ru": N_("Russian")}
_MOST = 4  # of a long list are named


@dataclass(frozen=True)
class Change:
    """One setting before and after. `since` where the days before it keep what they had; None: it holds for all."""

    setting: str
    before: Any
    after: Any
    since: date | None = None

    @property
    def moves(self) -> Moves:
        """What the change moves."""
        return SETTINGS[self.setting].moves


def changes(old: ClientProfile, new: ClientProfile) -> tuple[Change, ...]:
    """What differs between two versions of a client's settings, in the order of `SETTINGS`."""
    found = []
    for name in (one.name for one in fields(ClientProfile) if one.name in SETTINGS):
        before, after = getattr(old, name), getattr(new, name)
        earlier_before, earlier_after = ([one for one in each.earlier if one.setting == name] for each in (old, new))
        if before == after and earlier_before == earlier_after:
            continue
        since = _since(before, after) if name in ("fees", "vat") else None
        added = [one for one in earlier_after if one not in earlier_before]
        if added:
            since = max(one.until for one in added)
        found.append(Change(name, before, after, since))
    order = list(SETTINGS)
    return tuple(sorted(found, key=lambda change: order.index(change.setting)))


def _since(before: Sequence[Any], after: Sequence[Any]) -> date | None:
    """The day of the newest line, where every line before it stands as it stood; None where it holds for all days."""
    if not after:
        return None
    newest = max(one.since for one in after)
    if newest == min((one.since for one in before), default=ALWAYS):
        return None
    return newest if [o for o in before if o.since < newest] == [o for o in after if o.since < newest] else None


def in_words(change: Change, currency: str) -> tuple[Phrase, Phrase]:
    """The setting's value before and after, said shortly. Of long lists only what differs is said."""
    before, after = change.before, change.after
    if change.setting in ("fees", "vat"):
        return _newest(before, currency), _newest(after, currency)
    if change.setting in ("margin_by_product", "agreed_age_by_source", "value_names"):
        return _pairs(change.setting, before, after), _pairs(change.setting, after, before)
    return value_in_words(change.setting, before, currency), value_in_words(change.setting, after, currency)


def value_in_words(name: str, value: Any, currency: str) -> Phrase:
    """One setting's value, said shortly."""
    if name == "margin":
        return say("not agreed") if value is None else say("{share}", share=Percent(value))
    if name == "vat_deductible":
        return say("without VAT: the client deducts it") if value else say("with VAT: the client cannot deduct it")
    if name == "target_forms":
        return say("on target") if value else say("not known to be on target")
    if name == "attribution_rule":
        return say("{what}", what=Term(RULES[value]))
    if name == "language":
        return say("{what}", what=Term(LANGUAGE_NAMES.get(value, value)))
    if name == "target_talk_seconds":
        return say_n("from {count} second", "from {count} seconds", value)
    if name.endswith("_days"):
        return say_n("{count} day", "{count} days", value)
    if name == "working_hours":
        return _hours(value)
    if name in ("fees", "vat"):
        return _newest(value, currency)
    if name == "logo":
        return say("a picture") if value else say("none")
    if name == "accent" and not value:
        return say("the product’s own")
    if name == "sales_books":
        return say("{books}", books=tuple(map(platform_name, value))) if value else say("not decided")
    if name in ("margin_by_product", "agreed_age_by_source", "value_names"):
        return _pairs(name, value, ())
    if isinstance(value, tuple):
        return say_n("{count} rule", "{count} rules", len(value))
    return say("{value}", value=str(value))


def fee_in_words(fee: Fee, currency: str) -> Phrase:
    """A fee's parts, one after another."""
    parts = []
    if fee.per_month or not fee.follows_results:
        parts.append(say("{amount} a month", amount=Money(fee.per_month, currency)))
    if fee.of_spend:
        parts.append(say("{share} of spend", share=Percent(fee.of_spend)))
    if fee.per_lead:
        parts.append(say("{amount} a lead", amount=Money(fee.per_lead, currency)))
    if fee.per_target_lead:
        parts.append(say("{amount} a target lead", amount=Money(fee.per_target_lead, currency)))
    if fee.of_sales:
        parts.append(say("{share} of sales", share=Percent(fee.of_sales)))
    return say("{parts}", parts=tuple(parts))


def _newest(lines: Sequence[Fee | VatRate], currency: str) -> Phrase:
    if not lines:
        return say("not agreed")
    newest: Fee | VatRate = max(lines, key=lambda line: line.since)
    said = fee_in_words(newest, currency) if isinstance(newest, Fee) else say("{share}", share=Percent(newest.rate))
    return said if len(lines) == 1 else say("{what} from {day}", what=said, day=Day(newest.since))


def _pairs(name: str, these: Any, those: Any) -> Phrase:
    """What of one mapping is not the same in the other."""
    mine, other = dict(these), dict(those)
    differing = {key: value for key, value in mine.items() if other.get(key) != value}
    if not differing:
        return say("nothing of its own")
    said = [say("{key}: {value}", key=key, value=_pair_value(name, value)) for key, value in differing.items()]
    if len(said) > _MOST:
        more = say_n("{count} more", "{count} more", len(said) - _MOST)
        return say("{several}", several=(*said[:_MOST], more))
    return say("{several}", several=tuple(said))


def _pair_value(name: str, value: Any) -> Phrase | Percent | str:
    if name == "margin_by_product":
        return Percent(Decimal(value))
    return say_n("{count} day", "{count} days", value) if name == "agreed_age_by_source" else str(value)


def _hours(hours: Sequence[OpenHours]) -> Phrase:
    if not hours:
        return say("not agreed: every call could be answered")
    ordered = sorted(hours, key=lambda one: (one.weekday, one.opens))
    by_day = [
        (weekday, tuple((one.opens, one.closes) for one in of_day))
        for weekday, of_day in groupby(ordered, key=lambda one: one.weekday)
    ]
    said = []
    # Days that follow each other and have the same hours stand together.
    for (_place, spans), run in groupby(enumerate(by_day), key=lambda one: (one[1][0] - one[0], one[1][1])):
        days = [weekday for _index, (weekday, _spans) in run]
        first, last = Term(WEEKDAYS[days[0] - 1]), Term(WEEKDAYS[days[-1] - 1])
        times = tuple(f"{opens:%H:%M}–{closes:%H:%M}" for opens, closes in spans)
        if len(days) == 1:
            said.append(say("{day} {times}", day=first, times=times))
        else:
            said.append(say("{first}–{last} {times}", first=first, last=last, times=times))
    return say("{several}", several=tuple(said))
