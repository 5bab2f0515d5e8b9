"""Phrases as JSON, so that a message kept today can be read in any language tomorrow."""

from __future__ import annotations

import dataclasses
from datetime import date
from decimal import Decimal
from typing import Any

from dashboard.domain.phrase import Day, Money, Month, Number, Percent, Phrase, PhraseValue, Span, Term

_TYPED: dict[str, type[Any]] = {
    kind.__name__.lower(): kind for kind in (Money, Percent, Number, Day, Span, Month, Term)
}


def to_json(phrase: Phrase) -> dict[str, Any]:
    """The phrase as JSON values: template, plural and count where it has them, and typed values."""
    written: dict[str, Any] = {"say": phrase.template}
    if phrase.values:
        written["values"] = {name: _value_to_json(value) for name, value in phrase.values}
    if phrase.plural is not None:
        written["many"] = phrase.plural
        written["count"] = phrase.count
    return written


def from_json(written: dict[str, Any]) -> Phrase:
    """The phrase that `to_json` wrote."""
    values = tuple((name, _value_from_json(value)) for name, value in written.get("values", {}).items())
    return Phrase(written["say"], values, plural=written.get("many"), count=written.get("count"))


def _value_to_json(value: PhraseValue) -> Any:
    if isinstance(value, Phrase):
        return {"phrase": to_json(value)}
    if isinstance(value, tuple):
        return [_value_to_json(item) for item in value]
    name = type(value).__name__.lower()
    if name in _TYPED and dataclasses.is_dataclass(value):
        return {name: {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}}
    return _plain(value)


def _value_from_json(written: Any) -> PhraseValue:
    if isinstance(written, list):
        return tuple(_item(item) for item in written)
    value: PhraseValue = _item(written)
    return value


def _item(written: Any) -> Any:
    if not isinstance(written, dict):
        return written
    ((name, content),) = written.items()
    if name == "phrase":
        return from_json(content)
    if name in _TYPED:
        return _TYPED[name](**{key: _item(value) for key, value in content.items()})
    return Decimal(content) if name == "decimal" else date.fromisoformat(content)


def _plain(value: Any) -> Any:
    """Decimals and days marked as such; the rest is JSON already."""
    if isinstance(value, Decimal):
        return {"decimal": str(value)}
    if isinstance(value, date):
        return {"date": value.isoformat()}
    return value
