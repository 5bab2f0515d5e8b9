"""Passwords: kept as argon2id hashes, which a thief of the database would guess for years."""

from __future__ import annotations

import unicodedata

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from zxcvbn import zxcvbn

from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.phrase import say

SHORTEST = 12
LONGEST = 200

_LONGEST_WEIGHED = 72  # weighing costs more than in proportion to the length, and this much is hard to guess anyway
_HARD_ENOUGH = 3  # of zxcvbn's five marks: safe from guessing where the hash was stolen and is slow

_HASHER = PasswordHasher()  # the library's own measure: 64 MiB and about a tenth of a second


def hashed(password: str) -> str:
    """What is kept of a password: its argon2id hash with salt and measure."""
    return _HASHER.hash(_same_everywhere(password))


def is_right(kept: str, password: str) -> bool:
    """Whether this password is the one of the hash. A hash that cannot be read is no password's."""
    try:
        return _HASHER.verify(kept, _same_everywhere(password))
    except (VerificationError, InvalidHashError, UnicodeEncodeError):
        return False


def is_dated(kept: str) -> bool:
    """Whether a hash was made by an older measure, and is to be made again when the password is next typed."""
    return _HASHER.check_needs_rehash(kept)


def check(password: str, *about: str) -> None:
    """Raises SettingsInvalid for a password that is short, or easy to guess for whoever knows the words in `about`."""
    kept = _same_everywhere(password)
    if not SHORTEST <= len(kept) <= LONGEST:
        raise SettingsInvalid(
            say("A password has {least} to {most} letters, digits and signs.", least=SHORTEST, most=LONGEST)
        )
    words = [part for word in about for part in (word, *word.replace("@", " ").replace(".", " ").split())]
    if zxcvbn(kept[:_LONGEST_WEIGHED], user_inputs=["sverka", *words])["score"] < _HARD_ENOUGH:
        raise SettingsInvalid(say("This password is easy to guess. Four unrelated words in a row would be hard."))


def _same_everywhere(password: str) -> str:
    """The same letters typed on another keyboard or system are the same password."""
    return unicodedata.normalize("NFKC", password)
