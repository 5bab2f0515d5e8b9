"""Where passwords are off, the sign-in services are the only way in, and nobody chooses a password."""

from __future__ import annotations

import asyncio

import httpx
import pytest
from starlette.applications import Starlette

from dashboard.access import accounts, people
from dashboard.access.doors.routes import routes

OWN = "http://sverka.example"
PASSWORD = "correct horse battery staple"


def asked(store, method, path, passwords, **data):
    app = Starlette(
        routes=routes(
            lambda: store, lambda: OWN, lambda: b"k" * 32, [("Google", "/sign-in/with/google")], passwords=passwords
        )
    )

    async def ask():
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url=OWN, headers={"Origin": OWN}) as client:
            return await client.request(method, path, data=data or None)

    return asyncio.run(ask())


@pytest.fixture
def invited(store) -> str:
    """The path of an invitation, of somebody who was asked in by the owner."""
    people.add(store, email="owner@agency.example", name="Olga", role="owner", by="test")
    _, token = accounts.invite(
        store, email="anna@agency.example", name="Anna", role="manager", clients=["nord"], by="test"
    )
    return f"/enter/{token}"


@pytest.mark.parametrize("passwords", [True, False])
def test_the_page_has_the_button_of_a_service_and_fields_only_where_passwords_are_on(store, invited, passwords):
    text = asked(store, "GET", "/sign-in", passwords).text
    assert 'href="/sign-in/with/google"' in text
    assert "Sign in with Google" in text
    assert ('type="password"' in text) is passwords


def test_a_right_password_opens_nothing_where_they_are_off(store, invited):
    chosen = asked(store, "POST", invited, True, password=PASSWORD, again=PASSWORD)
    assert chosen.status_code == 303
    typed = {"email": "anna@agency.example", "password": PASSWORD}
    assert asked(store, "POST", "/sign-in", True, **typed).status_code == 303
    refused = asked(store, "POST", "/sign-in", False, **typed)
    assert refused.status_code == 403
    assert "set-cookie" not in refused.headers


def test_an_invitation_leads_to_the_sign_in_page_and_takes_no_password_where_they_are_off(store, invited):
    page = asked(store, "GET", invited, False)
    assert 'href="/sign-in"' in page.text
    assert 'type="password"' not in page.text
    assert asked(store, "POST", invited, False, password=PASSWORD, again=PASSWORD).status_code == 404
    assert not people.of_email(store, "anna@agency.example").has_password
