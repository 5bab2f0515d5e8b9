"""Secrets of links, sessions and sign-in addresses: 256 random bits, shown once, kept as a hash.

A plain SHA-256 is enough here: the secrets are random, so there is nothing to guess that a slow hash would protect.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets

_BYTES = 32


def new() -> str:
    """A fresh secret as it stands in an address or a cookie: 43 letters."""
    return secrets.token_urlsafe(_BYTES)


def new_id() -> str:
    """A short name for something that people may see and say aloud."""
    return secrets.token_hex(4)


def hashed(secret: str) -> str:
    """What is kept of a secret: its SHA-256 in hexadecimal."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def same(one: str, other: str) -> bool:
    """Whether two hashes are equal, in a time that does not tell where they differ."""
    return hmac.compare_digest(one, other)
