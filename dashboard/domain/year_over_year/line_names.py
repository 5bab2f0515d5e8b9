"""What the lines of a bridge are called, and what each holds."""

from __future__ import annotations

from dashboard.domain.phrase import N_
from dashboard.domain.year_over_year.bridge import Group, Owner

LINE_NAMES: dict[str, str] = {
    "cohort": N_("Counted by the day of the lead, with what is to come"),
    "immature": N_("Sales still to come"),
    "returns_to_come": N_("Returns still to come"),
    "vat": N_("VAT"),
    "currency": N_("Exchange rate"),
    "tracking_gap": N_("Missed by tracking"),
    "opened": N_("Opened since"),
    "closed": N_("Closed since"),
    "new_channels": N_("New channels"),
    "ended_channels": N_("Channels that ended"),
    "new_goods": N_("New goods"),
    "ended_goods": N_("Goods no longer sold"),
    "calendar": N_("Calendar"),
    "demand": N_("Demand"),
    "availability": N_("Goods in stock"),
    "price": N_("Prices"),
    "leads": N_("Number of leads"),
    "orders": N_("Number of orders"),
    "mix": N_("Mix of channels"),
    "answered": N_("Leads answered"),
    "target": N_("Leads on target"),
    "close": N_("Leads that bought"),
    "order_value": N_("Value of an order"),
    "kept": N_("Kept after returns"),
    "margin": N_("Margin of what was sold"),
    "spend": N_("Spend on ads"),
    "fee": N_("Agency's fee"),
}

LINE_MEANINGS: dict[str, str] = {
    "cohort": N_(
        "What follows counts a sale on the day its lead came, and adds what these leads are still expected to bring; "
        "the books count it on the day of the sale."
    ),
    "immature": N_("Leads of this period still bring sales; this much more is expected of them."),
    "returns_to_come": N_("Refunds of this period's sales that are still to be booked, as returns usually go."),
    "vat": N_("The tax was another, or was counted in one period only."),
    "currency": N_("The same prices at another rate."),
    "tracking_gap": N_("What the days and sources without tracking would have added."),
    "opened": N_("Places that were not there through all of the earlier period."),
    "closed": N_("Places that were not there through all of this period."),
    "new_channels": N_("Channels that were not there through all of the earlier period."),
    "ended_channels": N_("Channels that were not there through all of this period."),
    "new_goods": N_("Goods that were sold in this period only."),
    "ended_goods": N_("Goods that were sold in the earlier period only."),
    "calendar": N_("Days, weekdays, working days and holidays, weighed by what this client's days earn."),
    "demand": N_("How much was looked for, by the index that was uploaded."),
    "availability": N_("How much of what sells was in stock."),
    "price": N_("The same goods at other prices."),
    "leads": N_("How many leads came, beside days and demand, each taken as an average one."),
    "orders": N_("How many orders came, beside days and demand, each taken as an average one."),
    "mix": N_("More or fewer of them from channels whose leads buy more often or dearer than the average."),
    "answered": N_("The share of the leads that was answered."),
    "target": N_("The share of the answered leads that was on target."),
    "close": N_("The share of the leads on target that bought."),
    "order_value": N_("The value of an order, beside prices."),
    "kept": N_("The share of what was sold that was not returned."),
    "margin": N_("What is left of revenue after the cost of goods."),
    "spend": N_("What the ads cost."),
    "fee": N_("What the agency charged."),
}

GROUP_NAMES: dict[Group, str] = {
    Group.COMPARABILITY: N_("What was not counted alike"),
    Group.SCOPE: N_("What exists in one period only"),
    Group.LIKE_FOR_LIKE: N_("The change between like and like"),
}

OWNER_NAMES: dict[Owner, str] = {
    Owner.AGENCY: N_("the agency's"),
    Owner.CLIENT: N_("the client's"),
    Owner.BOTH: N_("both sides'"),
    Owner.NOBODY: N_("nobody's"),
}
