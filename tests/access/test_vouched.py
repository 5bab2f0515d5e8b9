"""A sign-in service's word is taken for an e-mail only where it says that it has verified it."""

from __future__ import annotations

import pytest

from dashboard.access.vouched import email_of


@pytest.mark.parametrize(
    "claims",
    [
        {"email_verified": True},
        {"email_verified": "true"},
        {"xms_edov": True},
        {"xms_edov": "1"},
        {"email_verified": True, "xms_edov": 1},
    ],
    ids=str,
)
def test_a_verified_email_counts_in_lower_case(claims):
    assert email_of({"email": "Anna@Agency.example", **claims}) == "anna@agency.example"


@pytest.mark.parametrize(
    "claims",
    [
        {},
        {"email_verified": False},
        {"email_verified": "false"},
        {"email_verified": None},
        {"email_verified": ["true"]},
        {"email_verified": False, "xms_edov": True},
        {"email_verified": True, "xms_edov": False},
        {"email_verified": True, "email": None},
        {"email_verified": True, "email": ["anna@agency.example"]},
        {"email_verified": True, "email": "anna@agency.example\n"},
        {"email_verified": True, "email": "anna@agency.example, eve@evil.example"},
        {"email_verified": True, "email": "anna"},
        {"email_verified": True, "email": "a@" + "b" * 300},
        {"email_verified": True, "email": None, "preferred_username": "anna@agency.example"},
    ],
    ids=str,
)
def test_anything_else_is_nobody(claims):
    assert email_of({"email": "anna@agency.example", **claims}) is None
