"""Whose sales count, where a client has several books of sales: decided here, kept with who and when."""

from __future__ import annotations

import streamlit as st

from dashboard import ledger
from dashboard.access.viewer import Viewer
from dashboard.domain.errors import SverkaError
from dashboard.domain.phrase import Phrase, say
from dashboard.domain.platforms import platform_name
from dashboard.i18n import _
from dashboard.ui import failure, session, upload
from dashboard.ui.markup import draw, said, tag
from dashboard.ui.tone import MARKS

_SAVED = "sv-books-saved"


def form(viewer: Viewer) -> None:
    """Lets people say whose sales count; nothing is drawn for a client of a single book."""
    warehouse = session.warehouse(viewer)
    books = [row["platform"] for row in warehouse.fetch("reports/sales_books")]
    if len(books) < 2:
        return
    saved: Phrase | None = st.session_state.pop(_SAVED, None)
    counting = warehouse.profile.sales_books
    with (
        st.expander(_("Whose sales count"), expanded=saved is not None or not counting),
        st.form("sv-books", border=False),
    ):
        if saved is not None:
            draw(tag("p", tag("span", MARKS["good"], cls="sv-mark"), " ", said(saved), cls="sv-done sv-good"))
        draw(
            tag(
                "p",
                _(
                    "Several sources have sales of this client. If two of them tell of the same sales, let one count: "
                    "the others still give leads. If they are different sales, let all count."
                ),
                cls="sv-facts",
            )
        )
        labels = {book: _(platform_name(book).text) for book in books}
        chosen = st.multiselect(
            _("Sales count from"),
            books,
            default=[book for book in books if not counting or book in counting],
            format_func=labels.__getitem__,
        )
        if not st.form_submit_button(_("Save the decision")):
            return
        _save(tuple(chosen))


def _save(chosen: tuple[str, ...]) -> None:
    if not chosen:
        st.error(_("Choose at least one source of sales. Nothing was saved."))
        return
    viewer = session.require_writing(upload.SCREEN)
    try:
        client = session.client_of(viewer).slug
        ledger.count_sales_of(session.workspace(), client, chosen, by=session.name_of(viewer))
    except SverkaError as error:
        failure.show(error)
        return
    st.session_state[_SAVED] = say(
        "Saved: sales count from {books}.", books=tuple(platform_name(book) for book in chosen)
    )
    st.rerun()
