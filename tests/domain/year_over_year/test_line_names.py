"""No line of a bridge goes without a name."""

from __future__ import annotations

from dashboard.domain.year_over_year.bridge import GROUPS, Group, Owner
from dashboard.domain.year_over_year.line_names import GROUP_NAMES, LINE_MEANINGS, LINE_NAMES, OWNER_NAMES


def test_every_line_group_and_owner_has_a_name() -> None:
    assert LINE_NAMES.keys() == LINE_MEANINGS.keys() == GROUPS.keys()
    assert set(GROUP_NAMES) == set(Group)
    assert set(OWNER_NAMES) == set(Owner)
