"""Forms of the pages that the server writes itself: their fields, what was typed, and what was wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from urllib.parse import parse_qsl

from starlette.requests import Request

from dashboard.domain.phrase import Phrase
from dashboard.i18n import Language

_LONGEST = 4096


@dataclass(frozen=True)
class Field:
    """One line to type into. `autocomplete` tells a password manager what belongs there; `value` is given back."""

    name: str
    label: str
    autocomplete: str
    kind: str = "text"
    value: str = ""
    hint: Phrase | str = ""
    mode: str = ""
    longest: int = 200
    fixed: bool = False


def fields(language: Language, *these: Field, wrong: Phrase | str = "") -> str:
    """The HTML of these fields in their order, what was wrong with the last try above them.

    The cursor stands in the first one that is empty.
    """
    said = f'<p class="wrong" role="alert">{escape(language.say(wrong))}</p>' if wrong else ""
    empty = next((field.name for field in these if not field.value and field.kind != "hidden"), "")
    return said + "".join(_field(language, field, field.name == empty) for field in these)


async def typed(request: Request) -> dict[str, str] | None:
    """What was typed, by the names of the fields; None for a form that cannot be ours."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > _LONGEST:
            return None
    try:
        return dict(parse_qsl(body.decode("utf-8"), keep_blank_values=True, max_num_fields=12))
    except ValueError:
        return None


def _field(language: Language, field: Field, focus: bool) -> str:
    value = f' value="{escape(field.value)}"' if field.value else ""
    if field.kind == "hidden":
        return f'<input type="hidden" name="{field.name}"{value}>'
    more = (" autofocus" if focus else "") + (" readonly" if field.fixed else "")
    mode = f' inputmode="{field.mode}"' if field.mode else ""
    hint = f"<small>{escape(language.say(field.hint))}</small>" if field.hint else ""
    return (
        f'<p><label>{escape(language.gettext(field.label))}<br><input type="{field.kind}" name="{field.name}"{value} '
        f'required maxlength="{field.longest}" autocomplete="{field.autocomplete}" autocapitalize="off" '
        f'spellcheck="false"{mode}{more}></label>{hint}</p>'
    )
