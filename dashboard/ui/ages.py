"""How old each source's data is."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.i18n import _, current, ngettext
from dashboard.reports.freshness import KIND_LABELS, PLATFORM_NAMES, SourceAge
from dashboard.ui.markup import Markup, draw, tag


def source_name(age: SourceAge, *, short: bool = False) -> str:
    """A source as people call it: its platform, with its kind unless that goes without saying."""
    kind = _(KIND_LABELS.get(age.kind, age.kind))
    platform = _(PLATFORM_NAMES.get(age.platform, age.platform))
    if not platform or age.platform == age.kind:
        return kind
    return platform if short or age.kind == "ads" else f"{platform} ({kind})"


def show(ages: Sequence[SourceAge]) -> None:
    """Draws one mark for each source: its last day, and how old; those older than agreed are marked."""
    draw(markup(ages))


def markup(ages: Sequence[SourceAge]) -> Markup:
    """The ages as HTML."""
    return tag("ul", *(_age(age) for age in ages), cls="sv-ages") if ages else Markup()


def _age(age: SourceAge) -> Markup:
    last = current().day(age.last_day, year=False, short=True)
    if age.age_days == 0:
        how = _("complete to yesterday")
    else:
        how = ngettext("{count} day behind", "{count} days behind", age.age_days)
        how = how.replace("{count}", current().number(age.age_days))
    late = tag("b", "!", title=_("older than agreed"), cls="sv-mark") if age.stale else None
    return tag(
        "li",
        tag("span", source_name(age), cls="sv-label"),
        tag("span", _("to {day}").replace("{day}", last), " · ", how, " ", late, cls="sv-late" if age.stale else ""),
    )
