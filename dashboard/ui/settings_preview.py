"""What a change of settings would do, shown before it is saved: what differs, and what the past would be by it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from dashboard.client_settings.changing import Preview
from dashboard.domain.agreed import SETTINGS, Change, in_words
from dashboard.domain.metrics import described
from dashboard.domain.phrase import Day, Money, Number, Percent, Phrase, Term, say
from dashboard.i18n import _, current
from dashboard.reports.settings_effect import MonthMoved
from dashboard.ui.markup import Markup, draw, said, tag

_IMPORTS = {
    "timezone": say(
        "Another time zone holds for what is imported from now on. Calls and sales that are there keep the clock they "
        "were read by, until their files come again."
    ),
    "country": say(
        "Another country has other holidays and working days; phones are read by its rules from the next file on."
    ),
}


def show(preview: Preview, currency: str) -> None:
    """Draws the changes and the months that they move."""
    draw(markup(preview, currency))


def markup(preview: Preview, currency: str) -> Markup:
    """The preview as HTML."""
    effect = preview.effect
    notes = [tag("p", said(_IMPORTS[one.setting])) for one in preview.changes if one.setting in _IMPORTS]
    return tag(
        "section",
        tag("h3", _("What changes")),
        changes_list(preview.changes, currency),
        *notes,
        tag("p", said(effect.sentence), cls="sv-strong") if effect else None,
        tag("div", *(_month(month, currency) for month in effect.moved), cls="sv-months-moved") if effect else None,
        cls="sv-file sv-set-preview",
        role="status",
    )


def changes_list(changes: Sequence[Change], currency: str) -> Markup:
    """Each change on a line: the setting, what it was, what it is, from when."""
    return tag("ul", *(tag("li", said(change_in_words(one, currency))) for one in changes), cls="sv-changes")


def change_in_words(change: Change, currency: str) -> Phrase:
    """One change as a sentence."""
    before, after = in_words(change, currency)
    label = Term(SETTINGS[change.setting].label)
    if change.since is None:
        return say("{setting}: {before} → {after}", setting=label, before=before, after=after)
    return say(
        "{setting}: {before} → {after}, from {day} on", setting=label, before=before, after=after, day=Day(change.since)
    )


def _month(month: MonthMoved, currency: str) -> Markup:
    rows = [
        tag(
            "tr",
            tag("th", _(described(key).label), scope="row"),
            tag("td", _figure(key, month.before[key], currency), cls="sv-num"),
            tag("td", _figure(key, month.after[key], currency), cls="sv-num"),
        )
        for key in month.moved
    ]
    head = tag("tr", tag("th"), tag("th", _("now"), cls="sv-num"), tag("th", _("by the change"), cls="sv-num"))
    given = tag("span", " · ", _("given to the owner"), cls="sv-small") if month.given else None
    return tag(
        "div",
        tag("h4", current().month(month.month), given),
        tag("table", tag("thead", head), tag("tbody", *rows), cls="sv-readings"),
    )


def _figure(key: str, value: Decimal | None, currency: str) -> str:
    if value is None:
        return "—"
    unit = described(key).unit
    if unit == "money":
        return said(say("{it}", it=Money(value, currency, short=value.copy_abs() >= 10000))) or ""
    if unit == "percent":
        return said(say("{it}", it=Percent(value, decimals=1))) or ""
    return said(say("{it}", it=Number(value))) or ""
