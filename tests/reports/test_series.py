"""What was uploaded to explain a year, as the reasons ask for it."""

from __future__ import annotations

from datetime import date

from dashboard.domain.comparison import Alignment, Pair, pairs
from dashboard.domain.period import Period
from dashboard.domain.series import SeriesKind
from dashboard.reports.year_over_year.series import Series, fetch_series, means
from tests.reports.marts import Marts

JULY = Period(date(2025, 7, 1), date(2025, 7, 31))


def fetched(*rows: tuple[str, str, str, date, date, int]) -> Series:
    marts = Marts()
    for kind, name, place, day, day_to, value in rows:
        marts.insert("series_span", kind=kind, name=name, place=place, day=day, day_to=day_to, value=value)
    return fetch_series(marts, pairs(JULY, JULY.last))  # type: ignore[arg-type]


def test_a_count_of_a_week_is_spread_over_its_days_and_added_up_over_names() -> None:
    week = date(2025, 7, 7), date(2025, 7, 13)
    series = fetched(("demand", "a", "", *week, 70), ("demand", "b", "", *week, 7), ("demand", "a", "", *week, 70))
    assert series.names(SeriesKind.DEMAND) == ("a", "b")
    assert series.of(SeriesKind.DEMAND, "b") == {date(2025, 7, day): 1.0 for day in range(7, 14)}
    assert series.weekly_demand == {date(2025, 7, 7): 147.0}


def test_an_index_is_a_level_and_prices_have_a_median() -> None:
    day = date(2025, 7, 7), date(2025, 7, 7)
    series = fetched(
        ("demand_index", "a", "", date(2025, 7, 7), date(2025, 7, 13), 70),
        *(("market_price", "Cup", place, *day, price) for place, price in (("A", 1), ("B", 5), ("C", 3))),
    )
    assert series.of(SeriesKind.DEMAND_INDEX)[date(2025, 7, 9)] == 70.0
    assert series.of(SeriesKind.MARKET_PRICE, "Cup") == {date(2025, 7, 7): 3.0}
    assert not series.has(SeriesKind.STOCK)


def test_demand_is_known_from_its_beginning_and_prices_of_the_two_periods() -> None:
    old = date(2020, 7, 6), date(2020, 7, 12)
    series = fetched(("demand", "a", "", *old, 70), ("market_price", "Cup", "A", *old, 3))
    assert date(2020, 7, 6) in series.of(SeriesKind.DEMAND)
    assert not series.has(SeriesKind.MARKET_PRICE)


def test_a_week_that_is_not_over_is_left_out_of_both_years() -> None:
    now, then = Period(date(2026, 11, 2), date(2026, 11, 11)), Period(date(2025, 11, 2), date(2025, 11, 11))
    values = {day: 10.0 + place for place, day in enumerate(then)}
    values |= {day: 20.0 + place for place, day in enumerate(now) if place < 7}
    assert means(values, Pair(Alignment.SAME_ELAPSED, now, then)) == (13.0, 23.0)  # of the first seven days
    assert means(dict.fromkeys(then, 1.0), Pair(Alignment.SAME_ELAPSED, now, then)) is None
