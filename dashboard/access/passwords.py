"""Passwords: kept as argon2id hashes, which a thief of the database would guess for years."""

from __future__ import annotations

import threading
import unicodedata
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.phrase import say

SHORTEST = 12
LONGEST = 200

_LONGEST_WEIGHED = 72  # weighing costs more than in proportion to the length, and this much is hard to guess anyway
_HARD_ENOUGH = 3  # of zxcvbn's marks 0 to 4: safe where the hash was stolen and is slow

_HASHER = PasswordHasher()  # the library's own measure: 64 MiB and about a tenth of a second
_AT_ONCE = threading.BoundedSemaphore(4)  # so that a crowd at the door takes 256 MiB and not all there is


def hashed(password: str) -> str:
    """What is kept of a password: its argon2id hash with salt and measure."""
    with _AT_ONCE:
        return _HASHER.hash(_same_everywhere(password))


def is_right(kept: str, password: str) -> bool:
    """Whether this password is the one of the hash. A hash that cannot be read is no password's."""
    try:
        with _AT_ONCE:
            return _HASHER.verify(kept, _same_everywhere(password))
    except (VerificationError, InvalidHashError, UnicodeEncodeError):
        return False


def is_dated(kept: str) -> bool:
    """Whether a hash was made by an older measure, and is to be made again when the password is next typed."""
    return _HASHER.check_needs_rehash(kept)


@cache
def nobodys() -> str:
    """A hash to compare with where there is none, so that the time does not tell who has an account."""
    return hashed("nobody has this password")


def check(password: str, *about: str) -> None:
    """Raises SettingsInvalid for a password that is short, or easy to guess for whoever knows the words in `about`."""
    kept = _same_everywhere(password)
    if not SHORTEST <= len(kept) <= LONGEST or not kept.isprintable():
        raise SettingsInvalid(
            say("A password has {least} to {most} letters, digits and signs.", least=SHORTEST, most=LONGEST)
        )
    from zxcvbn import zxcvbn  # here: its lists of words are needed when a password is chosen, and no sooner

    words = [part for word in about for part in (word, *word.replace("@", " ").replace(".", " ").split())]
    if zxcvbn(kept[:_LONGEST_WEIGHED], user_inputs=["sverka", *words])["score"] < _HARD_ENOUGH:
        raise SettingsInvalid(
            say("This password is easy to guess. Three or four words that have nothing in common are not.")
        )


def _same_everywhere(password: str) -> str:
    """The same letters typed on another keyboard or system are the same password."""
    return unicodedata.normalize("NFKC", password)
