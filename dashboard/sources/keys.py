"""The key of the agency's Google service account: given once, kept for the server's user alone, never shown again."""

from __future__ import annotations

import json
import os
import re
import secrets
from dataclasses import dataclass, field
from datetime import datetime

from google.auth.exceptions import GoogleAuthError, RefreshError

from dashboard.access import audit, moments
from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.phrase import Phrase, say
from dashboard.sources import google_api
from dashboard.workspace import Workspace

LARGEST = 1 << 16  # bytes; a key's file has some 2,400
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.gserviceaccount\.com")
_FIELDS = ("client_email", "private_key", "private_key_id")


@dataclass(frozen=True)
class Account:
    """Whom to share sheets with, and who gave the key when (UTC)."""

    email: str
    given_at: datetime
    given_by: str


@dataclass(frozen=True)
class Key:
    """What is needed to ask Google. Its contents stand in no text that is made of it."""

    account: Account
    info: dict[str, str] = field(repr=False)


class Keys:
    """The key of one workspace, in `google-key.json` of its folder."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._path = workspace.root / "google-key.json"

    def account(self) -> Account | None:
        """The account whose key is kept; None if none is."""
        key = self._kept()
        return key.account if key else None

    def key(self) -> Key:
        """The key. Raises SettingsInvalid where none was given."""
        kept = self._kept()
        if kept is None:
            raise SettingsInvalid(
                say(
                    "There is no key of a Google service account yet. Give one on the screen “Sources” or with "
                    "python -m dashboard sheets key FILE. Nothing was changed."
                )
            )
        return kept

    def give(self, text: str, by: str) -> Account:
        """Keeps the key in this JSON, in the place of an earlier one, after Google has given a token for it.

        Raises SettingsInvalid where the text is no key, or Google gives nothing for it; the earlier one stays.
        """
        info = _taken_apart(text)
        try:
            google_api.ask_for_token(info)
        except RefreshError as error:
            raise SettingsInvalid(_not_taken(error)) from None
        except GoogleAuthError:
            raise SettingsInvalid(
                say(
                    "Google could not be reached, so the key could not be tried. See that this server may reach "
                    "oauth2.googleapis.com, and try again. Nothing was changed."
                )
            ) from None
        except ValueError:
            raise SettingsInvalid(_no_key()) from None
        account = Account(info["client_email"], moments.now(), by)
        self._write({**info, "given_at": moments.written(account.given_at), "given_by": by})
        self._record(by, "key of Google Sheets given", account.email)
        return account

    def remove(self, by: str) -> None:
        """Removes the key. Sources stay and say what they lack."""
        account = self.account()
        self._path.unlink(missing_ok=True)
        if account:
            self._record(by, "key of Google Sheets removed", account.email)

    def _kept(self) -> Key | None:
        try:
            kept = json.loads(self._path.read_text(encoding="utf-8"))
            account = Account(kept["client_email"], moments.read(kept["given_at"]), kept["given_by"])
            return Key(account, {name: kept[name] for name in _FIELDS})
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError):
            raise SettingsInvalid(
                say("The kept key of Google Sheets cannot be read. Give the key again. Nothing was changed.")
            ) from None

    def _write(self, kept: dict[str, str]) -> None:
        # Written aside and renamed: a crash leaves the earlier key or the new one, and nobody else ever can read it.
        draft = self._path.with_name(f".google-key-{secrets.token_hex(8)}")
        try:
            with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
                json.dump(kept, file)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(self._path)
        finally:
            draft.unlink(missing_ok=True)

    def _record(self, by: str, what: str, email: str) -> None:
        with self._workspace.access.writing() as connection:
            audit.record(connection, by, what, about=email)


def _taken_apart(text: str) -> dict[str, str]:
    """The fields of a key's file that are used. Raises SettingsInvalid, without a word of what the text says."""
    try:
        given = json.loads(text) if len(text) <= LARGEST else None
    except (ValueError, RecursionError):
        given = None
    if not isinstance(given, dict):
        raise SettingsInvalid(_no_key())
    if given.get("type") != "service_account":
        raise SettingsInvalid(
            say(
                "This JSON is not the key of a service account. In Google Cloud open IAM → Service accounts → Keys → "
                "Add key → JSON, and give the file that is saved then. Nothing was changed."
            )
        )
    info = {name: given.get(name) for name in _FIELDS}
    if not all(isinstance(value, str) and value for value in info.values()):
        raise SettingsInvalid(_no_key())
    if not _EMAIL.fullmatch(str(info["client_email"])):
        raise SettingsInvalid(_no_key())
    return {name: str(value) for name, value in info.items()}


def _no_key() -> Phrase:
    return say(
        "This is not the key of a service account as Google saves it: expected a JSON file with client_email and "
        "private_key. Give the whole file, unchanged. Nothing was changed."
    )


def _not_taken(error: RefreshError) -> Phrase:
    if getattr(error, "retryable", False):
        return say("Google answers with an error of its own just now. Try again in a while. Nothing was changed.")
    return say(
        "Google gives nothing for this key: it was deleted or is switched off, or the clock of this server is wrong. "
        "Make a new key for the account, or set the clock. Nothing was changed."
    )
