"""Platforms have a name that a reader knows."""

from __future__ import annotations

from dashboard.domain.platforms import PLATFORM_NAMES
from dashboard.ingest import formats


def test_the_platform_of_every_known_format_has_a_name() -> None:
    assert {form.stored_as for form in formats.known()} - set(PLATFORM_NAMES) == set()
