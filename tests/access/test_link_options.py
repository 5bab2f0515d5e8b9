"""What a link may be held to: a password, a number of opens, an address that can be replaced."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest

from dashboard.access import audit, held_links, links, moments, sessions
from dashboard.access.held_links import Reason
from dashboard.access.link import Options, State
from dashboard.domain.errors import LinkUnknown, SettingsInvalid
from dashboard.domain.period_policy import Fixed, Published


def opened(store, secret, cookie=None):
    link = links.open(store, secret)
    return link and sessions.open_link(store, link, cookie)


def id_of(store, secret):
    return links.open(store, secret).public_id


def test_a_link_keeps_its_days_and_who_made_it(store, secret_of):
    link = links.open(store, secret_of(period=Fixed(date(2026, 3, 1), date(2026, 3, 31))))
    assert link.options.period == Fixed(date(2026, 3, 1), date(2026, 3, 31))
    assert link.made_by == "test"
    (grant,) = sessions.viewer(store, sessions.open_link(store, link, None)).grants
    assert grant.period == link.options.period


def test_a_link_writes_notes_only_where_that_was_said_and_no_longer_than_that(store, secret_of):
    secret = secret_of(writes_notes=True)
    cookie = opened(store, secret)
    assert sessions.viewer(store, cookie).may_note("nord", "campaigns")
    assert not sessions.viewer(store, opened(store, secret_of())).may_note("nord", "campaigns")
    links.edit(store, "nord", id_of(store, secret), Options(("campaigns",)), by="test")
    assert not sessions.viewer(store, cookie).may_note("nord", "campaigns")


def test_the_last_opening_is_given_to_one_of_many_who_come_at_once(store, secret_of):
    secret = secret_of(most_opens=3)
    link = links.open(store, secret)
    with ThreadPoolExecutor(8) as crowd:
        cookies = list(crowd.map(lambda _: sessions.open_link(store, link, None), range(12)))
    assert len([cookie for cookie in cookies if cookie]) == 3
    assert links.open(store, secret).opened_count == 3
    assert links.open(store, secret).state() is State.USED_UP


def test_a_browser_that_holds_a_used_up_link_keeps_it(store, secret_of):
    secret = secret_of(most_opens=1)
    cookie = opened(store, secret)
    assert opened(store, secret) is None
    assert opened(store, secret, cookie) == cookie
    assert sessions.viewer(store, cookie).clients() == ("nord",)


def test_only_the_hash_of_a_password_is_kept(store, secret_of, tmp_path):
    link = links.open(store, secret_of(password="open sesame"))
    assert link.has_password
    assert links.password_is_right(store, link, "open sesame")
    assert not links.password_is_right(store, link, "Open sesame")
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"sesame" not in kept
    assert b"$argon2id$" in kept


def test_nothing_is_the_password_of_a_link_without_one(store, secret_of):
    assert not links.password_is_right(store, links.open(store, secret_of()), "")


def test_a_new_password_is_asked_of_those_who_are_in(store, secret_of):
    secret = secret_of()
    cookie = opened(store, secret)
    links.set_password(store, "nord", id_of(store, secret), "open sesame", by="test")
    assert sessions.viewer(store, cookie) is None
    again = opened(store, secret, cookie)
    links.set_password(store, "nord", id_of(store, secret), "", by="test")
    assert sessions.viewer(store, again) is not None


def test_with_a_new_address_the_old_one_dies_and_so_does_what_it_opened(store, secret_of):
    secret = secret_of(most_opens=1)
    link = links.open(store, secret)
    cookie = opened(store, secret)
    made = links.rotate(store, "nord", link.public_id, by="test")
    assert links.open(store, secret) is None
    assert sessions.viewer(store, cookie) is None
    assert sessions.open_link(store, link, None) is None  # who looked the old address up just before
    assert opened(store, made.path.removeprefix("/s/"))


def test_a_narrower_link_is_narrower_for_those_who_are_in(store, secret_of):
    secret = secret_of(screens=("campaigns", "channels"))
    cookie = opened(store, secret)
    links.edit(store, "nord", id_of(store, secret), Options(("channels",), Published()), by="test")
    viewer = sessions.viewer(store, cookie)
    assert viewer.screens("nord") == ("channels",)
    assert viewer.periods("nord", "channels") == (Published(),)


def test_a_link_can_be_extended_and_ended_earlier_and_never_without_end(store, secret_of, later):
    secret = secret_of(days=2)
    public_id = id_of(store, secret)
    links.extend(store, "nord", public_id, moments.now() + timedelta(days=5), by="test")
    with pytest.raises(SettingsInvalid):
        links.extend(store, "nord", public_id, moments.now() - timedelta(days=1), by="test")
    later(days=4)
    assert links.open(store, secret).state() is State.ENDS_SOON
    later(days=6)
    assert links.open(store, secret) is None


@pytest.mark.parametrize(
    "change",
    [
        lambda store, client, link: links.edit(store, client, link, Options(("summary",)), by="test"),
        lambda store, client, link: links.extend(store, client, link, moments.now() + timedelta(days=5), by="test"),
        lambda store, client, link: links.set_password(store, client, link, "open sesame", by="test"),
        lambda store, client, link: links.rotate(store, client, link, by="test"),
    ],
)
def test_a_link_is_changed_by_its_own_client_and_while_it_is_not_revoked(store, secret_of, change):
    secret = secret_of("nord")
    public_id = id_of(store, secret)
    with pytest.raises(LinkUnknown):
        change(store, "harbor", public_id)
    before = len(audit.newest(store))
    change(store, "nord", public_id)
    assert len(audit.newest(store)) == before + 1
    assert not links.revoke(store, public_id, by="test", client="harbor")
    assert links.revoke(store, public_id, by="test", client="nord")
    with pytest.raises(LinkUnknown):
        change(store, "nord", public_id)


@pytest.mark.parametrize(
    "options",
    [{"most_opens": 0}, {"most_opens": -1}, {"password": "short"}, {"note": "two\nlines"}, {"note": "x" * 121}],
)
def test_a_link_that_cannot_be_is_not_made(store, options):
    with pytest.raises(SettingsInvalid):
        links.add(store, client="nord", screens=("summary",), by="test", **options)
    assert links.of_client(store, "nord") == ()


def test_a_session_knows_why_its_link_closed_and_no_other_session_does(store, secret_of, later):
    revoked, rotated, expired = secret_of("nord"), secret_of("harbor"), secret_of("harbor", days=1)
    cookie = opened(store, expired, opened(store, rotated, opened(store, revoked)))
    links.revoke(store, id_of(store, revoked), by="test")
    links.rotate(store, "harbor", id_of(store, rotated), by="test")
    later(days=1, seconds=1)
    assert [(one.client, one.reason) for one in held_links.ended(store, cookie)] == [
        ("harbor", Reason.EXPIRED), ("harbor", Reason.REPLACED), ("nord", Reason.CLOSED),
    ]  # fmt: skip
    assert held_links.ended(store, "x" * 43) == ()
    assert held_links.ended(store, None) == ()
