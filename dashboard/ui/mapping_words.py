"""What the columns and values of a plain table are called, and what each of them means, for people."""

from __future__ import annotations

from dashboard.domain.canonical import Kind
from dashboard.domain.phrase import N_

KINDS: dict[Kind, tuple[str, str]] = {
    Kind.ORDERS: (N_("Orders and sales"), N_("One row is an order, a receipt, or a line of one.")),
    Kind.DEALS: (N_("Deals and requests"), N_("One row is a request or a deal that has a stage.")),
    Kind.CALLS: (N_("Calls"), N_("One row is a call.")),
    Kind.ADS: (N_("Advertising"), N_("One row is what a campaign showed and cost on a day.")),
    Kind.PLAN: (N_("Plan"), N_("One row is what was planned for a month.")),
    Kind.RATES: (N_("Exchange rates"), N_("One row is what a currency was worth on a day.")),
    Kind.EVENTS: (N_("Events"), N_("One row is something that happened and may have moved the figures.")),
    Kind.NOTES: (N_("Notes"), N_("One row is a comment on a month.")),
    Kind.REFUNDS: (N_("Refunds from accounting"), N_("One row is what was given back of an order, or in a month.")),
    Kind.SERIES: (
        N_("Series"),
        N_("One row is a value of a day or a week that explains sales from outside: demand, prices, stock."),
    ),
}

_SHARED: dict[str, tuple[str, str]] = {
    "account": (N_("Account"), N_("Whose account on the platform the row belongs to.")),
    "campaign": (N_("Campaign"), N_("The campaign's name, or utm_campaign.")),
    "campaign_id": (
        N_("Campaign number"),
        N_("The platform's own number for the campaign; it stays when the name changes."),
    ),
    "channel": (N_("Channel"), N_("Where the person came from, in one word: a platform, search, maps.")),
    "cost": (N_("Cost of goods"), N_("What the goods of this row cost the client, for the margin.")),
    "currency": (N_("Currency"), N_("Only where it differs from row to row.")),
    "day": (N_("Day"), N_("The day that the row is about.")),
    "day_to": (N_("Last day"), N_("Where a row covers several days: the last of them.")),
    "email": (N_("E-mail"), N_("Kept only as a code that tells whether two people are one.")),
    "keyword": (N_("Keyword"), N_("The search phrase, or utm_term.")),
    "location": (N_("Store"), N_("The store, branch, region or site that sold it.")),
    "manager": (N_("Manager"), N_("Who of the client's people dealt with it.")),
    "medium": (N_("Medium"), N_("The kind of traffic, or utm_medium: cpc, organic, …")),
    "month": (N_("Month"), N_("Any day of it will do.")),
    "phone": (N_("Phone"), N_("Kept only as a code that tells whether two people are one, and its last two digits.")),
    "product": (N_("Product"), N_("What was asked for or sold.")),
    "quantity": (N_("Quantity"), N_("How many pieces. One, where the table does not say.")),
    "source": (N_("Source"), N_("Where the person came from, or utm_source: google, yandex, …")),
    "target": (N_("On target"), N_("The mark that says whether the person was one of those who are looked for.")),
    "way": (N_("How it came"), N_("By phone, on the site, or otherwise.")),
}
_OF_KIND: dict[Kind, dict[str, tuple[str, str]]] = {
    Kind.ADS: {
        "ad_group": (N_("Ad group"), N_("The group of ads within the campaign.")),
        "impressions": (N_("Impressions"), N_("How many times the ads were shown.")),
        "clicks": (N_("Clicks"), N_("How many times they were clicked.")),
        "spend": (N_("Spend"), N_("What the platform charged for the row.")),
        "conversions": (N_("Conversions"), N_("What the platform itself counts as results.")),
        "conversion_value": (N_("Value of conversions"), N_("What the platform itself says that they brought.")),
    },
    Kind.CALLS: {
        "call_id": (N_("Call number"), N_("The tracker's own number, so that a call is never counted twice.")),
        "started": (N_("When"), N_("Day and time of the call; the time may stand in a column of its own.")),
        "started_time": (N_("Time of day"), N_("Where the day stands in another column.")),
        "direction": (N_("Direction"), N_("Incoming or outgoing; incoming, where the table does not say.")),
        "phone": (
            N_("Caller's phone"),
            N_("Kept only as a code that tells whether two people are one, and its last two digits."),
        ),
        "called": (N_("Number called"), N_("Of an outgoing call: the client's customer. Kept only as a code.")),
        "tracking_number": (N_("Tracking number"), N_("Your own number that was shown to the caller.")),
        "answered": (N_("Answered"), N_("The status that says whether somebody took the call.")),
        "wait": (N_("Waiting"), N_("How long the caller waited: seconds, or minutes:seconds.")),
        "talk": (N_("Talk"), N_("How long they talked: seconds, or minutes:seconds.")),
        "duration": (N_("Duration"), N_("Of the whole call, where talk and waiting are not told apart.")),
        "callback": (N_("Call back"), N_("Yes, where it was a call back.")),
        "first_call": (N_("First call"), N_("Yes, where the caller is new.")),
        "recording": (N_("Recording"), N_("The link to it.")),
    },
    Kind.DEALS: {
        "lead_id": (N_("Number"), N_("What the deal or request is known by.")),
        "created": (N_("Created"), N_("When the request came.")),
        "closed": (N_("Closed"), N_("When the deal was won or lost.")),
        "expected_close": (
            N_("Expected close"),
            N_("When the deal is expected to close; used only for deals that were won."),
        ),
        "first_answer": (N_("First answer"), N_("When somebody first answered the request.")),
        "stage": (N_("Stage"), N_("Where the deal stands. Below you say which stages mean won and lost.")),
        "status": (N_("Status"), N_("A second column that says whether it was won or lost.")),
        "lost_reason": (N_("Reason of loss"), N_("Why it was lost.")),
        "title": (
            N_("Title"),
            N_("The deal's own name; the product is taken from it where there is no product column."),
        ),
        "amount": (N_("Amount"), N_("What the deal is worth.")),
    },
    Kind.ORDERS: {
        "order_id": (N_("Order number"), N_("What the order is known by. Rows of one order share it.")),
        "sold": (N_("Date"), N_("When it was ordered or sold.")),
        "sold_time": (N_("Time of day"), N_("Where the day stands in another column.")),
        "lead_created": (N_("Date of the request"), N_("When the person first asked.")),
        "refunded_at": (N_("Date of the refund"), N_("When the money was given back.")),
        "status": (N_("Status"), N_("Below you say which of them mean paid.")),
        "paid": (N_("Paid"), N_("Yes or no.")),
        "unit_price": (N_("Price of one"), N_("Multiplied by the quantity.")),
        "revenue": (N_("Amount of the row"), N_("What was paid for this row. A negative one is a refund.")),
        "order_total": (
            N_("Total of the order"),
            N_("Where it is stated for the whole order, once or on each of its rows."),
        ),
        "refunded": (N_("Refunded"), N_("What was given back for this row.")),
        "order_refunded": (N_("Refunded of the order"), N_("What was given back, stated for the whole order.")),
        "discount": (N_("Discount"), N_("Taken off the price.")),
        "unit_cost": (N_("Cost of one"), N_("What one piece cost the client; multiplied by the quantity.")),
        "utm": (N_("UTM tags"), N_("A cell that holds utm_source=… and the like.")),
    },
    Kind.RATES: {"rate": (N_("Rate"), N_("What one unit costs in the client's own currency."))},
    Kind.PLAN: {
        "channel": (N_("Channel"), N_("Which channel is planned; empty for all of them together.")),
        "measure": (N_("Measure"), N_("What is planned: spend, clicks, leads, target leads, orders, revenue.")),
        "value": (N_("Value"), N_("The planned figure.")),
        "agreed_on": (N_("Agreed on"), N_("When it was agreed; today, where the table does not say.")),
    },
    Kind.EVENTS: {
        "what": (N_("What"), N_("The kind of event, in a word: site, price, goal.")),
        "text": (N_("Text"), N_("What happened.")),
    },
    Kind.NOTES: {
        "author": (N_("Author"), N_("Who says it.")),
        "text": (N_("Text"), N_("What is said.")),
        "next_steps": (N_("Next steps"), N_("What will be done next.")),
    },
    Kind.REFUNDS: {
        "order_id": (N_("Order number"), N_("As your sales have it; empty where only the month is known.")),
        "amount": (N_("Amount"), N_("What was given back.")),
        "comment": (N_("Comment"), N_("Kept as it is.")),
    },
    Kind.SERIES: {
        "kind": (
            N_("Kind"),
            N_("Which series: demand, price_index, market_price, stock, temperature, capacity, visits."),
        ),
        "name": (N_("Name"), N_("The query, the product, or what the index is of.")),
        "place": (N_("Place"), N_("The competitor, the store or the town.")),
        "value": (N_("Value"), N_("An index, a price, a temperature.")),
        "count": (N_("Count"), N_("How many: queries, pieces in stock, slots, visits.")),
    },
}  # fmt: skip

