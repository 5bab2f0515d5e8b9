"""The place to drop files: a component of our own that sends them to the server's own route."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

from dashboard import __version__, settings
from dashboard.i18n import _, current

ACCEPTED = (".csv", ".tsv", ".txt", ".xlsx", ".xls", ".parquet", ".zip", ".toml")

_NAME = "sverka.upload_place"


def show(client: str) -> None:
    """Draws it for a client, in the reader's language. A file that has arrived makes the screen run again."""
    _component()(
        key=f"sv-upload-{client}",
        data={
            "client": client,
            "largest": settings.largest_upload(),
            "accepted": ",".join(ACCEPTED),
            "words": _words(),
        },
        on_arrived_change=_nothing,
    )


def _component() -> st.components.v2.types.ComponentRenderer:
    # From a file of our own, which the content policy lets through; a script given as text would come as a blob.
    manager = get_bidi_component_manager()
    if manager.get_component_asset_root(_NAME) is None:
        package, name = _NAME.split(".")
        here = Path(__file__).parent
        manifest = ComponentManifest(package, __version__, [ComponentConfig(name, here.name)])
        manager.register_from_manifest(manifest, here.parent)
    return st.components.v2.component(_NAME, js="place.js", isolate_styles=False)


def _nothing() -> None:
    """The screen's run is all that is wanted."""


def _words() -> dict[str, object]:
    return {
        "language": current().code,
        "units": [_("B"), _("KB"), _("MB"), _("GB"), _("TB")],
        "title": _("Drop the exports here, as the platforms gave them"),
        "help": _(
            "CSV, TSV, XLSX, XLS, Parquet, or a ZIP of these, up to {limit} a file. "
            "A .toml file among them is the mapping for tables that are not recognised."
        ),
        "choose": _("Choose files"),
        "waiting": _("waits for its turn"),
        "sending": _("sending: {sent} of {size}"),
        "cancel": _("Cancel"),
        "again": _("Try again"),
        "remove": _("Remove"),
        "why": {
            "too_large": _(
                "Larger than {limit}: whoever runs the server can raise SVERKA_MAX_UPLOAD. Nothing was sent."
            ),
            "no_room": _("The server’s disk has no room for it. Nothing was kept."),
            "broken": _("The connection broke before the whole file was there. Nothing was kept."),
            "closed": _("You are signed out, or this client is closed. Reload the page. Nothing was kept."),
        },
    }
