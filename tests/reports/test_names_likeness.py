"""Names that people gave one thing in two systems are found alike; names of different things are not."""

from __future__ import annotations

import pytest

from dashboard.reports.names_likeness import Likeness, likened, words_of

CAMPAIGNS = [
    "Поиск | Ринопластика | МСК",
    "Поиск | Блефаропластика | МСК",
    "РСЯ | Ринопластика | МСК",
    "Поиск | Бренд | МСК",
    "Search | Mattresses | US",
    "Search | Brand | US",
    "Retargeting | All visitors",
]
PRODUCTS = ["Ринопластика", "Блефаропластика", "Имплантация зубов", "Mattresses", "Bed frames"]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("poisk_rinoplastika_msk", 0),
        ("Ринопластика поиск", 0),
        ("search-rinoplastika (12345678)", 0),
        ("%D0%91%D0%BB%D0%B5%D1%84%D0%B0%D1%80%D0%BE+%D0%9F%D0%BE%D0%B8%D1%81%D0%BA", 1),
        ("rsya_rino_moskva", 2),
        ("brend_poisk", 3),
        ("us_mattresses_search_{campaign_id}", 4),
        ("US mattress search 104882231", 4),
        ("remarketing all-visitors", 6),
    ],
)  # fmt: skip
def test_the_campaign_meant_is_suggested_first(name: str, meant: int) -> None:
    assert likened(name, CAMPAIGNS)[0].place == meant


@pytest.mark.parametrize(
    ("name", "meant"),
    [("rhinoplasty", 0), ("Ринопл. перв.", 0), ("blefaro", 1), ("имплантация", 2), ("MATTRESS", 3), ("bedframe", 4)],
)
def test_the_product_meant_is_suggested_first(name: str, meant: int) -> None:
    assert likened(name, PRODUCTS)[0].place == meant


@pytest.mark.parametrize("name", ["spring_sale", "Лазерная эпиляция", "104882231", "", "{campaign_name}"])
def test_what_is_like_nothing_has_no_suggestion(name: str) -> None:
    assert likened(name, CAMPAIGNS) == ()


def test_the_same_words_in_another_alphabet_are_very_alike() -> None:
    assert likened("poisk_rinoplastika_msk", CAMPAIGNS)[0].likeness is Likeness.VERY
    assert likened("Ринопл. перв.", PRODUCTS)[0].likeness is Likeness.PARTLY


def test_words_that_every_campaign_has_tell_nothing() -> None:
    assert all(
        one.place != 1 or one.likeness is Likeness.PARTLY for one in likened("Поиск МСК Ринопластика", CAMPAIGNS)
    )


def test_what_speaks_against_a_candidate_puts_it_behind() -> None:
    twins = ["Brand A", "Brand A"]
    assert [one.place for one in likened("brand_a", twins, doubts=[0.7, 1])] == [1, 0]


def test_separators_case_and_encoding_do_not_matter() -> None:
    assert words_of("Поиск | Бренд") == words_of("poisk_brend") == words_of("%D0%BF%D0%BE%D0%B8%D1%81%D0%BA+BRAND")
