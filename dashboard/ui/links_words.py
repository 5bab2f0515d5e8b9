"""A shared link in words: what it opens, how it stands, and what to write to whom it is for."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from dashboard.access import moments
from dashboard.access.link import Link, Options, State
from dashboard.domain import period_policy
from dashboard.domain.phrase import N_, Day, Phrase, say, say_n
from dashboard.i18n import LANGUAGES, Language, _, current
from dashboard.ui import frame
from dashboard.ui.markup import said
from dashboard.ui.tone import Tone

TONES: dict[State, Tone] = {
    State.OPEN: "good",
    State.ENDS_SOON: "caution",
    State.USED_UP: "caution",
    State.EXPIRED: "plain",
    State.REVOKED: "plain",
}
DEAD = (State.EXPIRED, State.REVOKED)
READERS_OWN = N_("the reader’s own language")


def state(link: Link, timezone: str) -> Phrase:
    """What whoever opens the link meets now."""
    match link.state():
        case State.REVOKED:
            return say("revoked on {day}", day=Day(local(link.revoked_at or link.created_at, timezone)))
        case State.EXPIRED:
            return say("expired on {day}", day=Day(local(link.expires_at, timezone)))
        case State.USED_UP:
            return say("used up: opens only where it is open already")
        case State.ENDS_SOON:
            left = (local(link.expires_at, timezone) - local(moments.now(), timezone)).days
            return say_n("open, {count} more day", "open, {count} more days", left) if left else say("open until today")
        case _:
            return say("it opens")


def gives(options: Options) -> str:
    """What it opens, on which days, in which language."""
    screens = ", ".join(frame.title_of(screen) for screen in options.screens) or _("no screen yet")
    language = LANGUAGES[options.language] if options.language in LANGUAGES else _(READERS_OWN)
    parts = [screens, said(period_policy.told(options.period)) or "", language]
    if options.writes_notes:
        parts.append(_("may write the client’s note"))
    return " · ".join(parts)


def promise(options: Options, until: datetime, timezone: str, *, has_password: bool) -> str:
    """The same with its last day and whether it asks for a password, of a link to be made."""
    parts = [say("until {day}", day=Day(last_day(until, timezone)))]
    if has_password:
        parts.append(say("asks for a password"))
    return " · ".join([gives(options), *(said(part) or "" for part in parts)])


def use(link: Link, timezone: str) -> str:
    """Until when it opens, how it was used, and who made it."""
    parts: list[Phrase | str] = []
    if link.state() not in DEAD:
        parts.append(say("until {day}", day=Day(last_day(link.expires_at, timezone))))
    most = link.options.most_opens
    if most is not None:
        parts.append(say("opened {count} of {most}", count=link.opened_count, most=most))
    elif link.opened_count:
        parts.append(say_n("opened in {count} browser", "opened in {count} browsers", link.opened_count))
    if link.last_opened:
        seen = link.last_opened.astimezone(ZoneInfo(timezone))
        when = f"{current().day(seen.date(), year=False, short=True)} {seen:%H:%M}"
        parts.append(say("last time {when}", when=when))
    else:
        parts.append(say("never opened"))
    if link.has_password and link.state() not in DEAD:
        parts.append(say("asks for a password"))
    made = Day(local(link.created_at, timezone))
    parts.append(
        say("made by {who} on {day}", who=link.made_by, day=made) if link.made_by else say("made on {day}", day=made)
    )
    return " · ".join(said(part) or "" for part in parts)


def message(address: str, until: date, language: Language, *, has_password: bool) -> str:
    """Words to send with the address, in the language of whoever gets it."""
    lines = [
        language.say(say("Hello! Here is your report: {address}", address=address)),
        language.say(
            say(
                "One tap opens it, on a phone too, and the figures are always the newest. Open until {day}.",
                day=Day(until),
            )
        ),
    ]
    if has_password:
        lines.append(language.say(say("I will send the password separately.")))
    return "\n".join(lines)


def local(moment: datetime, timezone: str) -> date:
    """The day that a moment falls on where the client works."""
    return moment.astimezone(ZoneInfo(timezone)).date()


def last_day(expires: datetime, timezone: str) -> date:
    """The last day on which a link that expires then can be opened."""
    return local(expires - moments.MOMENT, timezone)
