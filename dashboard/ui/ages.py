"""How old each source's data is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from dashboard.domain.phrase import Phrase
from dashboard.domain.platforms import PLATFORM_NAMES
from dashboard.i18n import _, current, ngettext
from dashboard.reports.freshness import KIND_LABELS, SourceAge
from dashboard.reports.freshness import told_by as tellers
from dashboard.ui.markup import Markup, draw, said, tag


class Source(Protocol):
    """What tells a source from others."""

    @property
    def kind(self) -> str: ...
    @property
    def platform(self) -> str: ...


def source_name(age: Source, *, short: bool = False) -> str:
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


def told_by(ages: Sequence[SourceAge], measures: Sequence[str], rule: Phrase | None = None) -> str:
    """The sources that these measures are counted from, each with its last day, after the rule where one is given."""
    named = [f"{source_name(age)} {_to(age)}" for age in tellers(ages, measures)]
    return " ".join(part for part in (said(rule), " · ".join(named)) if part)


def _to(age: SourceAge) -> str:
    return _("to {day}").replace("{day}", current().day(age.last_day, year=False, short=True))


def _age(age: SourceAge) -> Markup:
    if age.age_days == 0:
        how = _("complete to yesterday")
    else:
        how = ngettext("{count} day behind", "{count} days behind", age.age_days)
        how = how.replace("{count}", current().number(age.age_days))
    late = tag("b", "!", title=_("older than agreed"), cls="sv-mark") if age.stale else None
    return tag(
        "li",
        tag("span", source_name(age), cls="sv-label"),
        tag("span", _to(age), " · ", how, " ", late, cls="sv-late" if age.stale else ""),
    )