MEANINGS: dict[str, str] = {
    "answered": N_("answered"),
    "missed": N_("missed"),
    "outgoing": N_("outgoing"),
    "incoming": N_("incoming"),
    "target": N_("on target"),
    "off_target": N_("not on target"),
    "unmarked": N_("no mark"),
    "won": N_("won"),
    "lost": N_("lost"),
    "open": N_("open"),
    "paid": N_("paid"),
    "unpaid": N_("not paid"),
    "phone": N_("by phone"),
    "site": N_("on the site"),
    "other": N_("otherwise"),
}
# What a value counts as of which nothing is said.
_UNSAID: dict[Kind, dict[str, str]] = {
    Kind.CALLS: {
        "answered": N_("What you leave open counts as answered where there was talk."),
        "direction": N_("What you leave open counts as incoming."),
        "target": N_("What you leave open has no mark."),
    },
    Kind.DEALS: {
        "stage": N_("What you leave open counts as a deal that is still open."),
        "status": N_("What you leave open is decided by the stage."),
        "target": N_("What you leave open has no mark."),
        "way": N_("What you leave open counts as otherwise."),
    },
    Kind.ORDERS: {
        "status": N_(
            "What you leave open counts as not paid; while nothing is said to be paid, every row counts as paid."
        ),
        "paid": N_("What you leave open counts as not paid."),
        "way": N_("What you leave open counts as otherwise."),
    },
}


def unsaid(kind: Kind, column: str) -> str:
    """What a value of the column counts as of which nothing is said, in a sentence."""
    return _UNSAID[kind][column]


def name_of(kind: Kind, column: str) -> str:
    """What people call a column (an English text that has a translation)."""
    return _told(kind, column)[0]


def sentence_of(kind: Kind, column: str) -> str:
    """What the column means, in a sentence."""
    return _told(kind, column)[1]


def _told(kind: Kind, column: str) -> tuple[str, str]:
    return _OF_KIND[kind].get(column) or _SHARED.get(column) or (column, "")
