"""What the shop sells and where its orders and calls come from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Good:
    """`price` in cents; `returned` is the share of lines that come back."""

    product: str
    price: int
    returned: float


GOODS = {
    good.product: good
    for good in (
        Good("Smart Bulb Set", 3_400, 0.07),
        Good("Wireless Charger", 2_900, 0.08),
        Good("Air Purifier", 13_900, 0.06),
        Good("Robot Vacuum", 20_900, 0.11),
        Good("Espresso Machine", 31_900, 0.08),
        Good("Tankless Water Heater", 134_900, 0.03),
        Good("Heat Pump Water Heater", 239_900, 0.02),
    )
}
GADGETS = {
    "Smart Bulb Set": 45.0,
    "Wireless Charger": 34.0,
    "Air Purifier": 12.0,
    "Robot Vacuum": 7.0,
    "Espresso Machine": 2.0,
}
HEATERS = {"Tankless Water Heater": 64.0, "Heat Pump Water Heater": 36.0}
ESPRESSO = {"Espresso Machine": 86.0, "Smart Bulb Set": 14.0}
PURIFIERS = {"Air Purifier": 55.0, "Smart Bulb Set": 25.0, "Wireless Charger": 20.0}


@dataclass(frozen=True)
class Source:
    """One way to the shop, per ordinary day: dollars spent, orders on the site, calls about the dear goods."""

    name: str  # the campaign; '' where nothing is advertised
    source: str
    medium: str
    spend: float
    orders: float
    calls: float
    basket: dict[str, float]
    cpc: float = 1.0
    ctr: float = 0.03
    ad_sets: tuple[str, ...] = ()
    keyword: str = ""

    @property
    def key(self) -> str:
        return f"{self.source}/{self.medium}/{self.name}"


SOURCES = (
    Source("Shopping | Smart Home", "google", "cpc", 118, 5.2, 0.05, GADGETS, 0.62, 0.011),
    Source("Search | Brand", "google", "cpc", 13, 1.9, 0.30, GADGETS, 0.48, 0.16, (), "harbor and home"),
    Source("Search | Water Heaters", "google", "cpc", 104, 0.05, 2.30, HEATERS, 2.9, 0.055, (), "tankless heater"),
    Source("Search | Espresso", "google", "cpc", 41, 0.55, 0.05, ESPRESSO, 1.25, 0.047, (), "espresso machine"),
    Source("PMax | All products", "google", "cpc", 62, 1.9, 0.35, PURIFIERS, 0.74, 0.009),
    Source(
        "Prospecting | Smart Home", "facebook", "paid_social", 66, 1.5, 0.04, GADGETS, 0.85, 0.012,
        ("Broad 25-54", "Lookalike 1%"),
    ),
    Source(
        "Retargeting | Visitors", "facebook", "paid_social", 26, 1.1, 0.06, PURIFIERS, 0.70, 0.016,
        ("Viewed product", "Added to cart"),
    ),
    Source("Prospecting | Espresso", "facebook", "paid_social", 24, 0.22, 0.0, ESPRESSO, 1.05, 0.010, ("Coffee",)),
    Source("", "google", "organic", 0, 2.3, 1.15, GADGETS),
    Source("", "(direct)", "(none)", 0, 1.4, 0.95, GADGETS),
    Source("", "newsletter", "email", 0, 1.1, 0.10, PURIFIERS),
    Source("", "homeblog.example", "referral", 0, 0.35, 0.12, GADGETS),
    Source("", "", "", 0, 1.3, 0.0, GADGETS),
)  # fmt: skip
SOLD_BY_PHONE = 0.21  # share of answered calls about heaters that end in an order
