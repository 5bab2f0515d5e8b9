"""Looking into the record: what is asked for, newest first, a page at a time, and no line of another's client."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dashboard.access import audit, audit_search, moments
from dashboard.access.audit_search import Asked

LINES = (
    ("anna@agency.example", "signed in", None, "203.0.113.7", 1),
    ("anna@agency.example", "link added", "nord", "203.0.113.7", 2),
    ("boris@agency.example", "link added", "harbor", "2001:db8::5", 3),
    ("a%b@agency.example", "import added", "nord", "203.0.113.77", 4),
)


@pytest.fixture
def recorded(store, monkeypatch):
    with store.writing() as connection:
        for who, what, client, came_from, day in LINES:
            monkeypatch.setattr(moments, "now", lambda day=day: datetime(2026, 11, day, 12, tzinfo=UTC))
            audit.record(connection, who, what, client=client, came_from=came_from)
    return store


@pytest.mark.parametrize(
    ("asked", "days"),
    [
        ({"client": "nord", "since": datetime(2026, 11, 1, tzinfo=UTC)}, [4, 2]),
        ({"what": "link added"}, [3, 2]),
        ({"who": "anna"}, [2, 1]),
        ({"who": "a%"}, [4]),  # a sign that the database would take for «anything» is a letter
        ({"came_from": "203.0.113.7"}, [4, 2, 1]),
        ({"came_from": "2001:db8:"}, [3]),
        ({"since": datetime(2026, 11, 2, tzinfo=UTC), "until": datetime(2026, 11, 4, tzinfo=UTC)}, [3, 2]),
        ({"what": "link added", "who": "anna"}, [2]),
        ({"what": "month published"}, []),
    ],
)
def test_what_is_asked_for_comes_newest_first(recorded, asked, days):
    found = audit_search.page(recorded, Asked(**asked))
    assert [line.at.day for line in found.lines if line.at.year == 2026 and line.who != "test"] == days


def test_a_page_goes_on_where_the_one_before_it_ended(recorded):
    first = audit_search.page(recorded, Asked(who="a"), count=2)
    rest = audit_search.page(recorded, Asked(who="a"), before=first.older, count=2)
    assert [line.at.day for line in (*first.lines, *rest.lines)] == [4, 2, 1]
    assert rest.older is None


def test_whoever_works_for_some_clients_sees_the_lines_of_those_alone(recorded):
    def seen(*clients):
        return {line.client for line in audit_search.page(recorded, Asked(clients)).lines}

    assert seen("nord") == {"nord"}
    assert seen() == set()
    assert {line.client for line in audit_search.page(recorded, Asked(("nord",), client="harbor")).lines} == set()


def test_a_file_has_the_same_lines_and_no_more_than_so_many(recorded):
    assert [line.at.day for line in audit_search.lines(recorded, Asked(who="a"), most=2)] == [4, 2]
