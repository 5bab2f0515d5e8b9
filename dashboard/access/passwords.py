"""Passwords: kept as argon2id hashes, which a thief of the database would guess for years."""

from __future__ import annotations

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_HASHER = PasswordHasher()  # the library's own measure: 64 MiB and about a tenth of a second


def hashed(password: str) -> str:
    """What is kept of a password: its argon2id hash with salt and measure."""
    return _HASHER.hash(password)


def is_right(kept: str, password: str) -> bool:
    """Whether this password is the one of the hash. A hash that cannot be read is no password's."""
    try:
        return _HASHER.verify(kept, password)
    except (VerificationError, InvalidHashError, UnicodeEncodeError):
        return False
