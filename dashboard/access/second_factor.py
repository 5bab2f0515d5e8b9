"""The second factor: codes of an authenticator (TOTP, RFC 6238), and recovery codes for when the phone is gone.

The authenticator's key is kept sealed with a key of the workspace, which lies beside the database and not in it: the
database alone tells no code. A code is good once, and so is each recovery code.
"""

from __future__ import annotations

import base64
import secrets
from collections.abc import Iterator

import pyotp
import segno
from cryptography.fernet import Fernet, InvalidToken
from sqlalchemy import Connection, delete, func, insert, or_, select, update

from dashboard.access import audit, moments, people, secret, tables
from dashboard.access.store import AccessStore
from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.phrase import say

ISSUER = "Sverka"
CODES = 10

_STEP = 30  # seconds, as all authenticators have it
_AROUND = (-1, 0, 1)  # a phone's clock may be this many steps off
_RULE = "second factor"


def new_key() -> str:
    """A fresh key for an authenticator, as it is typed: 32 letters and digits, 160 bits."""
    return pyotp.random_base32()


def picture(key: str, email: str) -> str:
    """The key as a QR code that authenticators read: the address of an SVG picture (data:image/svg+xml…)."""
    address = pyotp.TOTP(key).provisioning_uri(name=email, issuer_name=ISSUER)
    drawn: str = segno.make_qr(address, error="m").svg_data_uri(scale=4, border=4, dark="#000", light="#fff")
    return drawn


def sealed(sealing: bytes, text: str) -> str:
    """A text that only this workspace can read again. `sealing` is its key, 32 bytes."""
    return Fernet(base64.urlsafe_b64encode(sealing)).encrypt(text.encode()).decode()


def unsealed(sealing: bytes, text: str, seconds: int | None = None) -> str | None:
    """A sealed text; None for what was not sealed with this key, or longer ago than this."""
    try:
        return Fernet(base64.urlsafe_b64encode(sealing)).decrypt(text.encode(), ttl=seconds).decode()
    except (InvalidToken, UnicodeError):
        return None


def enrol(store: AccessStore, person: str, sealing: bytes, key: str, code: str, came_from: str = "") -> tuple[str, ...]:
    """Makes this authenticator the person's, once it has shown a right code; gives their recovery codes.

    Raises PersonUnknown, and SettingsInvalid for a wrong code.
    """
    with store.writing() as connection:
        known = people.known_now(connection, person)
        step = _step_of(key, code, after=None)
        if step is None:
            raise SettingsInvalid(
                say(
                    "This is not the code that the app shows now. Check that the phone’s clock is set by itself, and "
                    "type the next code. Nothing was changed."
                )
            )
        row = {"second_factor": sealed(sealing, key), "second_factor_step": step}
        connection.execute(update(tables.people).where(tables.people.c.id == person).values(row))
        codes = _new_codes(connection, person)
        audit.record(connection, known.email, "second factor set", about=known.email, came_from=came_from)
    return codes


def check(store: AccessStore, person: str, sealing: bytes, code: str, came_from: str = "") -> bool:
    """Whether this is a code of the person's authenticator, or one of their recovery codes; uses it up."""
    typed = "".join(code.split()).replace("-", "").lower()
    columns = tables.people.c
    with store.writing() as connection:
        known = people.standing(connection, person)
        kept = connection.execute(
            select(columns.second_factor, columns.second_factor_step).where(columns.id == person)
        ).one_or_none()
        if known is None or kept is None or kept.second_factor is None:
            return False
        key = unsealed(sealing, kept.second_factor)
        step = _step_of(key, typed, after=kept.second_factor_step) if key else None
        if step is not None:
            unused = or_(columns.second_factor_step.is_(None), columns.second_factor_step < step)
            used = update(tables.people).where(columns.id == person, unused).values(second_factor_step=step)
            return connection.execute(used).rowcount == 1
        codes = tables.recovery_codes.c
        spent = delete(tables.recovery_codes).where(codes.person == person, codes.code_hash == _hashed(person, typed))
        if connection.execute(spent).rowcount == 0:
            return False
        audit.record(connection, known.email, "recovery code used", about=known.email, came_from=came_from)
    return True


def renew_codes(store: AccessStore, person: str, by: str) -> tuple[str, ...]:
    """New recovery codes in the place of all earlier ones. Raises PersonUnknown."""
    with store.writing() as connection:
        known = people.known_now(connection, person)
        codes = _new_codes(connection, person)
        audit.record(connection, by, "recovery codes made", about=known.email)
    return codes


def codes_left(store: AccessStore, person: str) -> int:
    """How many recovery codes the person has not used."""
    codes = tables.recovery_codes
    with store.reading() as connection:
        return connection.execute(select(func.count()).select_from(codes).where(codes.c.person == person)).scalar_one()


def remove(store: AccessStore, person: str, by: str, came_from: str = "") -> None:
    """Takes the person's second factor away; where it is required they set up another when they next sign in.

    Raises PersonUnknown.
    """
    with store.writing() as connection:
        known = people.known_now(connection, person)
        gone = {"second_factor": None, "second_factor_step": None}
        connection.execute(update(tables.people).where(tables.people.c.id == person).values(gone))
        connection.execute(delete(tables.recovery_codes).where(tables.recovery_codes.c.person == person))
        audit.record(connection, by, "second factor removed", about=known.email, came_from=came_from)


def is_required(store: AccessStore) -> bool:
    """Whether everybody of the agency who signs in with a password needs a second factor."""
    with store.reading() as connection:
        return (
            connection.execute(select(tables.rules.c.value).where(tables.rules.c.name == _RULE)).scalar_one_or_none()
            == "required"
        )


def require(store: AccessStore, required: bool, by: str, came_from: str = "") -> None:
    """Requires a second factor of everybody from their next sign-in, or leaves it to each person."""
    rules, row = tables.rules, {"value": "required" if required else "optional"}
    with store.writing() as connection:
        if connection.execute(update(rules).where(rules.c.name == _RULE).values(row)).rowcount == 0:
            connection.execute(insert(rules).values(name=_RULE, **row))
        what = "second factor required" if required else "second factor optional"
        audit.record(connection, by, what, came_from=came_from)


def _step_of(key: str, code: str, after: int | None) -> int | None:
    """The step of the clock whose code this is, if it comes after the last one used."""
    now = int(moments.now().timestamp()) // _STEP
    found = None
    for step in (now + offset for offset in _AROUND):
        expected = pyotp.TOTP(key).generate_otp(step)
        if secret.same(secret.hashed(expected), secret.hashed(code)) and (after is None or step > after):
            found = step
    return found


def _new_codes(connection: Connection, person: str) -> tuple[str, ...]:
    connection.execute(delete(tables.recovery_codes).where(tables.recovery_codes.c.person == person))
    codes = tuple("-".join(_groups()) for _ in range(CODES))
    rows = [{"code_hash": _hashed(person, code.replace("-", "")), "person": person} for code in codes]
    connection.execute(insert(tables.recovery_codes), rows)
    return codes


def _groups() -> Iterator[str]:
    """Four groups of four letters and digits that are not mistaken for one another: 80 bits."""
    for _ in range(4):
        yield "".join(secrets.choice("abcdefghijklmnopqrstuvwxyz234567") for _ in range(4))


def _hashed(person: str, code: str) -> str:
    return secret.hashed(f"{person}\0{code}")
