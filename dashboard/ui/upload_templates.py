"""Tables that explain a year: what each answers, how to make it, and a template of it to download."""

from __future__ import annotations

from urllib.parse import quote

import streamlit as st

from dashboard.access.viewer import Viewer
from dashboard.domain.templates import TEMPLATES, Template
from dashboard.i18n import _, current
from dashboard.ui import session
from dashboard.ui.markup import Markup, draw, tag


def show(viewer: Viewer) -> None:
    """Draws the list, folded: nobody needs it to upload an export."""
    with st.expander(_("Tables that explain a year")):
        draw(
            tag(
                "p",
                _(
                    "What no export knows and a comparison of two years needs. Download a template, put your own rows "
                    "in the place of the examples, and drop it here like any other file."
                ),
                cls="sv-facts",
            )
        )
        draw(tag("ul", *(_entry(viewer, template) for template in TEMPLATES), cls="sv-templates"))


def address(viewer: Viewer, name: str) -> str:
    """Where the template is given out, relative to the page."""
    client = quote(session.client_of(viewer).slug, safe="")
    return f"download/template/{client}/{name}.csv?lang={current().code}"


def _entry(viewer: Viewer, template: Template) -> Markup:
    header = template.of(current().code)[0]
    return tag(
        "li",
        tag(
            "p",
            tag("b", _(template.label)),
            " ",
            tag("a", f"{template.name}.csv", href=address(viewer, template.name), target="_blank", rel="noopener"),
        ),
        tag("p", _(template.answers)),
        tag("p", _(template.how), cls="sv-small"),
        tag("p", tag("code", ", ".join(header)), cls="sv-small"),
    )
