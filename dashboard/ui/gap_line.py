"""One quiet line under a page's answer: what its figures lack."""

from __future__ import annotations

from dashboard.access.viewer import Viewer
from dashboard.domain.period import Period
from dashboard.i18n import _
from dashboard.reports import gaps
from dashboard.ui import reporting
from dashboard.ui.markup import draw, said, tag


def show(viewer: Viewer, period: Period) -> None:
    """Draws the line where something of the period is missing or not whole; nothing where all is there."""
    if line := reporting.report(gaps.line, viewer, period):
        mark = tag("span", "!", cls="sv-mark", role="img", aria_label=_("needs attention"))
        draw(tag("p", mark, said(line), cls="sv-gaps"))
