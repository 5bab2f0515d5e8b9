"""A whole page drawn by Streamlit itself: it stands in both languages, and its choices go into the address."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.ui import session


def screen() -> None:
    from datetime import date

    import streamlit as st

    from dashboard.access.viewer import Viewer
    from dashboard.charts import grammar, template
    from dashboard.i18n import current
    from dashboard.ui import cards, chart, filters, frame, page, style, table, verdict

    frame.choose_language(None)
    frame.show([], client="Clinic")
    period = filters.period(Viewer("agency", "a", role="owner", own_clients=None), date(2026, 11, 19))
    page.head("Campaigns", "Clinic", period)
    verdict.show("It is so.", "good")
    cards.row([cards.Card("Leads", "10", spark=[1, 2])])
    days = list(period)
    layout = template.layout(
        style.look(), current(), "Leads by day", x=template.day_axis(style.look(), current(), days)
    )
    chart.show(template.figure([grammar.now_bars(style.look(), days, [1] * len(days))], layout), "days", 300, "Leads")
    rows = [{"name": f"Campaign {number}", "leads": number} for number in range(20)]
    table.show([table.Column("name", "Campaign"), table.Column("leads", "Leads", "count")], rows, "t", sort_by="leads")
    st.text(f"{period.first} {period.last}")


@pytest.fixture(autouse=True)
def all_days(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "days_given", lambda viewer: None)


@pytest.fixture
def app() -> AppTest:
    made = AppTest.from_function(screen, default_timeout=30)
    made.run()
    assert not made.exception
    return made


def test_a_page_of_every_part_draws(app: AppTest) -> None:
    assert app.text[0].value == "2026-11-01 2026-11-19"
    assert len(app.dataframe) == 1


def test_the_other_language_is_one_press_away_and_stands_in_the_address(app: AppTest) -> None:
    switch = next(button for button in app.button if button.key == "sv-language")
    assert switch.label == "Русский"
    switch.click().run()
    assert not app.exception
    assert app.query_params["lang"] == "ru"
    assert next(button for button in app.button if button.key == "sv-language").label == "English"


def test_a_chosen_period_stands_in_the_address_and_own_days_begin_from_it(app: AppTest) -> None:
    app.radio[0].set_value("last-month").run()
    assert app.query_params["period"] == "last-month"
    assert app.text[0].value == "2026-10-01 2026-10-31"
    app.radio[0].set_value("own").run()
    assert app.query_params["period"] == "2026-10-01..2026-10-31"
    assert not app.exception


def test_an_address_with_a_period_opens_with_it() -> None:
    app = AppTest.from_function(screen, default_timeout=30)
    app.query_params["period"] = "2025-12-01..2025-12-09"
    app.run()
    assert app.text[0].value == "2025-12-01 2025-12-09"


def test_a_search_that_finds_nothing_says_so_and_one_that_finds_shortens_the_table(app: AppTest) -> None:
    app.text_input[0].set_value("campaign 19").run()
    assert len(app.dataframe[0].value) == 1
    app.text_input[0].set_value("nothing like it").run()
    assert len(app.dataframe) == 0
