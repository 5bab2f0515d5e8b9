"""The usual channel rules, in English and Russian naming. Order decides: the first that fits."""

from __future__ import annotations

import re

from dashboard.domain.client import ChannelRule

# What stands alone: "vk" in "vk_ads" and "vk.com", but not in "vkusno". An underscore parts words too.
_L, _R = r"(?<![^\W_])(?:", r")(?![^\W_])"


def _word(*words: str) -> str:
    return _L + "|".join(words) + _R


_PAID = _word(
    r"cpc\w*",
    r"ppc\w*",
    r"cpm",
    r"cpa",
    r"cpv",
    r"cpl",
    r"paid\w*",
    r"ads?",
    r"adwords",
    r"display\w*",
    r"banners?",
    r"(?:re)?target\w*",
    r"remarketing",
    r"retargeting",
    r"sem",
    r"контекст\w*",
    r"реклам\w*",
    r"(?:ре)?таргет\w*",
    r"ремаркетинг",
    r"медийн\w*",
    r"баннер\w*",
)
_GOOGLE = _word("google", "gads", "adwords", "youtube", "гугл", "ютуб", r"dv360") + "|^g$"
_YANDEX = _word("yandex", "ya", "яндекс", "yd") + "|^yandex|^яндекс"
_VK = _word(
    "vk", "vkontakte", "вк", "вконтакте", "ok", "odnoklassniki", "одноклассники", "mytarget", r"target\.my\.com"
)
_META = _word("facebook", "fb", "instagram", "insta", "ig", "meta", "фейсбук", "инстаграм", r"инстаграмм")
_MICROSOFT = _word("bing", "microsoft", "msn")
_SEARCH = _word(
    "google", "yandex", "яндекс", "гугл", "bing", "yahoo", "duckduckgo", "baidu", "rambler", "рамблер", "ecosia", "mail"
)
_ORGANIC = _word(
    "organic", "organik", "seo", "сео", r"органик\w*", r"органическ\w*", r"natural", r"поисков\w*", "поиск"
)
_SOCIAL_MEDIUM = _word("social", r"social\w*", "smm", "sm", "смм", r"соц\w*", "post", "пост", "stories")
_DIRECT = (
    r"^\(?direct\)?$|^прям(?:ой|ые) (?:заход|визит|переход|вход)\w*|^typein$|^type[- ]in$|^direct (?:visit|traffic)\w*$"
)
_ANY_DIRECT_NONE = r"^\(?none\)?$"

# Values that say how a contact came, or nothing at all, but not from where.
SAYS_NOTHING = re.compile(
    r"^(?:|-+|—|\(?not[ _]set\)?|\(?none\)?|null|nan|n/?a|unknown|undefined|\(?not provided\)?|unassigned|"
    r"не ?указан\w*|неизвестн\w*|не ?определ[её]н\w*|нет|без источника|источник не указан|"
    r"веб-?сайт|с сайта|сайт|website|web|web ?site|site|web ?form|website pool|"
    r"звон(?:ок|ки)|входящий звонок|обратный звонок|телефон|call|phone|phone call|callback|incoming call|"
    r"crm-?форма|форма|форма на сайте|заявка с сайта|form|интернет-?магазин|online ?store|"
    r"чат|онлайн-?чат|chat|live ?chat)$",
    re.IGNORECASE,
)

