"""The owner's few figures."""

from __future__ import annotations

from decimal import Decimal

from dashboard.domain import metrics
from dashboard.domain.phrase import Money, Percent, Phrase, say, say_n
from dashboard.i18n import _, current
from dashboard.reports.summary import Summary
from dashboard.reports.summary_answer import Pays
from dashboard.ui import ages
from dashboard.ui.cards import Card
from dashboard.ui.tone import Tone

TONES: dict[Pays, Tone] = {Pays.YES: "good", Pays.NO: "bad"}


def figures(report: Summary) -> list[Card]:
    """At most six: what was put in, what came back, what is left, and the internet's share of all revenue."""
    sums, found = report.measures, report.metrics
    currency = report.currency
    spend, fee = Decimal(sums["spend"] or 0), Decimal(sums["fee"] or 0)
    language = current()

    def money(amount: Decimal | None) -> str:
        return language.money(amount, currency, short=True)

    def opened(*keys: str) -> list[tuple[Phrase | str, str]]:
        return [
            (_(metrics.described(key).label), language.money(metrics.value_of(key, sums), currency)) for key in keys
        ]

    why = metrics.why_missing("margin", sums)
    return [
        Card(
            _("Put in"),
            money(spend + fee),
            say(
                "ads {spend}, fee {fee}", spend=Money(spend, currency, short=True), fee=Money(fee, currency, short=True)
            ),
            definition=_("What the platforms charged and the agency's fee, without VAT where it is deducted."),
            sums=opened("spend", "fee"),
            sources=ages.told_by(report.sources, ("spend",)),
        ),
        Card(
            _("Revenue from the internet"),
            money(found["net_revenue"]),
            say_n("from {count} order", "from {count} orders", int(sums["orders"] or 0)),
            definition=_(metrics.described("net_revenue").help),
            sums=opened("revenue", "refunds"),
            sources=ages.told_by(report.sources, ("revenue",)),
        ),
        Card(
            _("Internet margin"),
            money(found["margin"]),
            _share_of_revenue(found["margin"], found["net_revenue"]),
            definition=_(metrics.described("margin").help),
            sums=opened("net_revenue", "cogs", "refunded_cogs"),
            sources=ages.told_by(report.sources, ("revenue",)),
            reason=why,
        ),
        Card(
            _("Internet profit"),
            money(found["profit"]),
            _("margin less ads and fee"),
            TONES.get(report.answer.pays, "plain"),
            definition=_(metrics.described("profit").help),
            sums=opened("margin", "spend", "fee"),
            sources=ages.told_by(report.sources, ("margin", "spend")),
            reason=why,
        ),
        Card(
            _("Cost of an internet order"),
            money(found["cpo"]),
            _("ads per order"),
            definition=_(metrics.described("cpo").help),
            sums=[*opened("spend"), (_("Orders"), language.number(int(sums["orders"] or 0)))],
            sources=ages.told_by(report.sources, ("spend", "orders")),
            reason=metrics.why_missing("cpo", sums),
        ),
        _share_card(report),
    ]


def _share_of_revenue(margin: Decimal | None, revenue: Decimal | None) -> Phrase | None:
    share = metrics.share(margin, revenue)
    return None if share is None else say("{share} of revenue", share=Percent(share))


def _share_card(report: Summary) -> Card:
    language, currency, sums = current(), report.currency, report.measures
    if report.share is None:
        return Card(_("Internet's share"), language.percent(None), reason=metrics.why_missing("internet_share", sums))
    low, _middle, high = report.share
    doubt = (
        say("of all revenue; up to {high} if all sales without a source were its own", high=Percent(high))
        if high > low
        else say("of all revenue")
    )
    return Card(
        _("Internet's share"),
        language.percent(low),
        doubt,
        definition=_(metrics.described("internet_share").help),
        sums=[
            (_(metrics.described(key).label), language.money(metrics.value_of(key, sums), currency))
            for key in ("internet_revenue", "no_source_revenue", "business_revenue")
        ],
        sources=ages.told_by(report.sources, ("revenue",)),
    )
