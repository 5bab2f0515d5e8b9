"""Tables that explain a year: what each answers, how to make it, and a template of it to download."""

from __future__ import annotations

from urllib.parse import quote, urlencode

import streamlit as st

from dashboard.access.viewer import Viewer
from dashboard.domain.templates import TEMPLATES, Template
from dashboard.i18n import _, current
from dashboard.ui import frame, session
from dashboard.ui.frame import PERIOD_PARAM, THEN_PARAM
from dashboard.ui.markup import Markup, draw, tag

TEMPLATE_PARAM = "template"


def show(viewer: Viewer) -> None:
    """Draws the list, folded: nobody needs it to upload an export.

    An address that asks for a template (`link`) opens the list, with the one asked for first.
    """
    asked = next((one for one in TEMPLATES if one.name == st.query_params.get(TEMPLATE_PARAM)), None)
    with st.expander(_("Tables that explain a year"), expanded=asked is not None):
        if asked is not None:
            st.subheader(_(asked.label), anchor=_anchor(asked.name))  # to which the browser then scrolls
            draw(tag("ul", _entry(viewer, asked, titled=False), cls="sv-templates"))
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
        draw(tag("ul", *(_entry(viewer, one) for one in TEMPLATES if one is not asked), cls="sv-templates"))


def link(name: str = "") -> str:
    """The address of the screen, with the list open at this template, relative to the page."""
    kept = {key: value for key, value in frame.kept_params().items() if key not in (PERIOD_PARAM, THEN_PARAM)}
    if not name:
        return f"upload?{urlencode(kept)}"
    return f"upload?{urlencode({**kept, TEMPLATE_PARAM: name})}#{_anchor(name)}"


def _anchor(name: str) -> str:
    return f"template-{name}"


def address(viewer: Viewer, name: str) -> str:
    """Where the template is given out, relative to the page."""
    client = quote(session.client_of(viewer).slug, safe="")
    return f"download/template/{client}/{name}.csv?lang={current().code}"


def _entry(viewer: Viewer, template: Template, *, titled: bool = True) -> Markup:
    header = template.of(current().code)[0]
    return tag(
        "li",
        tag(
            "p",
            tag("b", _(template.label)) if titled else None,
            " " if titled else None,
            tag("a", f"{template.name}.csv", href=address(viewer, template.name), target="_blank", rel="noopener"),
        ),
        tag("p", _(template.answers)),
        tag("p", _(template.how), cls="sv-small"),
        tag("p", tag("code", ", ".join(header)), cls="sv-small"),
    )
