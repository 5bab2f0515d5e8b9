"""What each table of an export is, for whoever opens it without the program."""

from __future__ import annotations

from dashboard.domain.phrase import N_

# What the program needs for itself and nobody else: no word of it leaves with an export.
OWN = frozenset({"store_state", "schema_version", "campaign_name", "name_built", "forgotten"})

TABLES: dict[str, str] = {
    "raw_ad_day": N_(
        "Advertising as it was imported: a campaign's day, by ad group and keyword where a file has them."
    ),
    "raw_calls": N_("Calls as they were imported: one row a call."),
    "raw_leads": N_("Requests and deals as they were imported: one row each."),
    "raw_sales": N_("Sales as they were imported: one row for each item of an order."),
    "raw_rates": N_("What one unit of a currency cost in the client's own on a day."),
    "raw_plan": N_("Plans: month, channel (empty: all) and measure, every agreement with its day."),
    "raw_events": N_("Events that are marked on the charts."),
    "raw_notes": N_("The agency's notes: month and author."),
    "raw_series": N_("What explains a year from outside: demand, price indexes, competitors' prices, stock, weather."),
    "raw_refunds": N_("Refunds as accounting told them: by order, or by month where the orders are not known."),
    "raw_confirmed": N_("Units that a later file carried word for word as they were, and whose rows they are."),
    "imports": N_("Imports: file, who, when, and the report of each as JSON; undone ones too."),
    "import_day": N_("What each import changed: amounts before and after by day."),
    "import_campaign": N_("What each import changed: amounts before and after by campaign."),
    "rejects": N_("Rows of files that could not be taken, without phones and e-mails, and why."),
    "mappings": N_("Mappings for the client's own tables: every version."),
    "name_decisions": N_("What people decided that names mean, those taken back too."),
    "published_month": N_("Months whose figures were given to the owner, those withdrawn too."),
    "profile": N_("The client's settings: every version, as JSON."),
    "logos": N_("The client's logos, by the SHA-256 of the file."),
    "calendar": N_("Days with their week, month and holidays."),
    "funnel_day": N_(
        "All on the day it happened: day, channel, campaign, product, store of a sale. Money without deductible VAT."
    ),
    "cohort_day": N_("Leads, and orders on the day their lead came: day, channel, campaign, product, store of a sale."),
    "ad_group_day": N_("Advertising by day, channel, campaign and ad group."),
    "attribution": N_("Which channel and campaign each order is credited to, and by which rule."),
    "lag_day": N_("Orders and revenue by the day of the lead and the day of the sale."),
    "refund_day": N_("Refunds on the day they were made: day, channel, campaign, product."),
    "refund_lag_day": N_("Refunds by the day of the sale and the day of the refund."),
    "foreign_day": N_("Amounts of other currencies by day, in their own and as converted."),
    "goods_day": N_("What was sold: day, store, product, with orders, pieces, revenue and refunds."),
    "customer_day": N_("Orders by day, channel and whether the person bought for the first time."),
    "answer_day": N_("Callers and those never spoken to, and how soon forms were answered: day, channel."),
    "refund_booked": N_("Refunds from accounting: found by their order, spread over channels, or without one here."),
    "coverage_day": N_("How many rows each source had on each day, and what they came to."),
    "unconverted_day": N_("Amounts on days without a rate, in their own currency."),
    "plan_month": N_("Plans in force: month, channel, measure, and what was agreed first."),
    "event_day": N_("Events in force."),
    "note_month": N_("Notes in force."),
    "series_span": N_("Series in force: the days that each value is of; prices in the client's currency."),
}

UNTOLD = N_("A table of the program.")

RECORDS: dict[str, str] = {
    "settings.json": N_("The settings in force."),
    "imports.json": N_("Imports with their reports."),
    "links.json": N_("Shared links: what they open, how long, how often they were opened. None can be opened by it."),
    "workspace.json": N_(
        "What the workspace has of the client besides: sheets that are refreshed, who sees the client."
    ),
    "record.json": N_("Lines of the record about the client: who did what and when."),
}
