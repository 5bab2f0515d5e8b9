"""The register of reasons why two years may be unlike: what each is called, what it needs, and whose it usually is.

There are thirty-five and no others. For every pair of years each of them is found, or silent since it does not apply
or does not matter, or unknown for want of data.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from dashboard.domain.caveats import Caveat, Severity
from dashboard.domain.phrase import N_, Phrase, Term, say
from dashboard.reports.year_over_year.facts import AGENCYS, BOTH_SIDES, CLIENTS, NOBODYS, Reason


class Standing(StrEnum):
    """What came of looking for a reason."""

    FOUND = "found"
    SILENT = "silent"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Entry:
    """One reason of the register. `name`, `needs` and `owner` are to be translated; the owner may differ in a case."""

    id: str
    name: str
    needs: str
    owner: str


CATALOGUE: dict[str, Entry] = {
    entry.id: entry
    for entry in (
        Entry("Y01", N_("Number of days"), N_("the days of both periods"), NOBODYS),
        Entry("Y02", N_("Weekdays and working days"), N_("half a year of sales by day"), NOBODYS),
        Entry("Y03", N_("Moving holidays"), N_("the calendar of the country"), NOBODYS),
        Entry("Y04", N_("Promotions"), N_("the log of events"), CLIENTS),
        Entry("Y05", N_("Period not over, or not all loaded"), N_("the last day of each source"), BOTH_SIDES),
        Entry("Y06", N_("Leads that are still to buy"), N_("the day of each lead and of its sale"), NOBODYS),
        Entry("Y07", N_("Refunds that are still to come"), N_("the day of each refund, or accounting's own"), CLIENTS),
        Entry("Y08", N_("Platforms that still recount"), N_("repeated imports of the same days"), NOBODYS),
        Entry("Y09", N_("Gaps and changes in tracking"), N_("calls and leads with their source"), AGENCYS),
        Entry("Y10", N_("Another rule of attribution"), N_("the settings’ versions and the log of events"), BOTH_SIDES),
        Entry("Y11", N_("Another meaning of a target lead"), N_("the settings’ versions, talk times"), BOTH_SIDES),
        Entry("Y12", N_("Another mix"), N_("leads and sales by channel and product"), AGENCYS),
        Entry("Y13", N_("Own prices, inflation"), N_("quantities by product, or a price index"), CLIENTS),
        Entry("Y14", N_("Exchange rates"), N_("the currency of each amount, rates by day"), NOBODYS),
        Entry("Y15", N_("VAT, levy, fee"), N_("the rates in the settings"), NOBODYS),
        Entry("Y16", N_("Demand in the market"), N_("a demand index by week"), NOBODYS),
        Entry("Y17", N_("Prices against competitors"), N_("competitors’ prices by product"), CLIENTS),
        Entry("Y18", N_("Another amount of advertising"), N_("spend and revenue of both periods"), BOTH_SIDES),
        Entry("Y19", N_("Goods out of stock"), N_("the stock of each product by day"), CLIENTS),
        Entry("Y20", N_("New and discontinued goods"), N_("sales by product"), CLIENTS),
        Entry("Y21", N_("Places opened or closed"), N_("the place of each sale"), CLIENTS),
        Entry("Y22", N_("Answering and closing"), N_("calls, times of first answer, deals"), CLIENTS),
        Entry("Y23", N_("One huge deal"), N_("the amount of each order"), NOBODYS),
        Entry("Y24", N_("Small numbers"), N_("the number of orders"), NOBODYS),
        Entry("Y25", N_("An unusual earlier period"), N_("three years of sales"), NOBODYS),
        Entry("Y26", N_("New and returning customers"), N_("the phone or e-mail of each buyer"), BOTH_SIDES),
        Entry("Y27", N_("Brand searches and retargeting"), N_("sales by campaign"), AGENCYS),
        Entry("Y28", N_("Advertising of the months before"), N_("half a year of spend before each period"), BOTH_SIDES),
        Entry("Y29", N_("Leads of another worth"), N_("the product of each lead, margins"), AGENCYS),
        Entry("Y30", N_("Fewer sales than leads let expect"), N_("target leads and the sales of each"), BOTH_SIDES),
        Entry("Y31", N_("No free capacity"), N_("how many can be served a day"), CLIENTS),
        Entry("Y32", N_("Site or form out of order"), N_("forms by day, the log of events"), BOTH_SIDES),
        Entry("Y33", N_("A season that shifted"), N_("a demand index or temperatures by week"), NOBODYS),
        Entry("Y34", N_("Prices of clicks"), N_("clicks and spend by campaign"), AGENCYS),
        Entry("Y35", N_("Which days are compared"), N_("the days of both periods"), NOBODYS),
    )
}


def standings(found: Iterable[Reason], unknown: Iterable[Reason]) -> dict[str, Standing]:
    """What came of each of the thirty-five. Raises KeyError for a reason that is not in the register."""
    standing = dict.fromkeys(CATALOGUE, Standing.SILENT)
    for reasons, came in ((unknown, Standing.UNKNOWN), (found, Standing.FOUND)):
        for reason in reasons:
            standing[CATALOGUE[reason.id].id] = came
    return standing


def cannot_be_told(id: str, text: Phrase, upload: str = "") -> Reason:
    """A reason of which nobody can say whether it is one: `text` says why, `upload` is the table that would tell."""
    entry = CATALOGUE[id]
    return Reason(
        Caveat(id, Severity.LOW, text),
        say("To know it, these are needed: {needs}.", needs=Term(entry.needs)),
        entry.owner,
        upload=upload,
        is_unknown=True,
    )
