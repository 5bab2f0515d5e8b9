"""A client's settings as JSON (kept in the store and in every snapshot), and overrides of them from a TOML file.

JSON has decimals as text and days as ISO dates. Keys left out take their defaults; a key that this program does not
know was written by a newer one, and is refused rather than lost.
"""

from __future__ import annotations

import dataclasses
import json
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, time
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from dashboard.domain.client import (
    ATTRIBUTION_RULES,
    DATED,
    ChannelRule,
    ClientProfile,
    Earlier,
    Fee,
    OpenHours,
    ProductRule,
    VatRate,
)
from dashboard.domain.errors import SettingsInvalid, WorkspaceNewer
from dashboard.domain.phrase import Phrase, say
from dashboard.warehouse.records import SettingsVersion

_LISTED: dict[str, type[Any]] = {
    "vat": VatRate,
    "fees": Fee,
    "channel_rules": ChannelRule,
    "product_rules": ProductRule,
    "working_hours": OpenHours,
}
_DECIMALS = frozenset({"per_month", "per_lead", "per_target_lead"})
_SHARES = frozenset({"rate", "of_spend", "of_sales"})
_DAYS = frozenset({"since"})
_TIMES = frozenset({"opens", "closes"})
_PATTERNS = frozenset({"source", "medium", "campaign", "pattern"})

FIXED = frozenset({"slug", "logo", "earlier"})  # what a settings file may not change


class _Unusable(ValueError):
    """A value in a settings file that is not of the setting's kind."""

    def __init__(self, phrase: Phrase) -> None:
        super().__init__(phrase.template)
        self.phrase = phrase


def to_json(profile: ClientProfile) -> str:
    """The profile as JSON text, keys in the order of the settings."""
    names = [field.name for field in dataclasses.fields(profile)]
    written = {name: written_value(name, getattr(profile, name)) for name in names}
    written["earlier"] = [
        {"setting": one.setting, "until": one.until.isoformat(), "value": written_value(one.setting, one.value)}
        for one in profile.earlier
    ]
    return json.dumps(written, ensure_ascii=False)


def written_value(name: str, value: Any) -> Any:
    """One setting's value as JSON has it."""
    return {product: str(share) for product, share in value} if name == "margin_by_product" else _written(value)


def from_json(text: str) -> ClientProfile:
    """The profile that `to_json` wrote, by this program or an older one. Raises WorkspaceNewer for a key unknown."""
    written = json.loads(text)
    unknown = sorted(set(written) - _fields(ClientProfile))
    if unknown:
        raise WorkspaceNewer(
            say(
                "The client's settings have {keys}, which this version of the program does not know. "
                "Start the newer version. Nothing was changed.",
                keys=", ".join(unknown),
            )
        )
    return ClientProfile(**{key: _read(key, value) for key, value in written.items()})


def settings_versions(rows: Iterable[Mapping[str, Any]]) -> tuple[SettingsVersion, ...]:
    """The versions from the rows of `imports/profile_versions`, the newest first."""
    return tuple(
        SettingsVersion(
            row["version"],
            row["saved_at"].replace(tzinfo=UTC),
            row["saved_by"],
            from_json(row["settings"]),
            row["restored"],
        )
        for row in rows
    )


def load_settings(path: Path) -> dict[str, Any]:
    """The settings in a TOML file, by name, ready for `dataclasses.replace`; those left out stay as they are.

    Shares and money may be written as numbers or as text. Raises SettingsInvalid, naming what cannot be used.
    """
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _invalid(path, say("it cannot be read: {why}", why=str(error))) from None
    overrides = {}
    for key, value in written.items():
        if key in FIXED or key not in _fields(ClientProfile):
            raise _invalid(path, say("“{key}” is not a setting that can be changed", key=key))
        try:
            overrides[key] = _read(key, value)
        except _Unusable as error:
            raise _invalid(path, say("“{key}” cannot be used: {why}", key=key, why=error.phrase)) from None
        except (ValueError, TypeError, re.error) as error:
            raise _invalid(path, say("“{key}” cannot be used: {why}", key=key, why=str(error))) from None
    return overrides


