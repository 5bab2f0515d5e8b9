"""What the two years are known by, and the shape of a reason why they are unlike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from dashboard.domain.caveats import Caveat, Severity
from dashboard.domain.client import ClientProfile
from dashboard.domain.comparison import Alignment, Change, Coverage, Pair
from dashboard.domain.metrics import Measures
from dashboard.domain.period import Period
from dashboard.domain.phrase import N_, Money, Phrase
from dashboard.domain.year_over_year.bridge import Bridge
from dashboard.domain.year_over_year.calendar_factor import CalendarFactor
from dashboard.reports.year_over_year.answers import Answers
from dashboard.reports.year_over_year.buyers import Buyers
from dashboard.reports.year_over_year.campaigns import Campaigns
from dashboard.reports.year_over_year.dates import Dates
from dashboard.reports.year_over_year.days import Days
from dashboard.reports.year_over_year.evidence import Evidence
from dashboard.reports.year_over_year.gaps import Gaps
from dashboard.reports.year_over_year.goods import Goods
from dashboard.reports.year_over_year.immature import Immature
from dashboard.reports.year_over_year.locations import Locations
from dashboard.reports.year_over_year.open_days import open_days
from dashboard.reports.year_over_year.refunds import Refunds
from dashboard.reports.year_over_year.series import Series
from dashboard.reports.year_over_year.stock import Stock
from dashboard.reports.year_over_year.strata import Strata
from dashboard.reports.year_over_year.vat import Vat

NOBODYS, AGENCYS, CLIENTS, BOTH_SIDES = (
    N_("nobody's"),
    N_("the agency's"),
    N_("the client's"),
    N_("both sides'"),
)


@dataclass(frozen=True)
class Reason:
    """A caveat with how we know it and whose it is.

    `settled_by` is what would settle it, `upload` the template of a table that would tell it, `line` the line of the
    bridge that holds its worth. A reason that cannot be told says why in its text.
    """

    caveat: Caveat
    known_by: Phrase
    owner: str  # a label to be translated
    settled_by: Phrase | None = None
    upload: str = ""
    line: str = ""
    is_unknown: bool = False
    of_channels: bool = False  # a blocker of it forbids comparing channels, and leaves the totals comparable

    @property
    def id(self) -> str:
        """The catalogue's number (Y01 … Y35)."""
        return self.caveat.id

    @property
    def text(self) -> Phrase:
        """The caveat in words."""
        return self.caveat.text

    @property
    def severity(self) -> Severity:
        """How much it weighs."""
        return self.caveat.severity

    @property
    def blocks(self) -> bool:
        """Whether it forbids comparing the years as wholes."""
        return self.severity is Severity.BLOCKER and not self.of_channels


@dataclass(frozen=True)
class Compared:
    """One way to set the years against each other, with the revenue of both and the working days of both."""

    pair: Pair
    revenue: Change
    working_now: int
    working_then: int


@dataclass(frozen=True)
class Facts:
    """What the reasons are found from."""

    profile: ClientProfile
    period: Period
    compared: Mapping[Alignment, Compared]
    basis: Compared
    now: Measures
    then: Measures
    days: Days
    series: Series
    coverage: list[Coverage]
    immature: Immature | None
    refunds: Refunds
    evidence: Evidence
    has_then: bool
    campaigns: Campaigns
    strata: Strata
    goods: Goods
    locations: Locations
    calendar: CalendarFactor
    answers: Answers
    buyers: tuple[Buyers, Buyers]  # now, then
    stock: Stock
    dates: Dates
    gaps: tuple[Gaps, Gaps]  # then, now
    vat: Vat  # in the sales of both periods
    bridge: Bridge | None = None  # where both years have revenue

    @property
    def change(self) -> Change:
        """The revenue of the same days."""
        return self.basis.revenue

    @property
    def open_days(self) -> tuple[frozenset[date], frozenset[date]]:
        """The days now and then that are not of a kind on which nothing is ever sold."""
        pair, country = self.basis.pair, self.profile.country
        return open_days(self.calendar, country, pair.now), open_days(self.calendar, country, pair.then)

    def money(self, amount: Decimal) -> Money:
        """An amount in the client's currency, as it stands in a sentence."""
        return Money(amount, self.profile.currency, short=True)

    def signed(self, amount: Decimal) -> Money:
        """An amount with its sign, plus too."""
        return Money(amount, self.profile.currency, short=True, signed=True)
