"""Figures as each locale writes them: three figures in short, narrow spaces, a real minus, a dash for the unknown."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.i18n import Language

EN, RU = Language("en"), Language("ru")
NB, NARROW = "\u00a0", "\u202f"
amounts = st.decimals(min_value=-(10**11), max_value=10**11, places=2, allow_nan=False)


@pytest.mark.parametrize(
    ("amount", "english", "russian"),
    [
        ("1927431", "$1.93m", f"1,93{NB}млн{NB}$"),
        ("412345", "$412k", f"412{NB}тыс{NB}$"),
        ("3405.2", "$3,405", f"3{NARROW}405{NB}$"),
        ("121", "$121", f"121{NB}$"),
        ("12.4", "$12.40", f"12,40{NB}$"),
        ("12", "$12", f"12{NB}$"),
        ("0", "$0", f"0{NB}$"),
        ("-1100000", "−$1.1m", f"−1,1{NB}млн{NB}$"),
        ("9999.6", "$10k", f"10{NB}тыс{NB}$"),
        ("999950", "$1m", f"1{NB}млн{NB}$"),
        ("2500000000", "$2.5bn", f"2,5{NB}млрд{NB}$"),
    ],
)
def test_short_money_has_three_figures_and_four_where_they_say_more(amount: str, english: str, russian: str) -> None:
    assert EN.money(Decimal(amount), "USD", short=True) == english
    assert RU.money(Decimal(amount), "USD", short=True) == russian


def test_long_money_is_exact_to_the_coin_and_whole_where_it_is_whole() -> None:
    assert EN.money(Decimal("9747747.93"), "GBP") == "£9,747,747.93"
    assert RU.money(Decimal("1927431"), "RUB") == f"1{NARROW}927{NARROW}431{NB}₽"
    assert RU.money(Decimal("1927431.40"), "RUB", decimals=0) == f"1{NARROW}927{NARROW}431{NB}₽"
    assert EN.money(Decimal("1234.5"), "JPY") == "¥1,234"


def test_a_currency_written_in_letters_keeps_its_distance() -> None:
    assert EN.money(5, "CHF") == f"CHF{NB}5"
    assert RU.money(5, "CHF") == f"5{NB}CHF"


def test_a_sign_is_written_for_changes_and_never_for_nothing() -> None:
    assert RU.money(Decimal(12), "RUB", signed=True) == f"+12{NB}₽"
    assert EN.money(Decimal("-0.001"), "USD") == "$0"
    assert EN.percent(Decimal("-0.00001"), signed=True) == "0%"
    assert EN.number(-5) == "−5"


@pytest.mark.parametrize(
    ("share", "english", "russian"),
    [
        (0.14, "14%", f"14{NARROW}%"),
        (0.149, "15%", f"15{NARROW}%"),
        (0.0453, "4.5%", f"4,5{NARROW}%"),
        (0.04, "4%", f"4{NARROW}%"),
        (0.0045, "0.45%", f"0,45{NARROW}%"),
        (-0.42, "−42%", f"−42{NARROW}%"),
        (1.2, "120%", f"120{NARROW}%"),
    ],
)
def test_a_share_is_written_with_the_figures_that_matter(share: float, english: str, russian: str) -> None:
    assert EN.percent(share) == english
    assert RU.percent(share) == russian


def test_a_share_can_be_asked_for_with_its_decimals_and_as_points() -> None:
    assert RU.percent(Decimal("0.149"), signed=True, decimals=1) == f"+14,9{NARROW}%"
    assert EN.percent(Decimal("-0.042"), points=True) == f"−4.2{NB}pp"
    assert RU.percent(Decimal("-0.042"), points=True) == f"−4,2{NB}п.{NARROW}п."


def test_numbers_are_whole_where_they_are_whole() -> None:
    assert (RU.number(1234567), EN.number(2.5)) == (f"1{NARROW}234{NARROW}567", "2.50")
    assert EN.number(2.5, decimals=0) == "2"  # half to even
    assert EN.number(Decimal("2.41234"), decimals=1) == "2.4"


def test_what_is_not_known_is_a_dash() -> None:
    assert {RU.money(None, "RUB"), RU.percent(None), RU.number(None), RU.day(None)} == {"—"}


@given(amounts)
def test_long_money_gives_the_amount_back(amount: Decimal) -> None:
    digits = RU.money(amount, "RUB").removesuffix(f"{NB}₽").replace(NARROW, "").replace(",", ".").replace("−", "-")
    assert Decimal(digits) == amount


@given(amounts)
def test_short_money_is_within_half_a_per_cent(amount: Decimal) -> None:
    scales = {"k": 10**3, "m": 10**6, "bn": 10**9, "": 1}
    text = EN.money(amount, "USD", short=True).replace("$", "").replace(",", "").replace("−", "-")
    number = text.rstrip("kmbn")
    shown = Decimal(number) * scales[text[len(number) :]]
    assert abs(shown - amount) <= abs(amount) * Decimal("0.005")


@given(amounts, st.sampled_from(["en", "ru"]), st.booleans())
def test_no_figure_can_break_across_lines(amount: Decimal, code: str, short: bool) -> None:
    assert " " not in Language(code).money(amount, "RUB", short=short, signed=True)
