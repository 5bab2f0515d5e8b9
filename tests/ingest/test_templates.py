"""Every template, as downloaded and filled, is read without a question, in both languages."""

from __future__ import annotations

from io import BytesIO

import pytest

from dashboard.domain.errors import TemplateUnknown
from dashboard.domain.reading import Outcome
from dashboard.domain.templates import TEMPLATES, named
from dashboard.exports import templates
from dashboard.i18n import Language

from .conftest import ReadText, RowsOf

KINDS = {
    "demand": "demand", "price-index": "price_index", "market-prices": "market_price", "stock": "stock",
    "capacity": "capacity", "temperature": "temperature", "visits": "visits",
}  # fmt: skip


def downloaded(name: str, language: str) -> str:
    body = BytesIO()
    templates.write(name, body, Language(language))
    return body.getvalue().decode("utf-8-sig")


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("name", [one.name for one in TEMPLATES])
def test_a_filled_template_is_read_without_a_question_and_its_examples_are_left_out(
    name: str, language: str, read_text: ReadText, rows_of: RowsOf
) -> None:
    text = downloaded(name, language)
    head, *examples = text.splitlines()
    filled = [line.replace("example: ", "").replace("пример: ", "") for line in examples]
    for lines in (filled, [*examples, *filled]):
        reading = read_text("\r\n".join([head, *lines, ""]))
        assert (reading.outcome, reading.rows_kept) == (Outcome.READABLE, 2)
        assert reading.rows_rejected == len(lines) - 2
    kinds = {row["kind"] for row in rows_of(reading, "series")} if name in KINDS else set()
    assert kinds == ({KINDS[name]} if name in KINDS else set())


def test_a_template_opens_in_a_spreadsheet_of_the_language_and_computes_nothing() -> None:
    assert downloaded("demand", "ru").startswith("Неделя;Запрос;Число запросов\r\n")
    for one in TEMPLATES:
        for rows in one.rows.values():
            assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_a_template_that_is_none_names_those_there_are() -> None:
    with pytest.raises(TemplateUnknown, match="demand, price-index"):
        named("../demand")
