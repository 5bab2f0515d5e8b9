"""What a campaign is after, as far as its name tells: people who look for the client already, or have been there."""

from __future__ import annotations

import re
from enum import StrEnum

from dashboard.domain.client import ClientProfile


class Intent(StrEnum):
    """Whom a campaign reaches."""

    BRAND = "brand"
    RETARGETING = "retargeting"
    OTHER = "other"


# What stands alone: «бренд» in «Поиск | Бренд», but not in «небрендовые» or "non-brand".
_START, _END = r"(?<![^\W_])", r"(?![^\W_])"
_NOT_BRAND = re.compile(
    _START + r"(?:non?|not|generic|без|не|вне)[\W_]*(?:brand|бренд)\w*|" + _START + r"(?:without|excl\w*)\W+brand\w*",
    re.IGNORECASE,
)
_BRAND = re.compile(_START + r"(?:brand(?:ed|s|ing)?|brandname|бренд(?:ы|а|у|ов\w*)?)" + _END, re.IGNORECASE)
_RETARGETING = re.compile(
    _START + r"(?:re\W?target\w*|re\W?market\w*|rlsa|rtg|rmk|ре\W?таргет\w*|ре\W?маркет\w*)" + _END, re.IGNORECASE
)


def intent_of(campaign: str, own_names: tuple[str, ...] = ()) -> Intent:
    """What the campaign is after, by its name; `own_names` are the client's, as people search for them."""
    if _RETARGETING.search(campaign):
        return Intent.RETARGETING
    spoken_of = _NOT_BRAND.sub(" ", campaign)
    if _BRAND.search(spoken_of) or any(_names(name, campaign) for name in own_names if name.strip()):
        return Intent.BRAND
    return Intent.OTHER


def _names(name: str, campaign: str) -> bool:
    return re.search(_START + re.escape(name.strip()) + _END, campaign, re.IGNORECASE) is not None


def own_names(profile: ClientProfile) -> tuple[str, ...]:
    """What people call the client: the part of the name in quotation marks if there is one, else the whole name."""
    quoted = re.search(r"[«“„\"](.+?)[»”“\"]", profile.name)
    return quoted.group(1) if quoted else profile.name, profile.slug
