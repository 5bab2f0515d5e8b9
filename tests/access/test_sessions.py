"""Sessions: what a browser may see after a link or a sign-in address."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.access import entries, links, sessions
from dashboard.access.screens import CLIENT_SCREENS, SCREENS
from dashboard.access.viewer import Grant, Viewer
from tests import workspaces


def opened(store, secret, cookie=None):
    return sessions.open_link(store, links.open(store, secret), cookie)


def test_a_link_gives_its_clients_screens_and_nothing_else(store, secret_of):
    viewer = sessions.viewer(store, opened(store, secret_of("nord", ("campaigns", "channels"))))
    assert [screen for screen in SCREENS if viewer.may("nord", screen)] == ["campaigns", "channels"]
    assert not any(viewer.may("harbor", screen) for screen in SCREENS)


def test_two_links_in_one_browser_do_not_disturb_each_other(store, secret_of):
    cookie = opened(store, secret_of("nord", ("summary",)))
    both = opened(store, secret_of("harbor", ("channels",)), cookie)
    assert sessions.viewer(store, cookie).clients() == ("nord",)  # what was open before stays, and learns of nothing
    viewer = sessions.viewer(store, both)
    assert viewer.clients() == ("harbor", "nord")
    assert viewer.screens("nord") == ("summary",)
    assert viewer.screens("harbor") == ("channels",)


def test_two_links_of_one_client_add_up(store, secret_of):
    cookie = opened(store, secret_of("nord", ("summary",)))
    cookie = opened(store, secret_of("nord", ("campaigns",)), cookie)
    assert sessions.viewer(store, cookie).screens("nord") == ("campaigns", "summary")


def test_signing_out_ends_the_sessions_that_this_one_went_on_from(store, secret_of):
    cookies = [opened(store, secret_of("nord"))]
    for client in ("harbor", "nord"):
        cookies.append(opened(store, secret_of(client), cookies[-1]))
    assert len(set(cookies)) == 3
    sessions.close(store, cookies[-1])
    assert [sessions.viewer(store, cookie) for cookie in cookies] == [None] * 3


def test_a_browser_that_opens_its_link_again_opens_it_once(store, secret_of):
    secret = secret_of()
    cookie = opened(store, secret)
    opened(store, secret, cookie)
    assert len(sessions.viewer(store, cookie).grants) == 1
    assert links.open(store, secret).opened_count == 1
    opened(store, secret)
    assert links.open(store, secret).opened_count == 2


def test_revoking_a_link_closes_the_sessions_that_hold_only_it(store, secret_of):
    secret = secret_of("nord")
    cookie = opened(store, secret)
    both = opened(store, secret_of("harbor"), opened(store, secret))
    links.revoke(store, links.open(store, secret).public_id, by="test")
    assert sessions.viewer(store, cookie) is None
    assert sessions.viewer(store, both).clients() == ("harbor",)


def test_a_session_ends_with_its_link(store, secret_of, later):
    cookie = opened(store, secret_of(days=3))
    later(days=3, seconds=1)
    assert sessions.viewer(store, cookie) is None


def test_a_session_ends_by_itself_although_its_link_lives_on(store, secret_of, later):
    cookie = opened(store, secret_of(days=3650))
    later(days=sessions.DAYS["link"], seconds=1)
    assert sessions.viewer(store, cookie) is None


def test_a_session_that_has_ended_is_swept_away_by_the_next(store, secret_of, later):
    ended = opened(store, secret_of(days=3650))
    later(days=sessions.DAYS["link"], seconds=1)
    fresh = opened(store, secret_of(days=3650), ended)
    assert fresh != ended
    later()
    assert sessions.viewer(store, ended) is None


@pytest.mark.parametrize("cookie", [None, "", "x", "x" * 43, "x" * 100_000, "\udcff"])
def test_a_made_up_cookie_is_a_stranger(store, secret_of, cookie):
    opened(store, secret_of())
    assert sessions.viewer(store, cookie) is None


def test_a_cookie_that_somebody_planted_is_not_taken_over(store, secret_of):
    assert opened(store, secret_of(), "planted") != "planted"
    assert sessions.enter(store, "planted", workspaces.owner(store)) != "planted"


def test_signing_in_gives_a_new_cookie_and_keeps_the_links_that_were_open(store, secret_of):
    before = opened(store, secret_of("nord"))
    after = sessions.enter(store, before, workspaces.owner(store))
    assert sessions.viewer(store, before) is None
    viewer = sessions.viewer(store, after)
    assert (viewer.kind, viewer.clients()) == ("agency", ("nord",))
    assert viewer.screens("harbor") == SCREENS


def test_a_link_opened_by_the_agency_leaves_the_agency_signed_in(store, secret_of):
    cookie = sessions.enter(store, None, workspaces.owner(store))
    assert opened(store, secret_of(), cookie) == cookie
    assert sessions.viewer(store, cookie).kind == "agency"


def test_signing_out_ends_the_session_at_once(store):
    cookie = sessions.enter(store, None, workspaces.owner(store))
    sessions.close(store, cookie)
    sessions.close(store, None)
    assert sessions.viewer(store, cookie) is None


def test_a_sign_in_address_works_once_and_looking_at_it_does_not_use_it_up(store):
    token = entries.issue(store, by="test")
    assert entries.look(store, token)
    assert entries.look(store, token)
    assert entries.use(store, token)
    assert not entries.use(store, token)
    assert not entries.look(store, token)


def test_a_sign_in_address_is_good_for_a_day(store, later):
    token = entries.issue(store, by="test")
    later(hours=23, minutes=59)
    assert entries.look(store, token)
    later(hours=24, seconds=1)
    assert not entries.use(store, token)


grants = st.builds(
    Grant,
    client=st.sampled_from(("nord", "harbor")),
    screens=st.lists(st.sampled_from((*SCREENS, "nonsense")), unique=True).map(tuple),
)


@given(held=st.lists(grants).map(tuple), client=st.text(), screen=st.sampled_from(SCREENS))
def test_a_link_never_opens_a_screen_that_none_of_its_grants_names(held, client, screen):
    viewer = Viewer("link", "session", held)
    for asked in (client, "nord", "harbor"):
        named = any(grant.client == asked and screen in grant.screens for grant in held)
        assert viewer.may(asked, screen) == (named and screen in CLIENT_SCREENS)
