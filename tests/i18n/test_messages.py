"""The script that keeps texts and translations together, and the catalogue it keeps."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from scripts import messages

EMPTY = messages.HEADER.format(code="ru", forms="nplurals=3; plural=(n%10==1 ? 0 : 1);")


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    path = tmp_path / "ru" / "LC_MESSAGES" / "sverka.po"
    path.parent.mkdir(parents=True)
    path.write_text(EMPTY + 'msgid "gone"\nmsgstr "ушло"\n\nmsgid "kept"\nmsgstr "осталось"\n', encoding="utf-8")
    return path


def test_texts_are_found_in_calls_within_calls_and_across_lines() -> None:
    code = 'say("one {a}", a=say_n("{count} x", "{count} xs", 2), b=N_("three"))\nf(x)["no"]\n_("long " "text")'
    found = {text for text, _line in messages.marked(ast.parse(code))}
    assert found == {"one {a}", ("{count} x", "{count} xs"), "three", "long text"}


def test_extract_drops_what_is_gone_keeps_what_is_translated_and_asks_for_what_is_new(catalogue: Path) -> None:
    found: dict[messages.Text, list[tuple[str, int]]] = {"kept": [("a.py", 1)], "new": [("a.py", 2)]}
    messages.extract(catalogue, found)
    text = catalogue.read_text(encoding="utf-8")
    assert "gone" not in text
    assert 'msgid "kept"\nmsgstr "осталось"' in text
    assert messages.check(catalogue, found) == ["a.py:2: no translation of “new”"]


def test_extract_twice_gives_the_same_file(catalogue: Path) -> None:
    found: dict[messages.Text, list[tuple[str, int]]] = {
        "kept": [("a.py", 1)],
        ("{count} x", "{count} xs"): [("a.py", 3)],
    }
    messages.extract(catalogue, found)
    once = catalogue.read_bytes()
    messages.extract(catalogue, found)
    assert catalogue.read_bytes() == once


def test_merge_takes_fragments_without_a_header_and_names_what_no_code_says(catalogue: Path, tmp_path: Path) -> None:
    found: dict[messages.Text, list[tuple[str, int]]] = {
        "kept": [("a.py", 1)],
        ("{count} x", "{count} xs"): [("a.py", 3)],
    }
    fragment = tmp_path / "part.po"
    fragment.write_text(
        'msgid "{count} x"\nmsgid_plural "{count} xs"\nmsgstr[0] "{count} а"\nmsgstr[1] "{count} б"\n'
        'msgstr[2] "{count} в"\n\nmsgid "nobody"\nmsgstr "никто"\n',
        encoding="utf-8",
    )
    assert messages.merge(catalogue, [fragment], found) == ["part.po: nobody"]
    messages.extract(catalogue, found)
    assert messages.check(catalogue, found) == []


def test_a_translation_with_other_places_is_found() -> None:
    assert list(messages.places_wrong(Message("in {a}", "в {b}")))
    assert list(messages.places_wrong(Message("in {a}", "в")))
    assert not list(messages.places_wrong(Message(("one x", "{count} xs"), ("{count} а", "{count} б", "{count} в"))))


def test_every_translation_fills_the_places_of_its_text(root: Path) -> None:
    path = root / "dashboard/i18n/locale/ru/LC_MESSAGES/sverka.po"
    assert [line for line in messages.check(path, messages.texts()) if "other places" in line] == []
