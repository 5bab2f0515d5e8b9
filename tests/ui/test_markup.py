"""Nothing from a file or a person becomes a tag, in any part of a page."""

from __future__ import annotations

from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.errors import SverkaError
from dashboard.domain.period import Period
from dashboard.domain.phrase import say
from dashboard.reports.campaigns_days import Event
from dashboard.reports.freshness import SourceAge
from dashboard.reports.report import Caveat
from dashboard.ui import ages, cards, caveats, chart, empty, failure, note, page, rests_on, section, verdict
from dashboard.ui.markup import Markup, join, tag

NAME = "<img src=x onerror=alert(1)>\"'&"
PHRASE = say("About {name}", name=NAME)
AGE = SourceAge("ads", NAME, date(2026, 1, 1), date(2026, 11, 17), 3, True)


class Tags(HTMLParser):
    """The tags of a piece of HTML, with their attributes' names."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.attributes |= {name for name, _value in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


PARTS: dict[str, Markup] = {
    "verdict": verdict.markup(PHRASE, "caution", reason=NAME),
    "cards": cards.markup(
        [cards.Card(NAME, NAME, PHRASE, "bad", [1, None], 1, 2.0, NAME, [(NAME, NAME)], PHRASE, NAME)]
    ),
    "page": page.markup(NAME, NAME, Period(date(2026, 11, 1), date(2026, 11, 18)), [AGE]),
    "ages": ages.markup([AGE]),
    "caveats": caveats.markup(
        [Caveat("a", PHRASE), caveats.Detailed(NAME, NAME, NAME, [(NAME, PHRASE)], True), PHRASE], NAME
    ),
    "note": note.markup(NAME, NAME, author=NAME, when=NAME),
    "rests_on": rests_on.markup([AGE], rule=PHRASE, notes=[PHRASE, NAME]),
    "empty": empty.markup(PHRASE, NAME),
    "failure": failure.markup(SverkaError(PHRASE)),
    "section": section.markup(NAME, PHRASE),
    "events": chart.events_markup([Event(1, date(2026, 11, 4), date(2026, 11, 5), "stock", NAME)]),
}


@pytest.mark.parametrize("part", sorted(PARTS))
def test_a_name_of_a_tag_stays_text(part: str) -> None:
    found = Tags(PARTS[part])
    assert "img" not in found.seen
    assert not [name for name in found.attributes if name.startswith("on")]
    assert NAME in found.text


@given(st.text(), st.text())
def test_any_text_comes_out_as_it_went_in(text: str, value: str) -> None:
    found = Tags(tag("p", text, title=value))
    assert found.seen == {"p"}
    assert found.attributes == {"title"}


def test_markup_is_not_escaped_twice_and_nothing_is_left_out() -> None:
    assert tag("p", tag("b", "a & b"), None, " c") == "<p><b>a &amp; b</b> c</p>"
    assert join(["<", Markup("<br>")]) == "&lt;<br>"


def test_attributes_are_written_as_html_has_them() -> None:
    assert tag("details", cls="x", open=True, hidden=False, aria_label="a", name=None) == (
        '<details class="x" open aria-label="a"></details>'
    )
    assert tag("br") == "<br>"
