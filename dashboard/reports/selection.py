"""What a reader chose to look at: the days, what they are compared with, and which day a sale counts on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.period import Period, month_to_date, previous_like
from dashboard.domain.phrase import N_, Phrase, say

FIRST_YEAR, LAST_YEAR = 1990, 2100  # the years that marts have days of


class DateView(StrEnum):
    """Which day an order counts on. The two are never mixed in one report."""

    LEAD = "lead"  # the day of the person's first contact: an order stands beside the leads that it came from
    SALE = "sale"  # the day it was sold; a refund on its sale's day


VIEW_LABELS: dict[DateView, str] = {
    DateView.LEAD: N_("by the day the lead came"),
    DateView.SALE: N_("by the day it happened"),
}

_VIEW_SENTENCES: dict[DateView, str] = {
    DateView.LEAD: N_("Orders and revenue are counted on the day their lead came, so they stand beside its leads."),
    DateView.SALE: N_("Orders and revenue are counted on the day of the sale, whenever the lead came."),
}


@dataclass(frozen=True)
class Selection:
    """A period (both days included), the period it is compared with, and the date view.

    `against` None is the previous like period: the same elapsed days of the month before, the month before, or as
    many days just before. Raises SettingsInvalid for days outside the years that there can be data of.
    """

    period: Period
    against: Period | None = None
    view: DateView = DateView.LEAD

    def __post_init__(self) -> None:
        if self.period.first.year < FIRST_YEAR or self.period.last.year > LAST_YEAR:
            raise SettingsInvalid(
                say(
                    "The period must lie between {first} and {last}.",
                    first=date(FIRST_YEAR, 1, 1),
                    last=date(LAST_YEAR, 12, 31),
                )
            )

    @property
    def then(self) -> Period:
        """The period this one is compared with."""
        return self.against or previous_like(self.period)

    @property
    def view_sentence(self) -> Phrase:
        """Which day an order counts on, in words."""
        return say(_VIEW_SENTENCES[self.view])

    def params(self) -> dict[str, date]:
        """The period as the parameters of a named query."""
        return {"date_from": self.period.first, "date_to": self.period.last}

    def then_params(self) -> dict[str, date]:
        """The compared period as the parameters of a named query."""
        return {"date_from": self.then.first, "date_to": self.then.last}

    def of_one_day(self, found: Mapping[str, Decimal | None]) -> dict[str, Decimal | None]:
        """The metrics without those that would set orders of one date view against leads of the other (method 0.3).

        By the day of the sale, orders and leads of a period are different people: their ratio has no value.
        """
        mixed = ("lead_to_order", "target_to_order") if self.view is DateView.SALE else ()
        return {key: None if key in mixed else value for key, value in found.items()}

    def query(self, name: str) -> str:
        """The query that counts by this view's day: `day_sums` has a file for each, `…_by_lead` and `…_by_sale`."""
        return f"reports/{name}_by_{self.view}"


def this_month(today: date) -> Selection:
    """The month so far."""
    return Selection(period=month_to_date(today))
