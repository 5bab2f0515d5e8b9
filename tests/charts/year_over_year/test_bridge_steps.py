"""The bars of a bridge: each begins where the one before ended, the last ends at now, on one scale from then."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.year_over_year.bridge import Kind, steps
from dashboard.domain.year_over_year.bridge import Bridge, OneYearOnly, Part, Restated
from dashboard.i18n import use
from dashboard.ui.year_over_year import bridge as drawn

# A year of 12 million against one of 11.4: less once what was counted is made alike, and more once shops are too.
SHOPS = Bridge.of(
    Decimal(12_000_000),
    Decimal(11_400_000),
    [
        Restated("immature", now=Decimal(600_000)),
        Restated("vat", then=Decimal(-500_000)),
        Restated("tracking_gap", now=Decimal(300_000)),
    ],
    [OneYearOnly("closed", then=Decimal(1_000_000)), OneYearOnly("opened", now=Decimal(800_000))],
    [Part("demand", -2_000_000.0, 400_000.0), Part("leads", 3_400_000.0, 900_000.0), Part("close", -400_000.0, 5e6)],
)


def test_the_bars_lead_from_then_to_now() -> None:
    found = steps(SHOPS)
    kinds = [(bar.kind, bar.key, bar.amount) for bar in found.bars]
    assert kinds[0] == (Kind.THEN, "then", Decimal(12_000_000))
    assert kinds[4] == (Kind.LEFT, "comparability", Decimal(800_000))
    assert kinds[7] == (Kind.LEFT, "scope", Decimal(1_000_000))
    assert kinds[-1] == (Kind.NOW, "now", Decimal(-600_000))
    assert found.bars[-1].start == found.then
    assert found.bars[-1].end == found.now
    for left in (bar for bar in found.bars if bar.kind is Kind.LEFT):
        assert left.end == found.now


def test_a_line_of_nothing_is_left_out_unless_chance_may_have_carried_it_far() -> None:
    def keys(se: float) -> list[str]:
        made = Bridge.of(Decimal(1000), Decimal(1100), parts=[Part("leads", 100.0, 5.0), Part("kept", 0.0, se)])
        return [bar.key for bar in steps(made).bars if bar.kind is Kind.LINE]

    assert keys(0.05) == ["leads"]
    assert keys(20.0) == ["leads", "kept"]


amounts = st.decimals(-10_000_000, 10_000_000, places=2)


@given(st.lists(st.tuples(amounts, st.none() | st.floats(0, 1e9)), min_size=1, max_size=6), amounts.map(abs))
def test_every_bar_and_whisker_lies_within_the_picture(made: list[tuple[Decimal, float | None]], then: Decimal) -> None:
    keys = ("calendar", "demand", "price", "leads", "close", "kept")
    parts = [Part(key, float(amount), se) for key, (amount, se) in zip(keys, made, strict=False)]
    whole = sum((amount for amount, _ in made), Decimal(0))
    found = steps(Bridge.of(then, then + whole, parts=parts))
    lines = [bar for bar in found.bars if bar.kind is Kind.LINE]
    for one, following in pairwise(lines):
        assert following.start == pytest.approx(one.end)
    if lines:
        assert lines[-1].end == pytest.approx(found.now, abs=1e-6)
    for bar in found.bars:
        assert all(0 <= place <= 1 for place in (bar.start, bar.end, *(bar.whisker or ())))


def test_each_bar_bears_its_name_its_amount_and_its_doubt() -> None:
    use("en")
    text = drawn.markup(SHOPS, "USD", ("2025", "2026"), "From then to now")
    for written in (
        "Sales still to come",
        "−$600k",
        "+7.0%: $11.5m → $12.3m",
        "+9.5%",
        "± $784k",
        "not proven",
        "$11.4m",
    ):
        assert written in text, written
    assert text.count("sv-unproven") == 1
    assert text.count('aria-hidden="true"') == text.count("<tr") - text.count("sv-bridge-group") - 1
