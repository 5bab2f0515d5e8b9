from __future__ import annotations

from decimal import Decimal

import pytest

from .. import samples
from ..conftest import ReadText, RowsOf


@pytest.mark.parametrize("encoding", ["cp1251", "utf-8-sig"])
def test_the_wizards_report_is_read_in_both_its_encodings(read_text: ReadText, rows_of: RowsOf, encoding: str) -> None:
    reading = read_text(samples.YANDEX, encoding=encoding)
    assert reading.totals == {"rows": 2, "impressions": 1500, "clicks": 15, "spend": Decimal("1500.00")}
    assert reading.currency == "RUB"
    first, second = rows_of(reading, "ad_day")
    assert (first["account"], first["campaign_key"], first["campaign"]) == ("demo-clinic", "48", "Поиск")
    assert second["campaign"] == 'РСЯ "Виниры"; Москва'
    assert (first["line"], second["line"]) == (6, 7)
    assert first["includes_vat"] is False


def test_cost_without_tax_is_preferred_to_cost_with_it(read_text: ReadText, rows_of: RowsOf) -> None:
    both = "Дата;Кампания;Показы;Клики;Расход с НДС;Расход без НДС\n01.03.2026;Поиск;10;1;122,00;100,00\n"
    reading = read_text(both)
    assert reading.totals["spend"] == 100
    assert rows_of(reading, "ad_day")[0]["includes_vat"] is False


def test_cost_with_tax_alone_is_marked_so(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text("Дата;Кампания;Показы;Клики;Расход с НДС\n01.03.2026;Поиск;10;1;122,00\n")
    assert rows_of(reading, "ad_day")[0]["includes_vat"] is True
    assert ("vat", "included") in {(one.about, one.decided) for one in reading.assumptions}
