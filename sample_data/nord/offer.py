"""What the clinic sells and where its enquiries come from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Procedure:
    """`price` is a mean in roubles, `days` the median from enquiry to contract, `base` the usual share that signs."""

    product: str
    titles: tuple[str, ...]
    price: int
    days: float
    base: float
    share: float  # of the enquiries that no product campaign brought


PROCEDURES = {
    procedure.product: procedure
    for procedure in (
        Procedure("Липосакция", ("Липосакция", "Липосакция живота", "Звонок: липосакция"), 140_000, 16, 0.14, 0.25),
        Procedure(
            "Ринопластика", ("Ринопластика", "Ринопластика вторичная", "Звонок: ринопластика"), 190_000, 15, 0.42, 0.17
        ),
        Procedure("Блефаропластика", ("Блефаропластика", "Блефаропластика верхняя"), 76_000, 11, 0.32, 0.18),
        Procedure("Маммопластика", ("Маммопластика", "Увеличение груди"), 258_000, 21, 0.24, 0.11),
        Procedure("Инъекции", ("Инъекции: ботулотоксин", "Инъекции: филлеры"), 18_000, 4, 0.46, 0.29),
    )
}


@dataclass(frozen=True)
class Campaign:
    """Spend is per month: before and since the full programme. `cpl` and `cpc` are in the account's currency."""

    number: str
    name: str
    groups: tuple[str, ...]
    product: str  # '' brings enquiries about everything
    before: int
    since: int
    cpl: float
    cpc: float
    ctr: float
    buys: float  # share of its leads that end in a sale; 0 is each procedure's own
    keyword: str = ""
    source: str = "yandex"


DIRECT = (
    Campaign("51200101", "Поиск | Бренд", ("Бренд",), "", 9_000, 13_000, 300, 14, 0.13, 0, "клиника норд"),
    Campaign(
        "51200102",
        "Поиск | Липосакция | Москва",
        ("Липосакция", "Липосакция цена"),
        "Липосакция",
        14_000,
        120_000,
        500,
        38,
        0.052,
        0.033,
        "липосакция цена",
    ),
    Campaign(
        "51200103",
        "Поиск | Ринопластика | Москва",
        ("Ринопластика", "Ринопластика хирург"),
        "Ринопластика",
        15_000,
        96_000,
        3_000,
        92,
        0.061,
        0.52,
        "ринопластика москва",
    ),
    Campaign(
        "51200104",
        "Поиск | Блефаропластика",
        ("Блефаропластика",),
        "Блефаропластика",
        0,
        44_000,
        1_400,
        55,
        0.055,
        0.17,
        "блефаропластика",
    ),
    Campaign(
        "51200105",
        "Поиск | Маммопластика",
        ("Маммопластика", "Увеличение груди"),
        "Маммопластика",
        0,
        52_000,
        2_600,
        81,
        0.048,
        0.14,
        "увеличение груди",
    ),
    Campaign("51200106", "РСЯ | Инъекции", ("Интересы", "Похожие"), "Инъекции", 0, 86_000, 900, 16, 0.006, 0.09),
    Campaign("51200107", "РСЯ | Ретаргетинг", ("Были на сайте",), "", 0, 21_000, 800, 19, 0.009, 0.10),
)
RENAMED = {"51200106": "РСЯ | Инъекции и уход"}

ABROAD = Campaign(
    "", "Поиск | Казахстан | Маммопластика", (), "Маммопластика", 0, 640, 36.0, 1.1, 0.045, 0.13,
    "маммопластика в москве", "google",
)  # fmt: skip


@dataclass(frozen=True)
class Origin:
    """Enquiries without paid advertising: how many a month before demand fell, how many of them by phone."""

    source: str
    medium: str
    per_month: int
    by_phone: float
    tracked: bool = True  # its calls pass through the call tracker
    eager: float = 1.0  # how much better it sells than the procedure's usual share


ORIGINS = (
    Origin("yandex", "organic", 118, 0.62),
    Origin("google", "organic", 46, 0.60),
    Origin("(direct)", "(none)", 74, 0.70),
    Origin("yandex_maps", "maps", 52, 0.80),
    Origin("vk", "social", 26, 0.25),
    Origin("рекомендация", "offline", 66, 1.0, tracked=False, eager=1.45),
    Origin("", "", 68, 1.0, tracked=False, eager=1.05),
)
