"""A mapping as the TOML that people read and write.

kind = "orders"

[columns]
order_id = "Invoice"
sold = "Date"

[options]
date_order = "dmy"
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import tomli_w

from dashboard.domain.canonical import Kind
from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.phrase import say
from dashboard.ingest.mapping import REQUIRED, Mapping, Option, columns_of, words_of

_PARTS = ("kind", "columns", "options", "words")
_OPTIONS: dict[str, tuple[str, ...] | type[str] | type[bool] | type[int]] = {
    "date_order": ("ymd", "dmy", "mdy"),
    "decimal_mark": (".", ","),
    "money_unit": ("units", "micros"),
    "currency": str,
    "platform": str,
    "account": str,
    "source": str,
    "medium": str,
    "way": ("site", "phone", "other"),
    "includes_vat": bool,
    "header_line": int,
    "sheet": str,
}
_CODES = ("RUB", "USD", "EUR", "…")  # any code of ISO 4217


def written(mapping: Mapping) -> str:
    """The mapping as TOML; `parsed` of it gives the same mapping."""
    told: dict[str, object] = {
        "kind": mapping.kind.value,
        "columns": {
            column: headers[0] if len(headers) == 1 else list(headers) for column, headers in mapping.columns.items()
        },
    }
    if mapping.options:
        told["options"] = mapping.options
    if mapping.words:
        told["words"] = {meaning: list(words) for meaning, words in mapping.words.items()}
    return tomli_w.dumps(told)


def load_mapping(path: Path) -> Mapping:
    """A mapping from its TOML file. Raises SettingsInvalid with what is wrong in it."""
    return parsed(mapping_text(path), path.name)


def mapping_text(path: Path) -> str:
    """What a TOML file says, word for word. Raises SettingsInvalid where it cannot be read as text."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(path.name, error) from error


def parsed(text: str, name: str) -> Mapping:
    """A mapping from its TOML; `name` is what to call it. Raises SettingsInvalid with what is wrong in it."""
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _unreadable(name, error) from error
    kinds = [kind.value for kind in Kind]
    if told.get("kind") not in kinds:
        raise SettingsInvalid(
            say(
                "The mapping “{file}” must say kind = one of {kinds}. Nothing was imported.",
                file=name,
                kinds=tuple(kinds),
            )
        )
    for key in told:
        if key not in _PARTS:
            raise _no_option(name, key, told[key], _PARTS)
    kind = Kind(str(told["kind"]))
    columns = _columns(told.get("columns"), kind, name)
    options, words = told.get("options", {}), told.get("words", {})
    _check_options(options, name)
    if not isinstance(words, dict) or not all(isinstance(held, list) for held in words.values()):
        raise SettingsInvalid(
            say("In the mapping “{file}”, [words] holds lists of words. Nothing was imported.", file=name)
        )
    for meaning in words:
        if meaning not in words_of(kind):
            raise SettingsInvalid(
                say(
                    "In the mapping “{file}”, [words] has “{meaning}”, which the values of {kind} cannot mean. They "
                    "can mean: {meanings}. Nothing was imported.",
                    file=name, meaning=str(meaning), kind=kind.value, meanings=words_of(kind) or "—",
                )
            )  # fmt: skip
    return Mapping(
        kind,
        columns,
        dict(options),
        {key: tuple(str(word).strip().lower() for word in held) for key, held in words.items()},
    )


def _columns(told: object, kind: Kind, name: str) -> dict[str, tuple[str, ...]]:
    if not isinstance(told, dict) or not all(map(_are_headers, told.values())):
        raise SettingsInvalid(
            say(
                'The mapping “{file}” needs [columns], each canonical column = "Header". Nothing was imported.',
                file=name,
            )
        )
    for column in told:
        if column not in columns_of(kind):
            raise SettingsInvalid(
                say(
                    "The mapping “{file}” has the column “{column}”, which {kind} do not have. They have: {columns}.",
                    file=name, column=str(column), kind=kind.value, columns=columns_of(kind),
                )
            )  # fmt: skip
    missing = tuple(column for column in REQUIRED[kind] if column not in told)
    if missing:
        raise SettingsInvalid(
            say("The mapping “{file}” must also name {columns}. Nothing was imported.", file=name, columns=missing)
        )
    return {column: (held,) if isinstance(held, str) else tuple(held) for column, held in told.items()}


def _are_headers(held: object) -> bool:
    if isinstance(held, list):
        return bool(held) and all(isinstance(header, str) and header.strip() for header in held)
    return isinstance(held, str) and bool(held.strip())


def _check_options(options: object, name: str) -> None:
    if not isinstance(options, dict):
        raise SettingsInvalid(
            say("In the mapping “{file}”, [options] is not a table. Nothing was imported.", file=name)
        )
    for option, value in options.items():
        allowed = _OPTIONS.get(option)
        if allowed is None:
            raise _no_option(name, str(option), value, tuple(_OPTIONS))
        if isinstance(allowed, tuple) and value not in allowed:
            raise _no_option(name, str(option), value, allowed)
        if option == "currency" and not _is_code(value):
            raise _no_option(name, option, value, _CODES)
        if option == "header_line" and (isinstance(value, bool) or not isinstance(value, int) or value < 1):
            raise _no_option(name, option, value, ("1", "2", "3", "…"))
        if allowed is bool and not isinstance(value, bool):
            raise _no_option(name, str(option), value, ("true", "false"))
        if allowed is str and not isinstance(value, str):
            raise _no_option(name, str(option), value, ('"…"',))


def _no_option(name: str, option: str, value: Option | object, allowed: tuple[str, ...]) -> SettingsInvalid:
    return SettingsInvalid(
        say(
            "The mapping “{file}” has {option} = {value}, which is not an option. Options: {options}.",
            file=name, option=option, value=str(value), options=allowed,
        )
    )  # fmt: skip


def _unreadable(name: str, error: Exception) -> SettingsInvalid:
    return SettingsInvalid(
        say("The mapping “{file}” cannot be read: {error}. Nothing was imported.", file=name, error=str(error))
    )


def _is_code(value: object) -> bool:
    return isinstance(value, str) and len(value) == 3 and value.isascii() and value.isalpha()
