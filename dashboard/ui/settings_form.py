"""The fields of a client's settings, in the order in which people agree on them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from zoneinfo import available_timezones

import streamlit as st

from dashboard.charts.look import DARK, LEAST_CONTRAST, LIGHT, contrast, readable
from dashboard.domain.agreed import LANGUAGE_NAMES, RULES, WEEKDAYS
from dashboard.domain.client import ATTRIBUTION_RULES, ClientProfile
from dashboard.i18n import LANGUAGES, _, current
from dashboard.i18n.figures import currencies, currency_name, symbol, territories, territory_name
from dashboard.ui import section
from dashboard.ui.markup import draw, tag
from dashboard.ui.settings_reading import AGE

_WIDE, _SHORT = 420, 200
_COMMON_ZONES = sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith(("Etc", "posix")))


class Fields:
    """The fields of one draft: their keys, what stands in them at first, and what was typed."""

    def __init__(self, prefix: str, at_first: Mapping[str, Any], *, locked: bool) -> None:
        self._prefix = prefix
        self._at_first = at_first
        self.locked = locked
        self.typed: dict[str, Any] = dict(at_first)

    def key(self, name: str) -> str:
        """The key of a field's widget."""
        return f"{self._prefix}-{name}"

    def text(self, name: str, label: str, *, width: int = _SHORT, hint: str = "", example: str = "") -> None:
        """A line of text."""
        self.typed[name] = st.text_input(
            label, self._at_first[name], key=self.key(name), width=width, help=hint or None, placeholder=example,
            disabled=self.locked, max_chars=200,
        )  # fmt: skip

    def lines(self, name: str, label: str, *, hint: str = "", example: str = "") -> None:
        """Several lines of text."""
        self.typed[name] = st.text_area(
            label, self._at_first[name], key=self.key(name), width=_WIDE, help=hint or None, placeholder=example,
            disabled=self.locked, height=120, max_chars=20000,
        )  # fmt: skip

    def choice(
        self, name: str, label: str, options: Sequence[Any], said: Callable[[Any], str], *, width: int = _WIDE,
        hint: str = "", locked: bool = False,
    ) -> None:  # fmt: skip
        """One of several."""
        standing = self._at_first[name]
        every = list(options) if standing in options else [standing, *options]
        self.typed[name] = st.selectbox(
            label, every, index=every.index(standing), format_func=said, key=self.key(name), width=width,
            help=hint or None, disabled=self.locked or locked,
        )  # fmt: skip


def draw_fields(
    fields: Fields, profile: ClientProfile, sources: Sequence[tuple[str, str]], *, has_amounts: bool
) -> tuple[bytes | None, bool]:
    """Draws all sections; gives the logo's file that was chosen, and whether the logo is to go.

    `sources` are keys with the names to show.
    """
    section.show(_("The client"), _("How the client’s pages look and in which language they open."))
    sent = _client(fields)
    without = bool(profile.logo) and st.checkbox(
        _("Take the logo away"), key=fields.key("no-logo"), disabled=fields.locked
    )
    section.show(_("Where the client works"), _("Money, clock and holidays. They are chosen once, before any data."))
    _place(fields, has_amounts=has_amounts)
    section.show(
        _("Money"),
        _("Margin turns revenue into profit where the sales themselves state no cost. The fee is never part of spend."),
    )
    _money(fields, profile)
    section.show(_("Leads and sales"), _("Whom a sale is credited to, and what counts as a lead on target."))
    _leads(fields)
    section.show(
        _("Working hours"),
        _("A call outside them is not counted as missed. A day left empty is closed; all empty: nothing is agreed."),
    )
    with st.container(horizontal=True, gap="small", key="sv-set-hours"):
        for weekday, name in enumerate(WEEKDAYS, start=1):
            fields.text(f"hours_{weekday}", _(name), width=150, example="9:00–18:00")
    section.show(
        _("Age of the data"), _("How many days behind a source may be before it is called stale. Empty: as for all.")
    )
    with st.container(horizontal=True, gap="small", key="sv-set-ages"):
        fields.text("agreed_age_days", _("All sources, days"), width=180)
        fields.text("provisional_days", _("Days of spend that may still change"), width=280)
        for source, label in sources:
            fields.text(f"{AGE}{source}", label, width=220)
    return sent, without


