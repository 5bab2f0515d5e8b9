"""A plain table that no vendor made: which of its headers is which canonical column, told in a small TOML file.

kind = "orders"

[columns]
order_id = "Invoice"
sold = "Date"

[options]
date_order = "dmy"
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from dashboard.domain.canonical import Kind
from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.phrase import N_, say
from dashboard.ingest.declaration import COLUMNS, Format

_PARTS = ("kind", "columns", "options", "words")
_OPTIONS = {
    "date_order": ("ymd", "dmy", "mdy"),
    "decimal_mark": (".", ","),
    "money_unit": ("units", "micros"),
    "currency": (),
    "platform": (),
    "account": (),
    "source": (),
    "medium": (),
    "way": ("site", "phone", "other"),
    "includes_vat": (),
}
_CODES = ("RUB", "USD", "EUR", "…")  # any code of ISO 4217
_REQUIRED: dict[Kind, tuple[str, ...]] = {
    Kind.ADS: ("day", "campaign", "spend"),
    Kind.CALLS: ("started", "phone"),
    Kind.DEALS: ("lead_id", "created", "stage"),
    Kind.ORDERS: ("order_id", "sold"),
    Kind.RATES: ("day", "currency", "rate"),
    Kind.PLAN: ("month", "measure", "value"),
    Kind.EVENTS: ("day", "what"),
    Kind.NOTES: ("month", "author", "text"),
}
_WAYS_OF_ORDERS = {
    "phone": ("phone", "call", "телефон", "звонок"),
    "site": ("site", "web", "online", "сайт", "интернет"),
}


@dataclass(frozen=True)
class Mapping:
    """Headers of a plain table by canonical column, with what its cells leave open. Made by `load_mapping`."""

    kind: Kind
    columns: dict[str, str]
    options: dict[str, str | bool] = field(default_factory=dict)
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def as_format(self) -> Format:
        """The mapping as a declaration, so that the table goes the way of every other file."""
        options = self.options
        columns = {column: (header,) for column, header in self.columns.items()}
        if "channel" in columns and self.kind is Kind.ORDERS:
            columns.setdefault("source", columns.pop("channel"))
        words = {**(_WAYS_OF_ORDERS if self.kind in (Kind.ORDERS, Kind.DEALS) else {}), **self.words}
        return Format(
            name=f"plain_{self.kind.value}",
            label=N_("Plain table"),
            kind=self.kind,
            grade="A",
            columns=columns,
            required=tuple(columns),
            export=N_("A table with the headers that the mapping names."),
            source=str(options.get("source", "")),
            medium=str(options.get("medium", "")),
            includes_vat=bool(options["includes_vat"]) if "includes_vat" in options else None,
            money_unit=str(options.get("money_unit", "units")),
            date_order=str(options["date_order"]) if "date_order" in options else None,
            decimal_mark=str(options["decimal_mark"]) if "decimal_mark" in options else None,
            currency=str(options["currency"]).upper() if "currency" in options else None,
            words=words,
            way=str(options.get("way", "site")),
            platform=str(options.get("platform", "")),
            account=str(options.get("account", "")),
        )


def load_mapping(path: Path) -> Mapping:
    """A mapping from its TOML file. Raises SettingsInvalid with what is wrong in it."""
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsInvalid(
            say("The mapping “{file}” cannot be read: {error}. Nothing was imported.", file=path.name, error=str(error))
        ) from error
    return mapping_from(told, path.name)


def mapping_from(told: dict[str, object], name: str) -> Mapping:
    """A mapping from what its TOML says. Raises SettingsInvalid."""
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
            raise SettingsInvalid(
                say(
                    "The mapping “{file}” has {option} = {value}, which is not an option. Options: {options}.",
                    file=name, option=key, value=str(told[key]), options=_PARTS,
                )
            )  # fmt: skip
    kind = Kind(str(told["kind"]))
    columns, options, words = told.get("columns"), told.get("options", {}), told.get("words", {})
    if not isinstance(columns, dict) or not all(isinstance(header, str) and header for header in columns.values()):
        raise SettingsInvalid(
            say(
                'The mapping “{file}” needs [columns], each canonical column = "Header". Nothing was imported.',
                file=name,
            )
        )
    allowed = (*COLUMNS[kind], "channel") if kind is Kind.ORDERS else COLUMNS[kind]
    for column in columns:
        if column not in allowed:
            raise SettingsInvalid(
                say(
                    "The mapping “{file}” has the column “{column}”, which {kind} do not have. They have: {columns}.",
                    file=name, column=str(column), kind=kind.value, columns=allowed,
                )
            )  # fmt: skip
    missing = tuple(column for column in _REQUIRED[kind] if column not in columns)
    if missing:
        raise SettingsInvalid(
            say("The mapping “{file}” must also name {columns}. Nothing was imported.", file=name, columns=missing)
        )
    _check_options(options, name)
    if not isinstance(words, dict) or not all(isinstance(held, list) for held in words.values()):
        raise SettingsInvalid(
            say("In the mapping “{file}”, [words] holds lists of words. Nothing was imported.", file=name)
        )
    return Mapping(
        kind,
        dict(columns),
        dict(options) if isinstance(options, dict) else {},
        {key: tuple(str(word).strip().lower() for word in held) for key, held in words.items()},
    )


def _check_options(options: object, name: str) -> None:
    if not isinstance(options, dict):
        raise SettingsInvalid(
            say("In the mapping “{file}”, [options] is not a table. Nothing was imported.", file=name)
        )
    for option, value in options.items():
        choices = _OPTIONS.get(option)
        if choices is None or (choices and value not in choices) or (option == "currency" and not _is_code(value)):
            raise SettingsInvalid(
                say(
                    "The mapping “{file}” has {option} = {value}, which is not an option. Options: {options}.",
                    file=name, option=str(option), value=str(value),
                    options=tuple(_OPTIONS) if choices is None else choices or _CODES,
                )
            )  # fmt: skip


def _is_code(value: object) -> bool:
    return isinstance(value, str) and len(value) == 3 and value.isascii() and value.isalpha()
