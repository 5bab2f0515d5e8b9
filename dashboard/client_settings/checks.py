"""Whether a client's settings can be used: what is wrong with which, in words."""

from __future__ import annotations

import re
from itertools import pairwise
from zoneinfo import available_timezones

from dashboard.domain.agreed import SETTINGS
from dashboard.domain.client import ClientProfile, OpenHours
from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.phrase import Number, Phrase, Term, say
from dashboard.i18n import LANGUAGES
from dashboard.i18n.figures import currencies, territories

LONGEST_NAME = 80
LONGEST_WINDOW = 730
LONGEST_TALK = 3600
LONGEST_AGE = 366
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def refuse(profile: ClientProfile) -> None:
    """Raises SettingsInvalid naming everything that cannot be used."""
    found = problems(profile)
    if found:
        raise SettingsInvalid(say("{problems} Nothing was saved.", problems=joined(found)))


def joined(found: dict[str, Phrase]) -> Phrase:
    """The problems one after another, each with the name of its setting."""
    said = [say("{setting}: {why}.", setting=Term(SETTINGS[name].label), why=why) for name, why in found.items()]
    whole = said[0]
    for one in said[1:]:
        whole = say("{these} {this}", these=whole, this=one)
    return whole


def problems(profile: ClientProfile) -> dict[str, Phrase]:
    """What is wrong with the settings, by the setting."""
    found: dict[str, Phrase] = {}
    name = profile.name.strip()
    if not name or len(name) > LONGEST_NAME or not profile.name.isprintable():
        found["name"] = say("a name of 1 to {most} letters is needed", most=Number(LONGEST_NAME))
    if profile.currency not in currencies():
        found["currency"] = say("“{value}” is no currency such as RUB", value=profile.currency)
    if profile.country not in territories():
        found["country"] = say("“{value}” is no country such as RU", value=profile.country)
    if profile.timezone not in available_timezones():
        found["timezone"] = say("“{value}” is no time zone such as Europe/Moscow", value=profile.timezone)
    if profile.language not in LANGUAGES:
        found["language"] = say("“{value}” is none of {known}", value=profile.language, known=tuple(LANGUAGES))
    if profile.accent and not _COLOUR.fullmatch(profile.accent):
        found["accent"] = say("“{value}” is no colour such as #0F5F6B", value=profile.accent)
    for key, most in (
        ("attribution_window_days", LONGEST_WINDOW),
        ("lead_window_days", LONGEST_WINDOW),
        ("target_talk_seconds", LONGEST_TALK),
        ("agreed_age_days", LONGEST_AGE),
        ("provisional_days", LONGEST_AGE),
    ):
        if not 0 <= getattr(profile, key) <= most:
            found[key] = say("a whole number from 0 to {most} is needed", most=Number(most))
    if any(not 0 <= age <= LONGEST_AGE for age in profile.agreed_age_by_source.values()):
        found["agreed_age_by_source"] = say("a whole number from 0 to {most} is needed", most=Number(LONGEST_AGE))
    shares = [profile.margin, *(share for _, share in profile.margin_by_product)]
    if any(share is not None and not 0 <= share <= 1 for share in shares):
        found["margin"] = say("a share from 0 to 100 % is needed")
    if any(not name.strip() for name, _ in profile.margin_by_product):
        found["margin_by_product"] = say("a product’s name is missing")
    if any(min(fee.per_month, fee.per_lead, fee.per_target_lead) < 0 for fee in profile.fees):
        found["fees"] = say("an amount is not below zero")
    if any(not 0 <= share <= 1 for fee in profile.fees for share in (fee.of_spend, fee.of_sales)):
        found["fees"] = say("a share from 0 to 100 % is needed")
    if any(not 0 <= rate.rate < 1 for rate in profile.vat):
        found["vat"] = say("a share from 0 to 100 % is needed")
    if not _follow(profile.working_hours):
        found["working_hours"] = say("each span begins before it ends, and none of a day meets another")
    return found


def _follow(hours: tuple[OpenHours, ...]) -> bool:
    spans = sorted((one.weekday, one.opens, one.closes) for one in hours)
    midnight = [closes.hour == closes.minute == 0 for _, _, closes in spans]
    if any(not ends and opens >= closes for (_, opens, closes), ends in zip(spans, midnight, strict=True)):
        return False
    return all(
        one[0] != other[0] or (one[2] <= other[1] and not ends)
        for (one, other), ends in zip(pairwise(spans), midnight, strict=False)
    )
