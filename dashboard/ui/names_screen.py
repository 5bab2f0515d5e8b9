"""The names that match nothing, the dearest first: what each may mean, and what would move, before it is decided."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard import names
from dashboard.access.viewer import Viewer
from dashboard.domain.channels import CHANNELS
from dashboard.domain.errors import SverkaError
from dashboard.domain.naming import Name, NameKind
from dashboard.domain.phrase import N_, Phrase, say
from dashboard.i18n import _, current
from dashboard.reports.names import Met, Names, build
from dashboard.reports.names_likeness import Likeness
from dashboard.ui import failure, names_words, reporting, section, session, verdict
from dashboard.ui.markup import Markup, draw, said, tag
from dashboard.ui.plain import plain
from dashboard.ui.tone import MARKS, Tone

ON_A_PAGE = 10
_SEARCH_FROM = 8
_SAID, _PAGE, _TURN = "sv-names-said", "sv-names-page", "sv-names-turn"
_LIKE = {Likeness.VERY: N_("very alike"), Likeness.PARTLY: N_("alike in part")}
_PARTS = (
    (
        NameKind.CAMPAIGN,
        N_("Campaign names that match no campaign"),
        N_(
            "Say which campaign each means: its leads and sales then stand on one row with the spend. "
            "Nothing is moved before you say so, and all of it can be taken back."
        ),
    ),
    (
        NameKind.PRODUCT,
        N_("Product names that match no product"),
        N_("Say which product each means: every report then shows them as one."),
    ),
)


def show(viewer: Viewer) -> None:
    """Draws the answer, and below it the names that wait for a person."""
    found = read(viewer)
    verdict.show(found.verdict, _tone(found))
    done: Phrase | None = st.session_state.pop(_SAID, None)
    if done is not None:
        draw(tag("p", tag("span", MARKS["good"], cls="sv-mark"), " ", said(done), cls="sv-done sv-good", role="status"))
    for kind, title, text in _PARTS:
        if unmatched := found.of(kind):
            section.show(_(title), _(text))
            _list(viewer, found, kind, unmatched)


def read(viewer: Viewer) -> Names:
    """The names of the client's newest data."""
    return reporting.report(build, viewer)


def say_next(phrase: Phrase) -> None:
    """Has something said when the screen is drawn next."""
    st.session_state[_SAID] = phrase
    # What stood under a widget's key is another name afterwards.
    st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1


def _tone(found: Names) -> Tone:
    return "caution" if found.unmatched or found.contested else "good" if found.meant else "plain"


def _list(viewer: Viewer, found: Names, kind: NameKind, unmatched: Sequence[Met]) -> None:
    shown = list(unmatched)
    if len(unmatched) > _SEARCH_FROM:
        asked = st.text_input(
            _("Find a name"),
            key=f"sv-names-find-{kind.value}",
            placeholder=_("Find a name"),
            label_visibility="collapsed",
            width=280,
        )
        words = asked.casefold().split()
        shown = [met for met in unmatched if all(word in _searched(met) for word in words)]
    if not shown:
        draw(tag("p", _("Nothing found."), cls="sv-small"))
    first = _page(kind, len(shown))
    for place, met in enumerate(shown[first : first + ON_A_PAGE]):
        with st.container(key=f"sv-name-{kind.value}-{place}"):
            _one(viewer, found, met)
    _pages(kind, first, len(shown))


def _searched(met: Met) -> str:
    label = CHANNELS[met.name.channel].label if met.name.channel else ""
    return f"{met.name.text} {_(label) if label else ''}".casefold()


