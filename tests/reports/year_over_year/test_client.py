"""Days on which the site did not work, by the log or by what did not come."""

from __future__ import annotations

from datetime import date

from tests.reports.marts import Marts
from tests.reports.year_over_year.years import NOW, THEN, Said, december, two_decembers


def formed(*silent: int, year: int = NOW) -> Marts:
    """Twelve forms a day in both years, but for these days of one of them; calls come on all days."""
    marts = two_decembers()
    for of in (THEN, NOW):
        for day in december(of):
            marts.calls(day, "direct", 1, 0)
            if of != year or day.day not in silent:
                marts.forms(day, "direct", 12)
    return marts


def test_days_without_a_form_are_found_and_counted() -> None:
    said = Said(formed(9, 10))
    assert said.text("Y32") == (
        "In this period: on 2 days nothing came where usually about 24 forms do. The site or a form may not have "
        "worked, or a file lacks the days."
    )
    # 29 × 12 leads brought 31,000: 24 forms are 24 / 348 of it.
    assert round(said.figure("Y32") or 0) == -2138


def test_last_years_outage_speaks_for_last_year() -> None:
    assert (Said(formed(9, 10, year=THEN)).figure("Y32") or 0) > 0


def test_an_outage_of_the_log_counts_what_came_less_on_its_days() -> None:
    marts = formed(9)
    marts.happened(date(NOW, 12, 9), "outage", to=date(NOW, 12, 11))
    marts.connection.execute(
        "update funnel_day set forms = 6 where forms = 12 and day between '2025-12-10' and '2025-12-11'"
    )
    assert Said(marts).text("Y32") == (
        "In this period: on 3 days the site or its forms did not work, and about 24 forms did not come."
    )


def test_a_day_that_no_file_tells_of_is_a_gap_and_no_outage() -> None:
    marts = formed(9, 10)
    marts.connection.execute("delete from coverage_day where day between '2025-12-09' and '2025-12-10'")
    assert Said(marts).is_silent("Y32")


def test_forms_on_every_day_are_no_reason() -> None:
    assert Said(formed()).is_silent("Y32")
