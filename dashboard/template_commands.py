"""The command that gives out templates of tables that explain a year."""

from __future__ import annotations

import argparse
import sys

from dashboard.domain.templates import TEMPLATES
from dashboard.i18n import Language


def declare(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the command."""
    verb = verbs.add_parser("template", help="a table to fill that explains a year, as CSV; without a name their list")
    verb.add_argument("name", nargs="?", help="such as demand, stock or market-prices")
    verb.add_argument("--language", choices=("en", "ru"), default="en")
    verb.set_defaults(run=template)


def template(options: argparse.Namespace) -> int:
    """Writes a template to standard output, or lists the templates with what each answers."""
    from dashboard.exports import templates  # only here: every other command starts without it

    language = Language(options.language)
    if options.name:
        templates.write(options.name, sys.stdout.buffer, language)
    else:
        for one in TEMPLATES:
            print(f"{one.name}\t{language.gettext(one.answers)}")
    return 0
