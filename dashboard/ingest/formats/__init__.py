"""Every export that is known: one module, one declaration. A module that is dropped in here is found by itself."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from dashboard.ingest.declaration import Format, WrongFile


@cache
def _declared() -> tuple[tuple[Format, ...], tuple[WrongFile, ...]]:
    formats: list[Format] = []
    wrong: list[WrongFile] = []
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda found: found.name):
        for name, value in vars(importlib.import_module(f"{__name__}.{module.name}")).items():
            if name.startswith("_"):  # another module's declaration
                continue
            if isinstance(value, Format):
                formats.append(value)
            elif isinstance(value, WrongFile):
                wrong.append(value)
    return tuple(formats), tuple(wrong)


def known() -> tuple[Format, ...]:
    """All formats, in the order of their modules' names."""
    return _declared()[0]


def wrong() -> tuple[WrongFile, ...]:
    """The files that are known to be something else."""
    return _declared()[1]


def named(name: str) -> Format | None:
    """The format of that name."""
    return next((form for form in known() if form.name == name), None)
