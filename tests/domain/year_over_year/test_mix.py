"""Mix and rate: two parts of a change, and the flag where they point against each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.year_over_year.mix import Share, mix_and_rate, volume_mix_rate
from tests.domain.year_over_year.golden import Shared, golden

shares = st.builds(lambda of, rate: Share(of * rate, of), st.integers(1, 1000), st.floats(0.01, 1))
strata = st.lists(st.tuples(shares, shares), min_size=1, max_size=5).map(
    lambda both: {str(place): pair for place, pair in enumerate(both)}
)

# Of a hundred each, ten in a hundred and half of them buy; then the first kind comes nine times as often.
CHEAP, DEAR = (Share(10, 100), Share(99, 900)), (Share(50, 100), Share(55, 100))


def test_more_of_those_who_buy_less_lower_the_whole_rate_though_both_rates_rise() -> None:
    found = mix_and_rate({"cheap": CHEAP, "dear": DEAR})
    assert found is not None
    assert found.is_simpson
    assert found.change == pytest.approx(0.154 - 0.3)
    # Shares 50 → 90 %, mean rates 10.5 and 52.5 %, the mean of the whole 22.7 %.
    assert found.mix_of == pytest.approx({"cheap": 0.4 * (0.105 - 0.227), "dear": -0.4 * (0.525 - 0.227)})
    assert found.rate_of == pytest.approx({"cheap": 0.7 * 0.01, "dear": 0.3 * 0.05})


def test_rates_that_move_with_the_whole_are_no_paradox() -> None:
    found = mix_and_rate({"cheap": CHEAP})
    assert found is not None
    assert not found.is_simpson
    assert (found.mix, found.rate) == pytest.approx((0, 0.01))


def test_a_stratum_of_one_year_is_all_mix() -> None:
    found = mix_and_rate({"old": (Share(10, 100), Share(10, 100)), "new": (Share(0, 0), Share(50, 100))})
    assert found is not None
    assert (found.mix, found.rate) == pytest.approx((0.2, 0))


def test_a_year_without_cases_has_no_rate() -> None:
    assert mix_and_rate({"a": (Share(0, 0), Share(1, 2))}) is None


def test_hits_that_come_or_go_are_not_split() -> None:
    with pytest.raises(ValueError, match="comes or goes"):
        volume_mix_rate({"a": (Share(0, 5), Share(1, 5))})


@given(strata)
def test_mix_and_rate_add_up_and_turn_with_the_years(both: dict[str, tuple[Share, Share]]) -> None:
    there, back = mix_and_rate(both), mix_and_rate({key: (now, then) for key, (then, now) in both.items()})
    assert there is not None
    assert back is not None
    assert there.mix + there.rate == pytest.approx(there.change, abs=1e-12)
    assert (back.mix, back.rate) == pytest.approx((-there.mix, -there.rate), abs=1e-12)


@given(strata)
def test_halves_and_empty_strata_change_nothing(both: dict[str, tuple[Share, Share]]) -> None:
    (first, (then, now)), *rest = both.items()
    half = Share(then.hits / 2, then.of / 2), Share(now.hits / 2, now.of / 2)
    other = {first: half, "half": half, "empty": (Share(0, 0), Share(0, 0)), **dict(rest)}
    whole, split = mix_and_rate(both), mix_and_rate(other)
    assert whole is not None
    assert split is not None
    assert (split.mix, split.rate) == pytest.approx((whole.mix, whole.rate), abs=1e-12)
    assert split.is_simpson == whole.is_simpson


@given(strata)
def test_the_rate_of_a_union_lies_between_those_of_its_parts(both: dict[str, tuple[Share, Share]]) -> None:
    for year in (0, 1):
        parts = [pair[year] for pair in both.values()]
        rates = [part.rate or 0 for part in parts]
        whole = Share(sum(part.hits for part in parts), sum(part.of for part in parts))
        assert min(rates) - 1e-12 <= (whole.rate or 0) <= max(rates) + 1e-12


def test_the_golden_case_of_two_procedures(shared: Shared) -> None:
    case = golden(shared, "09_mix_rate")
    both = {
        name: tuple(Share(case[year][name]["sales"], case[year][name]["leads"]) for year in ("base", "current"))
        for name in case["base"]
    }
    found = mix_and_rate({name: (then, now) for name, (then, now) in both.items()})
    assert found is not None
    assert (found.mix, found.rate, found.change) == pytest.approx(tuple(case["kitagawa"].values()))
    assert found.is_simpson is case["simpson_flag"]
    sales = volume_mix_rate({name: (then, now) for name, (then, now) in both.items()})
    expected = case["lmdi_sales"]
    assert (sales.volume, sales.mix, sales.rate) == pytest.approx(
        (expected["volume"], expected["mix"], expected["rate"])
    )
    assert sales.volume + sales.mix + sales.rate == pytest.approx(case["sales_delta"])