DEFAULT_RULES: tuple[ChannelRule, ...] = (
    ChannelRule("direct", source=_DIRECT),
    # Maps come before the ads of the same owner: their visits do not come from the advertising account.
    ChannelRule(
        "maps",
        source=r"2\W?gis|2\W?гис|дубль ?гис|maps?(?![a-z])|карт(?:ы|ах|а)|zoon|gmb|my ?business|business profile",
    ),
    ChannelRule("maps", medium=_word("maps?", "карты", "gmb")),
    # A name that only the advertising system itself has needs no medium.
    ChannelRule("yandex_direct", source=r"(?:yandex|ya|яндекс)[\W_]*(?:direct|директ)|^директ$|^yd$|^direct\.yandex"),
    ChannelRule("yandex_direct", source=r"(?:yandex|яндекс)[\W_]*(?:rsya|рся|ads)|^рся$|^rsya$"),
    ChannelRule(
        "google_ads", source=r"google[\W_]*(?:ads|adwords|cpc|реклама)|^g?adwords|^gads$|гугл[\W_]*(?:реклама|эдс|ads)"
    ),
    ChannelRule("vk_ads", source=r"(?:vk|вк)[\W_]*(?:ads|реклама|target)|my[\W_]*target|target\.my\.com|vkads"),
    ChannelRule("meta_ads", source=r"(?:meta|facebook|fb|instagram|ig)[\W_]*(?:ads|cpc|paid)"),
    ChannelRule("microsoft_ads", source=r"(?:bing|microsoft|msn)[\W_]*(?:ads|cpc)"),
    ChannelRule("tiktok_ads", source=r"(?:tiktok|tik tok|тикток)[\W_]*(?:ads|cpc)"),
    ChannelRule("linkedin_ads", source=r"linkedin[\W_]*(?:ads|cpc)"),
    ChannelRule(
        "email", source=_word("e-?mail", "mailing", "newsletter", r"рассылк\w*", "sendpulse", "unisender", "mailchimp")
    ),
    ChannelRule("email", medium=_word("e-?mail", "mailing", "newsletter", r"рассылк\w*", "письмо")),
    ChannelRule("organic_search", medium=_ORGANIC),
    ChannelRule("google_ads", source=_GOOGLE, medium=_PAID),
    ChannelRule("yandex_direct", source=_YANDEX, medium=_PAID),
    ChannelRule("vk_ads", source=_VK, medium=_PAID),
    ChannelRule("meta_ads", source=_META, medium=_PAID),
    ChannelRule("microsoft_ads", source=_MICROSOFT, medium=_PAID),
    ChannelRule("tiktok_ads", source=_word("tiktok", "тикток", "tik tok"), medium=_PAID),
    ChannelRule("linkedin_ads", source=_word("linkedin", "линкедин"), medium=_PAID),
    ChannelRule("organic_search", source=_ORGANIC),
    ChannelRule(
        "messenger",
        source=_word(
            "telegram",
            "tg",
            "телеграмм?",
            "whats ?app",
            "wa",
            "ватсап",
            "вотсап",
            "viber",
            "вайбер",
            r"мессенджер\w*",
            r"messengers?",
            "max",
        ),
    ),
    ChannelRule("messenger", medium=_word(r"мессенджер\w*", r"messengers?", "telegram", "whatsapp")),
    ChannelRule("other_ads", medium=_PAID),
    ChannelRule(
        "offline",
        source=_word(
            r"(?:по )?рекоменд\w*",
            "recommendation",
            "word of mouth",
            r"сарафан\w*",
            r"выставк\w*",
            r"наружн\w*",
            "радио",
            "radio",
            "тв",
            "tv",
            r"листовк\w*",
            r"визитк\w*",
            "offline",
            r"офлайн\w*",
            r"оффлайн\w*",
            r"вывеск\w*",
            "exhibition",
            "trade ?show",
            "events?",
            "walk-?in",
            "flyers?",
        ),
    ),
    ChannelRule("social", medium=_SOCIAL_MEDIUM),
    ChannelRule("social", source=_VK),
    ChannelRule("social", source=_META),
    ChannelRule(
        "social",
        source=_word(
            "tiktok",
            "тикток",
            "linkedin",
            "twitter",
            "x",
            r"t\.co",
            "pinterest",
            "youtube",
            "ютуб",
            "dzen",
            "дзен",
            "reddit",
            "threads",
            r"соц\w*",
            "social",
            "smm",
            "смм",
        ),
    ),
    ChannelRule("referral", medium=_word("referr?al", r"ссылк\w*", r"переход\w* по ссылк\w*")),
    ChannelRule("referral", source=_word("referr?al", r"реферал\w*")),
    # A bare search engine: organic visits carry a medium, so the name alone is a tag that somebody put on an ad's link.
    ChannelRule("google_ads", source=_word("google", "гугл"), medium=r"^$"),
    ChannelRule("yandex_direct", source=_word("yandex", "яндекс"), medium=r"^$"),
    ChannelRule("microsoft_ads", source=_word("bing"), medium=r"^$"),
    ChannelRule("organic_search", source=_SEARCH),
    ChannelRule("direct", source=r"^$", medium=_ANY_DIRECT_NONE),
)
