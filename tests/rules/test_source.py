"""A rule for many files is one test, which names each file that breaks it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules.source import for_each


def test_every_file_that_breaks_a_rule_is_named() -> None:
    @for_each([Path("a.py"), Path("bb.py"), Path("cc.py")])
    def rule(path: Path) -> None:
        if len(path.stem) != 1:
            raise AssertionError("too long")

    with pytest.raises(AssertionError) as told:
        rule()
    assert str(told.value) == "bb.py: too long\n\ncc.py: too long"
