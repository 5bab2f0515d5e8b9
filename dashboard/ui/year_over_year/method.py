"""How the comparison was made: the rules in their order, and what each line of the bridge holds."""

from __future__ import annotations

from dashboard.domain.phrase import N_
from dashboard.domain.year_over_year.line_names import LINE_MEANINGS, LINE_NAMES
from dashboard.i18n import _
from dashboard.reports.year_over_year.report import YearOverYear
from dashboard.ui.markup import Markup, draw, tag

RULES = (
    N_("Days stand against like days: both periods end where the first source of sales ends, and today never counts."),
    N_(
        "Revenue is what was paid less what was refunded, by the day of the sale; without VAT where an export says "
        "that it is in it and the client deducts it, else as the export has it."
    ),
    N_(
        "First both periods are counted alike; then what exists in one period only is set apart; what is left is "
        "split into factors whose parts add up to it exactly (logarithmic means, LMDI)."
    ),
    N_(
        "Each part has a standard error. It is called proven only where chance alone would make it less often than "
        "once in twenty times, the same for the agency's parts as for the client's. Money that was paid, such as spend "
        "and fee, is counted and needs no proof."
    ),
    N_(
        "A reason is shown from 2% of the earlier revenue on, or from a fifth of the change on; what is worth less "
        "is not said."
    ),
    N_("No part is called a cause: what would settle it stands beside each reason."),
)


def show(report: YearOverYear) -> None:
    """Draws the section, closed until asked for."""
    draw(markup(report))


def markup(report: YearOverYear) -> Markup:
    """The section as HTML."""
    items = tag("ol", *(tag("li", _(rule)) for rule in RULES), cls="sv-steps")
    return tag(
        "details",
        tag("summary", tag("h2", _("How this was compared"))),
        tag("div", items, _lines(report), cls="sv-rests"),
        cls="sv-fold",
    )


def _lines(report: YearOverYear) -> Markup | None:
    bridges = [bridge for bridge in (report.bridge, report.profit_bridge) if bridge is not None]
    keys = dict.fromkeys(line.key for bridge in bridges for line in bridge.lines)
    if not keys:
        return None
    parts = [part for key in keys for part in (tag("dt", _(LINE_NAMES[key])), tag("dd", _(LINE_MEANINGS[key])))]
    return tag("div", tag("h3", _("The lines between then and now")), tag("dl", *parts, cls="sv-meanings"))
