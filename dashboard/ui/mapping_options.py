"""How a table writes things that its cells leave open; left alone, it is as the file shows."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard.domain.canonical import Kind
from dashboard.domain.phrase import N_
from dashboard.i18n import _
from dashboard.mappings import Option
from dashboard.ui.mapping_draft import Draft

_AS_SHOWN = N_("As the file shows")
_DATES = {"dmy": N_("Day first: 31.12.2026"), "mdy": N_("Month first: 12/31/2026"), "ymd": N_("Year first: 2026-12-31")}
_MARKS = {".": N_("Point: 1.50"), ",": N_("Comma: 1,50")}
_UNITS = {"units": N_("Whole units: roubles, dollars"), "micros": N_("Millionths of them")}
_VAT = {"no": N_("Without value-added tax"), "yes": N_("With value-added tax")}
_WAYS = {"site": N_("On the site"), "phone": N_("By phone"), "other": N_("Otherwise")}
_WITH_MONEY = (Kind.ADS, Kind.DEALS, Kind.ORDERS)
WITH_SOURCE = (*_WITH_MONEY, Kind.CALLS)


def show(draft: Draft, currencies: Sequence[str]) -> None:
    """Draws the choices that this kind of table has."""
    kind = draft.kind or Kind.ORDERS
    with st.expander(_("How the table writes dates and money, and where it comes from")):
        left, right = st.columns(2, gap="medium")
        with left:
            _choice(draft, "date_order", _("Order of dates"), _DATES)
            _choice(draft, "decimal_mark", _("Decimal mark"), _MARKS)
            if kind in _WITH_MONEY:
                _choice(draft, "currency", _("Currency"), {code: code for code in currencies})
                _choice(draft, "money_unit", _("Money is written in"), _UNITS)
        with right:
            if kind in _WITH_MONEY:
                _vat(draft, _("The spend is") if kind is Kind.ADS else _("Its amounts are"))
            if kind in (Kind.ADS, Kind.ORDERS):
                _text(draft, "source", _("Source of every row"), "google, yandex, vk")
                _text(draft, "medium", _("Medium of every row"), "cpc")
            if kind is Kind.ORDERS:
                _choice(draft, "way", _("How its orders come where a row does not say"), _WAYS)
            if kind in WITH_SOURCE:
                _text(
                    draft,
                    "platform",
                    _("Name of the source"),
                    _("as the mapping is called"),
                    _("Rows of one source replace each other where they are the same order, call or day."),
                )


def _choice(draft: Draft, option: str, label: str, choices: dict[str, str]) -> None:
    held = draft.options.get(option, "")
    options = ["", *choices] if held in ("", *choices) else ["", *choices, str(held)]
    chosen = st.selectbox(
        label,
        options,
        format_func=lambda value: _(choices.get(str(value), str(value))) if value else _(_AS_SHOWN),
        key=draft.widget(f"option-{option}", held),
    )
    _keep(draft, option, chosen)


def _vat(draft: Draft, label: str) -> None:
    held = draft.options.get("includes_vat")
    chosen = st.selectbox(
        label,
        ["", *_VAT],
        format_func=lambda value: _(_VAT[value]) if value else _(_AS_SHOWN),
        key=draft.widget("option-vat", "" if held is None else "yes" if held else "no"),
    )
    _keep(draft, "includes_vat", None if chosen == "" else chosen == "yes")


def _text(draft: Draft, option: str, label: str, placeholder: str, more: str | None = None) -> None:
    typed = st.text_input(
        label,
        key=draft.widget(f"option-{option}", str(draft.options.get(option, ""))),
        placeholder=placeholder,
        max_chars=60,
        help=more,
    )
    _keep(draft, option, typed.strip())


def _keep(draft: Draft, option: str, value: Option | None) -> None:
    if value is None or value == "":
        draft.options.pop(option, None)
    else:
        draft.options[option] = value