def differing(old: ClientProfile, new: ClientProfile) -> set[str]:
    """The names of the settings in which two profiles differ."""
    return {name for name in _fields(ClientProfile) if getattr(old, name) != getattr(new, name)}


def _fields(kind: type[Any]) -> set[str]:
    return {field.name for field in dataclasses.fields(kind)}


def _written(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_written(item) for item in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: _written(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, date | time):
        return value.isoformat()
    return value


def _read(key: str, value: Any) -> Any:
    if key in _LISTED:
        return tuple(_item(_LISTED[key], item) for item in value)
    if key == "margin_by_product":
        return tuple((str(name), _share(share)) for name, share in dict(value).items())
    if key == "earlier":
        return tuple(_earlier(item) for item in value)
    if key == "attribution_rule":
        return _one_of(ATTRIBUTION_RULES, value)
    if key == "margin":
        return None if value is None else _share(value)
    if key == "value_names":
        return {str(name): str(agreed) for name, agreed in dict(value).items()}
    if key == "sales_books":
        return tuple(_text(book) for book in _several(value))
    if key == "agreed_age_by_source":
        return {str(source): _days(days) for source, days in dict(value).items()}
    wanted: Callable[[Any], Any] = _KINDS[key]
    return wanted(value)


def _earlier(written: Mapping[str, Any]) -> Earlier:
    name = _one_of(DATED, written["setting"])
    return Earlier(name, date.fromisoformat(written["until"]), _read(name, written["value"]))


def _one_of(known: tuple[str, ...], value: Any) -> str:
    if value not in known:
        raise _Unusable(say("“{value}” is none of {known}", value=str(value), known=known))
    return str(value)


def _item(kind: type[Any], written: Mapping[str, Any]) -> Any:
    required = {field.name for field in dataclasses.fields(kind) if field.default is dataclasses.MISSING}
    for key in sorted(set(written) - _fields(kind)):
        raise _Unusable(say("there is no “{part}” in it", part=key))
    for key in sorted(required - set(written)):
        raise _Unusable(say("its “{part}” is missing", part=key))
    return kind(**{key: _item_value(key, value) for key, value in written.items()})


def _item_value(key: str, value: Any) -> Any:
    if key in _DECIMALS:
        return _decimal(value)
    if key in _SHARES:
        return _share(value)
    if key in _TIMES:
        return value if isinstance(value, time) else time.fromisoformat(value)
    if key == "weekday":
        return _weekday(value)
    if key in _DAYS:
        return value if isinstance(value, date) else date.fromisoformat(value)
    if key in _PATTERNS:
        re.compile(_text(value))
    return _text(value)


def _decimal(value: Any) -> Decimal:
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        number = Decimal("NaN")
    if isinstance(value, bool) or not number.is_finite() or number < 0:
        raise _Unusable(say("“{value}” is not an amount or a share", value=str(value)))
    return number


def _share(value: Any) -> Decimal:
    share = _decimal(value)
    if share > 1:
        raise _Unusable(say("“{value}” is more than the whole; 40 % is written 0.4", value=str(value)))
    return share


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise _Unusable(say("“{value}” is not text", value=str(value)))
    return value


def _several(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise _Unusable(say("“{value}” is not a list", value=str(value)))
    return value


def _days(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise _Unusable(say("“{value}” is not a whole number", value=str(value)))
    return value


def _weekday(value: Any) -> int:
    if _days(value) not in range(1, 8):
        raise _Unusable(say("“{value}” is no weekday: Monday is 1, Sunday 7", value=str(value)))
    return int(value)


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise _Unusable(say("“{value}” is not true or false", value=str(value)))
    return value


_KINDS: dict[str, Callable[[Any], Any]] = {
    field.name: {"str": _text, "int": _days, "bool": _flag}[str(field.type)]
    for field in dataclasses.fields(ClientProfile)
    if str(field.type) in ("str", "int", "bool")
}


def _invalid(path: Path, why: Phrase) -> SettingsInvalid:
    return SettingsInvalid(
        say(
            "The settings in {file} were not taken: {why}. Correct the file and try again. Nothing was changed.",
            file=path.name,
            why=why,
        )
    )