def _page(kind: NameKind, count: int) -> int:
    first: int = st.session_state.get(f"{_PAGE}-{kind.value}", 0)
    return first if first < count else max((count - 1) // ON_A_PAGE, 0) * ON_A_PAGE


def _pages(kind: NameKind, first: int, count: int) -> None:
    if count <= ON_A_PAGE:
        return
    last = min(first + ON_A_PAGE, count)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        place = f"{first + 1}–{last}"
        draw(tag("p", _("{place} of {count}").replace("{place}", place).replace("{count}", str(count)), cls="sv-small"))
        for label, step, off in ((_("Back"), -ON_A_PAGE, first == 0), (_("Further"), ON_A_PAGE, last == count)):
            if st.button(label, key=f"sv-names-turn-{kind.value}-{step}", disabled=off):
                st.session_state[f"{_PAGE}-{kind.value}"] = first + step
                st.rerun()


def _one(viewer: Viewer, found: Names, met: Met) -> None:
    currency = found.profile.currency
    read = names_words.readable(met.name.text)
    title = tag("h3", met.name.text, tag("span", f" = {read}", cls="sv-small") if read else None)
    draw(tag("section", title, tag("p", _facts(met, currency), cls="sv-facts"), cls="sv-file"))
    key = "-".join(met.name.key) + f"-{st.session_state.get(_TURN, 0)}"
    suggested = found.suggestions(met)
    for place, one in enumerate(suggested):
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"sv-like-{key}-{place}"):
            accepted = st.button(
                plain(said(say("It is “{name}”", name=one.meant.name.text)) or ""),
                key=f"sv-names-yes-{key}-{place}",
                type="primary" if place == 0 and one.likeness is Likeness.VERY else "secondary",
            )
            draw(_moves(found, met, one.meant, _(_LIKE[one.likeness])))
        if accepted:
            _decide(met.name, one.meant.name.text)
    _other(viewer, found, met, key, [one.meant.name.text for one in suggested])


def _other(viewer: Viewer, found: Names, met: Met, key: str, suggested: Sequence[str]) -> None:
    others = {one.name.text: one for one in found.candidates(met.name) if one.name.text not in suggested}
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        label = _("Another campaign") if met.name.kind is NameKind.CAMPAIGN else _("Another product")
        if not suggested:
            label = _("Which campaign it is") if met.name.kind is NameKind.CAMPAIGN else _("Which product it is")
        chosen = st.selectbox(
            label,
            list(others),
            index=None,
            placeholder=_("Choose"),
            key=f"sv-names-other-{key}",
            width=360,
        )
        own = st.button(
            _("It is one of its own"),
            key=f"sv-names-own-{key}",
            type="tertiary",
            help=_("It stays as it is, and is not asked about again."),
        )
    if own:
        _decide(met.name, "")
    if chosen is not None:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            agreed = st.button(_("Yes, it is this one"), key=f"sv-names-this-{key}", type="primary")
            draw(_moves(found, met, others[chosen]))
        if agreed:
            _decide(met.name, chosen)


def _facts(met: Met, currency: str) -> str:
    parts = [_(CHANNELS[met.name.channel].label)] if met.name.channel else []
    parts += [said(part) or "" for part in names_words.brought(met, currency)]
    if met.first_day and met.last_day:
        parts.append(current().span(met.first_day, met.last_day, short=True))
    return " · ".join(parts)


def _moves(found: Names, met: Met, meant: Met, likeness: str = "") -> Markup:
    words = [said(part) or "" for part in names_words.effect(found, met, meant)]
    return tag("p", tag("b", likeness, " · ") if likeness else None, " · ".join(words), cls="sv-small")


def _decide(name: Name, meaning: str) -> None:
    viewer = session.require_writing("names")
    try:
        with st.spinner(_("Bringing the figures together")):
            names.decide(session.workspace(), session.client_of(viewer).slug, name, meaning, session.name_of(viewer))
    except SverkaError as error:
        failure.show(error)
        return
    if meaning:
        say_next(
            say("“{name}” means “{meaning}” now: every report shows them on one row.", name=name.text, meaning=meaning)
        )
    else:
        say_next(say("“{name}” is one of its own, and is not asked about again.", name=name.text))
    st.rerun()
