"""Saved mappings: found again by their headers, and by nothing else that a header shows."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.canonical import Kind
from dashboard.domain.reading import Outcome
from dashboard.domain.saved_mapping import SavedMapping
from dashboard.ingest import Mapping
from dashboard.ingest.choosing import chosen, fitting
from dashboard.ingest.grid import Grid
from dashboard.ingest.headers import distinct, folded
from dashboard.ingest.mapping import REQUIRED, VALUES, columns_of
from dashboard.ingest.mapping_toml import parsed, written

from .conftest import ReadText, RowsOf

TILL = Mapping(
    Kind.ORDERS,
    {"order_id": ("Чек",), "sold": ("Пробито",), "revenue": ("Итог, руб",), "status": ("Состояние",)},
    {"platform": "till"},
    {"paid": ("пробит",)},
)
TABLE = "Чек;Пробито;Итог, руб;Состояние\n1;01.03.2026;10,00;Пробит\n2;02.03.2026;5,00;Отменён\n"


def kept(name: str, mapping: Mapping, number: int = 1) -> SavedMapping:
    return SavedMapping(number, 1, name, written(mapping), datetime(2026, 3, 1, tzinfo=UTC), "anna")


def head(*lines: list[str]) -> Grid:
    records = tuple(enumerate(lines, 1))
    return Grid(records, lambda: iter(records))


def used(reading: Any) -> str | None:
    return next((made.decided for made in reading.assumptions if made.about == "mapping"), None)


def test_a_table_is_read_by_the_mapping_that_was_saved_for_it_and_says_so(read_text: ReadText) -> None:
    reading = read_text(TABLE, mappings=(kept("Till", TILL),))
    assert (reading.outcome, used(reading)) == (Outcome.READABLE, "Till")
    assert (reading.totals["orders"], reading.totals["paid"]) == (1, 10)


def test_a_mapping_whose_header_is_missing_reads_nothing(read_text: ReadText) -> None:
    reading = read_text(TABLE.replace("Состояние", "Кассир"), mappings=(kept("Till", TILL),))
    assert reading.outcome is Outcome.NEEDS_MAPPING


def test_the_mapping_that_reads_more_columns_is_taken(read_text: ReadText) -> None:
    less = Mapping(Kind.ORDERS, {"order_id": ("Чек",), "sold": ("Пробито",), "revenue": ("Итог, руб",)})
    assert used(read_text(TABLE, mappings=(kept("Short", less), kept("Till", TILL, 2)))) == "Till"


def test_two_mappings_that_fit_equally_are_chosen_between_by_a_person(read_text: ReadText) -> None:
    reading = read_text(TABLE, mappings=(kept("Till", TILL), kept("Other till", TILL, 2)))
    assert reading.outcome is Outcome.ASKS
    (question,) = reading.questions
    assert [choice.value for choice in question.choices] == ["Till", "Other till"]
    answered = read_text(
        TABLE, mappings=(kept("Till", TILL), kept("Other till", TILL, 2)), answers={"mapping": "Other till"}
    )
    assert (answered.outcome, used(answered)) == (Outcome.READABLE, "Other till")


EVENTS = "day,what,text,Who\n2026-03-01,site,Down,Anna\n"


def test_a_known_export_comes_before_a_mapping_that_knows_no_more_of_it(read_text: ReadText) -> None:
    mapping = Mapping(Kind.EVENTS, {"day": ("day",), "what": ("what",), "text": ("text",)})
    reading = read_text(EVENTS, mappings=(kept("Mine", mapping),))
    assert (reading.format, used(reading)) == ("events", None)
    assert "fits this file too" in reading.messages[0].template


def test_a_mapping_that_reads_more_than_the_known_export_is_taken_and_said(read_text: ReadText) -> None:
    mapping = Mapping(Kind.EVENTS, {"day": ("day",), "what": ("what",), "text": ("text", "Who")})
    reading = read_text(EVENTS, mappings=(kept("Mine", mapping),))
    assert (reading.format, used(reading)) == ("plain_events", "Mine")
    assert "also looks like" in reading.messages[0].template


def test_a_mapping_of_a_later_program_reads_nothing_and_stops_nothing(read_text: ReadText) -> None:
    later = SavedMapping(1, 1, "Later", 'kind = "horoscopes"\n', datetime(2026, 3, 1, tzinfo=UTC), "anna")
    assert read_text(TABLE, mappings=(later, kept("Till", TILL, 2))).outcome is Outcome.READABLE


def test_a_header_that_stands_twice_and_one_without_a_name_are_told_by_number() -> None:
    assert distinct(["Товар", "", "товар", "#4"]) == ("Товар", "#2", "товар #2", "#4")
    assert distinct(["", "#1"]) == ("#2", "#1")


def test_columns_without_a_name_of_their_own_can_be_mapped(read_text: ReadText) -> None:
    mapping = Mapping(Kind.ORDERS, {"order_id": ("Nr",), "sold": ("#2",), "revenue": ("Sum #2",)})
    reading = read_text("Nr;;Sum;Sum\n1;2026-03-01;7;10\n", mappings=(kept("Twice", mapping),))
    assert reading.totals["paid"] == 10


def test_the_line_that_was_named_is_the_header(read_text: ReadText) -> None:
    mapping = Mapping(Kind.ORDERS, {"order_id": ("Nr",), "sold": ("Day",), "revenue": ("Sum",)}, {"header_line": 2})
    reading = read_text("Nr;Day;Sum\nNr;Day;Sum\n1;2026-03-01;10\n", mapping=mapping)
    assert (reading.rows_read, reading.totals["paid"]) == (1, 10)


def test_of_several_columns_for_one_meaning_the_first_that_is_filled_counts(read_text: ReadText) -> None:
    mapping = Mapping(Kind.ORDERS, {"order_id": ("Nr", "Old nr"), "sold": ("Day",), "revenue": ("Sum",)})
    reading = read_text("Nr;Old nr;Day;Sum\n1;9;2026-03-01;10\n;2;2026-03-01;5\n", mapping=mapping)
    assert (reading.totals["orders"], reading.rows_rejected) == (2, 0)


def test_a_word_stands_for_a_whole_cell(read_text: ReadText) -> None:
    mapping = Mapping(
        Kind.CALLS,
        {"started": ("When",), "phone": ("Who",), "answered": ("State",)},
        words={"missed": ("no",), "answered": ("no problem",)},
    )
    reading = read_text("When;Who;State\n01.03.2026 10:00;89161112233;No problem\n", mapping=mapping)
    assert reading.totals["answered"] == 1


def test_a_value_that_the_mapping_says_nothing_of_is_named(read_text: ReadText) -> None:
    reading = read_text(TABLE.replace("2;02.03.2026;5,00;Отменён", "2;02.03.2026;5,00;Завис"), mapping=TILL)
    (message,) = reading.messages
    assert dict(message.values)["values"] == ("завис",)
    assert reading.totals["paid"] == 10
    told = Mapping(TILL.kind, TILL.columns, TILL.options, {**TILL.words, "unpaid": ("отменён",)})
    assert read_text(TABLE, mapping=told).messages == ()


def test_what_values_mean_changes_what_is_counted(read_text: ReadText) -> None:
    table = "Nr;Day;Step;Sum\n1;2026-03-01;A;10\n2;2026-03-01;B;20\n3;2026-03-01;C;30\n"
    columns = {"lead_id": ("Nr",), "created": ("Day",), "stage": ("Step",), "amount": ("Sum",)}

    def counted(**words: tuple[str, ...]) -> tuple[int, ...]:
        totals = read_text(table, mapping=Mapping(Kind.DEALS, columns, words=words)).totals
        return int(totals["won"]), int(totals["lost"]), int(totals["revenue"])

    assert counted(won=("a",), lost=("b",), open=("c",)) == (1, 1, 10)
    assert counted(won=("a", "c"), lost=("b",)) == (2, 1, 40)
    assert counted(open=("a", "b", "c")) == (0, 0, 0)


@pytest.mark.parametrize(("meaning", "marks"), [("target", [True]), ("off_target", [False]), ("unmarked", [None])])
def test_a_mark_of_a_call_means_what_the_person_says(
    meaning: str, marks: list[bool | None], read_text: ReadText, rows_of: RowsOf
) -> None:
    mapping = Mapping(
        Kind.CALLS, {"started": ("When",), "phone": ("Who",), "target": ("Mark",)}, words={meaning: ("да",)}
    )
    reading = read_text("When;Who;Mark\n01.03.2026 10:00;89161112233;Да\n", mapping=mapping)
    assert [row["target"] for row in rows_of(reading, "calls")] == marks


def test_contacts_in_a_column_of_any_text_are_blanked(read_text: ReadText, rows_of: RowsOf) -> None:
    mapping = Mapping(
        Kind.DEALS,
        {"lead_id": ("Nr",), "created": ("Day",), "stage": ("Step",), "campaign": ("Note",), "keyword": ("Mail",)},
    )
    table = "Nr;Day;Step;Note;Mail\n79161112233;2026-03-01;New;call +7 916 111-22-33;anna@example.com\n"
    (row,) = rows_of(read_text(table, mapping=mapping), "leads")
    assert (row["lead_id"], row["campaign"], row["keyword"]) == ("79161112233", "call •••", "•••")


# --- laws -----------------------------------------------------------------------------------------------------------


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=12).filter(
    lambda text: bool(text.strip())
)


@st.composite
def mappings(draw: st.DrawFn) -> Mapping:
    """Any mapping that could be saved."""
    kind = draw(st.sampled_from(list(Kind)))
    more = draw(st.lists(st.sampled_from(columns_of(kind)), unique=True, max_size=4))
    columns = {
        column: tuple(draw(st.lists(WORDS, min_size=1, max_size=2)))
        for column in dict.fromkeys([*REQUIRED[kind], *more])
    }
    options = draw(
        st.fixed_dictionaries(
            {},
            optional={
                "platform": st.text(max_size=8),
                "currency": st.sampled_from(["RUB", "USD"]),
                "includes_vat": st.booleans(),
                "header_line": st.integers(1, 50),
            },
        )
    )
    meanings = [meaning for column in VALUES.get(kind, {}).values() for meaning in column]
    words = {
        meaning: tuple(word.strip().lower() for word in draw(st.lists(WORDS, max_size=3)))
        for meaning in (draw(st.lists(st.sampled_from(meanings), unique=True)) if meanings else [])
    }
    return Mapping(kind, columns, options, words)


@given(mappings())
def test_a_mapping_written_as_toml_and_read_is_the_same(mapping: Mapping) -> None:
    assert parsed(written(mapping), "any") == mapping
    assert written(parsed(written(mapping), "any")) == written(mapping)


@given(
    st.permutations([*TILL.headers, "Кассир", "Смена"]),
    st.sampled_from([str.upper, str.lower, str.title, lambda text: f" {text} ".replace(" ", "\u00a0")]),
    st.lists(WORDS.filter(lambda word: folded(word) not in {folded(header) for header in TILL.headers}), max_size=4),
)
def test_a_mapping_is_found_whatever_the_order_case_and_company_of_its_headers(
    headers: list[str], spelt: Any, more: list[str]
) -> None:
    header = [spelt(name) for name in headers] + more
    found = chosen([head(["Отчёт"], header)], "till.csv", None, (kept("Till", TILL),))
    assert found.assumptions[0].decided == "Till"
    for column, (name,) in TILL.columns.items():
        (place,) = found.found.columns[column]
        assert folded(header[place]) == folded(name)


@given(st.lists(st.one_of(st.just(""), st.sampled_from(["Sum", "sum ", "#2", "Sum #2"]), WORDS), max_size=12))
def test_each_place_of_a_header_has_a_name_of_its_own(header: list[str]) -> None:
    names = distinct(header)
    assert len({folded(name) for name in names}) == len(header)


@pytest.mark.parametrize("name", ["Till", "Касса «Центр»"])
def test_a_mapping_at_hand_counts_alone(name: str, tmp_path: Path) -> None:
    other = Mapping(Kind.ORDERS, {"order_id": ("Чек",), "sold": ("Пробито",), "revenue": ("Итог, руб",)})
    grid = head(TABLE.splitlines()[0].split(";"))
    assert chosen([grid], "a.csv", other, (kept(name, TILL),)).assumptions == ()
    assert fitting(grid.head, other) is not None
