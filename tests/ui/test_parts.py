"""The parts of a page: what each shows, and when it stays silent."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from dashboard import i18n
from dashboard.domain.errors import SverkaError
from dashboard.domain.period import Period
from dashboard.domain.phrase import say
from dashboard.reports.freshness import SourceAge
from dashboard.reports.report import Caveat
from dashboard.ui import ages, cards, caveats, failure, note, page, rests_on, style, verdict

FRESH = SourceAge("ads", "google_ads", date(2024, 9, 1), date(2026, 11, 18), 0, False)
STALE = SourceAge("calls", "calltouch", date(2024, 9, 1), date(2026, 11, 14), 4, True)
PERIOD = Period(date(2026, 11, 1), date(2026, 11, 18))


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    i18n.use("en")
    yield
    i18n.use("en")


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("\u2060", "")


def test_a_head_names_the_client_the_days_the_newest_day_and_the_stale_source() -> None:
    text = plain(page.markup("Campaigns", "Clinic", PERIOD, [FRESH, STALE]))
    for part in ("<h1>Campaigns</h1>", "Clinic", "1–18 Nov 2026", "data to 18 Nov", "Calltouch: 14 Nov"):
        assert part in text


def test_a_head_marks_nothing_while_every_source_is_fresh() -> None:
    assert "sv-late" not in page.markup("Campaigns", "Clinic", PERIOD, [FRESH])


def test_each_source_says_its_last_day_and_how_far_behind_it_is() -> None:
    text = plain(ages.markup([FRESH, STALE]))
    assert "Google Ads" in text
    assert "to 18 Nov · complete to yesterday" in text
    assert "Calltouch (calls)" in text
    assert "4 days behind" in text
    assert text.count("older than agreed") == 1


def test_a_verdict_carries_its_tone_in_a_mark_as_well_as_in_colour() -> None:
    assert 'aria-label="needs attention"' in verdict.markup("It is late.", "caution")
    assert "sv-mark" not in verdict.markup("It is so.")


def test_a_card_opens_to_its_definition_and_sums() -> None:
    card = cards.Card("CPL", "$12", definition="Spend for one lead.", sums=[("Spend", "$120"), ("Leads", "10")])
    text = cards.markup([card])
    assert text.index("<summary") < text.index("CPL") < text.index("Spend for one lead.") < text.index("$120")


def test_a_card_without_more_to_say_does_not_open() -> None:
    assert "<details" not in cards.markup([cards.Card("Leads", "10")])


def test_a_figure_that_is_not_known_says_why_on_hover_and_when_opened() -> None:
    text = cards.markup([cards.Card("ROMI", "—", reason="The margin is not known.")])
    assert 'title="The margin is not known."' in text
    assert "<p>The margin is not known.</p>" in text


def test_a_spark_stands_on_zero_hatches_the_unfinished_and_shows_the_unknown() -> None:
    spark = cards.markup([cards.Card("Spend", "$7", spark=[Decimal(4), None, 2, 1], unfinished=1, plan=3)])
    for part in ("height:100%", "height:50%", "height:25%", "bottom:75%"):
        assert part in spark
    assert spark.count("sv-unknown") == 1
    assert spark.count("sv-unfinished") == 1


def test_a_spark_of_unknown_days_is_not_drawn() -> None:
    assert "sv-spark" not in cards.markup([cards.Card("Spend", "—", spark=[None, None])])


def test_what_holds_a_verdict_back_comes_first() -> None:
    text = caveats.markup([Caveat("a", say("small")), Caveat("b", say("great"), blocks=True)])
    assert text.index("great") < text.index("small")


def test_no_caveats_and_no_note_leave_nothing_behind() -> None:
    assert caveats.markup([]) == ""
    assert note.markup("  ", "") == ""


def test_what_a_page_rests_on_is_closed_until_asked_for_and_marked_when_a_source_is_late() -> None:
    closed = rests_on.markup([STALE], rule="The last source counts.")
    assert " open" not in closed
    assert "older than agreed" in closed.split("</summary>")[0]
    assert " open" in rests_on.markup([FRESH], opened=True)


def test_our_own_error_speaks_for_itself() -> None:
    error = SverkaError(say("Row {n} is no row. Nothing was imported.", n=17))
    assert "Row 17 is no row. Nothing was imported." in failure.markup(error)


def test_any_other_error_shows_no_secret_and_goes_to_the_log(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        failure.show(ValueError("secret /path"))
    assert "secret" not in failure.markup(ValueError("secret /path"))
    assert "Nothing was changed" in failure.markup(ValueError("x"))
    assert caplog.records[0].exc_info


def test_the_style_sheet_has_a_value_for_every_token_it_uses(root: Path) -> None:
    sheet = (root / "dashboard/ui/style.css").read_text(encoding="utf-8")
    used = set(re.findall(r"var\((--sv-[a-z]+)\)", sheet))
    assert used <= set(re.findall(r"(--sv-[a-z]+):", style.written("#FFCC00")))


def test_a_clients_accent_is_made_readable_and_what_is_no_colour_never_reaches_the_page() -> None:
    assert "#FFCC00" in style.written("#FFCC00")  # on dark paper it can be read
    assert "</style" not in style.written("</style><script>")
