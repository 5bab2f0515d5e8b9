"""What is in a file and is no row of it: totals, footers, a column without a name."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dashboard.domain.reading import Reading

from . import samples
from .conftest import ReadText

MICROSOFT = (
    "Gregorian date,Account name,Campaign name,Campaign ID,Currency code,Impressions,Clicks,Spend\n"
    "3/1/2026,Shop,Brand,7,USD,100,10,1.50\n"
    "3/13/2026,Shop,Brand,7,USD,100,10,2.50\n"
    "Total,,,,,200,20,4.00\n"
    '"© 2026 Microsoft Corporation. All rights reserved. ",,,,,,,\n'
)


def _decided(reading: Reading) -> dict[str, str]:
    return {one.about: one.decided for one in reading.assumptions}


def test_a_footer_is_no_total(read_text: ReadText) -> None:
    reading = read_text(MICROSOFT)
    decided = _decided(reading)
    assert (decided["totals_rows"], decided["footer_rows"]) == ("4", "5")
    assert (reading.totals["spend"], reading.rows_rejected) == (Decimal("4.00"), 0)
    assert [total.agrees for total in reading.file_totals] == [True, True, True]


def test_a_total_stands_in_the_first_cell_that_is_filled(read_text: ReadText) -> None:
    head, first, second = samples.CALLTOUCH.splitlines()[:3]
    reading = read_text("\r\n".join([f";{head}", f";{first}", f";{second}", ";Итого: 2;;;;;;;;;;;;"]) + "\r\n")
    assert (reading.rows_kept, reading.rows_rejected) == (2, 0)
    assert _decided(reading)["totals_rows"] == "4"


def test_a_column_with_a_value_under_no_name_is_no_phantom(read_text: ReadText) -> None:
    text = "Day,Campaign,Currency code,Impr.,Clicks,Cost,\n2026-03-01,A,EUR,1000,10,1.50,{}\n"
    assert _decided(read_text(text.format("")))["phantom_column"] == "7"
    assert "phantom_column" not in _decided(read_text(text.format("x")))


@pytest.mark.parametrize(
    ("header", "written"),
    [
        ("Month,Campaign,Currency code,Impr.,Clicks,Cost", ("March 2026", "Mar 2026", "2026-03")),
        ("Месяц,Кампания,Код валюты,Показы,Клики,Расходы", ("март 2026", "март 2026 г.", "мар. 2026")),
        ("Maand,Campagne,Valutacode,Vertoningen,Aantal klikken,Kosten", ("maart 2026", "mrt. 2026")),
    ],
)
def test_a_month_is_named_in_the_language_of_the_export(
    read_text: ReadText, header: str, written: tuple[str, ...]
) -> None:
    for name in written:
        reading = read_text(f"{header}\n{name},A,EUR,1000,10,1.50\n")
        assert [str(day) for day in reading.period or ()] == ["2026-03-01", "2026-03-31"], name