def _client(fields: Fields) -> bytes | None:
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        fields.text("name", _("Name"), width=_WIDE)
        fields.choice(
            "language", _("Language of the pages"), list(LANGUAGES), lambda code: _(LANGUAGE_NAMES[code]), width=_SHORT
        )
        fields.text("accent", _("Accent colour"), width=_SHORT, example="#0F5F6B", hint=_("Empty: the product’s own."))
    _accent(fields.typed["accent"])
    file = st.file_uploader(
        _("Logo"),
        type=["png", "jpg", "jpeg", "webp"],
        key=fields.key("logo"),
        help=_("PNG, JPEG or WebP, up to 1 MB. It is made anew as a small picture; nothing else of the file is kept."),
        width=_WIDE,
        disabled=fields.locked,
    )
    return file.getvalue() if file is not None else None


def _accent(colour: str) -> None:
    """Says how the colour is shown on both papers, where it has to be made readable."""
    if len(colour) != 7 or not colour.startswith("#"):
        return
    try:
        weak = [look for look in (LIGHT, DARK) if contrast(colour, look.paper) < LEAST_CONTRAST]
        shown = [(look, readable(colour, look.paper)) for look in (LIGHT, DARK)]
    except ValueError:
        return
    chips = [
        tag(
            "span", tone, style=f"background: {look.paper}; color: {tone}; border-color: {look.hairline}", cls="sv-chip"
        )
        for look, tone in shown
    ]
    why = _("On one paper it would be hard to read: there a nearer tone of the same colour is shown.") if weak else ""
    draw(tag("p", *chips, " ", why, cls="sv-small"))


def _place(fields: Fields, *, has_amounts: bool) -> None:
    code = current().code
    with st.container(horizontal=True, gap="small"):
        fields.choice(
            "currency",
            _("Currency"),
            sorted(currencies()),
            lambda one: f"{one} · {currency_name(code, one)}",
            width=300,
            locked=has_amounts,
            hint=_("Amounts were imported in it, and are not turned into another.") if has_amounts else "",
        )
        fields.choice(
            "timezone",
            _("Time zone"),
            _COMMON_ZONES,
            str,
            width=260,
            hint=_(
                "Another one holds for files that come from now on. What was read keeps its clock until it comes again."
            ),
        )
        fields.choice(
            "country",
            _("Country"),
            sorted(territories(), key=lambda one: territory_name(code, one)),
            lambda one: territory_name(code, one),
            width=260,
            hint=_("Its holidays and working days, and how its phones are written."),
        )


def _money(fields: Fields, profile: ClientProfile) -> None:
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        fields.choice(
            "vat_deductible",
            _("VAT basis of spend and sales"),
            [True, False],
            lambda one: _("without VAT: the client deducts it") if one else _("with VAT: the client cannot deduct it"),
        )
        fields.text("vat", _("VAT rate, %"), width=140)
        fields.text("margin", _("Margin, %"), width=140, hint=_("Of revenue. Empty: not agreed."))
    fields.lines(
        "margin_by_product",
        _("Margin by product, %"),
        hint=_("One product a line: its name as in the reports = its margin. Others have the margin above."),
        example=_("Implants = 55"),
    )
    coin = symbol(current().code, profile.currency)
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom", key="sv-set-fee"):
        fields.text("fee_per_month", f"{_('Fee a month')}, {coin}", width=170)
        fields.text("fee_of_spend", _("Fee, % of spend"), width=170)
        fields.text("fee_per_lead", f"{_('Fee a lead')}, {coin}", width=170)
        fields.text("fee_per_target_lead", f"{_('Fee a target lead')}, {coin}", width=200)
        fields.text("fee_of_sales", _("Fee, % of sales"), width=170)


def _leads(fields: Fields) -> None:
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        fields.choice("attribution_rule", _("A sale is credited to"), ATTRIBUTION_RULES, lambda one: _(RULES[one]))
        fields.text("attribution_window_days", _("A touch counts for, days"), width=220)
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        fields.text("target_talk_seconds", _("A call is on target from, seconds"), width=260)
        fields.choice(
            "target_forms",
            _("Forms that nobody marked"),
            [False, True],
            lambda one: _("on target") if one else _("not known to be on target"),
            width=280,
        )
        fields.text("lead_window_days", _("A contact is the same lead for, days"), width=280)
