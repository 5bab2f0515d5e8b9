"""The translations' catalogue and the code, kept together.

    python scripts/messages.py extract              texts of the code into the .po: new ones empty, gone ones dropped
    python scripts/messages.py merge FRAGMENT.po…   translations from fragments (no header needed) into the .po
    python scripts/messages.py check                what lacks its translation, or fills other places; exit 1 if any

`--language CODE` (ru) says which catalogue.
"""

from __future__ import annotations

import argparse
import ast
import re
import sys
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("dashboard", "pages", "app.py")
# What marks a text, and how many of its first arguments are texts.
MARKERS = {"_": 1, "gettext": 1, "ngettext": 2, "say": 1, "say_n": 2, "N_": 1}
PLACE = re.compile(r"\{(\w+)\}")

HEADER = """\
# The product's texts. `make messages` keeps them with the code; translate what is empty.
msgid ""
msgstr ""
"Project-Id-Version: Sverka\\n"
"Language: {code}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {forms}\\n"

"""

Text = str | tuple[str, str]


def texts(root: Path = ROOT) -> dict[Text, list[tuple[str, int]]]:
    """Every text that the code marks, with where it is said; a pair where the wording follows a number."""
    found: dict[Text, list[tuple[str, int]]] = {}
    for path in _sources(root):
        where = path.relative_to(root).as_posix()
        for text, line in marked(ast.parse(path.read_text(encoding="utf-8"), filename=str(path))):
            found.setdefault(text, []).append((where, line))
    return found


def marked(tree: ast.AST) -> Iterator[tuple[Text, int]]:
    """The marked texts of one module, calls within calls included."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        stated = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
        count = MARKERS.get(name, 0)
        if count and len(stated) >= count and all(stated[:count]):
            yield (stated[0] if count == 1 else (stated[0], stated[1])), node.lineno


def extract(path: Path, found: dict[Text, list[tuple[str, int]]]) -> None:
    """Brings the catalogue up to date: a text that the code no longer says goes, a new one comes untranslated."""
    old = _read(path)
    fresh = Catalog(locale=old.locale, fuzzy=False)
    for text, places in found.items():
        known = old.get(_key(text))
        keep = known.string if known and isinstance(known.id, str) == isinstance(text, str) else None
        fresh.add(text, keep, locations=sorted({(where, 0) for where, _line in places}))
    _write(path, fresh)


def merge(path: Path, fragments: list[Path], found: dict[Text, list[tuple[str, int]]]) -> list[str]:
    """Takes translations from fragments; the later wins. Gives those that no code says, which are left out."""
    catalogue = _read(path)
    unknown: list[str] = []
    said = {_key(text): text for text in found}
    for fragment in fragments:
        for message in _messages(fragment, str(catalogue.locale)):
            key = _key(message.id)
            if key not in said:
                unknown.append(f"{fragment.name}: {key}")
            elif _whole(message):
                catalogue.delete(key)
                catalogue.add(said[key], message.string)
    _write(path, catalogue)
    return unknown


def check(path: Path, found: dict[Text, list[tuple[str, int]]]) -> list[str]:
    """What is wrong with the catalogue, one line for each."""
    catalogue = _read(path)
    wrong = []
    for text, places in found.items():
        message = catalogue.get(_key(text))
        if message is None or not _whole(message) or message.fuzzy:
            wrong.append(f"{places[0][0]}:{places[0][1]}: no translation of “{_key(text)}”")
        elif isinstance(message.id, str) != isinstance(text, str):
            wrong.append(f"{places[0][0]}:{places[0][1]}: “{_key(text)}” follows a number in one place alone")
    said = {_key(text) for text in found}
    wrong += [f"{path.name}: no code says “{_key(m.id)}”" for m in catalogue if m.id and _key(m.id) not in said]
    return wrong + [line for message in catalogue if message.id for line in places_wrong(message)]


def places_wrong(message: Message) -> Iterator[str]:
    """Where a translation names a {place} that its text does not have, or leaves one out that every wording has."""
    stated = (message.id,) if isinstance(message.id, str) else tuple(message.id)
    allowed = set().union(*(PLACE.findall(text) for text in stated))
    needed = set(PLACE.findall(stated[0])).intersection(*(PLACE.findall(text) for text in stated[1:]))
    for string in _strings(message):
        have = set(PLACE.findall(string))
        if string and not (needed <= have <= allowed):
            yield f"“{stated[0]}”: its translation “{string}” has other places"


def main(arguments: list[str]) -> int:
    """The command line; gives the exit code."""
    parser = argparse.ArgumentParser(description="Keep the translations and the code together.")
    parser.add_argument("what", choices=["extract", "merge", "check"])
    parser.add_argument("fragments", nargs="*", type=Path)
    parser.add_argument("--language", default="ru")
    given = parser.parse_args(arguments)
    path = ROOT / "dashboard/i18n/locale" / given.language / "LC_MESSAGES/sverka.po"
    found = texts()
    if given.what == "merge":
        for line in merge(path, given.fragments, found):
            print(f"left out, no code says it: {line}")
    if given.what in ("extract", "merge"):
        extract(path, found)
    wrong = check(path, found)
    print(
        "\n".join(wrong) if wrong else f"{len(found)} texts, all translated", file=sys.stderr if wrong else sys.stdout
    )
    return 1 if wrong and given.what == "check" else 0


def _sources(root: Path) -> Iterator[Path]:
    for folder in FOLDERS:
        path = root / folder
        yield from sorted(path.rglob("*.py")) if path.is_dir() else [path] if path.exists() else []


def _key(text: str | Sequence[str]) -> str:
    return text if isinstance(text, str) else text[0]


def _strings(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def _whole(message: Message) -> bool:
    return bool(_strings(message)) and all(_strings(message))


def _read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.parents[1].name, abort_invalid=True)


def _messages(path: Path, code: str) -> list[Message]:
    """The messages of a fragment, which may lack a header."""
    with path.open("rb") as file:
        return [message for message in read_po(file, locale=code, abort_invalid=True) if message.id]


def _write(path: Path, catalogue: Catalog) -> None:
    """Writes the catalogue with a header of our own: the same texts give the same file on any day."""
    body = BytesIO()
    write_po(body, catalogue, width=0, sort_output=True, include_lineno=False, omit_header=True)
    header = HEADER.format(code=catalogue.locale, forms=catalogue.plural_forms)
    path.write_text(header + body.getvalue().decode("utf-8").strip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
