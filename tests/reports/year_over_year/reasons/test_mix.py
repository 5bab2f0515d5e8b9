"""Every procedure of a clinic sells better, and the clinic worse (golden 09)."""

from __future__ import annotations

from datetime import date

from tests.reports.marts import Marts
from tests.reports.year_over_year.telling import both, found, report, said

PARTS = {"liposuction": ((300, 9), (700, 24)), "rhinoplasty": ((40, 20), (30, 16))}


def clinic(parts: dict[str, tuple[tuple[int, int], tuple[int, int]]]) -> Marts:
    """By product: leads and orders of 100 then and now."""
    marts = Marts()
    for _ in both(marts):
        pass
    for product, years in parts.items():
        for year, (leads, orders) in zip((2024, 2025), years, strict=True):
            marts.leads(date(year, 12, 2), "google_ads", count=leads, target=leads, product=product)
            marts.sale(date(year, 12, 2), "google_ads", count=orders, product=product)
    return marts


def test_conversion_that_fell_by_mix_alone_is_told_so() -> None:
    (reason,) = found(report(clinic(PARTS)), "Y12")
    assert said(reason) == (
        "Of the leads 5.5% became orders, 8.5% then, although within the parts conversion rose (+0.66 pp): the whole "
        "fell with another mix (−3.7 pp). “rhinoplasty” holds 4.1% of the leads now, 12% then."
    )
    assert reason.caveat.figure is None  # more leads of the poorer kind took nothing from the others


def test_conversion_that_moved_within_the_parts_is_no_mix() -> None:
    assert not found(report(clinic({"a": ((300, 30), (300, 60)), "b": ((100, 20), (110, 40))})), "Y12")


def test_a_mix_that_matters_less_than_the_rate_but_more_than_chance_is_silent() -> None:
    assert not found(report(clinic({"a": ((30, 3), (60, 3)), "b": ((10, 4), (8, 4))})), "Y12")  # fewer than ten orders
