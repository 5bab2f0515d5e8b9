"""Google Sheets, read: a document's title and tabs, and one tab as a table of what its cells hold."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from threading import Event
from typing import Any

import gspread
import requests
from google.auth.exceptions import GoogleAuthError, RefreshError
from gspread.utils import DateTimeOption, ValueRenderOption

from dashboard.domain.errors import SverkaError
from dashboard.domain.phrase import Number, Phrase, say
from dashboard.sources import google_api
from dashboard.sources.keys import Key
from dashboard.sources.sheet_cells import Cell, Edited, together

MOST_CELLS = 5_000_000


class Trouble(StrEnum):
    """Why a sheet could not be read."""

    NOT_SHARED = "not_shared"
    GONE = "gone"
    TAB_GONE = "tab_gone"
    NO_SHEET = "no_sheet"
    KEY = "key"
    API_OFF = "api_off"
    TOO_LARGE = "too_large"
    LATER = "later"  # it passes: quota, an error of Google's, no network


class SheetUnreadable(SverkaError):
    """A sheet cannot be read now; `trouble` says of which kind."""

    def __init__(self, trouble: Trouble, phrase: Phrase) -> None:
        super().__init__(phrase)
        self.trouble = trouble


@dataclass(frozen=True)
class Tab:
    """One tab of a document: Google's number for it, its name, whether people see it."""

    id: int
    title: str
    visible: bool = True


@dataclass(frozen=True)
class Document:
    """A spreadsheet's title and its tabs with cells, in their order."""

    id: str
    title: str
    tabs: tuple[Tab, ...]

    def tab(self, tab_id: int) -> Tab:
        """The tab of that number. Raises SheetUnreadable where it is gone."""
        for tab in self.tabs:
            if tab.id == tab_id:
                return tab
        raise _tab_gone(self.title)


class Google:
    """Google Sheets as the account of this key sees them. `stop` ends the waiting between two tries."""

    def __init__(self, key: Key, stop: Event | None = None) -> None:
        self._email = key.account.email
        self._opened: dict[str, gspread.Spreadsheet] = {}
        try:
            self._client = google_api.client(key.info, stop)
        except ValueError:
            raise self._key_refused() from None

    def document(self, document: str) -> Document:
        """The document's title and tabs. Raises SheetUnreadable."""
        with self._in_words(document):
            self._opened[document] = self._client.open_by_key(document)
            return _document(document, self._opened[document])

    def table(self, document: Document, tab: Tab) -> list[list[Cell]]:
        """The cells of a tab of a document that was opened here: numbers exact, days as days, the rest as written.

        Raises SheetUnreadable.
        """
        with self._in_words(document.title):
            worksheet = self._opened[document.id].get_worksheet_by_id(tab.id)
            if worksheet.row_count * worksheet.col_count > MOST_CELLS:
                raise SheetUnreadable(
                    Trouble.TOO_LARGE,
                    say(
                        "“{document}” has room for more than {most} cells. Delete its empty rows and columns, or split "
                        "it. Nothing was changed.",
                        document=document.title,
                        most=Number(MOST_CELLS),
                    ),
                )
            for _ in range(2):
                try:
                    return together(_values(worksheet, DateTimeOption.serial_number), _values(worksheet))
                except Edited:
                    continue  # somebody types just now, between the two requests
        raise SheetUnreadable(
            Trouble.LATER,
            say(
                "“{document}” is being edited just now. Try again in a while. Nothing was changed.",
                document=document.title,
            ),
        )

    @contextmanager
    def _in_words(self, document: str) -> Iterator[None]:
        """Turns what gspread, Google's authentication and the network raise into words."""
        try:
            yield
        except PermissionError as error:
            raise self._forbidden(document, error.__cause__) from None
        except gspread.exceptions.SpreadsheetNotFound:
            raise self._gone() from None
        except gspread.exceptions.WorksheetNotFound:
            raise _tab_gone(document) from None
        except gspread.exceptions.APIError as error:
            raise self._answered(document, error) from None
        except RefreshError:
            raise self._key_refused() from None
        except (GoogleAuthError, requests.RequestException, google_api.Stopped) as error:
            if isinstance(error, requests.JSONDecodeError):
                raise self._not_understood() from None
            raise SheetUnreadable(
                Trouble.LATER,
                say("Google Sheets did not answer in time. Try again in a while. Nothing was changed."),
            ) from None
        except (KeyError, TypeError, ValueError, AttributeError, IndexError):
            raise self._not_understood() from None

    def _answered(self, document: str, error: gspread.exceptions.APIError) -> SheetUnreadable:
        status = error.response.status_code
        if status == 403:
            return self._forbidden(document, error)
        if status == 404:
            return self._gone()
        if status == 401:
            return self._key_refused()
        if status == 400:
            return SheetUnreadable(
                Trouble.NO_SHEET,
                say(
                    "Google cannot read this document as a sheet. If it is an Excel file kept in Google Drive, open it "
                    "there and choose File → Save as Google Sheets, then take the new address. Nothing was changed."
                ),
            )
        if status == 429:
            return SheetUnreadable(
                Trouble.LATER,
                say("Google asks to wait: too many requests at once. Try again in a minute. Nothing was changed."),
            )
        return SheetUnreadable(
            Trouble.LATER,
            say("Google Sheets answers with an error of its own just now. Try again in a while. Nothing was changed."),
        )

    def _forbidden(self, document: str, error: BaseException | None) -> SheetUnreadable:
        if isinstance(error, gspread.exceptions.APIError) and "SERVICE_DISABLED" in str(error.error):
            return SheetUnreadable(
                Trouble.API_OFF,
                say(
                    "In the Google project of the key the Google Sheets API is not switched on. Switch it on in Google "
                    "Cloud under APIs & Services, wait a minute and try again. Nothing was changed."
                ),
            )
        return SheetUnreadable(
            Trouble.NOT_SHARED,
            say(
                "The sheet is not shared with {email}. Open it, press Share, and let this address view it. "
                "Nothing was changed.",
                email=self._email,
            ),
        )

    @staticmethod
    def _gone() -> SheetUnreadable:
        return SheetUnreadable(
            Trouble.GONE,
            say(
                "There is no sheet at this address: it was deleted, or the address is not whole. Open the sheet in a "
                "browser and copy its address. Nothing was changed."
            ),
        )

    @staticmethod
    def _not_understood() -> SheetUnreadable:
        return SheetUnreadable(
            Trouble.LATER,
            say(
                "Google’s answer about the sheet could not be understood. Try again in a while; if it stays so, tell "
                "the maintainers. Nothing was changed."
            ),
        )

    @staticmethod
    def _key_refused() -> SheetUnreadable:
        return SheetUnreadable(
            Trouble.KEY,
            say(
                "Google no longer takes the key of the service account. Make a new key for the account and give it on "
                "the screen “Sources”. Nothing was changed."
            ),
        )


def _tab_gone(title: str) -> SheetUnreadable:
    return SheetUnreadable(
        Trouble.TAB_GONE,
        say(
            "“{document}” no longer has the tab that was agreed. Bring it back from the sheet’s version history, or "
            "add the new one. Nothing was changed.",
            document=title,
        ),
    )


def _document(document: str, opened: gspread.Spreadsheet) -> Document:
    found = [sheet["properties"] for sheet in opened.fetch_sheet_metadata()["sheets"]]
    tabs = tuple(
        Tab(int(tab["sheetId"]), str(tab["title"]), not tab.get("hidden"))
        for tab in found
        if tab.get("sheetType", "GRID") == "GRID"  # the others are charts on a tab of their own
    )
    return Document(document, str(opened.title), tabs)


def _values(worksheet: gspread.Worksheet, dates: DateTimeOption = DateTimeOption.formatted_string) -> list[list[Any]]:
    """All cells: numbers as numbers, and dates as the option says."""
    return worksheet.get_all_values(value_render_option=ValueRenderOption.unformatted, date_time_render_option=dates)
